"""Whether a change is told as a fact."""

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from ranke.reading.relations.facts import told

At = Callable[[str, str], Token]


@pytest.mark.parametrize(
    ("sentence", "word", "fact"),
    [
        ("Chad restored ties with Niger.", "restored", True),
        ("Chad began to restore ties with Niger.", "restore", True),
        ("After restoring ties with Niger, Chad opened the border.", "restoring", True),
        ("Chad will restore ties with Niger.", "restore", False),
        ("Chad wants to restore ties with Niger.", "restore", False),
        ("Chad's envoy visited Niamey to restore ties with Niger.", "restore", False),
        ("Chad discussed restoring ties with Niger.", "restoring", False),
        ("Chad is committed to restoring ties with Niger.", "restoring", False),
        ("Chad and Niger have good relations.", "relations", True),
        ("Chad favours good relations with Niger.", "relations", False),
    ],
)
def test_only_what_is_so_or_has_come_about_is_told(at: At, sentence: str, word: str, fact: bool) -> None:  # noqa: FBT001
    """Plans, aims and topics are not facts; what was begun or done before something else is."""
    assert told(at(sentence, word)) is fact
