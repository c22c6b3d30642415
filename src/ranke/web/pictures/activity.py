"""Activity over time: for each day, month or year, what happened in cooperation above a line, in conflict below it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from ranke.days import extent
from ranke.web.pictures.axis import Axis, axis_of, named_days
from ranke.web.pictures.svg import (
    CONFLICT,
    COOPERATION,
    Link,
    Point,
    empty,
    group,
    label,
    legend,
    linked,
    mark,
    no_link,
    picture,
    plain,
    tip,
)

_WIDTH, _HEIGHT, _LEFT, _TOP = 720, 210, 44, 16

_MOST = 160
"""Bars of a picture; more of them are taken together by months, or by years: 60 KB hold some 190."""

_WIDEST = 64
"""Units that a bar is wide at most: few bars are no walls."""

_DAY, _MONTH, _YEAR = 10, 7, 4
"""Characters of an ISO 8601 value."""


class Period(Protocol):
    """A row of an answer that counts what happened in a day, month or year."""

    @property
    def period(self) -> str:
        """The ISO 8601 value."""
        ...

    @property
    def cooperation(self) -> int:
        """Events of the quad classes 1 and 2."""
        ...

    @property
    def conflict(self) -> int:
        """Events of the quad classes 3 and 4."""
        ...


Counts = Mapping[str, tuple[int, int]]
"""How much cooperation and conflict a period has."""


def activity(rows: Sequence[Period], link: Link = no_link, *, title: str = "Activity over time") -> str:
    """Return bars of what happened over time.

    Args:
        rows: `Overview.activity` or `Relation.periods`.
        link: Gives each bar the timeline of its period.
        title: The picture's name.
    """
    counts = counted(rows)
    axis = axis_of(counts, (_LEFT, _WIDTH - 8), max(map(len, counts), default=_DAY))
    if axis is None:
        return empty("activity", title, "Nothing has happened yet that has a day.")
    bottom = _HEIGHT - 44
    drawn = bars(counts, axis, (_TOP, bottom), link)
    said = told_of(counts)
    marks = [named_days(axis, _TOP, bottom), drawn, legend(Point(_LEFT, _HEIGHT - 8))]
    return picture("activity", title, said, (_WIDTH, _HEIGHT), marks)


def counted(rows: Iterable[Period]) -> Counts:
    """Return the counts of periods that a calendar knows, in order; of many, by months or years."""
    given = [(row.period, row.cooperation, row.conflict) for row in rows if extent(row.period)]
    found: dict[str, tuple[int, int]] = {}
    for width in (_DAY, _MONTH, _YEAR):
        sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        for period, cooperation, conflict in given:
            sums[period[:width]][0] += cooperation
            sums[period[:width]][1] += conflict
        found = {period: (one, other) for period, (one, other) in sorted(sums.items())}
        if len(found) <= _MOST:
            break
    return found


def bars(counts: Counts, axis: Axis, between: tuple[float, float], link: Link) -> str:
    """Return a bar up and a bar down for each period, both on one scale, with the scale beside them.

    Args:
        counts: The periods.
        axis: Where they stand.
        between: The top and the bottom of the room for them.
        link: Gives each bar the timeline of its period.
    """
    top, bottom = between
    up, down = (max((pair[side] for pair in counts.values()), default=0) for side in (0, 1))
    unit = (bottom - top) / max(up + down, 1)
    zero = top + up * unit
    # A year among months is drawn behind them, hollow: it is not known which month has its events.
    wide = sorted(counts, key=lambda period: (len(period), period))
    many = len({len(period) for period in counts}) > 1
    marks = [
        _bar(axis, period, counts[period], (zero, unit), link, hollow=many and len(period) == len(wide[0]))
        for period in wide
    ]
    line = mark(
        "path", d=f"M{axis.left} {zero:.1f}H{axis.right}", stroke="currentColor", stroke_opacity="0.6", fill="none"
    )
    return group([*marks, line, *_scale(axis, (zero, unit), (up, down))])


def _bar(
    axis: Axis, period: str, pair: tuple[int, int], scale: tuple[float, float], link: Link, *, hollow: bool
) -> str:
    span = axis.span(period)
    if span is None:
        return ""
    middle, wide = sum(span) / 2, span[1] - span[0]
    wide = max(min(wide - min(wide * 0.24, 6), _WIDEST), 1.5)
    zero, unit = scale
    marks = []
    for word, colour, many, y in (
        ("cooperation", COOPERATION, pair[0], zero - pair[0] * unit),
        ("conflict", CONFLICT, pair[1], zero),
    ):
        if many:
            marks.append(
                mark("rect", class_=f"{word} hollow" if hollow else word, x=middle - wide / 2, y=y, width=wide,
                     height=max(many * unit, 1), fill=colour,
                     fill_opacity="0.25" if hollow else None)
            )  # fmt: skip
    if not marks:
        return ""
    said = f"{plain(period)}: {pair[0]:,} in cooperation, {pair[1]:,} in conflict"
    return linked(link("timeline", since=period, until=period), group([tip(said), *marks]))


def _scale(axis: Axis, scale: tuple[float, float], most: tuple[int, int]) -> list[str]:
    zero, unit = scale
    found = [label(Point(axis.left - 6, zero + 4), "0", size=11, anchor="end", fade=0.75)]
    for many, y in ((most[0], zero - most[0] * unit), (most[1], zero + most[1] * unit)):
        if many and abs(y - zero) > 12:  # noqa: PLR2004 - the height of a line of text
            found.append(label(Point(axis.left - 6, y + 4), f"{many:,}", size=11, anchor="end", fade=0.75))
    return found


def told_of(counts: Counts) -> str:
    """Return in words what bars show."""
    cooperation, conflict = (sum(pair[side] for pair in counts.values()) for side in (0, 1))
    first, last = min(counts), max(counts)
    days = plain(first) if first == last else f"{plain(first)} to {plain(last)}"
    busiest = max(counts, key=lambda period: sum(counts[period]))
    most = f"{plain(busiest)} has most, {sum(counts[busiest]):,}"
    return f"{days}: {cooperation:,} events in cooperation, {conflict:,} in conflict; {most}."
