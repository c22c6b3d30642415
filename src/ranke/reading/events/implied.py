"""Targets that a clause leaves out and the report makes plain: whom a protest is against, whose move is rejected.

Grammar goes first (`arguments`); this step only fills a target that is still empty, and an event so filled is less
sure. Sources are never filled in: who did it is not to be guessed (on the gold, the nearest police, court or armed
group was the right one in less than a third of the cases).
"""

from collections import Counter

from spacy.tokens import Doc, Token

from ranke.reading.events.frames import direct_object, prep_objects
from ranke.reading.parts import Cast, EventPart

_BACK = 6
"""Events looked back for the act that is answered."""
_DOUBT = 0.85
"""What a filled side leaves of an event's weight."""


def imply_targets(doc: Doc, events: list[EventPart], cast: Cast) -> None:
    """Fill the empty target of protests and rejections in place, where the report makes it plain.

    Needs the events in order of the text, their sides as actor ids, and the cast.
    """
    government = _main_government(cast)
    for at, event in enumerate(events):
        if event.targets:
            continue
        if event.type == "PROTEST":
            found = _own_government(event, cast) or government
        elif event.type == "REJECT" and _names_an_act(doc[event.anchor]):
            found = _whose_act(event, events[max(0, at - _BACK) : at])
        else:
            continue
        if found is not None and found not in event.sources:
            event.targets = (found,)
            event.weight *= _DOUBT


def _main_government(cast: Cast) -> str | None:
    """Return the country that the report names most often."""
    counts = Counter(one for ids in cast.heads.values() for one in ids if cast.actors[one].kind == "country")
    return max(sorted(counts), key=lambda one: counts[one]) if counts else None


def _own_government(event: EventPart, cast: Cast) -> str | None:
    """Return the government of the protesters' country, where the report names it."""
    own = {cast.actors[one].country for one in event.sources} - {None}
    return next((one.id for one in cast.actors.values() if one.kind == "country" and one.country in own), None)


def _whose_act(event: EventPart, earlier: list[EventPart]) -> str | None:
    """Return who did what is answered: the source of the nearest earlier event that is somebody else's."""
    for other in reversed(earlier):
        if other.sources and not set(other.sources) & set(event.sources):
            return other.sources[0]
    return None


def _names_an_act(trigger: Token) -> bool:
    """Whether the object is somebody's act or plan without a name of its owner: "the move", "the decision"."""
    thing = direct_object(trigger) if trigger.pos_ == "VERB" else None
    if thing is None:
        thing = next((held for _, held in prep_objects(trigger)), None)
    return thing is not None and thing.pos_ in ("NOUN", "PRON")
