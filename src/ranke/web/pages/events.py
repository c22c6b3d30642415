"""What happened: the timeline, and why the record holds an event."""

from ranke.answers import AccountRow, EventRow, Rows
from ranke.record import Record
from ranke.web.answered import Answered, listing
from ranke.web.asked import Asked, TimelineAsked
from ranke.web.paging import all_of, by_day, place_of, token

SHOWN = 40
"""Events on one page where nobody asks for another number."""


def timeline(record: Record, asked: TimelineAsked) -> Answered:
    """Return events, the latest first."""
    narrowed = asked.model_dump(include={"actor", "type", "context", "since", "place", "core"})

    def ask(until: str | None, size: int) -> Rows[EventRow]:
        last = until if until is not None else asked.until
        return record.timeline(**narrowed, with_=asked.with_, until=last, limit=size, **asked.view)

    parts, place = by_day(ask, lambda row: row.date or row.known), place_of(asked.next, asked.question)
    if asked.limit == 0:
        return Answered("timeline", "Timeline", {}, EventRow, all_of(parts, place))
    part = parts(place, asked.limit or SHOWN)
    after = token(part.after, asked.question)
    return listing("timeline", "Timeline", EventRow, part, after, asked=asked)


def event(record: Record, asked: Asked, event: str) -> Answered:
    """Return why the record holds an event."""
    why = record.why(event, **asked.view)
    row = why.event
    return Answered("event", f"{row.type}, {row.date or row.known}", {"why": why}, AccountRow, why.accounts, whole=why)
