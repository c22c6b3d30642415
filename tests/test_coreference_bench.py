"""The scorer of coreference, on cases counted by hand."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "bench" / "coreference.py"


def load() -> ModuleType:
    """Return the scorer as a module, from its path as the measurements load it."""
    spec = importlib.util.spec_from_file_location("coreference", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


scorer = load()


def actors(**spans: list[list[int]]) -> list[dict[str, Any]]:
    """Return actors as a reading has them, each with mentions at these spans."""
    return [{"id": name, "mentions": [{"span": span} for span in of]} for name, of in spans.items()]


def figure(gold: dict[str, list[list[int]]], read: dict[str, list[list[int]]]) -> dict[str, float]:
    """Score one report."""
    made: dict[str, float] = scorer.figure([(scorer.mentions(actors(**gold)), scorer.mentions(actors(**read)))])
    return made


GOLD = {"ana": [[0, 3], [10, 12], [20, 23]], "ben": [[30, 33]]}


@pytest.mark.parametrize(
    ("read", "precision", "recall"),
    [
        # The same chains under other names.
        ({"x": [[0, 3], [10, 12], [20, 23]], "y": [[30, 33]]}, 1.0, 1.0),
        # All in one chain: three mentions at 3/4 and one at 1/4.
        ({"x": [[0, 3], [10, 12], [20, 23], [30, 33]]}, 0.625, 1.0),
        # Each alone: recall of Ana's three is 1/3 each.
        ({"w": [[0, 3]], "x": [[10, 12]], "y": [[20, 23]], "z": [[30, 33]]}, 1.0, 0.5),
        # Ana's pronoun is missing: recall 2/3 twice, 0 for it, 1 for Ben.
        ({"x": [[0, 3], [20, 23]], "y": [[30, 33]]}, 1.0, 0.5833),
        # Nothing is read.
        ({}, 0.0, 0.0),
    ],
)
def test_chains_are_counted_by_mention(read: dict[str, list[list[int]]], precision: float, recall: float) -> None:
    """Joining too much costs precision, joining too little recall, and a missed mention recall alone."""
    made = figure(GOLD, read)
    assert (made["p"], made["r"]) == (precision, recall)


def test_what_the_gold_does_not_mark_is_left_out() -> None:
    """Further mentions and further actors of a reading are neither right nor wrong."""
    assert figure(GOLD, {"x": [*GOLD["ana"], [40, 43]], "y": GOLD["ben"], "z": [[50, 53]]})["f1"] == 1.0


def test_a_mention_is_aligned_with_the_one_that_it_shares_most_with() -> None:
    """A title and the name after it are two mentions of a reading; the gold's one is the nearer of the two."""
    gold, read = scorer.mentions(actors(a=[[0, 20]])), scorer.mentions(actors(x=[[0, 6]], y=[[7, 20]]))
    assert scorer.align(gold, read) == {(0, 20): (7, 20)}


def test_no_mention_is_aligned_twice() -> None:
    """One long mention of a reading stands for one of the gold's."""
    gold, read = scorer.mentions(actors(a=[[0, 4]], b=[[5, 20]])), scorer.mentions(actors(x=[[0, 20]]))
    assert scorer.align(gold, read) == {(5, 20): (0, 20)}


def test_what_several_actors_share_is_left_out() -> None:
    """The gold gives "they" to both of two; no reading gives it to one alone."""
    assert scorer.mentions(actors(a=[[0, 3], [8, 12]], b=[[4, 7], [8, 12]])) == {(0, 3): "a", (4, 7): "b"}
