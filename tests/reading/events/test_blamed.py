"""Who did an act by the words of others: what is laid on somebody, and what somebody claims."""

import pytest

from ranke.reading.actors.cast import cast_actors
from ranke.reading.events.find import find_events
from ranke.reading.parser import parse

Sides = tuple[list[str], list[str]]


def assaults(text: str) -> list[Sides]:
    """Return the names on both sides of each act of violence in a text."""
    doc = parse(text)
    cast = cast_actors(doc, [])
    names = {one.id: one.name for one in cast.actors.values()}
    return [
        ([names[one] for one in event.sources], [names[one] for one in event.targets])
        for event in find_events(doc, cast)
        if event.type == "ASSAULT"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A raid blamed on Chile killed ten soldiers.",
        "A raid attributed to Chile killed ten soldiers.",
        "A raid claimed by Chile killed ten soldiers.",
        "Ten soldiers were killed in a raid that Peru blamed on Chile.",
        "Ten soldiers died in a raid claimed by Chile.",
    ],
)
def test_who_is_blamed_for_an_act_or_claims_it_has_done_it(text: str) -> None:
    """The act is laid on Chile, never on who lays it there."""
    assert assaults(text) == [(["Chile"], ["ten soldiers" if "ten" in text else "Ten soldiers"])]


@pytest.mark.parametrize(
    "text",
    [
        "Peru blamed the raid on Chile.",
        "Peru accused Chile of the raid.",
        "Chile was blamed for the raid.",
        "Chile claimed the raid.",
    ],
)
def test_an_act_that_a_verb_lays_on_somebody_is_his(text: str) -> None:
    """Whatever the verb and its preposition, Chile is the source and no target."""
    assert assaults(text) == [(["Chile"], [])]


def test_what_is_condemned_is_not_the_condemners() -> None:
    """Who condemns a raid lays it on nobody."""
    assert all("Peru" not in source for source, _ in assaults("Peru condemned the raid on Chile."))
