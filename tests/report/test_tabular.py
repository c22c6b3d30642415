import csv
import datetime as dt
import gzip
import io
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ranke.errors import ReportError
from ranke.model import Report
from ranke.report import reports

ROWS = [
    {"id": "a", "date": "2019-07-23", "text": 'Two met, "gladly".\r\nThen\tleft.\x00 \U0001f600\u2028\u05e9'},
    {"id": "b", "date": "2019-07-24", "text": "They met again.\n", "outlet": "Reuters", "n": "5"},
]
Read = Callable[..., tuple[list[Report], list[str]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a file and read it: its reports, and its errors without the folder."""

    def read(name: str, data: str | bytes, **options: Any) -> tuple[list[Report], list[str]]:  # noqa: ANN401
        file = tmp_path / name
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        errors: list[ReportError] = []
        found = list(reports(file, on_error=errors.append, **options))
        return found, [str(error).removeprefix(f"{tmp_path}/") for error in errors]

    return read


def _jsonl(rows: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def _csv(rows: list[dict[str, Any]], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list({key: 0 for row in rows for key in row}), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


FORMS = {
    "a.jsonl": _jsonl(ROWS),
    "b.ndjson": "\n" + _jsonl(ROWS).replace("\n", "\r\n\r\n"),
    "lines.json": _jsonl(ROWS),
    "list.json": json.dumps(ROWS),
    "list.jsonl": json.dumps(ROWS, indent=1),
    "raw.json": json.dumps(ROWS, ensure_ascii=False, indent=2),
    "reports.json": json.dumps({"status": "ok", "reports": ROWS}),
    "articles.json": json.dumps({"articles": ROWS}, indent=2),
    "documents.json": json.dumps({"documents": ROWS}),
    "data.jsonl": json.dumps({"data": ROWS}),
    "a.csv": _csv(ROWS),
    "semicolon.csv": _csv(ROWS, ";"),
    "a.tsv": _csv(ROWS, "\t"),
    "tabs.csv": _csv(ROWS, "\t"),
    "json.dump": _jsonl(ROWS),
    "list.dump": json.dumps(ROWS, indent=1),
    "csv.dump": _csv(ROWS),
    "tsv.dump": _csv(ROWS, "\t"),
}


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_rows(read: Read, name: str, codec: str, pack: Callable[[bytes], bytes]) -> None:
    """Each form, encoding and wrapping gives the same reports, their text to the character."""
    ending = ".gz" if pack is gzip.compress else ""
    found, errors = read(name + ending, pack(FORMS[name].encode(codec)))
    assert errors == []
    assert [(one.id, one.date, one.text, one.outlet, one.extra) for one in found] == [
        ("a", "2019-07-23", ROWS[0]["text"], None, {}),
        ("b", "2019-07-24", ROWS[1]["text"], "Reuters", {"n": "5"}),
    ]


def test_one_object_is_one_report(read: Read) -> None:
    """A JSON file may hold a single row."""
    for data in (json.dumps(ROWS[1]), json.dumps(ROWS[1], indent=2)):
        assert [one.id for one in read("a.json", data)[0]] == ["b"]


def test_broken_lines_of_json_are_named(read: Read) -> None:
    """Each broken line gives one error with its number; all others are read."""
    good = [json.dumps({"date": "2019-07-23", "text": f"Text {n}."}) for n in range(9)]
    lines = [*good[:6], '{"date": "2019-07-23", "te', *good[6:], "[1]", '"x"', "null", '{"a": ' * 100_000, "1" * 5000]
    found, errors = read("a.jsonl", "\n".join(lines))
    assert len(found) == 9
    assert (
        errors[0] == "a.jsonl:7: broken JSON (unterminated string starting at, character 24); write one object a line"
    )
    assert [error.split(": ")[0] for error in errors] == [f"a.jsonl:{n}" for n in (7, 11, 12, 13, 14, 15)]
    assert all(len(error) < 200 for error in errors)


def test_a_broken_first_line_is_no_end(read: Read) -> None:
    """JSON Lines under another ending are read on after a broken first line, or a very long one."""
    long = json.dumps({"date": "2019-07-23", "text": "a" * 100_000}) + "\n"
    found, errors = read("a.json", '{"date": "2019\n' + _jsonl(ROWS))
    assert (len(found), errors[0].split(" (")[0]) == (2, "a.json:1: broken JSON")
    found, errors = read("b.json", long + _jsonl(ROWS))
    assert (len(found), errors) == (3, [])


def test_a_broken_document_is_named_with_its_line(read: Read) -> None:
    """A JSON document that breaks off gives one error with the line."""
    found, errors = read("a.json", '[\n {"id": "a"},\n {"id": \n')
    assert found == []
    assert [error.split(" (")[0] for error in errors] == ["a.json:4: broken JSON"]


def test_bad_rows_are_counted_in_their_list(read: Read) -> None:
    """A row of a JSON list is named by its place, and is shown if it is no object."""
    _, errors = read("a.json", json.dumps([ROWS[0], 5, {"text": "x"}]))
    assert errors[0].startswith("a.json:2: row 5 is no object; write it as {")
    assert errors[1].startswith("a.json:3: row without a date (it has: text)")


def test_odd_json_values(read: Read) -> None:
    """Half a surrogate pair, raw control characters, NaN and endless numbers do not stop a report."""
    row = '{"date": 20190723, "text": "a\\ud83d b\x01\\u0000", "x": NaN, "y": 1e999, "z": -Infinity}'
    found, errors = read("a.jsonl", row)
    assert errors == []
    assert found[0].text == "a\ufffd b\x01\x00"
    assert found[0].extra == {}
    found[0].model_dump_json().encode()


def test_a_long_field(read: Read) -> None:
    """A report of 5 MB is read from every form."""
    text = 'He said "no", twice.\n' * 250_000
    row = [{"date": "2019-07-23", "text": text}]
    for name, data in (
        ("a.csv", _csv(row)),
        ("a.tsv", _csv(row, "\t")),
        ("a.jsonl", _jsonl(row)),
        ("a.json", json.dumps(row)),
    ):
        found, errors = read(name, data)
        assert ([one.text == text for one in found], errors) == ([True], [])


def test_rows_of_csv_that_do_not_fit(read: Read) -> None:
    """A row with too many fields or broken quotation is named by the line where it starts; the others are read."""
    data = (
        'id,date,text\na,2019-07-23,"One\ntwo"\nb,2019-07-23,Three, four\n\nc,2019-07-23,"x" y\n'
        "d,2019-07-23\ne,2019-07-23,Five\n"
    )
    found, errors = read("a.csv", data)
    assert [one.id for one in found] == ["a", "e"]
    assert errors[0] == "a.csv:4: row has 4 fields, the head 3; put text with ',' in it in quotes"
    assert errors[1].startswith("a.csv:6: broken quotation")
    assert errors[2].startswith("a.csv:7: row without a text")


def test_a_quotation_without_end(read: Read) -> None:
    """An open quotation mark at the end of a table gives one error with the line where its row starts."""
    found, errors = read("a.csv", 'id,date,text\na,2019-07-23,One\nb,2019-07-23,"Two\nc,2019-07-23,Three\n')
    assert [one.id for one in found] == ["a"]
    assert [error.split(" (")[0] for error in errors] == ["a.csv:3: broken quotation"]


def test_quotation_marks_in_tsv(read: Read) -> None:
    """In TSV a field may begin with a quotation, or be quoted as in CSV, over several lines too."""
    data = (
        'id\tdate\ttext\na\t2019-07-23\t"No," he said.\nb\t2019-07-23\t"He ""left""."\n'
        'c\t2019-07-23\t"One\n\ntwo"\nd\t2019-07-23\tThree\n'
    )
    found, errors = read("a.tsv", data)
    assert errors == []
    assert [one.text for one in found] == ['"No," he said.', 'He "left".', "One\n\ntwo", "Three"]


def test_lone_carriage_returns_end_rows(read: Read) -> None:
    """Tables of old Macintosh programs are read too."""
    found, _ = read("a.csv", 'id,date,text\ra,2019-07-23,One\rb,2019-07-23,"Two\rthree"\r')
    assert [one.text for one in found] == ["One", "Two\rthree"]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_tables_without_the_columns(read: Read, name: str) -> None:
    """A table without a text or date column gives one error and not one a row; a given date helps."""
    tab = "\t" if name == "a.tsv" else ","
    _, errors = read(name, "id,foo\n1,2\n3,4\n".replace(",", tab))
    assert [error.split(" (")[0] for error in errors] == [f"{name}:1: table without a text"]
    data = "id,text\n1,Two.\n3,Four.\n".replace(",", tab)
    _, errors = read(name, data)
    assert [error.split(" (")[0] for error in errors] == [f"{name}:1: table without a date"]
    assert len(read(name, data, date="2019-07-23")[0]) == 2


@pytest.mark.parametrize(
    ("name", "data"), [("a.csv", "id,date,text\n"), ("a.jsonl", "\n\n"), ("a.json", "[]"), ("a.tsv", "\n")]
)
def test_tables_without_rows(read: Read, name: str, data: str) -> None:
    """A table in which there is no row gives one error."""
    assert read(name, data) == ([], [f"{name}: holds no rows; leave it out"])


def test_of_two_columns_with_one_name_the_first_counts(read: Read) -> None:
    """A name that stands twice in the head does not lose the first column."""
    assert read("a.csv", "date,text,text\n2019-07-23,One,Two\n")[0][0].text == "One"


def test_a_break_in_gzip_keeps_what_came_before(read: Read) -> None:
    """The rows before a break in compressed data are read, then comes the error."""
    noise = random.Random(7)  # noqa: S311 - only hard to compress
    rows = [{"date": "2019-07-23", "text": f"Text {n} {noise.getrandbits(256)}."} for n in range(5_000)]
    data = gzip.compress(_jsonl(rows).encode())
    found, errors = read("a.jsonl.gz", data[: len(data) // 2])
    assert 1_000 < len(found) < 4_000
    assert len(errors) == 1
    assert "gzip data is broken" in errors[0]


def test_lines_are_read_one_by_one() -> None:
    """The first rows of a table come before the rest of it is read."""

    class Endless(io.RawIOBase):
        count = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:  # noqa: ANN401
            self.count += 1
            line = json.dumps({"date": "2019-07-23", "text": f"Text {self.count}."}).encode() + b"\n"
            buffer[: len(line)] = line
            return len(line)

    source = Endless()
    found = reports("-", stdin=io.BufferedReader(source))
    assert [next(found).text for _ in range(3)] == ["Text 1.", "Text 2.", "Text 3."]
    assert source.count < 10


def _parquet(rows: list[dict[str, Any]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.parquet", "a.parquet.gz", "a.dump"])
def test_parquet(read: Read, name: str) -> None:
    """Parquet is read like any table, its dates and times too."""
    rows = [
        {"id": 1, "date": dt.datetime(2019, 7, 23, 10, 15, tzinfo=dt.UTC), "text": "One.", "tags": ["a"]},
        {"id": 2, "date": dt.datetime(2019, 7, 24, tzinfo=dt.UTC), "text": None, "tags": None},
        {"id": 3, "date": dt.datetime(2019, 7, 25, tzinfo=dt.UTC), "text": "Three.", "tags": None},
    ]
    data = _parquet(rows)
    found, errors = read(name, gzip.compress(data) if name.endswith(".gz") else data)
    assert [(one.id, one.date, one.text) for one in found] == [
        ("1", "2019-07-23", "One."),
        ("3", "2019-07-25", "Three."),
    ]
    assert found[0].extra == {"tags": ["a"], "published": "2019-07-23T10:15:00+00:00"}
    assert [error.split(" (")[0] for error in errors] == [f"{name}:2: row without a text"]


def test_broken_parquet(read: Read) -> None:
    """Parquet that breaks off, or is none, or lacks its columns gives one error."""
    data = _parquet([{"a": 1, "text": "x"}])
    for broken, part in (
        (data[:-20], "broken Parquet"),
        (b"PAR1", "broken Parquet"),
        (b"text", "broken Parquet"),
        (data, "table without a date"),
    ):
        found, errors = read("a.parquet", broken)
        assert found == []
        assert len(errors) == 1
        assert part in errors[0]
        assert "\n" not in errors[0]


def test_without_pyarrow(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the optional package one error says how to get it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert read("a.parquet", b"PAR1")[1] == ["a.parquet: Parquet needs pyarrow; run pip install ranke[parquet]"]


@pytest.mark.parametrize(
    "data",
    [
        "[Reuters] Two ministers met on Tuesday.",
        "{Two} ministers, met on Tuesday.",
        "Text, title, date and url: what a report has.",
        "Two ministers, both of them tired, met.",
        "text",
    ],
)
def test_prose_is_no_table(read: Read, data: str) -> None:
    """A text under an unknown ending is not taken for a table because of a bracket or a comma."""
    found, errors = read("2019-07-23.dat", data)
    assert ([one.text for one in found], errors) == ([data], [])
