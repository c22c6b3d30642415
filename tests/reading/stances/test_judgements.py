"""Judgements that a speaker makes of others."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.reading.parts import Cast, StatementPart
from ranke.reading.stances.judgements import judgements, spoken

DocOf = Callable[[str], Doc]
CastOf = Callable[..., Cast]

CASES = [
    ("France: The ban is illegal.", [("ban", "negative")]),
    ("France: The ban is wise and fair.", [("ban", "positive")]),
    ("France: The ban is not wise.", []),
    ("France: Chile is a disgrace.", [("Chile", "negative")]),
    ("France: Chile was a reliable partner.", [("Chile", "positive")]),
    ("France: The weather is terrible.", []),
    ("France: They see the ban as a mistake.", [("ban", "negative")]),
    ("France: They made a foolish choice.", []),
    ("France: We saw the courage of Chile.", [("Chile", "positive")]),
    ("France: We saw the brutality of Chile.", [("Chile", "negative")]),
    ("France: Chile has brought tyranny.", []),
    ("France: Chile is near the sea.", []),
    ("France: The ban will fail.", [("ban", "negative")]),
    ("France: The ban failed.", []),
    ("France: The ban is doomed to failure.", [("ban", "negative")]),
    ("France: The ban poses a threat to the coast.", [("ban", "negative")]),
    ("France: They described the ban as a failed plan.", [("ban", "negative")]),
    ("France: It is a sham.", []),
]


def judged(doc: Doc, cast: Cast) -> list[tuple[str, str]]:
    """Return what France, who speaks the whole text, judges and how."""
    said = StatementPart((0, len(doc.text)), None, "direct", speaker=0)
    shown = [one for token in doc for one in judgements(token, said, cast)]
    assert all(one.holder == "France" for one in shown)
    return list(dict.fromkeys((one.target, one.polarity) for one in shown))


@pytest.mark.parametrize(("sentence", "found"), CASES)
def test_judgements(doc_of: DocOf, cast_of: CastOf, sentence: str, found: list[tuple[str, str]]) -> None:
    """What is called good or bad, and whose deeds are: only actors, plans, policies and causes are judged."""
    doc = doc_of(sentence)
    assert judged(doc, cast_of(doc, "France", "Chile")) == found


def test_the_innermost_speaker_is_meant(doc_of: DocOf) -> None:
    """The shortest statement around a word counts, none without a speaker, and none elsewhere."""
    doc = doc_of("France said Chile said the ban is illegal.")
    outer = StatementPart((12, 41), None, "indirect", speaker=0)
    inner = StatementPart((23, 41), None, "indirect", speaker=2)
    nobody = StatementPart((31, 41), None, "indirect")
    found = spoken([doc[0], doc[2], doc[7]], [nobody, inner, outer])
    assert [(token.i, one) for token, one in found] == [(2, outer), (7, inner)]
