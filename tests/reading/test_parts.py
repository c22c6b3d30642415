"""The unfinished pieces that the steps hand on."""

from collections.abc import Callable

from spacy.tokens import Doc

from ranke.reading.parts import Cast


def test_who_is_meant_at_a_token(doc_of: Callable[[str], Doc]) -> None:
    """A cast knows who is meant at a head token, and knows nobody elsewhere."""
    doc = doc_of("Both sides met.")
    cast = Cast({}, {1: ("Iran", "Iraq")})
    assert cast.of(doc[1]) == ("Iran", "Iraq")
    assert cast.of(doc[2]) == cast.of(None) == ()
