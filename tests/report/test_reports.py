import datetime as dt
import hashlib
import io
import json
import tempfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ranke.errors import ReportError, UsageError
from ranke.model import Report
from ranke.report import reports

EXAMPLES = Path(__file__).parents[2] / "examples"


def _read(*paths: Path | str, stdin: bytes = b"", date: str | None = None) -> tuple[list[Report], list[ReportError]]:
    errors: list[ReportError] = []
    return list(reports(paths, on_error=errors.append, stdin=io.BytesIO(stdin), date=date)), errors


def _line(**row: str) -> str:
    return json.dumps({"date": "2019-07-23", "text": "Two ministers met."} | row) + "\n"


def test_the_examples() -> None:
    """The two example reports are read, without their heads and otherwise as they are."""
    found = list(reports(str(EXAMPLES)))
    assert [one.date for one in found] == ["2019-07-23", "2019-07-21"]
    for one, file in zip(found, sorted(EXAMPLES.iterdir()), strict=True):
        assert file.read_bytes().decode() == f" date {one.date} {one.text}"
        assert one.id == hashlib.sha256(one.text.encode()).hexdigest()[:16]
        assert (one.outlet, one.title, one.url, one.language, one.extra) == (None, None, None, "en", {})


def test_the_first_problem_is_raised(tmp_path: Path) -> None:
    """Without `on_error` the reports before a problem are read, then it is raised."""
    file = tmp_path / "a.jsonl"
    file.write_text(_line() + "{\n" + _line(text="Three."))
    found = reports(file)
    assert next(found).text == "Two ministers met."
    with pytest.raises(ReportError) as caught:
        next(found)
    assert (caught.value.path, caught.value.line) == (str(file), 2)


def test_one_bad_file_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    """With `on_error` every problem is handed over, with its file, and all other reports are read."""
    (tmp_path / "a.txt").write_text("date 2019-07-23 One.")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "c.txt").write_text("No date.")
    (tmp_path / "d.txt").write_text("")
    (tmp_path / "e.jsonl.gz").write_bytes(b"\x1f\x8bbroken")
    (tmp_path / "f.txt").write_text("date 2019-07-23 Two.")
    found, errors = _read(tmp_path, tmp_path / "gone.txt")
    assert [one.text for one in found] == ["One.", "Two."]
    assert [Path(error.path).name for error in errors] == ["b.txt", "c.txt", "d.txt", "e.jsonl.gz", "gone.txt"]
    for error in errors:
        assert str(error).startswith(f"{error.path}: ")
        assert "; " in error.message
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (_line(), ["Two ministers met."]),
        (json.dumps([json.loads(_line())], indent=1), ["Two ministers met."]),
        ("date,text\n2019-07-23,Two.\n", ["Two."]),
        ("date\ttext\n2019-07-23\tTwo.\n", ["Two."]),
        (" date 2019-07-23 Two.\n", ["Two.\n"]),
        ("Date: 2019-07-23\n\nTwo.\n", ["Two.\n"]),
    ],
)
def test_standard_input(data: str, texts: list[str]) -> None:
    """What stands in standard input is found out from its looks."""
    assert [one.text for one in _read("-", stdin=data.encode())[0]] == texts


def test_standard_input_is_named_in_errors() -> None:
    """Problems in standard input are named `-`, with the line."""
    _, errors = _read("-", stdin=(_line() + "{}\n").encode())
    assert [(error.path, error.line) for error in errors] == [("-", 2)]
    assert [str(error) for error in _read("-")[1]] == ["-: is empty; leave it out"]


def test_the_given_date(tmp_path: Path) -> None:
    """A given date is for all texts and may be written in any clear way; a bad one is the caller's error, at once."""
    (tmp_path / "a.txt").write_text("date 2019-07-23 One.")
    assert [one.date for one in reports(tmp_path, date="1 July 2019")] == ["2019-07-01"]
    with pytest.raises(UsageError, match="can't tell the day from 'soon'"):
        reports(tmp_path, date="soon")
    with pytest.raises(UsageError, match="no path"):
        reports([])


def test_the_future(tmp_path: Path) -> None:
    """No report is from the future, but for one day; today is the clock's, or what the caller says."""
    (tmp_path / "a.txt").write_text("date 2019-07-23 One.")
    (tmp_path / "b.txt").write_text(f"date {dt.date.today() + dt.timedelta(days=2)} Two.")  # noqa: DTZ011 - as the reader does
    assert len(list(reports(tmp_path / "a.txt", today=dt.date(2019, 7, 22)))) == 1
    with pytest.raises(ReportError, match="future"):
        list(reports(tmp_path / "a.txt", today=dt.date(2019, 7, 21)))
    with pytest.raises(ReportError, match="future"):
        list(reports(tmp_path / "b.txt"))


