"""The commands: `ranke read` and `ranke schema`. Data goes to standard output, everything else to standard error."""

import argparse
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, get_args

from ranke import __version__
from ranke.errors import RankeError, ReportError, UsageError

if TYPE_CHECKING:
    from ranke.model import Reading, Report

ALL_READ, SOME_NOT_READ, NOTHING_READ, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""The exit codes; the last two are what a shell gives a program that SIGINT or SIGPIPE ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        arguments: The words after `ranke`; those of the process where none are given.
    """
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say("stopped")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; nothing more may be written, not even at the end of the process.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except RankeError as error:
        _say(str(error))
        return NOTHING_READ
    return code


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else NOTHING_READ
    code: int = options.run(options)
    return code


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line instead of the whole usage."""
        self.exit(NOTHING_READ, f"ranke: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="ranke",
        description="Reads dated news reports and says who did what to whom, who said what, and how we know.",
        epilog="Exit codes: 0 all was read, 1 some was not, 2 nothing was or the command was wrong, 130 stopped.",
    )
    parser.add_argument("--version", action="version", version=f"ranke {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)
    _add_read(commands)
    schema = commands.add_parser("schema", help="print the JSON Schema of a reading", description="Prints JSON Schema.")
    schema.set_defaults(run=_schema)
    return parser


def _add_read(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of this to itself
    read = commands.add_parser(
        "read",
        help="read reports and show what they say",
        description="Reads reports from files, folders and archives and shows what they say.",
        epilog="Examples: ranke read report.txt --date 2019-07-23 · ranke read --json corpus.jsonl > readings.jsonl",
    )
    read.add_argument("paths", nargs="+", metavar="PATH", help="a file, folder or archive; - for standard input")
    read.add_argument("--date", metavar="DAY", help="the day of reports that tell none, such as 2019-07-23")
    read.add_argument("--json", action="store_true", help="one JSON object a line for each report")
    read.add_argument("--explain", action="store_true", help="also show which entry of the lexicon made each event")
    read.add_argument("--type", type=_types, default=(), metavar="T,T", help="only events of these types: ASSAULT,AID")
    read.add_argument("--actor", action="append", default=[], metavar="NAME", help="only what involves this actor")
    read.add_argument("--core", action="store_true", help="only what each report is about")
    read.add_argument("--jobs", type=_count, default=1, metavar="N", help="read on N processes (default: 1)")
    read.add_argument("--width", type=_count, metavar="N", help="columns to write in (default: the terminal's)")
    read.add_argument("--no-color", action="store_true", help="no colours; so does the variable NO_COLOR")
    read.set_defaults(run=_read)


def _types(value: str) -> tuple[str, ...]:
    from ranke.model import EventType

    known = get_args(EventType)
    types = tuple(one.strip().upper() for one in value.split(",") if one.strip())
    unknown = [one for one in types if one not in known]
    if unknown or not types:
        message = f"{', '.join(unknown) or value!r} is no type of event; choose from {', '.join(known)}"
        raise argparse.ArgumentTypeError(message)
    return types


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        message = f"{value!r} is not a whole number from 1"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def _schema(_: argparse.Namespace) -> int:
    import json

    from ranke.model import Reading

    sys.stdout.write(json.dumps(Reading.model_json_schema(mode="serialization"), indent=2) + "\n")
    return ALL_READ


def _read(options: argparse.Namespace) -> int:
    from ranke.output import JsonLines, Meter, Pages
    from ranke.views.select import select

    if options.json and options.explain:
        message = "--explain is for people; with --json every event names its rule in any case"
        raise UsageError(message)
    errors: list[ReportError] = []
    explain = _explain if options.explain else None
    writer = JsonLines() if options.json else Pages(options.width, plain=options.no_color, explain=explain)
    with Meter() as meter:

        def on_error(error: ReportError) -> None:
            errors.append(error)
            with meter.aside():
                _say(str(error))

        for report, reading in _pairs(options, on_error):
            with meter.aside():
                writer.one(report, select(reading, types=options.type, actors=options.actor, core=options.core))
            meter.step(report)
    writer.end()
    return _closing(writer.count, errors, options.paths)


def _explain(report: "Report") -> Sequence[str]:
    from ranke.reading import explain

    return explain(report)


def _pairs(
    options: argparse.Namespace, on_error: Callable[[ReportError], None]
) -> Iterator[tuple["Report", "Reading"]]:
    """Yield each report with its reading."""
    from ranke.batch import read_all
    from ranke.report import reports

    on_their_way: deque[Report] = deque()

    def sent() -> Iterator["Report"]:
        for report in reports(options.paths, date=options.date, on_error=on_error):
            on_their_way.append(report)
            yield report

    for reading in read_all(sent(), jobs=options.jobs):
        yield on_their_way.popleft(), reading


def _closing(count: int, errors: Sequence[ReportError], paths: Sequence[str]) -> int:
    """Say what was not read, and return the exit code that tells the same."""
    if len(errors) > 1 or (errors and count):
        _say(f"{count} read, {len(errors)} not:")
        for error in errors:
            where = f"{error.path}:{error.line}" if error.line is not None else error.path
            sys.stderr.write(f"  {where or error.message}\n")
    elif not errors and not count:
        _say(f"no report in {', '.join(paths)}")
    if not count:
        return NOTHING_READ
    return SOME_NOT_READ if errors else ALL_READ


def _say(message: str) -> None:
    sys.stderr.write(f"ranke: {message}\n")
