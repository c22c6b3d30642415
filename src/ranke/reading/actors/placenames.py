"""Places that no table knows and that the parser took for people or bodies: "the army entered Tal Hamra".

A name is a place all through the report where the grammar once makes it one and never makes it somebody.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from ranke.model import Place
from ranke.offices.lookups import fold
from ranke.offices.nouns import is_body_word, is_organization_word
from ranke.reading.actors.entities import Name
from ranke.reading.actors.nouns import gender_of_name, is_title_word
from ranke.reading.actors.spots import MODIFIERS, SUBJECTS, first_conjunct, head_of
from ranke.reading.words import words_of
from ranke.tables import read_toml

_LONGEST = 4
"""Words in the name of such a place."""
_TAKEN = ("person", "organization", "other")


@cache
def _words() -> dict[str, frozenset[str]]:
    table = read_toml("ranke.reading.actors", "placenames.toml")
    return {name: frozenset(words) for name, words in table.items() if isinstance(words, list)}


def place_names(doc: Doc, names: list[Name], places: Sequence[Place]) -> list[Name]:
    """Return the names of a text, those of unknown places as `site`: nobody, and of no country that anybody knows.

    Args:
        doc: The parsed text.
        names: Its names in order.
        places: The places that the text is known to name.
    """
    found = {place.span for place in places}
    texts = [fold(words_of(doc).between(name.start, name.end)) for name in names]
    surnames = {fold(doc[name.end - 1].text) for name in names if name.label == "person" and name.size > 1}
    told: dict[str, set[str]] = {}
    for name, text in zip(names, texts, strict=True):
        if name.known is None and name.label in _TAKEN and name.size <= 2 * _LONGEST:
            told.setdefault(text, set()).add(_told(doc, name, found))
    for text in surnames.intersection(told):
        told[text].add("actor")
    where = {text for text, said in told.items() if "place" in said and "actor" not in said}
    return [
        replace(name, label="site") if text in where and name.known is None and name.label in _TAKEN else name
        for name, text in zip(names, texts, strict=True)
    ]


def _told(doc: Doc, name: Name, places: set[tuple[int, int]]) -> str:
    """Return what the words of a name and those around it make it: `place`, `actor` or nothing certain."""
    if _is_somebody(doc, name):
        return "actor"
    head = doc[head_of(doc, name.start, name.end)]
    token = first_conjunct(head)
    verb = token.head
    if token.dep_ in SUBJECTS and not (token.dep_ == "nsubjpass" and verb.lemma_ in _words()["taken"]):
        return "place" if verb.lemma_ in _words()["lying"] and _sounds_local(doc, name, token) else "actor"
    if token.dep_ in ("dative", "agent") or (token.dep_ == "pobj" and verb.dep_ == "agent"):
        return "actor"
    if _sounds_local(doc, name, token) or _is_area(head, name) or _is_reached(token):
        return "place"
    span = doc[name.start : name.end]
    if (span.start_char, span.end_char) in places and (name.size == 1 or name.label != "person"):
        return "place"
    return "actor" if token.dep_ == "dobj" and verb.lemma_ not in _words()["reached"] else ""


def _is_somebody(doc: Doc, name: Name) -> bool:
    """Whether a name's own words are a person's or a body's, or a title stands before it."""
    words = [fold(doc[i].lower_) for i in range(name.start, name.end)]
    if any(is_organization_word(word) for word in words) or is_body_word(words[-1]):
        return True
    if words_of(doc).text[name.end - 1].isupper():
        return True
    before = doc[name.start - 1] if name.start else None
    if before is not None and (is_title_word(before.lower_) or before.lower_ in ("mr", "mrs", "ms", "dr")):
        return True
    return bool(gender_of_name(tuple(words)))


def _sounds_local(doc: Doc, name: Name, token: Token) -> bool:
    """Whether a name begins or ends as those of places do: "Deir Salama", "Mount Kessel", "at Tarn Park"."""
    words = _words()
    if name.size == 1:
        return False
    if doc[name.start].lower_ in words["first"]:
        return True
    before = token.head.lower_ if token.dep_ == "pobj" else ""
    return doc[name.end - 1].lower_ in words["last"] and before in words["inside"] | words["toward"] | {"at"}


def _is_area(token: Token, name: Name) -> bool:
    """Whether a name says which region or crossing is meant: "the Gelmura region"."""
    noun = token.head
    return token.dep_ in MODIFIERS and noun.i >= name.end and noun.lower_ in _words()["area"]


def _is_reached(token: Token) -> bool:
    """Whether somebody goes to or from what is named, besieges it, or something lies or happens in it."""
    words, over = _words(), token.head
    if token.dep_ in ("dobj", "nsubjpass"):
        if over.lemma_ in words["struck"]:
            return any(below.dep_ == "nsubj" and below.lemma_.lower() in words["missile"] for below in over.children)
        return over.lemma_ in words["taken"]
    if token.dep_ != "pobj":
        return False
    held = over.head.lemma_.lower()
    if over.lower_ in words["inside"]:
        return held not in words["trust"] and not over.head.is_quote
    if over.lower_ in words["toward"]:
        return held in words["moving"]
    return over.lower_ == "of" and over.head.lower_ in words["part"]
