"""The reading room as a folder of files: every page that a link leads to, one after the other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ranke.errors import RankeError
from ranke.record import Record
from ranke.web.answered import Answered
from ranke.web.asked import (
    ActorsAsked,
    Asked,
    ChangesAsked,
    ConflictsAsked,
    Listed,
    NetworkAsked,
    RelationsAsked,
    ReportAsked,
    ReviewAsked,
    StatementsAsked,
    TimelineAsked,
    WholeAsked,
)
from ranke.web.pages import actors, events, method, reports, review
from ranke.web.rendering import render
from ranke.web.site.folder import Folder
from ranke.web.site.links import SiteLinks
from ranke.web.site.wanted import Page, Wanted
from ranke.web.words import SHOWN

_ROWS = 100
"""Rows of a list on one page."""

_STATIC = ("icon.svg", "pictures.css", "room.css", "room.js")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of page: what it is asked with, and the question that answers."""

    asked: type[Asked]
    ask: Callable[..., Answered]
    part: str | None = None
    """What the question calls the id of what the page is about."""


_KINDS = {
    "overview": _Kind(Asked, reports.overview),
    "timeline": _Kind(TimelineAsked, events.timeline),
    "event": _Kind(Asked, events.event, "event"),
    "stories": _Kind(Listed, reports.stories),
    "story": _Kind(WholeAsked, reports.story, "story"),
    "actors": _Kind(ActorsAsked, actors.actors),
    "actor": _Kind(WholeAsked, actors.actor, "actor"),
    "relations": _Kind(RelationsAsked, actors.relations),
    "network": _Kind(NetworkAsked, actors.network),
    "statements": _Kind(StatementsAsked, actors.statements),
    "report": _Kind(ReportAsked, reports.whole_report, "report"),
    "conflicts": _Kind(ConflictsAsked, events.conflicts),
    "changes": _Kind(ChangesAsked, events.changes),
    "review": _Kind(ReviewAsked, review.review),
    "judgements": _Kind(Listed, review.judgements),
    "method": _Kind(Asked, method.method),
    "lexicon": _Kind(Asked, method.lexicon, "type"),
}


def write_site(record: Record, out: Path, *, as_of: str | None = None, without: tuple[str, ...] = ()) -> int:
    """Write the pages of a record as files that open from a folder, and return how many pages there are.

    It begins with the overview and goes on until every page that a page leads to is there. Only one page is held at a
    time; which are still to come stands in a file of its own.

    Args:
        record: An open record.
        out: The folder; it is made, or holds a site that was written before, which is written anew.
        as_of: As the record was known on a day.
        without: Sources that are left out.

    Raises:
        UsageError: If the folder holds anything else, or can't be written; or the day or a source is none.
    """
    view = {name: value for name, value in (("as_of", as_of), ("without", without)) if value}
    # A view that can't be asked is told before anything is written.
    first = reports.overview(record, Asked.model_validate(view))
    with Wanted() as wanted, Folder(out) as folder:
        for name in _STATIC:
            folder.write(f"static/{name}", (files("ranke.web") / "static" / name).read_bytes())
        links = SiteLinks(as_of=as_of, without=without, wanted=wanted)
        links.page("overview")
        while page := wanted.next():
            answer = first if page.name == "overview" else _answer(record, page, wanted, view)
            html = render(answer, links.on(page, answer.next))
            folder.write(page.path, html.encode(errors="replace"))
        return wanted.count


def _answer(record: Record, page: Page, wanted: Wanted, view: Mapping[str, object]) -> Answered:
    """Return the answer that a page shows, also where there is none: a page that is led to has to be there."""
    kind = _KINDS["lexicon" if page.name == "method" and page.ids else page.name]
    given: dict[str, object] = dict.fromkeys((key for key, _ in page.query))
    for key in given:
        values = [value for one, value in page.query if one == key]
        given[key] = values if len(values) > 1 else values[0]
    if issubclass(kind.asked, WholeAsked) and page.name != "story":
        given["limit"] = SHOWN
    if issubclass(kind.asked, Listed):
        given |= {"limit": _ROWS} | ({"next": page.token} if page.token else {})
    parts: dict[str, object] = {kind.part: page.ids[0]} if kind.part else {}
    if page.name == "report":
        parts["places"] = wanted.places(page.ids[0])
    try:
        return kind.ask(record, kind.asked.model_validate({**view, **given}), **parts)
    except RankeError as error:
        return Answered("error", "There is none", {"message": str(error), "status": 404}, Answered, ())
