"""`ranke read` and `ranke add` fill a record or show what reports say; `withdraw` takes a report's evidence away."""

import argparse
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ranke.commands.frame import (
    ALL_READ,
    NOTHING_READ,
    SOME_NOT_READ,
    Add,
    add_record,
    add_screen,
    count,
    record_of,
    say,
    told,
    types,
)
from ranke.errors import RecordError, ReportError, UsageError

if TYPE_CHECKING:
    from ranke.model import Reading, Report
    from ranke.record import Filed, Record

_SHOWN_ONLY = ("explain", "type", "actor", "core", "width", "no_color")
"""Options of `ranke read` on what is shown; into a record everything is filed and nothing is shown."""

_MANY = 500
"""Readings after which the database looks at its tables anew; that takes seconds in a large record."""


def commands(add: Add) -> None:
    """Add the commands that read and file."""
    _add_read(add)
    one = add(
        "add",
        "file readings made elsewhere, or by ranke read --json",
        _add,
        example="ranke add readings.jsonl --record my.db",
    )
    one.add_argument(
        "paths", nargs="+", metavar="READINGS", help="a file of JSON lines, also .gz; - for standard input"
    )
    add_record(one, more="; made where there is none (default: the variable RANKE_RECORD)")
    one = add("withdraw", "take a report's evidence away, and what rests on nothing else", _withdraw)
    one.add_argument("reports", nargs="+", metavar="REPORT", help="the id of a report")
    add_record(one)


def _add_read(add: Add) -> None:
    read = add(
        "read",
        "read reports and show what they say, or file them in a record",
        _read,
        example="ranke read report.txt --date 2019-07-23; ranke read corpus.jsonl --record my.db",
    )
    read.add_argument("paths", nargs="+", metavar="PATH", help="a file, folder or archive; - for standard input")
    read.add_argument("--date", metavar="DAY", help="the day of reports that tell none, such as 2019-07-23")
    read.add_argument("--jobs", type=count, default=1, metavar="N", help="read on N processes (default: 1)")
    read.add_argument("--json", action="store_true", help="one JSON object a line for each report")
    shown = read.add_argument_group("what is shown")
    shown.add_argument(
        "--explain",
        action="store_true",
        help="also show which entry of the lexicon made each event, and which words its contexts",
    )
    shown.add_argument("--type", type=types, default=(), metavar="T,T", help="only events of these types: ASSAULT,AID")
    shown.add_argument("--actor", action="append", default=[], metavar="NAME", help="only what involves this actor")
    shown.add_argument("--core", action="store_true", help="only what each report is about")
    add_screen(shown)
    filed = read.add_argument_group("to file and show nothing")
    add_record(filed, more="; made where there is none")
    filed.add_argument("--again", action="store_true", help="also read again what the record knows")


def _read(options: argparse.Namespace) -> int:
    if options.record:
        return _file(options)
    if options.again:
        message = "--again needs --record: without a record nothing was read before"
        raise UsageError(message)
    if options.json and options.explain:
        message = "--explain is for people; with --json every event names its rule in any case"
        raise UsageError(message)
    return _show(options)


def _show(options: argparse.Namespace) -> int:
    from ranke.output import JsonLines, Meter, Pages, Screen
    from ranke.views.select import select

    errors: list[ReportError] = []
    explain = _explain if options.explain else None
    writer: JsonLines | Pages = JsonLines()
    if not options.json:
        writer = Pages(Screen(options.width, plain=options.no_color), explain=explain)
    with Meter() as meter:

        def on_error(error: ReportError) -> None:
            errors.append(error)
            with meter.aside():
                say(str(error))

        def on_note(note: str) -> None:
            with meter.aside():
                say(note)

        for report, reading in _pairs(options, on_error, on_note):
            with meter.aside():
                writer.one(report, select(reading, types=options.type, actors=options.actor, core=options.core))
            meter.step(report)
    writer.end()
    return _closing(writer.count, errors, options.paths)


def _explain(report: "Report") -> Sequence[str]:
    from ranke.reading import explain

    return explain(report)


