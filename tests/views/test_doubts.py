from collections.abc import Callable
from typing import get_args

import pytest

from ranke.answers import DoubtKind, DoubtRow, DoubtSide, Evidence
from ranke.views.doubts import review_view

type Written = Callable[..., str]


@pytest.mark.parametrize(
    ("kind", "word"), [("joined", "confirm"), ("apart", "merge"), ("accounts", "confirm"), ("event", "reject")]
)
def test_a_doubt_shows_its_sides_and_the_commands_that_answer(
    kind: DoubtKind, word: str, written: Written, evidence: Callable[..., Evidence]
) -> None:
    """With the ids that they take, so that they can be copied."""
    assert kind in get_args(DoubtKind)
    sides = (
        DoubtSide("aone5e6f7g8h", "Ada Berg", ("person", "NOR"), 3, (evidence(),)),
        DoubtSide("atwo5e6f7g8h", "Berg", (), 0, ()),
    )
    shown = written(review_view([DoubtRow("x", kind, "actor", "Berg may be short for Ada Berg", sides, None)]))
    assert shown.startswith("Berg may be short for Ada Berg\n  Ada Berg (person, NOR, 3 reports)\n")
    assert "“Ada Berg met the envoy on Monday.”  [2020-03-03, Norland Herald, herald-1]" in shown
    assert f"ranke {word} aone5e6f atwo5e6f" in shown
    assert "ranke unsure aone5e6f atwo5e6f" in shown


def test_no_doubt_is_said(written: Written) -> None:
    """An empty queue is told as such."""
    assert written(review_view([])).strip() == "Nothing is in doubt."
