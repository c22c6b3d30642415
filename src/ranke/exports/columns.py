"""The columns of tabular formats: their names and order stand in tables, with what each is filled from."""

from functools import cache

from ranke.errors import TableError
from ranke.tables import read_csv

_PACKAGE = "ranke.exports"


@cache
def columns(name: str) -> tuple[str, ...]:
    """Return the columns of a format in order.

    Args:
        name: The format; its table is `columns/NAME.csv`.
    """
    return tuple(row["column"] for row in read_csv(_PACKAGE, f"columns/{name}.csv", key="column"))


@cache
def tables() -> dict[str, dict[str, str]]:
    """Return the types of the columns of each of the tables that `csv` and `parquet` write.

    Raises:
        TableError: If a type is none that Parquet is told of.
    """
    found: dict[str, dict[str, str]] = {}
    for row in read_csv(_PACKAGE, "columns/tables.csv", key="table+column"):
        if row["type"] not in {"string", "integer", "number", "boolean"}:
            message = f"table tables.csv: {row['table']}.{row['column']} has the unknown type {row['type']!r}"
            raise TableError(message)
        found.setdefault(row["table"], {})[row["column"]] = row["type"]
    return found
