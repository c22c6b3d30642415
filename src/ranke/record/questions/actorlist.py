"""The actors of a record as a list, those of most reports first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, select

from ranke.answers import ActorRow, Rows, Who
from ranke.days import iso
from ranke.offices.names import fold
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks
from ranke.record.questions.lens import Lens
from ranke.record.questions.visible import counts, reports

_SMALL = 400
"""Actors up to which their events, or reports, are counted for them alone."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which actors are asked for; each of the first three is one of several."""

    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    words: str = ""


def actors(lens: Lens, sought: Sought, *, limit: int = 0, skip: int = 0) -> Rows[ActorRow]:
    """Return actors, those that most reports name first.

    Args:
        lens: What may be seen.
        sought: Which actors.
        limit: How many; 0 is all.
        skip: How many to leave out at the head, which are on the pages before.
    """
    query, connection = _query(sought), lens.connection
    if lens.narrow:
        rows = list(
            connection.execute(query if lens.as_of is None else query.where(schema.actor.c.first <= lens.as_of))
        )
        seen = spans(lens, [row.number for row in rows] if len(rows) <= _SMALL else None)
        rows = [row for row in rows if row.number in seen]
        rows.sort(key=lambda row: (-seen[row.number][2], row.name, row.id))
        page, total = rows[skip : skip + limit] if limit else rows[skip:], len(rows)
    else:
        page = list(connection.execute(query.limit(limit or None).offset(skip)))
        total = int(connection.execute(select(func.count()).select_from(query.order_by(None).subquery())).scalar_one())
    found = counts(lens, [row.number for row in page] if len(page) <= _SMALL else None)
    return Rows(row_of(lens, page, found), more=max(0, total - skip - len(page)))


def _query(sought: Sought) -> Select[Any]:
    table = schema.actor
    conditions: list[ColumnElement[bool]] = []
    for column, values in ((table.c.kind, sought.kinds), (table.c.country, sought.countries)):
        if values:
            conditions.append(column.in_(values))
    if sought.sectors:
        conditions.append(table.c.sector.in_(sought.sectors))
    words = fold(sought.words).split()
    if sought.words.strip() and not words:
        return select(table).where(false())
    for word in words:
        called = schema.naming.c.folded.contains(word, autoescape=True)
        bearers = select(schema.signature.c.actor).join(schema.naming).where(called)
        conditions.append(table.c.folded.contains(word, autoescape=True) | table.c.number.in_(bearers))
    return select(table).where(*conditions).order_by(table.c.appearances.desc(), table.c.name, table.c.id)


def row_of(lens: Lens, rows: Sequence[Line], found: Mapping[int, int]) -> list[ActorRow]:
    """Return actors as answers list them.

    Args:
        lens: What may be seen.
        rows: Their rows.
        found: In how many events each stands on a side.
    """
    seen = spans(lens, [row.number for row in rows]) if lens.narrow else {}
    told = []
    for row in rows:
        first, last, named = seen.get(row.number, (row.first, row.last, row.appearances))
        who = Who(row.id, row.name)
        told.append(ActorRow(who, row.kind, row.country, row.sector, first, last, named, found.get(row.number, 0)))
    return told


def spans(lens: Lens, numbers: Iterable[int] | None) -> dict[int, tuple[str, str, int]]:
    """Return for actors the first and the last day of the reports that may be seen and name them, and how many do."""
    table, signature = schema.appearance, schema.signature
    columns = (signature.c.actor, func.min(table.c.day), func.max(table.c.day), func.count())
    query = select(*columns).select_from(table).join(signature, signature.c.number == table.c.signature)
    if lens.outlets:
        query = reports(lens, query.join(schema.report, schema.report.c.number == table.c.report))
    elif lens.last is not None:
        query = query.where(table.c.day <= lens.last)
    query = query.group_by(signature.c.actor)
    parts = [query] if numbers is None else [query.where(signature.c.actor.in_(some)) for some in chunks(numbers)]
    return {
        actor: (iso(first), iso(last), count)
        for part in parts
        for actor, first, last, count in lens.connection.execute(part)
    }
