"""What events are about: PLOVER's contexts, by the words around each event and by its kind of act.

Each word of the table gives its context a point or half of one. What stands near the event counts in full, what stands
farther off in its sentence half; one half more comes from a report that speaks of the context throughout. A context
holds from one point on, so that every one of them can be traced to words in the text.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import get_args

from spacy.tokens import Doc

from ranke.errors import TableError
from ranke.model import Context
from ranke.reading.parts import EventPart, Trace
from ranke.reading.words import words_of
from ranke.schemes import codes
from ranke.tables import read_toml

PACKAGE = "ranke.reading.events"
_SURE, _HINT = 1.0, 0.5
_ENOUGH = 1.0
_MOST = 3
"""Contexts of one event: few and right rather than many."""
_NEAR = 8
"""Tokens on either side of an event whose words count in full."""
_FAR = 40
"""Tokens on either side beyond which a word of the same sentence no longer counts, however long it runs."""
_THEME = 4
"""Different words of a context from which the whole report speaks of it."""
_LONGEST = 3
"""Words in the longest expression of the table."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An expression of the table where it stands in the text."""

    at: int
    words: str
    shows: tuple[tuple[Context, float], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The table by its expressions, the words that may begin a longer one, and the acts that show a context alone."""

    shows: dict[str, tuple[tuple[Context, float], ...]]
    begin: frozenset[str]
    acts: dict[str, tuple[Context, ...]]


@cache
def context_words() -> Words:
    """Return the table of words, read and checked once a process.

    Raises:
        TableError: If a context is unknown or missing, a word stands twice in one, or a code is none of CAMEO's.
    """
    table = read_toml(PACKAGE, "contexts.toml")
    shows: dict[str, list[tuple[Context, float]]] = {}
    acts: dict[str, list[Context]] = {}
    if set(table) != set(get_args(Context)):
        message = f"table contexts.toml: {sorted(set(table) ^ set(get_args(Context)))} are not in table and model alike"
        raise TableError(message)
    for context in get_args(Context):
        row = table[context]
        found = [*row["sure"], *row["hint"]]
        wrong = [one for one in found if found.count(one) > 1 or len(one.split()) > _LONGEST]
        wrong += [one for one in row.get("codes", ()) if one not in codes()]
        if wrong:
            message = f"table contexts.toml: {wrong[0]!r} of {context} stands twice, is too long or no code of CAMEO"
            raise TableError(message)
        for weight, column in ((_SURE, "sure"), (_HINT, "hint")):
            for words in row[column]:
                shows.setdefault(words, []).append((context, weight))
        for code in row.get("codes", ()):
            acts.setdefault(code, []).append(context)
    return Words(
        {words: tuple(found) for words, found in shows.items()},
        frozenset(words.split()[0] for words in shows if " " in words),
        {code: tuple(found) for code, found in acts.items()},
    )


def set_contexts(doc: Doc, events: list[EventPart], trace: Trace | None = None) -> None:
    """Set `contexts` on each event, surest first; `trace` gets a line with the words that show them."""
    if not events:
        return
    hits = list(_hits(doc))
    places = [hit.at for hit in hits]
    themes = _themes(hits)
    ends = [0, *(sentence.end for sentence in doc.sents)]
    spans = list(pairwise(ends))
    for event in events:
        start, end = spans[bisect_left(ends, event.anchor + 1) - 1]
        first = bisect_left(places, max(start, event.anchor - _FAR))
        last = bisect_left(places, min(end, event.anchor + _FAR + 1))
        points, why = _points(event, hits[first:last], themes)
        ranked = sorted((one for one in points if points[one] >= _ENOUGH), key=lambda one: -points[one])
        event.contexts = tuple(ranked[:_MOST])
        if trace is not None:
            trace += [(event.anchor, f"  context  {one} by {', '.join(why[one])}") for one in event.contexts]


def _hits(doc: Doc) -> Iterator[Hit]:
    """Yield the expressions of the table in order of the text, the longest at each place."""
    table = context_words()
    lemmas = [lemma.lower() for lemma in words_of(doc).lemma]
    past = 0
    for at, lemma in enumerate(lemmas):
        if at < past:
            continue
        if lemma in table.begin:
            longer = (" ".join(lemmas[at : at + length]) for length in range(_LONGEST, 1, -1))
            words = next((one for one in longer if one in table.shows), lemma)
        else:
            words = lemma
        if words in table.shows:
            past = at + words.count(" ") + 1
            yield Hit(at, words, table.shows[words])


def _themes(hits: list[Hit]) -> frozenset[Context]:
    """Return the contexts of which the whole report speaks."""
    words: dict[Context, set[str]] = {}
    for hit in hits:
        for context, _ in hit.shows:
            words.setdefault(context, set()).add(hit.words)
    return frozenset(context for context, found in words.items() if len(found) >= _THEME)


def _points(
    event: EventPart, hits: list[Hit], themes: frozenset[Context]
) -> tuple[dict[Context, float], dict[Context, list[str]]]:
    """Return the points of each context for an event, in order of the text, and the words that gave them."""
    points: dict[Context, float] = {}
    why: dict[Context, list[str]] = {}
    for context in context_words().acts.get(event.cameo or "", ()):
        points[context], why[context] = _ENOUGH, [f"the act {event.cameo}"]
    for hit in hits:
        share = 1.0 if abs(hit.at - event.anchor) <= _NEAR else 0.5
        for context, weight in hit.shows:
            seen = why.setdefault(context, [])
            if hit.words not in seen:
                seen.append(hit.words)
                points[context] = points.get(context, 0.0) + weight * share
    for context in points:
        if context in themes:
            points[context] += _HINT
            why[context].append("the whole report")
    return points, why
