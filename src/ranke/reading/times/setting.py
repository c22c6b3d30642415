"""What a time expression is resolved against, and what it resolves to."""

import re
from dataclasses import dataclass
from datetime import date

from ranke.model import TimeType
from ranke.reading.times import isodates
from ranke.reading.times.grammar import Word

Value = tuple[str | None, TimeType] | None
"""A value (null: it can't be told) and its type; no value at all: the words were no time expression."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is resolved against.

    Attributes:
        base: The day of speaking: the report's, or inside a quotation the day that the text has set; null if unknown.
        last_day: The last day that the text named.
        last: The last value that the text named, of any precision.
        way: Which way the clause looks, -1 back, 0 neither, 1 ahead.
        preposition: The word before the expression, folded.
        told: The first day of the last value, where the same sentence named it and it is of a year before the report's.
    """

    base: date | None
    last_day: date | None = None
    last: str | None = None
    way: int = 0
    preposition: str = ""
    told: date | None = None

    @property
    def anchor(self) -> date | None:
        """The day that "the next day" follows: the last that the text named, else the day of speaking."""
        return self.last_day or self.base


def dated(day: date | None, part: Word | None = None) -> Value:
    """Return a day, or a part of it, as a value."""
    if day is None:
        return None, "DATE"
    return (f"{day.isoformat()}T{part.value}", "TIME") if part else (day.isoformat(), "DATE")


def start_of(value: str | None) -> date | None:
    """Return the first day of a value: a year, a month or a day."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\dW])", value or "")
    return isodates.day(int(match[1]), int(match[2] or 1), int(match[3] or 1)) if match else None
