"""A record as FollowTheMoney entities, one a line: reports, actors, events, and where events name actors."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from ranke.answers import WholeActor, WholeEvent, WholeReport
from ranke.exports.codes import alpha2, whole_number
from ranke.exports.days import days
from ranke.exports.jsons import json_line
from ranke.exports.source import Source
from ranke.exports.wording import headline

_PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "IGO"})
"""Sectors whose bodies are public ones."""

_LANGUAGES = {"en": "eng"}
"""ISO 639-1 → ISO 639-3, of the languages that Ranke reads."""


def write(source: Source, file: BinaryIO) -> None:
    """Write reports, then actors, then events, each before what points at it."""
    file.writelines(json_line(of_report(report)) for report in source.reports())
    file.writelines(json_line(of_actor(actor)) for actor in source.actors())
    for event in source.events():
        file.writelines(json_line(entity) for entity in of_event(event))


def of_report(one: WholeReport) -> dict[str, Any]:
    """Return a report as an Article."""
    report = one.report
    return _entity(
        _report_id(report.id),
        "Article",
        title=report.title,
        name=report.title or report.id,
        fileName=report.id,
        publishedAt=report.date,
        publisher=report.outlet,
        sourceUrl=_web(report.url),
        language=_LANGUAGES.get(one.language),
    )


def of_actor(one: WholeActor) -> dict[str, Any]:
    """Return an actor, with every name that reports give it."""
    actor = one.actor
    return _entity(
        actor.who.id,
        schema_of(actor.kind, actor.sector),
        name=actor.who.name,
        alias=[name.name for name in one.names if name.name != actor.who.name],
        country=_country(actor.country),
        sector=actor.sector,
    )


def schema_of(kind: str, sector: str | None) -> str:
    """Return the schema of an actor as its kind and sector tell; a group is a LegalEntity, which says no more."""
    if kind == "organization":
        return "PublicBody" if sector in _PUBLIC else "Organization"
    # A country acts through its government.
    return {"person": "Person", "country": "PublicBody", "media": "Organization"}.get(kind, "LegalEntity")


def of_event(one: WholeEvent) -> Iterator[dict[str, Any]]:
    """Yield an event, and a Mention for each actor that stands on a side of it."""
    event, span = one.event, days(one.event.date)
    exact = span.first is not None and span.first == span.last
    sides = {actor.who.id: actor for actor in (*one.sources, *one.targets)}
    yield _entity(
        event.id,
        "Event",
        name=headline(one),
        date=span.first if exact else None,
        startDate=None if exact else span.first,
        endDate=None if exact else span.last,
        summary=event.evidence.words,
        keywords=[event.type, event.mode, event.status, f"CAMEO {event.cameo}", *event.contexts],
        recordId=event.id,
        involved=list(sides),
        location=event.place,
        country=_country(one.place.country) if one.place else None,
        proof=_report_id(one.report.id),
        publisher=one.report.outlet,
        sourceUrl=_web(one.report.url),
    )
    for actor in sides.values():
        yield _entity(
            f"m{event.id}.{actor.who.id}",
            "Mention",
            document=_report_id(one.report.id),
            resolved=actor.who.id,
            name=actor.who.name,
            detectedSchema=schema_of(actor.kind, actor.sector),
            contextCountry=_country(actor.country),
        )


def _entity(one: str, schema: str, **properties: str | list[str] | list[str | None] | None) -> dict[str, Any]:
    """Return an entity: properties are lists of texts, and those without a value are left out."""
    listed = {
        name: [one for one in (value if isinstance(value, list) else [value]) if one]
        for name, value in properties.items()
    }
    return {"id": one, "schema": schema, "properties": {name: values for name, values in listed.items() if values}}


def _report_id(report: str) -> str:
    """Return an id for a report's entity, made of its own: FollowTheMoney takes only few characters in ids."""
    return f"r{whole_number((report,)):015x}"


def _country(country: str | None) -> str | None:
    code = alpha2(country)
    return code.lower() if code else None


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
