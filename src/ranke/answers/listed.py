"""Rows of an answer, and their two other forms: JSON as it is nested, and flat, one value a column."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any, overload

from ranke.answers.rows import Evidence, Who
from ranke.errors import UsageError


class Rows[T](Sequence[T]):
    """Rows of an answer, in order; `more` tells how many there are beyond them.

    A list in all that matters. `to_pandas` needs the extra `pandas`, `to_arrow` the extra `parquet`.
    """

    def __init__(self, rows: Sequence[T] = (), *, more: int = 0) -> None:
        self._rows, self.more = tuple(rows), more

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> "Rows[T]": ...
    def __getitem__(self, index: int | slice) -> "T | Rows[T]":
        return Rows(self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._rows == other._rows and self.more == other.more

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"Rows({list(self._rows)!r})"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as plain dictionaries, as `--json` writes them."""
        return [plain(row) for row in self._rows]

    def to_flat(self) -> list[dict[str, Any]]:
        """Return the rows with one value a column, as `--csv` writes them."""
        return [flat(row) for row in self._rows]

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is an extra
        """Return the flat rows as a pandas DataFrame.

        Raises:
            UsageError: If pandas is not installed.
        """
        return _package("pandas", "pandas").DataFrame(self.to_flat())

    def to_arrow(self) -> Any:  # noqa: ANN401 - pyarrow is an extra
        """Return the flat rows as an Arrow table.

        Raises:
            UsageError: If pyarrow is not installed.
        """
        return _package("pyarrow", "parquet").Table.from_pylist(self.to_flat())


def _package(name: str, extra: str) -> Any:  # noqa: ANN401 - a module that may not be there
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        message = f"this needs the package {name}; install it with: pip install 'ranke[{extra}]'"
        raise UsageError(message) from error


def plain(value: Any) -> Any:  # noqa: ANN401 - anything an answer holds
    """Return an answer, or a part of it, as JSON holds it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list, Rows)):
        return [plain(one) for one in value]
    return value


def flat(row: Any) -> dict[str, Any]:  # noqa: ANN401 - any row
    """Return a row with one value a column: names joined by "; ", evidence in columns of its own."""
    found: dict[str, Any] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Evidence):
            found |= {one.name: getattr(value, one.name) for one in fields(value) if one.name not in found}
        elif isinstance(value, Who):
            found |= {field.name: value.name, f"{field.name}_id": value.id}
        elif isinstance(value, (tuple, list, Rows)):
            found[field.name] = "; ".join(_short(one) for one in value)
        elif is_dataclass(value):
            found[field.name] = _short(value)
        else:
            found[field.name] = value
    return found


def _short(value: Any) -> str:  # noqa: ANN401 - any part of a row
    if isinstance(value, str):
        return value
    for name in ("name", "value", "title", "id", "report"):
        if hasattr(value, name):
            return str(getattr(value, name))
    return str(value)
