import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from ranke.answers import (
    Changes,
    Dossier,
    EventRow,
    Relation,
    Rows,
    StatementRow,
    Story,
    StoryRow,
    Who,
    Why,
)
from ranke.cli import ALL_READ, NOTHING_READ, main
from ranke.errors import RecordError

type Fake = Any
"""The class of the fake record, see conftest.py."""

type Make = Callable[..., EventRow]

PLAIN = {"as_of": None, "without": (), "limit": 100}
STORY = StoryRow("r1", "Berg in Midtown", "2020-03-02", "2020-03-05", 3, 1)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (
            ["timeline"],
            ("timeline", (), {"actor": None, "with_": None, "type": (), "context": (), "place": None, "core": False,
                              "since": None, "until": None}),
        ),
        (
            ["timeline", "--actor", "Berg", "--with", "Sudland", "--type", "aid", "--context", "CBRN",
             "--since", "2019", "--until", "2020-02", "--place", "Midtown", "--core"],
            ("timeline", (), {"actor": "Berg", "with_": "Sudland", "type": ("AID",), "context": ("cbrn",),
                              "place": "Midtown", "core": True, "since": "2019-01-01", "until": "2020-02-29"}),
        ),
        (
            ["statements", "--speaker", "Berg", "--about", "Sudland"],
            ("statements", (), {"speaker": "Berg", "about": "Sudland", "since": None, "until": None}),
        ),
        (["stories"], ("stories", (), {})),
        (["conflicts", "--actor", "Berg", "--kind", "update"],
         ("conflicts", (), {"actor": "Berg", "kind": ("update",)})),
        (["search", "tariff", "plan"], ("search", ("tariff plan",), {})),
    ],
)  # fmt: skip
def test_options_reach_the_record(words: list[str], asked: tuple[str, Any, dict[str, Any]], record: Fake) -> None:
    """Each option is asked in the record's own words, and an empty answer is none to fail for."""
    record.answers[words[0]] = Rows()
    name, given, named = asked
    assert main(words) == ALL_READ
    view = ["--as-of", "2020-01-01", "--without", "Herald", "--without", "Post", "--limit", "0", "--record", "other.db"]
    assert main([*words, *view]) == ALL_READ
    narrow = {"as_of": "2020-01-01", "without": ("Herald", "Post"), "limit": 0}
    assert record.asked == [(name, given, named | PLAIN), (name, given, named | narrow)]
    assert record.opened == [("my.db", False), ("other.db", False)]


