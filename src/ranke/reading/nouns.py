"""What a common noun says of an actor: person, group or body, of which sector, and of which gender."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from spacy.tokens import Doc, Token

from ranke.model import Sector
from ranke.tables import read_toml

PACKAGE = "ranke.reading"
Sort = Literal["person", "group", "institution", "media", "reference"]
"""`institution`: a body that acts as one (ministry, police); `reference`: a word that only points back ("the group")."""

_PARTS = re.compile(r"[^\s-]+|-")
"""The parser makes three tokens of "director-general"."""
_IRREGULAR = {"men": "man", "women": "woman", "people": "people", "children": "child", "police": "police", "media": "media", "troops": "troop", "forces": "force"}


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
def reference() -> dict[str, frozenset[str]]:
    """Return the word classes of reference.toml."""
    table = read_toml(PACKAGE, "reference.toml")
    return {key: frozenset(words) for key, words in table.items() if isinstance(words, list)}


@cache
def _given() -> dict[str, str]:
    table = read_toml(PACKAGE, "reference.toml")["given"]
    return {name: letter for letter, key in (("m", "male"), ("f", "female")) for name in table[key].split()}


def gender_of_name(words: tuple[str, ...]) -> str:
    """Return `m` or `f` where the first word of a name of two or more tells it, else an empty string."""
    return _given().get(words[0], "") if len(words) > 1 else ""


def gender_of_noun(lemma: str) -> str:
    """Return `m` or `f` where a noun or title tells it ("spokeswoman", "king"), else an empty string."""
    words = reference()
    last = lemma.rsplit(" ", 1)[-1].rstrip(".")
    return "m" if last in words["male"] else "f" if last in words["female"] else ""


@dataclass(frozen=True, slots=True)
class _Words:
    """The table of sectors, turned to what a reader of words asks: noun phrases by first word, names' words, titles."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]
    names: dict[tuple[str, ...], tuple[int, Sector]]
    titles: frozenset[str]


@cache
def _words() -> _Words:
    table = read_toml(PACKAGE, "sectors.toml")
    phrases: dict[str, dict[tuple[str, ...], Noun]] = {}

    def add(text: str, sort: Sort, sector: str | None) -> None:
        parts = tuple(_PARTS.findall(text))
        noun = Noun(text, sort, cast("Sector | None", sector), sector is None and text not in reference()["human"])
        phrases.setdefault(parts[0], {}).setdefault(parts, noun)

    for code, lists in table["titles"].items():
        for title in [title for gender in ("any", "male", "female") for title in lists.get(gender, ())]:
            add(title, "person", None if code == "inherit" else code)
    for code, lists in table["groups"].items():
        for key, sort in _SORTS.items():
            for text in lists.get(key, ()):
                add(text, sort, None if code == "inherit" else code)
    words = reference()
    for text in sorted(words["human"]):
        add(text, "person", None)
    for text in sorted(words["body"] | words["country"] | words["side"] | words["government"]):
        add(text, "reference", None)
    titles = {title for code, lists in table["titles"].items() for texts in lists.values() if isinstance(texts, list) for title in texts}
    names: dict[tuple[str, ...], tuple[int, Sector]] = {}
    for rank, (code, texts) in enumerate(table["words"].items()):
        for text in texts:
            names.setdefault(tuple(text.split()), (rank, code))
    ordered = {first: tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))) for first, found in phrases.items()}
    return _Words(ordered, names, frozenset(form for title in titles | words["honorific"] if " " not in title for form in (title, title.rstrip("."))))


_SORTS: dict[str, Sort] = {"group": "group", "organization": "institution", "media": "media"}


@cache
def _defaults() -> dict[str, str]:
    table = read_toml(PACKAGE, "sectors.toml")
    return {**table["groups"]["default"], **table["titles"]["default"]}


def default_sector(noun: str) -> Sector | None:
    """Return the sector of a title or a set of people whose body the text doesn't name ("an official": GOV)."""
    return cast("Sector | None", _defaults().get(noun))


def is_organization_word(word: str) -> bool:
    """Whether a word in a name makes it an organisation's ("ministry", "committee")."""
    return (word.lower(),) in _words().names


def is_body_word(word: str) -> bool:
    """Whether a word is the general part of a body's name ("committee", "house"), which alone may mean several."""
    return is_organization_word(word) or word in reference()["body"]


def sector_of_words(words: tuple[str, ...]) -> Sector | None:
    """Return the sector that the words of an organisation's name tell: the longest phrase, then the first in the table."""
    names = _words().names
    for length in (4, 3, 2, 1):
        found = [names[part] for i in range(len(words) - length + 1) if (part := words[i : i + length]) in names]
        if found:
            return min(found)[1]
    return None


def is_title_word(word: str) -> bool:
    """Whether a word alone is a title or office that may stand before a person's name."""
    lower = word.lower()
    return lower in _words().titles or (lower.endswith("s") and lower[:-1] in _words().titles)


def lemma_of(token: Token) -> str:
    """Return a noun's lower-case lemma, for capitalised nouns too ("Senators")."""
    lower = token.lower_
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if token.tag_ in ("NNS", "NNPS"):
        if token.tag_ == "NNS" and token.lemma_.lower() != lower:
            return str(token.lemma_.lower())
        if lower.endswith("ies") and len(lower) > 4:
            return lower[:-3] + "y"
        return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower
    return lower


def find_nouns(doc: Doc) -> list[tuple[int, int, int, Noun]]:
    """Return start, end, head token and meaning of every noun phrase of the tables, longest first, none overlapping."""
    phrases = _words().phrases
    texts = [token.lower_ for token in doc]
    lemmas = [lemma_of(token) if token.tag_[:2] == "NN" else token.lower_ for token in doc]
    found: list[tuple[int, int, int, Noun]] = []
    i, size = 0, len(lemmas)
    while i < size:
        step = 1
        match = _longest(phrases, texts, lemmas, i)
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
    for words in (texts, lemmas):
        for parts, noun in phrases.get(words[i], ()):
            size = len(parts)
            if best is not None and size <= best[0]:
                break
            if tuple(words[i : i + size]) == parts or (size > 1 and (*texts[i : i + size - 1], *lemmas[i + size - 1 : i + size]) == parts):
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
