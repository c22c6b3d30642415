from collections.abc import Callable

import pytest

from ranke.answers import ConflictRow, ConflictSide, Evidence
from ranke.views.conflicts import KINDS, conflicts_view

type Written = Callable[..., str]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_both_sides_stand_under_each_other_with_their_words(
    kind: str, written: Written, evidence: Callable[..., Evidence]
) -> None:
    """Neither side is preferred: each has its value, its words, its report and that report's day."""
    sides = (
        ConflictSide("3 killed", (evidence("killing three"), evidence("three dead", report="wire-7", outlet=None))),
        ConflictSide("5 killed", (evidence("killing five", report="post-2", outlet="Post"),)),
    )
    shown = written(conflicts_view([ConflictRow("e1a2b3c4d5", "2020-03-02", "ASSAULT", "number", kind, sides)]))
    lines = [line.strip() for line in shown.strip().split("\n")]
    assert lines == [
        f"2020-03-02  ASSAULT, number: {KINDS[kind][0]}",
        "e1a2b3c4    • 3 killed",
        "“killing three”  [2020-03-03, Norland Herald, herald-1]",
        "“three dead”  [2020-03-03, wire-7]",
        "• 5 killed",
        "“killing five”  [2020-03-03, Post, post-2]",
    ]


def test_side_without_a_value_says_so(written: Written) -> None:
    """A side may only leave open what the other tells."""
    shown = written(conflicts_view([ConflictRow("e1", None, "AID", "place", "update", (ConflictSide("", ()),))]))
    assert "no day" in shown
    assert "• not told" in shown
