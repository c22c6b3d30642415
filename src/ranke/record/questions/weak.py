"""Entries that the record holds for one actor on weak grounds: an office alone, a surname alone, two countries."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from ranke.record.actors.signatures import Signature
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks, rows_in
from ranke.record.questions.judged import Judged
from ranke.record.questions.lens import Lens

_MOST = 500
"""Actors that are looked at: those that appear most."""

_NAMED = 2
"""Words of a name from which on it is a full one."""


@dataclass(frozen=True, slots=True)
class Weak:
    """An actor with the numbers of two of its signatures, how many entries bear each, and why these may be two."""

    actor: Line
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
    table = schema.actor
    query = select(table).where(table.c.kind.in_(("person", "organization", "media")))
    rows = lens.connection.execute(query.order_by(table.c.appearances.desc(), table.c.id).limit(_MOST)).all()
    signatures: dict[int, list[Line]] = defaultdict(list)
    for row in rows_in(lens.connection, schema.signature, "actor", [row.number for row in rows]):
        signatures[row.actor].append(row)
    joined = [row for row in rows if len(signatures[row.number]) > 1 and row.number not in judged.settled]
    borne = _borne(lens, [one.number for row in joined for one in signatures[row.number]])
    found = []
    for row in joined:
        told = sorted(signatures[row.number], key=lambda one: (-borne[one.number], one.text))
        head, rest = (
            told[0],
            [one for one in told[1:] if frozenset({told[0].number, one.number}) not in judged.signatures],
        )
        usual = Signature.load(head.text)
        grounds = [(_doubt(usual, Signature.load(one.text)), one) for one in rest]
        best = max(grounds, key=lambda one: (one[0][0] * borne[one[1].number], one[1].text), default=None)
        if best is not None and best[0][0]:
            weight, why = best[0]
            two = head.number, best[1].number
            count = borne[two[0]], borne[two[1]]
            found.append((weight * count[1], Weak(row, two, count, why)))
    found.sort(key=lambda one: (-one[0], one[1].actor.id))
    return [one for _, one in found[:most]]


def _borne(lens: Lens, signatures: Sequence[int]) -> Counter[int]:
    """Return how many appearances each signature has."""
    table = schema.naming
    found: Counter[int] = Counter()
    for some in chunks(signatures):
        query = select(table.c.signature, table.c.appearances).where(table.c.signature.in_(some))
        for number, count in lens.connection.execute(query).all():
            found[number] += count
    return found


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
