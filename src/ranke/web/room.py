"""The room itself: answers become responses, in the form that is asked for."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse

from ranke.answers import Rows
from ranke.errors import RankeError, UsageError
from ranke.record import Record
from ranke.web.answered import Answered
from ranke.web.asked import Asked
from ranke.web.links import Links
from ranke.web.memory import Memory
from ranke.web.pages.reports import overview
from ranke.web.problems import TITLES, Refused, problem
from ranke.web.rendering import Reader, render
from ranke.web.settings import Settings
from ranke.web.twins import as_csv, as_json

COOKIE = "ranke"
"""The cookie of somebody who has entered the token."""


_REMEMBERED = 200
"""Rows of an answer that is remembered, at most."""


class Room:
    """A record, how it is shown, and one judgement at a time.

    Args:
        record: An open record.
        settings: Who may look and judge.
    """

    def __init__(self, record: Record, settings: Settings) -> None:
        self.record, self.settings = record, settings
        self.judging = threading.Lock()
        self._memory = Memory(record.state)

    def ask(self, ask: Callable[..., Answered], asked: Asked, parts: Mapping[str, str]) -> Answered:
        """Return the answer to a question of the record."""
        limit = getattr(asked, "limit", None)
        if limit is not None and not 0 < limit <= _REMEMBERED:
            return ask(self.record, asked, **parts)
        key = ask, asked, tuple(sorted(parts.items()))
        return self._memory.answer(key, lambda: ask(self.record, asked, **parts))

    def look_ahead(self) -> None:
        """Ask for the overview, so that it is remembered when somebody comes."""
        # What is wrong with the record is told to who asks.
        with suppress(RankeError):
            self.ask(overview, Asked.model_validate({}), {})

    def respond(self, request: Request, asked: Asked, answer: Answered, form: str) -> Response:
        """Return an answer as a page, as JSON or as CSV."""
        if form == "json":
            return _streamed(as_json(answer), "application/json", answer)
        if form == "csv":
            return _streamed(as_csv(answer), "text/csv; charset=utf-8", answer)
        if getattr(asked, "limit", None) == 0:
            message = "limit=0, which is all, is for .json and .csv; a page shows up to 1000 rows"
            raise UsageError(message)
        return self.page(request, answer, asked)

    def page(self, request: Request, answer: Answered, asked: Asked | None = None, *, status: int = 200) -> Response:
        """Return an answer as a page."""
        links = Links(
            as_of=asked.as_of if asked else None,
            without=asked.without if asked else (),
            here=request.scope.get("raw_path", request.url.path.encode()).decode("latin-1").partition("?")[0],
            asked=tuple((name, value) for name, value in request.query_params.multi_items() if value.strip()),
        )
        html = render(answer, links, self.reader(request))
        return HTMLResponse(html.encode(errors="replace"), status, headers={"Cache-Control": "no-store"})

    def reader(self, request: Request) -> Reader:
        """Return who looks."""
        return Reader(judges=self.judges(request), may_enter=self.settings.judging)

    def judges(self, request: Request) -> bool:
        """Tell whether somebody may judge: the room allows it, and the token was entered or sent."""
        return self.settings.judging and self.entered(request)

    def entered(self, request: Request) -> bool:
        """Tell whether somebody has entered the token, or sends it as a program does."""
        scheme, _, sent = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.settings.knows(sent.strip()):
            return True
        return self.settings.knows_key(request.cookies.get(COOKIE))

    def problem(self, request: Request, error: Refused) -> Response:
        """Return an error: as a page to who asked for a page, as JSON to all others."""
        path = request.url.path
        if path.endswith((".json", ".csv")) or "text/html" not in request.headers.get("accept", ""):
            return JSONResponse(problem(error), error.status)
        title = TITLES.get(error.status, "That can’t be asked")
        answer = Answered("error", title, {"message": error.message, "status": error.status}, Rows, ())
        return self.page(request, answer, status=error.status)


def _streamed(parts: object, kind: str, answer: Answered) -> Response:
    headers = {"Cache-Control": "no-store"} | ({"X-Next": answer.next} if answer.next else {})
    return StreamingResponse(parts, media_type=kind, headers=headers)  # type: ignore[arg-type]
