from ranke.model import Reading
from ranke.views.select import select


def test_without_options_the_reading_stays_as_it_was(reading: Reading) -> None:
    """Nothing asked, nothing left out."""
    assert select(reading) is reading


def test_types_keep_their_events_and_the_statements_that_hold_them(reading: Reading) -> None:
    """Asked for a type, only it, what was said of it and who takes part remain."""
    chosen = select(reading, types=["MOBILIZE"])
    assert [event.id for event in chosen.events] == ["e1"]
    assert [statement.id for statement in chosen.statements] == ["s2"]
    assert [actor.id for actor in chosen.actors] == ["a2", "a3", "a4"]


def test_core_keeps_what_the_report_is_about(reading: Reading) -> None:
    """Side remarks go."""
    assert [event.id for event in select(reading, core=True).events] == ["e4"]


def test_actor_is_found_by_a_whole_word_of_any_of_its_names(reading: Reading) -> None:
    """`berg` is Ada Berg; `ber` is nobody."""
    assert [event.id for event in select(reading, actors=["berg"]).events] == ["e3", "e4"]
    assert [event.id for event in select(reading, actors=["THE EAGLE"]).events] == ["e3", "e4"]
    assert not select(reading, actors=["ber"]).events


def test_actor_keeps_its_statements_and_stances(reading: Reading) -> None:
    """What the actor says and where it stands is part of the answer."""
    chosen = select(reading, actors=["Ada Berg"])
    assert [statement.id for statement in chosen.statements] == ["s1"]
    assert len(chosen.stances) == 1


def test_several_actors_are_any_of_them(reading: Reading) -> None:
    """Each further name adds to the answer."""
    assert [event.id for event in select(reading, actors=["protesters", "Berg"]).events] == ["e2", "e3", "e4"]


def test_statements_point_only_at_events_that_are_left(reading: Reading) -> None:
    """A chosen reading is still a whole one: every id in it leads somewhere."""
    chosen = select(reading, actors=["a general"])
    assert [statement.events for statement in chosen.statements] == [()]


def test_actor_keeps_its_relations_and_those_it_tells_of(reading: Reading) -> None:
    """A relation is part of the answer for both parties and for whoever claims it; types and core leave it out."""
    found = {name: [one.id for one in select(reading, actors=[name]).relations] for name in ("Berg", "a general")}
    assert found == {"Berg": ["r2"], "a general": ["r1", "r2"]}
    assert not select(reading, actors=["Midtown Council"]).relations
    assert not select(reading, core=True).relations


def test_actors_of_a_relation_stay(reading: Reading) -> None:
    """Who has a relation and who vouches for it is in the cast of the answer."""
    bare = reading.model_copy(update={"events": (), "statements": (), "stances": ()})
    assert [one.id for one in select(bare, actors=["Berg"]).actors] == ["a1", "a2", "a3", "a4"]
