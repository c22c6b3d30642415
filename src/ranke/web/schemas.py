"""The JSON Schemas of answers, for the OpenAPI document: made of their types, so that they can't tell otherwise."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ranke.answers import Rows

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def rows_schema(kind: type) -> dict[str, Any]:
    """Return the schema of a list: rows of a type, how many more there are, and the token of the next part."""
    return _object(
        {
            "rows": {"type": "array", "items": schema_of(kind)},
            "more": {"type": "integer"},
            "next": {"type": ["string", "null"]},
        }
    )


def schema_of(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - the type of an answer, or of a part of one
    """Return the schema of what JSON holds of a type."""
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return {
            "title": getattr(kind, "__name__", ""),
            **_object({one.name: schema_of(hints[one.name]) for one in fields(kind)}),
        }
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is UnionType:
        return {"anyOf": [schema_of(one) for one in inside]}
    if origin is tuple and len(inside) > 1 and inside[1] is not Ellipsis:
        return {"type": "array", "prefixItems": [schema_of(one) for one in inside]}
    if origin in {tuple, list, Sequence, Rows}:
        return {"type": "array", "items": schema_of(inside[0])}
    return {}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}
