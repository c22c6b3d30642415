"""Actors that the record keeps apart though they are alike: one name, or a surname alone and one who bears it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from heapq import heappush, heappushpop
from itertools import chain, combinations
from typing import NamedTuple

from sqlalchemy import select

from ranke.record.keeping import schema
from ranke.record.questions.judged import Judged
from ranke.record.questions.lens import Lens

MOST = 4000
"""Actors that are looked at: those that appear most, whose doubts touch most reports."""

_BEARERS = 3
"""Bearers of a surname at most to whom one who is called by it alone may belong."""

_NEAR = 0.9
"""How like two full names are that may be one in two spellings."""

_STRANGE = 0.5
"""What two actors of different sectors count who would else be one."""

_BUCKET = 40
"""Bearers of one surname whose names are compared; more make it a common one."""


class Bearer(NamedTuple):
    """A row of `actor`, column by column: thousands are looked at, and this is what reads quickest."""

    number: int
    id: str
    name: str
    folded: str
    kind: str
    country: str | None
    sector: str | None
    first: str
    last: str
    appearances: int


type Alike = tuple[float, Bearer, Bearer, str]
"""How much two actors seem to be one, from 0 to 1, who they are, and why."""


def alike(lens: Lens, judged: Judged, most: int) -> list[tuple[Bearer, Bearer, str]]:
    """Return pairs of actors and why they may be one, those first whose joining would tell most.

    Args:
        lens: What may be seen.
        judged: What people decided.
        most: How many pairs at most.
    """
    table = schema.actor
    query = select(*(table.c[name] for name in Bearer._fields)).where(table.c.kind != "group")
    if lens.as_of is not None:
        query = query.where(table.c.first <= lens.as_of)
    query = query.order_by(table.c.appearances.desc(), table.c.id).limit(MOST)
    rows = [*map(Bearer._make, lens.connection.execute(query))]
    persons = [row for row in rows if row.kind == "person"]
    pairs = chain(_surnames(persons), _spellings(persons), _namesakes(rows))
    return _first(pairs, judged, most)


def _first(pairs: Iterable[Alike], judged: Judged, most: int) -> list[tuple[Bearer, Bearer, str]]:
    """Return those pairs that would tell most and that nobody judged."""
    found: list[tuple[float, str, str, Bearer, Bearer, str]] = []
    best: list[float] = []
    for weight, one, other, why in pairs:
        touched = min(one.appearances, other.appearances)
        if len(best) == most and touched < best[0]:
            continue
        strange = one.sector and other.sector and one.sector != other.sector
        score = weight * touched * (_STRANGE if strange else 1)
        if frozenset({one.number, other.number}) not in judged.actors:
            found.append((-score, one.id, other.id, one, other, why))
            (heappush if len(best) < most else heappushpop)(best, score)
    found.sort(key=lambda pair: pair[:3])
    return [(one, other, why) for *_, one, other, why in found[:most]]


def _namesakes(rows: Sequence[Bearer]) -> Iterator[Alike]:
    """Yield actors of one name whose countries may be one."""
    named: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for row in rows:
        known = named[row.folded, row.kind]
        if len(known) < _BUCKET:
            for one in known:
                if _compatible(one, row):
                    yield 1.0, one, row, f"two actors are called {one.name}"
            known.append(row)


def _surnames(persons: Sequence[Bearer]) -> Iterator[Alike]:
    """Yield those who are called by a surname alone with those who bear it, where these are few."""
    alone = {row.folded for row in persons if " " not in row.folded}
    bearers: dict[str, list[Bearer]] = defaultdict(list)
    for row in persons:
        _, space, surname = row.folded.rpartition(" ")
        if space and surname in alone:
            bearers[surname].append(row)
    for row in persons:
        fitting = [one for one in bearers.get(row.folded, ()) if _compatible(one, row)]
        if 0 < len(fitting) <= _BEARERS:
            for one in fitting:
                others = f", one of {len(fitting)} of that name" if len(fitting) > 1 else ""
                yield 1.0 / len(fitting), one, row, f"{row.name} may be short for {one.name}{others}"


def _spellings(persons: Sequence[Bearer]) -> Iterator[Alike]:
    """Yield persons of one surname whose names are nearly the same."""
    bearers: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for row in persons:
        _, space, surname = row.folded.rpartition(" ")
        if space:
            bearers[surname, row.folded[0]].append(row)
    for some in bearers.values():
        for one, other in combinations(some, 2) if len(some) <= _BUCKET else ():
            if one.folded != other.folded and _compatible(one, other) and _near(one.folded, other.folded):
                yield 0.7, one, other, f"{one.name} and {other.name} may be one name in two spellings"


def _near(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR


def _compatible(one: Bearer, other: Bearer) -> bool:
    """Whether two actors may be of one country, as far as the record knows."""
    return not one.country or not other.country or one.country == other.country
