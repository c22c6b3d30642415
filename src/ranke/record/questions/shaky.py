"""Events that the record is little sure of: told with low confidence, or by accounts that contradict each other."""

import json

from sqlalchemy import select

from ranke.record.keeping import schema
from ranke.record.keeping.store import rows_in
from ranke.record.questions.judged import Judged
from ranke.record.questions.lens import Lens

_LOW = 0.3
"""Confidence below which an event is doubtful."""

_LATEST = 2000
"""Events and contradictions that are looked at: the latest."""


def doubtful(lens: Lens, judged: Judged, most: int) -> list[int]:
    """Return the numbers of the latest events of low confidence that reports are about, the least sure first."""
    event, account = schema.event, schema.account
    query = select(event.c.number, event.c.shown, event.c.first, event.c.id).where(
        event.c.core == 1, event.c.rejected == 0
    )
    if lens.last is not None:
        query = query.where(event.c.known <= lens.last)
    latest = query.order_by(event.c.first.desc(), event.c.id.desc()).limit(_LATEST).subquery()
    sure = select(latest.c.number, account.c.confidence, latest.c.first, latest.c.id).join(
        account, account.c.number == latest.c.shown
    )
    rows = lens.connection.execute(sure.where(account.c.confidence < _LOW)).all()
    rows = [row for row in rows if row.number not in judged.events]
    return [row.number for row in sorted(rows, key=lambda row: (row.confidence, -row.first, row.id))[:most]]


def contradicted(lens: Lens, judged: Judged, most: int) -> list[tuple[int, str, list[tuple[str, list[int]]]]]:
    """Return the latest events whose accounts contradict each other: their numbers, about what, and the sides.

    Reports that count differently speak of one event all the same, so that numbers are no reason to doubt it.
    """
    table, event = schema.conflict, schema.event
    query = (
        select(table.c.number, table.c.event)
        .join(event)
        .where(table.c.kind == "contradiction", table.c.about != "number", event.c.rejected == 0)
        .order_by(table.c.first.desc(), event.c.id.desc(), table.c.about)
        .limit(_LATEST)
    )
    if lens.last is not None:
        query = query.where(event.c.known <= lens.last)
    first: dict[int, int] = {}
    with lens.connection.execute(query) as found:
        for number, one in found:
            if one not in judged.events:
                first.setdefault(one, number)
            if len(first) == most:
                break
    rows = {row.event: row for row in rows_in(lens.connection, table, "number", first.values())}
    return [(one, rows[one].about, [(value, some) for value, some in json.loads(rows[one].sides)]) for one in first]
