"""Which actors fill the slots of an entry: from grammar to the cast of the report."""

from spacy.tokens import Token

from ranke.reading.events.exchanges import allied, laid_on, other_party, suspect
from ranke.reading.events.frames import (
    child,
    complement_subject,
    direct_object,
    governing_subject,
    is_passive,
    prep_objects,
    subject,
    with_conjuncts,
)
from ranke.reading.events.joined import first_of_list
from ranke.reading.events.matching import Match
from ranke.reading.events.menaces import menaced
from ranke.reading.events.nominal import nominal_sides, occurring
from ranke.reading.events.owners import OWNERS, actors_at, is_venue
from ranke.reading.events.papers import paper_maker
from ranke.reading.events.roundabout import (
    answering,
    casualties,
    each_other,
    forum,
    hosting,
    operating,
    receiving,
)
from ranke.reading.parts import Cast

_PROMISING = ("REJECT", "AGREE", "THREATEN")
_OF_OWNERS = ("CONSULT", "ACCUSE", "REJECT", "SUPPORT", "SANCTION", "REQUEST", "COERCE")
_ONTO = ("at", "on", "upon", "over", "with", "against")
_ATTACKING = ("ACCUSE", "REJECT")
"""Types whose verbs turn on a thing by a preposition as well: "scoffed at the claims of X", "took aim at X's plan"."""
_SIGNING = "057"
"""The CAMEO code of signing an accord: states that sign one together sign it with each other."""
_AROUND = ("prep:between", "prep:with", "prep:against", "prep:on")
"""Slots of a noun that may hang on the verb that says that it took place: "clashes broke out between A and B"."""
_TOWARDS = ("to", "with", "against", "from", "for")
_FINITE = ("VBD", "VBZ", "VBN")
_SPOKEN = ("REQUEST", "ACCUSE", "REJECT", "AGREE", "THREATEN", "SUPPORT")
"""Types of acts that are done by saying so."""
_DEEPEST = 3
_PEOPLES = ("GPE", "NORP", "LANGUAGE")
Ids = tuple[str, ...]


def _patients(match: Match) -> list[Token]:
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
        return [one for one in _patients(match) if one not in match.tokens][:1]
    if slot == "iobj":
        dative = child(verb, "dative")
        if dative is not None and dative.pos_ != "ADP":
            return [dative]
        return [held for _, held in prep_objects(verb, ("to",))]
    if slot == "comp":
        found = complement_subject(verb)
        return [found] if found is not None else []
    if slot == "mod":
        return [
            one for patient in _patients(match) for one in patient.lefts if one.dep_ in ("amod", "compound", "nmod")
        ]
    if slot == "poss":
        owners = (child(patient, "poss") for patient in _patients(match))
        return [owner for owner in owners if owner is not None]
    if slot == "moved":
        found = direct_object(verb) if is_passive(verb) else None
        return [found] if found is not None else []
    if slot.startswith("prep:"):
        nodes = [*match.tokens, *(one for one in _patients(match) if one not in match.tokens)]
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


def _noun_slot(slot: str, match: Match) -> list[Token]:
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


def _first(
    slots: tuple[str, ...], match: Match, cast: Cast, taken: tuple[str, ...] = (), *, patient: bool = False
) -> tuple[str, ...]:
    """Return the actors of the first slot that gives any who are not taken by the other side."""
    fill = _verb_slot if match.pattern.word == "verb" else _noun_slot
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


