"""Descriptions that stand for somebody named shortly before."""

from collections.abc import Callable

import pytest

Meant = Callable[..., list[str]]


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
def test_a_description_stands_for_a_name(meant: Meant, text: str, word: str, names: list[str]) -> None:
    """Only where one person alone can be meant, and he is not the owner of the noun."""
    assert meant(text, word) == names
