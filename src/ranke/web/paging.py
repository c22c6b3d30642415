"""Long lists in parts: what a `next` token holds, and how a question is asked part by part."""

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ranke.answers import Rows
from ranke.days import extent, iso
from ranke.errors import UsageError

AT_ONCE = 400
"""Rows that are asked for together where all are wanted."""

type Ask = Callable[[int], Rows[Any]]
"""A question that takes how many rows are wanted, the first ones of its order."""

type AskUntil = Callable[[str | None, int], Rows[Any]]
"""A question that takes the last day that is wanted, and how many rows, the latest."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a list, how many stand after them, and where those begin."""

    rows: tuple[Any, ...]
    more: int
    after: "Place | None"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part of a list begins: after so many rows, of those up to a day where the list goes by days."""

    skip: int = 0
    day: str | None = None


type Parts = Callable[[Place, int], Part]
"""A list that can be had in parts: from a place on, so many rows."""


def counted(ask: Ask) -> Parts:
    """Return the parts of a list whose rows are counted from its beginning."""

    def part(place: Place, size: int) -> Part:
        rows = ask(place.skip + size)
        here = tuple(rows)[place.skip :]
        return Part(here, rows.more, Place(place.skip + len(here)) if rows.more else None)

    return part


def by_day(ask: AskUntil, day_of: Callable[[Any], str | None]) -> Parts:
    """Return the parts of a list in order of days, the latest first.

    The next part is asked for by the day that this one came to, so that the end of a long list costs no more than its
    beginning.

    Args:
        ask: The question; it answers in order of days, the latest where there are more.
        day_of: Returns the day at which a row stands, as an ISO 8601 value.
    """

    def part(place: Place, size: int) -> Part:
        rows = ask(place.day, size + place.skip)
        latest = tuple(rows)[::-1][place.skip :]
        if not rows.more or not latest:
            return Part(latest, 0, None)
        days = [_first(day_of(one)) for one in (*latest, *tuple(rows)[::-1][: place.skip])]
        last = days[len(latest) - 1]
        # What stands at the same day was shown already, here or in the parts before.
        skip = sum(1 for one in days if one == last)
        return Part(latest, rows.more, Place(skip, last))

    return part


def _first(value: str | None) -> str | None:
    days = extent(value)
    return iso(days[0]) if days else None


def all_of(parts: Parts, place: Place) -> Iterator[Any]:
    """Yield all rows from a place on, asking for some at a time."""
    here: Place | None = place
    while here is not None:
        part = parts(here, AT_ONCE)
        yield from part.rows
        here = part.after


def token(place: Place | None, question: Sequence[object]) -> str | None:
    """Return a place as an opaque token that fits one question only."""
    if place is None:
        return None
    packed = json.dumps([place.skip, place.day, _digest(question)], separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def place_of(given: str | None, question: Sequence[object]) -> Place:
    """Return the place that a token holds; the beginning without one.

    Raises:
        UsageError: If it is no token, or that of another question.
    """
    if not given:
        return Place()
    try:
        skip, day, digest = json.loads(base64.urlsafe_b64decode(given + "=" * (-len(given) % 4)))
    except (ValueError, TypeError, binascii.Error) as error:
        raise _wrong(given) from error
    known = isinstance(skip, int) and skip >= 0 and (day is None or isinstance(day, str))
    if not known or digest != _digest(question):
        raise _wrong(given)
    return Place(skip, day)


def _wrong(given: str) -> UsageError:
    return UsageError(f"next={given[:40]!r} does not belong to this question; take it from an answer to the same one")


def _digest(question: Sequence[object]) -> str:
    return hashlib.sha256(repr(list(question)).encode(errors="replace")).hexdigest()[:8]
