"""A record's events in the 20 columns of ICEWS; `columns/icews.csv` tells what each is filled with."""

from typing import BinaryIO

from ranke import schemes
from ranke.answers import ActorFacts, WholeEvent
from ranke.exports.cells import Value, tab_line
from ranke.exports.codes import country_name, icews_sectors, whole_number
from ranke.exports.columns import columns
from ranke.exports.days import days
from ranke.exports.dyads import Dyad, dyads, ids
from ranke.exports.source import Source


def write(source: Source, file: BinaryIO) -> None:
    """Write a head, and a row for each source and target of each event."""
    names = columns("icews")
    file.write(tab_line(names))
    for one in source.events():
        for dyad in dyads(one):
            row = row_of(one, dyad)
            file.write(tab_line(row.get(name) for name in names))


def row_of(one: WholeEvent, dyad: Dyad) -> dict[str, Value]:
    """Return the cells of an event between two actors that are filled."""
    event, place = one.event, one.place
    code = schemes.codes().get(event.cameo)
    return {
        "Event ID": whole_number(ids(one, dyad)),
        "Event Date": days(event.date).day,
        **_side("Source", dyad[0]),
        "Event Text": code.name if code else None,
        "CAMEO Code": event.cameo,
        "Intensity": event.goldstein,
        **_side("Target", dyad[1]),
        "Story ID": one.report.id,
        "Publisher": one.report.outlet,
        "Country": country_name(place.country) if place else None,
        "Latitude": place.latitude if place else None,
        "Longitude": place.longitude if place else None,
    }


def _side(name: str, actor: ActorFacts | None) -> dict[str, Value]:
    if actor is None:
        return {}
    return {
        f"{name} Name": actor.who.name,
        f"{name} Sectors": icews_sectors(actor.sector),
        f"{name} Country": country_name(actor.country),
    }
