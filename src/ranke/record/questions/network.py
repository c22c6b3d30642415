"""Who does what to whom: actors and the acts between them, as a network."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, select, union

from ranke.answers import EdgeRow, Network, NodeRow, Rows
from ranke.model import QUAD
from ranke.record.keeping import schema
from ranke.record.questions.actors import COOPERATION
from ranke.record.questions.lens import Lens
from ranke.record.questions.visible import told

_DONE = ("happened", "ongoing")
"""What counts as an act; what was planned, threatened with or denied does not."""

_FRIENDLY = tuple(sorted(kind for kind, quad in QUAD.items() if quad <= COOPERATION))

_AROUND = 30
"""Actors of a neighbourhood at most: those that its centre has most to do with."""

_BUSY = 100
"""Actors among whom the strongest edges of a large record are looked for: those that appear most."""

_MANY = 60_000
"""Events from which on only those actors are looked at, so that an answer takes less than a second."""

type Pair = tuple[int, int]
"""Two actors by number, the smaller first."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Which acts are asked for: an actor by number, days as ordinals."""

    actor: int | None = None
    types: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class _Edge:
    events: int
    cooperation: int
    intensity: float


def network(lens: Lens, ties: Ties, *, limit: int = 0) -> Network:
    """Return the strongest edges, and the actors that they join.

    An act is between two actors if one is its source and the other its target; it counts for the pair, whoever did it.
    Where there are very many acts, only those between the actors that appear most are looked at.

    Args:
        lens: What may be seen.
        ties: Which acts.
        limit: How many edges; 0 is all.
    """
    edges = _around(lens, ties, limit) if ties.actor is not None else _all(lens, ties)
    rows = lens.actor_rows({number for pair in edges for number in pair})
    centre = {ties.actor}

    def place(pair: Pair) -> tuple[bool, int, list[tuple[str, str]]]:
        # What the centre itself does comes before what those around it do.
        named = sorted((rows[number].name, rows[number].id) for number in pair)
        return centre.isdisjoint(pair), -edges[pair].events, named

    ordered = sorted(edges, key=place)
    kept = ordered[:limit] if limit else ordered
    known = lens.who({number for pair in kept for number in pair} | {one for one in centre if one is not None})
    strength: Counter[int] = Counter()
    found = []
    for pair in kept:
        one, other = sorted(pair, key=lambda number: (rows[number].name, rows[number].id))
        edge = edges[pair]
        strength.update({one: edge.events, other: edge.events})
        mean = round(edge.intensity / edge.events, 2)
        found.append(
            EdgeRow(known[one], known[other], edge.events, edge.cooperation, edge.events - edge.cooperation, mean)
        )
    busiest = sorted(strength, key=lambda number: (-strength[number], rows[number].name, rows[number].id))
    return Network(
        known[ties.actor] if ties.actor is not None else None,
        tuple(
            NodeRow(known[one], rows[one].kind, rows[one].country, rows[one].sector, strength[one]) for one in busiest
        ),
        Rows(found, more=len(ordered) - len(kept)),
    )


def _all(lens: Lens, ties: Ties) -> dict[Pair, _Edge]:
    if not _crowded(lens, ties):
        return _edges(lens, ties)
    actor = schema.actor
    busy = select(actor.c.number).order_by(actor.c.appearances.desc(), actor.c.id).limit(_BUSY)
    some = lens.signatures_of(lens.connection.execute(busy).scalars())
    return _edges(lens, ties, some, some)


def _crowded(lens: Lens, ties: Ties) -> bool:
    event = schema.event
    query = select(event.c.number)
    if ties.since is not None:
        query = query.where(event.c.first >= ties.since)
    if ties.until is not None:
        query = query.where(event.c.first <= ties.until)
    return lens.connection.execute(query.offset(_MANY).limit(1)).first() is not None


def _around(lens: Lens, ties: Ties, limit: int) -> dict[Pair, _Edge]:
    """Return the edges of an actor, and those between the actors that it has most to do with."""
    centre = ties.actor or 0
    mine = lens.signatures_of([centre])
    edges = _edges(lens, ties, mine, None, both_ways=True)
    near = [number for pair in edges for number in pair if number != centre]
    ids = {number: row.id for number, row in lens.actor_rows(near).items()}
    near.sort(key=lambda one: (-edges[min(one, centre), max(one, centre)].events, ids[one]))
    some = lens.signatures_of(near[: min(limit or _AROUND, _AROUND)])
    return {pair: edge for pair, edge in _edges(lens, ties, some, some).items() if pair not in edges} | edges


def _edges(
    lens: Lens,
    ties: Ties,
    sources: Sequence[int] | None = None,
    targets: Sequence[int] | None = None,
    *,
    both_ways: bool = False,
) -> dict[Pair, _Edge]:
    """Return what actors do to each other.

    Args:
        lens: What may be seen.
        ties: Which acts.
        sources: Signatures that do it, if not any.
        targets: Signatures that it is done to, if not any.
        both_ways: Whether also what is done to the sources.
    """
    parts = [_acts(ties, sources, targets)]
    if both_ways:
        parts.append(_acts(ties, sources, targets, first="target"))
    acts = union(*parts).subquery() if len(parts) > 1 else parts[0].distinct().subquery()
    event = schema.event
    friendly = case((event.c.type.in_(_FRIENDLY), 1), else_=0)
    query = (
        select(acts.c.one, acts.c.other, func.count(), func.sum(friendly), func.sum(event.c.intensity))
        .join(event, event.c.number == acts.c.event)
        .where(*told(lens), event.c.status.in_(_DONE))
        .group_by(acts.c.one, acts.c.other)
    )
    if ties.types:
        query = query.where(event.c.type.in_(ties.types))
    if ties.since is not None:
        query = query.where(event.c.last >= ties.since)
    found = lens.connection.execute(query)
    return {(one, other): _Edge(*told_of) for one, other, *told_of in found}


def _acts(ties: Ties, here: Sequence[int] | None, there: Sequence[int] | None, *, first: str = "source") -> Select[Any]:
    """Return a query of events with the two actors between whom they are, the smaller number first.

    Args:
        ties: Which acts.
        here: Signatures on the one side, if not any.
        there: Signatures on the other, if not any.
        first: The role of the one side.
    """
    mine, theirs = schema.event_party.alias(), schema.event_party.alias()
    one, other = schema.signature.alias(), schema.signature.alias()
    smaller = case((one.c.actor < other.c.actor, one.c.actor), else_=other.c.actor).label("one")
    larger = case((one.c.actor < other.c.actor, other.c.actor), else_=one.c.actor).label("other")
    query = (
        select(mine.c.event, smaller, larger)
        .join(theirs, theirs.c.event == mine.c.event)
        .join(one, one.c.number == mine.c.signature)
        .join(other, other.c.number == theirs.c.signature)
        .where(mine.c.role == first, theirs.c.role != first, one.c.actor != other.c.actor)
    )
    if here is not None:
        query = query.where(mine.c.signature.in_(here))
    if there is not None:
        # The nought keeps the database from starting at both ends.
        query = query.where((theirs.c.signature + 0).in_(there))
    if ties.until is not None:
        query = query.where(mine.c.first <= ties.until)
    if ties.since is not None and here is None:
        event = schema.event
        query = query.where(mine.c.event.in_(select(event.c.number).where(event.c.last >= ties.since)))
    return query
