"""Attitudes that are told: opposes, is wary of, support for, an enemy of, pro- and anti-."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ranke.model import Polarity
from ranke.reading.events.frames import child, direct_object, governing_subject, prep_objects, subject, with_conjuncts
from ranke.reading.events.status import negated, noun_status, verb_status
from ranke.reading.parts import Cast
from ranke.reading.stances.names import Shown, owners, span, targets
from ranke.reading.stances.table import Word, opposite, table

_SO = ("happened", "ongoing", "planned")
_COPULAS = {"be", "become", "remain", "seem", "feel", "grow", "appear", "stay", "get", "sound", "look"}


def attitudes(token: Token, cast: Cast) -> Iterator[Shown]:
    """Yield the attitudes that one word shows."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in table().verbs:
        for use in table().verbs[lemma]:
            yield from _verb(token, use, cast)
    if token.pos_ in ("ADJ", "VERB") and token.lower_ in table().adjectives:
        yield from _adjective(token, table().adjectives[token.lower_], cast)
    if token.pos_ == "NOUN":
        if lemma in table().nouns:
            yield from _noun(token, table().nouns[lemma], cast)
        if lemma in table().people and token.dep_ in ("attr", "appos"):
            yield from _person(token, table().people[lemma], cast)


def _make(token: Token, holder: Token | None, things: list[Token], polarity: Polarity, sort: str, cast: Cast) -> Iterator[Shown]:
    if holder is None:
        return
    ids = [one for held in with_conjuncts(holder) for one in cast.of(held)]
    for thing in things:
        for target in targets(thing, cast):
            kind = "" if target in cast.actors else "/text"
            for one in ids:
                yield Shown(one, target, polarity, span(token.doc, token.i, token.i + 1), sort + kind)


def _verb(token: Token, use: Word, cast: Cast) -> Iterator[Shown]:
    if token.dep_ in ("amod", "compound"):
        return
    status = verb_status(token)
    polarity = use.polarity
    if use.prepositions:
        things = [held for _, held in prep_objects(token, use.prepositions)][:1]
    else:
        thing = direct_object(token)
        things = [thing] if thing is not None else []
    if not things:
        return
    holder = subject(token)
    sort = f"verb.{'stirs' if use.stirs else 'prep' if use.prepositions else 'obj'}/{polarity[:3]}/{status}"
    if use.stirs:
        if holder is not None:
            yield from _make(token, things[0], [holder], polarity, sort, cast)
        return
    if status not in _SO:
        return
    yield from _make(token, holder, things, polarity, sort, cast)


def _adjective(token: Token, use: Word, cast: Cast) -> Iterator[Shown]:
    things = [held for _, held in prep_objects(token, use.prepositions)][:1]
    if not things:
        return
    if token.dep_ in ("acomp", "oprd", "ROOT", "ccomp", "conj") or token.pos_ == "VERB":
        holder = subject(token.head) if token.dep_ in ("acomp", "oprd") else child(token, "nsubj", "nsubjpass") or governing_subject(token)
    elif token.dep_ in ("amod", "acl", "relcl", "appos"):
        holder = token.head
    else:
        holder = governing_subject(token)
    verb = token if token.pos_ == "VERB" else token.head
    polarity = use.polarity
    if negated(token) or negated(verb):
        polarity = opposite(polarity)
    yield from _make(token, holder, things, polarity, f"adj/{polarity[:3]}", cast)


def _noun(token: Token, use: Word, cast: Cast) -> Iterator[Shown]:
    things = [held for _, held in prep_objects(token, use.prepositions)]
    by = [held for word, held in prep_objects(token, ("among", "from", "by", "of"))]
    owner = child(token, "poss")
    holder = owner
    sort = "poss"
    if holder is None:
        for held in by:
            if cast.of(held) and len(things) + (held not in things) > 1:
                holder, sort = held, "by"
                things = [one for one in things if one is not held]
                break
    if holder is None:
        for below in token.lefts:
            if below.dep_ in ("amod", "compound", "nmod") and cast.of(below):
                holder, sort = below, "mod"
    if holder is None and token.dep_ == "dobj" and token.head.lemma_ in table().words["light"]:
        holder, sort = governing_subject(token), "subj"
    status = noun_status(token, token.head if token.dep_ == "dobj" else None)
    if status not in _SO:
        return
    yield from _make(token, holder, things[:1], use.polarity, f"noun.{sort}/{use.polarity[:3]}/{status}", cast)


def _person(token: Token, use: Word, cast: Cast) -> Iterator[Shown]:
    things = [held for _, held in prep_objects(token, use.prepositions)][:1]
    owner = child(token, "poss")
    if owner is not None:
        things = [owner]
    for below in token.lefts:
        if not things and below.dep_ == "compound":
            things = [below]
    holder: Token | None = token
    sort = "self"
    if token.dep_ == "attr":
        holder, sort = subject(token.head), "attr"
    elif token.dep_ == "appos":
        holder, sort = token.head, "appos"
    elif not cast.of(token):
        holder = None
        for below in token.children:
            if below.dep_ in ("appos",):
                holder, sort = below, "appos"
    yield from _make(token, holder, things, use.polarity, f"person.{sort}/{use.polarity[:3]}", cast)
