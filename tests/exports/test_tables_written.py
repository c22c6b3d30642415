from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

from ranke.errors import UsageError
from ranke.exports import tables_parquet
from ranke.exports.columns import tables
from ranke.exports.exporting import export


@pytest.fixture(params=["csv", "parquet"])
def read(request: pytest.FixtureRequest, shelf: Any, tmp_path: Path) -> dict[str, pd.DataFrame]:  # noqa: ANN401
    """Return the tables as pandas reads them, from either kind of file."""
    export(shelf, request.param, tmp_path / "out")
    if request.param == "parquet":
        return {name: pq.read_table(tmp_path / "out" / f"{name}.parquet").to_pandas() for name in tables()}
    texts = {
        name: {column: str for column, kind in columns.items() if kind == "string"}
        for name, columns in tables().items()
    }
    return {name: pd.read_csv(tmp_path / "out" / f"{name}.csv", dtype=texts[name]) for name in tables()}


def test_events_have_their_values(read: dict[str, pd.DataFrame]) -> None:
    """Both kinds of file hold the same events, and null where nothing is known."""
    events = read["events"].set_index("id")
    assert list(events["type"]) == ["CONSULT", "AGREE", "PROTEST", "ASSAULT"]
    assert events.loc["e1a2b3c4d5e6", "cameo"] == "042", "a code keeps its nought"
    assert events.loc["e2", "first"] == "2020-02-01"
    assert events.loc["e1a2b3c4d5e6", "latitude"] == 35.7
    assert events.loc["e1a2b3c4d5e6", "contexts"] == "diplomatic;cbrn"
    assert bool(events.loc["e1a2b3c4d5e6", "core"]) is True
    assert events["date"].isna().to_list() == [False, False, True, False]
    assert events.loc["e4", "status"] == "denied"


def test_tables_join(read: dict[str, pd.DataFrame]) -> None:
    """Who takes part in what, and which words it rests on, is found by ids."""
    parties = read["parties"].merge(read["actors"], left_on="actor", right_on="id", suffixes=("", "_of_actor"))
    told = parties[parties["id"] == "e2"].sort_values(["role", "position"])
    assert list(zip(told["role"], told["name"], strict=True)) == [
        ("source", "Ada Berg"), ("source", "Iran"), ("target", "Ada Berg"), ("target", "Iran"),
    ]  # fmt: skip
    said = parties[parties["of"] == "statement"].sort_values(["role", "position"])
    assert list(zip(said["role"], said["name"], strict=True)) == [
        ("about", "NATO"), ("about", "protesters"), ("addressee", "Iran"),
        ("authority", "NATO"), ("speaker", "Ada Berg"),
    ]  # fmt: skip
    evidence = read["evidence"].set_index("id")
    assert evidence.loc["s1", "words"] == "We never accept it"
    assert (evidence.loc["e2", "trigger_start"], evidence.loc["e2", "start"]) == (109, 100)
    assert pd.isna(evidence.loc["s1", "trigger_start"])


def test_actors_reports_stances_and_relations(read: dict[str, pd.DataFrame]) -> None:
    """The other tables hold what the record gives."""
    assert list(read["actors"]["name"]) == ["Ada Berg", "Iran", "NATO", "protesters"]
    assert list(read["names"]["name"])[:2] == ["Ada Berg", "the Ada Berg"]
    assert read["reports"].loc[0, "url"] == "https://herald.example/1?a=1&b=2"
    assert list(read["stances"]["cause"].fillna("")) == ["", "the plan"]
    assert list(read["stances"]["target"].fillna("")) == ["a2", ""]
    assert read["relations"].loc[0, "attribution"] == "a3;a1"


def test_parquet_is_written_in_groups(shelf_of: Any, whole_event: Any, tmp_path: Path, monkeypatch: Any) -> None:  # noqa: ANN401
    """Many rows are several groups, so that not all are held at once."""
    monkeypatch.setattr(tables_parquet, "GROUP", 10)
    export(shelf_of(whole_event(id=f"e{number}") for number in range(25)), "parquet", tmp_path / "out")
    file = pq.ParquetFile(tmp_path / "out" / "events.parquet")
    assert [file.metadata.row_group(number).num_rows for number in range(file.num_row_groups)] == [10, 10, 5]


def test_without_pyarrow_it_is_said_how_to_get_it(shelf: Any, tmp_path: Path, monkeypatch: Any) -> None:  # noqa: ANN401
    """Parquet is an extra, and nothing is left behind."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'ranke\[parquet\]'"):
        export(shelf, "parquet", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
