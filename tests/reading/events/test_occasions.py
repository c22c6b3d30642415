"""Occasions: the day of what no word of its clause dates."""

import pytest

from ranke.model import DateValue, EventType, Status
from ranke.reading.events.occasions import settle_days
from ranke.reading.events.speaking import Said
from ranke.reading.parser import parse
from ranke.reading.parts import EventPart
from ranke.reading.times.find import find_times

DATE = "2019-07-23"
MONDAY = "2019-07-22"
VOTE = "Parliament passed the bill on Monday. "
LATER = VOTE + "Rain fell. Rain fell. "


def settled(  # noqa: PLR0913 (one argument for each thing that a test varies)
    text: str,
    word: str,
    kind: EventType,
    *,
    status: Status = "happened",
    source: str = "union",
    told: EventType | None = None,
    said: list[Said] | None = None,
) -> str | None:
    """Return the day that an undated event gets, beside one of the kind `told` that is dated on the main day."""
    doc = parse(text)
    token = next(token for token in doc if token.text == word)
    act = EventPart(kind, "rule", None, None, token.i, (token.idx, token.idx + len(token)), (source,), status=status)
    events = [act]
    if told is not None:
        first = EventPart(told, "rule", None, None, 1, (doc[1].idx, doc[1].idx + len(doc[1])), ("parliament",))
        first.date = DateValue(value=MONDAY)
        events.insert(0, first)
    settle_days(doc, events, said or [], find_times(doc, DATE), DATE)
    return act.date.value


@pytest.mark.parametrize(
    ("words", "word", "source", "value"),
    [
        ("The liberals backed it.", "backed", "union", MONDAY),
        ("The house has backed it.", "backed", "parliament", MONDAY),
        ("The house warned the union.", "warned", "parliament", MONDAY),
        ("The union has backed it.", "backed", "union", None),
    ],
)
def test_an_act_with_two_signs_is_part_of_the_occasion(words: str, word: str, source: str, value: str | None) -> None:
    """Told plainly, of a kind with what happened that day, by one who acted then: two of these give the day."""
    assert settled(LATER + words, word, "SUPPORT", source=source, told="SUPPORT") == value


@pytest.mark.parametrize(
    ("words", "word", "value"),
    [
        ("The union sued the mayor.", "sued", MONDAY),
        ("Rain fell. The union sued the mayor.", "sued", MONDAY),
        ("Rain fell. Rain fell. The union sued the mayor.", "sued", None),
        ("The union had sued the mayor.", "sued", None),
        ("The union once sued the mayor.", "sued", None),
        ("The union sues the mayor.", "sues", None),
    ],
)
def test_what_is_told_plainly_right_after_the_day_is_of_that_day(words: str, word: str, value: str | None) -> None:
    """Within two sentences plain telling is enough, but not for what was before."""
    assert settled(VOTE + words, word, "ACCUSE") == value


def test_what_was_before_is_no_part_of_the_occasion() -> None:
    """An adverb that tells an act as an earlier one outweighs all signs."""
    words = "The house previously backed it."
    assert settled(LATER + words, "backed", "SUPPORT", source="parliament", told="SUPPORT") is None


def test_one_sign_is_not_enough() -> None:
    """What another actor did, of another kind, has no day of its own, however plainly it is told."""
    assert settled(LATER + "The union sued the mayor.", "sued", "ACCUSE", told="SUPPORT") is None


def test_who_spoke_on_the_day_was_there() -> None:
    """The speaker of a statement of that day acts on it, too."""
    text = "The envoy said on Monday that the talks had failed. Rain fell. Rain fell. She blamed the rebels."
    said = [(frozenset({"envoy"}), DateValue(value=MONDAY))]
    assert settled(text, "blamed", "ACCUSE", source="envoy", said=said) == MONDAY
    assert settled(text, "blamed", "ACCUSE", source="envoy") is None


@pytest.mark.parametrize("status", ["planned", "possible"])
def test_what_is_to_come_has_not_the_day_of_the_occasion(status: Status) -> None:
    """A plan made on the day is for another day."""
    assert settled(VOTE + "The liberals backed it.", "backed", "SUPPORT", status=status, told="SUPPORT") is None


def test_an_occasion_ends() -> None:
    """Far from where the day is named, the text has gone on to something else."""
    away = "Rain fell. " * 7
    assert settled(VOTE + away + "The liberals backed it.", "backed", "SUPPORT", told="SUPPORT") is None


@pytest.mark.parametrize(
    ("text", "word", "kind", "value"),
    [
        ("Rain fell on the town in 2003 after rebels shelled the dam.", "shelled", "ASSAULT", "2003"),
        ("Rain fell on the town on 2 May after rebels shelled the dam.", "shelled", "ASSAULT", "2019-05-02"),
        ("Rain fell on the town in 2003 after rebels left the dam.", "left", "RETREAT", "2003"),
        ("Rain fell on the town on 2 May after rebels left the dam.", "left", "RETREAT", None),
        ("Rain fell on the town in 2003, as rebels had foretold and blamed.", "blamed", "ACCUSE", None),
        ("Rain fell on the town in 2003, which rebels have shelled since.", "shelled", "ASSAULT", None),
    ],
)
def test_a_sentence_lends_its_date_to_deeds_told_plainly(
    text: str, word: str, kind: EventType, value: str | None
) -> None:
    """A year covers its sentence, a day the attacks and protests in it; no date covers what is said or lasts."""
    assert settled(text, word, kind) == value


def test_a_date_of_its_own_stays() -> None:
    """What another telling dated is left as it is."""
    doc = parse(VOTE)
    act = EventPart("SUPPORT", "rule", None, None, 1, (doc[1].idx, doc[1].idx + len(doc[1])))
    act.date = DateValue(value="2018")
    settle_days(doc, [act], [], find_times(doc, DATE), DATE)
    assert act.date.value == "2018"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The union sued the mayor in a town where he lived in 2012.", None),
        ("The union declined to comment but said that drilling would begin in 2031.", None),
        ("The house fined the baker who sued the mayor in 2012.", None),
        ("The house fined the baker in 2012, two years after the union sued the mayor.", None),
        ("The house fined the union in 2012 for having sued the mayor.", None),
        ("The union sued the mayor in 2012.", "2012"),
    ],
)
def test_a_year_of_another_clause_dates_nothing(words: str, value: str | None) -> None:
    """Neither what another clause tells nor a year to come dates what was done; nor does a year what is apart."""
    word = "sued" if "sued" in words else "declined"
    assert settled(words, word, "REJECT") == value


def test_an_occasion_is_of_the_day_of_what_was_done_at_it() -> None:
    """The meeting at which somebody was accused on Monday was on Monday."""
    text = "During a meeting with the envoy, the mayor called the plan a farce."
    doc = parse(text)
    noun, verb = doc[2], next(token for token in doc if token.text == "called")
    at = [(token.i, (token.idx, token.idx + len(token))) for token in (noun, verb)]
    meeting, charge = (
        EventPart(kind, "rule", None, None, *place, ("mayor",))
        for kind, place in zip(("CONSULT", "ACCUSE"), at, strict=True)
    )
    charge.date = DateValue(value=MONDAY)
    settle_days(doc, [meeting, charge], [], [], DATE)
    assert meeting.date.value == MONDAY
