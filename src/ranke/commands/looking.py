"""Who is meant by a description, from the tables alone: `ranke who`; and tables of one's own: `ranke offices`."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ranke.commands.frame import ALL_READ, NOTHING_READ, SOME_NOT_READ, Add, any_day, say
from ranke.commands.showing import Table, add_shown, show_rows, write_json
from ranke.errors import ReportError, TableError, UsageError

if TYPE_CHECKING:
    from ranke.answers.described import Described

_LINE = 10_000
"""Columns of a line that is not to be broken."""
_FIELDS = ("id", "text", "date", "context")
"""What a case on standard input may have; other fields are left alone."""


def commands(add: Add) -> None:
    """Add the commands that look up."""
    one = add(
        "who",
        "who is meant by a description, on a day",
        _who,
        example="ranke who 'French defense minister' --date 2019-07-23; ranke who --json < cases.jsonl",
    )
    one.add_argument(
        "texts", nargs="*", metavar="TEXT", help="a description or name; none: JSON Lines on standard input"
    )
    one.add_argument("--date", type=any_day, metavar="DAY", help="on which day, such as 2019-07-23, 2019-07 or 2019")
    one.add_argument("--context", default="", metavar="WORDS", help="words near it: the one country they name counts")
    tells = "a table of holders of your own, also several (default: the variable RANKE_OFFICES)"
    one.add_argument("--offices", action="append", default=[], metavar="CSV", help=tells)
    add_shown(one)
    one = add(
        "offices",
        "make a table of holders from a Wikidata query export",
        _offices,
        example="ranke offices query.csv > mine.csv; ranke who 'mayor of Oslo' --date 2020-01-01 --offices mine.csv",
    )
    one.add_argument("export", metavar="EXPORT", help="the export as CSV or TSV; - for standard input")


def _who(options: argparse.Namespace) -> int:
    from ranke.answers import Rows
    from ranke.answers.described import Described

    if options.json and options.csv:
        message = "--json or --csv, not both"
        raise UsageError(message)
    errors: list[ReportError] = []
    found: list[Described] = []
    for row in _answers(options, errors):
        if options.json:
            write_json([row])
        found.append(row)
    if found and not options.json:
        from ranke.views.described import described_view

        options.width = options.width or _LINE
        show_rows(options, Table(Rows(found), Described, ""), lambda: described_view(found))
    if not found and not errors:
        say("no case on standard input")
    if errors:
        say(f"{len(found)} answered, {len(errors)} not")
    return (SOME_NOT_READ if errors else ALL_READ) if found else NOTHING_READ


def _answers(options: argparse.Namespace, errors: list[ReportError]) -> Iterator["Described"]:
    """Yield the answer to each description, as they come."""
    from ranke.offices import who

    tables = options.offices or [one for one in os.environ.get("RANKE_OFFICES", "").split(os.pathsep) if one]
    who("", offices=tables)  # a table that can't be read is told before anything is answered
    for text in options.texts:
        yield who(text, date=options.date, context=options.context, offices=tables)
    for number, line in enumerate(sys.stdin.buffer, 1) if not options.texts else ():
        try:
            case = _case(line, number)
            if case is not None:
                day, context = case.get("date") or options.date, case.get("context") or options.context
                told = who(case["text"], date=day, context=context, offices=tables)
                yield replace(told, id=case.get("id"))
        except (ReportError, UsageError) as error:
            told_where = error if isinstance(error, ReportError) else ReportError(str(error), path="-", line=number)
            say(str(told_where))
            errors.append(told_where)


def _case(line: bytes, number: int) -> dict[str, Any] | None:
    """Return a line's case, None where the line is empty.

    Raises:
        ReportError: If it is none.
    """
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        case = json.loads(text) if text else None
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        message = 'is no JSON; write one object a line, such as {"text": "French defense minister"}'
        raise ReportError(message, path="-", line=number) from error
    if case is None and not text:
        return None
    if not isinstance(case, dict) or not isinstance(case.get("text"), str):
        message = 'has no text; write one object a line, such as {"text": "French defense minister"}'
        raise ReportError(message, path="-", line=number)
    if wrong := [name for name in _FIELDS if not isinstance(case.get(name) or "", (str, int) if name == "id" else str)]:
        message = f"{wrong[0]} is no text"
        raise ReportError(message, path="-", line=number)
    return case | {"id": None if case.get("id") is None else str(case["id"])}


def _offices(options: argparse.Namespace) -> int:
    from ranke.offices.exports import table_of

    try:
        data = sys.stdin.buffer.read() if options.export == "-" else Path(options.export).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        message = f"{options.export}: can't be read ({error.strerror})"
        raise TableError(message) from error
    except UnicodeDecodeError as error:
        message = f"{options.export}: is no UTF-8; save it as CSV in UTF-8"
        raise TableError(message) from error
    table, unread = table_of(text, "standard input" if options.export == "-" else Path(options.export).name)
    sys.stdout.buffer.write(table.encode())
    sys.stdout.buffer.flush()
    for one in unread:
        say(f"{options.export}:{one.line}: {one.why}")
    if unread:
        say(f"{len(unread)} lines not read")
    return SOME_NOT_READ if unread else ALL_READ
