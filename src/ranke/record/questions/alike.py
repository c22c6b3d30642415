"""Actors that the record keeps apart though they are alike: one name, or a surname alone and one who bears it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from sqlalchemy import select

from ranke.record.keeping import schema
from ranke.record.keeping.store import Line
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


def alike(lens: Lens, judged: Judged, most: int) -> list[tuple[Line, Line, str]]:
    """Return pairs of actors and why they may be one, those first whose joining would tell most.

    Args:
        lens: What may be seen.
        judged: What people decided.
        most: How many pairs at most.
    """
    table = schema.actor
    query = select(table).where(table.c.kind != "group").order_by(table.c.appearances.desc(), table.c.id)
    if lens.as_of is not None:
        query = query.where(table.c.first <= lens.as_of)
    rows = lens.connection.execute(query.limit(MOST)).all()
    found: dict[frozenset[int], tuple[float, Line, Line, str]] = {}
    persons = [row for row in rows if row.kind == "person"]
    for weight, one, other, why in (*_namesakes(rows), *_surnames(persons), *_spellings(persons)):
        pair = frozenset({one.number, other.number})
        if pair not in found and pair not in judged.actors:
            strange = one.sector and other.sector and one.sector != other.sector
            touched = min(one.appearances, other.appearances)
            found[pair] = (weight * touched * (_STRANGE if strange else 1), one, other, why)
    ordered = sorted(found.values(), key=lambda one: (-one[0], one[1].id, one[2].id))
    return [(one, other, why) for _, one, other, why in ordered[:most]]


type Alike = tuple[float, Line, Line, str]


def _namesakes(rows: Sequence[Line]) -> Iterator[Alike]:
    """Yield actors of one name whose countries may be one."""
    named: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for row in rows:
        named[row.folded, row.kind].append(row)
    for some in named.values():
        for one, other in combinations(some[:_BUCKET], 2):
            if _compatible(one, other):
                yield 1.0, one, other, f"two actors are called {one.name}"


def _surnames(persons: Sequence[Line]) -> Iterator[Alike]:
    """Yield those who are called by a surname alone with those who bear it, where these are few."""
    bearers: dict[str, list[Line]] = defaultdict(list)
    for row in persons:
        words = row.folded.split()
        if len(words) > 1:
            bearers[words[-1]].append(row)
    for row in persons:
        fitting = [one for one in bearers.get(row.folded, ()) if _compatible(one, row)]
        if 0 < len(fitting) <= _BEARERS:
            for one in fitting:
                others = f", one of {len(fitting)} of that name" if len(fitting) > 1 else ""
                yield 1.0 / len(fitting), one, row, f"{row.name} may be short for {one.name}{others}"


def _spellings(persons: Sequence[Line]) -> Iterator[Alike]:
    """Yield persons of one surname whose names are nearly the same."""
    bearers: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for row in persons:
        words = row.folded.split()
        if len(words) > 1:
            bearers[words[-1], words[0][0]].append(row)
    for some in bearers.values():
        for one, other in combinations(some, 2) if len(some) <= _BUCKET else ():
            if one.folded != other.folded and _compatible(one, other) and _near(one.folded, other.folded):
                yield 0.7, one, other, f"{one.name} and {other.name} may be one name in two spellings"


def _near(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR


def _compatible(one: Any, other: Any) -> bool:  # noqa: ANN401 - rows of actors
    """Whether two actors may be of one country, as far as the record knows."""
    return not one.country or not other.country or one.country == other.country
