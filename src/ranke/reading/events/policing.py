"""Crowds and police: whom tear gas and stones are meant for, and who made the arrests that a clause tells of alone."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ranke.reading.events.status import grammar
from ranke.reading.parts import ActorPart, Cast, EventPart

_ARRESTS = frozenset({
    "coerce.arrest", "coerce.detain", "coerce.apprehend", "coerce.take_into_custody", "coerce.round_up",
    "coerce.handcuff",
})  # fmt: skip
"""Rules for arrests, which are as a rule made by the police that a report tells of."""
_BACK = 4
"""Events looked back for the blow that is answered or the crowd that is dispersed."""
_FAR = 90
"""Tokens within which they stand."""
_BLOWS = ("ASSAULT", "PROTEST", "COERCE")
_THROWING = ("assault.throw_stones", "assault.fling")
_FORCE = ("COP", "MIL", "GOV")
_DOUBT = 0.85
"""What a filled side leaves of an event's weight."""


def imply_policing(doc: Doc, events: list[EventPart], cast: Cast) -> None:
    """Fill in place who made arrests, and whom a blow between a crowd and the police was meant for.

    Needs the events in order of the text with their sides and authority.
    """
    police = _police(events, cast)
    for at, event in enumerate(events):
        if event.rule in _ARRESTS and not event.sources and event.targets and _tells_news(doc[event.anchor], event):
            if police is not None and police not in event.targets:
                event.sources, event.inferred = (police,), (*event.inferred, "source")
                event.weight *= _DOUBT
        elif event.type == "ASSAULT" and event.sources and not event.targets and event.status == "happened":
            found = next(_opponents(doc, events, at, cast), None)
            if found is not None:
                event.targets, event.inferred = (found,), (*event.inferred, "target")
                event.weight *= _DOUBT


def _tells_news(trigger: Token, event: EventPart) -> bool:
    """Whether a clause of its own tells that it came about, rather than what somebody is known by: "who was held"."""
    return trigger.pos_ == "VERB" and trigger.dep_ not in ("relcl", "acl", "amod") and event.status == "happened"


def _police(events: list[EventPart], cast: Cast) -> str | None:
    """Return the police of a report, if it tells of one body of them that acts or speaks."""
    active = {one for event in events for one in (*event.sources, *event.attribution)}
    bodies = [
        one.id
        for one in cast.actors.values()
        if one.sector == "COP" and one.kind in ("organization", "group") and one.id in active
    ]
    return bodies[0] if len(bodies) == 1 else None


def _opponents(doc: Doc, events: list[EventPart], at: int, cast: Cast) -> Iterator[str]:
    """Yield who stands against the doers of a blow by what was told just before, the nearest first."""
    event = events[at]
    trigger = doc[event.anchor]
    answers = _answers(trigger)
    for other in reversed(events[max(0, at - _BACK) : at]):
        if other.type not in _BLOWS or event.anchor - other.anchor > _FAR or other.status != "happened":
            continue
        for one in other.sources:
            part = cast.actors[one]
            if one not in event.sources and (answers or _facing(event, part, cast)):
                yield one


def _answers(trigger: Token) -> bool:
    """Whether words say that a blow answers another: "responded by throwing stones", "fired back", "in response"."""
    above = trigger.head.head if trigger.dep_ == "pcomp" else trigger
    words = grammar()["answer"]
    return above.lemma_.lower() in words["verbs"] or any(
        below.lower_ in words["adverbs"]
        or (below.dep_ == "prep" and any(one.lower_ in words["nouns"] for one in below.children))
        for below in trigger.children
    )


def _facing(event: EventPart, part: ActorPart, cast: Cast) -> bool:
    """Whether a crowd and those who keep order stand on the two sides."""
    own = {cast.actors[one].sector in _FORCE for one in event.sources}
    crowd = event.mode == "crowd-control" or (event.rule in _THROWING and own == {False})
    return crowd and own != {part.sector in _FORCE}
