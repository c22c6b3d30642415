"""Which person a name means: those of the table of people, and all who hold an office in the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from ranke.model import Sector
from ranke.offices.names import NUMERALS, PARTICLES, fold, formal, sound
from ranke.offices.tenures import Offices
from ranke.tables import read_csv

LONGEST = 7
"""Words of the longest name looked for."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the table of people, or who only holds offices: then without country and sector."""

    name: str
    country: str | None = None
    sector: Sector | None = None


@cache
def _known() -> tuple[dict[str, Person], dict[str, Person], dict[str, list[str]]]:
    """Return the people of the table by full name, by the surname that alone means them, and names by each surname."""
    full: dict[str, Person] = {}
    short: dict[str, Person] = {}
    words: dict[str, list[str]] = {}
    for row in read_csv("ranke", "reading/actors/people.csv", key="name"):
        person = Person(row["name"], row["country"] or None, cast("Sector | None", row["sector"] or None))
        name = fold(row["name"])
        full[name] = person
        if row["short"]:
            short[fold(row["short"])] = person
        for word in name.split()[1:]:
            words.setdefault(word, []).append(name)
    return full, short, words


def full_names() -> dict[str, Person]:
    """Return the people of the table by their folded full names."""
    return _known()[0]


def find_person(name: str, offices: Offices) -> Person | None:
    """Return the person that a name of two words or more means, if it is clear.

    Other spellings, initials and middle names are allowed: first name and surname have to agree.
    """
    key = fold(name)
    if found := _exact(key, offices):
        return found
    words = [word for word in key.split() if word not in PARTICLES]
    if len(words) < 2:  # noqa: PLR2004 - a surname alone is for `called`
        return None
    near = {
        other
        for word in words[1:]
        for other in (*_known()[2].get(word, ()), *offices.called(word))
        if _agree(words, other.split())
    }
    return _exact(near.pop(), offices) if len(near) == 1 else None


def _exact(key: str, offices: Offices) -> Person | None:
    """Return the person with a folded full name."""
    known = _known()[0].get(key)
    held = offices.of_person(key)
    if held:
        return Person(held[-1].name, known.country if known else None, known.sector if known else None)
    return known


def _agree(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names differ only in middle names, initials and the spelling of the first name."""
    numerals = [{word for word in name if word in NUMERALS} for name in (words, other)]
    if numerals[0] != numerals[1]:
        return False
    shorter, longer = sorted((set(words), {word for word in other if word not in PARTICLES}), key=len)
    if len(shorter) > 1 and shorter < longer and words[0] == other[0]:
        return True
    same = sound(formal(words[0])) == sound(formal(other[0]))
    last = [word for word in words if word not in NUMERALS][-1], [word for word in other if word not in NUMERALS][-1]
    return same and sound(last[0]) == sound(last[1])


def by_surname(word: str) -> Person | None:
    """Return the person of the table of people that a surname alone means in news."""
    return _known()[1].get(fold(word))
