"""Both sides of what is done together or to each other: "talks between A and B", "A and B met", "fought"."""

from spacy.tokens import Token

from ranke.reading.events.exchanges import allied
from ranke.reading.events.frames import child, is_passive, prep_objects, subject, with_conjuncts
from ranke.reading.events.matched import Match
from ranke.reading.events.owners import OWNERS, actors_at
from ranke.reading.events.roundabout import casualties, each_other
from ranke.reading.events.slots import first, noun_slot
from ranke.reading.parts import Cast

_SIGNING = "057"
"""The CAMEO code of signing an accord: states that sign one together sign it with each other."""
_PEOPLES = ("GPE", "NORP", "LANGUAGE")
Ids = tuple[str, ...]


def shared(match: Match, cast: Cast, source: Ids, target: Ids) -> tuple[Ids, Ids]:
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


def mutual_noun(match: Match, cast: Cast, slots: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return both sides of "talks between A and B", "A's meeting with B", "A held talks with B", "US-Iran talks"."""
    source = first(tuple(slot for slot in slots if slot != "mod"), match, cast)
    target = first(
        ("prep:with", "prep:to", "prep:against", "prep:between", "prep:of", "prep:at", "prep:in"), match, cast, source
    )
    if not source or not target:
        named = first(("mod",), match, cast, (*source, *target))
        source, target = (named, target) if not source else (source, named)
    harmed = casualties(match.token) if match.pattern.entry.type == "ASSAULT" else None
    if harmed is not None and not (source and target):
        # "Two guards died in a gunfight with rebels": who dies is whom the act is done to.
        hurt = actors_at(harmed, cast, patient=True)
        if hurt:
            return tuple(one for one in source or target if one not in hurt), hurt
    if not source and target:
        # "During a meeting with the envoy, the minister said …": who speaks took part.
        source = first(("prep:of", "clause"), match, cast, target)
    both = source or target or _doing_together(match, cast)
    if len(both) == 1 and not (source and target):
        subj = noun_slot("subj", match) if source else []
        both = _sent_by(subj[0] if subj else None, cast) or both
    if not (source and target) and len(both) > 1:
        return both[:1], both[1:]
    return source, target
