"""The country that a report is mostly about."""

import pytest

from ranke.reading.actors.cast import cast_actors
from ranke.reading.parser import parse

CASES = [
    ("Peru lost a case. Chile won one. A farmer wept.", "PER"),
    ("Peru lost a case. Chile won one in Chile. A farmer wept.", "CHL"),
    ("Amnesty International spoke. Amnesty International wrote. Peru answered. A farmer wept.", "PER"),
]


@pytest.mark.parametrize(("text", "country"), CASES)
def test_who_has_no_country_of_his_own_is_of_the_report_s(text: str, country: str) -> None:
    """The country named first counts more, a place more than a side, and the seat of a charity nothing."""
    cast = cast_actors(parse(text), ())
    assert next(actor.country for actor in cast.actors.values() if actor.name == "farmer") == country
