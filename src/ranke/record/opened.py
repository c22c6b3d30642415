"""A record that is open: how it is looked at, and how it is changed, one writer at a time."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypedDict

from ranke.days import extent
from ranke.errors import UsageError
from ranke.record.events import occasions
from ranke.record.filing.filing import Filing
from ranke.record.keeping.store import Store
from ranke.record.questions.lens import Lens


class View(TypedDict, total=False):
    """How a question looks at the record.

    `as_of` is a day: only what reports up to then tell, as known then. `without` names outlets and actors that are left
    out as sources, with what rests on them. `limit` is how many rows are returned, the latest; 0 is all (100 if not
    given).
    """

    as_of: str | None
    without: Sequence[str] | str
    limit: int


class Opened:
    """What `Record` stands on: the open store, and the memory of its filing."""

    def __init__(self, where: str | Path, *, create: bool = False) -> None:
        self._store = Store(where, create=create)
        self._memory = occasions.memory()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file or the connections go."""
        self._store.close()

    @contextmanager
    def _lens(self, view: View) -> Iterator[Lens]:
        without = view.get("without", ())
        names = (without,) if isinstance(without, str) else tuple(without)
        with self._store.asking() as connection:
            yield Lens(connection, view.get("as_of"), names, self._memory)

    @contextmanager
    def _filing(self) -> Iterator[Filing]:
        with self._store.writing() as connection:
            yield Filing(connection, _now(), self._memory)


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def limit_of(view: View, usual: int = 100) -> int:
    """Return how many rows are asked for; 0 is all.

    Raises:
        UsageError: If that is less than none.
    """
    limit = view.get("limit", usual)
    if limit < 0:
        message = f"limit must be 0 (for all) or more, not {limit}"
        raise UsageError(message)
    return limit


def day_of(value: str | None, *, last: bool) -> int | None:
    """Return the number of a day, of a month's or year's first one, or of its last one.

    Raises:
        UsageError: If it is no day.
    """
    if value is None:
        return None
    days = extent(value)
    if days is None:
        message = f"{value!r} is no day; write one such as 2019-07-23, or 2019-07, or 2019"
        raise UsageError(message)
    return days[1 if last else 0]
