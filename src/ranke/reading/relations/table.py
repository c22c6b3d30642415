"""The table of relations: which nouns, verbs, adjectives and phrases say how two stand to each other.

`relations.toml` tells what its fields mean. This module reads and checks it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from spacy.strings import get_string_id

from ranke.model import Change
from ranke.tables import broken, read_entries

Sort = Literal["plain", "good", "bad"]
"""What a noun says of two parties by itself: nothing, something good, something bad."""

_NAME = "relations.toml"
_PARTS = {
    "noun": {"sort", "change", "joined"},
    "verb": {"plain", "good", "bad", "use", "change"},
    "sign": {"plain", "good", "bad", "change"},
    "adjective": {"change", "turned", "bad"},
    "phrase": {"change", "prepositions"},
}
_EVERYWHERE = {"with", "to", "from", "against", "up", "out", "away", "on", "itself"}
_USES = ("both", "object", "subject")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for what is between two; `joined`: only with "between" or "with"."""

    sort: Sort
    change: Change | None
    joined: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What a verb or a noun of change makes of a relation, by the sort of its noun."""

    plain: Change | None
    good: Change | None
    bad: Change | None
    use: str = "both"

    def on(self, sort: Sort) -> Change | None:
        """Return the change for a noun of this sort."""
        return {"plain": self.plain, "good": self.good, "bad": self.bad}[sort]


@dataclass(frozen=True, slots=True)
class Quality:
    """What an adjective says: of a state, after "become", and of tensions."""

    change: Change | None
    turned: Change | None
    bad: Change | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb and its words, and the prepositions before the other party."""

    words: tuple[str, ...]
    prepositions: tuple[str, ...]
    change: Change

    @property
    def anchor(self) -> str:
        """The word by which it is looked up: its last, but its verb where the last stands in every sentence."""
        return self.words[0] if self.words[-1] in _EVERYWHERE else self.words[-1]


@dataclass(frozen=True, slots=True)
class Table:
    """The whole table by lemma; `phrases` by their anchor."""

    nouns: dict[str, Noun]
    verbs: dict[str, Effect]
    signs: dict[str, Effect]
    adjectives: dict[str, Quality]
    phrases: dict[str, tuple[Phrase, ...]]
    words: dict[str, frozenset[str]]
    prefixes: dict[str, str]
    keys: frozenset[int]
    """The hashes of the lemmas without which a text holds no relation."""


def _change(value: str | None, where: str) -> Change | None:
    if not value:
        return None
    if value not in get_args(Change):
        raise broken(_NAME, where, f"change {value!r} is none of {', '.join(get_args(Change))}")
    return value  # type: ignore[return-value]


def _effect(row: dict[str, Any], where: str) -> Effect:
    plain = _change(row.get("plain"), where)
    good = _change(row.get("good"), where) or plain
    use = row.get("use", "both")
    if use not in _USES:
        raise broken(_NAME, where, f"use {use!r} is none of {', '.join(_USES)}")
    return Effect(plain, good, _change(row.get("bad"), where), use)


def _spread[T](part: str, raw: dict[str, Any], made: dict[str, T]) -> dict[str, T]:
    """Return the rows of one part by word; a word stands once."""
    found: dict[str, T] = {}
    for name, one in made.items():
        for word in raw[part][name]["words"]:
            if word in found:
                raise broken(_NAME, f"{part}.{name}", f"{word!r} stands twice")
            found[word] = one
    return found


def _phrases(raw: dict[str, Any]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for name, row in raw["phrase"].items():
        change = _change(row["change"], f"phrase.{name}")
        for text in row["words"]:
            words = tuple(text.split())
            if change is not None:
                made = Phrase(words, tuple(row["prepositions"]), change)
                found.setdefault(made.anchor, []).append(made)
    return {word: tuple(all_of_it) for word, all_of_it in found.items()}


@cache
def table() -> Table:
    """Return the table, read and checked once a process.

    Raises:
        TableError: If an entry has an unknown field or change, no example, or a word stands twice.
    """
    raw = read_entries("ranke.reading.relations", _NAME, parts=_PARTS, pair="parties")
    nouns = {
        name: Noun(
            row["sort"],
            _change(row.get("change"), f"noun.{name}") if row["sort"] != "plain" else None,
            bool(row.get("joined", False)),
        )
        for name, row in raw["noun"].items()
    }
    verbs = {name: _effect(row, f"verb.{name}") for name, row in raw["verb"].items()}
    signs = {name: _effect(row, f"sign.{name}") for name, row in raw["sign"].items()}
    qualities = {
        name: Quality(*(_change(row.get(field), f"adjective.{name}") for field in ("change", "turned", "bad")))
        for name, row in raw["adjective"].items()
    }
    by_noun, phrases = _spread("noun", raw, nouns), _phrases(raw)
    return Table(
        nouns=by_noun,
        verbs=_spread("verb", raw, verbs),
        signs=_spread("sign", raw, signs),
        adjectives=_spread("adjective", raw, qualities),
        phrases=phrases,
        words={name: frozenset(words) for name, words in raw["words"].items()},
        prefixes=raw["prefix"],
        keys=frozenset(get_string_id(word) for word in (*by_noun, *phrases)),
    )
