"""Who takes part in each event, and who did what to whom: kept by actor, so that questions count without joining."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, delete, select

from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks, insert

DONE = frozenset({"happened", "ongoing"})
"""What counts as an act; what was planned, threatened with or denied does not."""


def sum_up_sides(connection: Connection, events: Collection[int]) -> None:
    """Write the actors on the sides of events, and the pairs of actors that take part in one.

    Args:
        connection: The only writer's.
        events: Events whose rows are up to date.
    """
    numbers = sorted(events)
    held = _held(connection, numbers)
    for table in (schema.event_party, schema.tie):
        for some in chunks(numbers):
            connection.execute(delete(table).where(table.c.event.in_(some)))
    parties: list[dict[str, Any]] = []
    ties: list[dict[str, Any]] = []
    for row in _rows(connection, numbers):
        sides = held[row.number]
        parties += [
            {"event": row.number, "actor": actor, "role": role, "first": row.first}
            for role, actors in sides.items()
            for actor in actors
        ]
        ties += _ties(row, sides)
    insert(connection, schema.event_party, sorted(parties, key=lambda one: (one["event"], one["actor"], one["role"])))
    insert(connection, schema.tie, ties)


def _rows(connection: Connection, events: Iterable[int]) -> list[Line]:
    """Return of the rows of events what sides and ties are made with."""
    event = schema.event
    columns = (event.c.number, event.c.id, event.c.type, event.c.first, event.c.last)
    query = select(*columns, event.c.intensity, event.c.goldstein, event.c.status, event.c.rejected)
    found: list[Line] = []
    for some in chunks(events):
        found += connection.execute(query.where(event.c.number.in_(some))).all()
    return found


def _ties(event: Line, sides: Mapping[str, Collection[int]]) -> list[dict[str, Any]]:
    """Return a row for each pair of actors that take part in an event, none of one that people rejected."""
    if event.rejected:
        return []
    sources, targets = sides["source"], sides["target"]
    values = {
        "event": event.number,
        "done": int(event.status in DONE),
        "id": event.id,
        "type": event.type,
        "first": event.first,
        "last": event.last,
        "intensity": event.intensity,
        "goldstein": event.goldstein,
    }
    rows = []
    for one, other in combinations(sorted({*sources, *targets}), 2):
        across = (one in sources and other in targets) or (one in targets and other in sources)
        rows.append({"one": one, "other": other, "across": int(across), **values})
    return rows


def _held(connection: Connection, events: Iterable[int]) -> dict[int, dict[str, set[int]]]:
    """Return for each event the actors that its accounts have on either side."""
    account, party, appearance, signature = schema.account, schema.party, schema.appearance, schema.signature
    query = (
        select(account.c.event, party.c.role, signature.c.actor)
        .join(party, party.c.account == account.c.number)
        .join(appearance, appearance.c.number == party.c.appearance)
        .join(signature, signature.c.number == appearance.c.signature)
        .where(party.c.role != "authority")
    )
    found: dict[int, dict[str, set[int]]] = defaultdict(lambda: {"source": set(), "target": set()})
    for some in chunks(events):
        for event, role, actor in connection.execute(query.where(account.c.event.in_(some))):
            found[event][role].add(actor)
    return found


def events_of(connection: Connection, signatures: Iterable[int]) -> set[int]:
    """Return the events in which appearances of these signatures take part."""
    account, party, appearance = schema.account, schema.party, schema.appearance
    query = (
        select(account.c.event)
        .join(party, party.c.account == account.c.number)
        .join(appearance, appearance.c.number == party.c.appearance)
        .distinct()
    )
    return {
        event
        for some in chunks(signatures)
        for event in connection.execute(query.where(appearance.c.signature.in_(some))).scalars()
    }
