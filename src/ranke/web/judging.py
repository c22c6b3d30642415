"""The judging in the room: the token, and the judgements that a form or a program sends."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from ranke.answers import JudgementRow, Rows, plain
from ranke.record import Record
from ranke.web.answered import Answered
from ranke.web.problems import Refused
from ranke.web.room import COOKIE, Room

type Sent = Mapping[str, str]
type Judge = Callable[[Record, Sent, Mapping[str, str]], JudgementRow]

_YEAR = 365 * 24 * 3600


def _two(sent: Sent) -> tuple[str, str]:
    return _field(sent, "one"), _field(sent, "other")


def _one_or_two(sent: Sent) -> tuple[str, ...]:
    return (_field(sent, "one"), sent["other"]) if sent.get("other") else (_field(sent, "one"),)


def _split(record: Record, sent: Sent, signed: Mapping[str, str]) -> JudgementRow:
    return record.split(_field(sent, "one"), _field(sent, "members").split(), **signed)


JUDGEMENTS: dict[str, tuple[str, Judge]] = {
    "merge": (
        "two actors, or two events, are one: `one`, `other`",
        lambda record, sent, signed: record.merge(*_two(sent), **signed),
    ),
    "distinct": (
        "two actors, or two accounts, are not one: `one`, `other`",
        lambda record, sent, signed: record.distinct(*_two(sent), **signed),
    ),
    "confirm": (
        "an event is right: `one`; or two that are joined are one: `one`, `other`",
        lambda record, sent, signed: record.confirm(*_one_or_two(sent), **signed),
    ),
    "unsure": (
        "it is hard to tell: `one`, and `other` where it is about two",
        lambda record, sent, signed: record.unsure(*_one_or_two(sent), **signed),
    ),
    "split": ("some entries are another one: `one`, `members` with spaces between them", _split),
    "reject": (
        "an event is none: `one`",
        lambda record, sent, signed: record.reject(_field(sent, "one"), **signed),
    ),
    "retype": (
        "an event is of another type: `one`, `type`",
        lambda record, sent, signed: record.retype(_field(sent, "one"), _field(sent, "type"), **signed),
    ),
    "undo": (
        "a judgement is taken back: `number`",
        lambda record, sent, _: record.undo(_number(_field(sent, "number"))),
    ),
}
"""What can be judged: what it says and the fields that it takes, and how it is told to the record."""


def add_judging(app: FastAPI, room: Room) -> None:
    """Add the token's page, and one address for each judgement."""
    _add_token(app, room)
    for name, (tells, judge) in JUDGEMENTS.items():
        _add(app, room, name, tells, judge)


def _add(app: FastAPI, room: Room, name: str, tells: str, judge: Judge) -> None:
    async def judged(request: Request) -> Response:
        if not room.settings.judging:
            raise Refused(403, "this room is read-only; start it without --read-only to judge in it")
        if not room.entered(request):
            raise Refused(401, "judging needs the token: enter it at /token, or send it as Authorization: Bearer")
        check_origin(request)
        sent = await _sent(request)
        author = sent.get("author", "").strip() or room.settings.author
        signed = {"note": sent.get("note", "").strip()[:2000], "author": author[:200]}

        def decide() -> JudgementRow:
            with room.judging:
                return judge(room.record, sent, signed)

        row = await run_in_threadpool(decide)
        if "text/html" in request.headers.get("accept", ""):
            return RedirectResponse(_local(sent.get("back")), 303)
        return JSONResponse(plain(row))

    content = {
        kind: {"schema": {"type": "object", "additionalProperties": {"type": "string"}}}
        for kind in ("application/x-www-form-urlencoded", "application/json")
    }
    extra = {"requestBody": {"required": True, "content": content}}
    app.add_api_route(
        f"/judge/{name}", judged, methods=["POST"], name=f"judge.{name}", operation_id=f"judge_{name}", summary=tells,
        response_class=Response, openapi_extra=extra,
    )  # fmt: skip


def _add_token(app: FastAPI, room: Room) -> None:
    def ask(request: Request) -> Response:
        given = {"wrong": False, "entered": room.entered(request), "back": _local(request.query_params.get("back"))}
        return room.page(request, Answered("token", "The token", given, Rows, ()))

    async def take(request: Request) -> Response:
        check_origin(request)
        sent = await _sent(request)
        back = _local(sent.get("back"))
        if sent.get("forget"):
            gone = RedirectResponse(back, 303)
            gone.delete_cookie(COOKIE, httponly=True, samesite="strict")
            return gone
        if not room.settings.knows(sent.get("token", "").strip()):
            given = {"wrong": True, "entered": False, "back": back}
            return room.page(request, Answered("token", "The token", given, Rows, ()), status=403)
        done = RedirectResponse(back, 303)
        done.set_cookie(
            COOKIE, room.settings.key, max_age=_YEAR, httponly=True, samesite="strict",
            secure=request.url.scheme == "https",
        )  # fmt: skip
        return done

    app.add_api_route("/token", ask, methods=["GET"], include_in_schema=False)
    app.add_api_route("/token", take, methods=["POST"], include_in_schema=False)


def check_origin(request: Request) -> None:
    """See that a form was sent from a page of the room, or by a program with the token, not from a page elsewhere.

    Raises:
        Refused: If it was.
    """
    headers = request.headers
    if "authorization" in headers:
        # No page elsewhere can make a browser send this.
        return
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    own = f"{request.url.scheme}://{headers.get('host', '')}"
    if (origin is None and site is None) or (origin or own) != own or (site or "same-origin") != "same-origin":
        raise Refused(403, "this was not sent from a page of this room; open the page itself and judge there")


async def _sent(request: Request) -> Sent:
    """Return the fields that were sent, as a form or as JSON."""
    body = await request.body()
    try:
        text = body.decode()
        if request.headers.get("content-type", "").partition(";")[0].strip() == "application/json":
            found = json.loads(text)
            if not isinstance(found, dict):
                raise Refused(400, "the JSON that was sent is no object; send the fields of the judgement as one")
            return {str(name): _flat(value) for name, value in found.items()}
        return {name: values[-1] for name, values in parse_qs(text, max_num_fields=50).items()}
    except ValueError as error:
        raise Refused(400, "what was sent is neither a form nor JSON in UTF-8") from error


def _flat(value: Any) -> str:  # noqa: ANN401 - anything JSON holds
    return " ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _field(sent: Sent, name: str) -> str:
    value = sent.get(name, "").strip()
    if not value:
        raise Refused(400, f"the field {name!r} is missing")
    return value


def _number(value: str) -> int:
    if not (value.isascii() and value.isdecimal()) or len(value) > 9:  # noqa: PLR2004 - more there never are
        raise Refused(400, f"{value[:20]!r} is no number of a judgement; see /judgements")
    return int(value)


def _local(back: str | None) -> str:
    """Return where to go afterwards: a place in this room, whatever was sent."""
    back = back or "/"
    parts = urlsplit(back)
    plain_path = back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
    return back if plain_path and back.isprintable() and "\\" not in back else "/"
