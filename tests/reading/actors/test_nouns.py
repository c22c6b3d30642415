"""What common nouns say of an actor."""

import pytest

from ranke.model import Sector
from ranke.reading.actors.nouns import (
    find_nouns,
    gender_of_name,
    gender_of_noun,
    reference,
    reference_table,
    sector_of_modifiers,
)
from ranke.reading.parser import parse


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "sector"),
    [
        ("The foreign minister left.", "foreign minister", "person", "GOV"),
        ("Two harbour masters and a senator left.", "senator", "person", "LEG"),
        ("The rebel forces fled.", "rebel forces", "group", "REB"),
        ("The supreme court ruled.", "supreme court", "organization", "JUD"),
        ("The director-general spoke.", "director-general", "person", None),
        ("State media reported it.", "state media", "media", "MED"),
    ],
)
def test_a_noun_phrase_is_explained(text: str, phrase: str, kind: str, sector: Sector | None) -> None:
    """The longest phrase of the tables is found, in the singular as in the plural."""
    noun = find_nouns(parse(text))[0][3]
    assert (noun.phrase, noun.kind, noun.sector) == (phrase, kind, sector)


def test_a_verb_is_no_noun() -> None:
    """Only nouns are found: "heads" and "leads" may be verbs."""
    assert find_nouns(parse("She heads to Rome and leads them.")) == []


@pytest.mark.parametrize(
    ("words", "sector"), [(("armed",), "REB"), (("local", "rights"), "NGO"), (("anti", "union"), None), ((), None)]
)
def test_the_word_before_a_general_noun_tells_the_sector(words: tuple[str, ...], sector: Sector | None) -> None:
    """The nearest telling word decides, unless the group is against it."""
    assert sector_of_modifiers(words) == sector


def test_gender_is_told_by_nouns_and_given_names() -> None:
    """A surname alone tells nothing."""
    assert (gender_of_noun("spokeswoman"), gender_of_noun("crown prince"), gender_of_noun("judge")) == ("f", "m", "")
    assert (gender_of_name(("maria", "lopez")), gender_of_name(("maria",))) == ("f", "")


def test_no_given_name_is_of_both_genders() -> None:
    """A name in both lists would tell nothing."""
    given = reference_table("given")
    assert not set(given["male"].split()) & set(given["female"].split())


def test_every_word_class_is_lower_case() -> None:
    """The classes are looked up by lower-case words."""
    assert all(word == word.lower() for words in reference().values() for word in words)
