"""The parts of a report under any of their usual names → one `Report`."""

import datetime as dt
import decimal
import hashlib
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from ranke.errors import ReportError
from ranke.model import Report
from ranke.report.dates import read_day
from ranke.tables import read_toml

_SURROGATE = re.compile("[\ud800-\udfff]")
_DEEPEST = 50
"""Levels of nesting kept in `extra`; deeper data can't be written back by most JSON tools."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of all reports: the day for those that name none, and what day it is now."""

    date: str | None
    today: dt.date


class Placed(NamedTuple):
    """A report and where it came from: the file as the user named it, and the line or row, counted from 1.

    `versioned` says that its id is that of an address, at which another text may have stood at another time.
    """

    report: Report
    path: str
    line: int | None
    versioned: bool = False


class Note(NamedTuple):
    """What was left out of a file and is no fault: one sentence, and the file as the user named it."""

    message: str
    path: str


@cache
def _table() -> tuple[dict[str, tuple[str, int]], dict[str, str], tuple[str, ...]]:
    """Return column → (field, rank), name of a language → code, and the keys that hold lists of rows."""
    table = read_toml("ranke.report", "columns.toml")
    columns = {
        _folded(name): (field, rank) for field, names in table["fields"].items() for rank, name in enumerate(names)
    }
    languages = {name: code for code, names in table["languages"].items() for name in names}
    return columns, languages, tuple(table["containers"])


@cache
def _usual(field: str) -> str:
    """Return the first few names of a field, as a message offers them."""
    return ", ".join(read_toml("ranke.report", "columns.toml")["fields"][field][:4])


def _folded(name: str) -> str:
    return re.sub(r"[\s_.-]", "", name).lower()


def field_of(column: str) -> str | None:
    """Return the field of `Report` that a column of this name holds: `date` for `pubDate`; None if none."""
    return _table()[0].get(_folded(column), (None, 0))[0]


def rows_within(value: Mapping[str, Any]) -> list[Any] | None:
    """Return the rows that an object such as `{"articles": [...]}` wraps; None if it is a row itself."""
    if not any(field_of(column) == "text" for column in value):
        for column, inner in value.items():
            if column.lower() in _table()[2] and isinstance(inner, list):
                return inner
    return None


def check_columns(columns: Iterable[str], given: Given) -> None:
    """Refuse a table whose columns can't make reports, once for the table and not once a row.

    Raises:
        ReportError: If no column holds the text, or none the date and the caller gave none.
    """
    names = [name for name in columns if name]
    fields = {field_of(name) for name in names}
    for field in ("text", "date"):
        if field not in fields and not (field == "date" and given.date):
            raise ReportError(_lacking(field, names, "table"))


def report_of_row(row: Mapping[str, Any], given: Given) -> Report:
    """Return the report that one row of a table or one JSON object holds.

    Raises:
        ReportError: If it has no text or no date, or its date can't be read.
    """
    clean = plain(row)
    known, extra = sort_fields(clean)
    filled = [column for column, value in clean.items() if value not in (None, "")]
    if not known.get("text"):
        raise ReportError(_lacking("text", filled, "row"))
    if "date" not in known and given.date is None:
        raise ReportError(_lacking("date", filled, "row"))
    text, date = known.pop("text"), known.pop("date", given.date or "")
    return build(text, date, known, extra, given=given)


def sort_fields(row: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """Sort a row into the fields of `Report` and the rest; empty values are left out of both.

    Of several columns for one field the first by `columns.toml` is taken and the others stay with the rest.
    """
    best: dict[str, tuple[int, str, str]] = {}
    columns = _table()[0]
    for column, value in row.items():
        field, rank = columns.get(_folded(column), (None, 0))
        words = value if field == "text" and isinstance(value, str) and value.strip() else _words(value, field)
        if field and words and (field not in best or rank < best[field][0]):
            best[field] = (rank, column, words)
    taken = {column for _, column, _ in best.values() if not isinstance(row[column], dict | list)}
    extra = {name: value for name, value in row.items() if name and name not in taken and value not in (None, "")}
    return {field: words for field, (_, _, words) in best.items()}, extra


def build(text: str, date: str, known: Mapping[str, str], extra: Mapping[str, Any], *, given: Given) -> Report:
    """Return the report of these parts; its id, if none is known, is a hash of the text.

    Raises:
        ReportError: If the date can't be read or lies in the future.
    """
    try:
        day = read_day(date)
    except ValueError as error:
        raise ReportError(str(error)) from error
    # A report from the far side of the date line may bear tomorrow's date.
    if day.iso > (given.today + dt.timedelta(days=1)).isoformat():
        message = f"date {day.iso} lies in the future (today is {given.today}); correct it"
        raise ReportError(message)
    rest = dict(known)
    language = rest.pop("language", "en")
    return Report(
        id=rest.pop("id", "") or hashlib.sha256(text.encode()).hexdigest()[:16],
        date=day.iso,
        text=text,
        language=_table()[1].get(language.lower(), language),
        extra={"published": date, **extra} if day.timed else dict(extra),
        **rest,
    )


def plain(value: Any, depth: int = 0) -> Any:  # noqa: ANN401 - whatever JSON or Parquet can hold
    """Return the value in JSON's own types, a stray half of a surrogate pair replaced by U+FFFD."""
    match value:
        case str():
            return value if value.isascii() else _SURROGATE.sub("\ufffd", value)
        case None | bool() | int():
            return value
        case float() | decimal.Decimal():
            return float(value) if math.isfinite(value) else None
        case Mapping() if depth < _DEEPEST:
            return {plain(str(key)): plain(inner, depth + 1) for key, inner in value.items()}
        case list() | tuple() if depth < _DEEPEST:
            return [plain(inner, depth + 1) for inner in value]
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.date() | dt.time():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace")
    return None


def printable(words: str) -> str:
    """Return words as one line of a message can show them."""
    return "".join(mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in words)


def _words(value: Any, field: str | None) -> str | None:  # noqa: ANN401 - whatever JSON or Parquet can hold
    """Return the value of a field other than text as words: an object by its name, such as NewsAPI's `source`."""
    if field is None or field == "text":
        return None
    if isinstance(value, dict):
        value = value.get("name") or value.get("title") or (next(iter(value.values())) if len(value) == 1 else None)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None if isinstance(value, str | int) and not isinstance(value, bool) else None


def _lacking(field: str, columns: list[str], whole: str) -> str:
    shown = ", ".join(printable(column[:40]) for column in columns[:8]) or "nothing"
    way = f"name its column one of {_usual(field)}" + (" or give --date YYYY-MM-DD" if field == "date" else "")
    return f"{whole} without a {field} (it has: {shown}); {way}"
