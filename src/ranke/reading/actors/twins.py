"""Actors that a report describes twice: the gunman and the name that the police give him, the rebels and insurgents.

Chains are made one expression at a time, each looking back. What only the whole report tells is joined here.
"""

from itertools import combinations

from spacy.tokens import Doc, Token

from ranke.reading.actors.continuity import merge
from ranke.reading.actors.members import join_members
from ranke.reading.actors.nouns import reference_table
from ranke.reading.actors.samebodies import join_same_bodies
from ranke.reading.events.frames import child, direct_object, prep_objects, subject
from ranke.reading.events.lexicon import lexicon
from ranke.reading.parts import ActorPart, Cast
from ranke.reading.words import words_of

_NAMING = frozenset({"identify", "name"})
_STRANGERS = frozenset({"man", "woman", "person", "individual", "teenager", "boy", "youth", "student", "driver"})
_RALLYING = frozenset({"rally", "march", "demonstrate", "protest", "riot", "chant", "picket"})
_ARMED = frozenset({"officer", "police", "soldier", "troop", "guard", "policeman", "force", "fighter"})
_MOST = 12
"""Actors of one description that are compared, and merged, in one report."""
_FULL = 2
"""Words of a name that are enough to be it within a longer one: "General Ada Novak" is Ada Novak."""


def join_twins(doc: Doc, cast: Cast) -> None:
    """Merge actors in place that are one person or one group under two descriptions."""
    identified = _join_identified(doc, cast)
    _join_longer_names(cast)
    join_same_bodies(cast)
    _join_suspect(doc, cast, identified)
    _join_doer(doc, cast)
    _join_crowd(doc, cast)
    for lists, plural in ((reference_table("twins")["person"], False), (reference_table("twins")["group"], True)):
        _join_described(doc, cast, frozenset(lists), plural=plural)
    join_members(doc, cast)


def _join_identified(doc: Doc, cast: Cast) -> set[str]:
    """Join "the attacker, identified as X" and "police named the man as X" to X; return those so named."""
    identified: set[str] = set()
    strangers = _STRANGERS | frozenset(reference_table("twins")["person"])
    for i, lemma in enumerate(words_of(doc).lemma):
        if lemma not in _NAMING or doc[i].pos_ != "VERB":
            continue
        verb = doc[i]
        name = next((held for _, held in prep_objects(verb, ("as",))), None)
        who = direct_object(verb)
        if name is None and who is not None:
            name = child(verb, "oprd", "appos")
        known, meant = cast.of(name), cast.of(who)
        if len(known) == 1 and who is not None and who.lemma_ in strangers:
            identified.add(known[0])
        if len(known) == len(meant) == 1 and known != meant:
            one, other = cast.actors[known[0]], cast.actors[meant[0]]
            if one.kind == other.kind == "person" and _named(one) and not _named(other):
                merge(cast, keep=one.id, drop=other.id)
    return identified


def _join_longer_names(cast: Cast) -> None:
    """Join a person's name to a longer one that ends in it, and a given name to the one full name that begins so.

    One of the two may have been taken for some body, as a name with an unknown title is.
    """
    names = [(actor, tuple(actor.name.split())) for actor in cast.actors.values() if _may_be_person(actor)]
    longer: dict[tuple[str, ...], list[ActorPart]] = {}
    for actor, full in names:
        for part in (full[:1], *(full[cut:] for cut in range(1, len(full) - _FULL + 1))) if len(full) > 1 else ():
            longer.setdefault(part, []).append(actor)
    merged = 0
    for one, words in names:
        found = longer.get(words, ())
        if len(found) == 1 and merged < _MOST and one.id in cast.actors and found[0].id in cast.actors:
            keep, drop = (found[0], one) if found[0].kind == "person" else (one, found[0])
            if keep.kind == "person":
                merge(cast, keep=keep.id, drop=drop.id)
                merged += 1


def _may_be_person(actor: ActorPart) -> bool:
    return _named(actor) and (actor.kind == "person" or (actor.kind == "organization" and actor.sector is None))


def _join_suspect(doc: Doc, cast: Cast, identified: set[str]) -> None:
    """Join the one gunman of a report to the one person whom it names and calls the suspect or says is identified."""
    nouns = frozenset(reference_table("twins")["person"])
    people = [one for one in cast.actors.values() if one.kind == "person"]
    called = [one for one in people if one.id in identified or _nouns(doc, one) & nouns]
    named, unnamed = [one for one in called if _named(one)], [one for one in called if not _named(one)]
    if len(named) == len(unnamed) == 1 and (
        unnamed[0].mentions[0].start < named[0].mentions[0].start or _plain(doc, unnamed[0], bare=False)
    ):
        merge(cast, keep=named[0].id, drop=unnamed[0].id)


