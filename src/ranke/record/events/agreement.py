"""How far two accounts agree in one respect: sides, days, place, words. None is a veto: they can't be of one event."""

from functools import cache, lru_cache
from math import fsum
from typing import Any

from ranke.offices.names import fold
from ranke.record.events.accounts import Account, Party
from ranke.record.stories.words import weight
from ranke.tables import read_csv, read_toml

NAMED, STANDING, ALIKE, ALLIED = 2.0, 1.5, 0.75, 0.25
"""How much it tells that both name one actor; one that stands for the other; two of one country and kind; two armed
bodies of one country."""

OTHER = -2.5
"""How much it tells that a side of one account is another actor in the other: reports may differ in who did it."""

SAME_DAY, SAME_MONTH, SAME_YEAR, NEWLY = 2.5, 1.5, 1.0, 1.0
"""How much it tells that the days of both overlap, known to the day, the month, or worse; or that one is fresh news."""

SAME_PLACE, OTHER_PLACE = 0.75, -1.5
SAME_ACT, NAMED_ACT, OTHER_ACT, OTHER_MODE = 1.0, 0.5, -0.5, -1.0

TELLING, MOST, NOTHING = 0.5, 5.0, -0.5
"""What a shared telling word tells, how many of them count at most, and what it tells that there is none."""

UNREAD = 2.25
"""What the same day tells more where words are not known: one act of a kind a day between two is the rule."""

_WEEK, _SOON, _LATER, _ONCE, _SLIP, _MONTH = 7, 30, 120, 60, 400, 31
"""Days between two mentions that make them likely one, perhaps, rarely; in which a mistaken day and a delay lie."""

_RULING = frozenset({"GOV", "MIL", "SPY"})
_ARMED = frozenset({"MIL", "REB"})
_ANYONE = frozenset({"CVL", "REF", None})


@cache
def table() -> dict[str, Any]:
    """Return the table of acts and compatible types."""
    return read_toml("ranke.record.events", "occasions.toml")


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset(pair for row in table()["compatible"] for pair in (tuple(row["types"]), tuple(row["types"][::-1])))


@cache
def flagged(flag: str) -> frozenset[str]:
    """Return the acts that the table gives a flag."""
    return frozenset(name for name, row in table()["acts"].items() if row.get(flag))


@cache
def listed(name: str) -> frozenset[str]:
    """Return a list of the table, or the words of a text of it."""
    row = table()[name]
    return frozenset(row.split() if isinstance(row, str) else row)


def compatible(one: str, other: str) -> bool:
    """Whether two accounts of one occasion may carry these types."""
    return one == other or (one, other) in _pairs()


@lru_cache(maxsize=1 << 16)
def party(one: Party, other: Party) -> float:
    """Return how surely two sides are one actor, or one stands for the other; 0 if nothing says so."""
    if one.names & other.names and (one.country == other.country or not one.country or not other.country):
        return NAMED
    if one.kind == other.kind == "country":
        return NAMED if one.country and one.country == other.country else 0.0
    if one.names & other.bodies or other.names & one.bodies:
        return STANDING
    if not one.country or not other.country or one.country == "IGO":
        return ALIKE if "group" in (one.kind, other.kind) and _shared(one, other) else 0.0
    return _compatriots(one, other) if one.country == other.country else 0.0


def _compatriots(one: Party, other: Party) -> float:
    """Return how surely two sides of one country are one actor, or one acts for the other."""
    kinds = {one.kind, other.kind}
    if kinds == {"person"}:
        return NAMED if _same_person(one, other) else 0.0
    if "country" in kinds:
        body = other if one.kind == "country" else one
        return STANDING if body.sector in _RULING else 0.0
    if _shared(one, other):
        return STANDING
    if "person" in kinds:
        return ALIKE if one.sector in _RULING and other.sector in _RULING else 0.0
    if "group" in kinds:
        return ALIKE if one.sector == other.sector or one.sector in _ANYONE or other.sector in _ANYONE else 0.0
    # An armed body may be told of by its own name, its alliance's or a part's.
    return ALLIED if one.sector == other.sector and one.sector in _ARMED else 0.0


def _same_person(one: Party, other: Party) -> bool:
    """Whether two persons share a last name and no first names that differ."""
    for name in one.names:
        for alias in other.names:
            mine, theirs = name.split(), alias.split()
            if mine[-1] == theirs[-1] and (len(mine) == 1 or len(theirs) == 1 or mine[0] == theirs[0]):
                return True
    return False


def _shared(one: Party, other: Party) -> bool:
    """Whether the telling words of two bodies' names are mostly the same: "Congress", "the previous Congress"."""
    for name in one.names:
        for alias in other.names:
            mine, theirs = frozenset(name.split()) - _generic(), frozenset(alias.split()) - _generic()
            if mine and theirs and (mine <= theirs or theirs <= mine or len(mine & theirs) > len(mine ^ theirs)):
                return True
    return False


@cache
def _generic() -> frozenset[str]:
    """Return the words that tell no body from another: kinds of body, names of countries."""
    found = set(listed("generic"))
    for row in read_csv("ranke", "reading/actors/countries.csv", key="iso3"):
        told = ";".join(row[field] for field in ("name", "aliases", "demonyms", "adjectives"))
        found |= {word for name in told.split(";") for word in fold(name).split()}
    return frozenset(found)


