"""Where the slots of an entry lead: to the words that fill them, and to the actors that these stand for."""

from spacy.tokens import Token

from ranke.reading.events.frames import child, complement_subject, direct_object, is_passive, prep_objects, subject
from ranke.reading.events.matched import Match
from ranke.reading.events.nominal import occurring
from ranke.reading.events.owners import actors_at, is_venue
from ranke.reading.parts import Cast

_AROUND = ("prep:between", "prep:with", "prep:against", "prep:on")
"""Slots of a noun that may hang on the verb that says that it took place: "clashes broke out between A and B"."""


def patients(match: Match) -> list[Token]:
    """Return the objects of all verbs and prepositions of a match: "refused to hear the appeal", "called for talks"."""
    found = [
        direct_object(node) if node.pos_ == "VERB" else child(node, "pobj", "dobj")
        for node in match.tokens
        if node.pos_ in ("VERB", "ADP", "SCONJ", "PART", "ADJ")
    ]
    return [one for one in found if one is not None]


def _verb_slot(slot: str, match: Match) -> list[Token]:
    verb = match.token
    if slot == "subj":
        found = subject(verb)
        return [found] if found is not None else []
    if slot == "obj":
        return [one for one in patients(match) if one not in match.tokens][:1]
    if slot == "iobj":
        dative = child(verb, "dative")
        if dative is not None and dative.pos_ != "ADP":
            return [dative]
        return [held for _, held in prep_objects(verb, ("to",))]
    if slot == "comp":
        found = complement_subject(verb)
        return [found] if found is not None else []
    if slot == "mod":
        return [one for patient in patients(match) for one in patient.lefts if one.dep_ in ("amod", "compound", "nmod")]
    if slot == "poss":
        owners = (child(patient, "poss") for patient in patients(match))
        return [owner for owner in owners if owner is not None]
    if slot == "moved":
        found = direct_object(verb) if is_passive(verb) else None
        return [found] if found is not None else []
    if slot.startswith("prep:"):
        nodes = [*match.tokens, *(one for one in patients(match) if one not in match.tokens)]
        if match.pattern.entry.source == () and (thing := subject(verb)) is not None:
            nodes.append(thing)  # what is judged: "ties with Lima are strong"
        held = [one for node in nodes for _, one in prep_objects(node, (slot[5:],)) if one not in match.tokens]
        return held or _stranded(slot[5:], match)
    return []


def _stranded(word: str, match: Match) -> list[Token]:
    """Return the subject of a passive whose preposition holds nothing: "the guards were fired upon"."""
    if not is_passive(match.token) or not any(
        one.lower_ == word and one.i > match.token.i and child(one, "pobj", "pcomp", "prep") is None
        for one in match.tokens
    ):
        return []
    found = direct_object(match.token)
    return [found] if found is not None else []


def noun_slot(slot: str, match: Match) -> list[Token]:
    """Return the words that a slot of an event noun leads to."""
    noun, carrier = match.token, match.carrier
    if slot == "subj":
        found = subject(carrier) if carrier is not None and not match.reversed else None
        if found is None and match.pattern.entry.type == "CONSULT" and noun.dep_ == "pobj" and carrier is not None:
            found = direct_object(carrier) if child(carrier, "agent") is None else None  # "is expected for talks"
        return [found] if found is not None else []
    if slot == "poss":
        owner = child(noun, "poss")
        return [owner] if owner is not None else []
    if slot == "self":
        if noun.dep_ in ("attr", "appos") and noun.head is not noun:
            found = subject(noun.head) if noun.dep_ == "attr" else noun.head
            return [found] if found is not None else [noun]
        return [noun]
    if slot == "clause":
        verb = noun.head.head if noun.dep_ == "pobj" else None
        found = subject(verb) if verb is not None and verb.pos_ == "VERB" and verb is not carrier else None
        return [found] if found is not None else []
    if slot == "mod":
        return [
            below
            for node in match.tokens
            for below in node.lefts
            if below.dep_ in ("compound", "amod", "nmod") and not is_venue(below)
        ]
    if slot.startswith("prep:"):
        nodes = [*match.tokens] if carrier is None else [*match.tokens, carrier]
        if slot in _AROUND and (verb := occurring(noun)) is not None:
            nodes.append(verb)
        if slot in ("prep:by", "prep:from", "prep:against"):
            nodes += [held for _, held in prep_objects(noun, ("of", "on"))]
        return [held for node in nodes for _, held in prep_objects(node, (slot[5:],)) if held not in match.tokens]
    return []


def _adjective_slot(slot: str, match: Match) -> list[Token]:
    adjective = match.token
    if slot == "subj":
        if adjective.dep_ == "amod":
            return [adjective.head]
        found = subject(adjective.head) if adjective.head.pos_ in ("AUX", "VERB") else None
        return [found] if found is not None else []
    if slot in ("obj", "prep:to", "prep:with", "prep:against", "prep:on", "prep:of", "prep:for"):
        return [held for node in match.tokens for _, held in prep_objects(node)]
    return []


def first(
    slots: tuple[str, ...], match: Match, cast: Cast, taken: tuple[str, ...] = (), *, patient: bool = False
) -> tuple[str, ...]:
    """Return the actors of the first slot that gives any who are not taken by the other side."""
    fill = _verb_slot if match.pattern.word == "verb" else noun_slot
    if match.pattern.word == "adjective":
        fill = _adjective_slot
    for slot in slots:
        ids: list[str] = []
        for token in fill(slot, match):
            ids += [
                found for found in actors_at(token, cast, patient=patient) if found not in ids and found not in taken
            ]
        if ids:
            return tuple(ids)
    return ()
