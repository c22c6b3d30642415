"""The reading room: `serve`."""

import argparse
import os
import secrets
from typing import TYPE_CHECKING

from ranke.commands.frame import ALL_READ, Add, add_record, record_of, say
from ranke.errors import UsageError

if TYPE_CHECKING:
    from ranke.web.settings import Settings

_PORT = 8765
_MOST_PORT = 65535


def commands(add: Add) -> None:
    """Add the command that serves."""
    one = add(
        "serve",
        "open the reading room: the record as pages, on this machine",
        _serve,
        example="ranke serve --record my.db",
    )
    add_record(one)
    one.add_argument("--port", type=_port, default=_PORT, metavar="N", help=f"where it listens (default: {_PORT})")
    one.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="open it to other machines; this needs a token"
    )
    one.add_argument(
        "--token",
        metavar="WORD",
        help="what is entered to judge, and to read from other machines (default: the variable RANKE_TOKEN, else a new "
        "one, shown at the start)",
    )
    one.add_argument("--read-only", action="store_true", help="nobody may judge")


def _port(value: str) -> int:
    if not (value.isascii() and value.isdecimal()) or not 0 <= int(value) <= _MOST_PORT:
        message = f"{value!r} is no port; give a number up to {_MOST_PORT}"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def _serve(options: argparse.Namespace) -> int:
    settings, new = _settings(options)
    with record_of(options) as record:
        from ranke.web.serving import serve

        def told(address: str) -> None:
            say(f"the reading room is open at {address} (Ctrl-C closes it)")
            if new and settings.judging:
                say(f"to judge in it, enter the token {settings.token}")

        serve(record, settings, options.port, on_start=told)
    return ALL_READ


def _settings(options: argparse.Namespace) -> "tuple[Settings, bool]":
    """Return how the room is run, and whether the token is a new one."""
    from ranke.web.settings import LEAST, Settings, is_loopback

    given = options.token or os.environ.get("RANKE_TOKEN") or ""
    if not given and not is_loopback(options.host):
        message = f"--host {options.host} opens the room to other machines; give a --token that they have to enter"
        raise UsageError(message)
    if given and len(given) < LEAST:
        message = f"a token of {len(given)} characters is soon guessed; give one of at least {LEAST}"
        raise UsageError(message)
    author = os.environ.get("RANKE_AUTHOR", "")
    token = given or secrets.token_urlsafe(12)
    return Settings(token=token, host=options.host, judging=not options.read_only, author=author), not given
