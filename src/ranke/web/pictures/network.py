"""The network of actors: who does what to whom, in cooperation and in conflict."""

import math
from collections.abc import Sequence

import networkx as nx  # type: ignore[import-untyped]

from ranke.answers import EdgeRow, Network, NodeRow
from ranke.web.pictures.svg import (
    CONFLICT,
    COOPERATION,
    HALO,
    Link,
    Point,
    cut,
    empty,
    group,
    label,
    legend,
    linked,
    mark,
    no_link,
    number,
    picture,
    plain,
    room,
    tip,
    told,
)

_WIDTH, _HEIGHT, _EDGE = 720, 540, 46

_MOST_NODES, _MOST_EDGES = 48, 110
"""What a picture of 60 KB holds, and an eye takes in."""

_SMALLEST, _LARGEST = 6, 18

_THIN, _THICKEST = 1.4, 7

_MUCH = 12
"""Acts for which a line is thick in any network."""

_ROUNDS = 120
"""Steps of the layout: on networks of 60 actors nothing moves any more by then."""

_SHAPE: dict[str, str | float | None] = {"fill": "#7a7468", "stroke": "Canvas", "stroke_width": 1.5}

_CIRCLE, _SQUARE, _ROUNDED = "person", "country", "organization"

Places = dict[str, Point]


def network(answer: Network, link: Link = no_link) -> str:
    """Return the picture of a network; the layout is the same for the same answer.

    Args:
        answer: Its first edges, the strongest, are drawn, with the actors that they join.
        link: Gives each actor its page, and each edge that of the relation.
    """
    title = f"Who meets {plain(answer.actor.name)}" if answer.actor else "Who does what to whom"
    edges = _edges(answer)
    joined = {one.id for edge in edges for one in (edge.one, edge.other)}
    nodes = [node for node in answer.nodes if node.who.id in joined]
    if not nodes:
        return empty("network", title, "Nobody has done anything to anybody yet.")
    radii = _radii(nodes)
    at = _apart(_laid_out(nodes, edges), nodes, radii)
    most = max(edge.events for edge in edges)
    marks = [
        group((_edge(edge, at, most, link) for edge in reversed(edges)), fill="none", stroke_opacity="0.75"),
        group((_node(node, at[node.who.id], radii[node.who.id], link) for node in nodes), **_SHAPE),
        group(_names(nodes, at, radii), font_size=11, text_anchor="middle", **HALO),
        legend(Point(12, _HEIGHT - 8), filled=False),
        _key(244),
    ]
    left = len(answer.edges) + answer.edges.more - len(edges)
    said = f"{len(nodes):,} actors and {len(edges):,} relations" + (f", {left:,} more not shown" if left else "")
    strongest = ", ".join(_edge_said(edge) for edge in edges[:5])
    return picture("network", title, f"{said}. Most between: {strongest}.", (_WIDTH, _HEIGHT), marks)


def _edges(answer: Network) -> list[EdgeRow]:
    """Return the first edges, until they join as many actors as there is room for."""
    known = {node.who.id for node in answer.nodes}
    joined: set[str] = set()
    found: list[EdgeRow] = []
    for edge in answer.edges:
        pair = {edge.one.id, edge.other.id}
        if len(pair) == 1 or not pair <= known:
            continue
        if len(joined | pair) > _MOST_NODES or len(found) == _MOST_EDGES:
            continue
        joined |= pair
        found.append(edge)
    return found


def _radii(nodes: Sequence[NodeRow]) -> dict[str, float]:
    most = max(node.events for node in nodes)
    return {node.who.id: _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(node.events / max(most, 1)) for node in nodes}


def _laid_out(nodes: Sequence[NodeRow], edges: Sequence[EdgeRow]) -> Places:
    """Return where actors stand: those with much in common near each other."""
    graph = nx.Graph()
    graph.add_nodes_from(node.who.id for node in nodes)
    for edge in edges:
        graph.add_edge(edge.one.id, edge.other.id, weight=1 + math.log2(max(edge.events, 1)))
    # Everyone is tied loosely to a middle that is not drawn: else what is not joined flies apart.
    graph.add_edges_from((("", node.who.id) for node in nodes), weight=0.35)
    turn = 2 * math.pi / len(nodes)
    start = {node.who.id: (math.cos(turn * place), math.sin(turn * place)) for place, node in enumerate(nodes)}
    # With a start of its own and a seed, the layout draws no random numbers.
    spring = nx.spring_layout(
        graph, k=2.2 / math.sqrt(len(nodes)), pos={"": (0.0, 0.0)} | start, iterations=_ROUNDS, seed=1
    )
    found = {one: Point(float(x), float(y)) for one, (x, y) in spring.items() if one}
    return _spread(found)


def _spread(places: Places) -> Places:
    """Return places that fill the picture."""
    across, down = (_evened({one: point[axis] for one, point in places.items()}) for axis in (0, 1))
    return {
        one: Point(_EDGE * 1.6 + (_WIDTH - 3.2 * _EDGE) * across[one], _EDGE + (_HEIGHT - 60 - 2 * _EDGE) * down[one])
        for one in places
    }


