"""A Wikidata query export → a table of holders, with what could not be read told by line."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ranke.errors import TableError
from ranke.offices.lookups import country_names, fold, match_at
from ranke.offices.tenures import FIELDS, is_day
from ranke.offices.titles import usual_title

NEEDED = ("personLabel", "positionLabel", "start", "end")
HOLDERS = ("iso", "ofLabel")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+Z?)?|(\d{4})(?:-(\d\d))?")
_ID = re.compile(r"[QP]\d+")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_PRECISIONS = {"11": 10, "10": 7, "9": 4}
"""Wikidata's numbers for a day, a month and a year, and how much of an ISO date each leaves."""
_SURE = {10: "day", 7: "month", 4: "year"}


@dataclass(frozen=True, slots=True)
class Unread:
    """A line of an export that could not be read, and why."""

    line: int
    why: str


def table_of(text: str, name: str) -> tuple[str, list[Unread]]:
    """Return an export as a table of holders, and the lines that could not be read.

    Args:
        text: The export: CSV, or TSV, with the columns of `NEEDED`, one of `HOLDERS`, and perhaps `article`,
            `startPrecision` and `endPrecision`.
        name: What it is called where it is told what is wrong.

    Raises:
        TableError: If a column is missing, or no line can be read.
    """
    text = text.removeprefix("\ufeff")
    reader = csv.DictReader(io.StringIO(text), delimiter="\t" if "\t" in text.split("\n", 1)[0] else ",")
    head = [column.strip().lstrip("?") for column in reader.fieldnames or ()]
    missing = [column for column in NEEDED if column not in head]
    if missing or not set(HOLDERS) & set(head):
        lacks = missing or [" or ".join(HOLDERS)]
        message = f"{name}: no column {', '.join(lacks)}; docs/offices.md has the query that gives them"
        raise TableError(message)
    reader.fieldnames = head
    rows: dict[tuple[str, ...], None] = {}
    unread: list[Unread] = []
    for line, row in _rows(reader, unread):
        cells = _cells(row)
        if isinstance(cells, str):
            unread.append(Unread(line, cells))
        else:
            rows.setdefault(cells)
    if not rows:
        why = f"; line {unread[0].line}: {unread[0].why}" if unread else ""
        message = f"{name}: no line can be read{why}"
        raise TableError(message)
    return _written(sorted(rows, key=lambda cells: (cells[1], cells[0], cells[2])), name), unread


def _rows(reader: "csv.DictReader[str]", unread: list[Unread]) -> Iterator[tuple[int, dict[str, str]]]:
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            unread.append(Unread(reader.line_num, f"is no CSV ({error})"))
            continue
        yield reader.line_num, {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}


def _cells(row: Mapping[str, str]) -> tuple[str, ...] | str:
    """Return the cells of a row of the table, or what is wrong with a line."""
    person, position = row["personLabel"], row["positionLabel"]
    for label, what in ((person, "person"), (position, "position")):
        if not label or _ID.fullmatch(label):
            return f"the {what} has no English name ({label or 'empty'})"
    holder = _holder(row)
    if not holder:
        return f"no country or body of {position!r}"
    since, until = _day(row, "start"), _day(row, "end")
    if not since:
        return f"{row['start'] or 'no start'!s}: not a day that the tenure began"
    if until is None:
        return f"{row['end']}: not a day that the tenure ended"
    if until and until < since:
        return f"it ended ({until}) before it began ({since})"
    title = usual_title(_BRACKET.sub("", position), holder)
    if not title:
        return f"{position!r} names no title"
    article = row.get("article", "").rsplit("/", 1)[-1].replace("_", " ")
    bare = _BRACKET.sub("", person)
    sure = _SURE[min(len(since), len(until or since))]
    return title, holder, since, until, bare, "" if article == bare else article, sure


def _holder(row: Mapping[str, str]) -> str:
    """Return the code of the country, or the name of the body that is none."""
    code = row.get("iso", "").upper()
    if code in country_names():
        return code
    name = row.get("ofLabel", "")
    match = match_at(fold(name), 0)
    if match is not None and match[0] == len(name) and match[1].sort == "country" and match[1].country:
        return match[1].country
    return "" if _ID.fullmatch(name) else name


def _day(row: Mapping[str, str], column: str) -> str | None:
    """Return an ISO prefix, the empty text where the cell is empty, None where it can't be read."""
    value = row[column]
    if not value:
        return ""
    found = _DAY.fullmatch(value.lstrip("+"))
    if found is None:
        return None
    iso = "-".join(part for part in found.groups() if part)
    iso = iso.removesuffix("-00").removesuffix("-00")[: _PRECISIONS.get(row.get(f"{column}Precision", ""), 10)]
    return iso if is_day(iso) else None


def _written(rows: list[tuple[str, ...]], name: str) -> str:
    out = io.StringIO()
    out.write(f"# Holders of offices, made by ranke offices from {' '.join(name.split())}.\n# Source: Wikidata, CC0.\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerows(rows)
    return out.getvalue()
