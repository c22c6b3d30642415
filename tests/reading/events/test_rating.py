"""Rating: how sure an event is, and whether the report is about it."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ranke.model import DateValue, Status
from ranke.reading.events.rating import rate
from ranke.reading.parser import parse
from ranke.reading.parts import ActorPart, Cast, EventPart

DOC = Doc(Vocab(), words=["word"] * 20)
CAST = Cast({name: ActorPart(name, name.upper(), "country", name.upper() * 3) for name in "ab"}, {})


def rated(at: int, *, weight: float = 0.6, more: int = 0, targets: str = "b", status: Status = "happened") -> EventPart:
    """Return an event at this character, rated."""
    event = EventPart(
        "ASSAULT", "rule", None, None, 0, (at, at + 4), ("a",), tuple(targets), status=status, weight=weight
    )
    event.more = ((90, 94),) * more
    event.sure_target = 1.0 if targets else 0.6
    rate(DOC, CAST, [event], least=0.0)
    return event


def test_confidence_grows_with_what_is_known() -> None:
    """A surer word, a second side and a retelling each make an event surer."""
    plain = rated(0)
    assert rated(0, weight=0.9).confidence > plain.confidence
    assert rated(0, targets="").confidence < plain.confidence
    assert rated(0, more=3).confidence > plain.confidence


def test_a_side_that_was_chosen_is_less_sure_than_one_that_is_told() -> None:
    """What grammar gives counts for more than what was likeliest."""
    told, chosen = rated(0), rated(0)
    chosen.sure_target = 0.3
    rate(DOC, CAST, [chosen], least=0.0)
    assert chosen.confidence < told.confidence


@pytest.mark.parametrize("more", [0, 1, 2, 50])
@pytest.mark.parametrize("weight", [0.0, 0.5, 0.95, 1.0])
def test_confidence_is_a_probability(weight: float, more: int) -> None:
    """Whatever speaks for an event, its confidence lies between 0 and 1, short of certain."""
    assert 0 < rated(0, weight=weight, more=more).confidence < 1


def test_confidence_follows_the_table() -> None:
    """The probability is that of a logistic regression: no weight at all is one half."""
    event = rated(0)
    rate(DOC, CAST, [event], tables={"right": {}}, least=0.0)
    assert event.confidence == pytest.approx(0.5)
    rate(DOC, CAST, [event], tables={"right": {"any": 1.0, "happened": 1.0}}, least=0.0)
    assert event.confidence == pytest.approx(0.8808, abs=1e-4)


def test_unlikely_events_are_left_out() -> None:
    """What is likelier than the least is kept, in order; the rest falls."""
    events = [rated(0), rated(5, status="denied"), rated(10)]
    tables = {"right": {"denied": -5.0}}
    assert rate(DOC, CAST, events, tables=tables) == [events[0], events[2]]


@pytest.mark.parametrize(
    ("at", "status", "core"),
    [
        (0, "happened", True),
        (0, "denied", True),
        (45, "happened", True),
        (45, "possible", False),
        (90, "happened", False),
    ],
)
def test_what_the_report_is_about(at: int, status: Status, *, core: bool) -> None:
    """The report is about what it opens with, less and less about what follows, and less about what may be."""
    assert rated(at, status=status).core is core


def dated(*values: str | None) -> list[bool]:
    """Return whether events in the middle of a text, with these dates, are what it is about."""
    events = [
        EventPart("ASSAULT", "rule", None, None, 0, (60, 64), ("a",), ("b",), weight=0.6, date=DateValue(value=value))
        for value in values
    ]
    rate(DOC, CAST, events, least=0.0)
    return [event.core for event in events]


def test_the_news_of_a_report_is_core_its_history_is_not() -> None:
    """Of events told side by side, those of the month of the last one are new; without a date nothing can be told."""
    assert dated("2019-07-22", "2019-07-01", "2016", None) == [True, True, False, False]
    assert dated("2016", None) == [True, False]


def test_what_is_told_aside_is_background() -> None:
    """The clause that tells what happened is core; nouns and relative clauses that only point at an event are not."""
    text = "Snow fell. The envoy, who resigned, met rebels after an attack. It was late. It went on and on."
    doc = parse(text)
    events = [
        EventPart("ASSAULT", "rule", None, None, token.i, (token.idx, token.idx + 1), ("a",), ("b",), weight=0.6)
        for token in doc
        if token.text in ("resigned", "met", "attack")
    ]
    rate(doc, CAST, events, least=0.0)
    assert [event.core for event in events] == [False, True, False]


def test_the_first_sentence_is_what_a_report_opens_with() -> None:
    """In a short text the end of the first sentence counts as its opening, the second sentence does not."""
    doc = parse("The envoy of the northern provinces met rebels. They talked.")
    events = [
        EventPart("CONSULT", "rule", None, None, token.i, (token.idx, token.idx + 1), ("a",), ("b",), weight=0.3)
        for token in doc
        if token.text in ("met", "talked")
    ]
    rate(doc, CAST, events, least=0.0)
    assert [event.core for event in events] == [True, False]


def test_an_empty_text_has_no_events_to_rate() -> None:
    """Nothing to rate is no error."""
    assert rate(Doc(Vocab()), CAST, []) == []
