"""Phrases that join two parties without a noun."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.reading.parts import Cast
from ranke.reading.relations.between import phrases_at
from ranke.reading.relations.parties import Parties
from ranke.reading.relations.voices import Voices

CHAD_NIGER = [("Chad", "Niger")]


@pytest.mark.parametrize(
    ("text", "change", "words"),
    [
        ("Chad fell out with Niger.", "worsens", "fell out"),
        ("Chad and Niger fell out.", "worsens", "fell out"),
        ("Chad and Niger have moved closer to each other.", "improves", "moved closer"),
        ("Chad is an ally of Niger.", "good", "ally"),
        ("Chad is one of Niger's closest allies.", "good", "allies"),
        ("Chad is at odds with Niger.", "bad", "at odds"),
        ("Chad distanced itself from Niger.", "worsens", "distanced from"),
        ("Chad and Niger have been estranged since May.", "worsens", "estranged"),
        ("Chad broke with Niger.", "breaks", "broke with"),
    ],
)
def test_a_phrase_joins_two(
    doc_of: Callable[[str], Doc], cast_of: Callable[..., Cast], text: str, change: str, words: str
) -> None:
    """The other party follows the phrase, owns its noun, or shares its subject."""
    doc = doc_of(text)
    cast = cast_of(doc, "Chad", "Niger", kind="country")
    parties = Parties(doc, cast, Voices(doc, cast, [], []))
    ((said, pairs),) = [found for token in doc for found in phrases_at(token, parties)]
    assert (said.change, pairs) == (change, CHAD_NIGER)
    assert " ".join(token.text for token in said.words) == words


@pytest.mark.parametrize(
    "text",
    [
        "Chad fell out with everyone.",
        "Chad broke bread with Niger.",
        "Niger's allies are in Chad.",
        "Chad refused to reconcile with Niger.",
        "Chad moved the border closer to Niger.",
    ],
)
def test_other_uses_join_nobody(doc_of: Callable[[str], Doc], cast_of: Callable[..., Cast], text: str) -> None:
    """Another object, another subject, no actor or no fact: nothing is claimed."""
    doc = doc_of(text)
    cast = cast_of(doc, "Chad", "Niger", kind="country")
    parties = Parties(doc, cast, Voices(doc, cast, [], []))
    assert [found for token in doc for found in phrases_at(token, parties)] == []
