"""Choosing: who most likely stands on a side that grammar leaves open."""

import pytest

from ranke.model import EventType
from ranke.reading.actors.cast import cast_actors
from ranke.reading.events.choosing import Choice, Tables, fill_sides, open_sides, weights
from ranke.reading.events.evidence import Stage
from ranke.reading.events.find import find_events
from ranke.reading.parser import parse
from ranke.reading.parts import EventPart
from ranke.reading.statements.find import find_statements

TEXT = "The army of Chile attacked Peru on Monday. Peru protested. Chile's government rejected that."
NOBODY: Tables = {"source": {"nobody": 9.0}, "target": {"nobody": 9.0}}


def filled(text: str, tables: Tables | None = None) -> list[tuple[str, list[str], list[str]]]:
    """Return the events of a text by type and the names on their sides, with open sides filled."""
    doc = parse(text)
    cast = cast_actors(doc, [])
    events = find_events(doc, cast)
    fill_sides(doc, cast, events, find_statements(doc), tables)
    name = {one.id: one.name for one in cast.actors.values()}
    return [
        (event.type, [name[one] for one in event.sources], [name[one] for one in event.targets]) for event in events
    ]


def test_nobody_may_be_likeliest() -> None:
    """Where most speaks for nobody, an open side stays open."""
    assert ("REJECT", ["Chile"], []) in filled(TEXT, NOBODY)


def test_who_has_most_points_fills_an_open_side() -> None:
    """An open target is filled by the actor for whom most speaks, never by one of the other side."""
    likes_countries: Tables = {"source": {}, "target": {"country": 5.0, "REJECT country": 1.0}}
    assert ("REJECT", ["Chile"], ["Peru"]) in filled(TEXT, likes_countries)


def test_told_sides_stay() -> None:
    """What grammar gives is not touched, whatever the table says."""
    wild: Tables = {"source": {"person": 99.0}, "target": {"person": 99.0}}
    text = "Ana Vidal watched. Chile attacked Peru."
    assert ("ASSAULT", ["Chile"], ["Peru"]) in filled(text, wild)


@pytest.mark.parametrize(
    ("group", "kind", "left"),
    [("Chilean delegation", "CONSULT", []), ("Chilean delegation", "ASSAULT", []), ("rebels", "ASSAULT", ["Chile"])],
)
def test_nobody_meets_his_own_country(group: str, kind: EventType, left: list[str]) -> None:
    """The country that somebody acts for is no partner of his; a group told by its nation is hardly against it."""
    doc = parse(f"The {group} arrived from Chile for a visit.")
    cast = cast_actors(doc, [])
    ids = {one.name: one.id for one in cast.actors.values()}
    event = EventPart(kind, "rule", None, None, len(doc) - 2, (48, 53), (ids[group],))
    assert Stage(doc, cast, [event], []).candidates(event, "target") == [ids[name] for name in left]


def test_who_backs_foes_backs_nobody_else() -> None:
    """Support for what is against somebody goes to nobody who happens to be near."""
    anyone: Tables = {"source": {}, "target": {"country": 9.0}}
    assert ("SUPPORT", ["Chile"], []) in filled(
        "Peru watched. Chile decided to support the uprising against it.", anyone
    )
    assert ("SUPPORT", ["Chile"], ["Peru"]) in filled("Peru watched. Chile decided to support the uprising.", anyone)


def test_the_source_of_an_act_on_nobody_stays_open() -> None:
    """An act of which nothing is known but its name gets no doer."""
    doc = parse("Chile watched. There was an attack.")
    cast = cast_actors(doc, [])
    event = EventPart("ASSAULT", "rule", None, None, len(doc) - 2, (28, 34))
    assert {one.side for one in open_sides(Stage(doc, cast, [event], []))} == {"target"}


def test_probabilities_are_those_of_the_points() -> None:
    """A conditional logit: shares of the exponentials."""
    choice = Choice(0, "target", ("", "a", "b"), (("nobody",), ("x",), ("x", "y")))
    who, sure = choice.likeliest({"x": 1.0, "y": 0.5})
    assert (who, sure) == ("b", pytest.approx(0.5466, abs=1e-4))


def test_equal_points_leave_the_side_open() -> None:
    """Without any reason for somebody, nobody is chosen."""
    assert Choice(0, "target", ("", "a"), ((), ())).likeliest({})[0] == ""


def test_a_text_without_actors_fills_nothing() -> None:
    """No actors, no events, no error."""
    assert filled("It rained all day.") == []


def test_the_table_is_complete() -> None:
    """The table that ships has weights for both sides and for events, all of them finite and small."""
    assert set(weights()) == {"source", "target", "right"}
    assert all(-5 < weight < 5 for part in weights().values() for weight in part.values())


def test_a_filled_side_is_marked() -> None:
    """Only what was chosen is marked as inferred, and only where it is likely enough."""
    doc = parse(TEXT)
    cast = cast_actors(doc, [])
    for country, inferred in ((5.0, dict.fromkeys(("PROTEST", "REJECT"), ("target",))), (0.0, {})):
        events = find_events(doc, cast)
        fill_sides(doc, cast, events, [], {"source": {}, "target": {"country": country}})
        assert {event.type: event.inferred for event in events if event.inferred} == inferred
