"""Rules told without a maker: who announces them makes them, else the government of the report's country."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.reading.actors.cast import cast_actors
from ranke.reading.events.decided import decided, is_rule
from ranke.reading.events.find import find_events
from ranke.reading.events.implied import imply_sources

DocOf = Callable[[str], Doc]


def makers(doc: Doc) -> list[str]:
    """Return who is said to have made each rule of a text, "" for nobody."""
    cast = cast_actors(doc, [])
    found = (decided(doc[one.anchor], one, cast) for one in find_events(doc, cast) if not one.sources)
    return [cast.actors[one].name if one is not None else "" for one in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ban on rallies has been lifted, the Serbian government said.",
        "The Serbian government announced that the restrictions would be eased on Monday.",
        "Curbs on travel were to be lifted on Monday, the Serbian government said.",
        "The Serbian government said that masks would become compulsory on trains.",
        "The Serbian government confirmed that a curfew would be imposed.",
    ],
)
def test_who_announces_a_rule_makes_it(doc_of: DocOf, sentence: str) -> None:
    """An official who tells that a rule is made or lifted, by a verb, an adjective or a noun, does so himself."""
    assert "Serbia" in makers(doc_of(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The ban on rallies has been lifted, protesters said.",
        "The ban on rallies has been lifted, and Serbia celebrated.",
        "The president of Peru was arrested, the Serbian government said.",
    ],
)
def test_others_only_tell_of_it(doc_of: DocOf, sentence: str) -> None:
    """Not so who holds no office, who tells nothing, and who tells of what is done to a person."""
    assert "Serbia" not in makers(doc_of(sentence))
    assert "protesters" not in makers(doc_of(sentence))


def test_a_bill_put_off_by_nobody_is_put_off_by_the_government(doc_of: DocOf) -> None:
    """A rule that nobody is told to have made or lifted is of the country that the report names most."""
    doc = doc_of("Thousands marched in Serbia against the Serbian government. The lockdown bill was withdrawn.")
    cast = cast_actors(doc, [])
    events = [one for one in find_events(doc, cast) if one.type == "CONCEDE"]
    assert [is_rule(doc[one.anchor], one, cast) for one in events] == [True]
    imply_sources(doc, events, cast)
    assert [[cast.actors[one].name for one in event.sources] for event in events] == [["Serbia"]]
    assert events[0].inferred == ("source",)


def test_what_is_no_rule_is_left_without_a_maker(doc_of: DocOf) -> None:
    """A claim that was withdrawn may be anybody's."""
    doc = doc_of("Thousands marched in Serbia against the Serbian government. The complaint was withdrawn.")
    cast = cast_actors(doc, [])
    events = [one for one in find_events(doc, cast) if one.type == "CONCEDE"]
    imply_sources(doc, events, cast)
    assert events
    assert not any(event.sources for event in events)