def _pairs(
    options: argparse.Namespace, on_error: Callable[[ReportError], None], on_note: Callable[[str], None]
) -> Iterator[tuple["Report", "Reading"]]:
    """Yield each report with its reading."""
    from ranke.batch import read_all
    from ranke.report import reports

    on_their_way: deque[Report] = deque()

    def sent() -> Iterator["Report"]:
        for report in reports(options.paths, date=options.date, on_error=on_error, on_note=on_note):
            on_their_way.append(report)
            yield report

    for reading in read_all(sent(), jobs=options.jobs):
        yield on_their_way.popleft(), reading


def _closing(done: int, errors: Sequence[ReportError], paths: Sequence[str]) -> int:
    """Say what was not read, and return the exit code that tells the same."""
    if len(errors) > 1 or (errors and done):
        say(f"{done} read, {len(errors)} not:")
        for error in errors:
            where = f"{error.path}:{error.line}" if error.line is not None else error.path
            sys.stderr.write(f"  {where or error.message}\n")
    elif not errors and not done:
        say(f"no report in {', '.join(paths)}")
    return _code(done, len(errors))


def _code(done: int, failed: int) -> int:
    if not done:
        return NOTHING_READ
    return SOME_NOT_READ if failed else ALL_READ


def _file(options: argparse.Namespace) -> int:
    """File reports in a record while they are read, and say at the end what became of them."""
    from ranke.batch import read_into
    from ranke.commands.showing import write_json
    from ranke.output import Meter
    from ranke.report import reports

    if senseless := [name for name in _SHOWN_ONLY if getattr(options, name)]:
        message = f"--{senseless[0].replace('_', '-')} is about what is shown; with --record everything is filed"
        raise UsageError(message)
    filed = Counter[str]()
    with record_of(options, create=True) as record, told(filed), Meter() as meter:

        def on_error(error: ReportError) -> None:
            filed["not read"] += 1
            with meter.aside():
                say(str(error))

        def on_note(note: str) -> None:
            with meter.aside():
                say(note)

        found = reports(options.paths, date=options.date, on_error=on_error, on_note=on_note)
        for report, became in read_into(record, found, jobs=options.jobs, again=options.again):
            filed[became] += 1
            if options.json:
                head = {"report": report.id, "date": report.date, "outlet": report.outlet, "title": report.title}
                with meter.aside():
                    write_json([head | {"filed": became}])
            meter.step(report)
        _look_at(record, filed)
    if not filed:
        say(f"no report in {', '.join(options.paths)}")
    return _code(filed.total() - filed["not read"], filed["not read"])


def _look_at(record: "Record", filed: Counter[str]) -> None:
    """Let the database see how its tables are filled, where that may have changed."""
    if filed["new"] + filed["corrected"] >= _MANY:
        record.analyse()


def _add(options: argparse.Namespace) -> int:
    filed = Counter[str]()
    with record_of(options, create=True) as record, told(filed):

        def on_error(error: ReportError) -> None:
            filed["not read"] += 1
            say(str(error))

        def on_filed(lot: "Filed") -> None:
            filed.update(new=lot.new, corrected=lot.corrected, known=lot.known)

        for path in options.paths:
            record.add(_lines(path, on_error), path=path, on_error=on_error, on_filed=on_filed)
        _look_at(record, filed)
    if not filed.total():
        say(f"no reading in {', '.join(options.paths)}")
    return _code(filed.total() - filed["not read"], filed["not read"])


def _lines(path: str, on_error: Callable[[ReportError], None]) -> Iterator[str]:
    """Yield the lines of a file; a byte that is no UTF-8 makes its line no JSON, so that it is told with its number."""
    from ranke.report.files import opened

    try:
        with opened(None if path == "-" else Path(path)) as source:
            for line in source.stream:
                yield line.decode("utf-8-sig", errors="backslashreplace")
    except ReportError as error:
        on_error(ReportError(error.message, path=path))


def _withdraw(options: argparse.Namespace) -> int:
    failed = 0
    with record_of(options) as record:
        for report in options.reports:
            try:
                record.withdraw(report)
            except RecordError as error:
                failed += 1
                say(str(error))
    done = len(options.reports) - failed
    if done:
        say(f"{done:,} withdrawn")
    return _code(done, failed)
