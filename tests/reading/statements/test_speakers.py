"""Speakers: the head token and the words that name who says it."""

import pytest

from ranke.reading.parser import parse
from ranke.reading.statements.find import find_statements


@pytest.mark.parametrize(
    ("text", "head", "words"),
    [
        ("The mayor said the road was closed.", "mayor", "The mayor"),
        ("Jo Hill, the mayor of Leeds, said the road was closed.", "Hill", "Jo Hill, the mayor of Leeds"),
        ("The ministry's statement said the road was closed.", "ministry", "The ministry's statement"),
        ("A letter from the mayor said the road was closed.", "mayor", "A letter from the mayor"),
        ("A motion filed by the union claims that the ban is illegal.", "union", "A motion filed by the union"),
        ("Jo Hill, who runs the ferry, said the road was closed.", "Hill", "Jo Hill, who runs the ferry"),
        ("The agency, which said the road was closed, apologised.", "agency", "which"),
        ("The ban was criticised by the union, saying it was illegal.", "union", "the union"),
    ],
)
def test_speaker_is_who_stands_behind_the_cue(text: str, head: str, words: str) -> None:
    """The subject speaks, or who made the document that does; the words are those of the subject, all of them."""
    doc = parse(text)
    part = find_statements(doc)[-1]
    assert part.speaker is not None
    assert part.speaker_span is not None
    assert (doc[part.speaker].text, text[slice(*part.speaker_span)]) == (head, words)


def test_document_without_its_maker_speaks_for_the_maker_named_before() -> None:
    """A statement that only "said" goes back to the ministry that "issued a statement"."""
    doc = parse("The ministry issued a statement on Monday. The statement said the border was calm.")
    part = find_statements(doc)[-1]
    assert part.speaker is not None
    assert doc[part.speaker].text == "ministry"


def test_a_cited_source_speaks_and_the_paper_relays() -> None:
    """Officials whom a newspaper cites speak through the newspaper."""
    doc = parse("The newspaper, citing officials, reported that the bank had failed.")
    (part,) = find_statements(doc)
    assert part.speaker is not None
    assert doc[part.speaker].text == "officials"
    assert [doc[relay].text for relay in part.relays] == ["newspaper"]
