"""Which events count as far as a lens lets through, for questions that count instead of showing each."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, func, select, union

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
        # Those that nobody else tells are few, but of a day on which not all was told yet they can't be counted so.
        seen = event.c.number.in_(_told_by(lens)) if lens.last is not None else event.c.number.not_in(_left_out(lens))
        conditions.append(seen)
    return conditions


def _left_out(lens: Lens) -> Select[Any]:
    """Return the events all of whose accounts are of outlets, or rest on sources, that are left out."""
    account, event = schema.account, schema.event
    ways: list[Select[Any]] = []
    if lens.outlets:
        told_in = schema.report.c.outlet.in_(sorted(lens.outlets))
        ways.append(select(account.c.number, account.c.event).join(schema.report).where(told_in))
    if lens.sources:
        ways.append(
            select(account.c.number, account.c.event).where(account.c.number.in_(_resting_on(lens.sources, lens)))
        )
    gone = union(*ways).subquery()
    counted = select(gone.c.event, func.count().label("accounts")).group_by(gone.c.event).subquery()
    return (
        select(event.c.number)
        .join(counted, counted.c.event == event.c.number)
        .where(counted.c.accounts == event.c.accounts)
    )


def _resting_on(sources: Collection[int], lens: Lens) -> Select[Any]:
    """Return the accounts that have one of these actors in their chain of authority."""
    party, appearance = schema.party, schema.appearance
    mine = appearance.c.signature.in_(lens.signatures_of(sources))
    return select(party.c.account).join(appearance).where(party.c.role == "authority", mine)


def _told_by(lens: Lens) -> Select[Any]:
    """Return the events that an account tells which may be seen and rests on no source that is left out."""
    account = schema.account
    query = reports(lens, select(account.c.event).join(schema.report))
    if lens.sources:
        query = query.where(account.c.number.not_in(_resting_on(lens.sources, lens)))
    return query


def reports(lens: Lens, query: Select[Any], table: FromClause = schema.report) -> Select[Any]:
    """Return a query of `report`, or of that table by another name, without the reports that may not be seen."""
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
    party, actor = schema.event_party, schema.actor
    # The day is asked for because an actor's events stand in the index by day: so each is counted once without sorting.
    once = select(party.c.first, party.c.event).where(party.c.actor == actor.c.number).correlate(actor).distinct()
    if lens.narrow:
        once = once.join(schema.event, schema.event.c.number == party.c.event).where(*told(lens))
    query = select(actor.c.number, select(func.count()).select_from(once.subquery()).scalar_subquery())
    if actors is not None:
        query = query.where(actor.c.number.in_(actors))
    found: dict[int, int] = dict(tuple(row) for row in lens.connection.execute(query))
    if not lens.narrow:
        for number in _on_rejected(lens):
            if number in found:
                found[number] -= 1
    return {number: count for number, count in found.items() if count}


def _on_rejected(lens: Lens) -> list[int]:
    """Return the actors on a side of each event that people rejected; these are few."""
    rejected = sorted(Rulings.of(lens.connection).rejected)
    parties = rows_in(lens.connection, schema.event_party, "event", rejected)
    return [actor for _, actor in sorted({(row.event, row.actor) for row in parties})]
