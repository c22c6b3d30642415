"""What fusion compares of an actor: one report's entry for it, made from that reading alone."""

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
