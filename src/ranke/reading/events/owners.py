"""Whom an argument stands for: an actor for himself, a thing for whoever owns it, made it, or whom it concerns."""

from spacy.tokens import Token

from ranke.offices.lookups import fold, match_at
from ranke.reading.events.blamed import doers
from ranke.reading.events.frames import child, prep_objects, subject, with_conjuncts
from ranke.reading.events.lexicon import lexicon
from ranke.reading.events.phrases import only_names
from ranke.reading.events.status import grammar
from ranke.reading.parts import Cast

OWNERS = ("poss", "compound", "amod", "nmod")
_BELONGING = ("of", "by", "from", "among", "between")
_CONCERNING = (*_BELONGING, "with", "to", "against", "on", "for", "in")
_HELD = ("ASSAULT", "CONSULT", "PROTEST")
"""Types of acts that are called by the town where they took place."""
_DEEPEST = 3
_HIGHEST = 5
"""Steps from a noun up to its relative clause."""


def actors_at(token: Token | None, cast: Cast, *, patient: bool = False, depth: int = 0) -> tuple[str, ...]:
    """Return the actors that an argument stands for.

    A thing stands for whoever it belongs to: the possessor or maker of a plan, a policy or an attack ("Iran's offer",
    "the US sanctions", "the decision of the court"). As a `patient` it also stands for whom it concerns ("talks with
    the rebels").
    """
    if token is None:
        return ()
    ids: list[str] = []
    for one in [*_named_before(token), *with_conjuncts(token), *_joined_below(token)] if depth == 0 else [token]:
        found = _repaired(one, cast) or cast.of(one) or _whose(one, cast)
        if patient and one.pos_ == "NOUN" and one.lemma_.lower() in grammar()["thing"]["belonging"]:
            # "stormed the offices of the union": what is done to a place is done to whose it is.
            found = _owner(one, cast, patient, depth) or found
        if not found and (one is token or not cast.of(token)):
            # "the refugees and support for them" has no second actor: what owns a thing beside an actor takes no part.
            found = _owner(one, cast, patient, depth)
        if patient and one.lower_ == "it":
            # What is done to "it" is done to a thing or a country, hardly to a newspaper.
            found = tuple(actor for actor in found if actor not in cast.actors or cast.actors[actor].kind != "media")
        ids += [actor for actor in found if actor not in ids]
    return tuple(ids)


def _named_before(token: Token) -> list[Token]:
    """Return the first of two names that the parser made one: "President Ana Vidal and Premier Jon Berg spoke"."""
    if token.pos_ != "PROPN":
        return []
    return [
        below
        for below in token.lefts
        if below.dep_ == "nmod" and below.pos_ == "PROPN" and below.ent_type_ and child(below, "cc") is not None
    ]


def _joined_below(token: Token) -> list[Token]:
    """Return a second actor that the parser hung below the first: "the government of Mali and the Northern Front"."""
    if token.tag_ not in ("NN", "NNP") or child(token, "cc") is not None:
        return []
    held = next((one for _, one in prep_objects(token, ("of",)) if one.ent_type_ == "GPE"), None)
    if held is None or child(held, "det") is not None:
        return []
    return [one for one in held.conjuncts if one.i > held.i and child(one, "det") is not None]


def _repaired(token: Token, cast: Cast) -> tuple[str, ...]:
    """Return who is meant where the parser is known to hang a name on the wrong noun; empty elsewhere.

    "Two senators, X and Y, objected" are X and Y. "the advisor of Iran's leader" is the advisor, not a leader whom an
    advisor of Iran has. In "A meeting with X, the party's chief, Minister Y said …" and
    "A resident of Gdansk, Y said …" the subject is Y.
    """
    if token.tag_ in ("NNS", "NNPS") and len(named := _listed(token)) > 1:
        return tuple(dict.fromkeys(actor for one in named for actor in cast.of(one)))
    if token.dep_ in ("nsubj", "nsubjpass"):
        name = child(token, "appos")
        if name is not None and name.ent_type_ == "PERSON":
            meant = cast.of(name)
            return meant if meant != cast.of(token) else ()
    owner = child(token, "poss")
    if (
        owner is not None
        and owner.pos_ == "NOUN"
        and child(owner, "prep") is not None
        and child(owner, "det") is not None
    ):
        return cast.of(owner)
    return ()


