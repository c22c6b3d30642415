"""The working notes on one expression that may point at an actor, before it is known who is meant."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from ranke.model import Form, Kind, Sector
from ranke.reading.lookups import Known

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det", "predet", "quantmod", "npadvmod", "advmod", "punct", "case"})
_PLACE_WORDS = frozenset({"in", "near", "at", "inside", "within", "across", "throughout", "around", "outside"})
_FURTHEST = 12
"""Tokens looked at to the left of a noun for its modifiers."""


@dataclass(slots=True, eq=False)
class Spot:
    """One expression: tokens `[start, end)` around `head`, and what its own words say of the actor meant.

    `words` are the folded lower-case words of a name, or the head noun's lemma; `bodies` are named organisations among the
    modifiers, nearest first; `tail` is where its complement ends; `local` marks a place where something happens rather than somebody who acts.
    """

    start: int
    end: int
    head: int
    form: Form
    kind: Kind | None
    words: tuple[str, ...] = ()
    noun: str = ""
    title: str = ""
    known: Known | None = None
    country: str | None = None
    sector: Sector | None = None
    bodies: list["Spot"] = field(default_factory=list)
    person: "Spot | None" = None
    plural: bool = False
    gender: str = ""
    definite: bool = False
    generic: bool = False
    local: bool = False
    number: str = ""
    modifiers: tuple[str, ...] = ()
    twin: "Spot | None" = None
    tail: int = 0
    inherits: bool = False
    owner: int = -1


def head_of(doc: Doc, start: int, end: int) -> int:
    """Return the token of `[start, end)` that the others hang on."""
    for i in range(end - 1, start - 1, -1):
        token = doc[i]
        if not token.is_punct and not start <= token.head.i < end:
            return i
    return next((i for i in range(end - 1, start - 1, -1) if doc[i].head is doc[i]), end - 1)


def zone_start(doc: Doc, noun: int, end: int) -> int:
    """Return where the modifiers before a noun begin; `end` closes the phrase that the noun belongs to."""
    i = noun
    while i > 0 and noun - i < _FURTHEST:
        token = doc[i - 1]
        if token.is_space or token.is_sent_start is None:
            break
        inside = (i - 1 < token.head.i < end and token.dep_ in PREMODIFIERS) or _joins(token)
        mark = token.tag_ == "POS" or (token.tag_ == "HYPH" and doc[i].i - 1 == token.i)
        if not (inside or mark) or (token.is_punct and token.tag_ not in ("HYPH",)) or token.pos_ == "VERB" and token.dep_ not in ("amod", "compound"):
            break
        i -= 1
        if token.is_sent_start:
            break
    return i


def _joins(token: Token) -> bool:
    """Whether a word is the "and Iranian" of "Russian and Iranian forces"."""
    return token.dep_ in ("conj", "cc") and token.head.dep_ in ("amod", "compound", "nmod") and token.head.head.i > token.i


def is_local(doc: Doc, head: int, start: int) -> bool:
    """Whether a place name tells where: "in Syria", "Sochi, Russia"."""
    token = _first_joined(doc[head])
    if token.dep_ == "pobj" and token.head.lower_ in _PLACE_WORDS:
        return not (token.head.lower_ == "in" and token.head.head.lemma_ in ("arrive", "land"))
    return token.dep_ in ("appos", "npadvmod", "dep") and start > 1 and doc[start - 1].text == "," and doc[start - 2].ent_type_ in ("GPE", "LOC", "FAC")


def _first_joined(token: Token) -> Token:
    """Return the first of what a token is coordinated with: "Iran" for "Turkey" in "Iran, Russia and Turkey"."""
    for _ in range(_FURTHEST):
        if token.dep_ != "conj" or token.head.i >= token.i:
            break
        token = token.head
    return token


def acts(token: Token) -> bool:
    """Whether the token is somebody who does, has or is done to: a subject, an agent, an owner."""
    token = _first_joined(token)
    return token.dep_ in SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def is_plural(token: Token) -> bool:
    """Whether a noun stands in the plural."""
    return token.tag_ in ("NNS", "NNPS") or (token.tag_ == "NN" and token.lower_ in ("people", "police", "media", "personnel", "clergy"))
