import gzip
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ranke.cli import ALL_READ, INTERRUPTED, NOTHING_READ, SOME_NOT_READ, main
from ranke.errors import RecordError
from ranke.model import Report

type Fake = Any
"""The class of the fake record, see conftest.py."""


@pytest.fixture(autouse=True)
def _fake(record: Fake) -> None:
    record.answers["withdraw"] = None


def test_reports_are_filed_and_counted(
    folder: Path,
    filed: SimpleNamespace,
    record: Fake,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Standard output stays empty; at the end one line says what became of the reports."""
    filed.became = {"Midtown": "corrected", "Uptown": "known"}
    words = ["read", str(folder / "one.txt"), str(folder / "two.txt"), "--record", "new.db"]
    assert main(words) == ALL_READ
    assert capsys.readouterr() == ("", "ranke: 0 new, 1 corrected, 1 known already\n")
    assert record.opened == [("new.db", True)]
    assert filed.options == [{"jobs": 1, "again": False}]
    main([*words, "--again", "--jobs", "3"])
    assert filed.options[1] == {"jobs": 3, "again": True}


def test_database_looks_at_its_tables_after_many_readings(
    record: Fake, adding: Callable[..., Any], tmp_path: Path
) -> None:
    """After a few readings that would not pay."""
    record.answers |= {"add": adding, "analyse": None}
    file = tmp_path / "many.jsonl"
    file.write_text("{}\n" * 499, encoding="utf-8")
    main(["add", str(file)])
    assert [name for name, _, _ in record.asked] == ["add"]
    file.write_text("{}\n" * 500, encoding="utf-8")
    main(["add", str(file)])
    assert [name for name, _, _ in record.asked] == ["add", "add", "analyse"]


def test_what_is_not_read_is_told_and_the_rest_filed(
    folder: Path, filed: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    """One bad file costs one line and exit code 1."""
    assert filed.options == []
    assert main(["read", str(folder), "--record", "new.db"]) == SOME_NOT_READ
    first, last = capsys.readouterr().err.splitlines()
    assert "undated.txt" in first
    assert last == "ranke: 2 new, 1 not read"
    assert main(["read", str(folder / "undated.txt"), "--record", "new.db"]) == NOTHING_READ


def test_what_was_left_out_is_told_and_is_no_fault(
    tmp_path: Path, filed: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    """Entries of a feed that are only links are counted, and the exit code is that of success."""
    head = "<item><title>Truce</title><pubDate>Tue, 23 Jul 2019 10:15:00 GMT</pubDate>"
    items = (
        f"{head}<description>Midtown was shelled on Monday, the army of Norland said.</description></item>{head}</item>"
    )
    (tmp_path / "a.rss").write_text(f"<rss version='2.0'><channel>{items}</channel></rss>")
    assert main(["read", str(tmp_path), "--record", "new.db"]) == ALL_READ
    first, last = capsys.readouterr().err.splitlines()
    assert first.endswith("a.rss: 1 of 2 entries hold no text, only a title or a link")
    assert last == "ranke: 1 new"
    assert filed.options == [{"jobs": 1, "again": False}]


def test_json_tells_each_report_with_what_became_of_it(
    folder: Path, filed: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script can follow what is filed, one line a report."""
    filed.became = {"Uptown": "known"}
    main(["read", str(folder / "one.txt"), str(folder / "two.txt"), "--record", "new.db", "--json"])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["date"], line["filed"]) for line in lines] == [("2020-03-03", "new"), ("2020-03-04", "known")]


def test_what_was_filed_is_told_when_it_is_stopped(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C loses nothing, and one sees how far it came."""

    def stopped(_: object, reports: Iterable[Report], **options: object) -> Iterator[tuple[Report, str]]:
        assert options
        yield next(iter(reports)), "new"
        raise KeyboardInterrupt

    monkeypatch.setattr("ranke.batch.read_into", stopped)
    assert main(["read", str(folder), "--record", "new.db"]) == INTERRUPTED
    assert capsys.readouterr().err.splitlines() == ["ranke: 1 new", "ranke: stopped"]


@pytest.mark.parametrize("option", [["--explain"], ["--type", "AID"], ["--actor", "X"], ["--core"], ["--width", "9"]])
def test_options_on_what_is_shown_are_refused_when_filing(
    option: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is left to think that only a part was filed."""
    assert main(["read", str(folder), "--record", "new.db", *option]) == NOTHING_READ
    assert option[0] in capsys.readouterr().err


def test_variable_alone_does_not_make_reading_file(
    folder: Path, record: Fake, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reading is only filed where that is asked for; --again without a record is a mistake."""
    assert main(["read", str(folder), "--again"]) == NOTHING_READ
    assert "--record" in capsys.readouterr().err
    assert record.opened == []


def test_nothing_to_read_is_said(tmp_path: Path, filed: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty file list is an error of its own, never silence."""
    assert filed.options == []
    assert main(["read", str(tmp_path), "--record", "new.db"]) == NOTHING_READ
    assert str(tmp_path) in capsys.readouterr().err


def test_readings_are_added_line_by_line(
    tmp_path: Path,
    record: Fake,
    adding: Callable[..., Any],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A bad line, or a byte that is no UTF-8, is told with its number; gzip and a byte order mark are taken."""
    record.answers["add"] = adding
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"a": 1}\n{"bad"\n{"a": "\xff"}\n')
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"a": 2}\n'))
    files = [str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl.gz"), str(tmp_path / "c.jsonl")]
    assert main(["add", *files]) == SOME_NOT_READ
    out, err = capsys.readouterr()
    assert not out
    told = [line.removeprefix(f"ranke: {tmp_path}/") for line in err.splitlines()]
    assert told[:2] == ["a.jsonl:2: no JSON", "a.jsonl:3: no JSON"]
    assert told[2].startswith("c.jsonl: no such file")
    assert told[3] == "ranke: 2 new, 3 not read"
    assert record.opened == [("my.db", True)]
    assert main(["add", files[1]]) == ALL_READ
    assert main(["add", files[2]]) == NOTHING_READ


def test_readings_are_added_from_standard_input(
    record: Fake,
    adding: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`ranke read --json … | ranke add -` works."""
    record.answers["add"] = adding
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"{}\n{}\n")))
    assert main(["add", "-"]) == ALL_READ
    assert capsys.readouterr().err == "ranke: 2 new\n"


def test_reports_are_withdrawn_one_by_one(record: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    """One that is not there is told, and the others go."""

    def withdraw(report: str) -> None:
        if report == "r9":
            message = "no report 'r9'"
            raise RecordError(message)

    record.answers["withdraw"] = withdraw
    assert main(["withdraw", "r1", "r9", "r2"]) == SOME_NOT_READ
    assert capsys.readouterr().err.splitlines() == ["ranke: no report 'r9'", "ranke: 2 withdrawn"]
    assert main(["withdraw", "r9"]) == NOTHING_READ
    assert [given for _, given, _ in record.asked] == [("r1",), ("r9",), ("r2",), ("r9",)]
