"""What a question of the room gives: all that a page, its JSON and its CSV are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, before it becomes a page, JSON or CSV.

    Args:
        page: Which page it is: the name of its template.
        title: What the page is called.
        given: What its template shows, by name.
        kind: The type of its rows, for CSV.
        rows: Its rows, for CSV; and for JSON where `whole` is None.
        whole: An answer of several parts, for JSON.
        more: How many rows stand after these.
        next: The token of the part after this one.
    """

    page: str
    title: str
    given: Mapping[str, Any]
    kind: type
    rows: Iterable[Any]
    whole: Any = None
    more: int = 0
    next: str | None = None
