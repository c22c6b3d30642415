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
        ("Chile shut its embassy in Oman.", ("SANCTION", ("Chile",), ("Oman",))),
        ("Fiji has been suspended from the Commonwealth.", ("SANCTION", ("Commonwealth",), ("Fiji",))),
        ("Chile scoffed at Peruvian claims to the reef.", ("REJECT", ("Chile",), ("Peru",))),
        ("Chile pointed the finger at Peru over the raid.", ("ACCUSE", ("Chile",), ("Peru",))),
        ("Chile appealed for Peruvian help.", ("REQUEST", ("Chile",), ("Peru",))),
        ("Chile's demand that Peru return the ships was made in a letter.", ("REQUEST", ("Chile",), ("Peru",))),
    ],
)
def test_sides_off_the_clause(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    """Who holds, offers, hosts or shuts out somebody is found, and whose the thing is that is attacked or asked for."""
    assert event in told(text)
