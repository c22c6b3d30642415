"""Papers: who acts where a decree, a letter or a statement does."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.reading.events.papers import paper_maker
from ranke.reading.parts import Cast

DocOf = Callable[[str], Doc]
CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("sentence", "verb", "found", "maker"),
    [
        ("Vidal signed a decree banning rallies.", "banning", (), ("Vidal",)),
        ("Vidal signed a decree banning rallies.", "banning", ("Peru",), ("Vidal",)),
        ("Vidal signed a decree. The decree bans rallies.", "bans", (), ("Vidal",)),
        ("Vidal signed a decree. The decree bans rallies.", "bans", ("Peru",), ("Peru",)),
        ("Vidal signed a decree. A decree bans rallies.", "bans", (), ()),
        ("Vidal signed a decree. The mayor bans rallies.", "bans", (), ()),
        ("Vidal met a crowd banning rallies.", "banning", (), ()),
        ("Vidal blocked a Peru statement condemning rallies.", "condemning", (), ("Peru",)),
        ("Vidal signed a Peru statement condemning rallies.", "condemning", (), ("Vidal",)),
    ],
)
def test_a_paper_acts_for_who_made_it(
    doc_of: DocOf, cast_of: CastOf, sentence: str, verb: str, found: tuple[str, ...], maker: tuple[str, ...]
) -> None:
    """Who signs a decree does what it does; a source that the grammar gives stays, save for the paper's own maker."""
    doc = doc_of(sentence)
    token = next(token for token in doc if token.text == verb)
    assert paper_maker(token, cast_of(doc, "Vidal", "Peru"), found) == maker
