from pathlib import Path

import pytest

from ranke.exports.edges import EDGE, NODE
from ranke.exports.formats import FORMATS
from ranke.tables import read_csv

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["polecat", "icews", "gdelt"])
def test_the_page_tells_each_column_as_the_table_does(name: str) -> None:
    """The mapping on the page is the one in the table, column by column and in order."""
    rows = read_csv("ranke.exports", f"columns/{name}.csv", key="column")
    told = [f"| {row['column']} | {'–' if row['from'] == '-' else row['from']} | {row['note']} |" for row in rows]
    assert "\n".join(told) in PAGE


def test_the_page_tells_each_column_of_the_tables() -> None:
    """So it is with the tables that are joined by ids."""
    rows = read_csv("ranke.exports", "columns/tables.csv", key="table+column")
    for table in dict.fromkeys(row["table"] for row in rows):
        told = [f"| {row['column']} | {row['type']} | {row['note']} |" for row in rows if row["table"] == table]
        assert f"**{table}**\n\n| column | type | what |\n|---|---|---|\n" + "\n".join(told) in PAGE


def test_the_page_names_all_formats_and_what_graphs_tell() -> None:
    """No format and no attribute of a node or edge is missing."""
    assert all(f"`{name}`" in PAGE for name in (*FORMATS, *NODE, *EDGE))
