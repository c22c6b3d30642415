"""What stands between the net and the room: hosts, sizes, rates, who may read, and the headers of every answer."""

import re
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ranke.web.problems import Refused
from ranke.web.rates import Rates
from ranke.web.room import Room
from ranke.web.settings import is_loopback

BODY, ADDRESS = 64 * 1024, 8 * 1024
"""Bytes of a form and of an address, at most."""

_FREE = re.compile("/static/.*|/token")
"""Where somebody without the token may go in a room that is open to other machines."""

_HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Lets in what may come in, and sets the headers that keep hostile text text.

    Args:
        app: What answers.
        room: Whose settings hold, and which tells errors.
    """

    def __init__(self, app: ASGIApp, *, room: Room) -> None:
        self.room = room
        self._app, self._rates = app, Rates()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "HEAD":
            # The server leaves the body out; all else is as for GET.
            scope = {**scope, "method": "GET"}
        request = Request(scope, receive)
        try:
            self._check(request)
            body = await _body(request)
        except Refused as error:
            await self.room.problem(request, error)(scope, receive, _heading(send))
            return
        await self._app(scope, _given(body, receive), _heading(send))

    def _check(self, request: Request) -> None:
        settings, path = self.room.settings, request.url.path
        if len(request.scope["raw_path"]) + len(request.scope["query_string"]) > ADDRESS:
            raise Refused(414, f"this address has more than {ADDRESS:,} bytes; ask for less")
        if not settings.is_open and not self._known_host(request):
            host = request.headers.get("host", "")[:100]
            raise Refused(421, f"this room is not called {host!r}; ask for it by 127.0.0.1 or localhost")
        what = "read" if request.method == "GET" else "token" if path == "/token" else "write"
        wait = self._rates.take(request.client.host if request.client else "", what)
        if wait:
            raise Refused(429, f"too many requests at a time; try again in {wait} seconds")
        if settings.is_open and not _FREE.fullmatch(path) and not self.room.entered(request):
            raise Refused(401, "this room needs its token: enter it at /token, or send it as Authorization: Bearer")
        if request.method not in {"GET", "POST"}:
            raise Refused(405, f"{request.method[:20]} is nothing that can be done here")

    def _known_host(self, request: Request) -> bool:
        """Tell whether a room for this machine only is asked for by a name of this machine.

        A page elsewhere can have its own name lead to this machine, and would then be let in by the browser.
        """
        host = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
        return is_loopback(host) or host in self.room.settings.names


async def _body(request: Request) -> bytes:
    if request.method == "GET":
        return b""
    too_large = Refused(413, f"more than {BODY:,} bytes; send less")
    size = request.headers.get("content-length", "0")
    if not size.isdecimal() or int(size) > BODY:
        raise too_large
    parts, total = [], 0
    async for part in request.stream():
        total += len(part)
        if total > BODY:
            raise too_large
        parts.append(part)
    return b"".join(parts)


def _given(body: bytes, receive: Receive) -> Receive:
    """Return what hands on a body that was read already, and then tells when the reader has gone."""
    rest = [body]

    async def again() -> Message:
        if rest:
            return {"type": "http.request", "body": rest.pop(), "more_body": False}
        return await receive()

    return again


def _heading(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name for name, _ in message["headers"]}
            extra = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
            message["headers"] = [*message["headers"], *(pair for pair in extra if pair[0] not in given)]
        await send(message)

    return guarded
