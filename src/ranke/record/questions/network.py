"""Who does what to whom: actors and the acts between them, as a network."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, select

from ranke.answers import EdgeRow, Network, NodeRow, Rows
from ranke.model import QUAD
from ranke.record.keeping import schema
from ranke.record.questions.actors import COOPERATION
from ranke.record.questions.lens import Lens
from ranke.record.questions.visible import told

_DONE = ("happened", "ongoing")
"""What counts as an act; what was planned, threatened with or denied does not."""

_FRIENDLY = tuple(sorted(kind for kind, quad in QUAD.items() if quad <= COOPERATION))

_AROUND = 60
"""Actors of a neighbourhood at most: those that its centre has most to do with."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Which acts are asked for: an actor by number, days as ordinals."""

    actor: int | None = None
    types: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None


@dataclass(slots=True)
class _Edge:
    events: int = 0
    cooperation: int = 0
    intensity: float = 0.0

    def add(self, events: int, cooperation: int, intensity: float) -> None:
        self.events += events
        self.cooperation += cooperation
        self.intensity += intensity


def network(lens: Lens, ties: Ties, *, limit: int = 0) -> Network:
    """Return the strongest edges, and the actors that they join.

    An act is between two actors if one is its source and the other its target; it counts for the pair, whoever did it.

    Args:
        lens: What may be seen.
        ties: Which acts.
        limit: How many edges; 0 is all.
    """
    edges = _edges(lens, ties)
    numbers = {number for pair in edges for number in pair}
    rows = lens.actor_rows(numbers)
    known = lens.who(numbers)
    ordered = sorted(
        edges, key=lambda pair: (-edges[pair].events, *sorted((rows[one].name, rows[one].id) for one in pair))
    )
    kept = ordered[:limit] if limit else ordered
    strength: Counter[int] = Counter()
    found = []
    for pair in kept:
        one, other = sorted(pair, key=lambda number: (rows[number].name, rows[number].id))
        edge = edges[pair]
        strength.update({one: edge.events, other: edge.events})
        conflict, mean = edge.events - edge.cooperation, round(edge.intensity / edge.events, 2)
        found.append(EdgeRow(known[one], known[other], edge.events, edge.cooperation, conflict, mean))
    busiest = sorted(strength, key=lambda number: (-strength[number], rows[number].name, rows[number].id))
    nodes = tuple(
        NodeRow(known[one], rows[one].kind, rows[one].country, rows[one].sector, strength[one]) for one in busiest
    )
    centre = lens.who([ties.actor])[ties.actor] if ties.actor is not None else None
    return Network(centre, nodes, Rows(found, more=len(ordered) - len(kept)))


def _edges(lens: Lens, ties: Ties) -> dict[tuple[int, int], _Edge]:
    """Return the edges by the numbers of the two actors, the smaller first."""
    if ties.actor is None:
        return _summed(lens, _query(lens, ties))
    mine = lens.signatures_of([ties.actor])
    around = _summed(lens, _query(lens, ties, source=mine))
    for pair, edge in _summed(lens, _query(lens, ties, target=mine)).items():
        around.setdefault(pair, _Edge()).add(edge.events, edge.cooperation, edge.intensity)
    return around


def _summed(lens: Lens, query: Select[Any]) -> dict[tuple[int, int], _Edge]:
    found: dict[tuple[int, int], _Edge] = {}
    for one, other, events, cooperation, intensity in lens.connection.execute(query):
        if one != other:
            found.setdefault((min(one, other), max(one, other)), _Edge()).add(events, cooperation, intensity)
    return found


def _query(lens: Lens, ties: Ties, **sides: list[int]) -> Select[Any]:
    """Return a query of the acts of each source on each target.

    Args:
        lens: What may be seen.
        ties: Which acts.
        sides: Signatures that are the `source` or the `target`, if not any.
    """
    event = schema.event
    source, target = schema.event_party.alias(), schema.event_party.alias()
    one, other = schema.signature.alias(), schema.signature.alias()
    friendly = case((event.c.type.in_(_FRIENDLY), 1), else_=0)
    query = (
        select(one.c.actor, other.c.actor, func.count(), func.sum(friendly), func.sum(event.c.intensity))
        .select_from(event)
        .join(source, (source.c.event == event.c.number) & (source.c.role == "source"))
        .join(target, (target.c.event == event.c.number) & (target.c.role == "target"))
        .join(one, one.c.number == source.c.signature)
        .join(other, other.c.number == target.c.signature)
        .where(*told(lens), event.c.status.in_(_DONE))
        .group_by(one.c.actor, other.c.actor)
    )
    if ties.types:
        query = query.where(event.c.type.in_(ties.types))
    if ties.since is not None:
        query = query.where(event.c.last >= ties.since)
    if ties.until is not None:
        query = query.where(event.c.first <= ties.until)
    for name, table in (("source", source), ("target", target)):
        if name in sides:
            query = query.where(table.c.signature.in_(sides[name]))
    return query
