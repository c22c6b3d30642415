"""A hundred dated questions, each with an answer that does not change any more."""

import csv
from importlib.resources import files
from pathlib import Path

import pytest

import ranke
from ranke.offices.names import fold

_LINES = (Path(__file__).parent / "questions.csv").read_text(encoding="utf-8").splitlines()
QUESTIONS = list(csv.DictReader(line for line in _LINES if not line.startswith("#")))
HOLDERS = files("ranke").joinpath("offices/holders")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question['text']} {question['date']}")
def test_a_dated_question_has_its_answer(question: dict[str, str]) -> None:
    """Country, sector and name are those of the day; where the question tells nobody, nobody is told."""
    if question["needs"] and not HOLDERS.joinpath(question["needs"]).is_file():
        pytest.skip(f"waits for {question['needs']}")
    told = ranke.who(question["text"], date=question["date"])
    assert (told.country or "", told.sector or "") == (question["country"], question["sector"])
    assert fold(told.name or "") == fold(question["name"])


def test_there_are_a_hundred() -> None:
    """The table holds as many as it says, none twice."""
    assert len({(question["text"], question["date"]) for question in QUESTIONS}) == len(QUESTIONS) == 100
