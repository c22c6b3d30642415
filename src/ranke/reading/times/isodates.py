"""Days of the calendar and their ISO 8601 values: steps by unit, nearest weekdays and months, seasons, feasts."""

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season of the northern half of the world, as news in English counts them (meteorological)."""

_ORDINALS = {"1ST": 1, "2ND": 2, "3RD": 3, "4TH": 4}


def parse_day(value: str) -> date | None:
    """Return the day that an ISO date begins with; null where it names none."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def day(year: int, month: int, number: int) -> date | None:
    """Return a day, or null where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def days_on(start: date, days: int) -> date | None:
    """Return the day so many days later, or null beyond the calendar's ends."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def months_on(start: date, months: int) -> date | None:
    """Return the same day so many months later (the last of the month where it has no such day)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def week(start: date) -> str:
    """Return the ISO week of a day, such as `2019-W29`."""
    year, number, _ = start.isocalendar()
    return f"{year:04d}-W{number:02d}"


def month(start: date) -> str:
    """Return the month of a day, such as `2019-07`."""
    return f"{start.year:04d}-{start.month:02d}"


def weekend(start: date, *, step: int = 0) -> str:
    """Return the weekend of a day's ISO week, such as `2019-W29-WE`.

    Args:
        start: Any day of the week.
        step: Weeks from there.
    """
    return f"{week(days_on(start, 7 * step) or start)}-WE"


def season(tag: str, year: int) -> str:
    """Return a season's value, such as `2019-SU`; a winter bears the year of its December."""
    return f"{year:04d}-{tag}"


def season_near(tag: str, start: date, *, step: int) -> str:
    """Return the last season of a kind that ended before a day (-1), the one of its year (0), the next to begin (1)."""
    first = SEASON_STARTS[tag]
    this = start.year
    if step < 0:
        ended = date(this + (first == 12), (first + 3 - 1) % 12 + 1, 1) <= start  # noqa: PLR2004 — December
        return season(tag, this if ended else this - 1)
    if step > 0:
        return season(tag, this if date(this, first, 1) > start else this + 1)
    winter_goes_on = first == 12 and start.month <= 2  # noqa: PLR2004 — a winter ends with February
    return season(tag, this - 1 if winter_goes_on else this)


def weekday_near(number: int, start: date, *, step: int, strictly: bool = False) -> date | None:
    """Return the last (step < 1) or next such day of the week, the day itself included unless `strictly`.

    Args:
        number: 0 for Monday to 6 for Sunday.
        start: The day to count from.
        step: Which way to look.
        strictly: Pass over the day itself.
    """
    away = (number - start.weekday()) % 7 if step > 0 else -((start.weekday() - number) % 7)
    if strictly and away == 0:
        away = 7 if step > 0 else -7
    return days_on(start, away)


def month_year(number: int, start: date, *, step: int) -> int:
    """Return the year of the last (-1), nearest (0) or next (1) such month; the month of `start` counts as near.

    Unless the text looks ahead, a month is more often one past: up to eight months back, three ahead.
    """
    away = number - start.month
    if step < 0:
        return start.year - (away > 0)
    if step > 0:
        return start.year + (away < 0)
    return start.year - (away > 3) + (away < -8)  # noqa: PLR2004 — the window that the docstring gives


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches.

    Source: the "anonymous Gregorian algorithm", Nature, 20 April 1876.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * shift) // 451
    number, last = divmod(h + shift - 7 * m + 114, 31)
    return date(year, number, last + 1)


def feast(rule: str, year: int) -> date | None:
    """Return a feast's day in a year by its rule in `times.toml`; null where no rule tells it."""
    if not MINYEAR < year < MAXYEAR:
        return None
    if rule.startswith("easter"):
        return days_on(easter(year), int(rule.removeprefix("easter")))
    parts = rule.split("-")
    if len(parts) == 2:  # noqa: PLR2004 — month and day
        return day(year, int(parts[0]), int(parts[1]))
    if len(parts) != 3:  # noqa: PLR2004 — month, which, weekday
        return None
    number, which, weekday = int(parts[0]), parts[1], int(parts[2])
    if which == "LAST":
        last = date(year, number, calendar.monthrange(year, number)[1])
        return weekday_near(weekday, last, step=-1)
    first = weekday_near(weekday, date(year, number, 1), step=1)
    return days_on(first, 7 * (_ORDINALS[which] - 1)) if first else None


def unit_value(unit: str, start: date, step: int = 0) -> str | None:
    """Return the unit of the calendar that holds a day, or one so many steps from there.

    Args:
        unit: `D` day, `W` week, `F` fortnight, `M` month, `Q` quarter, `Y` year, `E` decade, `C` century, `WE` weekend.
        start: The day to count from.
        step: How many units on (negative: back).
    """
    if unit == "WE":
        return weekend(start, step=step)
    weeks = {"D": 1, "W": 7, "F": 14}
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
    there = days_on(start, step * weeks[unit]) if unit in weeks else months_on(start, step * months[unit])
    if there is None:
        return None
    return {
        "D": there.isoformat(),
        "W": week(there),
        "F": week(there),
        "M": month(there),
        "Q": f"{there.year:04d}-Q{(there.month + 2) // 3}",
        "Y": f"{there.year:04d}",
        "E": f"{there.year // 10:03d}",
        "C": f"{there.year // 100:02d}",
    }[unit]
