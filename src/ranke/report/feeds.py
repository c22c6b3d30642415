"""RSS and Atom → reports: one for each entry that holds a text, in full or in short."""

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ranke.errors import ReportError
from ranke.model import Report
from ranke.report.blocks import lines_of
from ranke.report.datelines import NameDate, read_dateline
from ranke.report.files import Source
from ranke.report.lines import news_of, words_in
from ranke.report.pageheads import canonical, host_of
from ranke.report.pages import id_of, parsed
from ranke.report.rows import Given, Note, Placed, build

LARGEST_FEED = 20_000_000
"""Bytes of one feed; the longest of news sites have some two million."""
_FEWEST_WORDS = 8
_FULL = 120
"""Words from which the text of an entry is taken for the whole report and not for its lead."""
_CUT = re.compile(r"(?:\[?(?:\.\.\.|…)\]?|read more|continue reading)\W*$", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!][^>]*>|&#?\w+;")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, as far as it tells.

    `number` counts from 1. `key` tells it from other entries, `mark` changes when its words do. `text` is its news, and
    `full` says whether that looks like the whole report.
    """

    number: int
    key: str
    mark: str
    url: str | None
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    text: str
    full: bool


def reports_of_feed(source: Source, given: Given) -> Iterator[Placed | ReportError | Note]:
    """Return the report of each entry of a feed, or what is wrong with it; entries that are only links are counted.

    Args:
        source: The open file.
        given: What the caller says of all reports.

    Raises:
        ReportError: If it is no feed.
    """
    data = source.stream.read(LARGEST_FEED + 1)
    found = entries_of(data)
    if not found:
        message = "holds no entries; leave it out"
        raise ReportError(message)
    bare = 0
    for entry in found:
        if not entry.text:
            bare += 1
            continue
        try:
            yield Placed(report_of_entry(entry, given), source.name, entry.number, versioned=True)
        except ReportError as error:
            yield ReportError(error.message, path=source.name, line=entry.number)
    if bare:
        yield Note(f"{bare} of {len(found)} entries hold no text, only a title or a link", source.name)


def report_of_entry(entry: Entry, given: Given) -> Report:
    """Return the report that an entry holds.

    Raises:
        ReportError: If it has no date, or the date can't be read.
    """
    date = entry.published or given.date or read_dateline(entry.text, name=NameDate(None, None))
    if date is None:
        message = "entry without a date; give --date YYYY-MM-DD"
        raise ReportError(message)
    known = {
        "id": id_of(entry.url or entry.key), "title": entry.title, "outlet": entry.outlet, "url": entry.url,
        "language": entry.language,
    }  # fmt: skip
    return build(entry.text, date, {key: word for key, word in known.items() if word}, {}, given=given)


def entries_of(data: bytes) -> list[Entry]:
    """Return the entries of a feed in its order.

    Args:
        data: The bytes of the feed; nothing else is ever opened or fetched.

    Raises:
        ReportError: If they are no RSS or Atom feed.
    """
    import feedparser

    if len(data) > LARGEST_FEED:
        message = f"is larger than {LARGEST_FEED // 1_000_000} MB for one feed; split it"
        raise ReportError(message)
    try:
        # In a stream, as it would take bytes that look like a path or an address for one.
        feed = feedparser.parse(io.BytesIO(data))
    except Exception as error:
        message = f"broken feed ({type(error).__name__}); get it again"
        raise ReportError(message) from error
    if not feed.get("version") and not feed.entries:
        message = "is no RSS or Atom feed; save the text of its reports and give that"
        raise ReportError(message)
    return [_entry(number, entry, feed.feed) for number, entry in enumerate(feed.entries, 1)]


def _entry(number: int, entry: Any, feed: Any) -> Entry:  # noqa: ANN401 - dictionaries of feedparser, which ships no types
    url = next((found for found in (canonical(one) for one in _links(entry)) if found), None)
    title = " ".join(_lines(_get(entry, "title"))) or None
    contents = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    told = [_lines(_get(one, "value"), plain=one.get("type") == "text/plain") for one in contents]
    lines = max(told, key=lambda some: sum(map(len, some)))
    news = [line for line in news_of(lines) if line != title]
    count = sum(map(words_in, news))
    cut = bool(lines) and any(_CUT.search(line) for line in lines[-2:])
    published = next((words for name in ("published", "created", "updated") if (words := _get(entry, name))), None)
    text = "\n\n".join(news) if count >= _FEWEST_WORDS else ""
    mark = hashlib.sha256("\n".join([title or "", published or "", *lines]).encode()).hexdigest()[:16]
    return Entry(
        number=number,
        key=url or _get(entry, "id") or mark,
        mark=mark,
        url=url,
        title=title,
        outlet=_outlet(entry.get("source") or feed, url),
        published=published,
        language=_get(entry, "language") or _get(feed, "language").split("-")[0].lower() or None,
        text=text,
        full=count >= _FULL and not cut,
    )


def _links(entry: Any) -> list[str]:  # noqa: ANN401
    return [one for one in (_get(entry, "feedburner_origlink"), _get(entry, "link"), _get(entry, "id")) if one]


def _get(part: Any, name: str) -> str:  # noqa: ANN401
    value = part.get(name)
    return value.strip().encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _lines(words: str, *, plain: bool = False) -> list[str]:
    """Return the lines of a value that may be HTML."""
    if plain or not _TAG.search(words):
        return [folded for line in words.splitlines() if (folded := " ".join(line.split()))]
    try:
        return lines_of(parsed(f"<div>{words}</div>"), whole=True)
    except ReportError:
        return []


def _outlet(feed: Any, url: str | None) -> str | None:  # noqa: ANN401
    """Return the outlet of a feed: of a title such as `Norland Herald - World` the part that its address names."""
    title = " ".join(_lines(_get(feed, "title")))
    host = re.sub(r"[^a-z0-9]", "", host_of(_get(feed, "link") or _get(feed, "href") or url) or "")
    parts = re.split(r"\s+[-|\u2013\u2014>\u00bb:\u00b7]\s+", title)
    for part in parts:
        words = re.sub(r"\bthe\b|[^a-z0-9 ]", "", part.lower()).split()
        if host and words and ("".join(words) in host or (len(words[0]) > 2 and host.startswith(words[0]))):  # noqa: PLR2004
            return part
    return title or host_of(url)
