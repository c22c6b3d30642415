"""Quotations without a cue: who goes on to speak in them, and what is nobody's words."""

import pytest

from ranke.reading.parser import parse
from ranke.reading.statements.find import find_statements


def said(text: str) -> list[tuple[str | None, str]]:
    """Return (speaker's words, content) of every statement of a text."""
    parts = find_statements(parse(text))
    return [(text[slice(*p.speaker_span)] if p.speaker_span else None, text[slice(*p.content)]) for p in parts]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            '"We saw floods," Jo Hill said after the talk. He did not say when. "Our task is to rebuild the bridge."',
            "Jo Hill",
            "Our task is to rebuild the bridge.",
        ),
        (
            'Ann Stone agreed. "The farmers are running out of time to sell the harvest."',
            "Ann Stone",
            "The farmers are running out of time to sell the harvest.",
        ),
        (
            'Jo Hill told reporters that the mill was lost.\n\n"It will never come back to this valley."',
            "Jo Hill",
            "It will never come back to this valley.",
        ),
    ],
)
def test_speaker_goes_on(text: str, speaker: str, content: str) -> None:
    """A quotation without a cue is of whoever the sentence before it has speak, in its paragraph or the one before."""
    assert (speaker, content) in said(text)


def test_quotation_after_another_keeps_its_own_speaker() -> None:
    """A quotation after one that stands alone in its paragraph does not go by the words inside that one."""
    text = '"We won the race," Jo Hill said.\n\n"Ann Stone said the ship was lost."\n\n"It was a long way home."'
    assert ("Ann Stone", "It was a long way home.") not in said(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The paper had this to say about the plan: "It gives the rich more than the poor."', "The paper"),
        (
            'The ministry justified the raid as "needed" by all: "The army acted because our bases were in danger."',
            "The ministry",
        ),
        ("“The river must be free, and nobody may own it.”― Ann Stone, teacher", "Ann Stone, teacher"),
        ('As the poet put it, "They will turn us all into beggars."', "the poet"),
        ('"I do not think we should forget them," added Stone.', "Stone"),
    ],
)
def test_form_alone_names_the_speaker(text: str, speaker: str) -> None:
    """Who announces a quotation before a colon, signs it, or stands beside a misread cue speaks in it."""
    assert speaker in [who for who, _ in said(text)]


def test_turns_within_marks() -> None:
    """In a transcript whose paragraphs open with a mark, each turn is of the name before its colon."""
    text = (
        'The transcript:\n\n"WALTERS: Let us start with the bridge.\n\n"HILL: The bridge is an old story.'
        '\n\n"WALTERS: But I have got to ask you about it."'
    )
    assert said(text) == [
        ("WALTERS", "Let us start with the bridge."),
        ("HILL", "The bridge is an old story."),
        ("WALTERS", "But I have got to ask you about it."),
    ]


def test_what_is_told_after_a_quotation_is_not_said() -> None:
    """A clause joined to "…," she said, is told by the report."""
    text = '"He really does like us," Ann Stone said, and soon the lamps were out and the doors were shut.'
    assert said(text) == [("Ann Stone", "He really does like us")]


def test_quotation_within_a_clause_keeps_the_subject() -> None:
    """Marks that open after the subject of what was said do not make the rest a quotation of its own."""
    assert ("Jo Hill", 'Anna Stone "caused great harm."') in said('Jo Hill said Anna Stone "caused great harm."')


def test_cue_before_an_aside_between_dashes() -> None:
    """The cue of a quotation stands before an aside between dashes, not in it."""
    text = 'Jo Hill commented on the law — which the Herald noted was new — "It will bring us nothing but grief."'
    assert ("Jo Hill", "It will bring us nothing but grief.") in said(text)


def test_content_of_a_quoted_cue_ends_with_the_quotation() -> None:
    """What somebody is said to know inside a quotation does not run on into the words after it."""
    text = '"They know that only she can stop the flood," a voice in the film states.'
    assert all("film" not in content for _, content in said(text))
