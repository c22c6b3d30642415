"""Which events count as far as a lens lets through, for questions that count instead of showing each."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from ranke.record.filing.summaries import Rulings
from ranke.record.keeping import schema
from ranke.record.keeping.store import rows_in
from ranke.record.questions.lens import Lens


def told(lens: Lens) -> list[ColumnElement[bool]]:
    """Return the conditions on a row of `event` that is held and that at least one account lets through.

    What is counted are the events of the whole record: where accounts are left out, what is left of an event counts
    once, however it might fall apart.
    """
    event = schema.event
    conditions: list[ColumnElement[bool]] = [event.c.rejected == 0]
    if lens.last is not None:
        conditions.append(event.c.known <= lens.last)
    if lens.outlets or lens.sources:
        conditions.append(event.c.number.in_(_told_by(lens)))
    return conditions


def _told_by(lens: Lens) -> Select[Any]:
    """Return the events that an account tells which may be seen and rests on no source that is left out."""
    account, party, appearance = schema.account, schema.party, schema.appearance
    query = reports(lens, select(account.c.event).join(schema.report))
    if lens.sources:
        left_out = (
            select(party.c.account)
            .join(appearance)
            .where(party.c.role == "authority", appearance.c.signature.in_(lens.signatures_of(lens.sources)))
        )
        query = query.where(account.c.number.not_in(left_out))
    return query


def reports(lens: Lens, query: Select[Any]) -> Select[Any]:
    """Return a query that has `report` in it, without the reports that may not be seen."""
    table = schema.report
    if lens.last is not None:
        query = query.where(table.c.day <= lens.last)
    if lens.outlets:
        query = query.where(table.c.outlet.is_(None) | table.c.outlet.not_in(sorted(lens.outlets)))
    return query


def counts(lens: Lens, actors: Sequence[int] | None = None) -> dict[int, int]:
    """Return in how many events each actor stands on a side; those in none are left out.

    Args:
        lens: What may be seen.
        actors: Which ones, if not all.
    """
    party, signature = schema.event_party, schema.signature
    query = select(signature.c.actor, func.count(party.c.event.distinct())).join(
        signature, signature.c.number == party.c.signature
    )
    if actors is not None:
        query = query.where(signature.c.actor.in_(actors))
    if lens.narrow:
        query = query.join(schema.event, schema.event.c.number == party.c.event).where(*told(lens))
    found: dict[int, int] = dict(tuple(row) for row in lens.connection.execute(query.group_by(signature.c.actor)))
    if not lens.narrow:
        for actor in _on_rejected(lens):
            if actor in found:
                found[actor] -= 1
    return {actor: count for actor, count in found.items() if count}


def _on_rejected(lens: Lens) -> list[int]:
    """Return the actors on a side of each event that people rejected; these are few."""
    rejected = sorted(Rulings.of(lens.connection).rejected)
    parties = rows_in(lens.connection, schema.event_party, "event", rejected)
    numbers = {row.signature for row in parties}
    home = {row.number: row.actor for row in rows_in(lens.connection, schema.signature, "number", numbers)}
    return [actor for _, actor in sorted({(row.event, home[row.signature]) for row in parties})]