def _answers(event: EventRow, who: Who) -> dict[str, Any]:
    rows = Rows([event])
    nothing: Any = Rows()
    return {
        "actor": Dossier(who, "person", None, None, "2020", "2020", 1, (), (), (), rows, nothing, nothing, nothing,
                         nothing, (), (), ()),
        "relations": Relation(who, who, (), (), (), (), nothing, rows, nothing, nothing),
        "story": Story(STORY, (), (), rows),
        "changes": Changes("2020-01-01", rows, nothing, nothing, ()),
        "why": Why(event, (), (), (), ()),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["actor", "Ada Berg"], (("Ada Berg",), PLAIN)),
        (["relations", "Berg", "Sudland"], (("Berg", "Sudland"), PLAIN)),
        (["story", "1"], (("1",), {"as_of": None, "without": ()})),
        (["changes", "--since", "2020"], (("2020-01-01",), PLAIN | {"until": None})),
        (["why", "e1a2"], (("e1a2",), {"as_of": None, "without": ()})),
    ],
)
def test_answers_of_parts_are_shown_written_and_tabled(
    words: list[str],
    asked: tuple[Any, ...],
    record: Fake,
    event_row: Make,
    ada: Who,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As text for a person, as one JSON document, and as CSV their events."""
    record.answers |= _answers(event_row(), ada)
    assert main(words) == ALL_READ
    assert "Berg" in capsys.readouterr().out
    assert main([*words, "--json"]) == ALL_READ
    (line,) = capsys.readouterr().out.splitlines()
    assert isinstance(json.loads(line), dict)
    assert main([*words, "--csv"]) == ALL_READ
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["sources"] for row in table] == ([] if words[0] == "why" else ["Ada Berg"])
    assert record.asked[0] == (words[0], *asked)


def test_rows_as_json_are_one_object_a_line(
    record: Fake,
    event_row: Make,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Any number of rows can be read one by one; half a character does not end the output."""
    record.answers["timeline"] = Rows([event_row(), event_row(place="Mid\ud800town \u202e")])
    assert main(["timeline", "--json"]) == ALL_READ
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["sources"] == [{"id": "a1", "name": "Ada Berg"}]
    assert second["place"] == "Mid\ud800town \u202e"


def test_rows_as_csv_have_one_header_whatever_is_in_them(
    record: Fake,
    statement_row: Callable[..., StatementRow],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A table whose first row lacks a speaker has that column, and one without rows has its header."""
    record.answers["statements"] = Rows([statement_row(speaker=None), statement_row()])
    main(["statements", "--csv"])
    header, first, second = csv.reader(io.StringIO(capsys.readouterr().out))
    assert dict(zip(header, first, strict=True))["speaker_id"] == ""
    assert dict(zip(header, second, strict=True))["speaker_id"] == "a1"
    record.answers["statements"] = Rows()
    main(["statements", "--csv"])
    out, err = capsys.readouterr()
    assert out.strip().split(",") == header
    assert err == "ranke: no such statement in the record\n"


def test_what_is_left_out_is_counted_on_standard_error(
    record: Fake,
    event_row: Make,
    ada: Who,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nobody takes the first rows for all, in whatever form they are shown."""
    record.answers["timeline"] = Rows([event_row()], more=1234)
    for form in ([], ["--json"], ["--csv"]):
        main(["timeline", *form])
        assert capsys.readouterr().err == "ranke: 1 shown, 1,234 more (--limit 0 shows all)\n"
    rows = Rows([event_row()], more=2)
    record.answers["relations"] = Relation(ada, ada, (), (), (), (), Rows(), rows, Rows(), Rows())
    main(["relations", "A", "B"])
    assert capsys.readouterr().err == "ranke: events: 1 shown, 2 more (--limit 0 shows all)\n"


def test_empty_answer_is_a_word_on_standard_error(record: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output stays empty, and the exit code says that the question was fine."""
    record.answers["search"] = Rows()
    assert main(["search", "x"]) == ALL_READ
    assert capsys.readouterr() == ("", "ranke: nothing found for 'x'\n")
    assert main(["search", "x", "--as-of", "1990-01-01"]) == ALL_READ
    assert capsys.readouterr() == ("", "ranke: nothing found for 'x', as it was known on 1990-01-01\n")


@pytest.mark.parametrize(
    "words",
    [
        ["timeline", "--json", "--csv"],
        ["timeline", "--since", "2020-05", "--until", "2020-04"],
        ["timeline", "--since", "yesterday"],
        ["timeline", "--as-of", "2020"],
        ["timeline", "--limit", "-1"],
        ["timeline", "--type", "WAR"],
        ["conflicts", "--kind", "quarrel"],
        ["changes"],
        ["actor"],
        ["relations", "Berg"],
        ["search"],
        ["why"],
        ["timeline", "--record", "none.db"],
        ["actor", "Nobody"],
    ],
)
def test_wrong_question_is_told_in_one_line(words: list[str], record: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong option, a record that is not there and a name that nobody bears end with exit code 2."""
    record.answers |= {"timeline": Rows(), "actor": RecordError("nobody is called 'Nobody'")}
    assert main(words) == NOTHING_READ
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("ranke: ")
    assert len(err.splitlines()) == 1


def test_record_must_be_named(
    record: Fake, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --record and the variable the way out is told."""
    monkeypatch.delenv("RANKE_RECORD")
    assert main(["stories"]) == NOTHING_READ
    assert "--record" in capsys.readouterr().err
    assert record.opened == []


def test_width_and_colours_are_as_asked(
    record: Fake,
    event_row: Make,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The options of `ranke read` on what a person sees hold for answers too."""
    record.answers["timeline"] = Rows([event_row()])
    monkeypatch.setenv("FORCE_COLOR", "1")
    main(["timeline", "--width", "60"])
    assert "\x1b[1;32m" in capsys.readouterr().out
    main(["timeline", "--width", "60", "--no-color"])
    shown = capsys.readouterr().out
    assert "32m" not in shown
    monkeypatch.delenv("FORCE_COLOR")
    main(["timeline", "--width", "40"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 40