def _join_doer(doc: Doc, cast: Cast) -> None:
    """Join "a man stabbed two shoppers" to the one person whom the report later calls the attacker."""
    nouns = frozenset(reference_table("twins")["person"])
    people = [one for one in cast.actors.values() if one.kind == "person"]
    called = [one for one in people if _nouns(doc, one) & nouns]
    unknown = {one.id: one for one in people if _is_stranger(doc, one)}
    if len(called) != 1 or not unknown:
        return
    heads = {one.mentions[0].head: one.id for one in unknown.values()}
    attackers = (subject(verb) for verb in doc if verb.pos_ == "VERB" and _attacks(verb))
    doers = {heads[who.i] for who in attackers if who is not None and who.i in heads} - {called[0].id}
    first = called[0].mentions[0].start
    if len(doers) == 1 and unknown[one := doers.pop()].mentions[0].start < first:
        merge(cast, keep=called[0].id, drop=one)


def _join_crowd(doc: Doc, cast: Cast) -> None:
    """Join "some 300 students marched" to the one group whom the report calls the protesters or the crowd then."""
    nouns = frozenset(reference_table("twins")["crowd"])
    _join_described(doc, cast, nouns, plural=True)
    groups = [one for one in cast.actors.values() if one.kind == "group" and not _named(one)]
    called = [one for one in groups if _nouns(doc, one) <= nouns and _plain(doc, one, bare=True)]
    if len(called) != 1:
        return
    known = {one.id for one in groups} - {called[0].id}
    rallying = (subject(verb) for verb in doc if verb.pos_ == "VERB" and _rallies(verb))
    doers = {one for who in rallying for one in cast.of(who) if one in known}
    other = cast.actors[doers.pop()] if len(doers) == 1 else None
    if other is not None and other.mentions[0].start < called[0].mentions[-1].start:
        apart = other.country and called[0].country and other.country != called[0].country
        if not apart and not _nouns(doc, other) & _ARMED:
            merge(cast, keep=other.id, drop=called[0].id)


def _rallies(verb: Token) -> bool:
    if verb.lemma_ in _RALLYING:
        return True
    whither = prep_objects(verb, ("to",)) if verb.lemma_ == "take" else ()
    return any(held.lemma_ in ("street", "square") for _, held in whither)


def _attacks(verb: Token) -> bool:
    patterns = lexicon().patterns.get(("verb", verb.lemma_.lower()), ())
    return any(len(one.words) == 1 and one.entry.type == "ASSAULT" for one in patterns)


def _is_stranger(doc: Doc, actor: ActorPart) -> bool:
    """Whether a report brings somebody in as "a man" or "a woman" and tells no more of who he is."""
    first = actor.mentions[0] if actor.mentions else None
    if first is None or _named(actor) or not _nouns(doc, actor) <= _STRANGERS:
        return False
    return any(below.lower_ in ("a", "an") for below in doc[first.head].lefts)


def _join_described(doc: Doc, cast: Cast, nouns: frozenset[str], *, plural: bool) -> None:
    """Join unnamed actors whose every description is one of these nouns, as long as nothing else tells them apart."""
    found = [
        actor
        for actor in cast.actors.values()
        if not _named(actor) and actor.kind == ("group" if plural else "person") and _nouns(doc, actor) <= nouns
    ]
    for one, other in combinations(found[:_MOST], 2):
        apart = one.country and other.country and one.country != other.country
        if one.id in cast.actors and other.id in cast.actors and not apart and _plain(doc, other, bare=plural):
            merge(cast, keep=one.id, drop=other.id)


def _nouns(doc: Doc, actor: ActorPart) -> set[str]:
    return {doc[mention.head].lemma_.lower() for mention in actor.mentions if mention.form == "nominal"} or {""}


def _plain(doc: Doc, actor: ActorPart, *, bare: bool) -> bool:
    """Whether a later description only points back: "the gunman", not "a gunman", "another suspect", "two suspects".

    A `bare` plural does so too ("held by insurgents").
    """
    first = next((mention for mention in actor.mentions if mention.form == "nominal"), None)
    if first is None or (first.head and doc[first.head - 1].text == "-"):
        return False  # "counter-protesters"
    words = {below.lower_: below for below in doc[first.head].lefts}
    if bare and not words:
        return True
    return "the" in words and not any(below.dep_ == "nummod" or below.lower_ in _OTHER for below in words.values())


_OTHER = frozenset({"other", "second", "third", "another", "alleged", "remaining"})


def _named(actor: ActorPart) -> bool:
    return any(mention.form == "name" for mention in actor.mentions)
