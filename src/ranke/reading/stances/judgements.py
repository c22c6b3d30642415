"""Judgements inside what is said: the speaker's attitude to what is called good or bad."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ranke.model import Polarity
from ranke.reading.events.frames import child, direct_object, prep_objects, subject, with_conjuncts
from ranke.reading.events.status import negated, verb_status
from ranke.reading.parts import Cast, StatementPart
from ranke.reading.stances.names import Shown, owners, short_name, span, targets
from ranke.reading.stances.table import table

_BE = {"be", "become", "remain", "seem", "look", "sound", "appear", "prove"}


def speakers(doc: Doc, statements: list[StatementPart]) -> list[int | None]:
    """Return for each token the head token of who says it, the innermost speaker; None for the reporter."""
    found: list[int | None] = [None] * len(doc)
    longest_first = sorted(statements, key=lambda one: (one.content[0] - one.content[1], one.content))
    for one in longest_first:
        inside = doc.char_span(*one.content, alignment_mode="expand")
        if inside is not None and one.speaker is not None:
            found[inside.start : inside.end] = [one.speaker] * (inside.end - inside.start)
    return found


def judgements(token: Token, speaker: int, cast: Cast) -> Iterator[Shown]:
    """Yield the attitudes of a speaker that one word in what is said shows."""
    lemma = token.lemma_.lower()
    t = table()
    found: list[tuple[Token, str, Polarity]] = []
    if token.pos_ in ("ADJ", "VERB") and token.lower_ in t.qualities:
        found += [(thing, sort, t.qualities[token.lower_]) for thing, sort in _qualified(token)]
    if token.pos_ in ("NOUN", "PROPN") and lemma in t.judged:
        found += [(thing, sort, t.judged[lemma]) for thing, sort in _called(token)]
    if token.pos_ == "VERB" and lemma in t.deeds and verb_status(token) in ("happened", "ongoing"):
        who = subject(token)
        if who is not None and cast.of(who):
            found.append((who, "deed", t.deeds[lemma]))
    for thing, sort, polarity in found:
        yield from _make(token, thing, sort, polarity, speaker, cast)
    if token.pos_ == "NOUN" and lemma in t.misdeeds:
        for target in owners(token, cast):
            for holder in cast.heads.get(speaker, ()):
                yield Shown(holder, target, t.misdeeds[lemma], span(token.doc, token.i, token.i + 1), "misdeed/" + t.misdeeds[lemma][:3])


def _make(token: Token, thing: Token, sort: str, polarity: Polarity, speaker: int, cast: Cast) -> Iterator[Shown]:
    if negated(token) or (token.dep_ in ("attr", "acomp", "oprd") and negated(token.head)):
        return
    found = targets(thing, cast)
    mark = ""
    if not found and (thing.lemma_.lower() in table().words["nameless"]):
        found = last_plan(thing, cast)
        mark = "/it" if thing.pos_ == "PRON" else "/nameless"
    for target in found:
        kind = ("/actor" if target in cast.actors else "/text") + mark
        for holder in cast.heads.get(speaker, ()):
            yield Shown(holder, target, polarity, span(token.doc, token.i, token.i + 1), f"{sort}/{polarity[:3]}{kind}")


def _qualified(token: Token) -> Iterator[tuple[Token, str]]:
    """Yield what an adjective is said of."""
    head = token.head
    if token.dep_ == "amod":
        if head.dep_ == "attr" and head.head.lemma_ in _BE:
            about = subject(head.head)
            if about is not None:
                yield about, "amod.attr"
        elif head.lemma_.lower() in table().words["nameless"] and head.dep_ in ("dobj", "pobj"):
            yield head, "amod"
    elif token.dep_ in ("acomp", "oprd"):
        about = child(token, "nsubj") or (subject(head) if token.dep_ == "acomp" else direct_object(head))
        if about is not None:
            yield about, "acomp"
    elif token.dep_ == "ccomp":
        about = child(token, "nsubj") or direct_object(head)
        if about is not None:
            yield about, "small"
    elif token.dep_ == "pobj" and head.lower_ == "as":
        about = direct_object(head.head)
        if about is not None:
            yield about, "as"
    elif token.dep_ == "conj" and token.head.pos_ in ("ADJ", "NOUN") and token.head.i != token.i and token.head.dep_ != "conj":
        for about, sort in _qualified(token.head):
            yield about, "conj." + sort


def _called(token: Token) -> Iterator[tuple[Token, str]]:
    head = token.head
    if token.dep_ == "attr" and head.lemma_ in _BE:
        about = subject(head)
        if about is not None:
            yield about, "attr"
    elif token.dep_ in ("oprd", "ccomp"):
        about = child(token, "nsubj") or direct_object(head)
        if about is not None:
            yield about, "oprd"
    elif token.dep_ == "pobj" and head.lower_ == "as":
        about = direct_object(head.head)
        if about is not None:
            yield about, "as"


def last_plan(thing: Token, cast: Cast) -> tuple[str, ...]:
    """Return what "it" or "the move" stands for: the last plan, law or deed named before."""
    plans = table().words["plans"]
    sentence = thing.sent.start
    for i in range(thing.i - 1, max(-1, sentence - 80), -1):
        one = thing.doc[i]
        if one.pos_ in ("NOUN", "PROPN") and one.lemma_.lower() in plans and one.dep_ != "compound":
            return cast.of(one) or short_name(one)
    return ()
