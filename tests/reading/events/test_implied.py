"""Implied targets: only what the report makes plain is filled in, and never a source."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.model import EventType
from ranke.reading.events.implied import imply_targets
from ranke.reading.parts import ActorPart, Cast, EventPart

DocOf = Callable[[str], Doc]


def cast(**heads: int) -> Cast:
    """Return a cast of two countries and the people of one, mentioned at these tokens."""
    actors = {
        "Iran": ActorPart("Iran", "Iran", "country", country="IRN"),
        "Iraq": ActorPart("Iraq", "Iraq", "country", country="IRQ"),
        "students": ActorPart("students", "students", "group", country="IRN"),
        "crowd": ActorPart("crowd", "crowd", "group"),
    }
    return Cast(actors, {at: (one,) for one, at in heads.items()})


def event(kind: EventType, anchor: int, *sources: str, targets: tuple[str, ...] = ()) -> EventPart:
    """Return an event of this type at a token."""
    return EventPart(kind, "rule", None, None, anchor, (0, 1), sources=sources, targets=targets, weight=0.8)


def test_a_protest_is_against_the_protesters_own_government(doc_of: DocOf) -> None:
    """Students of a country that the report names protest against that country."""
    one = event("PROTEST", 1, "students")
    imply_targets(doc_of("Students rallied."), [one], cast(Iraq=7, students=0, Iran=9))
    assert one.targets == ("Iran",)
    assert one.weight == pytest.approx(0.68)


def test_else_against_the_country_that_the_report_is_of(doc_of: DocOf) -> None:
    """A crowd of unknown country protests against the country that is named most often."""
    one, many = event("PROTEST", 1, "crowd"), cast(crowd=0, Iran=5)
    many.heads.update({6: ("Iraq",), 7: ("Iraq",)})
    imply_targets(doc_of("Crowds rallied."), [one], many)
    assert one.targets == ("Iraq",)


def test_where_no_country_is_named_the_target_stays_empty(doc_of: DocOf) -> None:
    """Nothing is invented."""
    one = event("PROTEST", 1, "crowd")
    imply_targets(doc_of("Crowds rallied."), [one], cast(crowd=0))
    assert one.targets == ()
    assert one.weight == 0.8


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [("Iraq rejected the move.", ("Iran",)), ("Iraq rejected it.", ("Iran",)), ("Iraq refused.", ())],
)
def test_a_rejection_is_of_whoever_made_the_move(doc_of: DocOf, sentence: str, targets: tuple[str, ...]) -> None:
    """The nearest earlier act of somebody else is answered, where the object is an act without its owner."""
    earlier, answer = event("SANCTION", 0, "Iran", targets=("Iraq",)), event("REJECT", 1, "Iraq")
    imply_targets(doc_of(sentence), [earlier, answer], cast(Iran=20, Iraq=0))
    assert answer.targets == targets


def test_nobody_protests_against_himself(doc_of: DocOf) -> None:
    """A country that protests is not its own target."""
    one = event("PROTEST", 1, "Iran")
    imply_targets(doc_of("Iran protested."), [one], cast(Iran=0))
    assert one.targets == ()


def test_ones_own_act_is_not_what_one_answers(doc_of: DocOf) -> None:
    """An earlier act of the same actor is passed over, the nearest is answered, what lies far back is forgotten."""
    doc = doc_of("Iraq rejected the move.")
    other, own, answer = event("SANCTION", 0, "Iran"), event("AID", 0, "Iraq"), event("REJECT", 1, "Iraq")
    imply_targets(doc, [other, own, answer], cast(Iraq=0))
    assert answer.targets == ("Iran",)
    nearest = event("REJECT", 1, "Iraq")
    imply_targets(doc, [other, event("AID", 0, "crowd"), nearest], cast(Iraq=0))
    assert nearest.targets == ("crowd",)
    late = event("REJECT", 1, "Iraq")
    imply_targets(doc, [other, *[own] * 6, late], cast(Iraq=0))
    assert late.targets == ()


def test_what_grammar_found_stays(doc_of: DocOf) -> None:
    """A target that is there is kept, and other types are left alone."""
    protest, attack = event("PROTEST", 1, "students", targets=("Iraq",)), event("ASSAULT", 1, "students")
    imply_targets(doc_of("Students rallied."), [protest, attack], cast(Iran=9))
    assert (protest.targets, attack.targets) == (("Iraq",), ())


def test_sources_are_never_guessed(doc_of: DocOf) -> None:
    """A protest by nobody known stays so."""
    one = event("PROTEST", 0)
    imply_targets(doc_of("Rallies followed."), [one], cast(Iran=9))
    assert (one.sources, one.targets) == ((), ("Iran",))
