"""The actors of a record as a list, those of most events first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from ranke.answers import ActorRow, Rows, Who
from ranke.offices.names import fold
from ranke.record.days import iso
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks
from ranke.record.questions.lens import Lens
from ranke.record.questions.visible import counts, reports

_SMALL = 400
"""Actors up to which their events are counted for them alone."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which actors are asked for; each of the first three is one of several."""

    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    words: str = ""


def actors(lens: Lens, sought: Sought, *, limit: int = 0, skip: int = 0) -> Rows[ActorRow]:
    """Return actors, those of most events first, then those of most reports.

    Args:
        lens: What may be seen.
        sought: Which actors.
        limit: How many; 0 is all.
        skip: How many to leave out at the head, which are on the pages before.
    """
    rows = _rows(lens, sought)
    numbers = [row.number for row in rows]
    some = numbers if len(numbers) <= _SMALL else None
    found, seen = counts(lens, some), spans(lens, some) if lens.narrow else None
    if seen is not None:
        rows = [row for row in rows if row.number in seen]
    named = {row.number: seen[row.number][2] if seen is not None else row.appearances for row in rows}
    rows.sort(key=lambda row: (-found.get(row.number, 0), -named[row.number], row.name, row.id))
    page = rows[skip : skip + limit] if limit else rows[skip:]
    return Rows(row_of(lens, page, found), more=max(0, len(rows) - skip - len(page)))


def _rows(lens: Lens, sought: Sought) -> list[Line]:
    table = schema.actor
    conditions: list[ColumnElement[bool]] = []
    for column, values in ((table.c.kind, sought.kinds), (table.c.country, sought.countries)):
        if values:
            conditions.append(column.in_(values))
    if sought.sectors:
        conditions.append(table.c.sector.in_(sought.sectors))
    words = fold(sought.words).split()
    if sought.words.strip() and not words:
        return []
    for word in words:
        called = schema.naming.c.folded.contains(word, autoescape=True)
        bearers = select(schema.signature.c.actor).join(schema.naming).where(called)
        conditions.append(table.c.folded.contains(word, autoescape=True) | table.c.number.in_(bearers))
    query = select(table).where(*conditions)
    if lens.as_of is not None:
        query = query.where(table.c.first <= lens.as_of)
    return list(lens.connection.execute(query).all())


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
    query = reports(
        lens,
        select(signature.c.actor, func.min(table.c.day), func.max(table.c.day), func.count())
        .select_from(table)
        .join(signature, signature.c.number == table.c.signature)
        .join(schema.report, schema.report.c.number == table.c.report)
        .group_by(signature.c.actor),
    )
    parts = [query] if numbers is None else [query.where(signature.c.actor.in_(some)) for some in chunks(numbers)]
    return {
        actor: (iso(first), iso(last), count)
        for part in parts
        for actor, first, last, count in lens.connection.execute(part)
    }
