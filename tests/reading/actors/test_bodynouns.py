"""Bare nouns for bodies and the named body that they mean."""

from collections.abc import Callable

import pytest

Meant = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("The National Competition Authority fined Beltel. The regulator acted late.", "regulator",
         ["National Competition Authority"]),
        ("The weekly Lusaka Herald was shut. Police took the paper's computers.", "paper", ["Lusaka Herald"]),
        ("Peru's parliament met. He told the assembly that it was wrong.", "assembly", ["Peru's parliament"]),
        ("Belfar Shipping sacked forty. The carrier lost money.", "carrier", ["Belfar Shipping"]),
        ("Hamas left. The Hamas-backed group stayed.", "group", ["Hamas-backed group"]),
        ("Leeds court jails man. The Leeds Fraud Court sent him to prison.", "court", ["Leeds Fraud Court"]),
        ("Talks with the Halden Fund failed. The union left.", "union", ["union"]),
    ],
)  # fmt: skip
def test_a_bare_noun_finds_its_body(meant: Meant, text: str, word: str, names: list[str]) -> None:
    """The body's name, sector or description tells its kind; without one the noun is a body of its own."""
    assert meant(text, word) == names


def test_the_last_word_of_a_plural_name_is_the_name(meant: Meant) -> None:
    """A plural is looked up as it stands too: "the Falcons"."""
    assert meant("The Golden Lions laid down arms. Peru freed the Lions.", "Lions", 1) == ["Golden Lions"]
