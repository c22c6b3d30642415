import io
import json
from pathlib import Path

import pytest

from ranke.cli import ALL_READ, NOTHING_READ, SOME_NOT_READ, main

CASES = [
    '{"id": "a", "text": "French president", "date": "2019-07-23"}',
    "no json",
    "",
    '{"id": 7, "text": "Syrian rebels", "other": 1}',
    '{"text": 3}',
    '{"text": "French president", "date": "2019-07-99"}',
    '{"text": "the president", "date": "2019-07-23", "context": "in France"}',
]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the cases on standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(CASES).encode())))
    monkeypatch.delenv("RANKE_OFFICES", raising=False)


def test_one_question_is_answered_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """The line says who, the office, and what they are."""
    assert main(["who", "French president", "--date", "2019-07-23"]) == ALL_READ
    out = capsys.readouterr().out
    assert out == (
        "French president (2019-07-23): Emmanuel Macron; president of FRA since 2017-05-14; FRA, person, government\n"
    )


@pytest.mark.usefixtures("given")
def test_many_cases_come_as_lines_and_broken_ones_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """What can't be answered is told by its line, the others are answered with their ids."""
    assert main(["who", "--json"]) == SOME_NOT_READ
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["id"], row["country"], row["name"]) for row in rows] == [
        ("a", "FRA", "Emmanuel Macron"), ("7", "SYR", None), (None, "FRA", "Emmanuel Macron"),
    ]  # fmt: skip
    assert [line.split(": ")[1] for line in err.splitlines()] == ["-:2", "-:5", "-:6", "3 answered, 3 not"]


@pytest.mark.usefixtures("given")
def test_answers_can_be_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """As CSV each answer is a row under one head."""
    main(["who", "--csv"])
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.startswith("text,date,kind,country,sector,name")
    assert [row.rsplit(",", 1)[1] for row in rows] == ["a", "7", ""]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["who", "x", "--date", "2019-13-01"], "not in the calendar"),
        (["who", "x", "--date", "soon"], "no day, month or year"),
        (["who", "x", "--json", "--csv"], "not both"),
        (["who", "x", "--offices", "none.csv"], "none.csv: can't be read"),
        (["offices", "none.csv"], "none.csv: can't be read"),
    ],
)
def test_what_is_wrong_is_one_sentence(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong command ends with exit code 2 and says the way out."""
    assert main(words) == NOTHING_READ
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told in err


def test_a_table_of_one_s_own_is_made_and_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An export becomes a table; the option or the variable puts it to use; lines that can't be read are told."""
    export, mine = tmp_path / "query.csv", tmp_path / "mine.csv"
    lines = [
        "personLabel,positionLabel,iso,start,end",
        "Kari Lund,Mayor of Oslo,NOR,2010-01-01,",
        "Q7,Mayor of Oslo,NOR,2009-01-01,",
    ]
    export.write_text("\n".join(lines), encoding="utf-8")
    assert main(["offices", str(export)]) == SOME_NOT_READ
    out, err = capsys.readouterr()
    assert f"{export}:3: " in err
    mine.write_text(out, encoding="utf-8")
    asked = ["who", "mayor of Oslo", "--date", "2012-01-01", "--json"]
    assert main([*asked, "--offices", str(mine)]) == ALL_READ
    assert json.loads(capsys.readouterr().out)["name"] == "Kari Lund"
    monkeypatch.setenv("RANKE_OFFICES", str(mine))
    main(asked)
    assert json.loads(capsys.readouterr().out)["name"] == "Kari Lund"
