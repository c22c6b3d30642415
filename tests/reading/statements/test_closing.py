"""Statements near the edges of their sentence: closing relays, circumstances, times, purposes, cues side by side."""

import pytest

from ranke.reading.parser import parse
from ranke.reading.statements.find import find_statements


def said(text: str) -> list[tuple[str | None, str]]:
    """Return (speaker, content) of every statement of a text."""
    doc = parse(text)
    return [
        (doc[part.speaker].text if part.speaker is not None else None, doc.text[slice(*part.content)])
        for part in find_statements(doc)
    ]


def test_a_closing_relay_is_no_part_of_what_is_said() -> None:
    """What a speaker says ends where the agency's own clause begins."""
    text = (
        'Jan Hill, head of the assembly, told deputies in Lima on Friday that the towns would "never" join, '
        "the Lima-based agency Belga reported."
    )
    assert ("Hill", 'the towns would "never" join') in said(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Premier Hill received a Chilean envoy and promised to speed up work on a bridge, Belga agency reported.",
            ("Hill", "to speed up work on a bridge"),
        ),
        (
            'Hill was met by the mayor, Juan Soto, who said they would "never part again", the Belga agency reported.',
            ("Soto", 'they would "never part again"'),
        ),
    ],
)
def test_what_an_agency_reports_last_are_statements_of_those_who_made_them(text: str, found: tuple[str, str]) -> None:
    """A verb of saying inside what "the agency reported" hands on its own content, whatever its frame."""
    assert found in said(text)


def test_a_circumstance_after_a_comma_is_not_what_was_told() -> None:
    """The clause before the cue is the content, not "hours after …" behind it."""
    text = (
        "Peru is ready to buy wheat whether or not Chile agrees, a Peruvian official told Belga in Lima on Friday, "
        "hours after Chile had closed the border."
    )
    assert said(text) == [("official", "Peru is ready to buy wheat whether or not Chile agrees")]


def test_two_cues_joined_by_while_keep_their_own_contents() -> None:
    """A second speaker after "while" ends the first content and has his own."""
    text = "Students said she had been hit by a stone, while the police chief, Juan Soto, claimed that she had fallen."
    assert [content for _, content in said(text)] == ["she had been hit by a stone", "she had fallen"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mayor Lena Hill offered on Friday to lower the fares.", "to lower the fares"),
        ("The mayor, Lena Hill, did however offer to lower the fares.", "to lower the fares"),
        ("He denies having been in the village.", "having been in the village"),
        ("Nurses stayed at home in protest at what their unions described as cruel shifts.", "cruel shifts"),
    ],
)
def test_cues_are_seen_behind_times_helping_verbs_and_what(text: str, content: str) -> None:
    """A time before the infinitive, "did", "having" and a clause with "what" do not hide a cue's content."""
    assert [found for _, found in said(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Some ninety miners stopped work on Friday to demand higher wages.",
        "The doctor put the boy at ease.",
        "The bank offered its hall to help the school.",
    ],
)
def test_a_purpose_or_a_deed_is_no_statement(text: str) -> None:
    """What is done, or what for, is nothing that was said."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('Lena Hill said she would come, "but with a heavy heart".', 'she would come, "but with a heavy heart"'),
        ('Jan Hill accused the party of standing idle "while the town burns".', 'standing idle "while the town burns"'),
    ],
)
def test_a_quotation_that_goes_on_in_small_letters_is_of_the_content(text: str, content: str) -> None:
    """Words between marks that carry on the clause before them end what was said, not that clause."""
    assert content.strip('"') in [found.strip('"') for _, found in said(text)]
