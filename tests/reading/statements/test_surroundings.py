"""What of its sentence belongs to a quotation, and reporting clauses that are told by marks."""

import pytest

from ranke.reading.parser import parse
from ranke.reading.statements.find import find_statements


def said(text: str) -> list[tuple[str, str | None]]:
    """Return (content, speaker) of every statement of a text."""
    parts = find_statements(parse(text))
    return [(text[slice(*p.content)], text[slice(*p.speaker_span)] if p.speaker_span else None) for p in parts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            'With so many boats, "no one will be safe," she said.',
            ('With so many boats, "no one will be safe', "she"),
        ),
        ('"We need coal" to heat the school, she said.', ('We need coal" to heat the school', "she")),
        ('The mayor said that in her town, "nobody slept."', ('in her town, "nobody slept.', "The mayor")),
        ('If the river rises, Jo Hill said, "we are lost."', ("If the river rises", "Jo Hill")),
        ('According to Jo Hill, "The bridge was closed for years."', ("The bridge was closed for years.", "Jo Hill")),
        ('"We won the vote," according to Jo Hill.', ("We won the vote,", "Jo Hill")),
    ],
)
def test_quotation_takes_in_what_is_of_its_sentence(text: str, found: tuple[str, str]) -> None:
    """Words that open or end the sentence of a quotation are said with it; a source before it is its cue."""
    assert found in said(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('As he left the court, Jo Hill said, "we are lost."', "As he left the court"),
        (
            '"We won," the mayor said. The crowd cheered when she left, "we lost" signs in hand.',
            "The crowd cheered when she left",
        ),
    ],
)
def test_scene_of_the_telling_is_not_said(text: str, found: str) -> None:
    """What the reporter tells beside a quotation is none of its speaker's."""
    assert found not in [content for content, _ in said(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister was met by protesters and said that the dam was safe.", "The minister"),
        ("The mayor was criticized at a meeting for saying that the dam was safe.", "The mayor"),
        ("The judge forced Jo Hill to say that the dam was safe.", None),
    ],
)
def test_speaker_of_a_clause_without_subject(text: str, speaker: str | None) -> None:
    """A clause shares the subject of a passive, of one who is blamed "for saying" too; an order is not yet speech."""
    assert [one for content, one in said(text) if content == "the dam was safe"] == ([speaker] if speaker else [])


def test_nickname_does_not_end_the_search_for_a_cue() -> None:
    """A name's own quotation marks stand within the reporting clause."""
    text = '"We won the vote," the captain, Jo "Red" Hill, shouted to the crowd.'
    assert ("We won the vote", 'the captain, Jo "Red" Hill') in said(text)


def test_modal_within_a_quotation_is_not_of_the_cue() -> None:
    """What the parser hangs on a cue from inside the quotation before it leaves the cue asserted."""
    text = '"If the river does not rise, it will go on at some point, sooner or later," said Jo Hill, a teacher.'
    assert [speaker for _, speaker in said(text)] == ["Jo Hill, a teacher"]
