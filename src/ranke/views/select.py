"""Which part of a reading was asked for: some types of event, some actors, or only what the report is about."""

import re
from collections.abc import Collection

from ranke.model import Actor, Event, EventType, Reading, Relation, Stance, Statement


def select(
    reading: Reading, *, types: Collection[EventType] = (), actors: Collection[str] = (), core: bool = False
) -> Reading:
    """Return the reading with only what was asked for; without options, as it was.

    Args:
        reading: What one report says.
        types: Only these types of event, and the statements that hold one.
        actors: Only what involves an actor one of whose names holds one of these, as whole words in any case: events
            that it does or suffers, statements that it makes or is told, stances that it takes or meets, relations that
            it has or tells of.
        core: Only what the report is about, and the statements that hold such an event.
    """
    if not (types or actors or core):
        return reading
    meant = {actor.id for actor in reading.actors if any(_is_called(actor, name) for name in actors)}
    events = tuple(
        event
        for event in reading.events
        if (not types or event.type in types)
        and (not core or event.core)
        and (not actors or meant & {*event.sources, *event.targets})
    )
    kept = {event.id for event in events}
    by_event = bool(types or core)
    statements = tuple(
        statement.model_copy(update={"events": tuple(event for event in statement.events if event in kept)})
        for statement in reading.statements
        if (not by_event or kept & {*statement.events})
        and (not actors or meant & {statement.speaker, statement.addressee})
    )
    stances = tuple(stance for stance in reading.stances if not by_event and meant & {stance.holder, stance.target})
    relations = tuple(
        relation for relation in reading.relations if not by_event and meant & {*relation.parties, relation.holder}
    )
    involved = involved_in(*events, *statements, *stances, *relations)
    cast = tuple(actor for actor in reading.actors if actor.id in involved)
    kept_parts = {"events": events, "statements": statements, "stances": stances, "relations": relations}
    return reading.model_copy(update={"actors": cast, **kept_parts})


def involved_in(*facts: Event | Statement | Stance | Relation) -> set[str | None]:
    """Return the ids of all actors that these facts name, those who vouch for them included."""
    ids: set[str | None] = set()
    for fact in facts:
        match fact:
            case Event():
                ids.update(fact.sources, fact.targets, fact.attribution)
            case Statement():
                ids.update((fact.speaker, fact.addressee), fact.attribution)
            case Stance():
                ids.update((fact.holder, fact.target))
            case Relation():
                ids.update(fact.parties, fact.attribution)
    return ids


def _is_called(actor: Actor, name: str) -> bool:
    wanted = re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE)
    return any(wanted.search(one) for one in (actor.name, *actor.aliases))
