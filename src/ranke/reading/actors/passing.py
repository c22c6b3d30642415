"""Who is named and yet nobody: people of whom only their kind matters ("vowed to protect citizens"), unknown places.

Who is named nowhere else and only the object of an infinitive is nobody in particular, so no event has him as a side.
Left alone: bodies ("to ban unions"), who is counted, definite or somebody's ("to free the hostages").
"""

from spacy.tokens import Doc, Token

from ranke.offices.nouns import is_body_word, singular
from ranke.reading.actors.chains import Chain
from ranke.reading.actors.spots import Spot, first_conjunct
from ranke.reading.actors.standing import Standing

_WHERE = frozenset({"in", "near", "at", "inside", "around", "outside", "off", "across"})

_WRITTEN = frozenset({
    "write", "say", "report", "publish", "print", "appear", "tell", "article", "interview", "column", "piece",
    "editorial", "commentary", "advert", "statement", "essay",
})  # fmt: skip


def is_passing(doc: Doc, spot: Spot, chain: Chain) -> bool:
    """Whether a noun for people names nobody in particular."""
    if spot.form != "nominal" or chain.kind not in ("group", "person") or chain.named:
        return False
    if is_body_word(singular(spot.noun.rsplit(" ", 1)[-1])):
        return False
    if spot.bodies or spot.definite or spot.number not in ("", "a") or _mentions(chain) > 1:
        return False
    token = first_conjunct(doc[spot.head])
    return token.dep_ == "dobj" and _is_infinitive(token.head)


def is_unknown_place(doc: Doc, chain: Chain, standing: Standing) -> bool:
    """Whether an unknown name that was taken for a body's only tells where: "a house in Tarn", "near Orlo"."""
    if chain.kind != "organization" or chain.known is not None or chain.offices:
        return False
    held = (doc[spot.head] for spot in chain.spots)
    only = all(token.dep_ == "pobj" and token.head.lower_ in _WHERE and not _is_written(token) for token in held)
    return only and standing.sector(chain) is None


def _is_written(name: Token) -> bool:
    """Whether what is named is what somebody writes in: "said in an article in Al-Noor"."""
    return name.head.head.lemma_ in _WRITTEN


def _mentions(chain: Chain) -> int:
    return sum(own.form != "pronoun" for own in chain.spots)


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb is no more than named: no tense, no "will", "may" or "did" before it."""
    return verb.tag_ == "VB" and all(below.lower_ == "to" for below in verb.children if below.dep_ == "aux")
