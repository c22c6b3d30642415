"""Who does what to whom: actors and the acts between them, as a network."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, or_, select

from ranke.answers import EdgeRow, Network, NodeRow, Rows
from ranke.model import QUAD
from ranke.record.keeping import schema
from ranke.record.questions.actors import COOPERATION
from ranke.record.questions.lens import Lens
from ranke.record.questions.visible import told

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
    return _among(lens, ties, lens.connection.execute(busy).scalars().all())


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
    centre, tie = ties.actor or 0, schema.tie
    edges = _edges(lens, ties, or_(tie.c.one == centre, tie.c.other == centre))
    near = [number for pair in edges for number in pair if number != centre]
    ids = {number: row.id for number, row in lens.actor_rows(near).items()}
    near.sort(key=lambda one: (-edges[min(one, centre), max(one, centre)].events, ids[one]))
    return _among(lens, ties, near[: min(limit or _AROUND, _AROUND)]) | edges


def _among(lens: Lens, ties: Ties, actors: Sequence[int]) -> dict[Pair, _Edge]:
    """Return what these actors do to each other."""
    # The nought keeps the database from starting at both ends.
    return _edges(lens, ties, schema.tie.c.one.in_(actors), (schema.tie.c.other + 0).in_(actors))


def _edges(lens: Lens, ties: Ties, *which: ColumnElement[bool]) -> dict[Pair, _Edge]:
    """Return what actors do to each other.

    Args:
        lens: What may be seen.
        ties: Which acts.
        which: Conditions on rows of `tie`.
    """
    tie, event = schema.tie, schema.event
    friendly = case((tie.c.type.in_(_FRIENDLY), 1), else_=0)
    query = select(tie.c.one, tie.c.other, func.count(), func.sum(friendly), func.sum(tie.c.intensity))
    query = query.where(tie.c.across == 1, tie.c.done == 1, *which)
    if lens.narrow:
        query = query.join(event, event.c.number == tie.c.event).where(*told(lens))
    if ties.types:
        query = query.where(tie.c.type.in_(ties.types))
    if ties.since is not None:
        query = query.where(tie.c.last >= ties.since)
    if ties.until is not None:
        query = query.where(tie.c.first <= ties.until)
    found = lens.connection.execute(query.group_by(tie.c.one, tie.c.other))
    return {(one, other): _Edge(*told_of) for one, other, *told_of in found}
