"""Expressions that name, describe or point at actors."""

import pytest

import ranke
from ranke.reading.actors.mentions import find_mentions
from ranke.reading.actors.spots import Spot
from ranke.reading.parser import parse


def spots(text: str) -> dict[str, Spot]:
    """Return the expressions of a text by their words; the last of equal ones wins."""
    doc = parse(text)
    return {doc[spot.start : spot.end].text: spot for spot in find_mentions(doc, ())[0]}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Turkey rejected the offer.", "Turkey", "country"),
        ("The Kremlin denied the report.", "Kremlin", "country"),
        ("The Foreign Ministry summoned the ambassador.", "Foreign Ministry", "organization"),
        ("Hezbollah fired rockets on Monday.", "Hezbollah", "organization"),
        ("The Department of Fisheries closed the port.", "Department of Fisheries", "organization"),
        ("In the capital, Angela Merkel met farmers.", "Angela Merkel", "person"),
        ("President Moon Jae-in called for calm.", "Moon Jae-in", "person"),
        ("Reuters reported the incident.", "Reuters", "media"),
        ("The Daily Norte was shut by police.", "Daily Norte", "organization"),
    ],
)
def test_a_name_has_its_kind(text: str, name: str, kind: str) -> None:
    """Tables, words and the parser together say what a name names."""
    assert spots(text)[name].kind == kind


def test_a_title_is_no_part_of_a_name() -> None:
    """The words before a name are a noun of their own."""
    found = spots("Foreign Minister Anna Berg met President Paul Olsen.")
    assert found["Anna Berg"].kind == "person"
    assert found["Foreign Minister"].noun == "foreign minister"
    assert found["President"].sector == "GOV"


def test_a_country_adjective_and_its_noun_are_two_mentions() -> None:
    """In "Turkish troops" both the troops and Turkey are mentioned."""
    found = spots("Turkish troops crossed the border.")
    assert found["Turkish"].country == "TUR"
    assert found["troops"].kind == "group"
    assert found["troops"].country == "TUR"


def test_what_somebody_is_backed_by_is_not_its_country() -> None:
    """A participle's country does not pass to the noun."""
    assert spots("Turkey-backed Syrian rebels took the town.")["rebels"].country == "SYR"


def test_a_place_where_things_happen_does_not_act() -> None:
    """A country after "in" is marked as a place; as a subject it acts."""
    assert spots("Protesters gathered in Sudan.")["Sudan"].local
    assert not spots("Sudan recalled its ambassador.")["Sudan"].local


def test_a_shared_name_is_the_named_country_s() -> None:
    """A senate after another country's name is not the one of the table."""
    assert spots("The Nigerian Senate passed the bill.")["Senate"].country == "NGA"


def test_a_body_tells_the_country_in_its_name() -> None:
    """A body's own words name its country."""
    assert spots("The Norwegian Fishery Association protested.")["Norwegian Fishery Association"].country == "NOR"


def test_a_trump_administration_is_no_body_of_its_own() -> None:
    """The word "administration" is cut off a leader's name, not off a body's."""
    assert "Drug Enforcement Administration" in spots("The Drug Enforcement Administration seized the ship.")
    assert spots("The Obama administration signed the accord.")["administration"].noun == "administration"


def test_owners_and_numbers_are_read() -> None:
    """Possessives, numbers and complements of a noun are kept."""
    found = spots("Two advisers to the mayor resigned, and her spokesman left.")
    assert found["advisers"].number == "two"
    assert found["spokesman"].owner >= 0


def test_an_empty_it_is_no_mention() -> None:
    """Weather and clauses have an "it" that points at nobody."""
    assert "It" not in spots("It is unclear whether the talks will resume.")


def test_a_law_is_no_actor() -> None:
    """The name of a law or a treaty is nobody, even where it is the subject."""
    found = spots("The Harbour Safety Act bans night fishing. The Harbour Board agreed.")
    assert found["Harbour Safety Act"].kind is None
    assert found["Harbour Board"].kind == "organization"


def test_a_bare_number_is_nobody() -> None:
    """A count of the dead is no actor; a quantity word that acts stands for people."""
    found = spots("The blast killed 12 and injured 40. Others fled.")
    assert not {"12", "40"} & set(found)
    assert found["Others"].kind == "group"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "((", "''''", "of the of the", "US-US-"])
def test_odd_text_yields_less(text: str) -> None:
    """Nothing raises on text that is none."""
    assert isinstance(find_mentions(parse(text), ()), tuple)


def test_a_mark_taken_for_a_name_costs_nothing() -> None:
    """Where the parser takes a hyphen alone for a person, the report is read all the same."""
    text = "Omani-Iranian relations are very good, the sultan said."
    assert ranke.read(ranke.Report(id="r", date="2024-01-01", text=text)).document.id == "r"


def test_a_leader_s_country_that_no_table_has_is_no_part_of_the_name() -> None:
    """A given name tells where the person's name begins after "of" and a place."""
    assert spots("First Minister of Wessland Angela Novak left.")["Angela Novak"].kind == "person"


def test_who_holds_islands_is_a_country_and_no_person() -> None:
    """In a compound with a hyphen an adjective is the country, never one of its people."""
    assert spots("Jordan left the Israeli-occupied heights.")["Israeli"].kind == "country"


def test_a_vote_and_a_rule_are_no_actors() -> None:
    """Names that end in a word for a vote or for a rule are nobody's, whatever they are said to do."""
    assert spots("The Marina Trade Directive helped firms.")["Marina Trade Directive"].kind is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Foreign Minister Germán Lozano met farmers.", "Germán Lozano", "person"),
        ("Her Semilla party met. Semilla won.", "Semilla", "organization"),
        ("The Fair Wages Act (FWA) was passed. FWA helps lawmakers.", "FWA", None),
    ],
)
def test_a_name_is_told_by_the_words_around_it(text: str, name: str, kind: str | None) -> None:
    """An accented given name is no country's, a noun for a body makes a body, and a law's initials are nobody."""
    assert spots(text)[name].kind == kind


def test_most_and_many_alone_are_nobody() -> None:
    """Who is told only as so many people is no actor; others are somebody."""
    assert "Many" not in spots("Many fled the town.")
    assert "Others" in spots("Others fled the town.")
