"""Descriptions that stand for somebody named shortly before."""

import pytest

from ranke.reading.actors.cast import cast_actors
from ranke.reading.parser import parse


def meant(text: str, word: str, occurrence: int = 0) -> list[str]:
    """Return the names of the actors meant at an occurrence of a word."""
    doc = parse(text)
    cast = cast_actors(doc, ())
    token = [token for token in doc if token.text == word][occurrence]
    return [cast.actors[number].name for number in cast.of(token)]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Jan Novak spoke of a coup. The palace said the former envoy was a liar.", "envoy", ["Jan Novak"]),
        ("Jan Novak met Ada Lind. The palace said a former envoy was a liar.", "envoy", ["former envoy"]),
        ("Jan Novak hailed the deal. Ada Lind thanked her host for the talks.", "host", ["Jan Novak"]),
        ("Jan Novak hailed the deal. Karl Ode agreed. Ada Lind thanked her host.", "host", ["host"]),
        ("Ada Lind thanked her host for the talks.", "host", ["host"]),
    ],
)
def test_a_description_stands_for_a_name(text: str, word: str, names: list[str]) -> None:
    """Only where one person alone can be meant, and he is not the owner of the noun."""
    assert meant(text, word) == names
