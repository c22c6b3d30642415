"""Unknown places are nobody, though the parser takes them for people or bodies."""

import pytest

from ranke.reading.actors.cast import cast_actors
from ranke.reading.parser import parse
from ranke.reading.places.find import find_places


def named(text: str) -> set[str]:
    """Return the names of the actors of a text."""
    doc = parse(text)
    return {actor.name for actor in cast_actors(doc, find_places(doc)).actors.values()}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army entered Qal Barsun on Tuesday.", "Qal Barsun"),
        ("Syrian troops advanced toward Tal Hamra overnight.", "Tal Hamra"),
        ("Turkish jets bombed Sarn Dawra, killing four civilians.", "Sarn Dawra"),
        ("A missile struck Jezin Dar on Sunday, the minister said.", "Jezin Dar"),
        ("Residents of Sarqat fled when the army shelled the town.", "Sarqat"),
        ("A lawmaker from the Gelmura region was hurt.", "Gelmura"),
        ("The governor addressed a rally in Mount Kessel.", "Mount Kessel"),
    ],
)
def test_a_place_that_somebody_reaches_or_strikes_is_nobody(text: str, place: str) -> None:
    """What is entered, bombed or fled from is a place, by its grammar or by its own words."""
    assert place not in named(text)


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Voters lost faith in Belhar. Jan Belhar resigned.", "Jan Belhar"),
        ("The envoy met Jo Hill on Monday.", "Jo Hill"),
        ("General Tal Hamra said the army had left.", "Tal Hamra"),
        ("Rebels captured Qal Barsun. Barsun said he was well. Qal Barsun is 61.", "Qal Barsun"),
        ("Police arrested Jon Belhar in Oslo.", "Jon Belhar"),
    ],
)
def test_a_name_that_once_is_somebody_stays_somebody(text: str, somebody: str) -> None:
    """A title, a surname or a speech keeps a person from being read as a place."""
    assert somebody in named(text)


def test_a_place_is_one_all_through_the_report() -> None:
    """What was besieged in one sentence is a place where the next only names it."""
    assert "Ordan Vey" not in named("Rebels besieged Ordan Vey. The Ordan Vey attack killed three soldiers.")
