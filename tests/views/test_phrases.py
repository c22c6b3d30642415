import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.views.phrases import around, clean, day, order, shorten


@pytest.mark.parametrize(
    ("value", "words", "key"),
    [
        ("2019-07-23", "2019-07-23", "2019-07-23"),
        ("2019-07-21TMO", "2019-07-21 morning", "2019-07-21TMO"),
        ("2019-07-21T14:30", "2019-07-21 14:30", "2019-07-21T14:30"),
        ("2019-W29", "week of 2019-07-15", "2019-07-15"),
        ("2018-W03-WE", "weekend of 2018-01-20", "2018-01-20"),
        ("2019-SU", "summer of 2019", "2019-06"),
        ("2017", "2017", "2017"),
        ("2017/2019-02", "2017 to 2019-02", "2017"),
        ("2019-W99", "week of 2019", "2019"),
        ("/2019", "to 2019", "2019"),
        ("anything", "anything", "anything"),
    ],
)
def test_days_are_told_in_words_and_kept_in_order(value: str, words: str, key: str) -> None:
    """Every ISO value of the format has a plain phrase and a place in time."""
    assert (day(value), order(value)) == (words, key)


@given(st.text(max_size=300), st.integers(2, 80))
def test_shortened_text_is_never_longer_than_asked(text: str, limit: int) -> None:
    """The limit holds for any text."""
    assert len(shorten(text, limit)) <= limit


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 40), st.integers(0, 300), st.integers(0, 300))
def test_around_shows_the_trigger_of_any_text(text: str, start: int, length: int, low: int, high: int) -> None:
    """Whatever the spans, the trigger's own words stand in the middle and the sides stay short."""
    before, trigger, after = around(text, (start, start + length), (low, high), room=20)
    assert trigger == clean(text[start : start + length])
    assert max(len(before), len(after)) <= 22


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“They met, he said.", "They met, he said."),
        ("“They” met.", "“They” met."),
        ('They met him."', "They met him."),
        ('"They" met.', '"They" met.'),
    ],
)
def test_half_a_pair_of_quotation_marks_is_left_out(text: str, shown: str) -> None:
    """What is quoted anew shows no mark whose other half was cut off."""
    start = text.index("met")
    assert "".join(around(text, (start, start + 3), (0, len(text)))) == shown


@given(st.text(max_size=200))
def test_clean_text_fits_one_line(text: str) -> None:
    """No line break, no control character is left."""
    assert len(clean(text).splitlines()) <= 1
    assert "\x1b" not in clean(text)
