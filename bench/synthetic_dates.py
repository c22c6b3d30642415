"""How a synthetic report words a date, and the ISO value that a reader takes from the words."""

import random
from datetime import date, timedelta

from synthetic_sentences import When
from synthetic_world import chance

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOURS = (("morning", "TMO"), ("afternoon", "TAF"), ("evening", "TEV"))
_WEEK = 7
_FORTNIGHT = 14


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _month(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def _back(report: date) -> date:
    """Return a day of the month before."""
    return report.replace(day=1) - timedelta(days=1)


def past(day: date, report: date, draw: random.Random) -> When | None:
    """Return words for the day of an event as one account has it: mostly exact, also vague, off by one or missing."""
    if chance(draw, 0.1):
        return None
    if day < report and chance(draw, 0.08):
        day += timedelta(days=draw.choice((-1, 1)))
    ago = (report - day).days
    if chance(draw, 0.13):
        if chance(draw, 0.5) and _week(day) == _week(report):
            return When(" ", "this week", "", _week(day))
        if _week(day) == _week(report - timedelta(days=_WEEK)):
            return When(" ", "last week", "", _week(day))
        return vague(day, report)
    if 0 <= ago < _WEEK:
        if chance(draw, 0.09):
            word, code = _HOURS[draw.randrange(3)]
            return When(" on ", f"{_DAYS[day.weekday()]} {word}", "", f"{day.isoformat()}{code}", "TIME")
        return When(" on ", _DAYS[day.weekday()], "", day.isoformat())
    month = _MONTHS[day.month - 1]
    words = f"{day.day} {month}" if chance(draw, 0.5) else f"{month} {day.day}"
    return When(" on ", words if day.year == report.year else f"{words} {day.year}", "", day.isoformat())


def vague(day: date, report: date) -> When:
    """Return words that give the month only."""
    if _month(day) == _month(report):
        return When(" earlier ", "this month", "", _month(day))
    if _month(day) == _month(_back(report)):
        return When(" ", "last month", "", _month(day))
    year = "" if day.year == report.year else f" {day.year}"
    return When(" in ", f"{_MONTHS[day.month - 1]}{year}", "", _month(day))


def before(day: date, report: date) -> When:
    """Return words for an earlier event that stand before its noun: "last month's", "Tuesday's", "the 2017"."""
    ago = (report - day).days
    if 0 <= ago < _WEEK:
        return When("", _DAYS[day.weekday()], "'s", day.isoformat())
    if ago < _FORTNIGHT and _week(day) == _week(report - timedelta(days=_WEEK)):
        return When("", "last week", "'s", _week(day))
    if _month(day) == _month(report):
        return When("", "this month", "'s", _month(day))
    if _month(day) == _month(_back(report)):
        return When("", "last month", "'s", _month(day))
    if day.year == report.year:
        return When("the ", _MONTHS[day.month - 1], "", _month(day))
    return When("the ", str(day.year), "", str(day.year))


def ahead(report: date, draw: random.Random) -> When:
    """Return words for a coming day, week or month."""
    if chance(draw, 0.5):
        day = report + timedelta(days=draw.randint(1, 6))
        return When(" on ", _DAYS[day.weekday()], "", day.isoformat())
    if chance(draw, 0.5):
        return When(" ", "next week", "", _week(report + timedelta(days=_WEEK)))
    coming = (report.replace(day=28) + timedelta(days=4)).replace(day=1)
    return When(" ", "next month", "", _month(coming))


def said(report: date, draw: random.Random) -> When | None:
    """Return words for when something was said, which every other report gives."""
    if chance(draw, 0.5):
        return None
    day = report - timedelta(days=draw.randrange(2))
    return When(" on ", _DAYS[day.weekday()], "", day.isoformat())
