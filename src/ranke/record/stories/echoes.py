"""Echoes: reports whose texts are one text, copied, lightly edited or taken up in a longer one.

A text is kept as the smallest hashes of its runs of five words. Two texts share as many of these as they share runs, so
the likeness of long texts is read off a few numbers, and a wire copy is found under another headline. Two reports on
one matter by different hands share hardly any run.

Source: Broder, "On the resemblance and containment of documents", 1997 (one permutation, the k smallest).
"""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from zlib import crc32

RUN = 5
"""Words in a run: what two writers seldom have in common by chance."""

WORDS = 30
"""A text of fewer words is no copy of another, only as short."""

KEPT = 64
"""Hashes kept of a text; the resemblance read off them is right to about .06 (one standard error at a half)."""

RESEMBLANCE = 0.4
"""Share of the runs of both texts that an echo has in common. Of 116 news reports on shared matters no two by different
hands reach .1, and of 980 more none lies between .2 and .55; a copy with one word in ten changed keeps .43."""

CONTAINMENT = 0.75
"""Share of the runs of the shorter text that stand in the longer one, where that one is an echo with additions."""

LONGER = 3.0
"""How many times longer than its wire copy an article may be; a digest of many matters is no echo of each."""

SHARED = 8
"""Hashes that must be shared before a text counts as contained: fewer are chance or a common quotation."""

DAYS = 30
"""Days between a text and its echo; later, a likeness is a form letter's, such as that of a monthly tally."""

_SPACE = 1 << 32
_MIXER = 0x9E3779B1
_SAMPLE = _SPACE >> 5
"""Hashes below this are keys: one run in 32 of any text, so that a copy shares its keys with whatever contains it."""

_LOWEST, _HIGHEST = 8, 24
"""Keys of a sketch: no fewer than so many of its smallest hashes, for short texts, and no more, for long ones."""

_WORD = re.compile(r"[^\W_]+")
_ACCENT = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a report's text to find its echoes; `values` are sorted, `day` is YYYY-MM-DD."""

    report: str
    day: str
    values: tuple[int, ...]

    @property
    def id(self) -> str:
        """The report's id, under which judgements name the sketch."""
        return self.report

    def dump(self) -> str:
        """Return the sketch as a line of JSON."""
        return json.dumps([self.report, self.day, *self.values], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def load(cls, line: str) -> "Sketch":
        """Return the sketch that `dump` wrote."""
        report, day, *values = json.loads(line)
        return cls(report, day, tuple(values))


def sketch(text: str) -> tuple[int, ...] | None:
    """Return the smallest hashes of a text's runs of words, or nothing for a text too short to have an echo."""
    plain = text.casefold()
    if not plain.isascii():
        plain = _ACCENT.sub("", unicodedata.normalize("NFKD", plain))
    words = _WORD.findall(plain)
    if len(words) < WORDS:
        return None
    runs = {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    # A checksum alone keeps likeness of its inputs in its order; the multiplication by an odd number spreads it.
    return tuple(sorted({crc32(run.encode()) * _MIXER % _SPACE for run in runs})[:KEPT])


def keys(node: Sketch) -> tuple[str, ...]:
    """Return blocking keys: hashes that a sketch shares with its copies and with what contains it.

    Each stands with the month-long spell that the report lies in and with the next one, so that two reports within
    `DAYS` share it and a phrase that is in use for years brings no crowd together.
    """
    below = sum(value < _SAMPLE for value in node.values)
    values = node.values[: min(max(below, _LOWEST), _HIGHEST)]
    spell = date.fromisoformat(node.day).toordinal() // DAYS
    return tuple(f"{value:08x} {when}" for value in values for when in (spell, spell + 1))


def resemblance(a: Sketch, b: Sketch) -> float:
    """Return the share of the runs of both texts that they have in common, as estimated from the sketches."""
    shared, first, second = _counts(a, b)
    return shared / ((first + second - shared) or 1)


def linked(a: Sketch, b: Sketch) -> bool:
    """Tell whether two texts are one text: much alike, or one taken up in the other."""
    if abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days) > DAYS:
        return False
    shared, first, second = _counts(a, b)
    if not shared:
        return False
    if shared / (first + second - shared) >= RESEMBLANCE:
        return True
    shorter, longer = sorted((first, second))
    return shared >= SHARED and shared / shorter >= CONTAINMENT and longer / shorter <= LONGER


def _counts(a: Sketch, b: Sketch) -> tuple[int, int, int]:
    """Return how many hashes the sketches share, and how many each has, up to where both are complete."""
    mine, other = set(a.values), set(b.values)
    if mine.isdisjoint(other):
        return 0, len(mine), len(other)
    limit = min(node.values[-1] if len(node.values) >= KEPT else _SPACE for node in (a, b))
    shared = sum(value <= limit for value in mine & other)
    return shared, sum(value <= limit for value in a.values), sum(value <= limit for value in b.values)


def partition(
    nodes: Iterable[Sketch], together: Collection[frozenset[str]] = (), apart: Collection[frozenset[str]] = ()
) -> list[list[Sketch]]:
    """Return the groups of echoes among some reports, each in order of day and id.

    Args:
        nodes: The sketches to group.
        together: Pairs of reports that a person judged to be one text; they win over likeness.
        apart: Pairs that a person judged not to be; they win over both.
    """
    ordered = sorted(set(nodes), key=lambda node: (node.day, node.report))
    at = {node.report: place for place, node in enumerate(ordered)}
    judged = [sorted(at[report] for report in pair) for pair in together if pair <= at.keys()]
    barred = {frozenset(at[report] for report in pair) for pair in apart if pair <= at.keys()}
    groups = {place: {place} for place in range(len(ordered))}
    for first, second in [*sorted((a, b) for a, b in judged), *_links(ordered, by_strength=bool(barred))]:
        one, other = groups[first], groups[second]
        if one is other or any(one & pair and other & pair for pair in barred):
            continue
        one |= other
        groups.update(dict.fromkeys(other, one))
    return [[ordered[place] for place in sorted(group)] for first, group in groups.items() if first == min(group)]


def _links(nodes: Sequence[Sketch], *, by_strength: bool) -> Iterator[tuple[int, int]]:
    """Yield links that hold the groups together, by their places.

    Without judgements a link to each new member is enough, and a thousand copies of one text cost a thousand looks.
    Where groups may not grow freely all links count, the strongest first.
    """
    if by_strength:
        pairs = [(a, b) for a, b in combinations(range(len(nodes)), 2) if linked(nodes[a], nodes[b])]
        yield from sorted(pairs, key=lambda pair: (-resemblance(nodes[pair[0]], nodes[pair[1]]), pair))
        return
    rest = list(range(len(nodes)))
    while rest:
        waiting = [rest.pop(0)]
        while waiting:
            place = waiting.pop()
            near = [other for other in rest if linked(nodes[place], nodes[other])]
            yield from ((place, other) for other in near)
            waiting.extend(near)
            rest = [other for other in rest if other not in set(near)]