def sides(match: Match, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return sources and targets, as actor ids.

    A mutual event with one plural side ("the two leaders met") lists the first as source and the rest as targets.
    """
    entry = match.pattern.entry
    noun = match.pattern.word == "noun"
    source_slots, target_slots = (entry.noun_source, entry.noun_target) if noun else (entry.source, entry.target)
    if match.reversed and match.carrier is not None:
        target = actors_at(subject(match.carrier), cast)
        source = _first(tuple(slot for slot in source_slots if slot != "subj"), match, cast, target)
        return source or forum(match, cast), target
    if noun and entry.frame == "mutual":
        return nominal_sides(match, cast, *_mutual_noun(match, cast, source_slots))
    source = _first(source_slots, match, cast)
    if not source and (noun or (source_slots and "subj" not in source_slots)):
        source = laid_on([match.token] if noun else _patients(match), cast)
    if match.pattern.word == "verb":
        source = paper_maker(match.token, cast, source)
    if not source and match.token.dep_ == "acl" and match.token.tag_ == "VBG":
        # "He called it a failure, ruling out …": hung on the noun by the parser, done by the subject.
        source = actors_at(governing_subject(match.token), cast)
    if not source and match.pattern.word == "verb":
        source = _of_teller(match, cast)
    target = _first(target_slots, match, cast, source, patient=True)
    if not source and target and match.pattern.word == "verb" and match.token.tag_ in ("VB", "VBG"):
        source = tuple(one for one in actors_at(governing_subject(match.token), cast) if one not in target)
    if not target and match.pattern.word == "verb":
        target = _beyond_slots(match, cast, source) or other_party(match, cast, source)
    if entry.type == "THREATEN" and match.pattern.word == "verb":
        target = menaced(match.token, cast, source, target)
    if not source and target:
        found = operating(match, cast) or forum(match, cast)
        source = tuple(one for one in found if one not in target)
    if noun:
        source, target = _of_noun(match, cast, source, target)
    return _shared(match, cast, source, target)


def _of_teller(match: Match, cast: Cast) -> Ids:
    """Return who said what stands before "and": "She said that the vote was a farce and called for a new one".

    The parser joins such a verb to the clause that is told, whose subject says nothing.
    """
    verb = match.token
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or match.pattern.entry.type not in _SPOKEN:
        return ()
    told = first_of_list(verb)
    telling = told.head if told.dep_ == "ccomp" else None
    if telling is None or telling.pos_ != "VERB" or child(verb, "nsubj", "nsubjpass") is not None:
        return ()
    return actors_at(subject(telling), cast)


def _shared(match: Match, cast: Cast, source: Ids, target: Ids) -> tuple[Ids, Ids]:
    """Return the sides of an act done together: those who stand on one side of the verb are each other's partners."""
    mutual = match.pattern.entry.frame == "mutual"
    if mutual and not source and target and match.pattern.word == "verb":
        source = tuple(one for one in allied(match, cast) if one not in target)
    signing = match.pattern.entry.cameo == _SIGNING
    if (
        not source
        and len(target) > 1
        and match.pattern.word == "verb"
        and (mutual or signing)
        and is_passive(match.token)
    ):
        return target[:1], target[1:]  # "a deal was reached between X and Y"
    known = [cast.actors[one] for one in source if one in cast.actors]
    states = len(source) > 1 and all(one.kind in ("country", "person", "organization") for one in known)
    if not target and match.pattern.word == "verb" and each_other(match.token):
        both = source if len(source) > 1 else _sent_by(subject(match.token), cast)
        return (both[:1], both[1:]) if both else (source, target)
    if not target and (mutual or _attended_by_all(match) or (states and signing)):
        if len(source) == 1:
            source = _sent_by(subject(match.token), cast) or source
        if len(source) > 1:
            return source[:1], source[1:]
    return source, target


def _attended_by_all(match: Match) -> bool:
    """Whether a meeting is told by who came: "the summit was attended by A and B", who so met each other."""
    return (
        match.pattern.entry.type == "CONSULT"
        and match.pattern.word == "verb"
        and child(match.token, "agent") is not None
    )


def _of_noun(match: Match, cast: Cast, source: Ids, target: Ids) -> tuple[Ids, Ids]:
    """Return a noun's sides with what its phrase turns round, and who is given or asked what it names."""
    source, target = nominal_sides(match, cast, source, target)
    if not source:
        source = tuple(one for one in suspect(match, cast) if one not in target)
    if not target and source and match.pattern.entry.type in _PROMISING:
        target = _undergoing(child(match.token, "acl"), cast, source, itself=True)
    if not target and match.pattern.entry.type == "REQUEST":
        target = tuple(one for one in actors_at(_asked_to(match.token), cast) if one not in source)
    if not target:
        found = receiving(match, cast) or answering(match, cast)
        target = tuple(one for one in found if one not in source)
    return source, target


def _beyond_slots(match: Match, cast: Cast, taken: tuple[str, ...]) -> tuple[str, ...]:
    """Return the target that the entry's slots don't lead to: whose the object is, or whom the next act concerns."""
    kind = match.pattern.entry.type
    if kind == "SANCTION" and (host := hosting(direct_object(match.token), cast, taken)):
        return host
    if kind in _OF_OWNERS and taken:
        held = [direct_object(match.token), *_turned_on(match)]
        for token in held:
            found = tuple(one for one in actors_at(token, cast, patient=True) if one not in taken)
            if found:
                return found
    return _undergoing(match.token, cast, taken) if kind in _PROMISING else ()


def _turned_on(match: Match) -> list[Token]:
    """Return what a verb of attack turns on by its own preposition."""
    if match.pattern.entry.type not in _ATTACKING:
        return []
    held = (child(node, "pobj") for node in match.tokens if node.lower_ in _ONTO)
    return [one for one in held if one is not None]


def _undergoing(verb: Token | None, cast: Cast, taken: Ids, *, itself: bool = False) -> Ids:
    """Return whom the act concerns that is refused, promised or threatened: "refused to hand the papers to X".

    The act stands below the verb, or is the verb `itself`: "their refusal to hand the papers to X".
    """
    act = verb if itself else child(verb, "xcomp") if verb is not None else None
    if itself and act is not None and act.tag_ != "VB":
        return ()
    for _ in range(_DEEPEST):
        if act is None:
            return ()
        held = [direct_object(act), child(act, "dative"), *(one for _, one in prep_objects(act, _TOWARDS))]
        for token in held:
            found = tuple(one for one in actors_at(token, cast, patient=True) if one not in taken)
            if found:
                return found
        act = child(act, "xcomp")
    return ()


def _asked_to(noun: Token) -> Token | None:
    """Return who is to do what a noun asks for: "the demand that Oslo close the port", "calls for Oslo to close it"."""
    clause = child(noun, "acl", "ccomp")
    if clause is None or child(clause, "mark") is None or clause.tag_ not in ("VB", "VBP"):
        return None
    return child(clause, "nsubj", "nsubjpass")


def _sent_by(token: Token | None, cast: Cast) -> tuple[str, ...]:
    """Return the several sides that a plural subject comes from: "the delegations of Cyprus and Greece met"."""
    if token is None or token.tag_ not in ("NNS", "NNPS"):
        return ()
    ids = [one for _, held in prep_objects(token, ("of", "from")) for one in actors_at(held, cast)]
    ids += [
        one
        for below in token.lefts
        if below.dep_ in OWNERS
        for each in with_conjuncts(below)
        if each.ent_type_ in _PEOPLES
        for one in cast.of(each)
    ]
    found = tuple(dict.fromkeys(ids))
    return found if len(found) > 1 else ()


def _doing_together(match: Match, cast: Cast) -> Ids:
    """Return who did something in common: "Peruvian and Chilean police arrested ten men in a joint operation"."""
    noun = match.token
    if match.pattern.entry.type != "COOPERATE" or noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during"):
        return ()
    verb = noun.head.head
    doer = subject(verb) if verb.pos_ == "VERB" else None
    found = actors_at(doer, cast)
    return found if len(found) > 1 else _sent_by(doer, cast)


def _mutual_noun(match: Match, cast: Cast, slots: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return both sides of "talks between A and B", "A's meeting with B", "A held talks with B", "US-Iran talks"."""
    source = _first(tuple(slot for slot in slots if slot != "mod"), match, cast)
    target = _first(
        ("prep:with", "prep:to", "prep:against", "prep:between", "prep:of", "prep:at", "prep:in"), match, cast, source
    )
    if not source or not target:
        named = _first(("mod",), match, cast, (*source, *target))
        source, target = (named, target) if not source else (source, named)
    harmed = casualties(match.token) if match.pattern.entry.type == "ASSAULT" else None
    if harmed is not None and not (source and target):
        # "Two guards died in a gunfight with rebels": who dies is whom the act is done to.
        hurt = actors_at(harmed, cast, patient=True)
        if hurt:
            return tuple(one for one in source or target if one not in hurt), hurt
    if not source and target:
        # "During a meeting with the envoy, the minister said …": who speaks took part.
        source = _first(("prep:of", "clause"), match, cast, target)
    both = source or target or _doing_together(match, cast)
    if len(both) == 1 and not (source and target):
        subj = _noun_slot("subj", match) if source else []
        both = _sent_by(subj[0] if subj else None, cast) or both
    if not (source and target) and len(both) > 1:
        return both[:1], both[1:]
    return source, target
