"""Where actors stand: the clear attitudes that their acts and words show, to actors, plans, policies and causes."""

from spacy.tokens import Doc, Token

from ranke.model import Polarity, Stance
from ranke.reading.events.frames import child, direct_object, prep_objects
from ranke.reading.events.status import grammar
from ranke.reading.parts import Cast, EventPart

_POLARITY: dict[str, Polarity] = {"SUPPORT": "positive", "ACCUSE": "negative", "REJECT": "negative"}
_LONGEST_NAME = 8
"""Tokens up to which a noun phrase still is a short name of a plan or a cause."""
_NO_MARKS = str.maketrans("", "", '“”"«»')
_SURE = 0.5
"""Lexicon weight from which a word shows an attitude by itself."""
_IMPARTIAL = {"JUD", "COP"}
"""Who rules, charges and investigates by office: that shows no attitude."""
_PROCEDURE = {"investigate", "allege"}


def find_stances(doc: Doc, cast: Cast, events: list[EventPart]) -> list[Stance]:
    """Return the stances that verbal acts show: who supports, accuses or rejects whom or what.

    Needs dependencies in the `Doc` and events with their sides. Only acts that happened, in words that are sure.
    """
    found: list[Stance] = []
    seen: set[tuple[str, str, Polarity]] = set()
    for event in events:
        polarity = _POLARITY.get(event.type)
        if polarity is None or event.status not in ("happened", "ongoing") or event.weight < _SURE or _official(event):
            continue
        holders = [one for one in event.sources if cast.actors[one].sector not in _IMPARTIAL]
        for target in _targets(doc[event.anchor], cast) or event.targets[:1]:
            for holder in holders:
                key = (holder, target, polarity)
                if holder != target and key not in seen:
                    seen.add(key)
                    found.append(Stance(holder=holder, target=target, polarity=polarity, evidence=event.trigger))
    return found


def _official(event: EventPart) -> bool:
    """Whether an act is a step of a procedure, or a claim, rather than a judgement."""
    return event.mode in _PROCEDURE


def _targets(trigger: Token, cast: Cast) -> tuple[str, ...]:
    """Return whom or what the attitude is to: the actors named as object, else the object's short name."""
    thing = direct_object(trigger) if trigger.pos_ == "VERB" else None
    if thing is None:
        thing = next((held for _, held in prep_objects(trigger, ("of", "for", "to", "against", "with", "on"))), None)
    if thing is None:
        return ()
    if thing.lemma_.lower() in grammar()["thing"]["nameless"]:
        return ()
    return cast.of(thing) or _short_name(thing)


def _short_name(thing: Token) -> tuple[str, ...]:
    if thing.pos_ not in ("NOUN", "PROPN"):
        return ()
    start = min(
        [thing.i, *(one.left_edge.i for one in thing.lefts if one.dep_ in ("compound", "amod", "poss", "nmod"))]
    )
    end = thing.i + 1
    tail = child(thing, "prep")
    if tail is not None and tail.lower_ == "of" and tail.right_edge.i - start < _LONGEST_NAME:
        end = tail.right_edge.i + 1
    words = thing.doc[start:end] if end - start <= _LONGEST_NAME else thing.doc[thing.i : thing.i + 1]
    name = " ".join(words.text.translate(_NO_MARKS).split()).strip(" '’")
    return (name,) if name else ()