@pytest.mark.parametrize(
    ("first", "second", "count", "bad"),
    [
        ({}, {}, 1, 0),
        ({"id": "a"}, {"id": "a"}, 1, 0),
        ({"id": "a"}, {"id": "b"}, 2, 0),
        ({"id": "a"}, {"id": "a", "text": "Another."}, 1, 1),
        ({"id": "a"}, {"id": "a", "date": "2019-07-24"}, 1, 1),
        ({}, {"text": "Another."}, 2, 0),
        ({}, {"date": "2019-07-24"}, 1, 1),
        ({"outlet": "A"}, {"outlet": "B"}, 1, 1),
        ({"outlet": "A", "id": "a"}, {"outlet": "B", "id": "b"}, 2, 0),
        ({"outlet": "A"}, {}, 1, 0),
        ({}, {"outlet": "A", "url": "x"}, 1, 0),
    ],
)
def test_the_same_report_twice(first: dict[str, str], second: dict[str, str], count: int, bad: int) -> None:
    """A report that comes again is left out; another one with its id is an error at its line."""
    found, errors = _read("-", stdin=(_line(**first) + _line(**second)).encode())
    assert (len(found), len(errors)) == (count, bad)
    assert all(error.line == 2 and "give each report an id of its own" in error.message for error in errors)


def test_the_same_file_twice(tmp_path: Path) -> None:
    """A file that is named twice, or stands in a folder that is named too, is read once."""
    file = tmp_path / "a.txt"
    file.write_text("date 2019-07-23 One.")
    found, errors = _read(file, str(file), tmp_path)
    assert (len(found), errors) == (1, [])


def test_a_long_text(tmp_path: Path) -> None:
    """A report of 5 MB is read to its last character, in any encoding."""
    text = "\u201cNo,\u201d he said in S\u00e3o Paulo.\r\n" * 200_000
    for codec in ("utf-8", "utf-16", "cp1252"):
        (tmp_path / "2019-07-23.txt").write_bytes(text.encode(codec))
        assert [one.text == text for one in reports(tmp_path)] == [True]


def test_a_text_too_large_for_one_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file larger than any report is refused before it fills the memory."""
    monkeypatch.setattr("ranke.report._LARGEST_TEXT", 1_000_000)
    (tmp_path / "2019-07-23.txt").write_text("a" * 1_000_001)
    with pytest.raises(ReportError, match="larger than 1 MB for one report"):
        list(reports(tmp_path))


def test_memory_stays_flat(tmp_path: Path) -> None:
    """A table is read row by row: memory does not grow with its size."""
    file = tmp_path / "a.jsonl"
    with file.open("w") as out:
        for n in range(5_000):
            out.write(_line(text=f"{n} " + "He said so. " * 300))
    tracemalloc.start()
    assert sum(1 for _ in reports(file)) == 5_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert file.stat().st_size > 15_000_000
    assert peak < 3_000_000


def test_no_files_stay_open(tmp_path: Path) -> None:
    """Leaving off in the middle closes the file; pytest turns a warning about an open one into an error."""
    (tmp_path / "a.jsonl").write_text(_line() + _line(text="Three."))
    found = reports(tmp_path)
    next(found)
    del found


ENDINGS = ["txt", "md", "json", "jsonl", "csv", "tsv", "parquet", "txt.gz", "dat"]
PIECES = [
    b"date 2019-07-23 ", b"Date: 2019-07-23\n", b"---\n", b"\n\n", b"{", b"}", b"[", b"]", b'"', b"\\u", b":", b",",
    b"\t", b";", b'"text"', b'"date"', b'"2019-07-23"', b"date,text\n", b"2019-07-23", b"LONDON, July 23 (Reuters) - ",
    b"\r", b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1f\x8b\x08\x00", b"PAR1", b"x y. ",
    b'{"date": "2019-07-23", "text": "x"}\n', "\U0001f600".encode(), "\u202b".encode("utf-16"),
]  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(
    data=st.binary(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=20).map(b"".join),
    ending=st.sampled_from(ENDINGS),
)
def test_any_bytes_give_reports_or_errors(data: bytes, ending: str) -> None:
    """Whatever a file holds, it gives reports that can be written, or errors of one line."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"2019-07-23.{ending}")
        file.write_bytes(data)
        found, errors = _read(file, "-", stdin=data)
    assert found or errors
    for one in found:
        assert one.text.strip()
        assert dt.date.fromisoformat(one.date).isoformat() == one.date
        assert Report.model_validate_json(one.model_dump_json().encode()) == one
    for error in errors:
        assert len(str(error).splitlines()) == 1
        str(error).encode()


@settings(deadline=None, max_examples=200)
@given(text=st.text(min_size=1))
def test_any_text_is_kept(text: str) -> None:
    """A text in UTF-8 comes back to the character, whatever stands in it, unless it is refused as a whole."""
    head = "Date: 23 July 2019\n\n"
    found, errors = _read("-", stdin=(head + text).encode())
    assert [one.text for one in found] == ([text] if not errors else [])
    row = json.dumps({"date": "2019-07-23", "text": text})
    assert [one.text for one in _read("-", stdin=row.encode())[0]] == ([text] if text.strip() else [])
