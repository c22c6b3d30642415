"""A record as GraphML: actors are nodes, events edges with their days."""

from typing import BinaryIO

from ranke.exports.cells import Value, cell, encoded, xml
from ranke.exports.edges import EDGE, NODE, Edge, Node, write_graph
from ranke.exports.source import Source

_TYPES = {"string": "string", "integer": "int", "double": "double", "boolean": "boolean"}


def write(source: Source, file: BinaryIO) -> None:
    """Write the whole graph."""
    head = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    for kind, fields in (("node", NODE), ("edge", EDGE)):
        for name, value in fields.items():
            head.append(f'<key id="{kind}.{name}" for="{kind}" attr.name="{name}" attr.type="{_TYPES[value]}"/>')
    file.write(encoded("\n".join([*head, '<graph id="ranke" edgedefault="directed">\n'])))
    write_graph(source, file, _node, _edge, between=b"")
    file.write(b"</graph>\n</graphml>\n")


def _node(one: Node) -> bytes:
    return encoded(f'<node id="{xml(one.actor.who.id)}">{_data("node", one.values())}</node>\n')


def _edge(one: Edge) -> bytes:
    ends = f'source="{xml(one.source.who.id)}" target="{xml(one.target.who.id)}"'
    return encoded(f'<edge id="{xml(one.id)}" {ends}>{_data("edge", one.values)}</edge>\n')


def _data(kind: str, values: dict[str, Value]) -> str:
    return "".join(
        f'<data key="{kind}.{name}">{xml(value if isinstance(value, str) else cell(value))}</data>'
        for name, value in values.items()
        if value is not None
    )
