"""ISO 8601 values → whole days, counted from 0001-01-01 (Python's ordinals)."""

import datetime as dt
import re
from functools import lru_cache

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"\d{2,3}")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|AU|WI|Q[1-4]|H[12])")
_MONTHS = {
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9),
    "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
}  # fmt: skip
_FIRST, _LAST = 1, dt.date.max.toordinal()


def ordinal(day: str) -> int:
    """Return the number of a day given as YYYY-MM-DD.

    Raises:
        ValueError: If it is no day of the calendar.
    """
    try:
        return dt.date.fromisoformat(day[:10]).toordinal()
    except ValueError as error:
        message = f"{day!r} is no day; write one such as 2019-07-23"
        raise ValueError(message) from error


@lru_cache(maxsize=4096)
def iso(day: int) -> str:
    """Return a day's number as YYYY-MM-DD."""
    return dt.date.fromordinal(min(max(day, _FIRST), _LAST)).isoformat()


def extent(value: str | None) -> tuple[int, int] | None:
    """Return the first and the last day of an ISO 8601 value: a day, week, month, season, year, decade or interval.

    An open end of an interval reaches as far as the calendar. None where the value tells no days.
    """
    if not value:
        return None
    if "/" in value:
        start, _, end = value.partition("/")
        first, last = extent(start), extent(end)
        if (start and start != ".." and first is None) or (end and end != ".." and last is None):
            return first or last
        if first is None and last is None:
            return None
        return (first[0] if first else _FIRST, last[1] if last else _LAST)
    try:
        return _extent(value)
    except ValueError:
        return None


def _extent(value: str) -> tuple[int, int] | None:
    if match := _DAY.match(value):
        day = dt.date(*map(int, match.groups())).toordinal()
        return day, day
    if match := _WEEK.match(value):
        monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1).toordinal()
        return (monday + 5, monday + 6) if match[3] else (monday, monday + 6)
    if match := _SEASON.match(value):
        first, last = _MONTHS[match[2]]
        return _months(int(match[1]), first, last)
    if match := _MONTH.match(value):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    if _YEAR.fullmatch(value):
        return _months(int(value), 1, 12)
    if _DECADE.fullmatch(value):
        width = 10 ** (4 - len(value))
        return _months(int(value) * width, 1, 12)[0], _months((int(value) + 1) * width - 1, 1, 12)[1]
    return None


def _months(year: int, first: int, last: int) -> tuple[int, int]:
    end = dt.date(year + last // 12, last % 12 + 1, 1) if year < dt.MAXYEAR else dt.date.max
    return dt.date(year, first, 1).toordinal(), end.toordinal() - 1
