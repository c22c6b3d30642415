"""The whole record as one JSON document, the same whatever the order of filing."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from ranke.record.filing.judgements import judgements
from ranke.record.keeping import schema

_TOGETHER = 5_000
"""Rows that are held at once."""


def dump(connection: Connection) -> Iterator[str]:
    """Yield the pieces of the document: reports, actors, events, stories, conflicts, judgements.

    `members` are pairs of a report's id and an id in its reading. Groups stand in order of their ids.
    """
    sections = (
        ("reports", _reports(connection)),
        ("actors", _actors(connection)),
        ("events", _events(connection)),
        ("stories", _stories(connection)),
        ("conflicts", _conflicts(connection)),
        ("judgements", _judgements(connection)),
    )
    yield '{"format": "ranke-record/1"'
    for name, rows in sections:
        yield f',\n"{name}": ['
        separator = "\n "
        for row in rows:
            yield separator + json.dumps(row, ensure_ascii=False)
            separator = ",\n "
        yield "]"
    yield "}\n"


def _reports(connection: Connection) -> Iterator[dict[str, Any]]:
    table = schema.report
    echoes: dict[int, str] = {}
    followed = table.alias()
    query = select(table, followed.c.id.label("before")).outerjoin(followed, followed.c.number == table.c.follows)
    for row in _streamed(connection, query.order_by(table.c.day, table.c.id)):
        first = echoes.setdefault(row.echo, row.id) if row.echo is not None else row.id
        yield {
            "id": row.id,
            "date": row.date,
            "outlet": row.outlet,
            "title": row.title,
            "url": row.url,
            "version": row.version,
            "follows": row.before,
            "echo_of": first if first != row.id else None,
        }


def _actors(connection: Connection) -> Iterator[dict[str, Any]]:
    appearance, signature, actor, report = schema.appearance, schema.signature, schema.actor, schema.report
    query = (
        select(appearance.c.id.label("member"), report.c.id.label("report"), actor)
        .join(report, report.c.number == appearance.c.report)
        .join(signature, signature.c.number == appearance.c.signature)
        .join(actor, actor.c.number == signature.c.actor)
        .order_by(actor.c.id, actor.c.number)
    )
    for group in _grouped(connection, query):
        row = group[0]
        yield {
            "id": row.id,
            "name": row.name,
            "kind": row.kind,
            "country": row.country,
            "sector": row.sector,
            "first": row.first,
            "last": row.last,
            "members": sorted([one.report, one.member] for one in group),
        }


def _events(connection: Connection) -> Iterator[dict[str, Any]]:
    account, event, report = schema.account, schema.event, schema.report
    query = (
        select(account.c.id.label("member"), account.c.number.label("account"), report.c.id.label("report"), event)
        .join(report, report.c.number == account.c.report)
        .join(event, event.c.number == account.c.event)
        .order_by(event.c.id, event.c.number)
    )
    for group in _grouped(connection, query):
        row = group[0]
        sides = _sides(connection, row.number)
        yield {
            "id": row.id,
            "type": row.type,
            "status": row.status,
            "date": row.date,
            "sources": sides["source"],
            "targets": sides["target"],
            "place": row.place,
            "core": bool(row.core),
            "rejected": bool(row.rejected),
            "members": sorted([one.report, one.member] for one in group),
        }


def _sides(connection: Connection, event: int) -> dict[str, list[str]]:
    party, actor = schema.event_party, schema.actor
    query = select(party.c.role, actor.c.id).join(actor).where(party.c.event == event)
    found: dict[str, list[str]] = defaultdict(list)
    for role, one in sorted(tuple(row) for row in connection.execute(query)):
        found[role].append(one)
    return found


def _stories(connection: Connection) -> Iterator[dict[str, Any]]:
    table, first = schema.report, schema.report.alias()
    query = select(table.c.id, first.c.id.label("story")).join(first, first.c.number == table.c.story)
    group: list[str] = []
    story = None
    for row in _streamed(connection, query.order_by(first.c.day, first.c.id, table.c.day, table.c.id)):
        if row.story != story and group:
            yield {"id": story, "docs": group}
            group = []
        story = row.story
        group.append(row.id)
    if group:
        yield {"id": story, "docs": group}


def _conflicts(connection: Connection) -> Iterator[dict[str, Any]]:
    conflict, event = schema.conflict, schema.event
    query = select(conflict, event.c.id.label("its_event")).join(event, event.c.number == conflict.c.event)
    ordered = query.order_by(event.c.id, conflict.c.about, conflict.c.kind, conflict.c.number)
    for row in _streamed(connection, ordered):
        sides = json.loads(row.sides)
        members = _members(connection, [number for _, numbers in sides for number in numbers])
        told = [{"value": value, "members": [members[number] for number in numbers]} for value, numbers in sides]
        yield {
            "event": row.its_event,
            "about": row.about,
            "kind": row.kind,
            "sides": told,
            "members": sorted(member for side in told for member in side["members"]),
        }


def _members(connection: Connection, accounts: list[int]) -> dict[int, list[str]]:
    table, report = schema.account, schema.report
    query = select(table.c.number, report.c.id.label("report"), table.c.id).join(report)
    rows = connection.execute(query.where(table.c.number.in_(accounts)))
    return {row.number: [row.report, row.id] for row in rows}


def _judgements(connection: Connection) -> Iterator[dict[str, Any]]:
    for one in judgements(connection):
        yield {
            "number": one.number,
            "kind": one.kind,
            "what": one.what,
            "sides": [[[anchor.report, anchor.id] for anchor in side] for side in one.sides],
            "value": one.value,
            "note": one.note,
            "author": one.author,
            "undone": one.undone is not None,
        }


def _streamed(connection: Connection, query: Any) -> Iterator[Any]:  # noqa: ANN401 - any select
    return iter(connection.execute(query.execution_options(yield_per=_TOGETHER)))


def _grouped(connection: Connection, query: Any) -> Iterator[list[Any]]:  # noqa: ANN401 - any select
    """Yield the rows of each group of a query that is ordered by its groups' numbers."""
    group: list[Any] = []
    for row in _streamed(connection, query):
        if group and row.number != group[0].number:
            yield group
            group = []
        group.append(row)
    if group:
        yield group
