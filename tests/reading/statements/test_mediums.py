"""Mediums: in what something is said."""

import pytest

from ranke.reading.parser import parse
from ranke.reading.statements.find import find_statements


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The ministry said in a statement that the bridge was closed.", "a statement"),
        ("In a written statement, the ministry said that the bridge was closed.", "a written statement"),
        ("The ministry's letter said that the bridge was closed.", "The ministry's letter"),
        ('"The bridge is closed," the mayor wrote on Twitter.', "Twitter"),
        ('"The bridge is closed," the mayor wrote on social media.', "social media"),
        ('"The bridge is closed," the mayor tweeted.', "tweeted"),
        ("The mayor said on state television that the bridge was closed.", "state television"),
        ("The mayor said at a press conference that the bridge was closed.", "a press conference"),
        ("The mayor issued a statement saying the bridge was closed.", "a statement"),
        ("According to the report, the bridge was closed.", "the report"),
        ("The mayor said that the bridge was closed.", None),
        ("The mayor said on Monday that the bridge was closed.", None),
        ("Commenting on the report, the mayor said that the bridge was closed.", None),
        ("The mayor told state media that the bridge was closed.", None),
    ],
)
def test_the_medium_of_a_statement(text: str, medium: str | None) -> None:
    """What is written, sent or broadcast, or the platform, is kept with its words; a subject or a day is none."""
    found = [part for part in find_statements(parse(text)) if "closed" in text[slice(*part.content)]]
    assert [text[slice(*part.medium)] if part.medium else None for part in found] == [medium]
