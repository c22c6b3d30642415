"""Evidence: what speaks for an actor as a side of an event."""

from ranke.reading.actors.cast import cast_actors
from ranke.reading.events.evidence import Side, Stage
from ranke.reading.events.find import find_events
from ranke.reading.parser import parse
from ranke.reading.statements.find import find_statements


def features(text: str, trigger: str, side: Side, name: str) -> set[str]:
    """Return what speaks for the actor of this name on this side of the event at a word."""
    doc = parse(text)
    cast = cast_actors(doc, [])
    events = find_events(doc, cast)
    stage = Stage(doc, cast, events, find_statements(doc))
    place = next(place for place, event in enumerate(events) if doc[event.anchor].text == trigger)
    actor = next(one.id for one in cast.actors.values() if one.name == name)
    return set(stage.of_actor(place, side, actor))


def test_kind_and_place_of_an_actor() -> None:
    """What an actor is, where it is named and how it stands to the event."""
    found = features("Chile attacked Peru. Peru resisted the attack.", "attacked", "target", "Peru")
    assert {"country", "ASSAULT country", "named", "in the lead", "same sentence, after", "0 between"} <= found
    assert "next sentence" in found


def test_acts_against_the_same_side() -> None:
    """Who suffered another act of the same sort from the same side is likely meant again."""
    text = "Chile attacked Peru. Bolivia watched. Chile bombed a town."
    found = features(text, "bombed", "target", "Peru")
    assert {
        "same side",
        "same side, same type",
        "same side towards them",
        "same side towards them in conflict",
    } <= found
    assert not any(one.startswith("same side") for one in features(text, "bombed", "target", "Bolivia"))


def test_a_speaker_is_known_as_one() -> None:
    """Whoever says the words in which an event is told is marked so."""
    text = 'Ana Vidal told Peru: "There was an attack on a village."'
    assert "speaker" in features(text, "attack", "source", "Ana Vidal")
    assert "speaker" not in features(text, "attack", "source", "Peru")


def test_others_named_in_between() -> None:
    """The nearer mention leaves fewer others in between."""
    text = "Peru and Chile and Bolivia watched. Norway attacked a town."
    assert "0 mentioned since" in features(text, "attacked", "target", "Bolivia")
    assert "2 mentioned since" in features(text, "attacked", "target", "Peru")


def test_far_actors_are_no_candidates() -> None:
    """Who was named four sentences ago, and seldom, is not thought of; who is named most, always is."""
    text = "Peru slept. " + "Chile, Norway and Bolivia waited. " * 4 + "Bolivia attacked a town."
    doc = parse(text)
    cast = cast_actors(doc, [])
    events = find_events(doc, cast)
    names = {cast.actors[one].name for one in Stage(doc, cast, events, []).candidates(events[-1], "target")}
    assert names == {"Chile", "Norway"}


def test_a_vote_on_a_bill_is_upon_nobody() -> None:
    """Nobody is chosen as the target of who passes a bill or opposes it, also where "it" stands for the bill."""
    doc = parse("Brazil passed a resolution. Chile read the bill and Chile opposed it, and Peru praised the talks.")
    cast = cast_actors(doc, [])
    events = find_events(doc, cast)
    stage = Stage(doc, cast, events, [])
    open_ = {doc[one.anchor].text: bool(stage.candidates(one, "target")) for one in events}
    assert {one: open_[one] for one in ("passed", "opposed", "praised")} == {
        "passed": False,
        "opposed": False,
        "praised": True,
    }
