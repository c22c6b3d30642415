"""Answers as they are asked for: text for a person, JSON, or CSV; and what is left out, said on standard error."""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from ranke.commands.frame import ALL_READ, LIMIT, add_record, add_screen, day, limit, say
from ranke.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ranke.answers import Rows


def add_view(parser: argparse.ArgumentParser, *, limited: bool = True, as_csv: bool = True, usual: int = LIMIT) -> None:
    """Add the options that every question takes.

    Args:
        parser: That of the question.
        limited: Whether it answers with rows, of which there may be many.
        as_csv: Whether its answer can be written as one table.
        usual: How many rows it answers with where nobody asks for more.
    """
    asked = parser.add_argument_group("how it is asked")
    add_record(asked)
    asked.add_argument("--as-of", type=day, metavar="DAY", help="as it was known on a day, such as 2019-07-23")
    asked.add_argument(
        "--without", action="append", default=[], metavar="NAME", help="leave out an outlet or actor as a source"
    )
    if limited:
        asked.add_argument(
            "--limit", type=limit, default=usual, metavar="N", help=f"rows at most (default: {usual}; 0: all)"
        )
    add_shown(parser, as_csv=as_csv)


def add_shown(parser: argparse.ArgumentParser, *, as_csv: bool = True) -> None:
    """Add the options on how an answer is shown."""
    shown = parser.add_argument_group("how it is shown")
    shown.add_argument("--json", action="store_true", help="as JSON; rows one object a line")
    if as_csv:
        shown.add_argument("--csv", action="store_true", help="as CSV, one value a column")
    add_screen(shown)


def view_of(options: argparse.Namespace) -> dict[str, Any]:
    """Return the options that every question of the record takes, as the record names them.

    Raises:
        UsageError: If options contradict each other.
    """
    if options.json and getattr(options, "csv", False):
        message = "--json or --csv, not both"
        raise UsageError(message)
    since, until = getattr(options, "since", None), getattr(options, "until", None)
    if since and until and since > until:
        message = f"--since {since} is after --until {until}"
        raise UsageError(message)
    view = {"as_of": options.as_of, "without": tuple(options.without)}
    return view | ({"limit": options.limit} if hasattr(options, "limit") else {})


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to show, the type of each, and what to say where there are none."""

    rows: "Rows[Any]"
    kind: type
    nothing: str


def show_rows(options: argparse.Namespace, table: Table, view: Callable[[], "RenderableType"]) -> int:
    """Write rows as they are asked for.

    Args:
        options: Those of the command.
        table: The rows.
        view: Lays them out for a person.
    """
    if options.json:
        write_json(table.rows)
    elif options.csv:
        _write_csv(table)
    elif table.rows:
        show(options, view())
    if not table.rows:
        _say_nothing(options, table)
    _say_more({"": table.rows})
    return ALL_READ


def show_answer(options: argparse.Namespace, answer: Any, table: Table, view: Callable[[], "RenderableType"]) -> int:  # noqa: ANN401 - any answer
    """Write an answer of several parts as it is asked for; as CSV, the table alone."""
    from ranke.answers import Rows

    if options.json:
        write_json([answer])
    elif getattr(options, "csv", False):
        _write_csv(table)
        if not table.rows:
            _say_nothing(options, table)
    else:
        show(options, view())
    parts = {field.name: getattr(answer, field.name) for field in fields(answer)}
    _say_more({f"{name.replace('_', ' ')}: ": rows for name, rows in parts.items() if isinstance(rows, Rows)})
    return ALL_READ


def _say_nothing(options: argparse.Namespace, table: Table) -> None:
    day = getattr(options, "as_of", None)
    say(f"{table.nothing}, as it was known on {day}" if day else table.nothing)


def _say_more(parts: Mapping[str, "Rows[Any]"]) -> None:
    left = [f"{name}{len(rows):,} shown, {rows.more:,} more" for name, rows in parts.items() if rows.more]
    if left:
        say(f"{'; '.join(left)} (--limit 0 shows all)")


def show(options: argparse.Namespace, view: "RenderableType") -> None:
    """Write something for a person."""
    from ranke.output import Screen

    Screen(options.width, plain=options.no_color).write(view)


def write_json(rows: Iterable[Any]) -> None:
    """Write each row as JSON on a line of its own, in UTF-8 whatever the terminal is set to."""
    from ranke.answers import plain

    for row in rows:
        line = json.dumps(plain(row), ensure_ascii=False)
        # Half of a pair of surrogates is no UTF-8; JSON writes it with a backslash.
        sys.stdout.buffer.write(line.encode(errors="backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def _write_csv(table: Table) -> None:
    from ranke.answers import flat
    from ranke.answers.tabled import cell, columns

    writer = csv.DictWriter(_Utf8(), columns(table.kind), restval="", lineterminator="\n")
    writer.writeheader()
    for row in table.rows:
        writer.writerow({name: cell(value) for name, value in flat(row).items()})
    sys.stdout.buffer.flush()


class _Utf8:
    """Standard output in UTF-8, whatever the terminal is set to."""

    def write(self, text: str) -> int:
        # Half of a pair of surrogates is no UTF-8.
        return sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
