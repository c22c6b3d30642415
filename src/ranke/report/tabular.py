"""Rows → reports: JSON Lines, JSON, CSV, TSV and Parquet, one report a row."""

import csv
import importlib
import io
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from ranke.errors import ReportError
from ranke.report.decoding import decode, lines
from ranke.report.files import Source, first_line
from ranke.report.rows import Given, Placed, check_columns, field_of, printable, report_of_row, rows_within

_JSON_START = re.compile(r"\s*(?:\{\s*(?:[\"}]|\Z)|\[\s*(?:[\[{\]]|\Z))")
_DELIMITERS = (",", ";", "\t", "|")
_NEXT_OBJECT = re.compile(r"\s*\{[^\n]*\n\s*\{\s*\"")
_BATCH = 64
"""Rows of Parquet in memory at a time."""
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')
# The limit is the process's own and small (131,072 characters); a report may be any length. It has to fit a C long.
_FIELD_LIMIT = 2**31 - 1


class Row(NamedTuple):
    """One row and where it stands, counted from 1."""

    line: int
    value: Any


def sniff(source: Source) -> str:
    """Return the kind of a file whose ending says nothing: `json`, `csv`, `parquet` or `text`."""
    if source.head.startswith(b"PAR1"):
        return "parquet"
    line = first_line(source)
    if _JSON_START.match(line):
        return "json"
    fields = _split(line, _delimiter(line, ","))
    names = [field_of(field) for field in fields]
    if "text" in names and ("date" in names or (None not in names and len(names) > 1)):
        return "csv"
    return "text"


def reports_of_rows(source: Source, kind: str, given: Given) -> Iterator[Placed | ReportError]:
    """Return the report of each row, or what is wrong with it.

    Args:
        source: The open file.
        kind: `json`, `jsonl`, `csv`, `tsv` or `parquet`.
        given: What the caller says of all reports.

    Raises:
        ReportError: If the file as a whole can't be read.
    """
    if kind in ("json", "jsonl"):
        by_line = _is_lines(source, kind)
        rows = _json_lines(lines(source.stream, source.head), source.name) if by_line else _json_document(source)
    elif kind == "parquet":
        rows = _parquet_rows(source, given)
    else:
        rows = _csv_rows(source, kind, given)
    empty = True
    for row in rows:
        empty = False
        yield row if isinstance(row, ReportError) else _report(row, source.name, given)
    if empty:
        message = "holds no rows; leave it out"
        raise ReportError(message)


def _report(row: Row, name: str, given: Given) -> Placed | ReportError:
    if not isinstance(row.value, dict):
        value = json.dumps(row.value)[:40]
        message = f'row {value} is no object; write it as {{"id": …, "date": …, "text": …}}'
        return ReportError(message, path=name, line=row.line)
    try:
        return Placed(report_of_row(row.value, given), name, row.line)
    except ReportError as error:
        return ReportError(error.message, path=name, line=row.line)


def _is_lines(source: Source, kind: str) -> bool:
    """Tell JSON Lines from one JSON document by the first line; either is found under either ending."""
    line = first_line(source).strip("\ufeff \t\r")
    if kind == "jsonl":
        return not (line.startswith("[") or line == "{")
    try:
        value = _loads(line)
    except ValueError:
        return False
    return isinstance(value, dict) and rows_within(value) is None


def _loads(text: str) -> Any:  # noqa: ANN401 - any JSON
    """Return the value of JSON, also if it holds raw control characters; NaN counts as null.

    Raises:
        ValueError: If it is not JSON.
    """
    try:
        return json.loads(text, strict=False, parse_constant=lambda _: None)
    except RecursionError as error:
        message = "nested too deep"
        raise ValueError(message) from error


def _json_lines(texts: Iterable[str], name: str) -> Iterator[Row | ReportError]:
    for number, line in enumerate(texts, 1):
        if not (bare := line.strip("\ufeff\x1e \t\r\n")):
            continue
        try:
            value = _loads(bare)
        except ValueError as error:
            yield ReportError(f"broken JSON ({_reason(error)}); write one object a line", path=name, line=number)
        else:
            inner = rows_within(value) if isinstance(value, dict) else None
            yield from (Row(number, row) for row in ([value] if inner is None else inner))


