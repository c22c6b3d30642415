"""Files, folders and standard input → dated reports: texts, tables, saved pages, feeds and web archives."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ranke.errors import ReportError, UsageError
from ranke.model import Report
from ranke.report.archive import reports_of_archive
from ranke.report.dates import read_day
from ranke.report.decoding import decode
from ranke.report.feeds import reports_of_feed
from ranke.report.files import STDIN, Source, opened, shown, walk
from ranke.report.pages import LARGEST_PAGE, Origin, report_of_page
from ranke.report.rows import Given, Note, Placed, printable
from ranke.report.tabular import reports_of_rows, sniff
from ranke.report.text import report_of_text

__all__ = ["reports"]

_LARGEST_TEXT = 100_000_000
"""Bytes of one plain text; a larger file is a dump of many reports, or a device that never ends."""


def reports(
    path: str | Path | Iterable[str | Path],
    *,
    date: str | None = None,
    on_error: Callable[[ReportError], None] | None = None,
    on_note: Callable[[str], None] | None = None,
    stdin: BinaryIO | None = None,
    today: dt.date | None = None,
) -> Iterator[Report]:
    """Read the reports in files and folders, one at a time and in order of their names.

    In a folder hidden files are skipped, and those are read that end in .txt .text .md .json .jsonl .ndjson .csv .tsv
    .parquet .html .htm .xhtml .rss .atom .xml .warc .wacz, each also as .gz. A file that is named is read whatever its
    ending. A report that comes a second time, with the same id, date and text, is left out; one with the id of another
    report is an error.

    Args:
        path: A file, a folder, `-` for standard input, or several of them.
        date: The day of all plain texts, whatever they say themselves, and of rows, pages and entries without one.
        on_error: Takes each problem; all other reports are still read. Without it the first problem is raised.
        on_note: Takes a sentence on what was left out and is no fault, such as the pictures in a web archive.
        stdin: Where `-` reads from, if not from standard input.
        today: The last day that is not in the future, if not the clock's; one day more is let pass, for the date line.

    Raises:
        UsageError: If `date` is no day, or no path is given.
        ReportError: While reading, for each problem, unless `on_error` takes it.
    """
    paths = [path] if isinstance(path, str | Path) else list(path)
    if not paths:
        message = "no path is given; name a file, a folder or - for standard input"
        raise UsageError(message)
    given = Given(_usable(date), today or dt.date.today())  # noqa: DTZ011 - the day where the user is
    return _delivered(_unique(_read_all(paths, given, stdin)), on_error, on_note)


def _usable(date: str | None) -> str | None:
    """Return the caller's date as YYYY-MM-DD."""
    try:
        return read_day(date).iso if date is not None else None
    except ValueError as error:
        raise UsageError(str(error)) from error


def _delivered(
    found: Iterator[Report | ReportError | Note],
    on_error: Callable[[ReportError], None] | None,
    on_note: Callable[[str], None] | None,
) -> Iterator[Report]:
    """Pass the reports on, and the problems to `on_error` if there is one."""
    for one in found:
        if isinstance(one, Report):
            yield one
        elif isinstance(one, Note):
            if on_note:
                on_note(f"{one.path}: {one.message}")
        elif on_error is None:
            raise one
        else:
            on_error(one)


def _unique(found: Iterator[Placed | ReportError | Note]) -> Iterator[Report | ReportError | Note]:
    """Leave out reports that came before; an id that came before with another report is an error."""
    # Two numbers for each report and not the report itself: a corpus of millions has to fit.
    seen: dict[int, int] = {}
    for one in found:
        if not isinstance(one, Placed):
            yield one
            continue
        report = one.report
        key, mark = _digest(report.id), _mark(report)
        before = seen.get(key)
        if before is None:
            seen[key] = mark
            yield report
        elif not _is_same(before, mark):
            yield _another(one)


def _another(one: Placed) -> ReportError | Note:
    """Tell of a report with the id of another one: a page may change and is known by its address."""
    if one.versioned:
        return Note(f"another version of {printable(one.report.url or one.report.id)} came before; left out", one.path)
    message = (
        f"id {one.report.id[:60]!r} came before with another text, date or outlet;"
        " give each report an id of its own (without one it is made of the text)"
    )
    return ReportError(message, path=one.path, line=one.line)


def _mark(report: Report) -> int:
    """Return what tells two reports with one id apart; its last two bytes stand for the outlet, 0 if there is none."""
    outlet = _digest(report.outlet) % 0xFFFF + 1 if report.outlet else 0
    return _digest(f"{report.date}\n{report.text}") << 16 | outlet


def _is_same(before: int, mark: int) -> bool:
    """Tell whether date and text agree, and the outlet where both name one."""
    outlets = (before & 0xFFFF, mark & 0xFFFF)
    return before >> 16 == mark >> 16 and (outlets[0] == outlets[1] or 0 in outlets)


def _digest(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest())


def _read_all(paths: list[str | Path], given: Given, stdin: BinaryIO | None) -> Iterator[Placed | ReportError | Note]:
    """Read every file that the paths stand for; a file that can't be read does not keep the others from being read."""
    for path in paths:
        for file in [None] if str(path) == STDIN else walk(path):
            if isinstance(file, ReportError):
                yield file
                continue
            try:
                with opened(file, stdin) as source:
                    yield from _read(source, given)
            except ReportError as error:
                yield ReportError(error.message, path=shown(file or STDIN), line=error.line)


def _read(source: Source, given: Given) -> Iterator[Placed | ReportError | Note]:
    """Read one open file, by its ending or by what it looks like."""
    kind = source.kind or sniff(source)
    name = source.path.name if source.path else ""
    match kind:
        case "text":
            yield Placed(
                report_of_text(decode(_whole(source, _LARGEST_TEXT)), name=name, given=given), source.name, None
            )
        case "html":
            data = _whole(source, LARGEST_PAGE)
            page = report_of_page(data, origin=Origin(name=name), given=given)
            yield Placed(page, source.name, None, versioned=page.url is not None)
        case "feed":
            yield from reports_of_feed(source, given)
        case "warc":
            yield from reports_of_archive(source, given)
        case _:
            yield from reports_of_rows(source, kind, given)


def _whole(source: Source, most: int) -> bytes:
    data = source.stream.read(most + 1)
    if len(data) > most:
        message = f"is larger than {most // 1_000_000} MB for one report; split it into its reports"
        raise ReportError(message)
    return data
