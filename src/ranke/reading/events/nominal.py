"""Sides of an event noun that its own phrase gives by its meaning: who undergoes it, and for whom it is done."""

from spacy.tokens import Token

from ranke.reading.events.frames import child, governing_subject, prep_objects
from ranke.reading.events.matched import Match, lemmas
from ranke.reading.events.owners import actors_at
from ranke.reading.events.status import grammar
from ranke.reading.parts import Cast

_FOR = ("of", "for", "with", "to", "at", "against")
Sides = tuple[tuple[str, ...], tuple[str, ...]]


def nominal_sides(match: Match, cast: Cast, source: tuple[str, ...], target: tuple[str, ...]) -> Sides:
    """Return the sides of an event noun, corrected where its phrase turns them round.

    "Anti-Chilean riots" are against Chile; "his conviction" is what he undergoes;
    "spoke of the call with Oslo" is of a call that who speaks took part in;
    "marched in support of the mayor" is what those do who march.
    """
    noun = match.token
    if opposed := _against(noun, cast):
        source, target = tuple(one for one in source if one not in opposed), target or opposed
    if match.carrier is not None:
        return source, target
    if not target and source and noun.lemma_.lower() in grammar()["undergone"]["nouns"]:
        owner = actors_at(child(noun, "poss"), cast)
        if owner and owner == source and all(_is_somebody(one, cast) for one in owner):
            return (), owner
    if match.pattern.entry.frame == "mutual" and bool(source) != bool(target) and _is_spoken_of(noun):
        known = source or target
        other = tuple(one for one in actors_at(governing_subject(noun), cast) if one not in known)
        return (other, known) if other else (source, target)
    if _is_manner(noun):
        doers = actors_at(governing_subject(noun.head), cast)
        held = next((one for _, one in prep_objects(noun, _FOR)), None)
        helped = tuple(one for one in actors_at(held, cast, patient=True) if one not in doers)
        return doers, helped
    return source, target


def _against(noun: Token, cast: Cast) -> tuple[str, ...]:
    """Return whom "anti" before an act says that it is against: "anti-Chilean riots", "anti-government protests"."""
    for below in noun.lefts:
        if below.i > 1 and below.nbor(-1).text == "-" and below.nbor(-2).lower_ == "anti":
            return actors_at(below, cast)
    return ()


def occurring(noun: Token) -> Token | None:
    """Return the verb that only says that the act of its subject took place: "clashes broke out", "was reported"."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ != "VERB":
        return None
    particle, words = child(verb, "prt", "dobj"), grammar()["light"]["occurs"]
    tail = f" {particle.lower_}" if particle is not None else ""
    return verb if any(lemma in words or lemma + tail in words for lemma in lemmas(verb)) else None


def _is_somebody(actor: str, cast: Cast) -> bool:
    """Whether an actor is a person or some people, who undergo what a state or body does."""
    return actor in cast.actors and cast.actors[actor].kind in ("person", "group")


def _is_spoken_of(noun: Token) -> bool:
    """Whether somebody speaks of a meeting whose phrase names the other side: "spoke of the call with Oslo"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and above.pos_ == "NOUN" and above.dep_ == "pobj":
        return False  # "in reference to the talks": they are only alluded to
    return next(prep_objects(noun, ("with", "to")), None) is not None


def _is_manner(noun: Token) -> bool:
    """Whether a noun only says what the verb is done for: "in support of", "in cooperation with", "in defiance of"."""
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "in"
        and noun.lemma_.lower() in grammar()["undergone"]["manner"]
        and child(noun, "poss", "det") is None
        and child(noun, "prep") is not None
    )
