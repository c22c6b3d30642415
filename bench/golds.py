"""Gold to measure and to fit on: the record bench, where it is at hand, and the invented reports beside this file.

Both come in the record bench's form and are scored by its scorer.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ranke.model import Report

INVENTED = Path(__file__).resolve().parent / "invented"
Record = dict[str, Any]
"""A gold record or a reading, as JSON."""


@dataclass(frozen=True)
class Gold:
    """A report with its gold record."""

    report: Report
    record: Record


def lines(path: Path) -> list[Record]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def recorded(folder: Path) -> list[Gold]:
    """Return the record bench in this folder."""
    given = lines(folder / "reports.jsonl")
    records = [json.loads((folder / "gold" / f"{one['id']}.json").read_text(encoding="utf-8")) for one in given]
    return [_gold(one, record) for one, record in zip(given, records, strict=True)]


def invented(*sets: int) -> list[Gold]:
    """Return the invented reports of these sets, 1 to 4; of all where none is named."""
    records = {record["doc"]: record for record in lines(INVENTED / "gold.jsonl")}
    found = [_gold(one, records[one["id"]]) for one in lines(INVENTED / "reports.jsonl")]
    return [one for one in found if not sets or set_of(one.report.id) in sets]


def set_of(report: str) -> int:
    """Return the set that an invented report belongs to."""
    return int(report.rsplit("-", 1)[1][0])


def _gold(given: Record, record: Record) -> Gold:
    return Gold(Report(id=given["id"], date=given["date"], text=given["text"]), record)
