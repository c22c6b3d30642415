import re
from collections.abc import Callable

import pytest

from ranke.answers import Found
from ranke.views.search import search_view

type Written = Callable[..., str]


def _found(words: str) -> Found:
    return Found("herald-1", "2020-03-03", "Norland Herald", "Berg in Midtown", 0, len(words), words, ("e1a2b3c4d5",))


def test_passage_stands_with_report_and_events(written: Written) -> None:
    """Where it stands and what happened in it is told, to go on asking from there."""
    lines = written(search_view([_found("Talks were held.")], "talk")).strip().split("\n")
    assert [re.split(r"\s{2,}", line.strip()) for line in lines] == [
        ["2020-03-03", "Norland Herald, Berg in Midtown"],
        ["herald-1", "“Talks were held.”"],
        ["events e1a2b3c4"],
    ]


@pytest.mark.parametrize(
    ("wanted", "marked"),
    [
        ("talk", ["Talks", "talking"]),
        ("TALKS deals", ["Talks", "deal", "talking"]),
        ("al", []),
        ("(", []),
        ("the .* deal", ["the", "deal", "the"]),
    ],
)
def test_words_are_marked_with_their_endings(wanted: str, marked: list[str], written: Written) -> None:
    """What was looked for is marked as whole words, and nothing in it is taken for a pattern."""
    shown = written(search_view([_found("Talks on the deal: all are talking of the ideal.")], wanted), colours=True)
    assert re.findall("\x1b\\[1;33m(.*?)\x1b", shown) == marked


def test_long_passage_is_shown_around_what_was_found(written: Written) -> None:
    """The words that were looked for are among those shown."""
    shown = written(search_view([_found("before " * 200 + "needle" + " after" * 200)], "needle"), width=400)
    assert "before needle after" in shown
    assert len(shown) < 500
