"""Bare nouns for bodies and the named body that they mean."""

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
def test_a_bare_noun_finds_its_body(text: str, word: str, names: list[str]) -> None:
    """The body's name, sector or description tells its kind; without one the noun is a body of its own."""
    assert meant(text, word) == names


def test_the_last_word_of_a_plural_name_is_the_name() -> None:
    """A plural is looked up as it stands too: "the Falcons"."""
    assert meant("The Golden Lions laid down arms. Peru freed the Lions.", "Lions", 1) == ["Golden Lions"]
