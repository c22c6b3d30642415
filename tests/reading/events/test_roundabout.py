"""Roundabout sides: where somebody is held, who is offered something, and towns that only tell where."""

import pytest

import ranke
from ranke.model import Report


def told(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return type, sources and targets by name of the events of a text."""
    reading = ranke.read(Report(id="x", date="2020-03-04", text=text))
    names = {actor.id: actor.name for actor in reading.actors}
    return {
        (event.type, tuple(names[one] for one in event.sources), tuple(names[one] for one in event.targets))
        for event in reading.events
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The editor is in prison in Eritrea.", ("COERCE", ("Eritrea",), ("editor",))),
        ("Three activists are under arrest in Belarus.", ("COERCE", ("Belarus",), ("Three activists",))),
        ("The party is banned in Turkey.", ("COERCE", ("Turkey",), ("party",))),
        ("The rebels were offered an amnesty by Chad.", ("CONCEDE", ("Chad",), ("rebels",))),
        ("Pavel Adler, mayor of Oslo, was stabbed.", ("ASSAULT", (), ("Pavel Adler",))),
        ("A Kabul car bombing killed three soldiers.", ("ASSAULT", (), ("three soldiers",))),
    ],
)
def test_sides_off_the_clause(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    """The state that holds somebody is the source, who is offered something the target, a bombed town neither."""
    assert event in told(text)
