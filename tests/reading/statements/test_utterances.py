"""Utterances: which quotations stand for themselves, and the cue that each hangs on."""

import pytest

from ranke.reading.parser import parse
from ranke.reading.statements.cues import cue_verbs
from ranke.reading.statements.quotations import Quotations
from ranke.reading.statements.utterances import find_utterances


def uttered(text: str) -> list[tuple[str, str | None]]:
    """Return (content, cue) of every utterance of a text."""
    doc = parse(text)
    found = find_utterances(doc, Quotations(doc.text), cue_verbs(doc))
    return [(text[slice(*u.content)], u.cue.text if u.cue is not None else None) for u in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('The mayor said on Friday, "We won."', [("We won.", "said")]),
        ('The mayor told the crowd "We won the vote."', [("We won the vote.", "told")]),
        ('"We won," said the mayor of the town.', [("We won", "said")]),
        ('"Who won?" the mayor asked.', [("Who won?", "asked")]),
        ('Speaking in Rome, the pope said: "Pray for us."', [("Pray for us.", "said")]),
        ('The mayor said "We won" and "They lost".', [("We won", "said"), ("They lost", "said")]),
        ('"We won," the mayor said, "and they lost."', [("We won", "said"), ("and they lost.", "said")]),
    ],
)
def test_cue_stands_before_after_or_between(text: str, found: list[tuple[str, str]]) -> None:
    """Each quotation finds the cue that belongs to it."""
    assert uttered(text) == found


@pytest.mark.parametrize(
    "text",
    [
        'The mayor said the plan was "a disgrace" for the town.',
        'The so-called "Grand Plan" is dead.',
        'The mayor ordered "heightened alert" from the police.',
    ],
)
def test_bits_of_quotation_within_a_clause_are_left_out(text: str) -> None:
    """Words in marks that are part of the reporter's sentence are no utterances."""
    assert uttered(text) == []


def test_quotation_signed_with_a_dash_is_the_signers() -> None:
    """A name after a dash at the line's end speaks."""
    doc = parse('"We have won this and we will win again." — Jo Hill, mayor')
    (utterance,) = find_utterances(doc, Quotations(doc.text), cue_verbs(doc))
    assert utterance.speaker is not None
    assert utterance.speaker.text == "Hill"


def test_name_after_a_dash_in_the_next_line_signs_the_quotation() -> None:
    """The signature may stand below the words; a dash below other words than a quotation's signs nothing."""
    signed = '"We have won this and we will win again."\n\n- Jo Hill\n\nThe crowd left.'
    doc = parse(signed)
    (utterance,) = find_utterances(doc, Quotations(signed), cue_verbs(doc))
    assert utterance.speaker is not None
    assert utterance.speaker.text == "Hill"
    other = 'The song is called "We have won this and we will win again."\n\n- Jo Hill\n\nThe crowd left.'
    doc = parse(other)
    assert all(found.speaker is None for found in find_utterances(doc, Quotations(other), cue_verbs(doc)))


def test_quotation_after_a_participle_of_saying_hangs_on_the_first_cue() -> None:
    """The speaker goes on in marks after the reporter's "warning that …"."""
    text = '"We are ready," the captain said, warning that the sea was rough. "We sail at noon today."'
    assert uttered(text) == [("We are ready", "said"), ("We sail at noon today.", "said")]


@pytest.mark.parametrize(
    "text", ['She cracked, "We are still afloat after ten years."', 'Jo Hill cracked: "Nobody knows where it went."']
)
def test_verb_of_no_table_opens_a_quotation_where_somebody_does_it(text: str) -> None:
    """Any verb right before the marks whose subject is a person can be the cue."""
    assert [cue for _, cue in uttered(text)] == ["cracked"]


def test_verb_of_no_table_is_no_cue_where_its_subject_is_a_thing_or_comes_late() -> None:
    """A thing says nothing, and what begins with a time after the marks is the next sentence."""
    assert uttered('The roof cracked, "We are still afloat after ten years."') != [
        ("We are still afloat after ten years.", "cracked")
    ]
    assert ("We sail today!", "landed") not in uttered('"We sail today!" Yesterday afternoon the plane landed.')


def test_name_before_a_quotation_between_dashes_speaks_it() -> None:
    """Of the persons named, the one whom dashes give a quotation says it; a thing named so says nothing."""
    said = "Mayors have said so, including the former mayor Jo Hill -- “It is wrong to hide the books” -- and Reed."
    doc = parse(said)
    (utterance,) = find_utterances(doc, Quotations(said), cue_verbs(doc))
    assert utterance.cue is None
    assert utterance.speaker is not None
    assert utterance.speaker.text == "Hill"
    assert uttered("The old mill -- “It is wrong to hide the books” -- has a motto.") == []
