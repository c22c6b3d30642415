"""What the common nouns of a description say: titles and groups, and the words of which names of bodies are made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from ranke.model import Kind, Sector
from ranke.tables import read_toml

_LONGEST = 6
"""Words of the longest phrase of the tables."""
_KINDS: dict[str, Kind] = {"group": "group", "organization": "organization", "media": "media"}


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


@cache
def _phrases() -> dict[str, tuple[Kind, Sector | None, bool]]:
    found: dict[str, tuple[Kind, Sector | None, bool]] = {}

    def add(texts: Iterable[str], kind: Kind, code: str) -> None:
        sector = None if code == "inherit" else cast("Sector", code)
        for text in texts:
            found.setdefault(text, (kind, sector, code == "inherit"))

    tables = _sectors()
    for code, lists in tables["titles"].items():
        for gender in ("any", "male", "female") if code != "default" else ():
            add(lists.get(gender, ()), "person", code)
    for code, lists in tables["groups"].items():
        for key, kind in _KINDS.items() if code != "default" else ():
            add(lists.get(key, ()), kind, code)
    return found


def find_nouns(words: Sequence[str]) -> list[Noun]:
    """Return the titles and groups among lower-case words, longest first, none overlapping, in order."""
    found: list[Noun] = []
    i = 0
    while i < len(words):
        noun = _longest(words, i)
        if noun is not None:
            found.append(noun)
        i = noun.end if noun is not None else i + 1
    return found


def _longest(words: Sequence[str], i: int) -> Noun | None:
    phrases = _phrases()
    for j in range(min(len(words), i + _LONGEST), i, -1):
        phrase = " ".join(words[i:j])
        if (known := phrases.get(phrase)) is not None:
            return Noun(i, j, phrase, *known)
        one = singular(phrase)
        if one != phrase and (known := phrases.get(one)) is not None:
            kind = "group" if known[0] == "person" else known[0]
            return Noun(i, j, one, kind, known[1], known[2])
    return None


def singular(phrase: str) -> str:
    """Return a phrase with its last word in the singular: "taxi driver" for "taxi drivers"."""
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


def is_body_word(word: str) -> bool:
    """Whether a lower-case word in a name makes it a body's ("ministry", "league")."""
    return word in _name_words() or word in _reference()["body"]
