"""The commands from end to end on the two example reports, as a newcomer runs them."""

import json
import os
import re
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from ranke.cli import ALL_READ, NOTHING_READ, SOME_NOT_READ, main
from ranke.errors import ReportError

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def run(*words: str) -> tuple[int, str, str]:
    """Return the exit code of a command and what it wrote."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = main(words)
    return code, *(stream.buffer.getvalue().decode() for stream in (out, err))  # type: ignore[attr-defined]


def asked(record: Path, *words: str) -> str:
    """Return what a command of the record writes for a person, on lines as long as it takes."""
    code, out, _ = run(*words, "--record", str(record), "--width", "1000", "--no-color")
    assert code == ALL_READ
    return out


def rows(record: Path, *words: str) -> list[dict[str, Any]]:
    """Return what a command of the record writes as JSON."""
    code, out, _ = run(*words, "--json", "--record", str(record))
    assert code == ALL_READ
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with the readings of both examples, each with its text."""
    file = tmp_path_factory.mktemp("readings") / "readings.jsonl"
    code, out, _ = run("read", "--json", str(EXAMPLES))
    assert code == ALL_READ
    file.write_text(out, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a record of both examples, which no test changes."""
    file = tmp_path_factory.mktemp("record") / "my.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("RANKE_RECORD", raising=False)
        assert run("read", str(EXAMPLES), "--record", str(file)) == (ALL_READ, "", "ranke: 2 new\n")
    yield file
    assert run("check", "--record", str(file))[0] == ALL_READ


def test_what_is_filed_is_not_read_again(record: Path) -> None:
    """A second run costs nothing and changes nothing."""
    code, out, err = run("read", str(EXAMPLES), "--record", str(record), "--json")
    assert (code, err) == (ALL_READ, "ranke: 0 new, 2 known already\n")
    assert [json.loads(line)["filed"] for line in out.splitlines()] == ["known", "known"]


def test_both_reports_tell_one_visit(record: Path) -> None:
    """The two reports of a Hamas delegation's days in Tehran are one story."""
    (story,) = rows(record, "stories")
    assert (story["reports"], story["first"], story["last"]) == (2, "2019-07-21", "2019-07-23")
    shown = asked(record, "story", "1")
    assert shown.index("2019-07-21") < shown.index("2019-07-23")
    assert f"follows {story['id']}" in shown


def test_al_arouri_is_one_man_with_both_titles(record: Path) -> None:
    """Each report gives him another title; the dossier has both, by day."""
    (dossier,) = rows(record, "actor", "Saleh al-Arouri")
    assert (dossier["reports"], dossier["namesakes"]) == (2, [])
    titles = [(role["first"], role["title"].partition(" of ")[0]) for role in dossier["roles"]]
    assert titles == [("2019-07-21", "deputy head"), ("2019-07-23", "deputy leader")]
    shown = asked(record, "actor", "al-Arouri")
    assert shown.index("deputy head") < shown.index("deputy leader")


def test_meetings_stand_by_day(record: Path) -> None:
    """The timeline of the talks has Sunday's, Monday's and Tuesday's in this order, each with its words."""
    meetings = [row for row in rows(record, "timeline", "--type", "CONSULT") if row["date"]]
    days = [row["date"][:10] for row in meetings]
    assert days == sorted(days)
    assert {"2019-07-21", "2019-07-22", "2019-07-23"} <= set(days)
    texts = {file.read_text(encoding="utf-8") for file in EXAMPLES.iterdir()}
    assert all(any(row["evidence"]["words"][:60] in text for text in texts) for row in meetings)


def test_hamas_and_iran_have_2011_2017_and_2019(record: Path) -> None:
    """Apathy since 2011 and its end in 2017 are claims with their words; what both did in 2019 is in the chart."""
    shown = asked(record, "relations", "Hamas", "Iran")
    turns = shown[shown.index("Turning points") : shown.index("How it is said to be")]
    assert re.search(r"from 2011.*\n.*“Ties between Hamas and Tehran have witnessed a kind of apathy", turns)
    assert re.search(r"2017 .*Hamas officials\n.*“relations with Iran resumed as they were before”", turns)
    chart = shown[shown.index("Over time") : shown.index("Turning points")]
    assert "2019" in chart


def test_why_shows_chain_rule_and_words(record: Path) -> None:
    """Tuesday's talks are known through Anadolu Agency, which has them from Iranian media."""
    told = [row for row in rows(record, "timeline", "--type", "CONSULT") if row["date"] == "2019-07-23"]
    (talks,) = [row for row in told if "Velayati" in json.dumps(row["targets"])]
    shown = asked(record, "why", talks["id"][:8])
    assert "← Anadolu Agency ← Iranian local media reports" in shown
    assert re.search(r"“.*held talks with the advisor.*”", shown)
    assert "rule consult." in shown
    assert rows(record, "why", talks["id"])[0]["event"]["id"] == talks["id"]


def test_record_is_asked_as_of_a_day_and_without_a_source(record: Path) -> None:
    """On Sunday nobody knew of Tuesday; without IRNA what it alone tells is gone."""
    everything = len(rows(record, "timeline"))
    assert {row["known"] for row in rows(record, "timeline", "--as-of", "2019-07-22")} == {"2019-07-21"}
    assert 0 < len(rows(record, "timeline", "--without", "IRNA")) < everything
    assert [row["known"] for row in rows(record, "timeline", "--limit", "1")] == ["2019-07-23"]


def test_every_question_has_an_answer_in_each_form(record: Path) -> None:
    """Whatever is asked of a record, it is answered as text, JSON and CSV."""
    event = rows(record, "timeline", "--limit", "1")[0]["id"]
    questions: Sequence[Sequence[str]] = (
        ["timeline"], ["actor", "Hamas"], ["statements"], ["relations", "Hamas", "Iran"], ["stories"], ["story", "1"],
        ["conflicts"], ["why", event], ["search", "delegation"], ["changes", "--since", "2019"],
    )  # fmt: skip
    for words in questions:
        shown, written = asked(record, *words), rows(record, *words)
        code, table, _ = run(*words, "--csv", "--record", str(record))
        assert bool(shown) is bool(written)
        assert written or words == ["conflicts"]
        assert code == ALL_READ
        assert table.count(",") > 3


@pytest.mark.parametrize(
    "words",
    [["actor", "Nobody Atall"], ["story", "99"], ["why", "ezzzzzzz"], ["relations", "Hamas", "Nobody Atall"]],
)
def test_what_the_record_does_not_hold_is_told(words: list[str], record: Path) -> None:
    """A name, story or event that is not there ends with exit code 2 and one line."""
    code, out, err = run(*words, "--record", str(record))
    assert (code, out, err.count("\n")) == (NOTHING_READ, "", 1)


def test_question_makes_no_record(tmp_path: Path) -> None:
    """A misspelled file is an error, never a new and empty record."""
    code, _, err = run("timeline", "--record", str(tmp_path / "no.db"))
    assert code == NOTHING_READ
    assert "no.db" in err
    assert not list(tmp_path.iterdir())


def test_readings_are_filed_judged_and_withdrawn(readings: Path, tmp_path: Path) -> None:
    """Readings made elsewhere are a record too: bad lines are told, judgements undone, reports taken back."""
    record = tmp_path / "my.db"
    bad = tmp_path / "bad.jsonl"
    bad.write_text(readings.read_text(encoding="utf-8") + "no JSON\n", encoding="utf-8")
    code, _, err = run("add", str(bad), "--record", str(record))
    assert code == SOME_NOT_READ
    assert f"{bad}:3: " in err
    assert err.endswith("ranke: 2 new, 1 not read\n")
    event = rows(record, "timeline", "--limit", "1")[0]["id"]
    assert "retype event" in asked(record, "retype", event, "AGREE", "--note", "they signed", "--author", "Kim")
    assert rows(record, "why", event)[0]["event"]["type"] == "AGREE"
    asked(record, "undo", "1")
    assert rows(record, "why", event)[0]["event"]["type"] != "AGREE"
    assert "AGREE: they signed  undone" in asked(record, "judgements")
    reports = [json.loads(line)["document"]["id"] for line in readings.read_text(encoding="utf-8").splitlines()]
    assert run("withdraw", *reports, "--record", str(record)) == (ALL_READ, "", "ranke: 2 withdrawn\n")
    assert rows(record, "timeline") == []
    assert json.loads(run("dump", "--json", "--record", str(record))[1])["events"] == []


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_filing_that_is_stopped_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    """What was filed stays and is told, nothing is filed by half, and the record is free for the next run."""
    name = "Freedonia"
    lines = [
        json.dumps(
            {
                "document": {"id": f"r{i}", "date": f"2024-05-{10 + i}", "text": f"{name} met envoy {i}."},
                "actors": [{"id": "a1", "name": name, "kind": "organization", "mentions": [{"span": [0, 9]}]}],
            }
        )
        for i in range(7)
    ]

    file = tmp_path / "readings.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")

    def stopped(path: str, on_error: Callable[[ReportError], None]) -> Iterator[str]:
        assert on_error
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            if '"r5"' in line:
                os.kill(os.getpid(), number)
            yield line

    record = tmp_path / "record" / "my.db"
    record.parent.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr("ranke.record._AT_ONCE", 2)
        patch.setattr("ranke.commands.reading._lines", stopped)
        code, _, err = run("add", str(file), "--record", str(record))
    assert (code, err) == (128 + number, "ranke: 4 new\nranke: stopped\n")
    assert [one.name for one in record.parent.iterdir()] == ["my.db"]
    assert run("add", str(file), "--record", str(record)) == (ALL_READ, "", "ranke: 3 new, 4 known already\n")
    assert run("check", "--record", str(record))[0] == ALL_READ