def _listed(token: Token) -> list[Token]:
    """Return the names that a plural noun is said to be: "Two senators, Ana Vidal and Jon Berg, objected"."""
    name = child(token, "appos")
    if name is None or name.ent_type_ != "PERSON":
        return []
    return [one for one in with_conjuncts(name) if one.ent_type_ == "PERSON"]


def _whose(token: Token, cast: Cast) -> tuple[str, ...]:
    """Return who "whose" means before this noun: "a woman whose eye was hurt"."""
    owner = child(token, "poss")
    if owner is None or owner.tag_ != "WP$":
        return ()
    node = token
    for _ in range(_HIGHEST):
        if node.dep_ == "relcl":
            return cast.of(node.head)
        node = node.head
    return ()


def _maker(token: Token, cast: Cast) -> tuple[str, ...]:
    """Return who made a thing, by a clause after it: "the plan drafted by X", "the deal that X signed".

    Who lays an act on somebody has not done it: "the raid that X blamed on Y" is Y's.
    """
    if blamed := [actor for one in doers(token) for actor in cast.of(one)]:
        return tuple(dict.fromkeys(blamed))
    for below in token.rights:
        if below.dep_ == "acl" and below.tag_ == "VB":
            continue  # "praised the efforts of X to end the war": who praises is not who makes the efforts
        if below.dep_ in ("acl", "relcl") and below.pos_ == "VERB" and not only_names(below):
            agent = subject(below)
            if agent is not None and agent is not token and (found := cast.of(agent)):
                return found
    return ()


def _carried(token: Token, cast: Cast) -> tuple[str, ...]:
    """Return who is in what is hit: "a bus carrying pilgrims"."""
    for below in token.rights:
        if below.dep_ == "acl" and below.tag_ == "VBG" and below.lemma_ in ("carry", "transport", "ferry", "bring"):
            load = child(below, "dobj")
            if load is not None and (found := cast.of(load)):
                return found
    return ()


def is_venue(token: Token) -> bool:
    """Whether a capital before a noun tells where an act took place: "the Kabul bombing", "the Vienna talks"."""
    if token.dep_ not in ("compound", "nmod") or token.pos_ != "PROPN":
        return False
    patterns = lexicon().patterns.get(("noun", token.head.lemma_.lower()), ())
    if not any(pattern.entry.type in _HELD for pattern in patterns):
        return False
    known = match_at(fold(token.text), 0)
    return known is not None and known[1].sort == "capital"


def _owner(token: Token, cast: Cast, patient: bool, depth: int) -> tuple[str, ...]:  # noqa: FBT001 (passed on only)
    if depth >= _DEEPEST:
        return ()
    name = child(token, "appos")
    if name is not None and name.pos_ == "PROPN" and (found := cast.of(name)):
        # "Ankara's ally, Baku": the noun is who is named after it.
        return found
    for below in token.children:
        if below.dep_ in OWNERS and (found := cast.of(below)) and not is_venue(below):
            return found
    if patient and (found := _carried(token, cast)):
        return found
    if found := _maker(token, cast):
        return found
    for word, held in prep_objects(token, _CONCERNING if patient else _BELONGING):
        both = with_conjuncts(held) if word == "between" else [held]
        ids = [actor for one in both for actor in actors_at(one, cast, patient=patient, depth=depth + 1)]
        if ids:
            return tuple(dict.fromkeys(ids))
    for below in (one for one in token.children if one.dep_ in ("appos", *OWNERS) and not is_venue(one)):
        if found := actors_at(below, cast, patient=patient, depth=depth + 1):
            return found
    return ()
