"""The streams of a record → rows of tables that are joined by ids; `columns/tables.csv` names their columns."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ranke.answers import (
    ClaimRow,
    Evidence,
    StanceRow,
    Who,
    WholeActor,
    WholeEvent,
    WholeReport,
    WholeStatement,
)
from ranke.exports.cells import Value
from ranke.exports.days import days
from ranke.exports.source import Source
from ranke.model import QUAD

type Row = dict[str, Value]
type Put = Callable[[str, Row], None]
"""Takes the name of a table and a row of it."""


def put_all(source: Source, put: Put) -> None:
    """Hand on all rows of all tables.

    Args:
        source: What is read.
        put: Takes each row; those of one table come in order, those of different tables mixed.
    """
    for event in source.events():
        put("events", event_row(event))
        _put_many(put, "parties", _event_parties(event))
        put("evidence", _evidence("event", event.event.id, event.event.evidence, event.event.trigger))
    for statement in source.statements():
        put("statements", statement_row(statement))
        _put_many(put, "parties", _statement_parties(statement))
        put("evidence", _evidence("statement", statement.statement.id, statement.statement.evidence, None))
    for actor in source.actors():
        put("actors", actor_row(actor))
        _put_many(put, "names", _names(actor))
    for report in source.reports():
        put("reports", report_row(report))
    _put_many(put, "stances", map(stance_row, source.stances()))
    _put_many(put, "relations", map(relation_row, source.relations()))


def _put_many(put: Put, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        put(table, row)


def event_row(one: WholeEvent) -> Row:
    """Return the row of an event."""
    event, place = one.event, one.place
    span = days(event.date)
    return {
        "id": event.id,
        "date": event.date,
        "first": span.first,
        "last": span.last,
        "known": event.known,
        "type": event.type,
        "mode": event.mode,
        "cameo": event.cameo,
        "quad": QUAD[event.type],
        "goldstein": event.goldstein,
        "intensity": event.intensity,
        "contexts": ";".join(event.contexts) or None,
        "status": event.status,
        "place": event.place,
        "place_country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "core": event.core,
        "reports": event.reports,
        "outlets": event.outlets,
        "roots": event.roots,
        "conflicts": event.conflicts,
        "story": event.story,
        "rule": event.rule,
        "confidence": event.confidence,
    }


def statement_row(one: WholeStatement) -> Row:
    """Return the row of a statement."""
    statement = one.statement
    return {"id": statement.id, "date": statement.date, "kind": statement.kind, "report": statement.evidence.report}


def actor_row(one: WholeActor) -> Row:
    """Return the row of an actor."""
    actor = one.actor
    return {
        "id": actor.who.id,
        "name": actor.who.name,
        "kind": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
        "first": actor.first,
        "last": actor.last,
        "reports": actor.reports,
        "events": actor.events,
    }


def _names(one: WholeActor) -> Iterator[Row]:
    for name in one.names:
        yield {"actor": one.actor.who.id, "name": name.name, "appearances": name.count}


def stance_row(one: StanceRow) -> Row:
    """Return the row of a stance."""
    to_actor = isinstance(one.target, Who)
    return {
        "holder": one.holder.id,
        "target": one.target.id if isinstance(one.target, Who) else None,
        "cause": None if to_actor else str(one.target),
        "polarity": one.polarity,
        **_place(one.evidence),
    }


def relation_row(one: ClaimRow) -> Row:
    """Return the row of a claim about a relation."""
    return {
        "one": one.parties[0].id,
        "other": one.parties[1].id,
        "change": one.change,
        "period": one.period,
        "holder": one.holder.id if one.holder else None,
        "attribution": ";".join(who.id for who in one.attribution) or None,
        **_place(one.evidence),
    }


def report_row(one: WholeReport) -> Row:
    """Return the row of a report."""
    report = one.report
    return {
        "id": report.id,
        "date": report.date,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "language": one.language,
        "characters": one.characters,
        "story": one.story,
        "follows": report.follows,
    }


def _event_parties(one: WholeEvent) -> Iterator[Row]:
    event = one.event
    for role, actors in (("source", event.sources), ("target", event.targets), ("authority", event.attribution)):
        yield from _parties("event", event.id, role, actors)


def _statement_parties(one: WholeStatement) -> Iterator[Row]:
    said = one.statement
    speaker, addressee = ((who,) if who else () for who in (said.speaker, said.addressee))
    for role, actors in (
        ("speaker", speaker),
        ("addressee", addressee),
        ("authority", said.attribution),
        ("about", said.about),
    ):
        yield from _parties("statement", said.id, role, actors)


def _parties(kind: str, one: str, role: str, actors: Sequence[Who]) -> Iterator[Row]:
    for position, who in enumerate(actors):
        yield {"of": kind, "id": one, "role": role, "position": position, "actor": who.id}


def _evidence(kind: str, one: str, evidence: Evidence, trigger: tuple[int, int] | None) -> Row:
    start, end = trigger or (None, None)
    return {"of": kind, "id": one, **_place(evidence), "trigger_start": start, "trigger_end": end}


def _place(evidence: Evidence) -> Row:
    """Return where words stand."""
    return {
        "report": evidence.report,
        "start": evidence.start,
        "end": evidence.end,
        "words": evidence.words or None,
    }