def sides(one: Account, other: Account) -> float | None:
    """Return how well the sides of two accounts agree: one left out costs nothing, one that differs much."""
    straight = _directed(_best(one.sources, other.sources), _best(one.targets, other.targets))
    mutual = listed("mutual")
    if straight == 2 * NAMED:
        return straight  # no other way round agrees better
    if (one.type in mutual and other.type in mutual) or one.acts & other.acts & flagged("mutual"):
        crossed = _directed(_best(one.sources, other.targets), _best(one.targets, other.sources))
        return max((value for value in (straight, crossed) if value is not None), default=None)
    return straight


def _directed(first: float | None, second: float | None) -> float | None:
    if not first and not second:
        return None
    return sum(OTHER if value == 0 else value or 0.0 for value in (first, second))


def _best(one: tuple[Party, ...], other: tuple[Party, ...]) -> float | None:
    if len(one) == len(other) == 1:
        return party(one[0], other[0])  # by far the most frequent case
    return max(party(mine, theirs) for mine in one for theirs in other) if one and other else None


def days(one: Account, other: Account) -> float | None:
    """Return how well the days of two accounts agree; days that exclude each other are a veto.

    A plan may slip, and what can only be done once is one act whatever day a report gives.
    """
    gap = max(one.first, other.first) - min(one.last, other.last)
    known = {one.precise, other.precise}
    if gap <= 0:
        return _overlap(one, other, known)
    acts = one.acts & other.acts
    if known <= {"day", "news"} and gap <= 1 and (acts - flagged("serial") or one.type not in listed("serial")):
        return 0.5
    if gap <= _ONCE and one.type == other.type and once(one, other):
        return 0.0
    if {"planned", "possible"} & {one.status, other.status} and acts & flagged("lasting") and gap <= _SLIP:
        return -0.5
    return -0.5 if "news" in known and known <= {"day", "span", "news"} and gap <= _ONCE else None


def once(one: Account, other: Account) -> bool:
    """Whether both tell of what is done once to or by a person whom both name: a resignation, a killing."""
    if not one.acts & other.acts & flagged("once"):
        return False
    mine = [side for side in (*one.sources, *one.targets) if side.kind == "person"]
    theirs = [side for side in (*other.sources, *other.targets) if side.kind == "person"]
    return any(party(first, second) == NAMED for first in mine for second in theirs)


def _overlap(one: Account, other: Account, known: set[str]) -> float:
    if known == {"day"}:
        return SAME_DAY
    if known <= {"day", "span"}:
        width = max(one.last - one.first, other.last - other.first)
        if width > _MONTH and "day" in known and "ongoing" in (one.status, other.status):
            return -1.0  # a day of what goes on is a part of it
        return SAME_MONTH if width <= _MONTH else SAME_YEAR
    if known <= {"day", "span", "news"}:
        return NEWLY
    return _unknown(one, other)


def _unknown(one: Account, other: Account) -> float:
    """Return what it tells that a day is known of one account or of none: the less, the farther they lie apart."""
    between = abs(_nearest(one, other.day) - _nearest(other, one.day))
    if between <= _WEEK:
        return NEWLY
    if between <= _SOON:
        return 0.25
    if one.acts & other.acts & flagged("lasting"):
        return 0.0
    return -0.5 if between <= _LATER else -1.5


def _nearest(one: Account, day: int) -> int:
    """Return the day that an account is about, as far as it tells: its own if known, else its report's."""
    return min(max(day, one.first), one.last) if one.precise in {"day", "span", "news"} else one.day


def place(one: Account, other: Account) -> float | None:
    """Return how well the places of two accounts agree; two countries are a veto."""
    if not one.place or not other.place:
        return 0.0
    if place_within(one, other) or place_within(other, one):
        return SAME_PLACE
    if one.place_country and other.place_country and one.place_country != other.place_country:
        return None
    return OTHER_PLACE


def place_within(one: Account, other: Account) -> bool:
    """Whether the place of one account lies in that of the other, as far as their names tell."""
    mine, theirs = _place_words(one.place or ""), _place_words(other.place or "")
    return mine >= theirs or other.place in _countries().get(one.place_country or "", ())


@cache
def _countries() -> dict[str, frozenset[str]]:
    """Return the folded names of each country."""
    return {
        row["iso3"]: frozenset(fold(name) for name in f"{row['name']};{row['aliases']}".split(";") if name)
        for row in read_csv("ranke", "reading/actors/countries.csv", key="iso3")
    }


def _place_words(name: str) -> frozenset[str]:
    words = frozenset(name.split())
    return words - listed("away") or words


def words(one: Account, other: Account, when: float) -> float:
    """Return how well the words around two accounts agree; `when` is how well their days do."""
    if not one.read or not other.read:
        return UNREAD if when >= SAME_DAY else NOTHING
    shared = fsum(weight(word) for word in one.words & other.words)  # a set has no order that a sum could go by
    return min(shared, MOST) * TELLING if shared else NOTHING


def act(one: Account, other: Account) -> float:
    """Return how well the words for the act itself agree."""
    if one.acts & other.acts or one.trigger & other.trigger:
        return SAME_ACT
    if one.mode and other.mode:
        return NAMED_ACT if one.mode == other.mode else OTHER_MODE
    if any(weight(word) for word in one.trigger & other.words | other.trigger & one.words):
        return NAMED_ACT
    return OTHER_ACT if one.acts and other.acts else 0.0
