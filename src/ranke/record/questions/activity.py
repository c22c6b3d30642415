"""How much was reported and happened over time, by days, months or years."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Integer, column, func, select, values

from ranke.answers import ActivityRow
from ranke.model import QUAD
from ranke.record.days import extent, iso
from ranke.record.filing.summaries import Rulings
from ranke.record.keeping import schema
from ranke.record.keeping.store import chunks, rows_in
from ranke.record.questions.actors import COOPERATION
from ranke.record.questions.lens import Lens
from ranke.record.questions.visible import told

_DAYS = 92
"""Days up to which activity is told by day."""

_MONTHS = 120
"""Months up to which it is told by month; what is longer is told by year."""

_FRIENDLY = tuple(sorted(kind for kind, quad in QUAD.items() if quad <= COOPERATION))

type Span = tuple[str, int, int]
"""A day, month or year: what it is called, its first and its last day."""


def activity(lens: Lens, by_day: Mapping[int, int]) -> tuple[ActivityRow, ...]:
    """Return what happened within the days of the reports; what they tell of the time before is not in it.

    Args:
        lens: What may be seen.
        by_day: How many reports there are of each day.
    """
    if not by_day:
        return ()
    spans = list(_spans(min(by_day), max(by_day)))
    if lens.narrow:
        friendly, hostile = _sorted(lens, spans)
    else:
        friendly, hostile = _counted(lens, spans)
    told_in = _fold(spans, by_day)
    return tuple(
        ActivityRow(name, told_in[name], friendly[name] + hostile[name], friendly[name], hostile[name])
        for name, _, _ in spans
    )


def _spans(first: int, last: int) -> Iterator[Span]:
    """Yield the days, months or years from the first to the last day, whichever are few enough to be looked at."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if last - first < _DAYS:
        names = [iso(day) for day in range(first, last + 1)]
    elif months <= _MONTHS:
        head = start.year * 12 + start.month - 1
        names = [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(head, head + months)]
    else:
        names = [f"{year:04}" for year in range(start.year, end.year + 1)]
    for name in names:
        begin, until = extent(name) or (first, last)
        yield name, begin, until


def _fold(spans: Sequence[Span], by_day: Mapping[int, int]) -> Counter[str]:
    """Return how many there are in each span of what is counted by day."""
    found: Counter[str] = Counter()
    days = iter(sorted(by_day.items(), reverse=True))
    day = next(days, None)
    for name, begin, end in reversed(spans):
        while day is not None and day[0] >= begin:
            if day[0] <= end:
                found[name] += day[1]
            day = next(days, None)
    return found


def _counted(lens: Lens, spans: Sequence[Span]) -> tuple[Counter[str], Counter[str]]:
    """Return how many events of cooperation and of conflict begin in each span: counted in the index alone."""
    event = schema.event
    found = Counter[str](), Counter[str]()
    for some in chunks(spans):
        here = values(column("name", schema.Text), column("begin", Integer), column("until", Integer), name="span")
        span = here.data(some).cte("span")
        within = event.c.first.between(span.c.begin, span.c.until)
        counts = [
            select(func.count()).select_from(event).where(event.c.type.in_(kinds), within).scalar_subquery()
            for kinds in (_FRIENDLY, tuple(sorted(QUAD.keys() - set(_FRIENDLY))))
        ]
        for name, *numbers in lens.connection.execute(select(span.c.name, *counts)):
            for count, number in zip(found, numbers, strict=True):
                count[name] = number
    # What people rejected is little, and is not in the index.
    rejected = rows_in(lens.connection, event, "number", sorted(Rulings.of(lens.connection).rejected))
    for friendly, count in zip((True, False), found, strict=True):
        by_day = Counter(row.first for row in rejected if (row.type in _FRIENDLY) == friendly)
        count.subtract(_fold(spans, by_day))
    return found


def _sorted(lens: Lens, spans: Sequence[Span]) -> tuple[Counter[str], Counter[str]]:
    """Return the same where not all events may be seen."""
    event = schema.event
    query = select(event.c.type, event.c.first, func.count()).where(*told(lens)).group_by(event.c.type, event.c.first)
    by_day: tuple[Counter[int], Counter[int]] = Counter(), Counter()
    for kind, day, count in lens.connection.execute(query):
        by_day[kind not in _FRIENDLY][day] += count
    return _fold(spans, by_day[0]), _fold(spans, by_day[1])
