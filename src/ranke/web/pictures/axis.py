"""A time axis: ISO 8601 values → places from left to right, and the days, months or years that are named under it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ranke.days import extent, iso
from ranke.web.pictures.svg import Point, group, label, mark, room

_APART = 74
"""Units between two names under an axis, at least."""

_DAY, _MONTH = 10, 7
"""Characters of an ISO 8601 value."""

_OF_MONTH, _OF_YEAR = 30.4, 365.25
"""Days of a month and a year, in the mean."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to before `end`, drawn from `left` to `right`."""

    first: int
    end: int
    left: float
    right: float
    finest: int = 10
    """Characters of the shortest values that are named under it: 10 days, 7 months, 4 years."""

    def at(self, day: float) -> float:
        """Return where a day begins."""
        return self.left + (self.right - self.left) * (day - self.first) / max(self.end - self.first, 1)

    def span(self, value: str | None) -> tuple[float, float] | None:
        """Return where an ISO 8601 value begins and ends, None where it tells no days of this axis."""
        days = extent(value)
        if days is None or days[1] < self.first or days[0] >= self.end:
            return None
        return self.at(max(days[0], self.first)), self.at(min(days[1] + 1, self.end))


def axis_of(values: Iterable[str | None], between: tuple[float, float], finest: int = 10) -> Axis | None:
    """Return the axis that holds these ISO 8601 values, None where none of them tells its days."""
    found = [edge for value in values for edge in extent(value) or ()]
    # The open end of an interval reaches as far as the calendar, which no picture shows.
    days = [edge for edge in found if 1 < edge < dt.date.max.toordinal()]
    if not days:
        return None
    return Axis(min(days), max(days) + 1, *between, finest)


def named_days(axis: Axis, top: float, bottom: float) -> str:
    """Return the names of days, months or years under a picture, with thin lines up to its top."""
    marks = []
    for day, name in _named(axis):
        x = axis.at(day)
        if x + room(name, 11) > axis.right + 12:
            continue
        marks.append(mark("path", class_="grid", d=f"M{x:.1f} {top:.1f}V{bottom + 5:.1f}", stroke="currentColor",
                          stroke_opacity="0.14", fill="none"))  # fmt: skip
        marks.append(label(Point(x + 3, bottom + 14), name, size=11, fade=0.75))
    return group(marks, class_="axis")


def _named(axis: Axis) -> list[tuple[int, str]]:
    """Return the first days that are named: of years, months, weeks or days, as many as there is room for."""
    many = max(int((axis.right - axis.left) / _APART), 1)
    days = axis.end - axis.first
    if axis.finest >= _DAY and days <= 2 * many * 7:
        return _days(axis, next((step for step in (1, 2, 7) if days / step <= many), 14))
    if axis.finest >= _MONTH and days / _OF_MONTH / 6 <= many:
        return _months(axis, next(step for step in (1, 2, 3, 6) if days / _OF_MONTH / step <= many))
    return _years(axis, next((step for step in (1, 2, 5, 10, 20, 50, 100) if days / _OF_YEAR / step <= many), 1000))


def _days(axis: Axis, step: int) -> list[tuple[int, str]]:
    # The year stands once, with the first day.
    return [
        (day, _day(day) if day > axis.first else f"{_day(day)} {iso(day)[:4]}")
        for day in range(axis.first, axis.end, step)
    ]


def _months(axis: Axis, step: int) -> list[tuple[int, str]]:
    start, end = dt.date.fromordinal(axis.first), dt.date.fromordinal(axis.end - 1)
    found = []
    for month in range(start.year * 12 + (start.month - 1) // step * step, end.year * 12 + end.month, step):
        year, at = divmod(month, 12)
        day = dt.date(year, at + 1, 1).toordinal()
        if day >= axis.first:
            found.append((day, f"{_MONTHS[at]} {year}"))
    return found


def _years(axis: Axis, step: int) -> list[tuple[int, str]]:
    first, last = dt.date.fromordinal(axis.first).year, dt.date.fromordinal(axis.end - 1).year
    years = range(max(first // step * step, 1), last + 1, step)
    found = [(dt.date(year, 1, 1).toordinal(), str(year)) for year in years]
    return [one for one in found if one[0] >= axis.first] or [(axis.first, str(first))]


def _day(day: int) -> str:
    value = iso(day)
    return f"{int(value[8:])} {_MONTHS[int(value[5:7]) - 1]}"
