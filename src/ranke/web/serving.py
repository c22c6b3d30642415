"""Runs the reading room until it is stopped."""

import socket
from collections.abc import Callable
from contextlib import ExitStack

import uvicorn

from ranke.errors import UsageError
from ranke.record import Record
from ranke.web.app import make_app
from ranke.web.settings import Settings

_KEPT = 5
"""Seconds that a connection is kept for the next request."""

_CONNECTIONS = 200
"""Connections at a time; more are turned away."""


def serve(record: Record, settings: Settings, port: int, *, on_start: Callable[[str], None]) -> None:
    """Serve the pages of a record until Ctrl-C.

    Args:
        record: An open record.
        settings: Who may look and judge, and where.
        port: Where to listen; 0 is any free one.
        on_start: Is told the address as soon as it can be asked.

    Raises:
        UsageError: If the address can't be listened on.
    """
    listening = _listen(settings.host, port)
    app = make_app(record, settings)
    # The first page of a large record is ready when somebody comes.
    app.room.look_ahead()
    config = uvicorn.Config(
        app, log_level="error", access_log=False, server_header=False, ws="none",
        timeout_keep_alive=_KEPT, limit_concurrency=_CONNECTIONS, proxy_headers=False, timeout_graceful_shutdown=3,
    )  # fmt: skip
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    on_start(f"http://{shown}:{listening.getsockname()[1]}/")
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, number, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with ExitStack() as undone:
            made = undone.enter_context(socket.socket(family, kind, number))
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind(address)
            made.listen(_CONNECTIONS)
            undone.pop_all()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"can't listen on {host}, port {port} ({reason}); choose another --port or --host"
        raise UsageError(message) from error
    return made
