"""Who "both sides" are: the parties of the talks that the report is about."""

from spacy.tokens import Doc, Token

from ranke.reading.parts import Cast, EventPart
from ranke.reading.words import words_of

_SIDES = {"sides", "parties", "delegations"}
_PAIR = {"both", "two"}
_OWN = {"their", "themselves"}
_NEAR = 20
"""Tokens after the verb of "both sides" in which "their" is theirs."""


def settle_sides(doc: Doc, cast: Cast, events: list[EventPart]) -> bool:
    """Let "both sides" mean the two parties of the first talks or meeting told, in place; returns whether it did.

    A person at the table stands for the country or body that the report names as his: talks of two envoys are talks of
    two sides. The events found before have to be found again then.
    """
    pairs = [doc[i] for i, lower in enumerate(words_of(doc).lower) if lower in _SIDES and _is_pair(doc[i])]
    if not pairs:
        return False
    talks = (event for event in events if event.mutual and event.type == "CONSULT" and event.sources and event.targets)
    for event in talks:
        sides = tuple(dict.fromkeys((_party(event.sources[0], cast), _party(event.targets[0], cast))))
        if len(sides) > 1:
            for token in pairs:
                talkers = (event.sources[0], event.targets[0])
                for one in (token, *_their(token)):
                    cast.heads[one.i] = talkers if _of_talks(token) else sides
            return True
    return False


def _of_talks(pair: Token) -> bool:
    """Whether it is said who talked: "the talks between the two sides" are those of the two who met."""
    return pair.dep_ == "pobj" and pair.head.lower_ in ("between", "of") and pair.head.head.pos_ == "NOUN"


def _their(pair: Token) -> list[Token]:
    """Return "their" in "both sides voiced their rejection", and of what they did beside it."""
    verb = pair.head
    if pair.dep_ != "nsubj" or verb.pos_ != "VERB":
        return []
    doc = verb.doc
    things = (below for below in verb.children if below.dep_ in ("dobj", "prep", "xcomp"))
    inside = (doc[i] for thing in things for i in range(thing.left_edge.i, min(thing.right_edge.i + 1, verb.i + _NEAR)))
    return [one for one in inside if one.lower_ in _OWN and one.tag_ in ("PRP$", "PRP")]


def _is_pair(token: Token) -> bool:
    return any(below.lower_ in _PAIR for below in token.lefts)


def _party(actor: str, cast: Cast) -> str:
    """Return whom a participant stands for: a person for his country, if the report names it; others for themselves."""
    one = cast.actors[actor]
    if one.kind != "person" or one.country is None:
        return actor
    named = (other.id for other in cast.actors.values() if other.kind == "country" and other.country == one.country)
    return next(named, actor)
