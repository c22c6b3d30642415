"""Who "both sides" are."""

from ranke.reading.actors.cast import cast_actors
from ranke.reading.events.find import find_events
from ranke.reading.events.parties import settle_sides
from ranke.reading.parser import parse


def sides(text: str) -> list[str]:
    """Return whom "sides" means after the talks are known, by name."""
    doc = parse(text)
    cast = cast_actors(doc, [])
    settle_sides(doc, cast, find_events(doc, cast))
    token = next(token for token in doc if token.text == "sides")
    return [cast.actors[one].name for one in cast.heads.get(token.i, ())]


def test_both_sides_are_the_parties_of_the_talks() -> None:
    """The two who talked are meant, not the last two named."""
    text = "Egypt held talks with Ethiopia on Monday. Sudan and Kenya looked on. Both sides praised the outcome."
    assert sides(text) == ["Egypt", "Ethiopia"]


def test_a_minister_stands_for_his_country() -> None:
    """Talks of ministers are talks of their countries, where the report names these."""
    text = "Egypt's foreign minister met Ethiopia's president on Monday. The two sides praised the outcome."
    assert sides(text) == ["Egypt", "Ethiopia"]


def test_talks_of_two_sides_are_those_of_who_met() -> None:
    """Talks "between the two sides" are told again with the people who held them."""
    text = "Ana Vidal of Chile met Jon Berg of Norway. The talks between the two sides were long."
    assert sides(text) == ["Ana Vidal", "Jon Berg"]


def test_their_is_of_both_sides() -> None:
    """What both sides voice is their own, though two others were named in between."""
    text = "Egypt held talks with Ethiopia on Monday. Sudan and Kenya looked on. Both sides voiced their regret."
    doc = parse(text)
    cast = cast_actors(doc, [])
    settle_sides(doc, cast, find_events(doc, cast))
    token = next(token for token in doc if token.text == "their")
    assert [cast.actors[one].name for one in cast.heads[token.i]] == ["Egypt", "Ethiopia"]


def test_without_talks_nothing_is_changed() -> None:
    """No meeting, no parties."""
    doc = parse("Both sides praised the outcome.")
    cast = cast_actors(doc, [])
    assert not settle_sides(doc, cast, find_events(doc, cast))
