"""Entries that the record holds for one actor on weak grounds: an office alone, a surname alone, two countries."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop
from typing import NamedTuple

from sqlalchemy import func, select

from ranke.record.actors.signatures import Signature
from ranke.record.keeping import schema
from ranke.record.questions.judged import Judged
from ranke.record.questions.lens import Lens

_MOST = 500
"""Actors that are looked at: those that appear most."""

_NAMED = 2
"""Words of a name from which on it is a full one."""


@dataclass(frozen=True, slots=True)
class Weak:
    """An actor's name, the numbers of two of its signatures, how many entries bear each, and why these may be two."""

    name: str
    signatures: tuple[int, int]
    borne: tuple[int, int]
    why: str


def weak(lens: Lens, judged: Judged, most: int) -> list[Weak]:
    """Return actors that may be two, the most useful to know first.

    Of each actor it is the signature that most of its entries have, and the weakest of the others.

    Args:
        lens: What may be seen.
        judged: What people decided.
        most: How many at most.
    """
    found: list[tuple[float, str, Weak]] = []
    best: list[float] = []
    for (actor, name, number), rows in _joined(lens):
        head, *others = sorted(rows, key=lambda one: (-one.borne, one.text))
        # No doubt counts more than the entries that it is about, so that most signatures need not be looked at.
        if number in judged.settled or (len(best) == most and others[0].borne < best[0]):
            continue
        rest = [one for one in others if frozenset({head.number, one.number}) not in judged.signatures]
        score, why, rare = _weakest(head, rest)
        if score:
            found.append((-score, actor, Weak(name, (head.number, rare.number), (head.borne, rare.borne), why)))
            (heappush if len(best) < most else heappushpop)(best, score)
    found.sort(key=lambda one: one[:2])
    return [row for *_, row in found[:most]]


class _Borne(NamedTuple):
    """A signature of an actor, and how many entries bear it."""

    number: int
    text: str
    borne: int


def _weakest(head: _Borne, others: Sequence[_Borne]) -> tuple[float, str, _Borne]:
    """Return the most doubtful of an actor's other signatures, how much its doubt counts (0 if none does), and why.

    Args:
        head: The signature that most of its entries have.
        others: The others that nobody judged, those that most entries have first.
    """
    usual = Signature.load(head.text)
    score, why, rare = 0.0, "", head
    for one in others:
        if one.borne < score:
            break
        weight, doubt = _doubt(usual, Signature.load(one.text))
        if weight and (weight * one.borne, one.text) > (score, rare.text if score else ""):
            score, why, rare = weight * one.borne, doubt, one
    return score, why, rare


def _joined(lens: Lens) -> Iterator[tuple[tuple[str, str, int], list[_Borne]]]:
    """Yield the ids, names and numbers of the actors that are looked at and have several signatures, with these."""
    table, signature, naming = schema.actor, schema.signature, schema.naming
    query = select(table.c.id, table.c.name, table.c.number, table.c.appearances)
    query = query.where(table.c.kind.in_(("person", "organization", "media")))
    first = query.order_by(table.c.appearances.desc(), table.c.id).limit(_MOST).subquery()
    borne = select(func.coalesce(func.sum(naming.c.appearances), 0)).where(naming.c.signature == signature.c.number)
    rows = lens.connection.execute(
        select(
            first.c.id, first.c.name, first.c.number, signature.c.number, signature.c.text, borne.scalar_subquery()
        ).join(signature, signature.c.actor == first.c.number)
    )
    found: dict[tuple[str, str, int], list[_Borne]] = defaultdict(list)
    for actor, name, number, *told in rows:
        found[actor, name, number].append(_Borne._make(told))
    return ((actor, told) for actor, told in found.items() if len(told) > 1)


def _doubt(usual: Signature, rare: Signature) -> tuple[float, str]:
    """Return how doubtful it is that two signatures are one actor, from 0 to 1, and why."""
    if usual.country and rare.country and usual.country != rare.country:
        return 1.0, f"one is of {usual.country}, the other of {rare.country}"
    if not rare.names or not usual.names:
        return 0.9, "only an office tells that they are one"
    if usual.kind != "person":
        return (0.5, "the names differ") if usual.names[0] != rare.names[0] else (0.0, "")
    short = min((usual, rare), key=lambda one: len(one.names[0].split()))
    if len(short.names[0].split()) < _NAMED and usual.names != rare.names:
        return 0.8, "one is called by a single name"
    if usual.sector and rare.sector and usual.sector != rare.sector:
        return 0.6, "they are of different sectors"
    return (0.4, "the names are spelled differently") if usual.names != rare.names else (0.0, "")
