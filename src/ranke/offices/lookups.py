"""What the tables know about a name: which country, body, capital or people it is."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from ranke.model import Kind, Sector
from ranke.tables import read_csv

Sort = Literal["country", "capital", "metonym", "adjective", "demonym", "organization"]

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "Ł": "L", "Ø": "O", "Đ": "D", "‐": "-", "‑": "-"}
)
_FIRST = re.compile(r"\w+")
_KINDS: dict[str, Kind] = {"media": "media", "group": "group", "country": "country", "person": "person"}


@dataclass(frozen=True, slots=True)
class Known:
    """A name that a table explains. `sort` says which way of naming it is ("Turkish" is an adjective of Turkey)."""

    name: str
    sort: Sort
    kind: Kind
    country: str | None
    sector: Sector | None


def fold(text: str) -> str:
    """Return the text without accents and curly apostrophes; every character keeps its place."""
    if text.isascii():
        return text
    for character in set(text):
        if not character.isascii():
            text = text.replace(character, _base(character))
    return text


@cache
def _base(character: str) -> str:
    plain = character.translate(_PLAIN)
    if plain.isascii():
        return plain
    first = unicodedata.normalize("NFKD", plain)[:1]
    return first if first.isascii() and first else character


@cache
def known_names() -> dict[str, tuple[tuple[str, Known], ...]]:
    """Return every name of the tables by its first word, longest first, accents folded."""
    found: dict[str, dict[str, Known]] = {}

    def add(alias: str, known: Known) -> None:
        alias = fold(alias.strip())
        first = _FIRST.search(alias)
        if first is not None and first.start() == 0:
            found.setdefault(first.group(), {}).setdefault(alias, known)

    for row in read_csv("ranke", "reading/actors/countries.csv", key="iso3"):
        name, code = row["name"], row["iso3"]
        for sort, column in _COLUMNS:
            for alias in [name, *_listed(row["aliases"])] if sort == "country" else _listed(row[column]):
                add(alias, Known(name, sort, "country", code, "GOV"))
    for row in read_csv("ranke", "reading/actors/organizations.csv", key="name"):
        kind = _KINDS.get(row["kind"], "organization")
        sector = cast("Sector | None", row["sector"] or None)
        known = Known(row["name"], "organization", kind, row["country"] or None, sector)
        for alias in [row["name"], *_listed(row["aliases"])]:
            add(alias, known)
    return {
        first: tuple(sorted(names.items(), key=lambda item: (-len(item[0]), item[0]))) for first, names in found.items()
    }


_COLUMNS: tuple[tuple[Sort, str], ...] = (
    ("country", "aliases"), ("metonym", "metonyms"), ("capital", "capital"), ("adjective", "adjectives"),
    ("demonym", "demonyms"),
)  # fmt: skip
_COMMON = frozenset({
    "republic", "democratic", "islamic", "of", "the", "and", "people's", "state", "federation", "kingdom", "union",
    "holy", "northern", "south", "north", "east",
})  # fmt: skip
"""Words in countries' names that are no country's own."""


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


@cache
def country_names() -> dict[str, str]:
    """Return the usual name of each country by its code."""
    return {row["iso3"]: row["name"] for row in read_csv("ranke", "reading/actors/countries.csv", key="iso3")}


@cache
def country_words() -> frozenset[str]:
    """Return the lower-case words of countries' names and adjectives."""
    words: set[str] = set()
    for names in known_names().values():
        for alias, known in names:
            if known.sort in ("country", "adjective") and len(alias) > 1:
                words.update(alias.lower().split())
    return frozenset(words - _COMMON)


def match_at(folded: str, start: int) -> tuple[int, Known] | None:
    """Return the end and the meaning of the longest known name that begins here, ending where a word ends.

    Args:
        folded: The whole text, as `fold` gives it.
        start: Where a word begins, in characters.
    """
    first = _FIRST.match(folded, start)
    if first is None:
        return None
    for alias, known in known_names().get(first.group(), ()):
        end = start + len(alias)
        inside = end < len(folded) and folded[end].isalnum() and alias[-1].isalnum()
        if not inside and folded.startswith(alias, start):
            return end, known
    return None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the table of people: what a report that gives no title leaves out."""

    words: tuple[str, ...]
    country: str | None
    sector: Sector
    gender: str
    short: str


@cache
def _people() -> dict[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = {}
    for row in read_csv("ranke", "reading/actors/people.csv", key="name"):
        words = tuple(re.findall(r"\w+", row["name"].lower()))
        sector, short = cast("Sector", row["sector"]), row["short"].lower()
        person = Person(words, row["country"] or None, sector, row["gender"], short)
        for word in dict.fromkeys((words[-1], person.short)):
            if word:
                found.setdefault(word, []).append(person)
    return {word: tuple(people) for word, people in found.items()}


def known_person(words: tuple[str, ...]) -> Person | None:
    """Return the person of the table that a folded lower-case name means, if it is clear."""
    if not words:
        return None
    for person in _people().get(words[-1], ()):
        if len(words) == 1:
            if person.short == words[0]:
                return person
        elif words[0] in person.words and set(words) & set(person.words[:-1]):
            return person
    return None
