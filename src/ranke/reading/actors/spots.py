"""The working notes on one expression that may point at an actor, before it is known who is meant."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from ranke.model import Form, Kind, Sector
from ranke.offices.lookups import Known

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
PREMODIFIERS = frozenset({
    "compound", "amod", "nmod", "poss", "nummod", "det", "predet", "quantmod", "npadvmod", "advmod", "punct", "case",
})  # fmt: skip
MODIFIERS = frozenset({"compound", "amod", "nmod"})
_PLACE_WORDS = frozenset({"in", "near", "at", "inside", "within", "across", "throughout", "around", "outside"})
_ARRIVING = frozenset({"arrive", "land"})
_FURTHEST = 12
"""Tokens looked at to the left of a noun for its modifiers, and steps along a coordination."""


@dataclass(slots=True, eq=False)
class Spot:
    """One expression: tokens `[start, end)` around `head`, and what its own words say of the actor meant.

    `words` are the folded lower-case words of a name; `noun` is a nominal's lemma or phrase, `title` its whole text
    with the complement that ends at `tail`. `bodies` are the bodies and countries among the modifiers, nearest first,
    `person` a person among them, `owner` the token of "his" or "their". `twin` is the name that follows a title.
    `local` marks a place where something happens rather than somebody who acts; `generic` a noun that only points back.
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
    inherits: bool = False
    bodies: list["Spot"] = field(default_factory=list)
    person: "Spot | None" = None
    owner: int = -1
    plural: bool = False
    gender: str = ""
    definite: bool = False
    number: str = ""
    modifiers: tuple[str, ...] = ()
    generic: bool = False
    local: bool = False
    twin: "Spot | None" = None
    tail: int = 0

    @property
    def named(self) -> bool:
        """Whether this is a name."""
        return self.form == "name"


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
    while i > 0 and noun - i < _FURTHEST and _modifies(doc, i - 1, end):
        i -= 1
        if doc[i].is_sent_start:
            break
    return i


def _modifies(doc: Doc, i: int, end: int) -> bool:
    """Whether a token is a modifier in a phrase that ends at `end`."""
    token = doc[i]
    if token.is_space or (token.is_punct and token.tag_ != "HYPH" and token.text != "-"):
        return False
    if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound"):
        return False
    inside = i < token.head.i < end and token.dep_ in PREMODIFIERS
    return inside or token.tag_ in ("POS", "HYPH") or _coordinated(token)


def _coordinated(token: Token) -> bool:
    """Whether a word is the "and Iranian" of "Russian and Iranian forces"."""
    return token.dep_ in ("conj", "cc") and token.head.dep_ in MODIFIERS and token.head.head.i > token.i


def first_conjunct(token: Token) -> Token:
    """Return the first of what a token is coordinated with: "Iran" for "Turkey" in "Iran, Russia and Turkey"."""
    for _ in range(_FURTHEST):
        if token.dep_ != "conj" or token.head.i >= token.i:
            break
        token = token.head
    return token


def is_local(doc: Doc, head: int, start: int) -> bool:
    """Whether a place name tells where: "in Syria", "Sochi, Russia"."""
    token = first_conjunct(doc[head])
    if token.dep_ == "pobj" and token.head.lower_ in _PLACE_WORDS:
        return not (token.head.lower_ == "in" and token.head.head.lemma_ in _ARRIVING)
    if token.dep_ not in ("appos", "npadvmod", "dep") or start <= 1:
        return False
    return doc[start - 1].text == "," and doc[start - 2].ent_type_ in ("GPE", "LOC", "FAC")


def acts(token: Token) -> bool:
    """Whether the token is somebody who does something: a subject or an agent."""
    token = first_conjunct(token)
    return token.dep_ in SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def is_plural(token: Token) -> bool:
    """Whether a noun stands in the plural."""
    if token.tag_ in ("NNS", "NNPS"):
        return True
    return token.tag_ == "NN" and token.lower_ in ("people", "police", "media", "personnel", "clergy")
