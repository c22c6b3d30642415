import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import ranke
from ranke.exports.formats import FORMATS

TEXTS = {
    "r1": ("2020-03-02", "Herald", "Freedonia bombed Sylvania near Ruritz on Sunday."),
    "r2": ("2020-03-05", "Mirror", "Sylvania accused Freedonia of an attack, its envoy said."),
}


def reading(report: str) -> str:
    """Return the reading of one of the texts as a line of JSON: who acts, who is acted on, and in r1 where."""
    day, outlet, text = TEXTS[report]
    act, kind = ("bombed", "ASSAULT") if report == "r1" else ("accused", "ACCUSE")
    names = sorted(("Freedonia", "Sylvania"), key=text.index)
    actors = [
        {
            "id": f"a{number}",
            "name": name,
            "kind": "organization",
            "country": None,
            "sector": "REB",
            "mentions": [{"span": [text.index(name), text.index(name) + len(name)], "form": "name"}],
        }
        for number, name in enumerate(names)
    ]
    event: dict[str, Any] = {
        "id": "e1",
        "type": kind,
        "sources": ["a0"],
        "targets": ["a1"],
        "trigger": [text.index(act), text.index(act) + len(act)],
        "evidence": [0, len(text)],
        "date": day,
        "status": "happened",
        "core": True,
    }
    places = []
    if "Ruritz" in text:
        span = [text.index("Ruritz"), text.index("Ruritz") + len("Ruritz")]
        event["place"] = {"name": "Ruritz", "country": "CZE", "span": span}
        places = [{"span": span, "name": "Ruritz", "country": "CZE", "latitude": 50.1, "longitude": 14.4}]
    document = {"id": report, "date": day, "outlet": outlet, "text": text}
    return json.dumps({"document": document, "actors": actors, "events": [event], "places": places})


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ranke.Record]:
    """Return a record of the two reports."""
    with ranke.Record(tmp_path_factory.mktemp("record") / "my.db", create=True) as made:
        made.add(reading(report) for report in TEXTS)
        yield made


def lines(record: ranke.Record, to: str, **options: Any) -> list[str]:  # noqa: ANN401 - any option
    """Return the lines of an export."""
    out = io.BytesIO()
    ranke.export(record, to, out, **options)
    return out.getvalue().decode().splitlines()


@pytest.mark.parametrize("to", FORMATS)
def test_a_record_is_written_in_every_format(record: ranke.Record, tmp_path: Path, to: str) -> None:
    """A record of SQLite goes into all of them."""
    assert ranke.export(record, to, tmp_path / "out").events == 2


def test_places_come_with_their_coordinates(record: ranke.Record) -> None:
    """Country and coordinates are those of the reading."""
    head, first, _ = (line.split("\t") for line in lines(record, "polecat"))
    row = dict(zip(head, first, strict=True))
    assert (row["Placename"], row["Country"], row["Latitude"], row["Longitude"]) == ("Ruritz", "CZE", "50.1", "14.4")
    assert (row["Source"], row["Actor Name"]) == ("Herald", "Freedonia")


def test_spans_lead_back_into_the_texts(record: ranke.Record) -> None:
    """The quote of an annotation stands at its position in the report."""
    out = io.BytesIO()
    ranke.export(record, "annotations", out)
    for one in json.loads(out.getvalue())["first"]["items"]:
        quote, position = one["target"]["selector"]
        text = TEXTS[one["target"]["source"].rpartition(":")[2]][2]
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_as_of_and_without(record: ranke.Record) -> None:
    """What a later report or a source that is left out tells is not written."""
    assert [json.loads(line)["event"] for line in lines(record, "plover", as_of="2020-03-03")] == ["ASSAULT"]
    assert [json.loads(line)["event"] for line in lines(record, "plover", without="Herald")] == ["ACCUSE"]
    read = nx.read_gexf(io.BytesIO("\n".join(lines(record, "gexf", since="2020-03-04")).encode()))
    assert [data["type"] for _, _, data in read.edges(data=True)] == ["ACCUSE"]


def test_an_unknown_source_is_told(record: ranke.Record, tmp_path: Path) -> None:
    """What the record does not know is an error of the record, and nothing is written."""
    with pytest.raises(ranke.RecordError, match="Nobody"):
        ranke.export(record, "plover", tmp_path / "out", without="Nobody")
    assert list(tmp_path.iterdir()) == []
