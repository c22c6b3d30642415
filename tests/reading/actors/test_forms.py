"""What groups are called."""

import pytest

from ranke.reading.actors.cast import cast_actors
from ranke.reading.parser import parse


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Early on Saturday gunmen killed ten men.", "gunmen"),
        ("Late Tuesday militants attacked a convoy.", "militants"),
        ("Two hours later American jets bombed the camp.", "American jets"),
        ("By Monday morning police had arrested ten men.", "police"),
        ("The night watchman was hurt.", "night watchman"),
        ("A 34-year-old protester was hurt.", "34-year-old protester"),
    ],
)
def test_a_time_before_a_noun_is_no_part_of_its_name(text: str, name: str) -> None:
    """The parser joins a day to the subject after it; an age or a trade by night stays."""
    assert name in [one.name for one in cast_actors(parse(text), []).actors.values()]
