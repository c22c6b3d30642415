import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from ranke.answers import (
    ActivityRow,
    ActorRow,
    DoubtRow,
    DoubtSide,
    EdgeRow,
    EventRow,
    Mark,
    Network,
    NodeRow,
    Overview,
    ReportRow,
    ReportText,
    Rows,
    Who,
)
from ranke.cli import ALL_READ, NOTHING_READ, main
from ranke.errors import RecordError

type Fake = Any
"""The class of the fake record, see conftest.py."""

VIEW = {"as_of": None, "without": ()}


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (["overview"], ("overview", (), VIEW)),
        (["actors"], ("actors", (), VIEW | {"kind": (), "country": (), "sector": (), "search": "", "skip": 0,
                                            "limit": 100})),
        (["actors", "--kind", "Person,group", "--country", "irn", "--sector", "gov,mil", "--search", "ada",
          "--skip", "20", "--limit", "10"],
         ("actors", (), VIEW | {"kind": ("person", "group"), "country": ("IRN",), "sector": ("GOV", "MIL"),
                                "search": "ada", "skip": 20, "limit": 10})),
        (["network", "--actor", "Berg", "--type", "aid", "--since", "2019", "--until", "2020-02"],
         ("network", (), VIEW | {"actor": "Berg", "type": ("AID",), "since": "2019-01-01", "until": "2020-02-29",
                                 "limit": 100})),
        (["show", "herald-1"], ("report", ("herald-1",), VIEW)),
        (["review", "--kind", "apart,joined"], ("review", (), VIEW | {"kind": ("apart", "joined"), "limit": 20})),
    ],
)  # fmt: skip
def test_options_reach_the_record(words: list[str], asked: Any, record: Fake) -> None:  # noqa: ANN401 - as it was asked
    """Each option is asked in the record's own words."""
    record.answers[asked[0]] = RecordError("asked")
    assert main(words) == NOTHING_READ
    assert record.asked == [asked]


@pytest.fixture
def answers(event_row: Callable[..., EventRow], ada: Who, sudland: Who) -> dict[str, Any]:
    """Return an answer to each question, with Ada Berg in it."""
    actor = ActorRow(ada, "person", "NOR", "GOV", "2020", "2021", 3, 2)
    report = ReportRow("herald-1", "2020-03-03", None, "Berg in Midtown", None, None, ())
    marks = (Mark(0, 8, "actor", "Ada Berg", "person", "a1", (ada,)),)
    event = event_row()
    side = DoubtSide("e1a2", "Ada Berg — CONSULT", ("happened",), 1, (event.evidence,))
    return {
        "overview": Overview(1, 0, 1, "2020", "2020", (), (actor,), (ActivityRow("2020", 1, 1, 1, 0),), (), (), ()),
        "actors": Rows([actor]),
        "network": Network(None, (NodeRow(ada, "person", None, None, 1),), Rows([EdgeRow(ada, sudland, 1, 1, 0, 2.0)])),
        "report": ReportText(report, None, "en", "Ada Berg met them.", marks, Rows(), Rows(), Rows(), Rows()),
        "review": Rows([DoubtRow("e1a2", "event", "event", "it is told with low confidence", (side,), event)]),
    }


@pytest.mark.parametrize(
    ("words", "column", "value"),
    [
        (["overview"], "period", "2020"),
        (["actors"], "who", "Ada Berg"),
        (["network"], "one", "Ada Berg"),
        (["show", "herald-1"], "actors", "Ada Berg"),
        (["review"], "sides", "Ada Berg — CONSULT"),
    ],
)
def test_answers_are_shown_written_and_tabled(
    words: list[str],
    column: str,
    value: str,
    record: Fake,
    answers: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As text for a person, as JSON, and as CSV."""
    record.answers |= answers
    assert main(words) == ALL_READ
    assert "Ada Berg" in capsys.readouterr().out
    assert main([*words, "--json"]) == ALL_READ
    (line,) = capsys.readouterr().out.splitlines()
    assert "Ada Berg" in json.dumps(json.loads(line))
    assert main([*words, "--csv"]) == ALL_READ
    assert [row[column] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))] == [value]


def test_what_is_not_there_is_said(record: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, and it is no failure."""
    record.answers |= {"actors": Rows(), "review": Rows()}
    assert main(["actors", "--kind", "media"]) == ALL_READ
    assert main(["review"]) == ALL_READ
    told = capsys.readouterr().err
    assert "no such actor in the record" in told
    assert "nothing in the record is in doubt" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["actors", "--kind", "robot"], "robot is no kind of actor; choose from"),
        (["actors", "--country", "Iran"], "IRAN is no code of a country; write it as IRN"),
        (["actors", "--sector", "X"], "X is no sector; choose from"),
        (["actors", "--skip", "-1"], "'-1' is not a whole number from 0"),
        (["review", "--kind", ""], "'' is no kind of doubt; choose from joined, apart"),
        (["network", "--since", "2021", "--until", "2020"], "--since 2021-01-01 is after --until 2020-12-31"),
    ],
)
def test_bad_options_are_told_with_the_way_out(
    words: list[str], told: str, record: Fake, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, and the record is not asked."""
    assert main(words) == NOTHING_READ
    assert told in capsys.readouterr().err
    assert record.asked == []
