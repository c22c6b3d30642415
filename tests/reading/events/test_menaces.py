"""Menaces: whom a threat is meant for, where its clause speaks of the side that makes it."""

import pytest

from ranke.model import Report
from ranke.reading import read


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Norway will not hesitate to strike Peru, its minister Ana Vidal said.", "Ana Vidal", "Peru"),
        ("Norway would respond with force to any Peruvian raid, Norway's army warned.", "Norway's army", "Peru"),
        ("Norway warned that it would hit Peru.", "Norway", "Peru"),
        ("Norway warned that Peru would regret the raid.", "Norway", "Peru"),
    ],
)
def test_a_threat_is_meant_for_the_other_side(text: str, source: str, target: str) -> None:
    """Who will act is not who is threatened where he is the one who speaks or his country."""
    reading = read(Report(id="a", date="2021-03-04", text=text))
    names = {actor.id: actor.name for actor in reading.actors}
    threats = [one for one in reading.events if one.type == "THREATEN"]
    assert [([names[i] for i in one.sources], [names[i] for i in one.targets]) for one in threats] == [
        ([source], [target])
    ]
