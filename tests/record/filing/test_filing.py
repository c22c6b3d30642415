"""Filing: incremental, idempotent, the same in any order; corrections and withdrawals."""

import json
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ranke.errors import RecordError, ReportError
from ranke.record import Filed, Record

Line = Callable[..., str]


def whole(record: Record) -> dict[str, Any]:
    """Return the dump of a record."""
    return json.loads("".join(record.dump()))


def test_readings_are_filed_once_however_often_they_come(record: Record, synthetic: list[str]) -> None:
    """Filing the same readings again changes nothing and says so."""
    assert record.add(synthetic) == Filed(new=60)
    before = whole(record)
    assert record.add(synthetic) == Filed(known=60)
    assert whole(record) == before
    assert record.check() == []


def test_another_order_gives_the_same_record(where: str, tmp_path: Path, synthetic: list[str]) -> None:
    """The same readings, shuffled and in small parts, make the same record, in either database."""
    with Record(where, create=True) as one, Record(tmp_path / "other.db", create=True) as other:
        one.add(synthetic)
        shuffled = [*synthetic]
        random.Random(7).shuffle(shuffled)  # noqa: S311 - chance, no secret
        for start in range(0, len(shuffled), 7):
            other.add(shuffled[start : start + 7])
        assert "".join(one.dump()) == "".join(other.dump())


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_with_withdrawals_gives_the_same_record(
    tmp_path_factory: pytest.TempPathFactory, synthetic: list[str], data: st.DataObject
) -> None:
    """What was withdrawn leaves no trace in the record, whatever came before and after it."""
    some = synthetic[:24]
    order = data.draw(st.permutations(some))
    gone = data.draw(st.sets(st.sampled_from(some), max_size=6))
    folder = tmp_path_factory.mktemp("orders")
    with Record(folder / "one.db", create=True) as one, Record(folder / "other.db", create=True) as other:
        one.add(line for line in some if line not in gone)
        for start in range(0, len(order), 5):
            other.add(order[start : start + 5])
        for line in sorted(gone):
            other.withdraw(json.loads(line)["document"]["id"])
        assert whole(one) == whole(other)
        assert other.check() == []


def test_withdrawing_everything_leaves_an_empty_record(record: Record, synthetic: list[str]) -> None:
    """Actors, events and stories that rest on nothing fall."""
    record.add(synthetic[:15])
    for line in synthetic[:15]:
        record.withdraw(json.loads(line)["document"]["id"])
    left = whole(record)
    assert not any(left[name] for name in ("reports", "actors", "events", "stories", "conflicts"))
    assert record.check() == []
    assert len(record.timeline()) == 0


def test_a_withdrawn_report_can_come_back(record: Record, synthetic: list[str]) -> None:
    """Filing a withdrawn report again gives the record that was before, but for the number of its version."""
    record.add(synthetic[:15])
    before = whole(record)
    report = json.loads(synthetic[3])["document"]["id"]
    record.withdraw(report)
    assert whole(record) != before
    assert record.add([synthetic[3]]) == Filed(new=1)
    after = whole(record)
    assert [one["version"] for one in after["reports"] if one["id"] == report] == [2]
    for one in after["reports"]:
        one["version"] = 1
    assert after == before


def test_withdrawing_what_is_not_there_is_an_error(record: Record) -> None:
    """The report's id is told."""
    with pytest.raises(RecordError, match="no report 'r9'"):
        record.withdraw("r9")


def test_a_corrected_report_replaces_its_reading_and_keeps_the_history(where: str, line: Line) -> None:
    """The newer text counts, the older one stays."""
    first = line("r1", "2024-05-02", "Freedonia bombed Sylvania on Thursday.")
    second = line("r1", "2024-05-02", "Freedonia praised Sylvania on Thursday.", act="praised", type="SUPPORT")
    with Record(where, create=True) as record:
        record.add([first])
        assert record.add([second]) == Filed(corrected=1)
        assert [row.type for row in record.timeline()] == ["SUPPORT"]
        assert record.check() == []
        assert [one["version"] for one in whole(record)["reports"]] == [2]
    if "://" not in where:
        rows = sqlite3.connect(where).execute("SELECT version, state, text FROM version ORDER BY version").fetchall()
        assert rows == [
            (1, "replaced", "Freedonia bombed Sylvania on Thursday."),
            (2, "current", "Freedonia praised Sylvania on Thursday."),
        ]


def test_two_versions_of_a_report_in_one_go_are_both_kept(record: Record, line: Line) -> None:
    """The later line wins."""
    first = line("r1", "2024-05-02", "Freedonia bombed Sylvania on Thursday.")
    second = line("r1", "2024-05-02", "Freedonia thanked Sylvania on Thursday.", act="thanked", type="SUPPORT")
    record.add([first, second])
    assert [row.type for row in record.timeline()] == ["SUPPORT"]
    assert [one["version"] for one in whole(record)["reports"]] == [2]


def test_a_bad_line_is_told_and_the_others_are_filed(record: Record, synthetic: list[str]) -> None:
    """Each error names its line, and costs nothing else."""
    errors: list[ReportError] = []
    filed = record.add(
        [synthetic[0], "{no json", '{"document": {}}', synthetic[1]], path="r.jsonl", on_error=errors.append
    )
    assert filed == Filed(new=2)
    assert [(one.path, one.line) for one in errors] == [("r.jsonl", 2), ("r.jsonl", 3)]
    with pytest.raises(ReportError, match=r"r\.jsonl:1: no JSON"):
        record.add(["{no json"], path="r.jsonl")


def test_readings_without_texts_are_filed(record: Record, synthetic: list[str]) -> None:
    """Without its text a reading gives the same events; the words are empty."""
    rows = []
    for text in synthetic[:10]:
        row = json.loads(text)
        del row["document"]["text"]
        rows.append(json.dumps(row))
    assert record.add(rows) == Filed(new=10)
    assert record.check() == []
    assert {row.evidence.words for row in record.timeline()} == {""}


def test_odd_characters_are_stored_at_the_same_length(record: Record, line: Line) -> None:
    """A null character or half a surrogate pair is no reason to lose a report, and moves no span."""
    record.add([line("r1", "2024-05-02", "\x00 \ud800 Freedonia bombed Sylvania.")])
    (row,) = record.timeline()
    assert row.evidence.words.endswith("Freedonia bombed Sylvania.")
    assert record.check() == []
