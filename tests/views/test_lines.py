from types import SimpleNamespace

import pytest
from rich.text import Text

from ranke.views.lines import change, core_note, deed, for_or_against, kind_of, on_day, said


@pytest.mark.parametrize(
    ("sources", "targets", "status", "told"),
    [
        ("Norland", "Suria", "happened", "Norland — AID → Suria"),
        ("Norland", "", "happened", "Norland — AID"),
        ("", "Suria", "denied", "not named — AID → Suria, denied"),
    ],
)
def test_a_deed_tells_its_sides_and_a_status_that_matters(sources: str, targets: str, status: str, told: str) -> None:
    """A side that is not known is said to be so, and only what did not simply happen has its status."""
    assert deed("AID", sources, targets, status).plain == told


def test_words_of_a_speaker_have_marks_only_if_they_are_its_own() -> None:
    """What is told in other words is no quotation, and no words have no marks at all."""
    told = [said(Text("Ada"), ["", "to Ben"], words, direct=True).plain for words in ("We  met.", "")]
    assert told == ["Ada (to Ben): “We met.”", "Ada (to Ben): "]
    assert said(Text("Ada"), [], "they met", direct=False).plain == "Ada: they met"


@pytest.mark.parametrize(
    ("kind", "sector", "told"),
    [
        ("person", "GOV", "person, government"),
        ("media", "MED", "media"),
        ("group", None, "group"),
        ("group", "?", "group"),
    ],
)
def test_the_kind_of_an_actor_is_not_told_twice(kind: str, sector: str | None, told: str) -> None:
    """The sector stands beside the kind where it says more and is known."""
    assert kind_of(kind, sector) == told


def test_what_nobody_knows_is_told_plainly() -> None:
    """A word that no table has keeps standing, a missing day has its own word, no core has no note."""
    assert (change("thaws").plain, on_day(None).plain, on_day("2019-W29").plain) == (
        "thaws",
        "no day",
        "week of 2019-07-15",
    )
    assert core_note([SimpleNamespace(core=False)]) == ""
    assert "●" in core_note([SimpleNamespace(core=False), SimpleNamespace(core=True)])
    assert for_or_against("Ada", "negative", "the plan").plain == "Ada against the plan: "
