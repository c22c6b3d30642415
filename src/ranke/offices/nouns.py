"""What the common nouns of a description say: titles and groups, and the words of which names of bodies are made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from ranke.model import Kind, Sector
from ranke.tables import read_toml

Phrases = dict[str, tuple[tuple[tuple[str, ...], "Entry"], ...]]
"""Phrases in their words by their first word, the longest first."""

_KINDS: dict[str, Kind] = {"group": "group", "organization": "organization", "media": "media"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the tables know about a noun or a phrase with a noun as its head.

    `kind` is None for a word that only points back ("the group"). `inherits`: its sector is that of the body it belongs
    to ("spokesman of Hamas").
    """

    phrase: str
    kind: Kind | None
    sector: Sector | None
    inherits: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A title or a noun for a group or body, where it stands among the words, and what it says."""

    start: int
    end: int
    phrase: str
    kind: Kind
    sector: Sector | None
    inherits: bool = False


@cache
def _sectors() -> dict[str, Any]:
    return read_toml("ranke", "reading/actors/sectors.toml")


@cache
def _reference() -> dict[str, Any]:
    return read_toml("ranke", "reading/actors/reference.toml")


@cache
def portable() -> frozenset[str]:
    """Return the offices that a country and any body can have; the body tells the sector."""
    return frozenset(_reference()["portable"])


def speaks_for(phrase: str) -> bool:
    """Whether a title with a country's name alone is its government's: "the Iranian spokesman"."""
    return phrase in _reference()["head"] or phrase in _reference()["loose"]


def entries() -> Iterator[Entry]:
    """Return the titles and the nouns for groups and bodies of the table of sectors, in its order."""
    tables = _sectors()
    for code, lists in tables["titles"].items():
        for gender in ("any", "male", "female") if code != "default" else ():
            yield from _entries(lists.get(gender, ()), "person", code)
    for code, lists in tables["groups"].items():
        for key, kind in _KINDS.items() if code != "default" else ():
            yield from _entries(lists.get(key, ()), kind, code)


def _entries(texts: Iterable[str], kind: Kind, code: str) -> Iterator[Entry]:
    sector = None if code == "inherit" else cast("Sector", code)
    return (Entry(text, kind, sector, inherits=code == "inherit") for text in texts)


def by_first_word(known: Iterable[Entry], split: Callable[[str], list[str]]) -> Phrases:
    """Return phrases as `longest_phrase` looks them up; of two that are the same, the first counts.

    Args:
        known: The phrases.
        split: Makes words of a phrase, as the words are made that it is looked for in.
    """
    found: dict[str, dict[tuple[str, ...], Entry]] = {}
    for entry in known:
        parts = tuple(split(entry.phrase))
        found.setdefault(parts[0], {}).setdefault(parts, entry)
    return {first: tuple(sorted(of.items(), key=lambda item: (-len(item[0]), item[0]))) for first, of in found.items()}


def longest_phrase(
    phrases: Phrases, texts: Sequence[str], lemmas: Sequence[str], i: int
) -> tuple[tuple[str, ...], Entry] | None:
    """Return the longest phrase that begins at a word, as it stands or in the singular, and its meaning."""
    best: tuple[tuple[str, ...], Entry] | None = None
    following = (*texts[i + 1 : i + 2], *lemmas[i + 1 : i + 2])
    for words in (texts, lemmas):
        for parts, entry in phrases.get(words[i], ()):
            size = len(parts)
            if best is not None and size <= len(best[0]):
                break
            if size > 1 and parts[1] not in following:
                continue
            if tuple(words[i : i + size]) == parts or (
                size > 1 and (*texts[i : i + size - 1], *lemmas[i + size - 1 : i + size]) == parts
            ):
                best = (parts, entry)
                break
    return best


@cache
def _phrases() -> Phrases:
    return by_first_word(entries(), str.split)


def find_nouns(words: Sequence[str]) -> list[Noun]:
    """Return the titles and groups among lower-case words, longest first, none overlapping, in order."""
    found: list[Noun] = []
    lemmas = [singular(word) for word in words]
    i = 0
    while i < len(words):
        match = longest_phrase(_phrases(), words, lemmas, i)
        if match is not None:
            parts, entry = match
            end = i + len(parts)
            several = words[end - 1] != parts[-1] and entry.kind == "person"
            kind = "group" if several else cast("Kind", entry.kind)
            found.append(Noun(i, end, entry.phrase, kind, entry.sector, entry.inherits))
        i = found[-1].end if match is not None else i + 1
    return found


def singular(phrase: str) -> str:
    """Return a phrase with its last word in the singular, if that is regular: "taxi driver" for "taxi drivers"."""
    if phrase.endswith("men"):
        return f"{phrase[:-3]}man"
    if phrase.endswith("ies"):
        return f"{phrase[:-3]}y"
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith("ss") else phrase


def default_sector(phrase: str) -> Sector | None:
    """Return the sector of a title or a set of people whose body nothing names ("an official": GOV)."""
    tables = _sectors()
    return cast("Sector | None", tables["titles"]["default"].get(phrase) or tables["groups"]["default"].get(phrase))


@cache
def _name_words() -> dict[str, tuple[int, Sector]]:
    found: dict[str, tuple[int, Sector]] = {}
    for rank, (code, texts) in enumerate(_sectors()["words"].items()):
        for text in texts:
            found.setdefault(text, (rank, cast("Sector", code)))
    return found


def body_sector(words: Sequence[str]) -> Sector | None:
    """Return the sector that the words of a body's name tell: the longest phrase, then the first in the table."""
    names = _name_words()
    for length in (4, 3, 2, 1):
        spans = (" ".join(words[i : i + length]) for i in range(len(words) - length + 1))
        if found := [names[span] for span in spans if span in names]:
            return min(found)[1]
    return None


def is_organization_word(word: str) -> bool:
    """Whether a lower-case word in a name makes it an organisation's ("ministry", "committee")."""
    return word in _name_words()


def is_body_word(word: str) -> bool:
    """Whether a lower-case word is the general part of a body's name ("league", "house"), which may mean several."""
    return word in _name_words() or word in _reference()["body"]
