"""Where events took place on a map: the coordinates that the readings give their places."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from ranke.answers import PlaceFacts
from ranke.offices.names import fold
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks, rows_in
from ranke.record.questions.lens import Lens


def places_of(lens: Lens, events: Mapping[int, str]) -> dict[int, PlaceFacts]:
    """Return the places of events.

    Args:
        lens: What may be seen.
        events: By an event's number the name of its place.
    """
    chosen: dict[int, Line] = {}
    for row in rows_in(lens.connection, schema.account, "event", events):
        if row.place and fold(row.place) == fold(events[row.event]):
            best = chosen.get(row.event)
            if best is None or row.handle < best.handle:
                chosen[row.event] = row
    readings = _readings(lens, {row.report for row in chosen.values()})
    return {
        event: _place(readings[chosen[event].report], chosen[event].id, name)
        if event in chosen
        else PlaceFacts(name, None, None, None)
        for event, name in events.items()
    }


def _readings(lens: Lens, reports: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Return the current readings of reports, by number."""
    report, version = schema.report, schema.version
    query = select(report.c.number, version.c.reading).join(
        version, (version.c.report == report.c.id) & (version.c.version == report.c.version)
    )
    return {
        number: json.loads(reading)
        for some in chunks(sorted(reports))
        for number, reading in lens.connection.execute(query.where(report.c.number.in_(some)))
    }


def _place(reading: dict[str, Any], event: str, name: str) -> PlaceFacts:
    """Return what a reading tells of the place of one of its events: that of its words, else one of its name."""
    told = next((one.get("place") or {} for one in reading["events"] if one["id"] == event), {})
    named = [one for one in reading["places"] if fold(one["name"]) == fold(name)]
    there = [one for one in reading["places"] if told.get("span") and one["span"] == told["span"]]
    placed: dict[str, Any] = next((one for one in (*there, *named) if one["latitude"] is not None), {})
    country = told.get("country") or placed.get("country")
    return PlaceFacts(name, country, placed.get("latitude"), placed.get("longitude"))
