"""What the tables know about names of countries, bodies and people."""

from typing import get_args

import pytest

from ranke.model import Sector
from ranke.offices.lookups import country_names, fold, known_person, match_at
from ranke.tables import read_csv


@pytest.mark.parametrize(
    ("text", "sort", "country"),
    [
        ("Ankara said", "capital", "TUR"),
        ("Turkish troops", "adjective", "TUR"),
        ("Turks voted", "demonym", "TUR"),
        ("Kremlin aides", "metonym", "RUS"),
        ("United States of America", "country", "USA"),
        ("NATO met", "organization", "IGO"),
    ],
)
def test_a_name_is_explained(text: str, sort: str, country: str) -> None:
    """A match says which way of naming it is and whose name."""
    match = match_at(text, 0)
    assert match is not None
    assert (match[1].sort, match[1].country) == (sort, country)


def test_a_match_ends_where_a_word_ends() -> None:
    """No name is found in the beginning of another word."""
    assert match_at("Iranology is taught", 0) is None


def test_the_longest_name_wins() -> None:
    """A short name does not hide the longer one that begins with it."""
    match = match_at("South Sudanese soldiers", 0)
    assert match is not None
    assert match[1].country == "SSD"


def test_folding_keeps_every_place() -> None:
    """Accents go, lengths stay."""
    text = "Erdoğan’s Łódź – 漢字"
    assert len(fold(text)) == len(text)
    assert fold(text).startswith("Erdogan's Lodz")


@pytest.mark.parametrize(
    ("words", "country"),
    [(("vladimir", "putin"), "RUS"), (("merkel",), "DEU"), (("recep", "erdogan"), "TUR"), (("maria", "smith"), None)],
)
def test_a_leader_is_known_by_name(words: tuple[str, ...], country: str | None) -> None:
    """The table of people fills in what a report leaves out."""
    person = known_person(words)
    assert (person.country if person is not None else None) == country


def test_the_table_of_people_keeps_its_rules() -> None:
    """Codes are known, a short name means one person, and it is a word of his name or another name of his."""
    rows = read_csv("ranke.reading.actors", "people.csv", key="name")
    shorts = [row["short"] for row in rows if row["short"]]
    assert len(shorts) == len(set(shorts))
    assert {row["sector"] for row in rows} <= set(get_args(Sector))
    assert {row["country"] for row in rows} <= {"", "IGO", *country_names()}
    assert {row["gender"] for row in rows} == {"m", "f"}
    assert all(row["name"].isascii() for row in rows)
