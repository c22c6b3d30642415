"""A record's events as PLOVER JSON, one a line: its fields, and under `ranke` what PLOVER has no place for."""

from collections.abc import Sequence
from typing import Any, BinaryIO

from ranke.answers import ActorFacts, PlaceFacts, WholeEvent
from ranke.exports.jsons import filled, json_line
from ranke.exports.source import Source
from ranke.model import QUAD


def write(source: Source, file: BinaryIO) -> None:
    """Write a line for each event."""
    file.writelines(json_line(object_of(one)) for one in source.events())


def object_of(one: WholeEvent) -> dict[str, Any]:
    """Return an event as PLOVER has it; what is unknown is left out."""
    event, evidence = one.event, one.event.evidence
    start, end = (at - evidence.start for at in event.trigger)
    return filled(
        {
            "id": event.id,
            "date": event.date,
            "actor": _side(one.sources),
            "recip": _side(one.targets),
            "event": event.type,
            "eventtext": evidence.words[start:end] if 0 <= start < end else None,
            "mode": event.mode,
            "context": list(event.contexts),
            "location": [_location(one.place)] if one.place else None,
            "text": evidence.words,
            "textInfo": filled(
                {"id": one.report.id, "date": one.report.date, "title": one.report.title, "url": one.report.url}
            ),
            "publication": one.report.outlet,
            "ranke": _more(one),
        }
    )


def _side(actors: Sequence[ActorFacts]) -> list[dict[str, Any]]:
    return [
        filled({"id": one.who.id, "name": one.who.name, "country": one.country, "sector": one.sector, "kind": one.kind})
        for one in actors
    ]


def _location(place: PlaceFacts) -> dict[str, Any]:
    return filled(
        {"name": place.name, "country": place.country, "latitude": place.latitude, "longitude": place.longitude}
    )


def _more(one: WholeEvent) -> dict[str, Any]:
    event = one.event
    return filled(
        {
            "status": event.status,
            "cameo": event.cameo,
            "quad": QUAD[event.type],
            "goldstein": event.goldstein,
            "intensity": event.intensity,
            "core": event.core,
            "known": event.known,
            "attribution": _side(one.attribution),
            "reports": event.reports,
            "outlets": event.outlets,
            "roots": event.roots,
            "conflicts": event.conflicts,
            "story": event.story,
            "confidence": event.confidence,
            "rule": event.rule,
            "span": [event.evidence.start, event.evidence.end],
            "trigger": list(event.trigger),
        }
    )
