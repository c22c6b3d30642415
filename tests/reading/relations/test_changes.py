"""What is said of a relation."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.reading.relations.changes import said_of, top_of
from ranke.reading.relations.table import table

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "change", "words"),
    [
        ("Ties between Chad and Niger are good.", "good", "good"),
        ("Ties between Chad and Niger became good.", "improves", "good"),
        ("Ties between Chad and Niger have never been better.", "good", "better"),
        ("Ties between Chad and Niger continued to deteriorate.", "worsens", "deteriorate"),
        ("Ties between Chad and Niger hit a low.", "worsens", "low"),
        ("Ties between Chad and Niger are at a low.", "bad", "low"),
        ("Ties between Chad and Niger came under strain.", "worsens", "strain"),
        ("The raid has put a strain on ties between Chad and Niger.", "worsens", "strain"),
        ("Chad and Niger spoke of ties strained by the raid.", "worsens", "strained"),
        ("Chad described its ties with Niger as excellent.", "good", "excellent"),
        ("Chad broke off ties with Niger.", "breaks", "broke off"),
        ("The rift between Chad and Niger is known.", "bad", "rift"),
        ("The rift between Chad and Niger has healed.", "improves", "healed"),
        ("The raid led to a rift between Chad and Niger.", "worsens", "rift"),
        ("Chad hopes to mend its strained ties with Niger.", "bad", "strained"),
        ("Envoys spoke of ties between Chad and Niger.", None, ""),
        ("No rift between Chad and Niger is known.", None, ""),
    ],
)
def test_the_word_of_change(doc_of: Parse, text: str, change: str | None, words: str) -> None:
    """Verbs, copulas, nouns above and adjectives each have their say, turns before states."""
    noun = next(token for token in doc_of(text) if token.lemma_ in ("tie", "rift"))
    said = said_of(noun, table().nouns[noun.lemma_])
    assert (said.change if said else None) == change
    assert " ".join(token.text for token in said.words) == words if said else not words


def test_a_period_of_tension_is_its_tension(doc_of: Parse) -> None:
    """The place in the clause is that of "period", or of the first of a list."""
    doc = doc_of("Chad and Niger saw a period of tension.")
    assert top_of(doc[7]).text == "period"