def _json_document(source: Source) -> Iterator[Row | ReportError]:
    text = decode(source.stream.read())
    try:
        value = _loads(text)
    except ValueError as error:
        if _NEXT_OBJECT.match(text):  # JSON Lines after all, their first line very long or broken
            yield from _json_lines(io.StringIO(text, newline="\n"), source.name)
            return
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        message = f"broken JSON ({_reason(error)}); get or write the file again"
        raise ReportError(message, line=line) from error
    inner = rows_within(value) if isinstance(value, dict) else value if isinstance(value, list) else None
    yield from (Row(at, row) for at, row in enumerate([value] if inner is None else inner, 1))


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[:1].lower()}{error.msg[1:]}, character {error.colno}"
    return str(error).split(";")[0]


def _csv_rows(source: Source, kind: str, given: Given) -> Iterator[Row | ReportError]:
    """Return the rows of CSV or TSV by the names in its first line."""
    csv.field_size_limit(_FIELD_LIMIT)
    line = first_line(source)
    delimiter = _delimiter(line, "\t" if kind == "tsv" else ",")
    texts = _physical(lines(source.stream, source.head))
    tabs = delimiter == "\t"
    records = _tsv_records(texts, len(_split(line, delimiter))) if tabs else _csv_records(texts, delimiter)
    head: list[str] | None = None
    for number, fields in records:
        if isinstance(fields, csv.Error):
            message = f'broken quotation ({fields}); put text in "…" and double each " inside it'
            yield ReportError(message, path=source.name, line=number)
        elif not any(fields):
            continue
        elif head is None:
            head = [field.strip("\ufeff ") for field in fields]
            try:
                check_columns(head, given)
            except ReportError as error:
                raise ReportError(error.message, line=number) from error
        elif len(fields) > len(head) and any(fields[len(head) :]):
            message = f"row has {len(fields)} fields, the head {len(head)}; put text with {delimiter!r} in it in quotes"
            yield ReportError(message, path=source.name, line=number)
        else:
            row: dict[str, str] = {}
            for name, field in zip(head, fields, strict=False):
                row.setdefault(name, field)  # of two columns with one name the first counts
            yield Row(number, row)


def _physical(texts: Iterator[str]) -> Iterator[str]:
    r"""Return the lines with a lone `\r` ending one too, as in tables from old Macintosh programs."""
    for text in texts:
        if "\r" in text[:-2]:
            yield from io.StringIO(text, newline="")
        else:
            yield text


def _csv_records(texts: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Return the line at which each record starts, counted from 1, and its fields or what is wrong with it."""
    reader = csv.reader(texts, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except csv.Error as error:
            yield line, error
        except StopIteration:
            return


def _tsv_records(texts: Iterator[str], width: int) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Return the same for TSV, which mostly has no quoting: a field may begin with a quotation that is part of it."""
    done = 0
    for text in texts:
        fields = text.rstrip("\r\n").split("\t")
        if len(fields) == width and not any(field.startswith('"') and field.count('"') % 2 for field in fields):
            yield done + 1, [field[1:-1].replace('""', '"') if _QUOTED.fullmatch(field) else field for field in fields]
            done += 1
            continue
        reader = csv.reader(chain([text], texts), delimiter="\t", strict=True)
        try:
            yield done + 1, next(reader)
        except csv.Error as error:
            yield done + 1, error
        done += reader.line_num


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _delimiter(line: str, usual: str) -> str:
    """Return the delimiter by which the first line has the most columns with known names."""

    def known(delimiter: str) -> int:
        return len({field_of(field.strip("\ufeff ")) for field in _split(line, delimiter)} - {None})

    return max((usual, *_DELIMITERS), key=known)


def _parquet_rows(source: Source, given: Given) -> Iterator[Row | ReportError]:
    """Return the rows of a Parquet file, a batch in memory at a time; one inside gzip or a pipe is read whole."""
    try:
        pyarrow = importlib.import_module("pyarrow")
        parquet = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        message = "Parquet needs pyarrow; run pip install ranke[parquet]"
        raise ReportError(message) from error
    try:
        table = parquet.ParquetFile(_seekable(source))
        columns: Iterable[str] = table.schema_arrow.names
        check_columns(columns, given)
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH):
            for value in batch.to_pylist():
                number += 1
                yield Row(number, value)
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError, LookupError) as error:
        reason = printable(str(error).split("\n")[0][:200].rstrip("."))
        message = f"broken Parquet ({reason}); get or write the file again"
        raise ReportError(message) from error


def _seekable(source: Source) -> Any:  # noqa: ANN401 - a path or a file, as pyarrow takes either
    if source.path is not None and source.path.is_file() and not source.path.name.lower().endswith(".gz"):
        return str(source.path)
    return io.BytesIO(source.stream.read())
