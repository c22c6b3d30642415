"""The date and the outlet that a report's first lines give: `LONDON, July 23 (Reuters) -`, `Tuesday, July 23, 2019`."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from ranke.report.dates import FIGURES, TIME, WORDS, read_day, read_day_of_year

_LINES = 8
"""Lines that may come before the dateline: title, lead, byline, day."""
_REACH = 4_000
_LONGEST_LINE = 120
_MOST_WORDS = 7

_CAPITAL = r"(?-i:[^\W\d_a-z])[\w.'\u2019-]*"
_NO_PLACE = r"(?!(?:on|in|at|by|since|until|after|before|from|as|this|last|next|late|early|the)\b)"
_PLACE = rf"{_NO_PLACE}(?:{_CAPITAL}(?:(?:, ?| |/)(?:{_CAPITAL}|and|of|the|de|la|el|al)){{0,6}}?)"
_LINE = r"(?:-{1,3}|[\u2013-\u2015])"
_DASH = rf"(?:{_LINE}|:)(?!\s*\d)"
_IN_BRACKETS = r"\((?P<agency>[^()\n]{2,50})\)"
_AGENCY = rf"(?:{_IN_BRACKETS}|/(?P<wire>[^/\n]{{2,40}})/|(?P<bare>(?-i:[A-Z])[\w-]{{1,20}})(?=\s*{_DASH}))"
_PLACE_DATE = re.compile(
    rf"\s*(?:{_PLACE}(?:[,.:]|\s{_LINE})?\s+)?"
    rf"(?P<day>{WORDS}|{FIGURES})[,.]?\s*"
    rf"(?:{_AGENCY}|(?={_DASH}))",
    re.IGNORECASE,
)
_PLACE_AGENCY = re.compile(
    rf"\s*(?P<place>{_PLACE})?\s*{_IN_BRACKETS}\s*{_LINE}(?P<rest>[^\n]{{0,40}})",
    re.IGNORECASE,
)
_DAY_LINE = re.compile(
    r"\s*(?:(?:first\s+|last\s+)?(?P<how>published|posted|updated|modified|issued|released|dated?)\b"
    r"(?:\s+(?:on|at))?\s*:?\s*)?"
    r"(?:by\s[^\n]{2,60}?[,|\u2013\u2014-]\s*)?"
    rf"(?:{_PLACE}[,.:|\u2013\u2014-]\s*)?"
    rf"(?P<day>{WORDS}|{FIGURES})"
    rf"(?:{TIME}|\s*[|/\u2013\u2014-]\s+(?!\d)[^\n]{{0,60}})?\.?\s*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[0-9]{4}\b")
_NAME_DAY = re.compile(
    r"(?<![0-9])((?:1[5-9]|2[01])[0-9]{2})"
    r"(?:([-_. ])([0-9]{2})\2([0-9]{2})(?![0-9])|([0-9]{2})([0-9]{2})(?:[0-9]{4}|[0-9]{6})?(?![0-9]))"
)
_NAME_YEAR = re.compile(r"(?<![0-9A-Za-z])((?:19|20)[0-9]{2})(?![0-9A-Za-z])")


class NameDate(NamedTuple):
    """What the name of a file says of the date; each is None if it says nothing, or says two things."""

    day: str | None
    year: int | None


def read_name(name: str) -> NameDate:
    """Return the day in the name of a file (`2019-07-23`, `20190723`, `2019_07_23`), and the year."""
    days = []
    for found in _NAME_DAY.finditer(name):
        year, month, day = found[1], found[3] or found[5], found[4] or found[6]
        try:
            days.append(dt.date(int(year), int(month), int(day)).isoformat())
        except ValueError:
            continue
    one = days[0] if len(set(days)) == 1 else None
    years = sorted({one[:4]} if one else set(_NAME_YEAR.findall(name)))
    return NameDate(one, int(years[0]) if len(years) == 1 else None)


def read_dateline(text: str, *, name: NameDate) -> str | None:
    """Return the day that the first lines of a text give, as YYYY-MM-DD.

    Args:
        text: The report without its head.
        name: What the file's name says: a dateline without its year takes the year from there.
    """
    later = None
    for line in _first_lines(text):
        found = _PLACE_DATE.match(line) or (_DAY_LINE.fullmatch(line) if len(line) <= _LONGEST_LINE else None)
        day = _day(found["day"], name) if found else None
        if found and day and (found.groupdict().get("how") or "").lower() not in ("updated", "modified"):
            return day
        later = later or day
    return later


def read_agency(text: str) -> str | None:
    """Return the outlet that a dateline names in brackets: `Reuters` of `LONDON, July 23 (Reuters) -`."""
    for line in _first_lines(text):
        if found := _PLACE_DATE.match(line):
            words = found["agency"] or found["wire"] or found["bare"]
            # Without a date a dateline is known by its capitals: "Palestine's Resistance Movement (Hamas) -" is none.
        elif (found := _PLACE_AGENCY.match(line)) and _is_shouted(found["place"]) and found["rest"].strip():
            words = found["agency"]
        else:
            continue
        outlet = re.split(r"[,;]", words or "")[0].strip()
        if outlet[:1].isupper() and len(outlet.split()) <= _MOST_WORDS and not re.search(r"\d", outlet):
            return outlet
    return None


def _is_shouted(place: str | None) -> bool:
    """Tell whether the first part of a place is in capitals: `GAZA CITY`, `ANKARA, Turkey`; or there is no place."""
    first = re.split(r"[,/]", place or "")[0]
    return len((place or "").split()) <= _MOST_WORDS and first.upper() == first


def _first_lines(text: str) -> Iterator[str]:
    lines = [line for line in text[:_REACH].split("\n") if line.strip()]
    for line in lines[:_LINES]:
        yield line[:400].rstrip("\r")


def _day(words: str, name: NameDate) -> str | None:
    try:
        if _YEAR.search(words):
            return read_day(words).iso
        month_day = read_day_of_year(words)
        if month_day is None or name.year is None:
            return None
        if name.day is None:
            return dt.date(name.year, *month_day).isoformat()
        return _nearest(month_day, dt.date.fromisoformat(name.day))
    except ValueError:
        return None


def _nearest(month_day: tuple[int, int], day: dt.date) -> str:
    """Return the month and day in the year that brings it nearest to another day: December 31 before January 1."""
    found = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            found.append(dt.date(year, *month_day))
        except ValueError:  # February 29, or past the calendar
            continue
    return min(found, key=lambda one: abs(one - day)).isoformat()
