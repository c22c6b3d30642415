"""Expressions that name a day or a part of one: dates, days of the week, "yesterday", the clock."""

import re
from collections.abc import Callable
from datetime import date

from ranke.reading.times import isodates
from ranke.reading.times.grammar import Found, Word
from ranke.reading.times.setting import Setting, Value, dated


def _date(found: Found, setting: Setting, *, month: str = "month", number: str = "day") -> date | None:
    """Return the day that a month, a day and perhaps a year name."""
    month_number, day_number = found.number(month), found.number(number)
    if day_number is None:
        return None
    if "year" in found.parts:
        return isodates.day(int(found.parts["year"].value), month_number or 1, day_number)
    base = setting.base
    if base is None:
        return None
    if month_number is None:
        return isodates.day(base.year, base.month, day_number)
    step = found.number("year_rel")
    if step is not None:
        return isodates.day(base.year + step, month_number, day_number)
    told = setting.told
    if told is not None:
        return isodates.day(told.year + (month_number < told.month), month_number, day_number)
    days = [isodates.day(year, month_number, day_number) for year in (base.year - 1, base.year, base.year + 1)]
    near = [day for day in days if day is not None]
    if not near:  # 29 February far from a leap year
        return None
    # The nearest day wins; a past clause leans back and one that looks ahead leans forward by three months.
    leaning = isodates.days_on(base, 90 * setting.way) or base
    return min(near, key=lambda day: abs((day - leaning).days))


def _resolve_date(found: Found, setting: Setting) -> Value:
    day = _date(found, setting)
    if day is None and found.number("month") and "year" not in found.parts and setting.base is not None:
        return None
    return dated(day, found.parts.get("part"))


def _resolve_iso(found: Found, setting: Setting) -> Value:
    del setting
    text = found.parts["iso"].value
    if len(text) == len("2019-07") and int(text[5:]) == int(text[2:4]) + 1:  # "2011-12" is two years, "2019-07" a month
        return f"{text[:4]}/{text[:2]}{text[5:]}", "DATE"
    return text, "DATE"


def _resolve_slash(found: Found, setting: Setting) -> Value:
    del setting
    first, second, year = (int(part) for part in found.parts["slash"].value.split("/"))
    if year < 100:  # noqa: PLR2004 — two digits
        year += 2000 if year < 50 else 1900  # noqa: PLR2004 — the usual turn of two-digit years
    day = isodates.day(year, first, second) or isodates.day(year, second, first)
    return (day.isoformat(), "DATE") if day else None


def _resolve_days(found: Found, setting: Setting) -> Value:
    months = found.parts
    month = "month" if "month" in months else "month2"
    start = _date(found, setting, month=month)
    end = _date(found, setting, month="month2" if "month2" in months else month, number="day2")
    if start is None or end is None:
        return (None, "DATE") if setting.base is None else None
    if start > end:
        start = isodates.months_on(start, -12) or start
    return f"{start.isoformat()}/{end.isoformat()}", "DATE"


def _resolve_week_of(found: Found, setting: Setting) -> Value:
    day = _date(found, setting)
    return (isodates.week(day), "DATE") if day else (None, "DATE")


def _resolve_weekday(found: Found, setting: Setting) -> Value:
    return dated(_weekday(found, setting, found.number("weekday") or 0), found.parts.get("part"))


def _weekday(found: Found, setting: Setting, number: int) -> date | None:
    base = setting.base
    if base is None:
        return None
    week_step, step = found.number("week_rel"), found.number("rel")
    if week_step is not None:
        return isodates.days_on(base, 7 * week_step - base.weekday() + number)
    if step in (-1, 1):
        near = isodates.weekday_near(number, base, step=step, strictly=True)
        # "Last Thursday" on a Friday is not yesterday; "this past Thursday" is.
        far = near is not None and abs((near - base).days) == 1 and found.parts["rel"].text in ("last", "next")
        return isodates.days_on(near, 7 * step) if near is not None and far else near
    return isodates.weekday_near(number, base, step=setting.way)


