import datetime as dt
from typing import Any

import pytest

from ranke.model import Actor, DateValue, Document, Event, Reading
from ranke.record.events.accounts import Account, account, acts

TEXT = "MALE - Protesters stormed the port of Male on Monday and 12 people were injured, said minister Aminath Didi."


def reading(event: Event, *actors: Actor, day: str = "2021-03-05") -> Reading:
    """A reading of one event."""
    document = Document(id="r1", date=day, characters=len(TEXT))
    return Reading(document=document, actors=actors, events=(event,))


def storming(**values: Any) -> Event:  # noqa: ANN401 - fields of an event
    """The event of the text."""
    start = TEXT.index("stormed")
    fields: dict[str, Any] = {
        "id": "e1", "type": "PROTEST", "quad": 4, "sources": ("a1",), "trigger": (start, start + 7),
        "evidence": (TEXT.index("Protesters"), len(TEXT)), "rule": "made.up",
    }  # fmt: skip
    return Event(**{**fields, **values})


CROWD = Actor(id="a1", name="protesters", kind="group", country="MDV", sector="CVL")
MINISTER = Actor.model_validate(
    {"id": "a2", "name": "Aminath Didi", "kind": "person", "country": "MDV", "sector": "GOV",
     "aliases": ["Didi", "the Maldivian minister"],
     "roles": [{"title": "minister", "organization": "Ministry of Ports"}]}
)  # fmt: skip


def days(**values: Any) -> tuple[str, str, str]:  # noqa: ANN401 - fields of an event
    """The days that an account of the event gives."""
    one = account(reading(storming(**values), CROWD), storming(**values), TEXT)
    return dt.date.fromordinal(one.first).isoformat(), dt.date.fromordinal(one.last).isoformat(), one.precise


def test_an_account_holds_what_tells_which_event_it_is() -> None:
    """Sides, words, numbers and authority come from the reading and the sentence of the event."""
    event = storming(targets=("a2",), attribution=("a2",), core=True)
    one = account(reading(event, CROWD, MINISTER), event, TEXT)
    assert one.key == ("r1", "e1")
    assert [sorted(side.names) for side in one.targets] == [["aminath didi", "didi"]]
    assert one.targets[0].bodies == {"ministry of ports"}
    assert one.acts == {"attack"}
    assert "port" in one.words
    assert not one.words & {"aminath", "didi"}
    assert [(count.noun, count.low) for count in one.numbers] == [("hurt", 12)]
    assert one.authority == ("aminath didi",)
    assert one.core


def test_an_account_without_a_text_knows_no_words() -> None:
    """A reading whose text is not there still gives sides and days."""
    one = account(reading(storming(), CROWD), storming(), None)
    assert not one.read
    assert not one.words
    assert one.sources[0].country == "MDV"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"date": DateValue(value="2021-03-01")}, ("2021-03-01", "2021-03-01", "day")),
        ({"date": DateValue(value="2021-02")}, ("2021-02-01", "2021-02-28", "span")),
        ({"date": DateValue(value="2021-02"), "status": "ongoing"}, ("2021-02-01", "2021-03-05", "span")),
        ({"core": True}, ("2021-02-26", "2021-03-05", "news")),
        ({}, ("0001-01-01", "2021-03-05", "past")),
        ({"status": "planned"}, ("2021-03-05", "2024-03-09", "ahead")),
        ({"status": "ongoing"}, ("0001-01-01", "2024-03-09", "open")),
    ],
)
def test_what_has_no_day_lies_where_its_report_and_status_leave_room(
    values: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    """A day is taken as told; else what happened lies before the report, and what it is about a few days before."""
    assert days(**values) == expected


def test_an_unnamed_person_is_as_little_known_as_a_group() -> None:
    """What only says "a police officer" tells no person from another."""
    officer = Actor(id="a1", name="police officer", kind="person", country="MDV", sector="COP")
    one = account(reading(storming(), officer), storming(), TEXT)
    assert one.sources[0].kind == "group"


def test_what_is_dumped_is_loaded_the_same() -> None:
    """Writing and reading again gives an equal account, and equal accounts give the same text."""
    event = storming(targets=("a2",), attribution=("a2",))
    one = account(reading(event, CROWD, MINISTER), event, TEXT)
    again = account(reading(event, MINISTER, CROWD), event, TEXT)
    assert Account.load(one.dump()) == one
    assert again.dump() == one.dump()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pulled out", {"leave"}),
        ("withdrawal", {"leave"}),
        ("resigned", {"resign"}),
        ("the accord", {"deal"}),
        ("sang", set()),
    ],
)
def test_words_name_kinds_of_act(words: str, expected: set[str]) -> None:
    """Verb and noun, and words of one meaning, name one act."""
    assert acts(words) == expected
