"""The pieces that fusion compares: what one report says of an actor, of an event, and what it tells as a whole.

Each is made from one reading alone, never from the record. So what is joined depends only on which reports are there
and not on the order in which they came.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Appearance:
    """One report's entry for an actor, as its reading has it; `day` is the report's date, YYYY-MM-DD."""

    report: str
    id: str
    day: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """An actor as an account names it: the folded forms of its names, its kind and country."""

    names: frozenset[str]
    kind: str
    country: str | None = None
    sector: str | None = None
