"""What all commands share: exit codes, how they are told to the parser, the options and values that several take."""

import argparse
import os
import re
import sys
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, get_args

from ranke.errors import UsageError

if TYPE_CHECKING:
    from ranke.record import Record

ALL_READ, SOME_NOT_READ, NOTHING_READ = 0, 1, 2
"""The exit codes: all was done, some of what was given could not be read, nothing was or the command was wrong."""

LIMIT = 100
"""Rows that an answer shows where nobody asks for more."""

_DEFAULT_RECORD = " (default: the variable RANKE_RECORD)"
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

type Run = Callable[[argparse.Namespace], int]


class Add(Protocol):
    """Tells the parser of a command and returns its own parser, which takes the options."""

    def __call__(self, name: str, tells: str, run: Run, *, example: str | None = None) -> argparse.ArgumentParser:
        """Add a command: its name, one line on what it does, what runs it, and an example."""


def say(message: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"ranke: {message}\n")


def add_record(parser: Any, *, more: str = _DEFAULT_RECORD) -> None:  # noqa: ANN401 - a parser or a group of its options
    """Add --record, which every command that needs a record takes."""
    tells = f"the record: a file, or a URL such as postgresql://user@host/name{more}"
    parser.add_argument("--record", metavar="R", help=tells)


def add_screen(parser: Any) -> None:  # noqa: ANN401 - a parser or a group of its options
    """Add the options on how a person sees what is shown."""
    parser.add_argument("--width", type=count, metavar="N", help="columns to write in (default: the terminal's)")
    parser.add_argument("--no-color", action="store_true", help="no colours; so does the variable NO_COLOR")


def record_of(options: argparse.Namespace, *, create: bool = False) -> "Record":
    """Open the record that is asked for, by --record or by the variable RANKE_RECORD.

    Raises:
        UsageError: If neither names one.
        RecordError: If there is none, or it can't be opened.
    """
    where = options.record or os.environ.get("RANKE_RECORD")
    if not where:
        message = "which record? name it with --record my.db, or in the variable RANKE_RECORD"
        raise UsageError(message)
    from ranke.record import Record

    return Record(where, create=create)


def types(value: str) -> tuple[str, ...]:
    """Take types of event, separated by commas."""
    from ranke.model import EventType

    return _known(value, get_args(EventType), "type of event", fold=str.upper)


def contexts(value: str) -> tuple[str, ...]:
    """Take contexts of events, separated by commas."""
    from ranke.model import Context

    return _known(value, get_args(Context), "context of events", fold=str.lower)


def one_type(value: str) -> str:
    """Take one type of event."""
    (found, *others) = types(value)
    if others:
        message = f"{value!r} is more than one type of event"
        raise argparse.ArgumentTypeError(message)
    return found


def kinds(value: str) -> tuple[str, ...]:
    """Take kinds of conflict, separated by commas."""
    return _known(value, ("contradiction", "account", "update", "granularity"), "kind of conflict", fold=str.lower)


def actor_kinds(value: str) -> tuple[str, ...]:
    """Take kinds of actor, separated by commas."""
    from ranke.model import Kind

    return _known(value, get_args(Kind), "kind of actor", fold=str.lower)


def sectors(value: str) -> tuple[str, ...]:
    """Take sectors of actors, separated by commas."""
    from ranke.model import Sector

    return _known(value, get_args(Sector), "sector", fold=str.upper)


def doubt_kinds(value: str) -> tuple[str, ...]:
    """Take kinds of doubt, separated by commas."""
    return _known(value, ("joined", "apart", "accounts", "event"), "kind of doubt", fold=str.lower)


def countries(value: str) -> tuple[str, ...]:
    """Take countries by their codes of three letters, separated by commas."""
    given = tuple(one.strip().upper() for one in value.split(",") if one.strip())
    wrong = [one for one in given if not re.fullmatch("[A-Z]{3}", one)]
    if wrong or not given:
        message = f"{', '.join(wrong) or repr(value)} is no code of a country; write it as IRN, or IGO for world bodies"
        raise argparse.ArgumentTypeError(message)
    return given


def _known(value: str, known: tuple[str, ...], what: str, *, fold: Callable[[str], str]) -> tuple[str, ...]:
    given = tuple(fold(one.strip()) for one in value.split(",") if one.strip())
    unknown = [one for one in given if one not in known]
    if unknown or not given:
        message = f"{', '.join(unknown) or repr(value)} is no {what}; choose from {', '.join(known)}"
        raise argparse.ArgumentTypeError(message)
    return given


def count(value: str) -> int:
    """Take a whole number from 1."""
    return _number(value, least=1)


def limit(value: str) -> int:
    """Take a whole number from 0."""
    return _number(value, least=0)


def _number(value: str, *, least: int) -> int:
    if not (value.isascii() and value.isdecimal()) or int(value) < least:
        message = f"{value!r} is not a whole number from {least}"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def day(value: str) -> str:
    """Take a day such as 2019-07-23."""
    found = _DAY.fullmatch(value)
    if not found or not found[3]:
        message = f"{value!r} is no day; write it as 2019-07-23"
        raise argparse.ArgumentTypeError(message)
    return _checked(value, value)


def first_day(value: str) -> str:
    """Take a day, or the first one of a month or year."""
    year, month, of_month = _parts(value)
    return _checked(f"{year}-{month or '01'}-{of_month or '01'}", value)


def any_day(value: str) -> str:
    """Take a day, a month or a year, and leave it as it is."""
    first_day(value)
    return value


def last_day(value: str) -> str:
    """Take a day, or the last one of a month or year."""
    year, month, of_month = _parts(value)
    start = date.fromisoformat(_checked(f"{year}-{month or '12'}-{of_month or '01'}", value))
    return start.isoformat() if of_month else start.replace(day=monthrange(start.year, start.month)[1]).isoformat()


def _parts(value: str) -> tuple[str, str | None, str | None]:
    found = _DAY.fullmatch(value)
    if not found:
        message = f"{value!r} is no day, month or year; write it as 2019-07-23, 2019-07 or 2019"
        raise argparse.ArgumentTypeError(message)
    return found[1], found[2], found[3]


def _checked(iso: str, value: str) -> str:
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError as error:
        message = f"{value!r} is not in the calendar"
        raise argparse.ArgumentTypeError(message) from error
