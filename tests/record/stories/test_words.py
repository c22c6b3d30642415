import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.record.stories.words import names_in, stem, stems, weight, words_of


@pytest.mark.parametrize(
    "forms",
    [
        "protest protests protested protesting protester protesters",
        "resign resigns resigned resigning resignation resignations",
        "negotiate negotiated negotiating negotiation negotiations negotiator",
        "withdraw withdrew withdrawn withdrawing withdrawal",
        "kill kills killed killing killer",
        "suspend suspended suspension",
        "smuggle smuggled smuggling smuggler smugglers",
        "rally rallies rallied rallying",
        "Samoa Samoa's Samoa’s",
        "Erdoğan Erdogan ERDOGAN Erdoğan’s",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    """Inflection, common derivation, case, accents and possessives don't keep a word from being found again."""
    assert len({stem(form) for form in forms.split()}) == 1
    assert stem(forms.split(maxsplit=1)[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("station", "state"),
        ("plane", "plan"),
        ("needed", "needle"),
        ("bus", "bush"),
        ("border", "board"),
        ("sky", "ski"),
        ("general", "generate"),
        ("Paris", "parish"),
    ],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    """Cutting endings doesn't go so far that unrelated words meet."""
    assert stem(one) != stem(other) or not stem(one)


def test_words_that_any_report_has_have_no_stem() -> None:
    """Grammar, reporting, offices, months and days tell nothing of what a text is about."""
    assert (
        stems("The president said on Monday that officials have announced this in March, according to the BBC.")
        == set()
    )


def test_march_the_month_is_not_the_march_of_protesters() -> None:
    """A capital tells the month from the demonstration."""
    assert stem("March") == ""
    assert stem("march") == stem("marched") != ""


def test_stems_keep_what_a_text_is_about() -> None:
    """Names, rare words and numbers stay, each once."""
    found = stems("The ferry Aurora sank off Tonga: 86 passengers of the ferry were missing, 1,200 waited.")
    assert {"ferri", "aurora", "tonga", "86", "1200"} <= found
    assert not {"the", "were", "of"} & found


def test_weights_fall_from_rare_words_to_common_ones() -> None:
    """A rare word says more than a small country, that more than a word of a kind of matter, that more than grammar."""
    rare, small, common, none = (weight(word) for word in (stem("prorogation"), stem("Samoan"), stem("attack"), "the"))
    assert rare == 1.0
    assert 1.0 > small > common > none == 0.0
    assert weight(stem("China")) == weight(stem("Chinese")) == common


def test_numbers_and_short_words_weigh_less() -> None:
    """A number, above all a year or a small one, and a word of two letters are often shared by chance."""
    assert 1.0 > weight("1200") > weight("45") > weight("2019") >= weight("7") > 0
    assert 1.0 > weight("zx") > 0


def test_names_stand_inside_sentences_or_have_several_words() -> None:
    """A capital at the start of a sentence makes no name; titles and peoples before a name are no part of it."""
    text = "Talks failed. On Monday the French President Emmanuel Macron met Ursula von der Leyen at the Élysée Palace."
    assert names_in(text) == {"emmanuel macron", "ursula von der leyen", "elysee palace"}


def test_a_name_at_the_start_of_a_sentence_is_known_from_another_place() -> None:
    """A single name that opens one sentence is found where it stands inside another."""
    assert "tonga" not in names_in("Tonga waits.")
    assert "tonga" in names_in("Tonga waits. A ferry left for Tonga.")


@given(st.text(max_size=300))
def test_any_text_gives_stems_with_a_weight(text: str) -> None:
    """Odd text never raises, and what is kept weighs something."""
    assert all(0 < weight(root) <= 1 for root in stems(text))
    assert all(name == name.strip() and name for name in names_in(text))


@given(st.lists(st.text(string.ascii_letters, min_size=1, max_size=12), max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_words_makes_no_difference(words: list[str], chance: random.Random) -> None:
    """The stems of a text are those of its words, in any order."""
    shuffled = chance.sample(words, len(words))
    assert stems(" ".join(words)) == stems(" ".join(shuffled))
    assert words_of(" ".join(words)) == words