def _evened(values: dict[str, float]) -> dict[str, float]:
    """Return values from 0 to 1, halfway between their own distances and equal ones: no empty halves, no crowds."""
    low, high = min(values.values()), max(values.values())
    if high - low < 1e-9 or len(values) == 1:  # noqa: PLR2004 - all are the same
        return dict.fromkeys(values, 0.5)
    ranks = {one: place for place, one in enumerate(sorted(values, key=lambda one: (round(values[one], 6), one)))}
    return {one: ((value - low) / (high - low) + ranks[one] / (len(values) - 1)) / 2 for one, value in values.items()}


def _apart(places: Places, nodes: Sequence[NodeRow], radii: dict[str, float]) -> Places:
    """Return places at which no actor and no name covers another, as far as there is room.

    Two are pushed apart along the way on which less is needed; names need more room across than down.
    """
    ids = [node.who.id for node in nodes]
    wide = {node.who.id: max(room(cut(node.who.name, 120, 11), 11) / 2, radii[node.who.id]) + 3 for node in nodes}
    at = {one: [place.x, place.y] for one, place in places.items()}
    for _ in range(3 * _ROUNDS):
        moved = False
        for index, one in enumerate(ids):
            for other in ids[index + 1 :]:
                across, down = at[other][0] - at[one][0], at[other][1] - at[one][1]
                over = wide[one] + wide[other] - abs(across), radii[one] + radii[other] + 18 - abs(down)
                if min(over) <= 0:
                    continue
                moved = True
                axis, way = (0, across) if over[0] < over[1] else (1, down)
                push = math.copysign(over[axis] / 4 + 0.2, way)
                at[one][axis] -= push
                at[other][axis] += push
        for one in ids:
            at[one][0] = min(max(at[one][0], wide[one] + 4), _WIDTH - wide[one] - 4)
            at[one][1] = min(max(at[one][1], radii[one] + 6), _HEIGHT - 58 - radii[one])
        if not moved:
            break
    return {one: Point(round(x, 1), round(y, 1)) for one, (x, y) in at.items()}


def _edge(edge: EdgeRow, at: Places, most: int, link: Link) -> str:
    """Return one line, or two side by side where there is cooperation and conflict, each as thick as it is often."""
    one, other = at[edge.one.id], at[edge.other.id]
    long = math.hypot(other.x - one.x, other.y - one.y) or 1
    aside = -(other.y - one.y) / long, (other.x - one.x) / long
    wide = [_thick(many, most) for many in (edge.cooperation, edge.conflict)]
    # Both together stand astride the line between the two.
    shift = [(-(wide[1] + 1) / 2), (wide[0] + 1) / 2] if all(wide) else [0.0, 0.0]
    marks = [tip(_edge_said(edge))]
    for word, colour, dash, thick, off in (
        ("cooperation", COOPERATION, None, wide[0], shift[0]),
        ("conflict", CONFLICT, "5 3", wide[1], shift[1]),
    ):
        if thick:
            x, y = one.x + aside[0] * off, one.y + aside[1] * off
            d = f"M{number(x)} {number(y)}L{number(other.x + aside[0] * off)} {number(other.y + aside[1] * off)}"
            style: dict[str, str | float | None] = {"stroke": colour, "stroke_width": thick, "stroke_dasharray": dash}
            marks.append(mark("path", class_=f"{word} line", d=d, **style))
    return linked(link("relations", edge.one.id, edge.other.id), group(marks))


def _thick(many: int, most: int) -> float:
    """Return how thick a line is: thin for one, whatever the most is, and never thicker than the thickest."""
    if not many:
        return 0.0
    scale = max(most, _MUCH)
    return _THIN + (_THICKEST - _THIN) * math.sqrt((many - 1) / scale)


def _edge_said(edge: EdgeRow) -> str:
    names = f"{plain(edge.one.name)} and {plain(edge.other.name)}"
    return f"{names}: {edge.cooperation:,} in cooperation, {edge.conflict:,} in conflict"


def _node(node: NodeRow, at: Point, radius: float, link: Link) -> str:
    facts = ", ".join(fact for fact in (node.kind, node.country) if fact)
    shape = _shape(node.kind, at, radius, tip(f"{plain(node.who.name)} ({plain(facts)}): {node.events:,} acts"))
    return linked(link("actor", node.who.id), shape)


def _shape(kind: str, at: Point, radius: float, *inside: str) -> str:
    """Return a circle for a person, a square for a country, a rounded one for what people are together."""
    if kind == _CIRCLE:
        return mark("circle", *inside, class_="node", cx=at.x, cy=at.y, r=radius)
    side = radius * 0.9
    round_ = 0 if kind == _SQUARE else side * 0.55
    corner = Point(at.x - side, at.y - side)
    return mark("rect", *inside, class_="node", x=corner.x, y=corner.y, width=2 * side, height=2 * side, rx=round_)


def _names(nodes: Sequence[NodeRow], at: Places, radii: dict[str, float]) -> list[str]:
    found = []
    for node in nodes:
        place = at[node.who.id]
        name = cut(node.who.name, 120, 11)
        found.append(mark("text", told(name), class_="halo", x=place.x, y=place.y + radii[node.who.id] + 12))
    return found


def _key(x: float) -> str:
    marks = []
    for kind, wide in ((_CIRCLE, 70), (_SQUARE, 74), (_ROUNDED, 0)):
        marks += [
            group([_shape(kind, Point(x, _HEIGHT - 12), 6)], **_SHAPE),
            label(Point(x + 11, _HEIGHT - 8), kind, size=11, fade=0.75),
        ]
        x += wide
    return group(marks)
