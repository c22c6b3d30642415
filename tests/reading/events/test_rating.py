"""Rating: how sure an event is, and whether the report is about it."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ranke.model import Status
from ranke.reading.events.rating import rate
from ranke.reading.parts import EventPart

DOC = Doc(Vocab(), words=["word"] * 20)


def rated(at: int, *, weight: float = 0.6, more: int = 0, targets: str = "b", status: Status = "happened") -> EventPart:
    """Return an event at this character, rated."""
    event = EventPart(
        "ASSAULT", "rule", None, None, 0, (at, at + 4), ("a",), tuple(targets), status=status, weight=weight
    )
    event.more = ((90, 94),) * more
    rate(DOC, [event])
    return event


def test_confidence_grows_with_what_is_known() -> None:
    """A surer word, a second side and a retelling each make an event surer."""
    plain = rated(0)
    assert plain.confidence == pytest.approx(0.6)
    assert rated(0, weight=0.8).confidence > plain.confidence
    assert rated(0, targets="").confidence < plain.confidence
    assert rated(0, more=1).confidence > plain.confidence


@pytest.mark.parametrize("more", [0, 1, 2, 50])
@pytest.mark.parametrize("weight", [0.0, 0.5, 0.95, 1.0])
def test_confidence_is_a_share(weight: float, more: int) -> None:
    """Whatever speaks for an event, its confidence lies between 0 and 1, short of certain."""
    assert 0 <= rated(0, weight=weight, more=more).confidence < 1


@pytest.mark.parametrize(
    ("at", "more", "status", "core"),
    [
        (0, 0, "happened", True),
        (29, 0, "planned", True),
        (30, 0, "happened", False),
        (90, 0, "happened", False),
        (90, 2, "happened", True),
        (0, 0, "denied", False),
    ],
)
def test_what_the_report_is_about(at: int, more: int, status: Status, *, core: bool) -> None:
    """An event near the start, or told again and again, is what the report is about; a denied one is not."""
    assert rated(at, more=more, status=status).core is core


def test_an_empty_text_has_no_events_to_rate() -> None:
    """Nothing to rate is no error."""
    rate(Doc(Vocab()), [])
