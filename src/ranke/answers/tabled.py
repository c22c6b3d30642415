"""Rows as a table: their columns, whatever is in them, and cells that no spreadsheet takes for a formula."""

import re
from dataclasses import fields
from types import UnionType
from typing import get_args, get_type_hints

from ranke.answers.rows import Evidence, Who

# What a spreadsheet would run as a formula.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
# What would steer a terminal; tabs and line ends are quoted by CSV itself.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def columns(kind: type) -> list[str]:
    """Return the columns that rows of a type have when they are written flat, whatever is in them."""
    found: list[str] = []
    for name, hint in get_type_hints(kind).items():
        options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        if Evidence in options:
            found += [one.name for one in fields(Evidence) if one.name not in found]
        else:
            found += [name, f"{name}_id"] if Who in options else [name]
    return found


def cell(value: object) -> str:
    """Return a value as a cell of a table; what a spreadsheet would take for a formula starts with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = _CONTROL.sub("", str(value))
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
