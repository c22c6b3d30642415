"""Numbers of people and things that a text counts: "12 killed", "two million people", "dozens of soldiers"."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ranke.record.stories.words import stem
from ranke.tables import read_toml

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[.,;:()\n–—]|\band\b")

_AFTER = 4
"""Words after a number within which its noun stands."""

_YEARS = range(1800, 2101)
_ROUGH = 0.2
"""How far a number that is only about right may be off."""

_FEW = 4
"""Letters from which a word that ends in s is taken for a plural."""


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """How many of what: a noun's stem, or `dead`, `hurt`, `arrested`; the lowest and the highest number meant."""

    noun: str
    low: int
    high: int


def counts(text: str) -> tuple[Count, ...]:
    """Return what a text counts, sorted; years, ages, times, shares and sums of money are no counts."""
    found: set[Count] = set()
    for match in _number().finditer(text):
        low, high = _size(match)
        if high <= 1 or (low == high and low in _YEARS and "," not in match.group()):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        noun = _noun(_CLAUSE.split(text[match.end() : match.end() + 60])[0], _CLAUSE.split(before)[-1])
        if noun:
            found.add(Count(noun, *_about(low, high, before)))
    return tuple(sorted(found))


def _size(match: re.Match[str]) -> tuple[int, int]:
    """Return the lowest and the highest number that the words mean."""
    table = _table()
    if vague := match["vague"]:
        low, high = table["vague"][vague.casefold()]
        return low, high
    scale = table["scales"].get((match["scale"] or "").casefold(), 1)
    if figure := match["figure"]:
        value = round(float(figure.replace(",", "")) * scale)
    else:
        units = table["units"]
        value = (units[match["word"].casefold()] + units.get((match["unit"] or "").casefold(), 0)) * scale
    return value, value


def _about(low: int, high: int, before: str) -> tuple[int, int]:
    match = _hedge().search(before)
    if not match:
        return low, high
    if match["least"]:
        return low, 2 * high
    if match["most"]:
        return round(low * (1 - _ROUGH)), high
    return round(low * (1 - _ROUGH)), round(high * (1 + _ROUGH))


def _noun(after: str, before: str) -> str:
    """Return what is counted: a loss that stands near ("12 people were killed"), else the first plural noun."""
    table = _table()
    words = [word.casefold() for word in _WORD.findall(after)]
    words = [word for word in words if word not in table["passed_over"].split()][:_AFTER]
    if words and {words[0], words[0].removesuffix("s")} & _not_counted():
        return ""
    last = _WORD.findall(_hedge().sub("", before))[-1:]
    loss = next(
        (table["losses"][word] for word in [one.casefold() for one in last] + words if word in table["losses"]), ""
    )
    many = (word for word in words if word in {"people", "men", "women", "children"} or _plural(word))
    return loss or next((stem(word) or word for word in many), "")


def _plural(word: str) -> bool:
    return len(word) >= _FEW and word.endswith("s") and not word.endswith("ss") and bool(stem(word))


@cache
def _table() -> dict[str, Any]:
    return read_toml("ranke.record.events", "numbers.toml")


@cache
def _not_counted() -> frozenset[str]:
    return frozenset(_table()["not_counted"].split())


@cache
def _number() -> re.Pattern[str]:
    table = _table()
    units, scales, vague = (
        "|".join(sorted(table[name], key=len, reverse=True)) for name in ("units", "scales", "vague")
    )
    return re.compile(
        rf"\b(?P<vague>{vague})\b|(?:(?<![\w.,$€£/-])(?P<figure>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)"
        rf"|\b(?P<word>{units})(?:-(?P<unit>{units}))?)(?:[ -](?P<scale>{scales}))?(?![\w%/:-]|[.,]\d)",
        re.IGNORECASE,
    )


@cache
def _hedge() -> re.Pattern[str]:
    hedges = "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in _table()["hedges"].items())
    return re.compile(rf"\b(?:{hedges})\s*$", re.IGNORECASE)
