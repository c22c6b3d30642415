"""What a record holds at a glance: how much, when, who, where, and what is new."""

from collections.abc import Mapping

from sqlalchemy import func, select

from ranke.answers import ActorRow, EventRow, NameCount, Overview, PlaceRow, StoryRow
from ranke.days import iso
from ranke.record.filing.summaries import Rulings
from ranke.record.keeping import schema
from ranke.record.keeping.store import rows_in
from ranke.record.questions.activity import activity
from ranke.record.questions.actorlist import row_of
from ranke.record.questions.lens import Lens
from ranke.record.questions.places import places_of
from ranke.record.questions.stories import story_rows, sums
from ranke.record.questions.timeline import when
from ranke.record.questions.told import events
from ranke.record.questions.visible import counts, reports, told

_WEEK = 7
"""Days in which the latest stories are looked for first."""

_CANDIDATES = 20
"""Actors whose events are counted to find the busiest: those that appear most."""

_PLACES = 60
"""Places that are shown on the map: those of most events."""


def overview(lens: Lens, *, limit: int) -> Overview:
    """Return what the record holds.

    Args:
        lens: What may be seen.
        limit: How many actors, outlets, stories and events to name.
    """
    by_day = _by_day(lens)
    by_outlet = _by_outlet(lens)
    first, last = (min(by_day), max(by_day)) if by_day else (None, None)
    return Overview(
        reports=sum(by_day.values()),
        outlets=len(by_outlet),
        events=_events(lens),
        first=iso(first) if first is not None else None,
        last=iso(last) if last is not None else None,
        by_outlet=tuple(by_outlet[:limit] if limit else by_outlet),
        actors=_busiest(lens, limit),
        activity=activity(lens, by_day),
        places=_places(lens),
        stories=_stories(lens, by_day, limit),
        latest=_latest(lens, limit),
    )


def _by_day(lens: Lens) -> dict[int, int]:
    day = schema.report.c.day
    query = reports(lens, select(day, func.count()).group_by(day))
    return dict(tuple(row) for row in lens.connection.execute(query).all())


def _by_outlet(lens: Lens) -> list[NameCount]:
    outlet = schema.report.c.outlet
    query = reports(lens, select(outlet, func.count()).where(outlet.is_not(None)).group_by(outlet))
    rows = [NameCount(name, count) for name, count in lens.connection.execute(query)]
    return sorted(rows, key=lambda row: (-row.count, row.name))


def _events(lens: Lens) -> int:
    """Return how many events are told; the rejected ones are few, and counting the others alone takes long."""
    query = select(func.count()).select_from(schema.event)
    if lens.narrow:
        return int(lens.connection.execute(query.where(*told(lens))).scalar_one())
    return int(lens.connection.execute(query).scalar_one()) - len(Rulings.of(lens.connection).rejected)


def _busiest(lens: Lens, limit: int) -> tuple[ActorRow, ...]:
    table = schema.actor
    query = select(table).order_by(table.c.appearances.desc(), table.c.id).limit(max(_CANDIDATES, limit) or None)
    rows = lens.connection.execute(query).all()
    found = counts(lens, [row.number for row in rows])
    busy = sorted((row for row in rows if row.number in found), key=lambda row: (-found[row.number], row.name, row.id))
    return tuple(row_of(lens, busy[:limit] if limit else busy, found))


def _places(lens: Lens) -> tuple[PlaceRow, ...]:
    """Return the places of most events, each with the coordinates that one of its events has."""
    event = schema.event
    query = select(event.c.place, func.count().label("events"), func.max(event.c.id)).where(event.c.place.is_not(None))
    grouped = query.where(*told(lens)).group_by(event.c.place)
    rows = lens.connection.execute(grouped.order_by(func.count().desc(), event.c.place).limit(_PLACES)).all()
    named = {row[2]: row.place for row in rows}
    events = [(row.number, named[row.id]) for row in rows_in(lens.connection, event, "id", named)]
    where = {name: facts for (_, name), facts in places_of(lens, events).items()}
    return tuple(
        PlaceRow(row.place, where[row.place].country, where[row.place].latitude, where[row.place].longitude, row.events)
        for row in rows
    )


def _latest(lens: Lens, limit: int) -> tuple[EventRow, ...]:
    """Return the latest events that reports are about, the latest first."""
    event = schema.event
    query = (
        select(event.c.number).where(*told(lens), event.c.core == 1).order_by(event.c.first.desc(), event.c.id.desc())
    )
    numbers = lens.connection.execute(query.limit(limit or None)).scalars().all()
    rows = [row for row in events(lens, numbers) if row.core and not row.rejected]
    return tuple(sorted(rows, key=when, reverse=True)[: limit or None])


def _stories(lens: Lens, by_day: Mapping[int, int], limit: int) -> tuple[StoryRow, ...]:
    """Return the stories that were last heard of, the latest first; on one day those of most reports."""
    table = schema.report
    ordered = sums(lens).order_by(func.max(table.c.day).desc(), func.count().desc(), func.min(table.c.id))
    late = _late(lens, by_day, limit)
    if late is not None:
        ordered = ordered.where(table.c.story.in_(late))
    found = lens.connection.execute(ordered.limit(limit or None))
    return tuple(story_rows(lens, [(row.story, row.first, row.last, row.reports) for row in found]).values())


def _late(lens: Lens, by_day: Mapping[int, int], limit: int) -> list[int] | None:
    """Return the stories of the last days on which as many as are wanted were heard of; None for all."""
    table, span = schema.report, _WEEK
    while limit and by_day and span <= max(by_day) - min(by_day):
        query = reports(lens, select(table.c.story).where(table.c.day > max(by_day) - span).distinct())
        found = list(lens.connection.execute(query).scalars())
        if len(found) >= limit:
            return found
        span *= 4
    return None
