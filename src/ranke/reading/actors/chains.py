"""Chains: all expressions of one report that point at one actor."""

from dataclasses import dataclass, field

from ranke.model import Kind
from ranke.offices.lookups import Known, known_person
from ranke.reading.actors.spots import Spot

_DESCRIPTIONS = 12
"""Different nouns for one actor that are remembered for comparison."""


@dataclass(slots=True, eq=False)
class Chain:
    """All expressions of one report that point at one actor, and what they together tell of it.

    `offices` are nouns that describe it beside its name, `descriptions` the different ones among all its nouns, a few
    of them; `full` is its longest name in core words.
    """

    number: int
    kind: Kind | None
    spots: list[Spot] = field(default_factory=list)
    offices: list[Spot] = field(default_factory=list)
    country: str | None = None
    gender: str = ""
    plural: bool = False
    known: Known | None = None
    full: tuple[str, ...] = ()
    merged: "Chain | None" = None
    descriptions: list[Spot] = field(default_factory=list)

    def add(self, spot: Spot) -> None:
        """Take in one more expression."""
        self.spots.append(spot)
        if spot.form == "nominal":
            self.describe(spot)
        if not self.gender and spot.gender in ("m", "f"):
            self.gender = spot.gender
        if spot.form != "pronoun":
            self.country = self.country or spot.country
            self.known = self.known or spot.known

    def describe(self, spot: Spot) -> None:
        """Remember a noun that was said of it, if it is a new one."""
        known = any(own.noun == spot.noun and own.title == spot.title for own in self.descriptions)
        if not known and len(self.descriptions) < _DESCRIPTIONS:
            self.descriptions.append(spot)

    @property
    def named(self) -> bool:
        """Whether the report names it."""
        return any(spot.named for spot in self.spots)

    @property
    def nouns(self) -> list[Spot]:
        """The nouns that describe it: titles and appositions, then those that stand for it alone."""
        return [*self.offices, *(spot for spot in self.spots if spot.form == "nominal")]

    @property
    def office_country(self) -> str | None:
        """The country of its office, from the report, else from the table of people."""
        found = next((office.country for office in self.offices if office.country), None)
        if found is None and self.kind == "person":
            person = known_person(self.full)
            found = person.country if person is not None else None
        return found


class Chains:
    """The chains of one report, and the chain of each spot."""

    def __init__(self) -> None:
        self.all: list[Chain] = []
        self._of: dict[int, Chain] = {}
        self._countries: dict[str, Chain] = {}

    def new(self, kind: Kind | None) -> Chain:
        """Open an empty chain."""
        chain = Chain(len(self.all), kind)
        self.all.append(chain)
        return chain

    def put(self, spot: Spot, chain: Chain) -> Chain:
        """Add a spot to a chain and return the chain."""
        chain.add(spot)
        self._of[id(spot)] = chain
        return chain

    def of(self, spot: Spot | None) -> Chain | None:
        """Return the chain of a spot, after all merging."""
        chain = self._of.get(id(spot)) if spot is not None else None
        return living(chain) if chain is not None else None

    def merge(self, one: Chain, other: Chain) -> Chain:
        """Make two chains one, the first keeping its number."""
        if one is other:
            return one
        for spot in other.spots:
            one.add(spot)
        one.offices += other.offices
        for office in other.descriptions:
            one.describe(office)
        one.full = max(one.full, other.full, key=len)
        one.known = one.known or other.known
        other.merged, other.spots = one, []
        return one

    def country(self, code: str) -> Chain:
        """Return the chain of a country, opened where there is none yet."""
        if code not in self._countries:
            chain = self._countries[code] = self.new("country")
            chain.country = code
        return self._countries[code]

    def living(self) -> list[Chain]:
        """Return the chains that were not merged into others and hold something."""
        return [chain for chain in self.all if chain.merged is None and chain.spots]


def living(chain: Chain) -> Chain:
    """Return the chain that a chain was merged into, or itself."""
    while chain.merged is not None:
        chain = chain.merged
    return chain
