from typing import Any

import pytest

from ranke.exports import gdelt, icews, polecat
from ranke.exports.columns import columns, tables
from ranke.exports.dyads import dyads
from ranke.tables import read_csv


@pytest.mark.parametrize("name", ["polecat", "icews", "gdelt"])
def test_the_table_tells_which_columns_are_filled(events: list[Any], name: str) -> None:
    """What the table, and with it the page, says is filled is filled, and nothing else is."""
    rows = read_csv("ranke.exports", f"columns/{name}.csv", key="column")
    told = {row["column"] for row in rows if row["from"] != "-"}
    filled = set()
    for one in events:
        for dyad in dyads(one):
            made = {
                "polecat": lambda one=one: polecat.row_of(one) | {"Version": "ranke"},
                "icews": lambda one=one, dyad=dyad: icews.row_of(one, dyad),
                "gdelt": lambda one=one, dyad=dyad: gdelt.row_of(one, dyad),
            }[name]()
            assert set(made) <= set(columns(name))
            filled |= {column for column, value in made.items() if value not in (None, "")}
    assert filled == told
    assert all(row["note"] for row in rows if row["from"] == "-"), "what is left empty has a reason"


def test_tables_are_joined_by_ids() -> None:
    """Each table has columns, and the tables that others point at have an id."""
    assert list(tables()) == [
        "events", "statements", "actors", "names", "reports", "parties", "evidence", "stances", "relations",
    ]  # fmt: skip
    assert all(next(iter(tables()[name])) == "id" for name in ("events", "statements", "actors", "reports"))
