"""Verifies a record: hashes, spans, references, and that what is shown follows from what was filed."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, func, select, text

from ranke.model import Reading
from ranke.record.filing.incoming import check as check_reading
from ranke.record.filing.storable import seal
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line

_TOGETHER = 500


def check(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with a record, a sentence each; nothing if it is sound."""
    yield from _versions(connection)
    yield from _reports(connection)
    yield from _references(connection)
    yield from _groups(connection)


def _versions(connection: Connection) -> Iterator[str]:
    query = select(schema.version).order_by(schema.version.c.report, schema.version.c.version)
    for row in connection.execute(query.execution_options(yield_per=_TOGETHER)):
        name = f"report {row.report!r}, version {row.version}"
        if seal(row.reading, row.text) != row.sealed:
            yield f"{name}: reading or text was changed after it was filed"
            continue
        try:
            check_reading(Reading.model_validate_json(row.reading), row.text)
        except (ValidationError, ValueError) as error:
            yield f"{name}: {str(error).splitlines()[0]}"


def _reports(connection: Connection) -> Iterator[str]:
    version, report = schema.version, schema.report
    current = select(version.c.report).where(version.c.state == "current")
    for one in connection.execute(current.except_(select(report.c.id))).scalars():
        yield f"report {one!r}: its current version has no evidence in the record"
    for one in connection.execute(select(report.c.id).except_(current)).scalars():
        yield f"report {one!r}: its evidence rests on no current version"
    joined = (version.c.report == report.c.id) & (version.c.version == report.c.version)
    query = select(report.c.number, report.c.id, version.c.reading, version.c.text).join(version, joined)
    for row in connection.execute(query.order_by(report.c.id).execution_options(yield_per=_TOGETHER)):
        yield from _evidence(connection, row)


def _evidence(connection: Connection, row: Line) -> Iterator[str]:
    try:
        reading = Reading.model_validate_json(row.reading)
    except ValidationError:
        return
    parts = (
        (schema.appearance, {actor.id for actor in reading.actors}),
        (schema.account, {event.id for event in reading.events}),
        (schema.statement, {statement.id for statement in reading.statements}),
    )
    for table, wanted in parts:
        here = set(connection.execute(select(table.c.id).where(table.c.report == row.number)).scalars())
        if here != wanted:
            odd = ", ".join(sorted(here ^ wanted)[:5])
            yield f"report {row.id!r}: its rows in {table.name} are not those of its reading ({odd})"
    if row.text is None:
        return
    spans: tuple[tuple[Any, str, str], ...] = (
        (schema.account, "evidence_start", "evidence_end"),
        *((table, "start", "end") for table in (schema.statement, schema.stance, schema.claim, schema.passage)),
    )
    for table, start, end in spans:
        query = select(table.c[start], table.c[end], table.c.words).where(table.c.report == row.number)
        for first, last, words in connection.execute(query):
            if row.text[first:last] != words:
                yield f"report {row.id!r}: the words of a row in {table.name} do not stand at [{first}, {last}]"


def _references(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        # PostgreSQL never lets go of a reference.
        return
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"table {row[0]}: row {row[1]} points at a row of {row[2]} that is not there"
    told = connection.execute(text("PRAGMA quick_check")).scalars().all()
    if told != ["ok"]:
        yield f"the file is damaged: {told[0]}"


def _groups(connection: Connection) -> Iterator[str]:
    pairs = (
        (schema.signature, schema.signature.c.actor, schema.actor),
        (schema.account, schema.account.c.event, schema.event),
    )
    for table, column, groups in pairs:
        loose = connection.execute(select(func.count()).select_from(table).where(column.is_(None))).scalar_one()
        if loose:
            yield f"table {table.name}: {loose} rows belong to no {groups.name}"
        empty = select(groups.c.number).except_(select(column))
        for number in connection.execute(empty).scalars():
            yield f"table {groups.name}: row {number} rests on nothing"
    storyless = select(func.count()).select_from(schema.report).where(schema.report.c.story.is_(None))
    if count := connection.execute(storyless).scalar_one():
        yield f"table report: {count} rows belong to no story"
