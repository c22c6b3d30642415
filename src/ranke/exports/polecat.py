"""A record's events in the 40 columns of POLECAT; `columns/polecat.csv` tells what each is filled with."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import BinaryIO, cast

from ranke import schemes
from ranke.answers import ActorFacts, WholeEvent
from ranke.exports.cells import Value, joined, tab_line
from ranke.exports.codes import cow
from ranke.exports.columns import columns
from ranke.exports.days import days
from ranke.exports.source import Source
from ranke.model import QUAD, EventType

MISSING = "None"
"""What POLECAT's files have where nothing is known."""


def write(source: Source, file: BinaryIO) -> None:
    """Write a head and a row for each event."""
    names, coder = columns("polecat"), f"ranke {version('ranke')}"
    file.write(tab_line(names))
    for one in source.events():
        row = row_of(one) | {"Version": coder}
        file.write(tab_line((row.get(name) for name in names), missing=MISSING))


def row_of(one: WholeEvent) -> dict[str, Value]:
    """Return the cells of an event that are filled, but for `Version`."""
    event, place = one.event, one.place
    return {
        "Event ID": event.id,
        "Event Date": days(event.date).day,
        "Event Type": event.type,
        "Event Mode": _mode(event.type, event.mode),
        "Intensity": event.intensity,
        "Quad Code": QUAD[event.type],
        "Contexts": "; ".join(event.contexts),
        **_side("Actor", one.sources),
        **_side("Recipient", one.targets),
        "Placename": place.name if place else None,
        "Country": place.country if place else None,
        "Latitude": place.latitude if place else None,
        "Longitude": place.longitude if place else None,
        "Raw Placename": event.place,
        "Source": one.report.outlet,
        "Publication Date": one.report.date[:10],
    }


def _mode(kind: str, mode: str | None) -> str | None:
    modes = schemes.types()[cast("EventType", kind)].modes
    return modes[mode].polecat if mode in modes else None


def _side(name: str, actors: Sequence[ActorFacts]) -> dict[str, Value]:
    return {
        f"{name} Name": joined([one.who.name for one in actors]),
        f"{name} Country": joined([one.country for one in actors]),
        f"{name} COW": joined([cow(one.country) for one in actors]),
        f"Primary {name} Sector": actors[0].sector if actors else None,
        f"{name} Sectors": joined([one.sector for one in actors]),
    }
