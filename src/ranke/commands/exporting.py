"""`export`: a record in the formats that other tools read."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from ranke.commands.frame import ALL_READ, Add, add_record, day, first_day, last_day, record_of, say
from ranke.errors import UsageError
from ranke.exports.formats import FORMATS


def commands(add: Add) -> None:
    """Add the command that exports."""
    one = add("export", "write the record as others read it", _export, example="ranke export --to gexf network.gexf")
    told = "; ".join(f"{made.name}: {made.tells}" for made in FORMATS.values())
    one.add_argument("--to", required=True, choices=FORMATS, metavar="FORMAT", help=told)
    one.add_argument(
        "out", nargs="?", default="-", metavar="OUT", help="a file, or a folder for tables (default: standard output)"
    )
    tells = "such as 2019-07-23, 2019-07 or 2019"
    one.add_argument("--since", type=first_day, metavar="DAY", help=f"what lasts to this day or longer, {tells}")
    one.add_argument("--until", type=last_day, metavar="DAY", help=f"what begins by this day, {tells}")
    one.add_argument(
        "--status",
        type=_statuses,
        default=(),
        metavar="S,S",
        help="only events of these statuses, or all (default: all; for polecat, icews and gdelt happened,ongoing)",
    )
    asked = one.add_argument_group("how it is asked")
    add_record(asked)
    asked.add_argument("--as-of", type=day, metavar="DAY", help="as it was known on a day, such as 2019-07-23")
    asked.add_argument(
        "--without", action="append", default=[], metavar="NAME", help="leave out an outlet or actor as a source"
    )


def _statuses(value: str) -> tuple[str, ...]:
    """Take statuses of events, separated by commas."""
    return tuple(one.strip().lower() for one in value.split(",") if one.strip())


def _export(options: argparse.Namespace) -> int:
    if options.since and options.until and options.since > options.until:
        message = f"--since {options.since} is after --until {options.until}"
        raise UsageError(message)
    from ranke.exports.exporting import export

    with record_of(options) as record:
        done = export(
            record,
            options.to,
            sys.stdout.buffer if options.out == "-" else Path(options.out),
            since=options.since,
            until=options.until,
            status=options.status,
            as_of=options.as_of,
            without=tuple(options.without),
        )
    where = "" if options.out == "-" else f" to {options.out}"
    events = "event" if done.events == 1 else "events"
    say(f"{done.events:,} {events} written{where}{_left_out(options, done.left_out)}")
    return ALL_READ


def _left_out(options: argparse.Namespace, counts: Mapping[str, int]) -> str:
    """Return what is said of events that were left out as the format can't tell what became of them."""
    if not counts or options.status:
        return ""
    told = ", ".join(f"{counts[status]:,} {status}" for status in sorted(counts))
    return f"; left out: {told}, as {options.to} has no place for a status (--status all writes them)"
