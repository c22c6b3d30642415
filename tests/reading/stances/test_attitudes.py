"""Attitudes that are told in words of the table."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.reading.parts import Cast
from ranke.reading.stances.attitudes import attitudes

DocOf = Callable[[str], Doc]
CastOf = Callable[..., Cast]

CASES = [
    ("France opposes the ban.", [("France", "ban", "negative")]),
    ("The ban is opposed by France.", [("France", "ban", "negative")]),
    ("France will oppose the ban.", [("France", "ban", "negative")]),
    ("France may oppose the ban.", []),
    ("France does not oppose the ban.", []),
    ("France trades with Chile even if it fears the ban.", [("France", "ban", "negative")]),
    ("France trades with Chile if it fears the ban.", []),
    (
        "France and Chile, who favour the treaty, met.",
        [("Chile", "treaty", "positive"), ("France", "treaty", "positive")],
    ),
    ("France rallied behind Chile.", [("France", "Chile", "positive")]),
    ("The ban angered France.", [("France", "ban", "negative")]),
    ("France is wary of Chile.", [("France", "Chile", "negative")]),
    ("France is not proud of Chile.", [("France", "Chile", "negative")]),
    ("France, angry at Chile, left.", [("France", "Chile", "negative")]),
    ("France is angry.", []),
    ("There was anger in France.", []),
    ("France voiced its anger at Chile.", [("France", "Chile", "negative")]),
    ("France's hostility to Chile was known.", [("France", "Chile", "negative")]),
    ("The hostility of France to Chile was known.", [("France", "Chile", "negative")]),
    ("France is an enemy of Chile.", [("France", "Chile", "negative")]),
    ("Chile's ally, France, came.", [("France", "Chile", "positive")]),
    ("Chile met enemies.", []),
    ("France called for the resignation of Chile.", [("France", "Chile", "negative")]),
    ("France predicted the collapse of the ban.", [("France", "ban", "negative")]),
    ("France predicted the arrival of the ban.", []),
    ("France called for the harvest of Chile.", []),
    ("France refused to demand the ouster of Chile.", []),
]


@pytest.mark.parametrize(("sentence", "found"), CASES)
def test_attitudes(doc_of: DocOf, cast_of: CastOf, sentence: str, found: list[tuple[str, str, str]]) -> None:
    """Who has which attitude to whom or what, by the grammar of the sentence."""
    doc = doc_of(sentence)
    cast = cast_of(doc, "France", "Chile")
    cast.heads.update({token.i: ("France",) for token in doc if token.text in ("it", "its")})
    shown = [one for token in doc for one in attitudes(token, cast)]
    assert sorted((one.holder, one.target, one.polarity) for one in shown) == found


def test_the_evidence_is_the_word(doc_of: DocOf, cast_of: CastOf) -> None:
    """The characters of the telling word show the stance."""
    doc = doc_of("France opposes the ban.")
    (one,) = (one for token in doc for one in attitudes(token, cast_of(doc, "France")))
    assert doc.text[slice(*one.evidence)] == "opposes"
