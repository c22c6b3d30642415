import pytest

from ranke.offices.nouns import body_sector, default_sector, find_nouns, is_body_word, is_organization_word, singular


@pytest.mark.parametrize(
    ("words", "kind", "sector"),
    [
        ("prime minister", "person", "GOV"),
        ("taxi drivers", "group", "CVL"),
        ("riot police", "organization", "COP"),
        ("lawmakers", "group", "LEG"),
        ("newspaper", "media", "MED"),
        ("spokesman", "person", None),
    ],
)
def test_a_noun_says_kind_and_sector(words: str, kind: str, sector: str | None) -> None:
    """One person, several, or a body; what belongs to any body has no sector of its own."""
    (noun,) = find_nouns(words.split())
    assert (noun.kind, noun.sector, noun.inherits) == (kind, sector, sector is None)


def test_the_longest_phrase_counts_and_no_two_overlap() -> None:
    """The words "defense minister" are one title and no minister beside a defense."""
    assert [noun.phrase for noun in find_nouns(["deputy", "defense", "minister", "of", "energy"])] == [
        "deputy",
        "defense minister",
    ]


def test_words_of_a_name_tell_a_body_and_its_sector() -> None:
    """The longest phrase wins; a word that is none of a body's tells nothing."""
    assert body_sector(["harbour", "human", "rights", "league"]) == "NGO"
    assert body_sector(("ministry", "of", "health")) == "GOV"
    assert body_sector(("daily", "planet")) == "MED"
    assert body_sector(["blue", "harbour"]) is None
    assert is_body_word("ministry")
    assert not is_body_word("harbour")
    assert is_body_word("house")
    assert not is_organization_word("house")


def test_plurals_and_defaults() -> None:
    """Regular plurals have their singular; an official nobody says more of is the government's."""
    assert [singular(word) for word in ("gunmen", "deputies", "envoys", "press")] == [
        "gunman",
        "deputy",
        "envoy",
        "press",
    ]
    assert default_sector("official") == "GOV"
