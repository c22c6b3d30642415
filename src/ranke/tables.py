"""Reads and checks the tables of knowledge that stand beside the code that uses them."""

import csv
import tomllib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ranke.errors import TableError


def _text(package: str, name: str) -> str:
    path: Traversable = files(package).joinpath(name)
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        message = f"table {name} is missing from {package}; install Ranke again"
        raise TableError(message) from error


def read_toml(package: str, name: str) -> dict[str, Any]:
    """Return a TOML table beside a package's code.

    Args:
        package: The dotted package, such as `ranke.reading`.
        name: The file in it, such as `cues.toml`; a folder below it with `/`.

    Raises:
        TableError: If the file is missing or is not TOML.
    """
    try:
        return tomllib.loads(_text(package, name))
    except tomllib.TOMLDecodeError as error:
        message = f"table {name} is not valid TOML: {error}"
        raise TableError(message) from error


def read_entries(package: str, name: str, *, parts: Mapping[str, AbstractSet[str]], pair: str) -> dict[str, Any]:
    """Return a TOML table of entries: each has words, and an example with the two that it is about.

    Args:
        package: The dotted package, such as `ranke.reading`.
        name: The file in it, such as `stances.toml`.
        parts: The parts of the table that hold entries, and the fields that an entry of each may have besides.
        pair: The field that names the two in the example.

    Raises:
        TableError: If the file is missing or is not TOML, or an entry has an unknown field or lacks one of these.
    """
    table = read_toml(package, name)
    own = {"words", "example", pair}
    for part, fields in parts.items():
        for entry, row in table[part].items():
            if unknown := sorted(set(row) - fields - own):
                raise broken(name, f"{part}.{entry}", f"unknown field {unknown[0]}")
            if not (row.get("words") and row.get("example") and len(row.get(pair, ())) == 2):  # noqa: PLR2004
                raise broken(name, f"{part}.{entry}", f"it needs words, an example and the two of its {pair}")
    return table


def broken(name: str, entry: str, wrong: str) -> TableError:
    """Return the error that tells what is wrong with an entry of a table."""
    return TableError(f"table {name}, {entry}: {wrong}")


def read_csv(package: str, name: str, *, key: str) -> list[dict[str, str]]:
    """Return the rows of a CSV table; lines that start with `#` are its commentary.

    Args:
        package: The dotted package, such as `ranke.reading`.
        name: The file in it, such as `countries.csv`.
        key: The column whose value must be there and stand once only; several columns joined by `+` count as one.

    Raises:
        TableError: If the file is missing, a row is too long or too short, or a key is empty or stands twice.
    """
    lines = [line for line in _text(package, name).splitlines() if line.strip() and not line.startswith("#")]
    reader = csv.DictReader(lines, strict=True)
    rows: list[dict[str, str]] = []
    seen: set[tuple[str, ...]] = set()
    for row in reader:
        value = tuple(row.get(column) or "" for column in key.split("+"))
        if None in row or None in row.values():
            message = f"table {name}: row {value} has not the {len(reader.fieldnames or ())} fields of its head"
            raise TableError(message)
        if not value[0] or value in seen:
            message = f"table {name}: {key} {value} is empty or stands twice"
            raise TableError(message)
        seen.add(value)
        rows.append(row)
    if not rows:
        message = f"table {name} has no rows"
        raise TableError(message)
    return rows
