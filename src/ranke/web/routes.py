"""Where the pages are: each in three forms, all told of in the OpenAPI document."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import FastAPI, Query
from starlette.requests import Request
from starlette.responses import Response

from ranke.answers import (
    ActorRow,
    Changes,
    ConflictRow,
    Dossier,
    DoubtRow,
    EventRow,
    Found,
    JudgementRow,
    Network,
    Overview,
    Relation,
    ReportText,
    StatementRow,
    Story,
    StoryRow,
    Why,
)
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
    SearchAsked,
    StatementsAsked,
    TimelineAsked,
    WholeAsked,
)
from ranke.web.pages import actors, events, method, reports, review
from ranke.web.problems import PROBLEM
from ranke.web.room import Room
from ranke.web.schemas import rows_schema, schema_of

_PART = re.compile(r"{(\w+)(?::path)?}")
_TYPES = {"html": "text/html", "json": "application/json", "csv": "text/csv"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it is, what it is asked with, and the question that answers.

    Args:
        path: Its address; a part in braces is handed to the question by name.
        asked: The type of its query.
        ask: Takes the record, the query and the parts of the path.
        kind: The type of its rows, or of the whole answer.
        tells: One line on it.
    """

    path: str
    asked: type[Asked]
    ask: Callable[..., Answered]
    kind: type
    tells: str

    @property
    def schema(self) -> dict[str, Any]:
        """What its JSON holds."""
        is_row = self.kind.__name__.endswith("Row") or self.kind is Found
        return rows_schema(self.kind) if is_row else schema_of(self.kind)


PAGES = (
    Page("/", Asked, reports.overview, Overview, "what the record holds, at a glance"),
    Page("/timeline", TimelineAsked, events.timeline, EventRow, "what happened, the latest first"),
    Page("/event/{event:path}", Asked, events.event, Why, "why the record holds an event"),
    Page("/stories", Listed, reports.stories, StoryRow, "reports that one would follow as one story"),
    Page(
        "/story/{story:path}", WholeAsked, reports.story, Story, "one story: its reports, who is in it, what happened"
    ),
    Page("/actors", ActorsAsked, actors.actors, ActorRow, "the actors, those of most events first"),
    Page("/actor/{actor:path}", WholeAsked, actors.actor, Dossier, "all about one actor"),
    Page("/relations", RelationsAsked, actors.relations, Relation, "how two actors stood to each other over time"),
    Page("/network", NetworkAsked, actors.network, Network, "who does what to whom"),
    Page("/statements", StatementsAsked, actors.statements, StatementRow, "who said what, the latest first"),
    Page(
        "/report/{report:path}",
        ReportAsked,
        reports.report,
        ReportText,
        "a report, with every span the record points at",
    ),
    Page("/search", SearchAsked, reports.search, Found, "passages that have these words"),
    Page("/conflicts", ConflictsAsked, events.conflicts, ConflictRow, "where accounts of one event differ"),
    Page("/changes", ChangesAsked, events.changes, Changes, "what the record learned since a day"),
    Page("/review", ReviewAsked, review.review, DoubtRow, "what the record is least sure of"),
    Page("/judgements", Listed, review.judgements, JudgementRow, "what people decided"),
    Page("/method", Asked, method.method, method.EntryRow, "what the record rests on"),
    Page(
        "/method/{type:path}", Asked, method.lexicon, method.EntryRow, "the entries of the lexicon for a type of event"
    ),
)


def add_pages(app: FastAPI, room: Room) -> None:
    """Add all pages, the twins first, as the path of a page takes any ending."""
    for page in PAGES:
        base = page.path if page.path != "/" else "/overview"
        for form in ("json", "csv"):
            _add(app, room, page, f"{base}.{form}", form)
    for page in PAGES:
        if "{" in page.path:
            # An id may itself end like a twin; its page is found with one more ending.
            _add(app, room, page, f"{page.path}.html", "html", told=False)
        _add(app, room, page, page.path, "html")


def _add(app: FastAPI, room: Room, page: Page, path: str, form: str, *, told: bool = True) -> None:
    def answer(request: Request, asked: Any) -> Response:  # noqa: ANN401 - its type is set below
        return room.respond(request, asked, room.ask(page.ask, asked, request.path_params), form)

    # FastAPI reads from the signature what the query may hold.
    answer.__annotations__["asked"] = Annotated[page.asked, Query()]
    name = _PART.sub(r"\1", page.path).strip("/").replace("/", "_") or "overview"
    shape = {"schema": {"type": "string"} if form != "json" else page.schema}
    app.add_api_route(
        path,
        answer,
        name=f"{name}.{form}" if told else f"{name}.{form}.ending",
        operation_id=f"{name}_{form}" if told else None,
        summary=page.tells,
        include_in_schema=told,
        response_class=Response,
        responses={200: {"content": {_TYPES[form]: shape}}, **_errors()},
        openapi_extra={"parameters": [_parameter(one) for one in _PART.findall(path)]},
    )


def _parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _errors() -> dict[int | str, dict[str, Any]]:
    told = {400: "something about the question is wrong", 404: "there is none", 429: "too many requests"}
    return {
        status: {"description": tells, "content": {"application/json": {"schema": PROBLEM}}}
        for status, tells in told.items()
    }
