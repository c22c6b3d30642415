"""Writes a record in one of the formats."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, get_args

from ranke.days import extent
from ranke.errors import UsageError
from ranke.exports.formats import FORMATS, Format
from ranke.exports.source import Between, Source, Streams, View
from ranke.exports.writing import whole_file, whole_folder
from ranke.model import Status

__all__ = ["FACTS", "FORMATS", "Exported", "Format", "export"]

FACTS = ("happened", "ongoing")
"""The statuses of what took place: all that schemes without a place for a status are given unasked."""


ALL = "all"
"""What is named for events of whatever status."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many events were written, and by status how many were left out because of it."""

    events: int
    left_out: Mapping[str, int] = field(default_factory=Counter)


def export(  # noqa: PLR0913 - the record, where it goes, and what narrows it, by name
    record: Streams,
    to: str,
    out: str | Path | BinaryIO,
    *,
    since: str | None = None,
    until: str | None = None,
    status: Sequence[str] | str = (),
    as_of: str | None = None,
    without: Sequence[str] | str = (),
) -> Exported:
    """Write a record in a format; a file or folder is there whole or not at all.

    Args:
        record: What to write.
        to: The format: one of `FORMATS`.
        out: A path, or an open binary file for formats that are one file.
        since: Only events and statements that last to this day (or month, or year) or longer. Those without a day count
            as of the day on which they were told. Actors and reports are all written.
        until: Only those that begin by then.
        status: Only events of these statuses. Where none is named, all; but schemes that can't tell a status are given
            only what happened or goes on.
        as_of: Only what reports up to this day tell, as known then.
        without: Outlets and actors that are left out as sources.

    Raises:
        UsageError: If there is no such format or status, or it can't be written there.
        RecordError: If nothing in the record bears a name in `without`.
    """
    made = _format(to)
    wanted = (status,) if isinstance(status, str) else tuple(status)
    for one in wanted:
        if one not in (*get_args(Status), ALL):
            message = f"{one!r} is no status; choose from {', '.join(get_args(Status))}, or {ALL}"
            raise UsageError(message)
    view = View(as_of=as_of, without=without)
    between = Between(_day(since, last=False), _day(until, last=True))
    source = Source(record, view, between, () if ALL in wanted else wanted or (FACTS if made.facts else ()))
    writer = import_module(f"ranke.exports.{made.module}").write
    if not isinstance(out, (str, Path)):
        if made.folder:
            message = f"{made.name} is several files; name a folder to write them to"
            raise UsageError(message)
        writer(source, out)
    elif made.folder:
        with whole_folder(Path(out)) as folder:
            writer(source, folder)
    else:
        with whole_file(Path(out)) as file:
            writer(source, file)
    return Exported(source.written, source.left_out)


def _format(name: str) -> Format:
    if name not in FORMATS:
        message = f"{name!r} is no format; choose from {', '.join(FORMATS)}"
        raise UsageError(message)
    return FORMATS[name]


def _day(value: str | None, *, last: bool) -> int | None:
    if value is None:
        return None
    days = extent(value)
    if days is None:
        message = f"{value!r} is no day; write one such as 2019-07-23, or 2019-07, or 2019"
        raise UsageError(message)
    return days[1 if last else 0]
