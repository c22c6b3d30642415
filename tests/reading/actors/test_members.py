"""People of a body who stand for the body."""

from collections.abc import Callable

import pytest

Same = Callable[[str, str, str], bool]


@pytest.mark.parametrize(
    ("text", "one", "other", "expected"),
    [
        ("The Leeds Police Service shut the road. Masked officers beat a man.", "Service", "officers", True),
        ("The Leeds Police Service shut the road. Two officers fell ill.", "Service", "officers", False),
        ("The Delta Liberation Front freed three men. The kidnappers took no money.", "Front", "kidnappers", True),
        ("The kidnappers took no money. Later the Delta Liberation Front left.", "Front", "kidnappers", True),
        ("Ships sank. The rebels fled. Later the Delta Liberation Front left.", "Front", "rebels", False),
        ("Peru's parliament met. Lawmakers threw bottles.", "parliament", "Lawmakers", True),
        ("Peru's parliament met. Sunni lawmakers threw bottles.", "parliament", "lawmakers", False),
        ("The Fraud Court met. The judges freed Ada Novak.", "Court", "judges", True),
        ("The Anti-Fraud Commission met. Police shut the road.", "Commission", "Police", False),
    ],
)
def test_people_stand_for_their_body(same: Same, text: str, one: str, other: str, expected: bool) -> None:  # noqa: FBT001 (a table of cases)
    """Plain plurals are the one body whose people they are; counted ones and those of a faith or party are not."""
    assert same(text, one, other) is expected


@pytest.mark.parametrize(
    ("text", "one", "other", "expected"),
    [
        ("Some 300 students marched on Friday. Police shot at the demonstrators.", "students", "demonstrators", True),
        ("Thousands of people took to the streets. Police shot at the crowd.", "people", "crowd", True),
        ("Some 300 students marched. They clashed with counter-protesters.", "students", "protesters", False),
        ("Some 300 students met on Friday. Police shot at the demonstrators.", "students", "demonstrators", False),
    ],
)
def test_who_marches_is_the_crowd(same: Same, text: str, one: str, other: str, expected: bool) -> None:  # noqa: FBT001 (a table of cases)
    """Only whose verb is one of rallying, and never those who march against them."""
    assert same(text, one, other) is expected
