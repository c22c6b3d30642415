"""Where events took place on a map: the coordinates that the readings give their places."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from ranke.answers import PlaceFacts
from ranke.offices.names import fold
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks, rows_in
from ranke.record.questions.lens import Lens

type Placed = tuple[int, str]
"""An event by number, and the name of its place."""


def places_of(lens: Lens, events: Iterable[Placed]) -> dict[Placed, PlaceFacts]:
    """Return the places of events, each as the first account that names it has it."""
    wanted = dict.fromkeys(events)
    chosen: dict[Placed, Line] = {}
    by_event: dict[int, list[Line]] = defaultdict(list)
    for row in rows_in(lens.connection, schema.account, "event", {event for event, _ in wanted}):
        if row.place:
            by_event[row.event].append(row)
    for event, name in wanted:
        here = [row for row in by_event[event] if fold(row.place) == fold(name)]
        if here:
            chosen[event, name] = min(here, key=lambda row: row.handle)
    readings = _readings(lens, {row.report for row in chosen.values()})
    return {
        one: _place(readings[chosen[one].report], chosen[one].id, one[1])
        if one in chosen
        else PlaceFacts(one[1], None, None, None)
        for one in wanted
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
    there = [one for one in reading["places"] if told.get("span") and one["span"] == told["span"]]
    there += [one for one in reading["places"] if one["name"] == name]
    if not there:
        there = [one for one in reading["places"] if fold(one["name"]) == fold(name)]
    placed: dict[str, Any] = next((one for one in there if one["latitude"] is not None), {})
    country = told.get("country") or placed.get("country")
    return PlaceFacts(name, country, placed.get("latitude"), placed.get("longitude"))
