"""A record as GEXF 1.2 with time: actors are nodes, events edges, and each has the spell of its days."""

from typing import BinaryIO

from ranke.exports.cells import Value, cell, encoded, xml
from ranke.exports.edges import EDGE, NODE, Edge, Node, write_graph
from ranke.exports.source import Source

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    '<graph mode="dynamic" defaultedgetype="directed" timeformat="date">\n'
)


def write(source: Source, file: BinaryIO) -> None:
    """Write the whole graph."""
    head = [_attributes("node", NODE), _attributes("edge", EDGE), "<nodes>\n"]
    file.write(encoded(_HEAD + "\n".join(head)))
    write_graph(source, file, _node, _edge, between=b"</nodes>\n<edges>\n")
    file.write(b"</edges>\n</graph>\n</gexf>\n")


def _attributes(kind: str, fields: dict[str, str]) -> str:
    told = "".join(f'<attribute id="{name}" title="{name}" type="{value}"/>' for name, value in fields.items())
    return f'<attributes class="{kind}" mode="static">{told}</attributes>'


def _node(one: Node) -> bytes:
    who = one.actor.who
    told = _values(one.values()) + _spell(one.first, one.last)
    return encoded(f'<node id="{xml(who.id)}" label="{xml(who.name)}">{told}</node>\n')


def _edge(one: Edge) -> bytes:
    ends = f'source="{xml(one.source.who.id)}" target="{xml(one.target.who.id)}"'
    label = xml(str(one.values["type"]))
    told = _values(one.values) + _spell(one.span.first, one.span.last)
    return encoded(f'<edge id="{xml(one.id)}" {ends} label="{label}">{told}</edge>\n')


def _values(values: dict[str, Value]) -> str:
    told = "".join(
        f'<attvalue for="{name}" value="{xml(value if isinstance(value, str) else cell(value))}"/>'
        for name, value in values.items()
        if value is not None
    )
    return f"<attvalues>{told}</attvalues>"


def _spell(first: str | None, last: str | None) -> str:
    """Return when it was, an open end left open; nothing for what has no day."""
    told = "".join(f' {name}="{day}"' for name, day in (("start", first), ("end", last)) if day)
    return f"<spells><spell{told}/></spells>" if told else ""
