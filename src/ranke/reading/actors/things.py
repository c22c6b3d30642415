"""Nouns for bodies and people that mean a thing where they stand: "the power to arrest", "the bodies of two men"."""

from spacy.tokens import Token

from ranke.reading.actors.nouns import reference_table
from ranke.reading.actors.spots import MODIFIERS, acts


def is_thing(token: Token) -> bool:
    """Whether a noun that can mean a body or people is a thing here."""
    table = reference_table("things")
    lower, lemma = token.lower_, token.lemma_.lower()
    if _is_counted(token) or (lower in table["told"] and not acts(token) and token.dep_ == "dobj"):
        return True
    before = {below.lower_ for left in token.lefts for below in (left, *left.lefts)}
    if before & frozenset(table["before"].get(lemma, ())):
        return True
    if lower == "power":
        return not any(below.dep_ in ("amod", "compound", "nmod") or below.lower_ == "a" for below in token.lefts)
    return _is_moved(token, frozenset(table["moved"].get(lemma, ())))


def _is_counted(token: Token) -> bool:
    """Whether a noun is only counted within an adjective: "six-party talks", "a three-judge court"."""
    if token.dep_ not in (*MODIFIERS, "npadvmod") or token.head.i < token.i or token.i < 2:  # noqa: PLR2004 - "six", "-"
        return False
    return token.nbor(-1).text == "-" and token.nbor(-2).tag_ == "CD"


def _is_moved(token: Token, verbs: frozenset[str]) -> bool:
    """Whether something is done to what a noun means that is only done to things."""
    return token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in verbs
