"""What happened: the timeline, an event and what it rests on, what is new, where accounts differ."""

from ranke.answers import AccountRow, Changes, ConflictRow, EventRow, Rows
from ranke.record import Record
from ranke.web.answered import Answered
from ranke.web.asked import WHOLE, Asked, ChangesAsked, ConflictsAsked, TimelineAsked
from ranke.web.pages.listed import listed
from ranke.web.paging import by_day, counted

SHOWN = 40
"""Events on one page where nobody asks for another number."""

_CONFLICTS = 20


def timeline(record: Record, asked: TimelineAsked) -> Answered:
    """Return events, the latest first."""
    narrowed = asked.model_dump(include={"actor", "with_", "type", "context", "since", "place", "core"})

    def ask(until: str | None, size: int) -> Rows[EventRow]:
        return record.timeline(**narrowed, until=until or asked.until, limit=size, **asked.view)

    parts = by_day(ask, lambda row: row.date or row.known)
    return listed("timeline", "Timeline", EventRow, asked, parts, shown=SHOWN)


def event(record: Record, asked: Asked, event: str) -> Answered:
    """Return why the record holds an event."""
    why = record.why(event, **asked.view)
    title = f"{why.event.type}, {why.event.date or why.event.known}"
    return Answered("event", title, {"why": why}, AccountRow, why.accounts, whole=why)


def conflicts(record: Record, asked: ConflictsAsked) -> Answered:
    """Return where accounts of one event differ, the latest events first."""
    parts = counted(lambda size: record.conflicts(actor=asked.actor, kind=asked.kind, limit=size, **asked.view))
    return listed("conflicts", "Conflicts", ConflictRow, asked, parts, shown=_CONFLICTS)


def changes(record: Record, asked: ChangesAsked) -> Answered:
    """Return what the record learned since a day; since its last reports where nobody says which."""
    since = asked.since or record.overview(limit=1, **asked.view).last
    if since is None:
        new = Changes("", Rows(), Rows(), Rows(), ())
    else:
        new = record.changes(since, until=asked.until, limit=asked.limit or WHOLE, **asked.view)
    return Answered("changes", "Changes", {"changes": new, "asked": asked}, EventRow, new.events, whole=new)
