"""Blocks: speech set apart without quotation marks."""

from ranke.reading.parser import parse
from ranke.reading.statements.find import find_statements


def said(text: str) -> list[tuple[str | None, str]]:
    """Return (speaker, content) of every direct statement of a text."""
    doc = parse(text)
    return [
        (doc[part.speaker].text if part.speaker is not None else None, text[slice(*part.content)])
        for part in find_statements(doc)
        if part.kind == "direct"
    ]


def test_turns_of_a_transcript_are_their_speakers_words() -> None:
    """Names in capitals before colons, three times or more, make a transcript."""
    text = "HILL: Thank you for having me.\n\nDOE: Why did you leave?\n\nHILL: They left me first."
    assert said(text) == [
        ("HILL", "Thank you for having me."),
        ("DOE", "Why did you leave?"),
        ("HILL", "They left me first."),
    ]


def test_one_heading_in_capitals_is_no_transcript() -> None:
    """A single word in capitals before a colon is a heading."""
    assert said("LONDON: The road was closed on Monday.") == []


def test_list_after_a_colon_is_one_block() -> None:
    """Points after a colon belong to who makes them."""
    text = "The union demanded:\n- higher wages for all workers\n- a shorter week\nThe firm refused."
    assert said(text) == [("union", "- higher wages for all workers\n- a shorter week")]


def test_document_before_a_colon_names_its_maker() -> None:
    """A statement announced as issued gives the block to who issued it."""
    text = "The palace issued the following statement:\n\nThe king is well and will return on Monday."
    assert said(text) == [("palace", "The king is well and will return on Monday.")]
