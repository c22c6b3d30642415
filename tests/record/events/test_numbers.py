import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.record.events.numbers import Count, counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people were killed in Aden.", Count("dead", 12, 12)),
        ("The quake killed 15 villagers.", Count("dead", 15, 15)),
        ("Police arrested forty-two miners.", Count("arrested", 42, 42)),
        ("Two million people marched.", Count("people", 2_000_000, 2_000_000)),
        ("1,250 soldiers left.", Count("soldi", 1250, 1250)),
        ("Dozens were wounded.", Count("hurt", 24, 99)),
        ("at least 30 people died", Count("dead", 30, 60)),
        ("nearly 200 people came", Count("people", 160, 200)),
        ("about 50 people came", Count("people", 40, 60)),
    ],
)
def test_counts_have_a_noun_and_bounds(text: str, expected: Count) -> None:
    """A number is read with what it counts, a hedge or a vague word as the bounds that it leaves open."""
    assert counts(text) == (expected,)


def test_two_losses_of_one_sentence_are_two_counts() -> None:
    """The dead and the hurt are told apart, whether the word for them stands before or after the number."""
    expected = (Count("dead", 3, 3), Count("hurt", 7, 7))
    assert counts("The blast killed three people and injured seven.") == expected
    assert counts("three killed and 7 wounded") == expected


@pytest.mark.parametrize(
    "text",
    [
        "in 2019 protests began",
        "aged 43, he left",
        "ten days later",
        "5% of voters",
        "$3 million",
        "at 10:30 a.m.",
        "one of us",
    ],
)
def test_years_times_shares_and_money_are_no_counts(text: str) -> None:
    """A number that counts neither people nor things is left out."""
    assert counts(text) == ()


@given(st.text(alphabet="0123456789 ,.-$%killedpotwndza\n", max_size=80))
def test_any_text_gives_counts_in_order(text: str) -> None:
    """Whatever stands in a text, counts are sorted, each once, with bounds the right way round."""
    found = counts(text)
    assert list(found) == sorted(set(found))
    assert all(one.low <= one.high for one in found)
