"""Feeds → the reports that are new in them: the page of each entry, or the entry itself where that says as much."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ranke.errors import ReportError
from ranke.model import Report
from ranke.report.feeds import LARGEST_FEED, Entry, entries_of, report_of_entry
from ranke.report.pages import Origin, report_of_page
from ranke.report.rows import Given
from ranke.watch.fetch import Answer, Fetcher, Tag, Unreachable
from ranke.watch.state import Seen, State

__all__ = ["Fetcher", "Found", "State", "Watch"]

_LARGEST_PAGE = 10_000_000
"""Bytes of a page that is fetched; only pages saved with their pictures are larger."""


@dataclass(frozen=True, slots=True)
class Found:
    """A new or changed entry of a feed: its report, or why there is none; and what to remember once that is filed.

    `report` and `error` may both be there: the page can't be got, and the entry itself is read instead.
    """

    feed: str
    key: str
    report: Report | None
    error: ReportError | None
    seen: Seen


class Watch:
    """Looks into feeds for what is new.

    What is found is remembered only when it is said to be filed: a program that is killed finds it again.

    Args:
        fetcher: What fetches.
        state: What is remembered.
        pages: Whether to fetch the pages of entries that hold only a lead.
    """

    def __init__(self, fetcher: Fetcher, state: State, *, pages: bool = True) -> None:
        self._fetcher, self._state, self._pages = fetcher, state, pages
        self._seen_whole: dict[str, tuple[Tag, list[str]]] = {}

    def visit(self, feed: str) -> Iterator[Found]:
        """Yield what is new in a feed, in its order; nothing if it has not changed.

        Raises:
            ReportError: If the feed can't be got or read.
        """
        answer = self._fetcher.get(feed, most=LARGEST_FEED, tag=self._state.tag(feed))
        if answer.data is None:
            return
        try:
            entries = entries_of(answer.data)
        except ReportError as error:
            raise ReportError(error.message, path=feed) from error
        given = Given(None, dt.date.today())  # noqa: DTZ011 - only to refuse what is dated in the future
        whole = True
        for entry in entries:
            before = self._state.seen(feed, entry.key)
            if before.mark != entry.mark:
                found = self._found(feed, entry, before, given)
                whole = whole and bool(found.seen.mark)
                yield found
        # With an entry to be tried again the feed is asked for in full the next time.
        self._seen_whole[feed] = (answer.tag if whole else Tag(), [entry.key for entry in entries])

    def finish(self, feed: str) -> None:
        """Remember that all that was found in a feed is filed, so that it need not be asked for until it changes."""
        if feed in self._seen_whole:
            self._state.finish(feed, *self._seen_whole.pop(feed))
            self._state.save()

    def filed(self, found: Found) -> None:
        """Remember that the report of an entry is filed, or that it has none."""
        self._state.note(found.feed, found.key, found.seen)
        self._state.save()

    def _found(self, feed: str, entry: Entry, before: Seen, given: Given) -> Found:
        error: ReportError | None = None
        seen = Seen(entry.mark, before.report, before.tag)
        page: Report | None = None
        if self._pages and entry.url and not entry.full:
            try:
                answer = self._fetcher.get(entry.url, most=_LARGEST_PAGE, tag=before.tag, inside=feed)
                seen.tag = answer.tag
                if answer.data is None:
                    return Found(feed, entry.key, None, None, seen)
                page = _page(entry, answer, given)
            except Unreachable as problem:
                error, seen.mark = problem, ""
            except ReportError as problem:
                error = ReportError(problem.message, path=problem.path or entry.url)
        report, wrong = _longer(page, entry, given)
        if report is None:
            return Found(feed, entry.key, None, error or ReportError(wrong, path=entry.url or feed), seen)
        if before.report:
            report = report.model_copy(update={"id": before.report})
        seen.report = report.id
        return Found(feed, entry.key, report, error, seen)


def _page(entry: Entry, answer: Answer, given: Given) -> Report:
    origin = Origin(
        url=answer.url, charset=answer.charset, published=entry.published, title=entry.title, outlet=entry.outlet
    )
    return report_of_page(answer.data or b"", origin=origin, given=given)


def _longer(page: Report | None, entry: Entry, given: Given) -> tuple[Report | None, str]:
    """Return the page's report or the entry's, whichever says more; else what is wrong with the entry."""
    if not entry.text or (page and len(page.text) >= len(entry.text)):
        return page, "entry holds no text, only a title or a link; leave it"
    try:
        return report_of_entry(entry, given), ""
    except ReportError as error:
        return page, error.message
