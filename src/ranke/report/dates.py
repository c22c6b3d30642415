"""A date in words or figures → the day, `YYYY-MM-DD`."""

import datetime as dt
import re
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_DAY = r"(?:the\s+)?[0-3]?[0-9](?:st|nd|rd|th)?\b"
_YEAR = r"[0-9]{4}\b"
_NO_YEAR = rf"{_WEEKDAY}(?:{_MONTH}\s*{_DAY}|{_DAY}\s*(?:of\s+)?{_MONTH})"

WORDS = rf"{_NO_YEAR}(?:,?\s+{_YEAR})?"
"""Pattern of a date in words, its year optional, without groups."""
FIGURES = r"[0-9]{4}-[0-9]{2}-[0-9]{2}\b|[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{4}\b"
"""Pattern of a date in figures, without groups."""
TIME = (
    r"(?:(?:[T\s,/|\u00b7\u2022\u2013-]|\bat\b)+(?:[0-9]{1,2}(?:[:.][0-9]{2}|\s?[ap]\.?m\b)|[0-9]{4}\s+(?:gmt|utc))[^\n]{0,40}"
    r"|\s?(?:Z|utc|gmt)|[+-][0-9]{2}:?[0-9]{2})"
)
"""Pattern of the time of day, and the zone, after a date; without groups."""

_FLAGS = re.IGNORECASE | re.ASCII
_CLOCK = r"(?P<time>\s+[0-9:]+(?:\s+[A-Z]+|\s+[+-][0-9]+)?)"
_YEAR_FIRST = r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})"
_FORMS = tuple(
    re.compile(form, _FLAGS)
    for form in (
        rf"{_YEAR_FIRST}(?P<time>{TIME})?",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?P<time>T?(?:[0-9]{6}|[0-9]{4})(?:Z|[+-][0-9:]+)?)?",
        rf"{_WEEKDAY}(?P<month>{_MONTH})\s*(?P<day>{_DAY}),?\s+(?P<year>{_YEAR})(?P<time>{TIME})?",
        rf"{_WEEKDAY}(?P<day>{_DAY})[\s-]*(?:of\s+)?(?P<month>{_MONTH})[,\s-]+(?P<year>{_YEAR})(?P<time>{TIME})?",
        # ctime and Twitter: Tue Jul 23 10:15:00 +0000 2019
        rf"{_WEEKDAY}(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_CLOCK}\s+(?P<year>{_YEAR})",
    )
)
_NUMERIC = re.compile(rf"(?P<a>[0-9]{{1,2}})([-/.])(?P<b>[0-9]{{1,2}})\2(?P<year>[0-9]{{4}})(?P<time>{TIME})?", _FLAGS)
_EPOCH = re.compile(r"([0-9]{9,10})([0-9]{3})?(?:\.[0-9]+)?", re.ASCII)
_PART = re.compile(r"[0-9]+|[a-z]{3}")
_LONGEST = 80
"""Characters; no way to write a day is longer, so longer text is no date."""


class Day(NamedTuple):
    """A day, `YYYY-MM-DD`, and whether the words also gave a time of day."""

    iso: str
    timed: bool


def read_day(words: str) -> Day:
    """Return the day that the words name, as they have it: no zone is reckoned in.

    Args:
        words: ISO 8601 with or without a time, `20190723T101500Z`, RFC 2822, `23 July 2019`, `July 23, 2019`,
            `23/07/2019` where only one order of day and month is possible, or seconds or milliseconds since 1970.

    Raises:
        ValueError: If they name no day, or more than one; the message is a sentence that names the way out.
    """
    value = words.strip()
    if len(value) <= _LONGEST:
        value = " ".join(value.split())
        for form in _FORMS:
            if found := form.fullmatch(value):
                return Day(_iso(words, found["year"], found["month"], found["day"]), bool(found["time"]))
        if found := _NUMERIC.fullmatch(value):
            return Day(_numeric(words, found["year"], found["a"], found["b"]), bool(found["time"]))
        if found := _EPOCH.fullmatch(value):
            moment = dt.datetime.fromtimestamp(int(found[1]), tz=dt.UTC)
            return Day(moment.date().isoformat(), timed=True)
    message = f"can't tell the day from {_short(words)}; write the date as YYYY-MM-DD"
    raise ValueError(message)


def read_day_of_year(words: str) -> tuple[int, int] | None:
    """Return month and day of a date in words without its year, such as `Tuesday, July 23`; None if it is none."""
    parts = _PART.findall(re.sub(_WEEKDAY, "", words.lower(), count=1))
    months = [_MONTHS.index(part) + 1 for part in parts if part in _MONTHS]
    days = [int(part) for part in parts if part.isdecimal()]
    return (months[0], days[0]) if len(months) == 1 and len(days) == 1 else None


def _numeric(words: str, year: str, first: str, second: str) -> str:
    """Return the day of `23/07/2019` or `07/23/2019`; both orders are in use, so `10/07/2019` is refused."""
    orders = []
    for day, month in ((first, second), (second, first)):
        try:
            orders.append(_iso(words, year, month, day))
        except ValueError:
            continue
    if not orders:
        return _iso(words, year, second, first)
    if orders[0] != orders[-1]:
        message = f"date {_short(words)} may be {orders[0]} or {orders[1]}; write it as one of these"
        raise ValueError(message)
    return orders[0]


def _iso(words: str, year: str, month: str, day: str) -> str:
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return dt.date(int(year), number, int(re.sub(r"[^0-9]", "", day))).isoformat()
    except ValueError as error:
        message = f"date {_short(words)} is not in the calendar; write the date as YYYY-MM-DD"
        raise ValueError(message) from error


def _short(words: str) -> str:
    """Return the value as a message shows it: one line, at most 60 characters."""
    return repr(words if len(words) <= 60 else words[:57] + "...")  # noqa: PLR2004
