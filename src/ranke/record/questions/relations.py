"""The relation of two actors over time: what they did to each other, what each said of the other, where it turned."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import NamedTuple

from sqlalchemy import select

from ranke.answers import ClaimRow, EventRow, PeriodRow, Relation, Rows, StanceRow, StatementRow, TurningPoint
from ranke.days import extent, iso
from ranke.errors import UsageError
from ranke.model import QUAD
from ranke.record.filing.sides import DONE
from ranke.record.keeping import schema
from ranke.record.keeping.store import chunks
from ranke.record.questions.actors import COOPERATION
from ranke.record.questions.circles import circle
from ranke.record.questions.lens import Lens, names_of
from ranke.record.questions.said import Saying, claims, stances, statements
from ranke.record.questions.timeline import Wanted, timeline, when
from ranke.record.questions.told import events

_CHANGES = frozenset({"begins", "improves", "worsens", "breaks", "resumes"})
"""Claims that say that a relation turned; the others say how it stands."""

_MOST_MONTHS = 36
"""Months that a relation is told by; one of more is told by years."""

_RUN = 3
"""Acts of one kind after which one of the other kind is a turn."""

_YEAR = 364
"""Days between the first and the last day of an event of which no more than the year is known."""

_TURNS = 15
"""Turns that acts show: the latest."""


class _Shared(NamedTuple):
    """An event in which two actors take part; `across` is 1 where they stand on different sides of it."""

    first: int
    id: str
    across: int
    number: int
    type: str
    done: int
    last: int
    intensity: float
    goldstein: float


def relation(lens: Lens, one: str, other: str, *, limit: int = 0) -> Relation:
    """Return how two actors stood to each other over time.

    Args:
        lens: What may be seen.
        one: A name or an id.
        other: Another one.
        limit: How many events and statements, the latest.

    Raises:
        RecordError: If nobody is called so.
        UsageError: If both names mean one actor.
    """
    first, second = lens.actors_called(one)[0], lens.actors_called(other)[0]
    if first == second:
        message = f"{one!r} and {other!r} are one actor, {lens.who([first])[first].name}; a relation is one of two"
        raise UsageError(message)
    ours, theirs = circle(lens, first), circle(lens, second)
    # Who stands on both sides acts for neither against the other.
    mine = [number for number in ours if number == first or number not in theirs]
    yours = [number for number in theirs if number == second or number not in ours]
    known = lens.who([*mine, *yours])
    claimed = claims(lens, mine, yours, limit=limit)
    shared = _shared(lens, mine, yours)
    acts = _acts(lens, shared)
    wanted = Wanted(actors=tuple(mine), partners=tuple(yours))
    return Relation(
        one=known[first],
        other=known[second],
        one_with=names_of([number for number in mine if number != first], known),
        other_with=names_of([number for number in yours if number != second], known),
        periods=_periods(acts),
        turning_points=(*_claimed(claimed), *_shown(lens, acts)),
        claims=claimed,
        events=timeline(lens, wanted, limit=limit, among=[row.number for row in shared]),
        said=_said(lens, mine, yours, limit),
        stances=_stances(lens, mine, yours, limit),
    )


def _said(lens: Lens, one: Sequence[int], other: Sequence[int], limit: int) -> Rows[StatementRow]:
    """Return what each said of the other."""
    rows = [
        *statements(lens, Saying(speakers=tuple(one), about=tuple(other)), limit=limit, count=False),
        *statements(lens, Saying(speakers=tuple(other), about=tuple(one)), limit=limit, count=False),
    ]
    return Rows(sorted(rows, key=lambda row: (row.date or row.evidence.date, row.evidence.report, row.evidence.start)))


def _stances(lens: Lens, one: Sequence[int], other: Sequence[int], limit: int) -> Rows[StanceRow]:
    rows = [
        *stances(lens, holders=one, targets=other, limit=limit),
        *stances(lens, holders=other, targets=one, limit=limit),
    ]
    return Rows(sorted(rows, key=lambda row: (row.date, row.evidence.report, row.evidence.start)))


def _shared(lens: Lens, one: Sequence[int], other: Sequence[int]) -> list[_Shared]:
    """Return the events in which actors of both take part, the latest first."""
    both, event = lens.shared(one, other), schema.event
    columns = (both.c.first, both.c.id, both.c.across, both.c.event, both.c.type, both.c.done, both.c.last)
    query = select(*columns, both.c.intensity, both.c.goldstein)
    if lens.last is not None:
        query = query.join(event, event.c.number == both.c.event).where(event.c.known <= lens.last)
    # Of the rows of one event, that of a pair on different sides comes last, and is the one that is kept.
    found = {row.id: row for row in sorted(map(_Shared._make, lens.connection.execute(query).all()))}
    return [*reversed(found.values())]


def _acts(lens: Lens, shared: Sequence[_Shared]) -> list[_Shared]:
    """Return the acts between two actors, those that happened, in order of days; all of them, whatever is shown.

    What both do together against a third is none of them.
    """
    done = [row for row in reversed(shared) if row.done and (row.across or QUAD[row.type] <= COOPERATION)]
    if not lens.narrow:
        return done
    # What the view lets through whole is as it stands in the record.
    kept = _whole(lens, done)
    ids = {row.id: row.number for row in done}
    told = events(lens, [row.number for row in done if row.number not in kept])
    left = [_act(row, ids.get(row.id, 0)) for row in sorted(told, key=when) if row.status in DONE]
    return sorted([*(row for row in done if row.number in kept), *left], key=lambda act: act.first)


def _whole(lens: Lens, acts: Sequence[_Shared]) -> set[int]:
    """Return the events of which a view leaves nothing out."""
    if lens.outlets or lens.sources:
        return set()
    event, found = schema.event, set[int]()
    for some in chunks(act.number for act in acts):
        query = select(event.c.number).where(event.c.number.in_(some), event.c.heard <= lens.last)
        found.update(lens.connection.execute(query).scalars())
    return found


def _act(row: EventRow, number: int) -> _Shared:
    first, last = extent(row.date) or extent(row.known) or (1, 1)
    return _Shared(first, row.id, 1, number, row.type, 1, last, row.intensity, row.goldstein)


def _periods(acts: Sequence[_Shared]) -> tuple[PeriodRow, ...]:
    """Return what was done in each month, or in each year where there are many months."""
    months = {day: iso(day)[:7] for day in {act.first for act in acts}}
    width = 7 if len(set(months.values())) <= _MOST_MONTHS else 4
    by_period: dict[str, list[_Shared]] = defaultdict(list)
    for act in acts:
        # An act of which only the year is known is no month's.
        by_period[months[act.first][: 4 if act.last - act.first >= _YEAR else width]].append(act)
    return tuple(_period(period, some) for period, some in sorted(by_period.items()))


def _period(period: str, acts: Sequence[_Shared]) -> PeriodRow:
    cooperation = sum(QUAD[act.type] <= COOPERATION for act in acts)
    intensity, goldstein = fmean([act.intensity for act in acts]), fmean([act.goldstein for act in acts])
    return PeriodRow(period, len(acts), cooperation, len(acts) - cooperation, round(intensity, 2), round(goldstein, 2))


def _claimed(rows: Iterable[ClaimRow]) -> list[TurningPoint]:
    return [
        TurningPoint(row.period, row.change, row.holder, row.attribution, row.evidence)
        for row in rows
        if row.change in _CHANGES
    ]


def _shown(lens: Lens, acts: Sequence[_Shared]) -> list[TurningPoint]:
    """Return the latest acts that turned from cooperation to conflict or back, each after several of the other kind."""
    turns: list[tuple[int, str]] = []
    run, side = 0, 0
    for act in acts:
        now = 1 if QUAD[act.type] <= COOPERATION else -1
        if side and now != side and run >= _RUN and act.number:
            turns.append((act.number, "turns to cooperation" if now > 0 else "turns to conflict"))
        run = run + 1 if now == side else 1
        side = now
    turns = turns[-_TURNS:]
    rows = events(lens, [event for event, _ in turns])
    if len(rows) != len(turns):
        # What is left of an event may have fallen into several; such a turn is not told.
        return []
    return [
        TurningPoint(row.date or row.known, change, None, row.attribution, row.evidence)
        for row, (_, change) in zip(rows, turns, strict=True)
    ]
