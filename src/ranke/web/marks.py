"""A report's text in pieces: paragraphs, and in them every span that the record points at, however they overlap."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ranke.answers import Mark

PART = 12_000
"""Characters of a report on one page; a longer one is shown in parts."""

_BREAK = re.compile(r"\n[ \t\r]*\n\s*|\n")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the order of writing for what follows: shown, not obeyed."""

RANK = ("trigger", "cue", "speaker", "actor", "place", "time", "content", "stance", "claim", "account")
"""Kinds of marks, the one that colours a piece first where several cover it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a text that the same marks cover.

    Args:
        start: Its first character, in the report's text.
        text: The characters.
        marks: What covers them, the first by rank first.
        begins: The spans that begin here, as places of the page to go to.
        chosen: Whether the page is asked to show these words.
        turn: Whether it is a character that would turn the order of writing.
    """

    start: int
    text: str
    marks: tuple[Mark, ...]
    begins: tuple[str, ...]
    chosen: bool
    turn: bool = False


def pages_of(text: str) -> list[tuple[int, int]]:
    """Return where the parts of a text begin and end, cut between paragraphs where there are any."""
    found, start = [], 0
    while len(text) - start > PART:
        cut = text.rfind("\n", start + PART // 2, start + PART)
        if cut < 0:
            cut = text.rfind(" ", start + PART // 2, start + PART)
        end = cut + 1 if cut > start else start + PART
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def paragraphs(
    text: str,
    marks: Sequence[Mark],
    *,
    within: tuple[int, int],
    chosen: tuple[int, int] | None = None,
    places: Sequence[tuple[int, int]] = (),
) -> list[list[Piece]]:
    """Return the paragraphs of a part of a text, each in pieces.

    Args:
        text: The report's.
        marks: All that the record points at.
        within: The part, in characters, end exclusive.
        chosen: Words to show, in characters, end exclusive.
        places: Other words that pages lead to.
    """
    first, last = within
    here = [mark for mark in marks if mark.start < last and mark.end > first]
    found = []
    for start, end in _blocks(text, first, last):
        inside = [mark for mark in here if mark.start < end and mark.end > start]
        spans = [*((mark.start, mark.end) for mark in inside), *([chosen] if chosen else [])]
        spans += [place for place in places if place[0] < end and place[1] > start]
        found.append(list(_pieces(text, (start, end), inside, spans, chosen)))
    return found


def _blocks(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for found in _BREAK.finditer(text, first, last):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < last:
        yield start, last


def _pieces(
    text: str,
    block: tuple[int, int],
    marks: Sequence[Mark],
    spans: Sequence[tuple[int, int]],
    chosen: tuple[int, int] | None,
) -> Iterator[Piece]:
    first, last = block
    turns = [found.start() for found in _TURNS.finditer(text, first, last)]
    edges = {first, last, *turns, *(one + 1 for one in turns)}
    edges.update(edge for span in spans for edge in span if first < edge < last)
    cuts = sorted(edges)
    open_, coming = list[Mark](), sorted(marks, key=lambda mark: mark.start)
    done = 0
    for start, end in pairwise(cuts):
        while done < len(coming) and coming[done].start <= start:
            open_.append(coming[done])
            done += 1
        open_ = [mark for mark in open_ if mark.end > start]
        begins = _begins(spans, start, first)
        shown = chosen is not None and chosen[0] < end and chosen[1] > start
        yield Piece(start, text[start:end], tuple(sorted(open_, key=_rank)), begins, shown, start in turns)


def _begins(spans: Iterable[tuple[int, int]], start: int, first: int) -> tuple[str, ...]:
    """Return the spans that begin at a place, or before the block if that is its first."""
    here = [span for span in spans if span[0] == start or (start == first and span[0] < start)]
    return tuple(dict.fromkeys(f"s{begin}-{end}" for begin, end in here))


def _rank(mark: Mark) -> tuple[int, int]:
    return RANK.index(mark.kind) if mark.kind in RANK else len(RANK), mark.end - mark.start
