"""The types that the rooms share: frozen, strict, and the same after a journey through JSON."""

import json
from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError

from ranke import model
from ranke.model import (
    QUAD,
    Actor,
    DateValue,
    Document,
    Event,
    EventPlace,
    EventType,
    Mention,
    Place,
    Reading,
    Relation,
    Report,
    Role,
    Stance,
    Statement,
    Time,
)

READING = Reading(
    document=Document(id="r1", date="2019-07-23", outlet="Courier", characters=80),
    actors=(
        Actor(
            id="a1",
            name="envoy",
            kind="person",
            country="IRN",
            sector="GOV",
            aliases=("He",),
            roles=(Role(title="envoy", organization="Iran", span=(4, 9)),),
            mentions=(Mention(span=(4, 9), form="nominal"),),
        ),
    ),
    events=(
        Event(
            id="e1",
            type="ASSAULT",
            quad=4,
            goldstein=-10.0,
            intensity=-9.0,
            contexts=("military", "territory"),
            sources=("a1",),
            trigger=(55, 63),
            more=((64, 68),),
            evidence=(0, 70),
            date=DateValue(value="2019-07-22", span=(38, 44)),
            place=EventPlace(name="Aden", country="YEM", span=(64, 68)),
            status="possible",
            attribution=("a1",),
            rule="assault.attack",
        ),
    ),
    statements=(Statement(id="s1", speaker="a1", kind="indirect", cue=(18, 22), content=(50, 68), events=("e1",)),),
    stances=(Stance(holder="a1", target="peace plan", polarity="positive", evidence=(18, 22)),),
    times=(Time(span=(38, 44), value="2019-07-22", type="DATE"),),
    places=(Place(span=(64, 68), name="Aden", country="YEM", latitude=12.78, longitude=45.04),),
    relations=(
        Relation(
            id="r1",
            parties=("a1", "a2"),
            change="worsens",
            period=DateValue(value="2011/", span=(38, 44)),
            holder="a1",
            attribution=("a1",),
            evidence=(0, 70),
            trigger=(55, 63),
        ),
    ),
)
PARTS: list[BaseModel] = [
    READING,
    READING.document,
    READING.actors[0],
    READING.actors[0].roles[0],
    READING.actors[0].mentions[0],
    READING.events[0],
    READING.events[0].date,
    READING.statements[0],
    READING.stances[0],
    READING.times[0],
    READING.places[0],
    READING.relations[0],
    Report(id="r1", date="2019-07-23", text="Text."),
]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_nothing_can_be_changed(part: BaseModel) -> None:
    """All types are frozen, and none takes a field that it does not know."""
    with pytest.raises(ValidationError, match="frozen"):
        setattr(part, next(iter(type(part).model_fields)), "other")
    with pytest.raises(ValidationError, match="extra_forbidden"):
        type(part).model_validate({**part.model_dump(), "colour": "red"})


def test_every_type_is_tested_here() -> None:
    """No type of the model is left out above."""
    types = {one for one in vars(model).values() if isinstance(one, type) and issubclass(one, BaseModel)}
    assert {one.__name__ for one in types} - {"BaseModel", "_Part", "EventPlace"} == {type(p).__name__ for p in PARTS}


def test_a_reading_comes_back_from_json() -> None:
    """What is written is read back as the same reading, and written again as the same bytes."""
    line = READING.model_dump_json()
    assert Reading.model_validate_json(line) == READING
    assert Reading.model_validate_json(line).model_dump_json() == line


def test_a_reading_without_later_fields_is_read() -> None:
    """A reading from before events had values and contexts is a reading still; what it does not tell is unknown."""
    old = json.loads(READING.model_dump_json())
    for field in ("goldstein", "intensity", "contexts"):
        del old["events"][0][field]
    (event,) = Reading.model_validate(old).events
    assert (event.goldstein, event.intensity, event.contexts) == (None, None, ())


def test_a_reading_in_json_has_the_form_of_the_contract() -> None:
    """Spans are lists of two numbers, unknown is null, and the format names itself."""
    found = json.loads(READING.model_dump_json())
    parts = ["actors", "events", "statements", "stances", "times", "places", "relations"]
    assert list(found) == ["format", "document", *parts]
    assert found["format"] == "ranke/1"
    assert found["events"][0]["trigger"] == [55, 63]
    assert found["events"][0]["mode"] is None
    assert found["document"]["title"] is None


def test_the_schema_can_be_written() -> None:
    """The JSON Schema holds every type, requires what each can't be without, and lists the codes."""
    schema = Reading.model_json_schema()
    assert {"Actor", "Event", "Statement", "Stance", "Time", "Place", "Relation", "Document"} <= set(schema["$defs"])
    assert schema["$defs"]["Event"]["properties"]["type"]["enum"] == list(get_args(EventType))
    assert {"id", "type", "trigger", "evidence", "rule"} <= set(schema["$defs"]["Event"]["required"])
    assert schema["required"] == ["document"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "ATTACK"),
        ("status", "maybe"),
        ("quad", 5),
        ("goldstein", 10.5),
        ("intensity", -11),
        ("contexts", ("sports",)),
        ("confidence", 1.5),
        ("trigger", (-1, 4)),
        ("trigger", (1,)),
    ],
)
def test_what_is_no_value_of_a_field_is_refused(field: str, value: object) -> None:
    """Codes, numbers and spans outside what the contract allows are refused by the name of the field."""
    with pytest.raises(ValidationError, match=field):
        Event.model_validate({**READING.events[0].model_dump(), field: value})


def test_a_relation_has_two_parties_and_a_known_change() -> None:
    """One party, three parties or a change that is none of the eight are refused."""
    for field, value in (("parties", ("a1",)), ("parties", ("a1", "a2", "a3")), ("change", "ends")):
        with pytest.raises(ValidationError, match=field):
            Relation.model_validate({**READING.relations[0].model_dump(), field: value})


def test_each_event_type_has_its_quad() -> None:
    """The 16 types fall into 4 quad classes."""
    assert set(QUAD) == set(get_args(EventType))
    assert set(QUAD.values()) == {1, 2, 3, 4}


def test_reports_do_not_share_their_extras() -> None:
    """What one report's row held besides is not another's."""
    one, other = (Report(id=number, date="2019-07-23", text="Text.") for number in ("r1", "r2"))
    one.extra["section"] = "World"
    assert other.extra == {}
