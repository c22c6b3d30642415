"""A record as Parquet files, one a table, each written a group of rows at a time."""

from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any

from ranke.errors import UsageError
from ranke.exports.cells import Value, encoded
from ranke.exports.columns import tables
from ranke.exports.rows import Row, put_all
from ranke.exports.source import Source

GROUP = 20_000
"""Rows that are held of each table, and written as one group."""

_TYPES = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool_"}


def write(source: Source, folder: Path) -> None:
    """Write the tables into a folder that is there.

    Raises:
        UsageError: If pyarrow is not installed.
    """
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ModuleNotFoundError as error:
        message = "Parquet needs the package pyarrow; install it with: pip install 'ranke[parquet]'"
        raise UsageError(message) from error
    with ExitStack() as open_files:
        written = {}
        for name, columns in tables().items():
            schema = arrow.schema([(column, getattr(arrow, _TYPES[kind])()) for column, kind in columns.items()])
            file = open_files.enter_context(parquet.ParquetWriter(folder / f"{name}.parquet", schema))
            written[name] = _Table(arrow, schema, file)
        put_all(source, lambda table, row: written[table].put(row))
        for one in written.values():
            one.flush()


class _Table:
    """Collects rows until there are enough for a group."""

    def __init__(self, arrow: Any, schema: Any, file: Any) -> None:  # noqa: ANN401 - pyarrow is an extra
        self._arrow, self._schema, self._file = arrow, schema, file
        self._rows: list[Row] = []

    def put(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) == GROUP:
            self.flush()

    def flush(self) -> None:
        arrays = [
            self._arrow.array([_value(row[field.name]) for row in self._rows], field.type) for field in self._schema
        ]
        if self._rows:
            self._file.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []


def _value(value: Value) -> Value:
    """Return a value as Parquet holds it: text is UTF-8, which half of a pair of surrogates is not."""
    return encoded(value).decode() if isinstance(value, str) and not value.isascii() else value
