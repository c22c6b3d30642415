"""The table of attitudes and judgements. `stances.toml` tells what its fields mean; this module reads and checks it."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.strings import get_string_id

from ranke.model import Polarity
from ranke.tables import broken, read_entries

_NAME = "stances.toml"
_PARTS = {
    "verb": {"polarity", "stirs"},
    "adjective": {"polarity", "prepositions"},
    "noun": {"polarity", "prepositions"},
    "person": {"polarity"},
    "quality": {"polarity", "nouns"},
    "deed": {"polarity"},
}
_OPPOSITE: dict[Polarity, Polarity] = {"positive": "negative", "negative": "positive"}


@dataclass(frozen=True, slots=True)
class Word:
    """What one word shows: which way, and after which prepositions its target stands (none: its object)."""

    polarity: Polarity
    prepositions: tuple[str, ...] = ()
    stirs: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The whole table by word; a verb may have several uses."""

    verbs: dict[str, tuple[Word, ...]]
    adjectives: dict[str, Word]
    nouns: dict[str, Word]
    people: dict[str, Word]
    qualities: dict[str, Polarity]
    judged: dict[str, Polarity]
    deeds: dict[str, Polarity]
    words: dict[str, frozenset[str]]
    keys: frozenset[int]
    """The hashes of the words without which a text shows no stance."""


def opposite(polarity: Polarity) -> Polarity:
    """Return the other polarity."""
    return _OPPOSITE[polarity]


def _checked(raw: dict[str, Any]) -> dict[str, Any]:
    for part in _PARTS:
        for name, row in raw[part].items():
            if row.get("polarity") not in _OPPOSITE:
                wrong = f"polarity {row.get('polarity')!r} is neither positive nor negative"
                raise broken(_NAME, f"{part}.{name}", wrong)
    return raw


def _polarities(rows: dict[str, Any], part: str, fieldname: str) -> dict[str, Polarity]:
    found: dict[str, Polarity] = {}
    for name, row in rows.items():
        for word in row.get(fieldname, ()):
            if found.get(word, row["polarity"]) != row["polarity"]:
                raise broken(_NAME, f"{part}.{name}", f"{word!r} is said to be both good and bad")
            found[word] = row["polarity"]
    return found


def _verbs(rows: dict[str, Any]) -> dict[str, tuple[Word, ...]]:
    found: dict[str, list[Word]] = {}
    for row in rows.values():
        for text in row["words"]:
            word, _, second = text.partition(" ")
            made = Word(row["polarity"], (second,) if second else (), bool(row.get("stirs", False)))
            found.setdefault(word, []).append(made)
    return {word: tuple(uses) for word, uses in found.items()}


def _simple(rows: dict[str, Any]) -> dict[str, Word]:
    return {
        word: Word(row["polarity"], tuple(row.get("prepositions", ("of",))))
        for row in rows.values()
        for word in row["words"]
    }


@cache
def table() -> Table:
    """Return the table, read and checked once a process.

    Raises:
        TableError: If an entry has an unknown field or polarity, no example, or a word is said to be good and bad.
    """
    raw = _checked(read_entries("ranke.reading.stances", _NAME, parts=_PARTS, pair="stance"))
    verbs, adjectives, nouns = _verbs(raw["verb"]), _simple(raw["adjective"]), _simple(raw["noun"])
    people = _simple(raw["person"])
    qualities = _polarities(raw["quality"], "quality", "words")
    judged = _polarities(raw["quality"], "quality", "nouns")
    deeds = _polarities(raw["deed"], "deed", "words")
    acting = [word for name in ("demanding", "expecting", "ending", "failing") for word in raw["words"][name]]
    every = (verbs, adjectives, nouns, people, qualities, judged, deeds, acting)
    return Table(
        verbs=verbs,
        adjectives=adjectives,
        nouns=nouns,
        people=people,
        qualities=qualities,
        judged=judged,
        deeds=deeds,
        words={name: frozenset(words) for name, words in raw["words"].items()},
        keys=frozenset(get_string_id(word) for part in every for word in part),
    )
