import os
import subprocess
import sys
from typing import Any

from ranke.answers import EdgeRow, Network, Rows
from ranke.web.pictures import Link, network

WORLD = [("Iran", "Oman", 5, 0), ("Iran", "Iraq", 2, 3), ("Norway", "Sweden", 0, 1), ("Oman", "Iraq", 1, 0)]


def test_marks_are_what_the_answer_holds(seen: type[Any], make: type[Any]) -> None:
    """A node for each actor; a line for the cooperation and one for the conflict of each edge that has it."""
    drawn = seen(network(make.net(WORLD)))
    assert drawn.count("rect", "node") == 5 + 2  # two in the key
    assert drawn.count("path", "cooperation") == 3 + 1
    assert drawn.count("path", "conflict") == 2 + 1
    assert "5 actors and 4 relations" in drawn.told
    assert "Iran and Iraq: 2 in cooperation, 3 in conflict" in drawn.text


def test_lines_are_as_thick_as_they_are_often(seen: type[Any], make: type[Any]) -> None:
    """More acts, a thicker line; conflict is dashed too, for those who print without colours."""
    drawn = seen(network(make.net([("A", "B", 100, 4)])))
    lines = [one for one in drawn.root.iter() if "line" in one.get("class", "") and one.get("stroke-width") != "3"]
    wide = {one.get("class"): float(one.get("stroke-width")) for one in lines}
    assert wide["cooperation line"] > wide["conflict line"] > 0
    dashed = [one.get("class") for one in drawn.root.iter() if one.get("stroke-dasharray")]
    assert set(dashed) == {"conflict line"}


def test_links_lead_to_actors_and_relations(seen: type[Any], make: type[Any], page: Link) -> None:
    """The link function is asked for both."""
    links = seen(network(make.net([("A", "B", 1, 0)]), page)).links
    assert links == ["/relations/id-A/id-B", "/actor/id-A", "/actor/id-B"]


def test_all_actors_stand_apart_and_inside(seen: type[Any], make: type[Any]) -> None:
    """No actor covers another and none leaves the picture, in a star and in parts that nothing joins."""
    star = [("Hub", f"N{number}", number % 4, 1 + number % 3) for number in range(20)]
    parts = [(f"A{number}", f"B{number}", 1, 0) for number in range(12)]
    for edges in (star, parts):
        nodes = [one for one in seen(network(make.net(edges))).root.iter() if one.get("class") == "node" and len(one)]
        at = [(float(one.get("x")) + float(one.get("width")) / 2, float(one.get("y"))) for one in nodes]
        assert len(at) == len({name for one, other, *_ in edges for name in (one, other)})
        assert all(0 < x < 720 and 0 < y < 540 for x, y in at)
        assert all(abs(x - u) > 10 or abs(y - v) > 10 for n, (x, y) in enumerate(at) for u, v in at[n + 1 :])


def test_a_large_network_shows_its_strongest_part(seen: type[Any], make: type[Any], far: Link) -> None:
    """Of a thousand edges the first are drawn, in less than 60 KB, and the others counted."""
    edges = [(f"Actor number {n % 90}", f"Actor number {(n * 7 + 1) % 90}", 1000 - n, n % 5) for n in range(1000)]
    drawn = network(make.net(edges), far)
    assert len(drawn.encode()) < 60_000
    assert "more not shown" in seen(drawn).told
    assert "Actor number 0 and Actor number 1:" in seen(drawn).text


def test_edges_to_nowhere_are_left_out(seen: type[Any], make: type[Any]) -> None:
    """An edge whose actor the answer does not list, or of one with itself, breaks nothing."""
    whole = make.net([("A", "B", 1, 0)])
    lost = EdgeRow(make.who("A"), make.who("C"), 1, 1, 0, 0.0)
    self_ = EdgeRow(make.who("A"), make.who("A"), 1, 1, 0, 0.0)
    drawn = seen(network(Network(None, whole.nodes, Rows([lost, self_, *whole.edges]))))
    assert "2 actors and 1 relations" in drawn.told


def test_nobody_is_said_to_be_nobody(seen: type[Any], make: type[Any]) -> None:
    """Without edges the picture says so; with an actor it bears its name."""
    assert "Nobody has done anything" in seen(network(make.net([]))).text
    assert "Who meets Iran" in seen(network(make.net(WORLD, "Iran"))).text


def test_another_process_draws_the_same(make: type[Any]) -> None:
    """The layout hangs on no order of a set and no chance."""
    code = (
        "from ranke.answers import *; from ranke.web.pictures import network;"
        f"rows={WORLD!r};w=lambda n: Who('id-'+n,n);"
        "e=[EdgeRow(w(a),w(b),u+d,u,d,0.0) for a,b,u,d in rows];"
        "names=list(dict.fromkeys(n for a,b,*_ in rows for n in (a,b)));"
        "s={n: sum(u+d for a,b,u,d in rows if n in (a,b)) for n in names};"
        "n=Network(None,tuple(NodeRow(w(x),'country','IRN',None,s[x]) for x in names),Rows(e));"
        "import sys; sys.stdout.write(network(n))"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment, check=True, encoding="utf-8"
    )
    assert run.stdout == network(make.net(WORLD))
