"""The values of answers in the words that the commands use, for templates: days, chains of authority, marked words."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ranke.answers import EventRow, Evidence, Rows, Who
from ranke.model import QUAD
from ranke.views import phrases

ROOM = 240
"""Characters that a list shows on each side of a trigger."""

LONGEST = 600
"""Characters of a statement that a list shows; the report has the whole."""

SHOWN = 15
"""Rows of each kind on a page of several parts."""

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}

CONFLICTS = {
    "contradiction": "not both can be right",
    "account": "told differently",
    "update": "the later knows more",
    "granularity": "one is vaguer",
}
"""What each kind of conflict means."""


class Marked(NamedTuple):
    """Words around others that are marked."""

    before: str
    words: str
    after: str


def clean(text: object) -> str:
    """Return text for one line, without what would steer the order of writing."""
    return phrases.clean(str(text))


def short(text: object, limit: int = LONGEST) -> str:
    """Return text of at most so many characters."""
    return phrases.shorten(clean(text), limit)


def day(value: str | None) -> str:
    """Return an ISO 8601 value in words."""
    return phrases.day(clean(value)) if value else "no day"


def event_day(row: EventRow) -> str:
    """Return an event's day; what has none of its own was known by that of its first report."""
    return phrases.when(row.date and clean(row.date), row.status, clean(row.known))[0]


def said_day(row: Any) -> str:  # noqa: ANN401 - a statement, claim or turning point
    """Return the day of what was said; what has none was known by that of its report."""
    value = getattr(row, "date", None) or getattr(row, "period", None)
    return day(value) if value else f"by {clean(row.evidence.date)}"


def span_of_days(first: str, last: str) -> str:
    """Return the first and the last day, once where they are the same."""
    return clean(first) if first == last else f"{clean(first)} to {clean(last)}"


def year_of(value: str) -> str:
    """Return the year and month with which a day starts."""
    return phrases.order(value)[:7]


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 report", "3 reports"."""
    ending = "" if number == 1 else "s"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("ry") and ending else f"{number:,} {noun}{ending}"


def quad(kind: str) -> int:
    """Return the quad class of a type: 1 and 2 are cooperation, 3 and 4 conflict."""
    return QUAD.get(kind, 1)


def kind_of(kind: str, sector: str | None = None) -> str:
    """Return what an actor is: "person, government"."""
    told = "" if kind == "media" else phrases.SECTORS.get(sector or "", "")
    return f"{kind}, {told}" if told else kind


def place_of(evidence: Evidence) -> str:
    """Return where words stand: the outlet and what the report is called."""
    facts = evidence.outlet, short(evidence.label, 60) or short(evidence.report, 60)
    return ", ".join(clean(fact) for fact in facts if fact)


def around(evidence: Evidence, trigger: Sequence[int] | None = None, room: int = ROOM) -> Marked:
    """Return the words of an evidence with the trigger apart; nothing where the record has no text."""
    words, first = evidence.words, evidence.start
    if not words:
        return Marked("", "", "")
    if trigger is None:
        return Marked(short(words), "", "")
    start, end = (min(max(one - first, 0), len(words)) for one in trigger)
    return Marked(*phrases.around(words, (start, end), (0, len(words)), room=room))


def passage(words: str, wanted: Callable[[str], Sequence[tuple[int, int]]]) -> list[tuple[str, bool]]:
    """Return a passage in pieces, each with whether it is to be marked."""
    pieces, last = [], 0
    for start, end in wanted(words):
        pieces += [(words[last:start], False), (words[start:end], True)]
        last = end
    return [piece for piece in [*pieces, (words[last:], False)] if piece[0]]


def corroboration(row: EventRow) -> str:
    """Return how many tell it."""
    outlets = [counted(row.outlets, "outlet")] if row.outlets else []
    told = [counted(row.reports, "report")]
    return ", ".join([*told, *outlets, counted(row.roots, "independent root")] if row.reports > 1 else told)


def latest(rows: Rows[Any], most: int = SHOWN) -> Rows[Any]:
    """Return the last rows of an answer in order of days, those before them counted as more."""
    kept = tuple(rows)[-most:]
    return Rows(kept, more=rows.more + len(rows) - len(kept))


def first(rows: Rows[Any], most: int = SHOWN) -> Rows[Any]:
    """Return the first rows of an answer, those after them counted as more."""
    kept = tuple(rows)[:most]
    return Rows(kept, more=rows.more + len(rows) - len(kept))


def polarity(value: str) -> str:
    """Return for or against."""
    return "for" if value == "positive" else "against"


def is_who(value: object) -> bool:
    """Tell whether a value is an actor."""
    return isinstance(value, Who)


def link(url: str | None) -> str | None:
    """Return an address that may be followed: http and https only."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
