"""The JSON and CSV twins of a page: rows go out as they come, however many there are."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from ranke.answers import flat, plain
from ranke.answers.tabled import cell, columns
from ranke.web.answered import Answered


def as_json(answer: Answered) -> Iterator[bytes]:
    """Yield an answer as JSON: one of several parts as it is, rows as `rows`, `more` and `next`."""
    if answer.whole is not None:
        yield _json(plain(answer.whole)) + b"\n"
        return
    start = b'{"rows": ['
    for row in answer.rows:
        yield start + _json(plain(row))
        start = b",\n"
    end = f'], "more": {answer.more}, "next": {json.dumps(answer.next)}}}\n'.encode()
    yield (start if start.startswith(b"{") else b"") + end


def as_csv(answer: Answered) -> Iterator[bytes]:
    """Yield the rows of an answer as CSV, the names of the columns first."""
    out = _Lines()
    writer = csv.DictWriter(out, columns(answer.kind), restval="", lineterminator="\n")
    writer.writeheader()
    yield out.taken()
    for row in answer.rows:
        writer.writerow({name: cell(value) for name, value in flat(row).items()})
        yield out.taken()


def _json(value: Any) -> bytes:  # noqa: ANN401 - anything JSON holds
    # Half of a pair of surrogates is no UTF-8; JSON writes it with a backslash.
    return json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace")


class _Lines:
    """What was written and not yet sent."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def write(self, text: str) -> None:
        """Keep text until it is taken."""
        self._parts.append(text)

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        text = "".join(self._parts)
        self._parts.clear()
        return text.encode(errors="backslashreplace")
