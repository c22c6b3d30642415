"""Circumstances: the date and place that the words around a trigger give."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from ranke.model import DateValue, EventPlace, EventType, Place, Span, Time
from ranke.reading.events.circumstances import main_day, set_circumstances, when, where
from ranke.reading.parser import parse
from ranke.reading.parts import EventPart
from ranke.reading.times.find import find_times

DATE = "2019-07-23"
DocOf = Callable[[str], Doc]
At = Callable[[str, str], Token]


def span(text: str, words: str) -> Span:
    """Return the characters of some words."""
    return text.index(words), text.index(words) + len(words)


def day(text: str, words: str, value: str | None) -> Time:
    """Return a time expression with its value."""
    return Time(span=span(text, words), value=value, type="DATE")


def event(token: Token) -> EventPart:
    """Return an event with this trigger."""
    return EventPart("ASSAULT", "rule", None, None, token.i, (token.idx, token.idx + len(token)))


def test_an_act_is_dated_by_the_words_that_hang_on_it(doc_of: DocOf, at: At) -> None:
    """The day named beside the verb is the event's date, with the words that give it."""
    text = "Rebels attacked the town on Monday."
    found = when(doc_of(text), at(text, "attacked").i, [day(text, "Monday", "2019-07-22")], DATE)
    assert found == DateValue(value="2019-07-22", span=span(text, "Monday"))


@pytest.mark.parametrize("value", [None, "2019-07-22"])
def test_what_the_text_does_not_date_stays_unknown(doc_of: DocOf, at: At, value: str | None) -> None:
    """No time in the sentence, or one without a value, gives no date."""
    text = "Troops came on Monday. Rebels attacked the town."
    assert when(doc_of(text), at(text, "attacked").i, [day(text, "Monday", value)], DATE) == DateValue()
    assert when(doc_of(text), at(text, "attacked").i, [], DATE) == DateValue()


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Rebels attacked a post in Aden.", "attacked", "Aden"),
        ("Rebels struck near Aden.", "struck", "Aden"),
        ("Rebels carried out an attack in Aden.", "attack", "Aden"),
        ("An attack was carried out in Aden.", "attack", "Aden"),
        ("The talks in Aden failed.", "talks", "Aden"),
        ("The premier travelled to Aden.", "travelled", "Aden"),
        ("The premier appealed to Aden.", "appealed", None),
        ("Aden attacked the rebels.", "attacked", None),
        ("The rebels of Aden attacked a post.", "attacked", None),
        ("Rebels struck in the port of Aden.", "struck", "Aden"),
        ("Rebels struck in the memory of Aden.", "struck", None),
        ("Rebels withdrew from Aden.", "withdrew", None),
    ],
)
def test_the_place_is_tied_to_the_act_by_a_preposition(at: At, text: str, word: str, place: str | None) -> None:
    """Only a preposition of place under the act, or under the verb whose object it is, says where it was."""
    token = at(text, word)
    places = {
        one.i: Place(span=span(text, "Aden"), name="Aden", country="YEM") for one in token.doc if one.text == "Aden"
    }
    assert where(token, places) == (EventPlace(name="Aden", country="YEM", span=span(text, "Aden")) if place else None)


def test_every_event_gets_its_own_circumstances(doc_of: DocOf, at: At) -> None:
    """Two acts in one sentence have each their own date and place; a name of two words is one place."""
    text = "The army met rebels on Sunday in New Aden and bombed them on Monday in Taiz."
    doc, met, bombed = doc_of(text), event(at(text, "met")), event(at(text, "bombed"))
    times = [day(text, "Sunday", "2019-07-21"), day(text, "Monday", "2019-07-22")]
    places = [Place(span=span(text, "New Aden"), name="New Aden"), Place(span=span(text, "Taiz"), name="Taiz")]
    set_circumstances(doc, [met, bombed], times, places, DATE)
    assert (met.date.value, bombed.date.value) == ("2019-07-21", "2019-07-22")
    assert [one.place.name if one.place else None for one in (met, bombed)] == ["New Aden", "Taiz"]


def test_a_day_inside_the_phrase_of_a_meeting_dates_it() -> None:
    """The parser may hang the day on the title of who was met."""
    doc = parse("His meeting with Jane Fox, deputy head of the party's office on Sunday, was short.")
    meeting = next(token.i for token in doc if token.text == "meeting")
    times = find_times(doc, "2019-07-21")
    assert when(doc, meeting, times, "2019-07-21").value == "2019-07-21"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The union wants an inquiry into the riot of 8 July.", None),
        ("The union wants an inquiry into Sunday's riot.", None),
        ("The union wants an inquiry into the mayor of 8 July.", "2019-07-08"),
    ],
)
def test_a_day_of_another_act_in_the_phrase_does_not_date_it(text: str, value: str | None) -> None:
    """What an inquiry looks into was on that day, the inquiry was not; no such act, and the day is its own."""
    doc = parse(text)
    word = next(token.i for token in doc if token.text == "inquiry")
    assert when(doc, word, find_times(doc, DATE), DATE).value == value


