import io
from typing import Any

import networkx as nx
import pytest

from ranke.exports.exporting import export


def graph(shelf: Any, to: str, **options: Any) -> Any:  # noqa: ANN401 - a graph of networkx
    """Return the graph that networkx reads."""
    out = io.BytesIO()
    export(shelf, to, out, **options)
    out.seek(0)
    return nx.read_graphml(out) if to == "graphml" else nx.read_gexf(out)


@pytest.mark.parametrize("to", ["graphml", "gexf"])
def test_networkx_reads_actors_and_events(shelf: Any, to: str) -> None:  # noqa: ANN401
    """Actors are nodes, each event is an edge from each source to each target, and an event of one side is none."""
    read = graph(shelf, to)
    assert read.is_directed()
    assert set(read.nodes) == {"a1", "a2", "a3"}
    assert read.nodes["a2"]["name"] == "Iran"
    assert read.nodes["a2"]["country"] == "IRN"
    edges = sorted((one, other, data["event"]) for one, other, data in read.edges(data=True))
    assert edges == [("a1", "a2", "e1a2b3c4d5e6"), ("a1", "a2", "e2"), ("a2", "a1", "e2"), ("a3", "a2", "e4")]
    (met,) = (data for _, _, data in read.edges(data=True) if data["event"] == "e1a2b3c4d5e6")
    assert (met["type"], met["quad"], met["goldstein"], met["core"]) == ("CONSULT", 1, 1.9, True)
    assert (met["date"], met["first"], met["last"], met["report"]) == ("2020-03-02",) * 3 + ("herald-1",)


def test_gexf_has_time(shelf: Any) -> None:  # noqa: ANN401
    """An edge has the spell of its days, with an open end left open; a node that of its events."""
    read = graph(shelf, "gexf")
    assert read.graph["mode"] == "dynamic"
    spells = {data["event"]: data["spells"] for _, _, data in read.edges(data=True)}
    assert spells["e1a2b3c4d5e6"] == [("2020-03-02", "2020-03-02")]
    assert spells["e2"] == [("2020-02-01", "2020-02-29")]
    assert spells["e4"] == [("2019-01-01", "None")]
    assert read.nodes["a2"]["spells"] == [("2019-01-01", "2020-03-02")]


def test_an_event_without_a_day_has_no_spell(whole_event: Any, shelf_of: Any) -> None:  # noqa: ANN401
    """No day is made up for it."""
    read = graph(shelf_of([whole_event(date=None)]), "gexf")
    ((_, _, data),) = read.edges(data=True)
    assert "spells" not in data
    assert "date" not in data


@pytest.mark.parametrize("to", ["graphml", "gexf"])
def test_an_empty_record_is_an_empty_graph(shelf_of: Any, to: str) -> None:  # noqa: ANN401
    """A file without nodes and edges can be read."""
    assert len(graph(shelf_of(), to)) == 0
