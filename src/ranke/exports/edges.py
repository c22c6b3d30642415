"""Events → the nodes and edges of a graph: actors, and an edge for each event between two of them.

Formats of graphs want all nodes before the first edge, and events come one after the other with those who take part. So
edges are kept aside on the disk until all nodes are known: memory grows with the actors and not with the events.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ranke.answers import ActorFacts, WholeEvent
from ranke.exports.cells import Value
from ranke.exports.days import Days, days
from ranke.exports.dyads import dyads
from ranke.exports.rows import event_row
from ranke.exports.source import Source

NODE = {
    "name": "string",
    "kind": "string",
    "country": "string",
    "sector": "string",
    "first": "string",
    "last": "string",
}
"""What is told of an actor, with the type of each."""

EDGE = {
    "event": "string", "date": "string", "first": "string", "last": "string", "known": "string", "type": "string",
    "mode": "string", "cameo": "string", "quad": "integer", "goldstein": "double", "intensity": "double",
    "status": "string", "place": "string", "core": "boolean", "reports": "integer", "roots": "integer",
    "report": "string",
}  # fmt: skip
"""What is told of an event between two actors."""


@dataclass(slots=True)
class Node:
    """An actor of the graph, and the first and the last day of its events as far as they have days."""

    actor: ActorFacts
    first: str | None = None
    last: str | None = None

    def reach(self, span: Days) -> None:
        """Let it reach over the days of one more event."""
        if span.first and (self.first is None or span.first < self.first):
            self.first = span.first
        if span.last and (self.last is None or span.last > self.last):
            self.last = span.last

    def values(self) -> dict[str, Value]:
        """Return what is told of it, by the names of `NODE`."""
        one = self.actor
        return {
            "name": one.who.name,
            "kind": one.kind,
            "country": one.country,
            "sector": one.sector,
            "first": self.first,
            "last": self.last,
        }


@dataclass(frozen=True, slots=True)
class Edge:
    """An event between two actors; the same event is an edge between each source and each target."""

    source: ActorFacts
    target: ActorFacts
    span: Days
    values: dict[str, Value]
    """What is told of it, by the names of `EDGE`."""

    @property
    def id(self) -> str:
        """What it is called: the ids of event, source and target."""
        return f"{self.values['event']}.{self.source.who.id}.{self.target.who.id}"


def edges(one: WholeEvent) -> Iterator[Edge]:
    """Yield the edges of an event; none where nobody is named on a side."""
    told = {**event_row(one), "event": one.event.id, "report": one.report.id}
    span, values = days(one.event.date), {name: told[name] for name in EDGE}
    for source, target in dyads(one):
        if source is not None and target is not None:
            yield Edge(source, target, span, values)


def write_graph(
    source: Source, file: BinaryIO, node: Callable[[Node], bytes], edge: Callable[[Edge], bytes], *, between: bytes
) -> None:
    """Write the nodes, what stands between, and the edges.

    Args:
        source: What is read.
        file: Where to write.
        node: Returns what is written of an actor.
        edge: Returns what is written of an edge.
        between: What ends the nodes and begins the edges.
    """
    nodes: dict[str, Node] = {}
    with tempfile.TemporaryFile() as aside:
        for one in source.events():
            for arc in edges(one):
                for end in (arc.source, arc.target):
                    nodes.setdefault(end.who.id, Node(end)).reach(arc.span)
                aside.write(edge(arc))
        file.writelines(node(nodes[name]) for name in sorted(nodes))
        file.write(between)
        aside.seek(0)
        shutil.copyfileobj(aside, file)
