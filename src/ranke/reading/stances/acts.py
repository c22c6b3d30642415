"""Attitudes to actors that verbal acts show: who supports, accuses, rejects or threatens whom."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ranke.model import Polarity
from ranke.reading.events.frames import direct_object
from ranke.reading.parts import Cast, EventPart
from ranke.reading.stances.names import Shown, objects, owners, targets
from ranke.reading.stances.table import table

_POLARITY: dict[str, Polarity] = {
    "SUPPORT": "positive",
    "ACCUSE": "negative",
    "REJECT": "negative",
    "THREATEN": "negative",
    "PROTEST": "negative",
}
_PROCEDURE = {"057", "090", "113", "115"}
"""CAMEO codes of signing, of inquiries, of impeachments and of charges."""
_REACH = 100
"""Tokens either side of a trigger in which its target is looked for: a guard against endless sentences."""
_BEFORE_OBJECT = ("of", "for", "to", "against", "with", "on", "at")


def acts(doc: Doc, cast: Cast, events: list[EventPart]) -> Iterator[Shown]:
    """Yield the stances to actors of acts that happened; those to plans are told by the words alone (`attitudes`)."""
    for event in events:
        polarity = _POLARITY.get(event.type)
        if polarity is None or event.status not in ("happened", "ongoing") or event.cameo in _PROCEDURE:
            continue
        if event.rule in table().words["formal"]:
            continue
        for target in _targets(doc[event.anchor], cast, event):
            for holder in event.sources:
                yield Shown(holder, target, polarity, event.trigger, "act")


def _targets(trigger: Token, cast: Cast, event: EventPart) -> tuple[str, ...]:
    """Return whom the object names or whose it is; the event's target where that is nobody and no plan stands there.

    A target that the sentence does not name was filled in from the report: it shows no attitude.
    """
    thing = direct_object(trigger) if trigger.pos_ == "VERB" else None
    if thing is None or event.trigger[0] <= thing.idx < event.trigger[1]:
        # "Voiced its opposition to the plan": the object is part of the act.
        thing = next(objects(thing or trigger, _BEFORE_OBJECT), None)
    found = targets(thing, cast) if thing is not None else ()
    named = tuple(one for one in found if one in cast.actors)
    if named or not event.targets:
        return named
    if found and event.type != "ACCUSE":
        owned = owners(thing, cast) if thing is not None and event.type == "SUPPORT" else ()
        return tuple(one for one in owned if one in event.targets)
    here = _named_beside(trigger, cast)
    return tuple(one for one in event.targets if one in here)


def _named_beside(trigger: Token, cast: Cast) -> set[str]:
    """Return the actors that the sentence of a trigger names, as far as it is within reach."""
    doc, first, last = trigger.doc, trigger.i, trigger.i + 1
    while first > 0 and trigger.i - first < _REACH and not doc[first].is_sent_start:
        first -= 1
    while last < len(doc) and last - trigger.i < _REACH and not doc[last].is_sent_start:
        last += 1
    return {one for i in range(first, last) for one in cast.heads.get(i, ())}
