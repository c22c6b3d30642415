"""Quotations: where marks of every style open and close."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.reading.statements.quotations import Quotations, find_quotations


def inner(text: str) -> list[str]:
    """Return the words of every outermost quotation."""
    return [text[slice(*quotation.inner)] for quotation in find_quotations(text) if not quotation.nested]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We won,” he said. “They lost.”", ["We won,", "They lost."]),
        ('"We won," he said. "They lost."', ["We won,", "They lost."]),
        ("«We won», he said.", ["We won"]),
        ("„We won“, he said.", ["We won"]),
        ("‘We won,’ he said. ‘The ministers’ plan is dead.’", ["We won,", "The ministers’ plan is dead."]),
        ("He called it ‘a mess’ and left.", ["a mess"]),
        ("It's 'all good' in the '90s at the dogs' home.", ["all good"]),
        ('" We won, " he said.', ["We won,"]),
    ],
)
def test_marks_of_every_style_are_paired(text: str, words: list[str]) -> None:
    """Double and single, curly, straight and angled marks are paired, apostrophes are not."""
    assert inner(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the ”Grand Plan“ is dead", ["Grand Plan"]),
        ("the ”Grand Plan” is dead", ["Grand Plan"]),
        ("“We won the match,“ he said.", ["We won the match,"]),
    ],
)
def test_marks_the_wrong_way_round_are_read_by_what_stands_beside_them(text: str, words: list[str]) -> None:
    """A closing mark before a word opens; an opening mark after a comma closes."""
    assert inner(text) == words


def test_mark_left_open_ends_with_its_paragraph() -> None:
    """A quotation that never closes takes nothing of the next paragraph."""
    assert inner('He said, "We won\nThe next day "they" left.') == ["We won", "they"]


def test_mark_repeated_at_the_next_paragraph_carries_the_quotation_on() -> None:
    """A quotation reopened at each paragraph is one."""
    assert inner("“We won.\n\n“They lost,” he said.") == ["We won.\n\n“They lost,"]


def test_mark_repeated_inside_a_paragraph_does_not_close() -> None:
    """Paragraphs run together keep their opening marks inside the quotation."""
    assert inner("“We won. “They lost.” The crowd left.") == ["We won. “They lost."]


def test_quotation_inside_a_quotation_is_nested() -> None:
    """Single marks inside double ones, and the other way round, are nested."""
    found = find_quotations("“I told him ‘go home’ and left.” ‘She said “go”.’")
    assert [quotation.nested for quotation in found] == [False, True, False, True]


def test_height_in_inches_is_no_quotation() -> None:
    """Marks after a number are units."""
    assert inner("He is 5' 11\" tall.") == []


def test_places_are_looked_up_by_character() -> None:
    """At and after a character the right quotation is found."""
    quotations = Quotations('"a" b "c"')
    first, second = quotations.top
    assert quotations.at(1) == first
    assert quotations.at(4) is None
    assert quotations.next_after(3) == second


@given(st.text(alphabet="ab .,\n\"“”‘’'«»„s5", max_size=60))
def test_any_text_gives_quotations_within_it(text: str) -> None:
    """Every quotation lies in the text, the words inside the marks, none of the outermost overlapping."""
    end = 0
    for quotation in find_quotations(text):
        assert 0 <= quotation.outer[0] <= quotation.inner[0] <= quotation.inner[1] <= quotation.outer[1] <= len(text)
        if not quotation.nested:
            assert quotation.outer[0] >= end
        end = max(end, quotation.outer[1])
