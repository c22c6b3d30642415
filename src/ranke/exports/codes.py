"""Countries and sectors in the codes of other schemes, and numbers for those that want numbers for ids."""

import hashlib
from collections.abc import Iterable
from functools import cache

from ranke.offices.lookups import country_names
from ranke.tables import read_csv

IGO = "IGO"
"""What an intergovernmental body carries instead of a country."""

_PACKAGE = "ranke.exports"


@cache
def _codes() -> dict[str, dict[str, str]]:
    return {row["iso3"]: row for row in read_csv(_PACKAGE, "codes.csv", key="iso3")}


@cache
def _sectors() -> dict[str, dict[str, str]]:
    return {row["sector"]: row for row in read_csv(_PACKAGE, "sectors.csv", key="sector")}


def cow(country: str | None) -> str | None:
    """Return the Correlates of War number of a country, None for what is no state of its list."""
    return _code(country, "cow")


def fips(country: str | None) -> str | None:
    """Return the FIPS 10-4 code of a country, None where there is none or more than one."""
    return _code(country, "fips")


def alpha2(country: str | None) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country."""
    return _code(country, "iso2")


def _code(country: str | None, scheme: str) -> str | None:
    row = _codes().get(country or "")
    return (row[scheme] or None) if row else None


def country_name(country: str | None) -> str | None:
    """Return the usual name of a country, None for intergovernmental bodies."""
    return country_names().get(country or "")


def state(country: str | None) -> str | None:
    """Return the code of a country, None for intergovernmental bodies, which have none."""
    return None if country == IGO else country


def icews_sectors(sector: str | None) -> str | None:
    """Return what ICEWS calls a sector, None where that is not known."""
    row = _sectors().get(sector or "")
    return (row["icews"] or None) if row else None


def whole_number(parts: Iterable[str]) -> int:
    """Return a number below 2 to the power of 60 that the same parts always have and others hardly ever."""
    digest = hashlib.blake2b("\t".join(parts).encode(errors="backslashreplace"), digest_size=8).digest()
    return int.from_bytes(digest) >> 4
