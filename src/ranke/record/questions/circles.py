"""Who acts for whom: a country's government, a body's office-holders and delegations."""

from typing import Any

from sqlalchemy import Select, or_, select

from ranke.record.keeping import schema
from ranke.record.questions.lens import Lens

_STATE = ("GOV", "MIL", "SPY")
"""Sectors that act for a country: its executive, its forces, its services."""

_MOST = 40
"""Actors that are taken with one: those that appear most."""


def circle(lens: Lens, number: int) -> list[int]:
    """Return an actor and those who act for it, the actor first and then those that appear most.

    For a country they are persons, bodies and groups of its government; for a body, whoever holds an office in it, and
    groups that bear its name ("Hamas delegation").
    """
    row = lens.actor_rows([number])[number]
    if row.kind == "country" and row.country:
        query = _government(row.country)
    elif row.kind in {"organization", "group"} and row.folded:
        query = _members(row.folded)
    else:
        return [number]
    ordered = query.order_by(schema.actor.c.appearances.desc(), schema.actor.c.id).limit(_MOST + 1)
    found = [int(one) for one in lens.connection.execute(ordered).scalars().all()]
    return [number, *[one for one in found if one != number][:_MOST]]


def _government(country: str) -> Select[Any]:
    actor = schema.actor
    return select(actor.c.number).where(
        actor.c.country == country, actor.c.sector.in_(_STATE), actor.c.kind.in_(("person", "organization", "group"))
    )


def _members(folded: str) -> Select[Any]:
    actor, signature, appearance = schema.actor, schema.signature, schema.appearance
    holders = (
        select(signature.c.actor)
        .join(appearance, appearance.c.signature == signature.c.number)
        .join(schema.office, schema.office.c.appearance == appearance.c.number)
        .where(schema.office.c.organization == folded)
    )
    naming = schema.naming
    # The exclamation mark is the character after the space: all names that begin with this one and a space.
    groups = (
        select(signature.c.actor)
        .join(naming, naming.c.signature == signature.c.number)
        .where(naming.c.folded > f"{folded} ", naming.c.folded < f"{folded}!", naming.c.kind == "group")
    )
    return select(actor.c.number).where(or_(actor.c.number.in_(holders), actor.c.number.in_(groups)))
