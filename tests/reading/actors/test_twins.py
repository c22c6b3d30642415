"""Twins: one actor under two descriptions, and two actors who must stay two."""

from collections.abc import Callable

import pytest

Same = Callable[[str, str, str], bool]


@pytest.mark.parametrize(
    ("text", "one", "other", "expected"),
    [
        ("A gunman shot two guards. Police identified the gunman as Ivo Brandt.", "gunman", "Brandt", True),
        ("A gunman shot two guards. Police named the man as Ivo Brandt.", "gunman", "Brandt", True),
        ("A gunman shot two guards. Police named the victim as Ivo Brandt.", "gunman", "Brandt", False),
        ("The attacker, named as Ivo Brandt, fled.", "attacker", "Brandt", True),
        ("The minister named the aide as a witness. Ivo Brandt fled.", "aide", "Brandt", False),
        ("A gunman shot two guards. The attacker then fled.", "gunman", "attacker", True),
        ("A gunman shot two guards. Another attacker then fled.", "gunman", "attacker", False),
        ("A man stabbed two guards. Ada Lind ran. The attacker, named as Ivo Brandt, fled.", "man", "Brandt", True),
        ("A man watched two guards. Ada Lind ran. The attacker, named as Ivo Brandt, fled.", "man", "Brandt", False),
        ("The rebels took the town. The army shelled the insurgents.", "rebels", "insurgents", True),
        ("The rebels took the town. The army shelled three insurgents.", "rebels", "insurgents", False),
        ("Police surrounded the hall. The officers arrested a man.", "Police", "officers", True),
        ("Police surrounded the hall. Two officers were hurt.", "Police", "officers", False),
    ],
)
def test_who_is_one(same: Same, text: str, one: str, other: str, expected: bool) -> None:  # noqa: FBT001 (a table of cases)
    """Descriptions that only point back are joined; counted, other or further people are not."""
    assert same(text, one, other) is expected


def test_a_gunman_is_the_suspect_that_the_report_names(same: Same) -> None:
    """Where one person is named as suspect and one gunman is not named, they are one."""
    text = "A gunman shot two guards on Monday. The suspect, Ivo Brandt, was arrested on Tuesday."
    assert same(text, "gunman", "Brandt")


def test_a_given_name_is_the_one_who_bears_it(same: Same) -> None:
    """A first name alone means the only one whose full name begins so."""
    assert same("Ivo Brandt fled to Norway. Friends said Ivo was well.", "Brandt", "Ivo")