@pytest.mark.parametrize(("kind", "place"), [("RETREAT", "Aden"), ("ASSAULT", None)])
@pytest.mark.parametrize("text", ["Troops withdrew from Aden.", "Troops left Aden."])
def test_a_retreat_is_where_it_leaves(at: At, text: str, kind: str, place: str | None) -> None:
    """What is left behind is the place of a retreat, and of no other act."""
    token = at(text, text.split()[1])
    places = {token.doc[len(token.doc) - 2].i: Place(span=span(text, "Aden"), name="Aden", country="YEM")}
    found = where(token, places, kind)
    assert (found.name if found else None) == place


SCENE = "Crowds met in the square on Monday. {} The minister had spoken on Friday."


@pytest.mark.parametrize(
    ("words", "word", "kind", "value"),
    [
        ("They threw stones.", "threw", "ASSAULT", "2019-07-22"),
        ("A guard was shot.", "shot", "ASSAULT", "2019-07-22"),
        ("They have thrown stones.", "thrown", "ASSAULT", None),
        ("They blamed the minister.", "blamed", "ACCUSE", None),
    ],
)
def test_a_scene_keeps_the_day_that_the_report_has_set(words: str, word: str, kind: EventType, value: str) -> None:
    """Attacks and protests told in the plain past go on on the main day; words and what has been done do not."""
    doc = parse(SCENE.format(words))
    act = event(next(token for token in doc if token.text == word))
    act.type = kind
    set_circumstances(doc, [act], find_times(doc, DATE), [], DATE)
    assert act.date.value == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met on Monday and again on Sunday.", "on Monday"),
        ("Since 2011 they meet. They met on Monday.", "on Monday"),
        ('"Since Sunday we fight," he said on Monday.', "on Monday"),
        ("They met on 2 May. They met on Monday.", None),
        ("They will meet on Friday.", None),
    ],
)
def test_the_main_day_is_the_first_that_the_report_tells_of(text: str, words: str | None) -> None:
    """Years, quotations and days to come set no scene; an old day tells of history."""
    doc = parse(text)
    found = main_day(text, find_times(doc, DATE), DATE)
    assert (text[slice(*found.span)] if found else None) == (words.split()[-1] if words else None)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels killed a guard at a Tripoli hotel.", "killed"),
        ("Jon Berg was sentenced by a court in Tripoli.", "sentenced"),
    ],
)
def test_a_place_before_a_site_and_that_of_a_court_count(at: At, text: str, word: str) -> None:
    """The town before a hotel, and the one where the court sits, tell where."""
    token = at(text, word)
    inner = next(one for one in token.doc if one.text == "Tripoli")
    place = Place(span=span(text, "Tripoli"), name="Tripoli", country="LBY", latitude=32.9, longitude=13.2)
    found = where(token, {inner.i: place})
    assert found is not None
    assert found.name == "Tripoli"


def test_a_scene_keeps_its_place(doc_of: DocOf, at: At) -> None:
    """What police did next they did where the rebels had attacked."""
    text = "Rebels attacked in Tripoli. Guards shot a rebel."
    place = Place(span=span(text, "Tripoli"), name="Tripoli", country="LBY", latitude=32.9, longitude=13.2)
    events = [event(at(text, "attacked")), event(at(text, "shot"))]
    set_circumstances(doc_of(text), events, [], [place], DATE)
    assert [one.place.name if one.place is not None else None for one in events] == ["Tripoli", "Tripoli"]


@pytest.mark.parametrize(
    ("kind", "days"),
    [("ACCUSE", [None, "2019-W29"]), ("REQUEST", ["2019-W29", None])],
)
def test_a_day_after_what_is_condemned_is_the_acts(kind: EventType, days: list[str | None]) -> None:
    """What is condemned was done on the day named after it; what is asked for is asked on that day."""
    doc = parse("The speaker deplored the killing of two soldiers in Quito last week.")
    words = [event(next(token for token in doc if token.text == word)) for word in ("deplored", "killing")]
    words[0].type, words[1].type = kind, "ASSAULT"
    set_circumstances(doc, words, find_times(doc, DATE), [], DATE)
    assert [one.date.value for one in words] == days
