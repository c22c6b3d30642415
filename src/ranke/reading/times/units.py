"""Expressions that name a week, a month, a year or another unit of the calendar."""

import re
from collections.abc import Callable

from ranke.reading.times import isodates
from ranke.reading.times.grammar import Found
from ranke.reading.times.lengths import resolve_duration
from ranke.reading.times.setting import Setting, Value, start_of


def _month(found: Found, setting: Setting, number: int) -> str | None:
    """Return the value of a month without a year of its own."""
    if setting.base is None:
        return None
    base = setting.base
    step, year_step = found.number("rel"), found.number("year_rel")
    if year_step is not None:
        return f"{base.year + year_step:04d}-{number:02d}"
    if step == -1:
        year = base.year - (number >= base.month)
    elif step == 1:
        year = base.year + (number <= base.month)
    elif setting.told is not None and step is None:
        year = setting.told.year + (number < setting.told.month)  # "quit in November 2016 and came back in May"
    else:
        year = isodates.month_year(number, base, step=0 if step == 0 else setting.way)
    return f"{year:04d}-{number:02d}"


def _resolve_month(found: Found, setting: Setting) -> Value:
    number = found.number("month") or 1
    if "year" in found.parts:
        return f"{found.parts['year'].value}-{number:02d}", "DATE"
    return _month(found, setting, number), "DATE"


def _resolve_months(found: Found, setting: Setting) -> Value:
    first, last = found.number("month") or 1, found.number("month2") or 1
    year, year2 = found.number("year"), found.number("year2")
    if year2 is not None:
        year = year if year is not None else year2 - (first > last)
        return f"{year:04d}-{first:02d}/{year2:04d}-{last:02d}", "DATE"
    end = _month(found, setting, last)
    if end is None:
        return None, "DATE"
    return f"{int(end[:4]) - (first > last):04d}-{first:02d}/{end}", "DATE"


def _resolve_unit(found: Found, setting: Setting) -> Value:
    unit, step, base = found.parts["unit"], found.number("rel") or 0, setting.base
    if base is None:
        return None, "DATE"
    if unit.value in isodates.SEASON_STARTS:
        return isodates.season_near(unit.value, base, step=step), "DATE"
    if unit.value == "D" and step == 0:
        return None
    if unit.value == "WE":
        return _weekend(found, setting, step), "DATE"
    if unit.value == "W":
        return _week(found, setting, step), "DATE"
    return isodates.unit_value(unit.value, base, step), "DATE"


def _week(found: Found, setting: Setting, step: int) -> str | None:
    """Return the week of "this", "last", "next" or "the coming" week; weeks start on Monday."""
    base = setting.base
    if base is None:
        return None
    rel = found.parts["rel"].text
    if rel in ("coming", "upcoming"):  # from Thursday on, the week in which it is spoken is no longer coming
        return isodates.week(isodates.days_on(base, 4) or base)
    if step == 0 and setting.way > 0 and base.weekday() == 6:  # noqa: PLR2004 — on a Sunday, "this week" ahead is the next
        step = 1
    return isodates.unit_value("W", base, step)


def _weekend(found: Found, setting: Setting, step: int) -> str | None:
    """Return the weekend of "this", "last", "next" or "the" weekend."""
    base = setting.base
    if base is None:
        return None
    on_weekend = base.weekday() >= 5  # noqa: PLR2004 — Saturday
    if step == 0 and (on_weekend or setting.way > 0):
        return isodates.weekend(base)
    if step == 0:
        near = "rel" in found.parts and base.weekday() > 2  # noqa: PLR2004 — from Thursday "this weekend" is the coming one
        return isodates.weekend(base, step=0 if near else -1)
    return isodates.weekend(base, step=step if step < 0 or on_weekend else 0)


def _resolve_weekend(found: Found, setting: Setting) -> Value:
    return _weekend(found, setting, 0), "DATE"


def _resolve_shift(found: Found, setting: Setting) -> Value:
    """Resolve "the next day", "the week before", counted from what the text named last."""
    rel, step = found.parts["rel"], found.number("rel") or 0
    if rel.text in ("last", "past", "coming", "upcoming"):
        return _resolve_unit(found, setting)
    return _from_last(found.parts["unit"].value, step, setting), "DATE"


def _from_last(unit: str, step: int, setting: Setting) -> str | None:
    """Return the unit so many steps from the last value of the text that is precise enough."""
    start = setting.anchor
    if unit in ("M", "Y", "E", "C", "Q") or unit in isodates.SEASON_STARTS:
        start = start_of(setting.last) or start
    if start is None:
        return None
    if unit in isodates.SEASON_STARTS:
        return isodates.season_near(unit, start, step=step)
    return isodates.unit_value(unit, start, step)


