from typing import get_args

import pytest

from ranke.exports.codes import alpha2, country_name, cow, fips, icews_sectors, state, whole_number
from ranke.model import Sector
from ranke.offices.lookups import country_names
from ranke.tables import read_csv

ROWS = read_csv("ranke.exports", "codes.csv", key="iso3")


def test_all_countries_of_the_record_have_codes() -> None:
    """The table has just the countries that actors can carry, each with two letters."""
    assert {row["iso3"] for row in ROWS} == set(country_names())
    assert all(len(row["iso2"]) == 2 for row in ROWS)


@pytest.mark.parametrize("scheme", ["iso2", "fips", "cow"])
def test_no_code_stands_for_two_countries(scheme: str) -> None:
    """A code leads back to one country."""
    given = [row[scheme] for row in ROWS if row[scheme]]
    assert len(given) == len(set(given))


def test_codes_that_differ_between_schemes() -> None:
    """Where the schemes differ each has its own: Austria, Australia, Germany, Kosovo, China, Chad."""
    told = {code: (alpha2(code), fips(code), cow(code)) for code in ("AUT", "AUS", "DEU", "XKX", "CHN", "TCD")}
    assert told == {
        "AUT": ("AT", "AU", "305"),
        "AUS": ("AU", "AS", "900"),
        "DEU": ("DE", "GM", "255"),
        "XKX": ("XK", "KV", "347"),
        "CHN": ("CN", "CH", "710"),
        "TCD": ("TD", "CD", "483"),
    }


def test_what_has_no_code_is_left_open() -> None:
    """Palestine has two FIPS codes and no number of states; bodies, strangers and nobody have none at all."""
    assert (alpha2("PSE"), fips("PSE"), cow("PSE")) == ("PS", None, None)
    for code in ("IGO", "ZZZ", None):
        assert alpha2(code) is fips(code) is cow(code) is country_name(code) is None
    assert (state("IGO"), state("IRN"), state(None)) == (None, "IRN", None)


def test_every_sector_is_in_the_table() -> None:
    """Sectors whose name in ICEWS is not sure stand there without one."""
    assert {row["sector"] for row in read_csv("ranke.exports", "sectors.csv", key="sector")} == set(get_args(Sector))
    assert icews_sectors("COP") == "Police,Government"
    assert icews_sectors("SPY") is icews_sectors(None) is None


def test_numbers_tell_their_parts_apart() -> None:
    """Other ids, or the same in another order, give another number."""
    assert (
        len({whole_number(parts) for parts in (("e", "a", "b"), ("e", "b", "a"), ("e", "ab", ""), ("e", "", "ab"))})
        == 4
    )
