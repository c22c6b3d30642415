"""The record as files that open without Ranke: `site`, a folder of pages, and `report`, one page."""

import argparse
import os
from pathlib import Path

from ranke.commands.frame import ALL_READ, LIMIT, Add, add_record, count, day, record_of, say
from ranke.errors import UsageError


def commands(add: Add) -> None:
    """Add the commands that write pages."""
    one = add("site", "write the reading room as a folder of pages", _site, example="ranke site --record my.db pages/")
    one.add_argument(
        "out", metavar="OUT", help="the folder: a new one, an empty one, or one that it has written before"
    )
    _add_view(one)
    one = add(
        "report",
        "write one page on the record, to send or keep",
        _report,
        example="ranke report my.html --record my.db",
    )
    one.add_argument("out", metavar="FILE", help="the file: a new one, or one that it has written before")
    one.add_argument(
        "--limit", type=count, default=LIMIT, metavar="N", help=f"rows of each part, the latest (default: {LIMIT})"
    )
    _add_view(one)


def _add_view(parser: argparse.ArgumentParser) -> None:
    add_record(parser)
    parser.add_argument("--as-of", type=day, metavar="DAY", help="as it was known on a day, such as 2019-07-23")
    parser.add_argument(
        "--without", action="append", default=[], metavar="NAME", help="leave out an outlet or actor as a source"
    )


def _site(options: argparse.Namespace) -> int:
    with record_of(options) as record:
        from ranke.web.site import write_site

        out = Path(options.out)
        pages = write_site(record, out, as_of=options.as_of, without=tuple(options.without))
    say(f"{pages:,} pages; open {out / 'index.html'}")
    return ALL_READ


def _report(options: argparse.Namespace) -> int:
    with record_of(options) as record:
        from ranke.web.single import BEGINNING, one_page

        out = Path(options.out)
        _check(out, BEGINNING)
        page = one_page(record, limit=options.limit, as_of=options.as_of, without=tuple(options.without))
        _write(out, page.encode(errors="replace"))
    say(f"open {out}")
    return ALL_READ


def _check(out: Path, beginning: str) -> None:
    """See that a file is none yet, or a page of an earlier run.

    Raises:
        UsageError: If it is anything else.
    """
    try:
        if not out.exists():
            return
        with out.open("rb") as file:
            if file.read(len(beginning)) == beginning.encode():
                return
    except OSError as error:
        message = f"can't write to {out} ({error.strerror or error}); name another file"
        raise UsageError(message) from error
    message = f"{out} is there and is no page of ranke report; name another file"
    raise UsageError(message)


def _write(out: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    part = out.with_name(f"{out.name}.part")
    try:
        part.write_bytes(content)
        os.replace(part, out)  # noqa: PTH105 - it says what it does
    except OSError as error:
        message = f"can't write to {out} ({error.strerror or error}); name another file"
        raise UsageError(message) from error
