"""All events, actors, statements and reports of a record, a few hundred at a time, in flat memory.

Each is in an order that does not depend on the order of filing: events by day and id, actors by id, reports by day and
id, and what they say in order of the reports and of their texts.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Table, select, tuple_

from ranke.answers import (
    ActorFacts,
    ClaimRow,
    EventRow,
    NameCount,
    StanceRow,
    StatementRow,
    Who,
    WholeActor,
    WholeEvent,
    WholeReport,
    WholeStatement,
)
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks, rows_in
from ranke.record.questions.actorlist import row_of, spans
from ranke.record.questions.lens import Lens
from ranke.record.questions.places import places_of
from ranke.record.questions.reports import report_rows, story_ids
from ranke.record.questions.said import claim_rows, stance_rows, statement_rows
from ranke.record.questions.told import events
from ranke.record.questions.visible import counts, reports

_TOGETHER = 400
"""Rows that are looked at together."""


def each_event(lens: Lens) -> Iterator[WholeEvent]:
    """Yield all events that may be seen, by day and id; rejected ones are left out."""
    table = schema.event
    query = select(table.c.first, table.c.id, table.c.number).where(table.c.rejected == 0)
    if lens.last is not None:
        query = query.where(table.c.known <= lens.last)
    query = query.order_by(table.c.first, table.c.id)
    last: tuple[int, str] | None = None
    while True:
        after = query if last is None else query.where(tuple_(table.c.first, table.c.id) > last)
        page = lens.connection.execute(after.limit(_TOGETHER)).all()
        if not page:
            return
        last = page[-1].first, page[-1].id
        now = _fresh(lens)
        yield from _whole_events(now, [row for row in events(now, [one.number for one in page]) if not row.rejected])


def _whole_events(lens: Lens, rows: Sequence[EventRow]) -> Iterator[WholeEvent]:
    known = _facts(lens, [who for row in rows for who in (*row.sources, *row.targets, *row.attribution)])
    accounts = rows_in(lens.connection, schema.account, "handle", [row.id for row in rows if row.place])
    numbers = {row.handle: row.event for row in accounts}
    places = places_of(lens, [(numbers[row.id], row.place) for row in rows if row.place])
    lines = rows_in(lens.connection, schema.report, "id", {row.evidence.report for row in rows})
    heads = {row.id: row for row in report_rows(lens, lines)}
    for row in rows:
        yield WholeEvent(
            row,
            tuple(known[who.id] for who in row.sources),
            tuple(known[who.id] for who in row.targets),
            tuple(known[who.id] for who in row.attribution),
            places[numbers[row.id], row.place] if row.place else None,
            heads[row.evidence.report],
        )


def _facts(lens: Lens, actors: Sequence[Who]) -> dict[str, ActorFacts]:
    """Return what actors are, by their ids."""
    rows = rows_in(lens.connection, schema.actor, "id", {who.id for who in actors})
    return {row.id: ActorFacts(Who(row.id, row.name), row.kind, row.country, row.sector) for row in rows}


def each_actor(lens: Lens) -> Iterator[WholeActor]:
    """Yield all actors whom a report names that may be seen, by id."""
    table = schema.actor
    query = select(table).order_by(table.c.id)
    last = ""
    while page := lens.connection.execute(query.where(table.c.id > last).limit(_TOGETHER)).all():
        last = page[-1].id
        now = _fresh(lens)
        if lens.narrow:
            seen = spans(now, [row.number for row in page])
            page = [row for row in page if row.number in seen]
        numbers = [row.number for row in page]
        names = _names(now, numbers)
        for row, number in zip(row_of(now, page, counts(now, numbers)), numbers, strict=True):
            yield WholeActor(row, names[number])


def _names(lens: Lens, actors: Sequence[int]) -> dict[int, tuple[NameCount, ...]]:
    """Return every name that the reports of the whole record give actors."""
    naming, signature = schema.naming, schema.signature
    query = select(signature.c.actor, naming.c.name, naming.c.appearances).join(naming)
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for some in chunks(actors):
        for actor, name, count in lens.connection.execute(query.where(signature.c.actor.in_(some))):
            found[actor][name] += count
    return {
        actor: tuple(NameCount(*one) for one in sorted(found[actor].items(), key=lambda one: (-one[1], one[0])))
        for actor in actors
    }


def each_report(lens: Lens) -> Iterator[WholeReport]:
    """Yield all reports that may be seen, by day and id."""
    for now, page in _pages(lens):
        stories = story_ids(now, [line.story for line in page])
        for line, row in zip(page, report_rows(now, page), strict=True):
            yield WholeReport(row, stories.get(line.story), line.language, line.characters)


def each_statement(lens: Lens) -> Iterator[WholeStatement]:
    """Yield all statements that may be seen, in order of their reports and texts."""
    for now, page in _pages(lens):
        rows = list(_said(now, page, schema.statement, statement_rows))
        known = _facts(now, [who for row in rows for who in (row.speaker, row.addressee) if who])
        heads = {row.id: row for row in report_rows(now, page)}
        for row in rows:
            speaker, addressee = (known[who.id] if who else None for who in (row.speaker, row.addressee))
            yield WholeStatement(row, speaker, addressee, heads[row.evidence.report])


def each_stance(lens: Lens) -> Iterator[StanceRow]:
    """Yield all stances that may be seen, in order of their reports and texts."""
    for now, page in _pages(lens):
        yield from _said(now, page, schema.stance, stance_rows)


def each_relation(lens: Lens) -> Iterator[ClaimRow]:
    """Yield all that is claimed of relations and may be seen, in order of the reports and texts."""
    for now, page in _pages(lens):
        yield from _said(now, page, schema.claim, claim_rows)


def _pages(lens: Lens) -> Iterator[tuple[Lens, Sequence[Line]]]:
    """Yield the reports that may be seen, so many together, each time with a lens that remembers nothing."""
    table = schema.report
    query = reports(lens, select(table).order_by(table.c.day, table.c.id))
    last: tuple[int, str] | None = None
    while True:
        after = query if last is None else query.where(tuple_(table.c.day, table.c.id) > last)
        page = lens.connection.execute(after.limit(_TOGETHER)).all()
        if not page:
            return
        last = page[-1].day, page[-1].id
        yield _fresh(lens), page


def _said[Row: (StatementRow, StanceRow, ClaimRow)](
    lens: Lens, page: Sequence[Line], table: Table, rows_of: Callable[[Lens, Sequence[Line]], list[Row]]
) -> list[Row]:
    """Return what some reports say, in their order."""
    place = {row.number: number for number, row in enumerate(page)}
    rows = rows_in(lens.connection, table, "report", place)
    # Two of one span stand in the order of the reading, in which their numbers were given.
    return rows_of(lens, sorted(rows, key=lambda row: (place[row.report], row.start, row.end, row.number)))


def _fresh(lens: Lens) -> Lens:
    """Return a lens that sees the same and remembers nothing yet, so that memory stays flat."""
    found = Lens(lens.connection, last=lens.last)
    found.outlets, found.sources = lens.outlets, lens.sources
    return found
