"""What a common noun says of an actor: person, group or body, of which sector, and of which gender."""

import re
from functools import cache
from itertools import chain
from typing import Any, cast

from spacy.tokens import Doc, Token

from ranke.model import Sector
from ranke.offices.nouns import Entry, Phrases, by_first_word, entries, longest_phrase, singular
from ranke.reading.words import words_of
from ranke.tables import read_toml

_PARTS = re.compile(r"[^\s-]+|-")
"""The parser makes three tokens of "director-general"."""
_AGAINST = frozenset({"anti", "pro", "non", "counter"})
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "people": "people",
    "children": "child",
    "police": "police",
    "media": "media",
    "troops": "troop",
    "forces": "force",
}


@cache
def _reference() -> dict[str, Any]:
    return read_toml("ranke.reading.actors", "reference.toml")


@cache
def reference() -> dict[str, frozenset[str]]:
    """Return the word classes of reference.toml."""
    return {key: frozenset(words) for key, words in _reference().items() if isinstance(words, list)}


def reference_table(name: str) -> dict[str, Any]:
    """Return a table of reference.toml, such as `same`."""
    table: dict[str, Any] = _reference()[name]
    return table


@cache
def _given() -> dict[str, str]:
    table = reference_table("given")
    return {name: letter for letter, key in (("m", "male"), ("f", "female")) for name in table[key].split()}


def gender_of_name(words: tuple[str, ...]) -> str:
    """Return `m` or `f` where the first word of a name of two or more tells it, else an empty string."""
    return _given().get(words[0], "") if len(words) > 1 else ""


def gender_of_noun(lemma: str) -> str:
    """Return `m` or `f` where a noun or title tells it ("spokeswoman", "king"), else an empty string."""
    words = reference()
    last = lemma.rsplit(" ", 1)[-1].rstrip(".")
    return "m" if last in words["male"] else "f" if last in words["female"] else ""


@cache
def _sectors() -> dict[str, Any]:
    return read_toml("ranke.reading.actors", "sectors.toml")


@cache
def _phrases() -> Phrases:
    """Return the noun phrases of the tables, and the words for people and bodies that say no more than that."""
    words = reference()
    pointing = words["body"] | words["country"] | words["side"] | words["government"]
    human = (Entry(text, "person", None) for text in sorted(words["human"]))
    bare = (Entry(text, None, None) for text in sorted(pointing))
    return by_first_word(chain(entries(), human, bare), _PARTS.findall)


@cache
def _titles() -> frozenset[str]:
    """Return the single words that may stand before a person's name, with and without their full stop."""
    lists = (texts for of in _sectors()["titles"].values() for texts in of.values() if isinstance(texts, list))
    words = {word for texts in lists for word in texts if " " not in word} | reference()["honorific"]
    return frozenset(form for word in words for form in (word, word.rstrip(".")))


@cache
def _modified() -> dict[str, Sector]:
    return {word: cast("Sector", code) for code, words in _sectors()["modified"].items() for word in words}


def sector_of_modifiers(words: tuple[str, ...]) -> Sector | None:
    """Return the sector that the word before a general noun tells ("armed groups"); none for "anti-union groups"."""
    if not words or _AGAINST.intersection(words):
        return None
    return next((sector for word in reversed(words) if (sector := _modified().get(word)) is not None), None)


def is_title_word(word: str) -> bool:
    """Whether a word alone is a title or office that may stand before a person's name."""
    lower = word.lower()
    return lower in _titles() or (lower.endswith("s") and lower[:-1] in _titles())


def lemma_of(token: Token) -> str:
    """Return a noun's lower-case lemma, for capitalised nouns too ("Senators")."""
    lower = token.lower_
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if token.tag_ in ("NNS", "NNPS"):
        if token.tag_ == "NNS" and token.lemma_.lower() != lower:
            return str(token.lemma_.lower())
        return singular(lower)
    return lower


def find_nouns(doc: Doc) -> list[tuple[int, int, int, Entry]]:
    """Return start, end, head token and meaning of every noun phrase of the tables, longest first, none overlapping."""
    phrases = _phrases()
    texts = words_of(doc).lower
    lemmas = [lemma_of(doc[i]) if tag[:2] == "NN" else texts[i] for i, tag in enumerate(words_of(doc).tag)]
    found: list[tuple[int, int, int, Entry]] = []
    i, size = 0, len(lemmas)
    while i < size:
        step = 1
        begins = texts[i] in phrases or lemmas[i] in phrases
        match = longest_phrase(phrases, texts, lemmas, i) if begins else None
        if match is not None:
            end = i + len(match[0])
            head = _head(doc, i, end)
            if head is not None:
                found.append((i, end, head, match[1]))
                step = end - i
        i += step
    return found


def _head(doc: Doc, start: int, end: int) -> int | None:
    """Return the noun in `[start, end)` that the rest of the phrase hangs on."""
    nouns = [i for i in range(start, end) if doc[i].tag_[:2] == "NN"]
    for i in reversed(nouns):
        if not start <= doc[i].head.i < end or doc[i].head.i == i:
            return i
    return nouns[-1] if nouns else None
