"""A record as CSV files, one a table."""

import csv
import io
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from ranke.exports.cells import cell
from ranke.exports.columns import tables
from ranke.exports.rows import Row, put_all
from ranke.exports.source import Source


def write(source: Source, folder: Path) -> None:
    """Write the tables into a folder that is there, each with a head."""
    writers: dict[str, Any] = {}
    with ExitStack() as files:
        for name, columns in tables().items():
            binary = files.enter_context((folder / f"{name}.csv").open("wb"))
            # Half of a pair of surrogates is no UTF-8.
            text = io.TextIOWrapper(binary, encoding="utf-8", errors="backslashreplace", newline="")
            writers[name] = csv.writer(files.enter_context(text), lineterminator="\n")
            writers[name].writerow(columns)

        def put(table: str, row: Row) -> None:
            writers[table].writerow([cell(row[column]) for column in tables()[table]])

        put_all(source, put)
