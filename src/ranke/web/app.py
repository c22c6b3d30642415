"""The reading room as a web application: its pages, their twins, its files, and how errors are told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

import anyio.to_thread
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from ranke import __version__
from ranke.errors import RankeError
from ranke.record import Record
from ranke.web.guard import Guard
from ranke.web.judging import add_judging
from ranke.web.problems import Refused, invalid, refused
from ranke.web.room import Room
from ranke.web.routes import add_pages
from ranke.web.settings import Settings

_THREADS = 8
"""Questions that are asked at a time; each has a connection of its own, and the pool of the record has more."""

_TELLS = """The reading room of a record: what reports say, each fact with the words that it rests on.
Every page has a twin in JSON and one in CSV at the same address with `.json` or `.csv` after it."""


def make_app(record: Record, settings: Settings) -> Guard:
    """Return the application that answers for a record.

    Args:
        record: An open record; the caller closes it when the application has ended.
        settings: Who may look and judge.
    """

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        yield

    app = FastAPI(
        title="Ranke", summary="The reading room", description=_TELLS, version=__version__,
        docs_url=None, redoc_url=None, lifespan=life,
    )  # fmt: skip
    room = Room(record, settings)
    add_judging(app, room)
    add_pages(app, room)
    app.mount("/static", StaticFiles(directory=Path(str(files("ranke.web") / "static"))))
    _add_errors(app, room)
    # Around all else, so that errors are answered with its headers too.
    return Guard(app, room=room)


def _add_errors(app: FastAPI, room: Room) -> None:
    @app.exception_handler(Refused)
    def _refused(request: Request, error: Refused) -> Response:
        return room.problem(request, error)

    @app.exception_handler(RankeError)
    def _told(request: Request, error: RankeError) -> Response:
        return room.problem(request, refused(error))

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> Response:
        return room.problem(request, invalid(error.errors()))

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        told = {404: f"there is no page {request.url.path[:200]!r}", 405: "this page is only to be read"}
        return room.problem(request, Refused(error.status_code, told.get(error.status_code, str(error.detail))))

    @app.exception_handler(Exception)
    def _fault(request: Request, _: Exception) -> Response:
        return room.problem(request, Refused(500, "this is a fault of Ranke's; see what the server wrote"))
