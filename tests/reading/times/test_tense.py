"""Which way a clause looks in time."""

import pytest

from ranke.reading.parser import parse
from ranke.reading.times import tense

CASES = [
    ("The envoy arrived on Friday.", tense.PAST),
    ("The envoy had been freed on Friday.", tense.PAST),
    ("The envoy will arrive on Friday.", tense.FUTURE),
    ("The envoy plans to leave on Friday.", tense.FUTURE),
    ("The talks are set for Friday.", tense.FUTURE),
    ("The talks were delayed until Friday.", tense.FUTURE),
    ("The king said he would leave on Friday.", tense.LATER_THEN),
    ("The army denies Friday's raid.", tense.NEITHER),
]


@pytest.mark.parametrize(("text", "way"), CASES)
def test_direction(text: str, way: int) -> None:
    """The governing verb tells whether a day lies behind or ahead."""
    doc = parse(text)
    assert tense.direction(next(token for token in doc if token.text == "Friday")) == way
