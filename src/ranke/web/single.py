"""A record as one page with all that it needs inside, to send or to keep: the command `report`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from ranke.answers import Evidence, Who
from ranke.record import Record, View
from ranke.web.answered import Answered
from ranke.web.links import Links
from ranke.web.pictures import activity, network, place_map
from ranke.web.rendering import render
from ranke.web.site.links import file_of

BEGINNING = "<!doctype html>\n<!-- Written by ranke report -->\n"
"""How a page begins, so that it may be written anew and nothing else may."""

_STYLES = ("room.css", "pictures.css")

_EDGES, _ACTORS = 60, 60
"""Ties of the network, and actors of the list."""

_SECTIONS = {"event": "timeline", "actor": "actors", "report": "reports", "story": "stories", "relations": "network"}
"""Where a link leads whose own place the page doesn't have."""


@dataclass(frozen=True, slots=True)
class _Held:
    """What the page has places for: actors by id, reports by id, and the ids of its events."""

    actors: dict[str, Who] = field(default_factory=dict)
    reports: dict[str, Evidence] = field(default_factory=dict)
    events: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlaceLinks(Links):
    """Makes links to places of the page itself.

    Args:
        held: What it has places for.
    """

    held: _Held = field(default_factory=_Held)

    live = False

    @property
    def goes_on(self) -> bool:
        """Whether the next part of a list has a page."""
        return False

    def page(self, name: str, *ids: str, fragment: str = "", **query: object) -> str:  # noqa: ARG002
        """Return the link of a place."""
        if name == "event" and ids and ids[0] in self.held.events:
            return f"#{ids[0]}"
        known = self.held.actors.keys() if name == "actor" else self.held.reports.keys() if name == "report" else ()
        if ids and ids[0] in known:
            return f"#{place_of(name, ids[0])}"
        return f"#{_SECTIONS.get(name, name)}"


def place_of(name: str, of: str) -> str:
    """Return the name of the place of an actor or a report."""
    return file_of(name, [of]).removesuffix(".html").replace("/", "-")


def one_page(record: Record, *, limit: int = 100, as_of: str | None = None, without: tuple[str, ...] = ()) -> str:
    """Return a record as one page of HTML, with its style and pictures inside.

    Args:
        record: An open record.
        limit: Events, statements, conflicts and stories at most, the latest.
        as_of: As the record was known on a day.
        without: Sources that are left out.

    Raises:
        UsageError: If the day or a source is none.
    """
    view = View(as_of=as_of, without=without)
    whole = record.overview(**view)
    shown = View(**view, limit=limit)
    net = record.network(**View(**view, limit=_EDGES))
    actors = record.actors(**View(**view, limit=_ACTORS))
    told: dict[str, Any] = {
        "stories": record.stories(**shown),
        "events": record.timeline(**shown),
        "statements": record.statements(**shown),
        "conflicts": record.conflicts(**shown),
        "net": net,
        "actors": actors,
    }
    held = _held(told)
    links = PlaceLinks(as_of=as_of, without=without, held=held)
    pictures = {
        "activity": activity(whole.activity, links.page) if whole.activity else "",
        "map": place_map(whole.places, links.page) if any(row.latitude is not None for row in whole.places) else "",
        "network": network(net, links.page) if net.edges else "",
    }
    given: dict[str, Any] = {
        "whole": whole,
        "drawn": {name: Markup(svg) for name, svg in pictures.items()},  # noqa: S704 - pictures escape what they show
        "style": Markup("\n".join(_styles())),  # noqa: S704 - the room's own
        "listed": {row.who.id for row in actors},
        "held": held,
        "place_of": place_of,
        **told,
    }
    title = f"A record of {whole.reports:,} report{'s' if whole.reports != 1 else ''}"
    return BEGINNING + render(Answered("single", title, given, Answered, ()), links)


def _styles() -> Iterator[str]:
    for name in _STYLES:
        yield (files("ranke.web") / "static" / name).read_text(encoding="utf-8")


def _held(told: dict[str, Any]) -> _Held:
    """Return the actors and reports that the parts of the page name, in alphabetical order and in that of days."""
    found = list(_parts(list(told.values())))
    actors = {one.id: one for one in found if isinstance(one, Who)}
    reports: dict[str, Evidence] = {}
    for one in found:
        if isinstance(one, Evidence):
            reports.setdefault(one.report, one)
    return _Held(
        dict(sorted(actors.items(), key=lambda pair: (pair[1].name.casefold(), pair[0]))),
        dict(sorted(reports.items(), key=lambda pair: (pair[1].date, pair[0]))),
        frozenset(row.id for row in told["events"]),
    )


def _parts(value: Any) -> Iterator[Who | Evidence]:  # noqa: ANN401 - any part of an answer
    """Yield the actors and the evidence in an answer, however deep."""
    if isinstance(value, (Who, Evidence)):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from _parts(getattr(value, one.name))
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for one in value:
            yield from _parts(one)
