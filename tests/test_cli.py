import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from ranke import __version__
from ranke.cli import ALL_READ, INTERRUPTED, NOTHING_READ, PIPE_CLOSED, SOME_NOT_READ, TERMINATED, main
from ranke.model import Actor, Document, Event, Reading, Report


def read_quickly(reports: Iterable[Report], *, jobs: int = 1) -> Iterator[Reading]:
    """Stand in for the reader: every report holds one attack on the first word of its text."""
    assert jobs >= 1
    for report in reports:
        word = report.text.split()[0]
        yield Reading(
            document=Document(id=report.id, date=report.date, characters=len(report.text)),
            actors=(Actor(id="a1", name=word, kind="group"), Actor(id="a2", name="Elsewhere", kind="group")),
            events=(
                Event(id="e1", type="ASSAULT", quad=4, targets=("a1",), trigger=(0, len(word)),
                      evidence=(0, len(report.text)), rule="assault.quick"),
            ),
        )  # fmt: skip


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ranke.batch.read_all", read_quickly)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three reports, one of which has no date."""
    (tmp_path / "one.txt").write_text("Date: 2020-03-03\n\nMidtown was shelled.\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Date: 2020-03-04\n\nUptown was shelled “again”.\n", encoding="utf-8")
    (tmp_path / "undated.txt").write_text("Downtown was shelled.\n", encoding="utf-8")
    return tmp_path


def test_json_is_one_reading_a_line_on_standard_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output holds data and nothing else, so that it can be piped on."""
    assert main(["read", "--json", str(folder / "one.txt"), str(folder / "two.txt")]) == ALL_READ
    out, err = capsys.readouterr()
    assert [json.loads(line)["document"]["date"] for line in out.splitlines()] == ["2020-03-03", "2020-03-04"]
    assert [Reading.model_validate_json(line) for line in out.splitlines()]
    assert not err


def test_pages_show_each_report_and_then_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several reports are followed by what they say together."""
    main(["read", str(folder / "one.txt"), str(folder / "two.txt")])
    out = capsys.readouterr().out
    assert out.index("ASSAULT → Midtown") < out.index("ASSAULT → Uptown") < out.index("All 2 reports")
    assert "\x1b" not in out
    assert not any(line != line.rstrip() for line in out.splitlines())


def test_one_report_has_no_overview(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A single report says all there is to say."""
    main(["read", str(folder / "one.txt")])
    assert "All 1" not in capsys.readouterr().out


def test_what_is_not_read_is_named_and_the_rest_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One bad file costs one line and exit code 1, not the run."""
    assert main(["read", "--json", str(folder)]) == SOME_NOT_READ
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    first, second, third = err.splitlines()
    assert first.startswith(f"ranke: {folder / 'undated.txt'}: ")
    assert second == "ranke: 2 read, 1 not:"
    assert third.strip() == str(folder / "undated.txt")


def test_date_is_given_to_reports_that_tell_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --date an undated text is a report."""
    assert main(["read", "--json", "--date", "2020-03-05", str(folder / "undated.txt")]) == ALL_READ
    assert json.loads(capsys.readouterr().out)["document"]["date"] == "2020-03-05"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["read"],
        ["reed"],
        ["read", "--type", "WAR", "x"],
        ["read", "--jobs", "0", "x"],
        ["read", "--width", "wide", "x"],
        ["read", "--json", "--explain", "x"],
        ["read", "--date", "soon", "x"],
        ["read", "no/such/file.txt"],
    ],
)
def test_what_can_not_be_done_is_told_in_plain_lines(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong command or a missing file ends with exit code 2, says what is wrong, and shows no traceback."""
    assert main(words) == NOTHING_READ
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("ranke: ")
    assert "Traceback" not in err


def test_folder_without_reports_is_said_to_be_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to read is an error of its own, never silence."""
    assert main(["read", str(tmp_path)]) == NOTHING_READ
    assert str(tmp_path) in capsys.readouterr().err


def test_types_and_actors_choose_what_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The options of choice work on what is read, in JSON too."""
    file = str(folder / "one.txt")
    main(["read", "--json", "--type", "aid,assault", file])
    main(["read", "--json", "--type", "AID", file])
    main(["read", "--json", "--actor", "Elsewhere", file])
    main(["read", "--json", "--core", file])
    events = [len(json.loads(line)["events"]) for line in capsys.readouterr().out.splitlines()]
    assert events == [1, 0, 0, 0]


def test_width_is_kept_to(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No line is wider than asked."""
    main(["read", "--width", "40", str(folder / "one.txt")])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 40


def test_explain_names_the_rule(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked how it knows, the page names the entry of the lexicon."""
    monkeypatch.setattr("ranke.commands.reading._explain", lambda report: [report.text])
    main(["read", "--explain", str(folder / "one.txt")])
    out = capsys.readouterr().out
    assert "assault.quick" in out
    assert "How the lexicon matched" in out


@pytest.mark.parametrize("plain", [["--no-color"], []])
def test_colours_are_left_out_when_asked(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, plain: list[str]
) -> None:
    """Both --no-color and NO_COLOR keep colours from even a terminal."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    main(["read", str(folder / "one.txt")])
    assert "\x1b[1;31m" in capsys.readouterr().out
    if not plain:
        monkeypatch.setenv("NO_COLOR", "1")
    main(["read", *plain, str(folder / "one.txt")])
    assert "31m" not in capsys.readouterr().out


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, INTERRUPTED), (signal.SIGTERM, TERMINATED)])
def test_a_signal_ends_with_one_line(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
    code: int,
) -> None:
    """Ctrl-C is no error to explain, nor is a system that shuts down; afterwards signals mean what they meant."""

    def ended(_: Iterable[Report], *, jobs: int = 1) -> Iterator[Reading]:
        assert jobs
        os.kill(os.getpid(), number)
        pytest.fail("the signal was not heard")

    monkeypatch.setattr("ranke.batch.read_all", ended)
    before = signal.getsignal(signal.SIGTERM)
    assert main(["read", str(folder)]) == code
    assert capsys.readouterr().err == "ranke: stopped\n"
    assert signal.getsignal(signal.SIGTERM) == before


def test_closed_pipe_ends_quietly() -> None:
    """`ranke schema | head` leaves no traceback behind."""
    with subprocess.Popen(
        [sys.executable, "-m", "ranke", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == PIPE_CLOSED


def test_schema_is_that_of_a_reading(capsys: pytest.CaptureFixture[str]) -> None:
    """The printed schema names every field of the contract."""
    assert main(["schema"]) == ALL_READ
    schema = json.loads(capsys.readouterr().out)
    assert list(schema["properties"]) == list(Reading.model_fields)


def test_version_and_help_go_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for, they are no error."""
    assert main(["--version"]) == ALL_READ
    assert capsys.readouterr().out == f"ranke {__version__}\n"
    assert main(["read", "--help"]) == ALL_READ
    assert "--explain" in capsys.readouterr().out
