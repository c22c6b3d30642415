"""Speaking: the day of each statement, and of what is done by making it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from ranke.model import DateValue, EventType, Span, Status
from ranke.reading.events.speaking import date_own_acts, said_on, statement_dates
from ranke.reading.parser import parse
from ranke.reading.parts import ActorPart, Cast, EventPart, StatementPart
from ranke.reading.times.find import find_times

DATE = "2019-07-23"
MONDAY = "2019-07-22"
DocOf = Callable[[str], Doc]
At = Callable[[str, str], Token]


def span(text: str, words: str) -> Span:
    """Return the characters of some words."""
    return text.index(words), text.index(words) + len(words)


def statement(text: str, cue: str | None, content: str, speaker: int | None = None) -> StatementPart:
    """Return a statement with this cue, content and speaker."""
    place = None if cue is None else next(token.i for token in parse(text) if token.text == cue)
    said = None if cue is None else span(text, cue)
    return StatementPart(span(text, content), said, "indirect", cue_token=place, speaker=speaker)


def cast_of(*heads: int) -> Cast:
    """Return a cast in which each of these tokens is an actor of its own, called by its number."""
    actors = {str(head): ActorPart(id=str(head), name=str(head), kind="person") for head in heads}
    return Cast(actors, {head: (str(head),) for head in heads})


def values(text: str, statements: list[StatementPart], cast: Cast) -> list[str | None]:
    """Return the days of some statements of a text."""
    doc = parse(text)
    return [one.value for one in statement_dates(doc, statements, find_times(doc, DATE), DATE, cast)]


def test_a_statement_is_dated_at_its_cue() -> None:
    """Dates come in the order of the statements; without a cue there is none."""
    text = "The envoy said on Monday that the talks had failed."
    told = statement(text, "said", "the talks had failed")
    bare = statement(text, None, "the talks had failed")
    assert values(text, [bare, told], cast_of()) == [None, MONDAY]


def test_a_statement_is_dated_by_what_it_is_made_in() -> None:
    """The day of a letter is that of what it says."""
    text = "The talks had failed, according to a letter of the envoy on Monday."
    assert values(text, [statement(text, "according", "The talks had failed")], cast_of()) == [MONDAY]


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("Speaking after talks in Cairo on Monday", MONDAY),
        ("Speaking on the sidelines of a meeting with rebels on Monday", MONDAY),
        ("Speaking ahead of a meeting on Monday", None),
        ("Staying away from a meeting on Monday", None),
    ],
)
def test_a_statement_is_of_the_day_on_which_somebody_spoke(before: str, value: str | None) -> None:
    """The occasion of a speech dates what is said there; what is still to come does not."""
    text = f"{before}, the envoy said that ships may sink."
    assert values(text, [statement(text, "said", "ships may sink")], cast_of()) == [value]


FIRST = "The envoy said on Monday that the talks had failed. "


@pytest.mark.parametrize(
    ("between", "speaker", "cue", "value"),
    [
        ("", 1, "added", MONDAY),
        ("Rain fell. Rain fell. ", 1, "added", MONDAY),
        ("Rain fell. Rain fell. Rain fell. ", 1, "added", None),
        ("", 2, "added", None),
        ("", 1, "warned", None),
    ],
)
def test_who_goes_on_speaking_does_so_on_the_same_day(between: str, speaker: int, cue: str, value: str | None) -> None:
    """Near a dated statement, another by the same speaker is of its day, unless it "had" been made."""
    helper = "had warned" if cue == "warned" else cue
    text = f"{FIRST}{between}He {helper} that ships may sink."
    first = statement(text, "said", "the talks had failed", 1)
    then = statement(text, cue, "ships may sink", speaker)
    assert values(text, [first, then], cast_of(1, 2)) == [MONDAY, value]


def test_speakers_are_known_with_their_day() -> None:
    """Each statement gives who speaks and when, in order; an unknown speaker is nobody."""
    known = StatementPart((0, 1), None, "indirect", speaker=1)
    unknown = StatementPart((0, 1), None, "indirect")
    day = DateValue(value=MONDAY)
    assert said_on([known, unknown], [day, DateValue()], cast_of(1)) == [
        (frozenset({"1"}), day),
        (frozenset(), DateValue()),
    ]


@pytest.mark.parametrize(
    ("kind", "status", "source", "attribution", "value"),
    [
        ("ACCUSE", "happened", "1", (), MONDAY),
        ("AGREE", "ongoing", "1", (), MONDAY),
        ("ASSAULT", "happened", "1", (), None),
        ("ACCUSE", "planned", "1", (), None),
        ("ACCUSE", "happened", "2", (), None),
        ("ACCUSE", "happened", "1", ("1",), None),
    ],
)
def test_what_is_done_by_speaking_is_of_the_day_of_the_speech(
    kind: EventType, status: Status, source: str, attribution: tuple[str, ...], value: str | None
) -> None:
    """A speaker's own verbal act has the day of his statement; deeds, plans and what he only tells of have not."""
    text = "He called the raid a crime."
    act = EventPart(kind, "rule", None, None, 4, span(text, "crime"), (source,), status=status)
    act.attribution = attribution
    told = statement(text, "called", "the raid a crime", 1)
    date_own_acts(parse(text), [act], [told], [DateValue(value=MONDAY)], cast_of(1))
    assert act.date.value == value


def test_a_cue_that_is_an_act_has_the_day_of_what_it_says() -> None:
    """Where one word is both the cue and the act, the act has that day, unless it has one already."""
    text = "He condemned the raid."
    told = statement(text, "condemned", "the raid", 1)
    act, dated = (EventPart("ACCUSE", "rule", None, None, 1, span(text, "condemned"), ("1",)) for _ in range(2))
    dated.date = DateValue(value="2018")
    date_own_acts(parse(text), [act, dated], [told], [DateValue(value=MONDAY)], cast_of(1))
    assert (act.date.value, dated.date.value) == (MONDAY, "2018")


@pytest.mark.parametrize(("text", "value"), [("It refuses to yield.", MONDAY), ("It refused to yield.", None)])
def test_what_a_speaker_does_in_saying_so_is_of_that_day(text: str, value: str | None) -> None:
    """Who says that he refuses to yield does so the day of his words, though he tells it of himself."""
    act = EventPart("REJECT", "rule", None, None, 1, span(text, text.split()[1]), ("1",), attribution=("1",))
    date_own_acts(parse(text), [act], [statement(text, None, text, 1)], [DateValue(value=MONDAY)], cast_of(1))
    assert act.date.value == value
