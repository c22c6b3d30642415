"""Objects → lines and documents of JSON, a piece at a time."""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from ranke.exports.cells import encoded


def json_line(value: Any) -> bytes:  # noqa: ANN401 - anything that JSON holds
    """Return a value as a line of JSON."""
    # Half of a pair of surrogates is no UTF-8; JSON writes it with a backslash.
    return encoded(json.dumps(value, ensure_ascii=False) + "\n")


def write_document(file: BinaryIO, opening: str, items: Iterable[Any], closing: str) -> None:
    """Write a document with a long list in it: what comes before, the items, what comes after."""
    file.write(encoded(opening))
    separator = "\n"
    for item in items:
        file.write(encoded(separator + json.dumps(item, ensure_ascii=False)))
        separator = ",\n"
    file.write(encoded(closing))


def filled(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what is there: no nulls, no empty texts, lists and objects."""
    return {
        name: value for name, value in fields.items() if value is not None and value != "" and value not in ([], {})
    }
