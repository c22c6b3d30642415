import pytest

from ranke.offices.drafts import draft
from ranke.offices.tenures import Offices


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Iran's top envoy, John Doe", ["Iran", "top", "envoy", ",", "John", "Doe"]),
        ("french president", ["French", "President"]),
        ("taxi drivers", ["taxi", "drivers"]),
        ("CANBERRA", ["Canberra"]),
        ("NATO", ["NATO"]),
        ("", []),
    ],
)
def test_a_description_is_cut_into_words(text: str, words: list[str]) -> None:
    """Possessives go, commas stay; what is all in lower case or capitals is written as names are, if one is in it."""
    assert [word.text for word in draft(text, Offices(())).words] == words


def test_what_follows_says_nothing_more_of_who_is_meant() -> None:
    """A description ends where a clause or another person begins."""
    of = draft("rebels backed by Norway", Offices(()))
    assert of.words[of.end].text == "backed"
