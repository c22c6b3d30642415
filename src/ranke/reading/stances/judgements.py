"""Judgements inside what is said: the speaker's attitude to what is called good or bad."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from ranke.model import Polarity
from ranke.reading.events.frames import child, direct_object, subject
from ranke.reading.events.negation import negated
from ranke.reading.parts import Cast, StatementPart
from ranke.reading.stances.names import Shown, last_plan, objects, owners, show, targets
from ranke.reading.stances.table import table

_COPULAS = ("be", "become", "remain", "seem", "look", "sound", "appear", "prove")
_DEEPEST = 8


def spoken(tokens: Sequence[Token], statements: Sequence[StatementPart]) -> Iterator[tuple[Token, StatementPart]]:
    """Yield each token that is said by somebody with the innermost statement around it.

    Args:
        tokens: Some tokens, in order of the text.
        statements: The statements of the text; those without a known speaker are passed over.
    """
    waiting = sorted((one for one in statements if one.speaker is not None), key=lambda one: one.content, reverse=True)
    around: list[StatementPart] = []
    for token in tokens:
        while waiting and waiting[-1].content[0] <= token.idx:
            around.append(waiting.pop())
        around = [one for one in around if token.idx < one.content[1]]
        if around:
            yield token, min(around, key=lambda one: (one.content[1] - one.content[0], one.content))


def judgements(token: Token, said: StatementPart, cast: Cast) -> Iterator[Shown]:
    """Yield the attitudes of a speaker that one word in what is said shows."""
    holders = cast.heads.get(said.speaker, ()) if said.speaker is not None else ()
    for polarity, sort, about in _judged(token, token.lemma_.lower(), cast) if holders else ():
        for target in about:
            for holder in holders:
                yield show(holder, target, polarity, token, sort)
    if holders and _foretold(token, said):
        owner = child(token, "poss") or next(objects(token, ("of",)), None)
        for target in (targets(owner, cast) or last_plan(owner, cast)) if owner is not None else ():
            for holder in holders:
                yield show(holder, target, "negative", token, "ending")


def _foretold(token: Token, said: StatementPart) -> bool:
    """Whether what is said is an end that somebody expects: "expecting its failure"."""
    if said.cue_token is None or token.lemma_.lower() not in table().words["ending"]:
        return False
    cue = token.doc[said.cue_token]
    return cue.lemma_.lower() in table().words["expecting"] and token.head.i == cue.i


def _judged(token: Token, lemma: str, cast: Cast) -> Iterator[tuple[Polarity, str, tuple[str, ...]]]:
    """Yield how and what a word judges."""
    words = table()
    quality = words.qualities.get(token.lower_) if token.pos_ in ("ADJ", "VERB") else None
    if quality is None and token.pos_ in ("NOUN", "PROPN"):
        quality = words.judged.get(lemma)
    if quality is not None and not _denied(token):
        about = _subject_of(token)
        if about is not None:
            yield quality, "quality", _about(about, cast)
    if token.pos_ == "VERB" and lemma in words.words["failing"] and not negated(token):
        fated = child(token, "nsubjpass") if lemma == "doom" else subject(token) if _will(token) else None
        if fated is not None:
            yield "negative", "fate", _about(fated, cast)
    if token.pos_ == "NOUN" and lemma in words.deeds:
        yield words.deeds[lemma], "deed", owners(token, cast)


def _will(verb: Token) -> bool:
    """Whether a verb is of the future: "the plan will fail"."""
    return any(one.dep_ == "aux" and one.lower_ in ("will", "'ll", "’ll") for one in verb.lefts)


def _denied(token: Token) -> bool:
    return negated(token) or (token.dep_ in ("attr", "acomp", "oprd") and negated(token.head))


def _subject_of(token: Token, depth: int = 0) -> Token | None:
    """Return what a word of praise or blame is said of."""
    head = token.head
    match token.dep_:
        case "attr" | "acomp" if head.lemma_ in _COPULAS:
            return subject(head)
        case "acomp" | "oprd" | "ccomp" | "attr":
            return child(token, "nsubj") or direct_object(head)
        case "pobj" | "amod" if head.lower_ == "as" and token.dep_ == "pobj":
            return direct_object(head.head)
        case "dobj" if head.lemma_ in table().words["posing"]:
            return subject(head)
        case "amod" if head.dep_ == "pobj" and head.head.lower_ == "as":
            return direct_object(head.head.head)
        case "amod" if head.dep_ == "attr" and head.head.lemma_ in _COPULAS:
            return subject(head.head)
        case "amod" if head.dep_ == "dobj" and head.head.lemma_ in ("make", "take"):
            return head
        case "conj" if depth < _DEEPEST and head.pos_ in ("ADJ", "NOUN"):
            return _subject_of(head, depth + 1) if head.dep_ != "amod" else None
        case _:
            return None


def _about(thing: Token, cast: Cast) -> tuple[str, ...]:
    """Return whom or what is judged: actors, and of things only plans, policies and causes."""
    if thing.pos_ in ("PRON", "DET"):
        # What "it" is called is rarely a plan.
        return tuple(one for one in targets(thing, cast) if one in cast.actors)
    found = targets(thing, cast)
    if thing.pos_ == "PROPN" or thing.lemma_.lower() in table().words["plans"]:
        return found or last_plan(thing, cast)
    return tuple(one for one in found if one in cast.actors) or last_plan(thing, cast)
