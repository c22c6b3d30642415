"""Who held an office on a day, for the offices that news names without their holders."""

from ranke.record.actors.offices import Office, is_code, office
from ranke.record.actors.persons import Words, person_name
from ranke.tables import read_csv

Term = tuple[str, str, Words]
"""First day, the day after the last, and the holder's name."""


def _terms() -> tuple[dict[Office, list[Term]], dict[str, list[Office]]]:
    """Return the terms of each office, and each country's offices, the one that leads it first."""
    terms: dict[Office, list[Term]] = {}
    led: dict[str, list[Office]] = {}
    for row in read_csv("ranke", "record/actors/holders.csv", key="title+holder+since"):
        code = row["holder"] if is_code(row["holder"]) else ""
        held = office(row["title"], "" if code else row["holder"], code)
        if held is not None:
            terms.setdefault(held, []).append((row["since"], row["until"], person_name(row["person"])))
            led.setdefault(held[1], [])
            led[held[1]] += [held] if held not in led[held[1]] else []
    return terms, led


_TERMS, _LED = _terms()


def holder(held: Office, day: str) -> Words:
    """Return the name of who held an office on a day, YYYY-MM-DD; () where the table does not know."""
    offices = _LED.get(held[1], []) if held[0] == "leader" and held not in _TERMS else [held]
    for entry in offices:
        for since, until, person in _TERMS.get(entry, ()):
            if since <= day < until:
                return person
    return ()


def listed() -> dict[Office, list[Term]]:
    """Return all terms of all offices, for whoever checks the table."""
    return {held: sorted(terms) for held, terms in _TERMS.items()}
