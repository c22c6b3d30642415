import pytest

from ranke.record.actors.crowds import organization_of_set, people


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("US troops", "American forces", "USA"),
        ("Hong Kong protesters", "demonstrators", "HKG"),
        ("thousands of protesters", "protesters", "SRB"),
        ("Palestinian people", "Palestinians", "PSE"),
        ("captured ISIS fighters", "captured ISIS militants", ""),
    ],
)
def test_one_set_of_people_has_one_key(one: str, other: str, country: str) -> None:
    """Country words, synonyms and vague numbers make no other set."""
    assert people(one, country) == people(other, country) is not None


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("US troops", "US troops in Iraq", "USA"),
        ("rebels in Daraa", "rebels in Idlib", "SYR"),
        ("protesters", "protesting lawmakers", "HKG"),
    ],
)
def test_qualifiers_tell_sets_apart(one: str, other: str, country: str) -> None:
    """A set in another place or of another kind is another."""
    assert people(one, country) != people(other, country)


@pytest.mark.parametrize(
    "name",
    [
        "civilians",
        "local officials",
        "journalists",
        "two people",
        "three soldiers",
        "people",
        "US-based sources",
        "many",
        "",
    ],
)
def test_the_unnamed_have_no_key(name: str) -> None:
    """Who differs from report to report joins nobody."""
    assert people(name, "USA") is None


def test_a_set_of_no_country_needs_a_body_or_a_country_in_its_name() -> None:
    """Otherwise its words are those of anybody anywhere."""
    assert people("organizers of the meeting", "") is None
    assert people("Hamas fighters", "") is not None


def test_a_people_endures() -> None:
    """A people is the same over the years; troops are not."""
    nation, troops = people("Palestinian people", "PSE"), people("US troops", "USA")
    assert nation is not None
    assert nation.enduring
    assert troops is not None
    assert not troops.enduring


def test_some_sets_are_bodies_by_name() -> None:
    """Forces of a government are its army; members of a known movement are not a set apart."""
    assert organization_of_set("Syrian government forces", "SYR")
    assert organization_of_set("Taliban", "AFG")
    assert not organization_of_set("US troops", "USA")
