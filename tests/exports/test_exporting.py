import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pyarrow.parquet as pq
import pytest

from ranke.answers import WholeEvent
from ranke.errors import UsageError
from ranke.exports import tables_parquet
from ranke.exports.columns import columns
from ranke.exports.exporting import Exported, export
from ranke.exports.formats import FORMATS

FILES = [one.name for one in FORMATS.values() if not one.folder]
FOLDERS = [one.name for one in FORMATS.values() if one.folder]


@pytest.mark.parametrize("to", FORMATS)
def test_each_format_is_written_the_same_each_time(shelf: Any, tmp_path: Path, to: str) -> None:  # noqa: ANN401
    """The same record gives the same bytes, and what was written is counted."""
    done = [export(shelf, to, tmp_path / name) for name in ("one", "two")]
    assert done[0] == done[1] == (Exported(3, {"denied": 1}) if FORMATS[to].facts else Exported(4, {}))
    for one in [tmp_path / "one", *sorted((tmp_path / "one").glob("*"))]:
        if one.is_file() and one.suffix != ".parquet":
            assert one.read_bytes() == Path(str(one).replace("/one", "/two", 1)).read_bytes()
            assert one.stat().st_size > 0


@pytest.mark.parametrize("to", FORMATS)
def test_views_are_handed_on(shelf: Any, tmp_path: Path, to: str) -> None:  # noqa: ANN401
    """Every stream is asked as of the day and without the sources that are named."""
    export(shelf, to, tmp_path / "out", as_of="2020-03-04", without=("Herald",))
    assert shelf.asked
    assert all(view == {"as_of": "2020-03-04", "without": ("Herald",)} for _, view in shelf.asked)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"since": "2020-03"}, ["e1a2b3c4d5e6", "e3", "e4"]),
        ({"until": "2020-02"}, ["e2", "e4"]),
        ({"since": "2020-02-15", "until": "2020-02-16"}, ["e2", "e4"]),
        ({"status": "denied"}, ["e4"]),
        ({"status": ("happened", "denied"), "since": "2020-03-03"}, ["e3", "e4"]),
    ],
)
def test_days_and_statuses_narrow_an_export(shelf: Any, options: dict[str, Any], expected: list[str]) -> None:  # noqa: ANN401
    """An event is in that touches the days; one without a day counts as of the day on which it was told."""
    out = io.BytesIO()
    export(shelf, "plover", out, **options)
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == expected


def test_statements_are_narrowed_by_days_too(shelf: Any) -> None:  # noqa: ANN401
    """What was said on another day is left out."""
    out = io.BytesIO()
    export(shelf, "annotations", out, since="2021")
    assert [one["id"] for one in json.loads(out.getvalue())["first"]["items"]] == ["urn:ranke:event:e4"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"to": "excel"}, "'excel' is no format; choose from polecat, icews"),
        ({"to": "csv"}, "csv is several files; name a folder"),
        ({"status": "perhaps"}, "'perhaps' is no status; choose from happened"),
        ({"since": "soon"}, "'soon' is no day; write one such as"),
    ],
)
def test_wrong_options_are_told(shelf: Any, options: dict[str, str], message: str) -> None:  # noqa: ANN401
    """Each is one sentence with the way out, before anything is read."""
    with pytest.raises(UsageError, match=message):
        export(shelf, **{"to": "plover", "out": io.BytesIO(), **options})  # type: ignore[arg-type]
    assert shelf.asked == []


@pytest.mark.parametrize("to", FORMATS)
def test_a_record_that_fails_on_the_way_leaves_nothing(
    whole_event: Callable[..., WholeEvent],
    shelf_of: Any,  # noqa: ANN401 - what makes a record
    tmp_path: Path,
    to: str,
) -> None:
    """No half file stands where a program would read it."""

    def failing() -> Iterator[WholeEvent]:
        yield whole_event()
        raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match=r"can't be written \(No space left on device\)"):
        export(shelf_of(failing()), to, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_hostile_texts_stay_texts(hostile: WholeEvent, shelf_of: Any, tmp_path: Path) -> None:  # noqa: ANN401
    """Whatever a report holds, every format can be read, and no cell, tag or line of its making gets out."""
    shelf = shelf_of([hostile])
    for to in FORMATS:
        export(shelf, to, tmp_path / to)
    for to in ("polecat", "icews", "gdelt"):
        named = {"header": None, "names": columns(to)} if to == "gdelt" else {}
        rows = pd.read_csv(tmp_path / to, sep="\t", dtype=str, quoting=3, keep_default_na=False, **named)
        assert rows.shape == (1, len(columns(to)))
        text = (tmp_path / to).read_text()
        assert "\t=cmd" not in text.lower()
        assert "\x1b" not in text
    for to in ("plover", "ftm"):
        assert all(json.loads(line) for line in (tmp_path / to).read_bytes().split(b"\n") if line)
    slide = json.loads((tmp_path / "timelinejs").read_bytes())["events"][0]
    assert "<script" not in json.dumps(slide)
    assert json.loads((tmp_path / "annotations").read_bytes())["first"]["items"][0]["target"]["source"].startswith(
        "urn:"
    )
    for read in (nx.read_graphml(tmp_path / "graphml"), nx.read_gexf(tmp_path / "gexf")):
        assert "<script>" in read.nodes["a9"]["name"]
    assert pq.read_table(tmp_path / "parquet" / "evidence.parquet").num_rows == 1
    assert len(pd.read_csv(tmp_path / "csv" / "evidence.csv")) == 1


@pytest.mark.parametrize("to", FORMATS)
def test_memory_does_not_grow_with_events(
    whole_event: Callable[..., WholeEvent],
    shelf_of: Any,  # noqa: ANN401 - what makes a record
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    to: str,
) -> None:
    """Ten times the events take no more memory: nothing is kept but what a group of rows needs."""
    monkeypatch.setattr(tables_parquet, "GROUP", 100)
    export(shelf_of([whole_event()]), to, tmp_path / "first")  # loads what is loaded once

    def peak(count: int) -> int:
        tracemalloc.start()
        export(shelf_of(whole_event(id=f"e{number}") for number in range(count)), to, tmp_path / f"of{count}")
        (_, most) = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(3_000) < peak(300) + 200_000
