"""Why the record holds an event, and where its accounts disagree."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Select, select

from ranke.answers import ConflictRow, ConflictSide, DeedRow, EventRow, JudgementRow, Rows, Why
from ranke.errors import RecordError
from ranke.record.events.conflicts import conflicts as differences
from ranke.record.filing.judgements import Judgement, find, judgements
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, rows_in
from ranke.record.questions.deeds import of_event
from ranke.record.questions.lens import Lens
from ranke.record.questions.timeline import Wanted, page_of, timeline
from ranke.record.questions.told import Told
from ranke.record.questions.told import events as told_events

_FEWEST = 4
"""Letters of an event's id that a person has to give at least."""

_DEEDS = 100
"""Events of an actor among which words and deeds are looked for: the latest."""


def event_called(lens: Lens, name: str) -> int:
    """Return the number of an event.

    Args:
        lens: What may be seen.
        name: The id of any of its accounts, or the beginning of one; or REPORT:ID, an account by its place.

    Raises:
        RecordError: If there is none, or more than one.
    """
    table, wanted = schema.account, name.strip()
    query = select(table.c.event).distinct().limit(2)
    if ":" in wanted:
        report, _, one = wanted.rpartition(":")
        query = query.join(schema.report).where(schema.report.c.id == report, table.c.id == one)
    elif len(wanted) >= _FEWEST:
        query = query.where(table.c.handle >= wanted, table.c.handle < wanted + "{")
    else:
        query = query.where(table.c.handle == wanted)
    found = list(lens.connection.execute(query).scalars())
    if len(found) != 1:
        reason = "more than one event" if found else "no event"
        message = f"{reason} of this record answers to {name!r}; see the ids in ranke timeline"
        raise RecordError(message)
    return int(found[0])


def why(lens: Lens, name: str) -> Why:
    """Return an event with every account of it, what they disagree on, what people decided, and word and deed.

    Raises:
        RecordError: If there is no such event as far as the lens goes.
    """
    number = event_called(lens, name)
    told = Told.of(lens, rows_in(lens.connection, schema.account, "event", [number]))
    rows = told_events(lens, [number])
    if not rows:
        message = f"nothing is left of event {name!r} in this view; ask without --as-of and --without"
        raise RecordError(message)
    accounts = sorted(told.rows, key=told.place_in_order)
    return Why(
        event=rows[0],
        accounts=tuple(told.account(one) for one in accounts),
        conflicts=tuple(_conflicts(rows[0], told)),
        judgements=tuple(judged(lens, number)),
        deeds=_deeds(lens, rows[0]),
    )


def _deeds(lens: Lens, row: EventRow) -> tuple[DeedRow, ...]:
    actors = [number for who in row.sources for number in lens.actors_called(who.id)]
    return of_event(timeline(lens, Wanted(actors=tuple(actors)), limit=_DEEDS), row.id) if actors else ()


def _conflicts(row: EventRow, told: Told) -> list[ConflictRow]:
    features = told.features(told.rows)
    numbers = {account.key: number for number, account in features.items()}
    found = []
    for one in differences(list(features.values())):
        sides = [
            (value, [numbers[member] for member in members])
            for value, members in zip(one.values, one.sides, strict=True)
        ]
        found.append(_conflict(row, one.about, one.kind, sides, told))
    return found


def _conflict(
    row: EventRow, about: str, kind: str, sides: Iterable[tuple[str, Sequence[int]]], told: Told
) -> ConflictRow:
    return ConflictRow(row.id, row.date, row.type, about, kind, tuple(_side(about, one, told) for one in sides))


def _side(about: str, side: tuple[str, Sequence[int]], told: Told) -> ConflictSide:
    """Return one side of a conflict; who did what to whom is told by the actors' usual names."""
    value, numbers = side
    rows = [told.account(number) for number in sorted(numbers, key=told.place_in_order)]
    if about == "who":
        sources, targets = ([who.name for who in one] for one in (rows[0].sources, rows[0].targets))
        value = " → ".join(" and ".join(names) or "not named" for names in (sources, targets))
    return ConflictSide(value, tuple(row.evidence for row in rows))


