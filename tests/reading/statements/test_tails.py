"""Tails: cues that carry on for an earlier speaker."""

import pytest

from ranke.reading.parser import parse
from ranke.reading.statements.cues import cue_verbs
from ranke.reading.statements.tails import find_tails


@pytest.mark.parametrize(
    ("text", "tail", "owner"),
    [
        ("He said the US had lost its role and claimed the move was illegal.", "claimed", "said"),
        ("He said the road was closed, adding that it would open in May.", "adding", "said"),
    ],
)
def test_tail_belongs_to_the_earlier_cue(text: str, tail: str, owner: str) -> None:
    """A coordinate verb or a participle goes to the outer speaker, wherever the parser hangs it."""
    doc = parse(text)
    tails = find_tails(doc, cue_verbs(doc))
    owners = {doc[i].text: doc[k].text for i, k in tails.owner.items()}
    assert owners.get(tail, owner) == owner


def test_cue_with_its_own_subject_only_ends_the_content() -> None:
    """A coordinate cue with its own subject ends what the first one said and speaks for itself."""
    doc = parse("One guest said people had changed their minds and several said they wanted to leave.")
    tails = find_tails(doc, cue_verbs(doc))
    assert tails.owner == {}
    first = next(token.i for token in doc if token.text == "said")
    assert doc[tails.end(first, first + 1, len(doc))].text == "and"


def test_inner_coordination_stays_inside() -> None:
    """Verbs of one simple past without a comma may well share the inner subject."""
    doc = parse("She said the thief admitted the crime and denied the motive.")
    assert find_tails(doc, cue_verbs(doc)).owner == {}
