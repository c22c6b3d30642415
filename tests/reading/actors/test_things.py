"""Nouns for bodies and people that mean a thing where they stand."""

import pytest

from ranke.reading.actors.things import is_thing
from ranke.reading.parser import parse


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The board has the power to fine lenders.", "power", True),
        ("The colonial power sent troops.", "power", False),
        ("The bodies of two farmers were found by soldiers.", "bodies", True),
        ("The bodies criticised the minister.", "bodies", False),
        ("Parliament voted to recognise same-sex unions.", "unions", True),
        ("Parliament ignored the unions.", "unions", False),
        ("The minister denied reports of a rift.", "reports", True),
        ("Media reports said two people died.", "reports", False),
        ("The six-party talks resumed on Monday.", "party", True),
        ("The ruling party rejected the talks.", "party", False),
        ("The firm pulled its staff out of four pumping stations.", "stations", True),
        ("Two radio stations criticised the minister.", "stations", False),
        ("The mission criticised the raid.", "mission", False),
    ],
)
def test_a_thing_is_told_from_a_body(text: str, word: str, expected: bool) -> None:  # noqa: FBT001 (a table of cases)
    """The words around a noun tell whether it acts or is only a thing."""
    token = next(token for token in parse(text) if token.text == word)
    assert is_thing(token) is expected