def _resolve_weekdays(found: Found, setting: Setting) -> Value:
    start = _weekday(found, setting, found.number("weekday") or 0)
    end = isodates.weekday_near(found.number("weekday2") or 0, start, step=1) if start else None
    return (f"{start.isoformat()}/{end.isoformat()}", "DATE") if start and end else (None, "DATE")


def _resolve_deixis(found: Found, setting: Setting) -> Value:
    if setting.base is None:
        return None, "DATE"
    step = (found.number("deixis") or 0) + (found.number("step") or 0)
    part = found.parts.get("part")
    if part is None and found.parts["deixis"].text == "tonight":
        part = Word(0, 0, "night", "NI")
    return dated(isodates.days_on(setting.base, step), part)


def _resolve_part(found: Found, setting: Setting) -> Value:
    step = found.number("rel") or 0
    rel = found.parts.get("rel")
    from_text = "same" in found.parts or (
        rel is not None and rel.text in ("next", "following", "previous", "preceding")
    )
    base = setting.anchor if from_text else setting.base
    return dated(isodates.days_on(base, step) if base else None, found.parts["part"])


def _resolve_feast(found: Found, setting: Setting) -> Value:
    rule = found.parts["feast"].value
    if not rule:
        return None, "DATE"
    if rule.count("-") == 2 and rule[:4].isdigit():  # noqa: PLR2004 — a year, a month, a day
        year, month, number = (int(part) for part in rule.split("-"))
        return dated(isodates.day(year, month, number))
    if "year" in found.parts:
        return dated(isodates.feast(rule, int(found.parts["year"].value)))
    base, step = setting.base, found.number("rel")
    if base is None:
        return None, "DATE"
    days = [isodates.feast(rule, year) for year in range(base.year - 1, base.year + 2)]
    past = [day for day in days if day is not None and day < base]
    ahead = [day for day in days if day is not None and day >= base]
    if step == -1 and past:
        return dated(past[-1])
    if step in (0, 1) and ahead:
        return dated(ahead[0])
    leaning = isodates.days_on(base, 90 * setting.way) or base
    return dated(min([*past, *ahead], key=lambda day: abs((day - leaning).days), default=None))


def _resolve_clock(found: Found, setting: Setting) -> Value:
    """Resolve a time of day, on the last day that the text named."""
    time = _time_of_day(found.parts["clock"].value)
    if time is None:
        return None
    if setting.anchor is None:
        return None, "TIME"
    zone = "Z" if found.parts.get("zone") and found.parts["zone"].value else ""
    return f"{setting.anchor.isoformat()}T{time}{zone}", "TIME"


def _time_of_day(text: str) -> str | None:
    """Return `15:05` for "3:05 p.m.", "15:05" or "1505"; null where the clock has no such time."""
    digits = [int(part) for part in re.findall(r"\d+", text)]
    if len(digits) == 1 and digits[0] >= 100:  # noqa: PLR2004 — "1505" UTC
        digits = list(divmod(digits[0], 100))
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    letter = re.search(r"[ap]", text)
    if letter is not None and 1 <= hour <= 12:  # noqa: PLR2004 — twelve hours
        hour = hour % 12 + (12 if letter.group() == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None  # noqa: PLR2004 — a day


RESOLVERS: dict[str, Callable[[Found, Setting], Value]] = {
    "date": _resolve_date,
    "iso": _resolve_iso,
    "slash": _resolve_slash,
    "days": _resolve_days,
    "week_of": _resolve_week_of,
    "weekday": _resolve_weekday,
    "weekdays": _resolve_weekdays,
    "deixis": _resolve_deixis,
    "part": _resolve_part,
    "feast": _resolve_feast,
    "clock": _resolve_clock,
}
"""Kind of expression (`times.toml`) → how it is resolved."""