def conflicts(
    lens: Lens,
    *,
    actors: Sequence[int] = (),
    events: Sequence[int] | None = None,
    kinds: Sequence[str] = (),
    limit: int = 0,
) -> Rows[ConflictRow]:
    """Return where accounts of one event differ, the latest events first.

    Args:
        lens: What may be seen.
        actors: Actors that the events must involve, if any.
        events: The events, if not all.
        kinds: Kinds of conflict, if not all.
        limit: How many conflicts.
    """
    table = schema.conflict
    query = select(table).order_by(table.c.first.desc(), table.c.event.desc(), table.c.number)
    if kinds:
        query = query.where(table.c.kind.in_(kinds))
    if actors:
        party = schema.event_party
        mine = select(party.c.event).where(party.c.actor.in_(actors))
        query = query.where(table.c.event.in_(mine))
    found: list[ConflictRow] = []
    if events is not None:
        found = _shown(lens, sorted(rows_in(lens.connection, table, "event", events), key=lambda row: row.number))
    else:
        for page in _pages(lens, query, page_of(lens, limit)):
            found += _shown(lens, page)
            if limit and len(found) > limit:
                found = found[: limit + 1]
                break
    found.sort(key=lambda one: (one.date or "", one.event, one.about, one.kind))
    found.reverse()
    return Rows(found[:limit] if limit else found, more=max(0, len(found) - limit) if limit else 0)


def _pages(lens: Lens, query: Select[Any], size: int) -> Iterator[Sequence[Line]]:
    """Yield conflicts, so many together."""
    start = 0
    while page := lens.connection.execute(query.limit(size).offset(start)).all():
        yield page
        start += len(page)
        if len(page) < size:
            return


def _shown(lens: Lens, rows: Sequence[Line]) -> list[ConflictRow]:
    """Return those of some conflicts that are left in this view."""
    told = Told.of(lens, rows_in(lens.connection, schema.account, "event", {row.event for row in rows}))
    homes = {row.number: row for row in rows_in(lens.connection, schema.event, "number", {row.event for row in rows})}
    return [one for row in rows if (one := _seen(row, homes[row.event], told)) is not None]


def _seen(row: Line, event: Line, told: Told) -> ConflictRow | None:
    """Return a conflict of which at least two sides are left."""
    sides = [(value, [number for number in numbers if number in told.rows]) for value, numbers in json.loads(row.sides)]
    left = [(value, numbers) for value, numbers in sides if numbers]
    if len(left) < 2 or event.rejected:  # noqa: PLR2004 - it takes two to disagree
        return None
    shown = tuple(_side(row.about, one, told) for one in left)
    return ConflictRow(event.id, event.date, event.type, row.about, row.kind, shown)


def judged(lens: Lens, event: int | None = None) -> list[JudgementRow]:
    """Return all judgements, or those on one event."""
    given = judgements(lens.connection)
    if event is None:
        return [row_of(one) for one in given]
    on_events = [one for one in given if one.what == "event"]
    places = find(lens.connection, [anchor for one in on_events for side in one.sides for anchor in side], "event")
    homes = {row.number: row.event for row in rows_in(lens.connection, schema.account, "number", set(places.values()))}
    return [
        row_of(one)
        for one in on_events
        if any(homes.get(places.get(anchor, -1)) == event for side in one.sides for anchor in side)
    ]


def row_of(one: Judgement) -> JudgementRow:
    """Return a judgement as answers tell it."""
    about = tuple(
        dict.fromkeys(anchor.words or f"{anchor.report}:{anchor.id}" for side in one.sides for anchor in side)
    )
    return JudgementRow(one.number, one.kind, one.what, about, one.value, one.note, one.author, one.made, one.undone)
