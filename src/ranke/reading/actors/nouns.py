"""What a common noun says of an actor: person, group or body, of which sector, and of which gender."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from spacy.tokens import Doc, Token

from ranke.model import Sector
from ranke.reading.words import words_of
from ranke.tables import read_toml

Sort = Literal["person", "group", "institution", "media", "reference"]
"""`institution`: a body that acts as one (police); `reference`: a word that only points back ("the group")."""

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


@dataclass(frozen=True, slots=True)
class Noun:
    """What the tables know about a noun or a phrase with a noun as its head.

    `inherits`: its sector is that of the body it belongs to ("spokesman of Hamas").
    """

    lemma: str
    sort: Sort
    sector: Sector | None
    inherits: bool = False


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


_Phrases = dict[str, dict[tuple[str, ...], Noun]]
_SORTS: dict[str, Sort] = {"group": "group", "organization": "institution", "media": "media"}


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]:
    """Return the noun phrases of the tables by their first word, longest first."""
    found: _Phrases = {}
    for code, lists in _sectors()["titles"].items():
        for gender in ("any", "male", "female") if code != "default" else ():
            _add(found, lists.get(gender, ()), "person", code)
    for code, lists in _sectors()["groups"].items():
        for key, sort in _SORTS.items() if code != "default" else ():
            _add(found, lists.get(key, ()), sort, code)
    words = reference()
    _add(found, sorted(words["human"]), "person", "human")
    _add(found, sorted(words["body"] | words["country"] | words["side"] | words["government"]), "reference", "human")
    return {first: tuple(sorted(of.items(), key=lambda item: (-len(item[0]), item[0]))) for first, of in found.items()}


def _add(found: _Phrases, texts: Iterable[str], sort: Sort, code: str) -> None:
    sector = None if code in ("inherit", "human") else cast("Sector", code)
    for text in texts:
        parts = tuple(_PARTS.findall(text))
        found.setdefault(parts[0], {}).setdefault(parts, Noun(text, sort, sector, inherits=code == "inherit"))


@cache
def _titles() -> frozenset[str]:
    """Return the single words that may stand before a person's name, with and without their full stop."""
    lists = (texts for of in _sectors()["titles"].values() for texts in of.values() if isinstance(texts, list))
    words = {word for texts in lists for word in texts if " " not in word} | reference()["honorific"]
    return frozenset(form for word in words for form in (word, word.rstrip(".")))


@cache
def _name_words() -> dict[tuple[str, ...], tuple[int, Sector]]:
    """Return the words and phrases of organisations' names with their rank in the table and their sector."""
    found: dict[tuple[str, ...], tuple[int, Sector]] = {}
    for rank, (code, texts) in enumerate(_sectors()["words"].items()):
        for text in texts:
            found.setdefault(tuple(text.split()), (rank, cast("Sector", code)))
    return found


def default_sector(noun: str) -> Sector | None:
    """Return the sector of a title or a set of people whose body the text doesn't name ("an official": GOV)."""
    table = _sectors()
    return cast("Sector | None", table["titles"]["default"].get(noun) or table["groups"]["default"].get(noun))


@cache
def _modified() -> dict[str, Sector]:
    return {word: cast("Sector", code) for code, words in _sectors()["modified"].items() for word in words}


def sector_of_modifiers(words: tuple[str, ...]) -> Sector | None:
    """Return the sector that the word before a general noun tells ("armed groups"); none for "anti-union groups"."""
    if not words or _AGAINST.intersection(words):
        return None
    return next((sector for word in reversed(words) if (sector := _modified().get(word)) is not None), None)


def is_organization_word(word: str) -> bool:
    """Whether a word in a name makes it an organisation's ("ministry", "committee")."""
    return (word.lower(),) in _name_words()


def is_body_word(word: str) -> bool:
    """Whether a word is the general part of a body's name ("committee", "house"), which alone may mean several."""
    return is_organization_word(word) or word in reference()["body"]


def sector_of_words(words: tuple[str, ...]) -> Sector | None:
    """Return the sector that the words of a body's name tell: the longest phrase, then the first in the table."""
    names = _name_words()
    for length in (4, 3, 2, 1):
        found = [names[part] for i in range(len(words) - length + 1) if (part := words[i : i + length]) in names]
        if found:
            return min(found)[1]
    return None


def is_title_word(word: str) -> bool:
    """Whether a word alone is a title or office that may stand before a person's name."""
    lower = word.lower()
    return lower in _titles() or (lower.endswith("s") and lower[:-1] in _titles())


def singular(noun: str) -> str:
    """Return the singular of a regular English plural: "parties" and "leaders" as well as "party"."""
    if noun.endswith("men"):
        return f"{noun[:-3]}man"
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


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


def find_nouns(doc: Doc) -> list[tuple[int, int, int, Noun]]:
    """Return start, end, head token and meaning of every noun phrase of the tables, longest first, none overlapping."""
    phrases = _phrases()
    texts = words_of(doc).lower
    lemmas = [lemma_of(doc[i]) if tag[:2] == "NN" else texts[i] for i, tag in enumerate(words_of(doc).tag)]
    found: list[tuple[int, int, int, Noun]] = []
    i, size = 0, len(lemmas)
    while i < size:
        step = 1
        begins = texts[i] in phrases or lemmas[i] in phrases
        match = _longest(phrases, texts, lemmas, i) if begins else None
        if match is not None:
            head = _head(doc, i, i + match[0])
            if head is not None:
                found.append((i, i + match[0], head, match[1]))
                step = match[0]
        i += step
    return found


def _longest(
    phrases: dict[str, tuple[tuple[tuple[str, ...], Noun], ...]], texts: list[str], lemmas: list[str], i: int
) -> tuple[int, Noun] | None:
    """Return the length and meaning of the longest phrase that begins at a token, as it stands or in the singular."""
    best: tuple[int, Noun] | None = None
    following = (*texts[i + 1 : i + 2], *lemmas[i + 1 : i + 2])
    for words in (texts, lemmas):
        for parts, noun in phrases.get(words[i], ()):
            size = len(parts)
            if best is not None and size <= best[0]:
                break
            if size > 1 and parts[1] not in following:
                continue
            if tuple(words[i : i + size]) == parts or (
                size > 1 and (*texts[i : i + size - 1], *lemmas[i + size - 1 : i + size]) == parts
            ):
                best = (size, noun)
                break
    return best


def _head(doc: Doc, start: int, end: int) -> int | None:
    """Return the noun in `[start, end)` that the rest of the phrase hangs on."""
    nouns = [i for i in range(start, end) if doc[i].tag_[:2] == "NN"]
    for i in reversed(nouns):
        if not start <= doc[i].head.i < end or doc[i].head.i == i:
            return i
    return nouns[-1] if nouns else None