def _resolve_same(found: Found, setting: Setting) -> Value:
    if "near" in found.parts and found.parts["unit"].value != "D":  # "earlier in the month": the month of speaking
        return _resolve_edge(found, setting)
    return _from_last(found.parts["unit"].value, 0, setting), "DATE"


def _resolve_edge(found: Found, setting: Setting) -> Value:
    unit = found.parts["unit"].value
    if unit == "D":  # "at the end of the day": a way of speaking
        return None
    return (isodates.unit_value(unit, setting.base) if setting.base else None), "DATE"


def _resolve_count(found: Found, setting: Setting) -> Value:
    """Resolve "two weeks ago", "three years later": the unit that holds the day so far away."""
    number, unit, step = found.parts["n"], found.parts["unit"].value, found.parts["step"]
    if step.text in ("before", "after"):
        return resolve_duration(found, setting)
    if number.value == "0":
        return None
    count = int(number.value) * int(step.value)
    if step.text != "ago":
        return _from_last(unit, count, setting), "DATE"
    if setting.base is None:
        return None, "DATE"
    if "half" in found.parts and unit == "Y":
        there = isodates.months_on(setting.base, 12 * count - 6)
        return (isodates.unit_value("Y", there) if there else None), "DATE"
    return isodates.unit_value(unit, setting.base, count), "DATE"


def _resolve_next(found: Found, setting: Setting) -> Value:
    """Resolve "the next ten days" as a stretch from the day of speaking; "the past ten days" is a length."""
    count, unit = found.number("n") or 0, found.parts["unit"].value
    if (found.number("rel") or 0) < 0 or not count or setting.base is None:
        return resolve_duration(found, setting)
    days = {"D": 1, "W": 7, "F": 14}
    if unit not in days:
        return resolve_duration(found, setting)
    end = isodates.days_on(setting.base, count * days[unit])
    return (f"{setting.base.isoformat()}/{end.isoformat()}", "DATE") if end else None


def _resolve_year(found: Found, setting: Setting) -> Value:
    del setting
    return found.parts["year"].value, "DATE"


def _resolve_years(found: Found, setting: Setting) -> Value:
    del setting
    start, end = found.parts["year"].value, found.parts["year2"].value
    return (f"{start}/{end}", "DATE") if start < end else None


def _resolve_span(found: Found, setting: Setting) -> Value:
    """Resolve "2014-15"."""
    del setting
    text = found.parts["span"].value
    start, end = text[:4], text[:2] + text[5:]
    return (f"{start}/{end}", "DATE") if start < end else None


def _resolve_decade(found: Found, setting: Setting) -> Value:
    del setting
    digits = re.sub(r"\D", "", found.parts["decade"].value)
    return (digits[:3] if len(digits) == 4 else f"19{digits[0]}"), "DATE"  # noqa: PLR2004 — with its century


def _year(found: Found, setting: Setting) -> int | None:
    """Return the year of "of 2018", "of last year", or that of the report."""
    if "year" in found.parts:
        return int(found.parts["year"].value)
    return setting.base.year + (found.number("year_rel") or 0) if setting.base else None


def _resolve_quarter(found: Found, setting: Setting) -> Value:
    word = found.parts.get("q")
    number = int(word.value[1:]) if word else found.number("n") or 0
    if not 1 <= number <= 4 or (not word and found.parts["unit"].value != "Q"):  # noqa: PLR2004 — quarters
        return None
    year = _year(found, setting)
    return (f"{year:04d}-Q{number}" if year else None), "DATE"


def _resolve_half(found: Found, setting: Setting) -> Value:
    number, year = found.number("n") or 0, _year(found, setting)
    return (f"{year:04d}-H{number}" if year else None, "DATE") if number in (1, 2) else None


def _resolve_season(found: Found, setting: Setting) -> Value:
    tag = found.parts["season"].value
    if "year" in found.parts or "year_rel" in found.parts:
        year = _year(found, setting)
        return (isodates.season(tag, year) if year else None), "DATE"
    if found.parts["season"].text == "fall":  # "in the fall of the town": no season
        return None
    return (isodates.season_near(tag, setting.base, step=0) if setting.base else None), "DATE"


RESOLVERS: dict[str, Callable[[Found, Setting], Value]] = {
    "month": _resolve_month,
    "months": _resolve_months,
    "unit": _resolve_unit,
    "weekend": _resolve_weekend,
    "shift": _resolve_shift,
    "same": _resolve_same,
    "edge": _resolve_edge,
    "count": _resolve_count,
    "next": _resolve_next,
    "year": _resolve_year,
    "years": _resolve_years,
    "span": _resolve_span,
    "decade": _resolve_decade,
    "quarter": _resolve_quarter,
    "half": _resolve_half,
    "season": _resolve_season,
}
"""Kind of expression (`times.toml`) → how it is resolved."""
