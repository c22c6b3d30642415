"""What reports say and tell: the overview, stories, one report with its words, and the search."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ranke.answers import EventRow, Found, ReportText, Rows, StoryRow
from ranke.record import Record
from ranke.views.phrases import clean, shorten
from ranke.web.answered import Answered
from ranke.web.asked import WHOLE, Asked, Listed, ReportAsked, SearchAsked, WholeAsked
from ranke.web.marks import pages_of, paragraphs
from ranke.web.pages.listed import listed
from ranke.web.paging import counted

_STORIES = 40
_FOUND = 25
_NAMED = 8
"""Actors that a search names, and values of a facet."""

_TITLE = 80
"""Characters of the first words of a report that has no title."""

_LOOKED_AT = 1000
"""Passages among which a search with facets looks: the latest."""

_WORD = re.compile(r"\w+")
_ENDINGS = "(?:ies|ied|ing|es|ed|e|s|y)"
_ENDING = re.compile(rf"(?<=\w{{3}}){_ENDINGS}$", re.IGNORECASE)


def overview(record: Record, asked: Asked) -> Answered:
    """Return what the record holds, at a glance."""
    whole = record.overview(**asked.view)
    return Answered("overview", "Overview", {"whole": whole}, EventRow, whole.latest, whole=whole)


def stories(record: Record, asked: Listed) -> Answered:
    """Return the stories, those of most reports first."""
    parts = counted(lambda size: record.stories(limit=size, **asked.view))
    return listed("stories", "Stories", StoryRow, asked, parts, shown=_STORIES)


def story(record: Record, asked: WholeAsked, story: str) -> Answered:
    """Return one story with its timeline."""
    told = record.story(story, limit=asked.limit or WHOLE, **asked.view)
    return Answered("story", told.story.title or told.story.id, {"told": told}, EventRow, told.events, whole=told)


def report(record: Record, asked: ReportAsked, report: str) -> Answered:
    """Return a report with every span that the record points at."""
    one = record.report(report, **asked.view)
    pages = pages_of(one.text or "")
    place = asked.part
    if place is None:
        start = asked.marked[0] if asked.marked else 0
        place = next((number for number, (_, end) in enumerate(pages, 1) if start < end), len(pages))
    place = min(place, len(pages))
    return _shown(one, asked, pages, place)


def whole_report(record: Record, asked: ReportAsked, report: str, places: Sequence[tuple[int, int]] = ()) -> Answered:
    """Return a report on one page, however long it is, with places to go to."""
    one = record.report(report, **asked.view)
    return _shown(one, asked, [(0, len(one.text or ""))], 1, places)


def _shown(
    one: ReportText,
    asked: ReportAsked,
    pages: Sequence[tuple[int, int]],
    place: int,
    places: Sequence[tuple[int, int]] = (),
) -> Answered:
    # What has no title is called by its first words.
    title = one.report.title or shorten(clean((one.text or "")[:400]), _TITLE) or one.report.id
    shown = paragraphs(one.text or "", one.marks, within=pages[place - 1], chosen=asked.marked, places=places)
    here = _told(one, pages[place - 1] if len(pages) > 1 else None)
    given = {"one": one, "here": here, "paragraphs": shown, "part": place, "parts": len(pages), "asked": asked}
    return Answered("report", title, given, EventRow, one.events, whole=one)


def _told(one: ReportText, within: tuple[int, int] | None) -> dict[str, list[Any]]:
    """Return what the words of a part of a report tell; all that it tells where it is shown whole."""
    found: dict[str, list[Any]] = {}
    for name in ("events", "statements", "stances", "relations"):
        rows = list(getattr(one, name))
        if within is not None:
            first, last = within
            rows = [row for row in rows if row.evidence.start < last and row.evidence.end > first]
        found[name] = rows
    return found


def search(record: Record, asked: SearchAsked) -> Answered:
    """Return the passages that have all words, the latest first, and by what they can be narrowed."""
    if asked.words is None:
        given = {"asked": asked, "rows": (), "more": 0, "next": None, "actors": (), "facets": {}, "wanted": _nowhere}
        return Answered("search", "Search", given, Found, ())
    words = asked.words
    hits = record.search(words, limit=_LOOKED_AT, **asked.view)
    found = [row for row in hits if _fits(row, asked)]
    parts = counted(lambda size: Rows(found[:size], more=max(len(found) - size, 0)))
    pattern = _pattern(words)
    facets = {"outlet": _facet([row.outlet or "" for row in found]), "year": _facet([row.date[:4] for row in found])}
    return listed(
        "search", "Search", Found, asked, parts, shown=_FOUND, facets=facets, looked_at=hits.more and _LOOKED_AT,
        actors=record.actors(search=words.replace('"', " "), limit=_NAMED, **asked.view),
        wanted=lambda text: [found.span() for found in pattern.finditer(text)],
    )  # fmt: skip


def _nowhere(_: str) -> list[tuple[int, int]]:
    return []


def _fits(row: Found, asked: SearchAsked) -> bool:
    return (asked.outlet is None or row.outlet == asked.outlet) and (
        asked.year is None or row.date.startswith(asked.year)
    )


def _facet(values: Sequence[str]) -> list[tuple[str, int]]:
    """Return values with how often they stand there, the most frequent first."""
    counts = Counter(value for value in values if value)
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:_NAMED]


def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds the words in any case, with other endings too, as a search for "talk" also finds "talks"."""
    roots = {_ENDING.sub("", word) for word in _WORD.findall(words)}
    parts = sorted(map(re.escape, roots), key=lambda part: (-len(part), part))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)}){_ENDINGS}?(?!\w)" if parts else "(?!)", re.IGNORECASE)
