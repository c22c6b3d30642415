"""What people decide: it holds, it outlasts new readings, it can be undone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ranke.errors import RecordError, UsageError
from ranke.record import Record

Line = Callable[..., str]


def groups(record: Record, what: str = "actors") -> list[list[str]]:
    """Return which reports' entries are one, for those of more than one report."""
    told: dict[str, Any] = json.loads("".join(record.dump()))
    return sorted(sorted({report for report, _ in one["members"]}) for one in told[what] if len(one["members"]) > 1)


@pytest.fixture
def berg(line: Line) -> list[str]:
    """Return three reports of one woman under two names."""
    return [
        line(
            "r1",
            "2024-05-02",
            "Minister Ada Berg criticised Sylvania.",
            who="Ada Berg",
            act="criticised",
            type="ACCUSE",
        ),
        line(
            "r2",
            "2024-05-09",
            "Adelheid Holm criticised Sylvania.",
            who="Adelheid Holm",
            act="criticised",
            type="ACCUSE",
        ),
        line("r3", "2024-06-20", "Ada Berg thanked Sylvania.", who="Ada Berg", act="thanked", type="SUPPORT"),
    ]


def test_merged_actors_are_one_until_undone(record: Record, berg: list[str]) -> None:
    """A merge joins whole actors; undoing it leaves the record as it was, and the judgement in the list."""
    record.add(berg)
    before = json.loads("".join(record.dump()))
    row = record.merge("Ada Berg", "Adelheid Holm", note="née Holm", author="kb")
    assert (row.kind, row.what, row.note, row.author) == ("merge", "actor", "née Holm", "kb")
    assert len(record.timeline(actor="Adelheid Holm")) == 3
    assert record.actor("Adelheid Holm").who == record.actor("Ada Berg").who
    assert record.check() == []
    record.undo(row.number)
    after = json.loads("".join(record.dump()))
    assert after["actors"] == before["actors"]
    assert [one.undone is not None for one in record.judgements()] == [True]
    with pytest.raises(RecordError, match="was undone already"):
        record.undo(row.number)


def test_a_merge_holds_when_reports_are_read_again_and_others_come(record: Record, berg: list[str]) -> None:
    """The anchor is the words, not the numbers of a reading."""
    record.add(berg[:2])
    record.merge("Ada Berg", "Adelheid Holm")
    again = json.loads(berg[1])
    again["actors"][0]["id"], again["events"][0]["sources"] = "a9", ["a9"]
    record.add([json.dumps(again), berg[2]])
    assert ["r1", "r2", "r3"] in groups(record)
    record.withdraw("r2")
    assert ["r1", "r3"] in groups(record)
    record.add([berg[1]])
    assert ["r1", "r2", "r3"] in groups(record)
    assert record.check() == []


def test_what_is_split_off_stays_apart_and_newcomers_join_the_others(record: Record, line: Line) -> None:
    """Two men of one name: those entries go that were named, whatever comes later."""
    text = "Otto Kranz met Sylvania."
    lines = [line(f"r{i}", f"2024-05-0{i}", text, who="Otto Kranz", act="met", type="CONSULT") for i in (1, 2, 3, 4)]
    record.add(lines[:3])
    assert ["r1", "r2", "r3"] in groups(record)
    row = record.split("Otto Kranz", ["r2"], note="the painter")
    assert ["r1", "r3"] in groups(record)
    record.add(lines[3:])
    assert ["r1", "r3", "r4"] in groups(record)
    assert record.check() == []
    record.undo(row.number)
    assert ["r1", "r2", "r3", "r4"] in groups(record)
    assert record.check() == []


def test_a_split_needs_entries_of_the_actor_and_leaves_some(record: Record, line: Line) -> None:
    """What is no entry, or all of them, is told."""
    record.add([line("r1", "2024-05-01", "Otto Kranz met Sylvania.", who="Otto Kranz", act="met", type="CONSULT")])
    with pytest.raises(RecordError, match="'r7' is no entry"):
        record.split("Otto Kranz", ["r7"])
    with pytest.raises(RecordError, match="nothing would be left"):
        record.split("Otto Kranz", ["r1"])
    with pytest.raises(UsageError, match="name the entries"):
        record.split("Otto Kranz", [])


def test_a_rejected_event_is_shown_no_more_but_can_be_asked_for(record: Record, line: Line) -> None:
    """It leaves timelines, stays in the record with its judgement, and comes back when that is undone."""
    record.add([line("r1", "2024-05-02", "Freedonia bombed Sylvania.")])
    (row,) = record.timeline()
    made = record.reject(row.id, note="a film")
    assert len(record.timeline()) == 0
    why = record.why(row.id)
    assert why.event.rejected
    assert [one.note for one in why.judgements] == ["a film"]
    record.undo(made.number)
    assert [one.id for one in record.timeline()] == [row.id]


def test_a_retyped_event_has_its_new_type_everywhere(record: Record, line: Line) -> None:
    """In answers, in filters and after another account has come."""
    record.add([line("r1", "2024-05-02", "Freedonia bombed Sylvania.", outlet="Herald")])
    (row,) = record.timeline()
    record.retype(row.id, "coerce")
    record.add([line("r2", "2024-05-02", "Freedonia bombed Sylvania.", outlet="Courier")])
    assert [(one.type, one.reports) for one in record.timeline(type="COERCE")] == [("COERCE", 2)]
    assert len(record.timeline(type="ASSAULT")) == 0
    with pytest.raises(UsageError, match="no type of event"):
        record.retype(row.id, "BRAWL")


def test_merged_events_are_one_with_both_accounts(record: Record, line: Line) -> None:
    """Two events that fusion keeps apart can be joined, and split again."""
    record.add(
        [
            line("r1", "2024-05-02", "Freedonia bombed Sylvania."),
            line("r2", "2024-09-30", "Freedonia warned Sylvania.", act="warned", type="THREATEN"),
        ]
    )
    first, second = record.timeline()
    record.merge(first.id, second.id)
    (row,) = record.timeline()
    assert len(record.why(row.id).accounts) == 2
    record.split(row.id, ["r2"])
    assert len(record.timeline()) == 2
    assert record.check() == []


def test_judgements_that_make_no_sense_are_told(record: Record, line: Line) -> None:
    """An actor is no event, one thing is not merged with itself, and what is not there is said to be not there."""
    record.add([line("r1", "2024-05-02", "Freedonia bombed Sylvania.")])
    (row,) = record.timeline()
    with pytest.raises(RecordError, match="is an event and 'Freedonia' an actor"):
        record.merge(row.id, "Freedonia")
    with pytest.raises(RecordError, match="are one actor already"):
        record.merge("Freedonia", "freedonia")
    with pytest.raises(RecordError, match="nobody in this record is called 'Ruritania'"):
        record.merge("Freedonia", "Ruritania")
    with pytest.raises(RecordError, match="judgement 9 is not there"):
        record.undo(9)
    assert len(record.judgements()) == 0


def test_judgements_do_not_depend_on_when_reports_came(tmp_path: Path, berg: list[str]) -> None:
    """The same reports and the same judgements make the same record."""
    with Record(tmp_path / "one.db", create=True) as one, Record(tmp_path / "other.db", create=True) as other:
        one.add(berg)
        one.merge("Ada Berg", "Adelheid Holm")
        other.add([berg[1], berg[0]])
        other.merge("Ada Berg", "Adelheid Holm")
        other.add([berg[2]])
        told = [json.loads("".join(record.dump())) for record in (one, other)]
    assert told[0] == told[1]
