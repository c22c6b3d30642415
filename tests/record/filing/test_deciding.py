"""The answers to a doubt: distinct, confirm and unsure hold, outlast new readings, and yield to later judgements."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ranke.errors import RecordError
from ranke.record import Record

Line = Callable[..., str]


def met(line: Line, report: str, day: str, name: str, **more: Any) -> str:  # noqa: ANN401 - parts of an event
    """Return the line of a report in which somebody met Sylvania."""
    return line(report, day, f"{name} met Sylvania.", who=name, act="met", type="CONSULT", **more)


@pytest.fixture
def kranz(record: Record, line: Line) -> Record:
    """Return the record of Otto Kranz, told of twice, and of Otokar Kranz."""
    record.add(
        [
            met(line, "r1", "2024-05-02", "Otto Kranz"),
            met(line, "r2", "2024-05-20", "Otto M. Kranz"),
            met(line, "r3", "2024-06-09", "Wilma Holm"),
        ]
    )
    return record


def count(record: Record, words: str) -> int:
    """Return how many actors bear a name with these words."""
    return len(record.actors(search=words))


def test_what_is_distinct_is_joined_by_nothing(kranz: Record) -> None:
    """Entries of one actor become two; what joins them otherwise does not; undone, they are one again."""
    assert count(kranz, "kranz") == 1
    row = kranz.distinct("r1:a1", "r2:a1", note="father and son", author="kb")
    assert (row.kind, row.what, row.note) == ("distinct", "actor", "father and son")
    assert count(kranz, "kranz") == 2
    assert kranz.check() == []
    kranz.undo(row.number)
    assert count(kranz, "kranz") == 1


def test_two_actors_that_are_distinct_stay_so_when_more_is_known(record: Record, line: Line) -> None:
    """A later report that would join them joins only one of them."""
    first, bridge = met(line, "r1", "2024-05-02", "Otto Kranz"), met(line, "r3", "2024-05-20", "Otto Maria Kranz")
    record.add([first, met(line, "r2", "2024-05-09", "Otto M. Kranz")])
    record.distinct("r1:a1", "r2:a1")
    record.add([bridge])
    assert record.actor("r1:a1").who != record.actor("r2:a1").who
    record.withdraw("r1")
    record.add([first])
    assert record.actor("r1:a1").who != record.actor("r2:a1").who
    assert record.check() == []


def test_a_later_judgement_wins(kranz: Record) -> None:
    """Merged after they were told apart they are one; told apart after they were merged they are two."""
    kranz.distinct("r1:a1", "r2:a1")
    kranz.merge("r1:a1", "r2:a1")
    assert count(kranz, "kranz") == 1
    kranz.merge("Otto Kranz", "Wilma Holm")
    assert kranz.actor("r1:a1").who == kranz.actor("r3:a1").who
    kranz.distinct("r1:a1", "r3:a1")
    assert kranz.actor("r1:a1").who != kranz.actor("r3:a1").who
    assert kranz.check() == []


def test_a_merge_of_whole_actors_lifts_what_held_them_apart(record: Record, line: Line) -> None:
    """Also where the entry that is now the first one came later than the judgement."""
    record.add([met(line, "r2", "2024-05-09", "Otto Kranz"), met(line, "r3", "2024-05-20", "Wilma Holm")])
    record.distinct("Otto Kranz", "Wilma Holm")
    record.add([met(line, "r1", "2024-05-01", "Otto M. Kranz")])
    record.merge("r1:a1", "Wilma Holm")
    assert record.actor("r1:a1").who == record.actor("r2:a1").who == record.actor("r3:a1").who
    assert record.check() == []


def test_accounts_told_apart_are_two_events(record: Record, line: Line) -> None:
    """And stay so when the reports are read again; merged later, they are one."""
    text = "Freedonia bombed the harbour of Sylvania on Friday."
    lines = [
        line(f"r{number}", "2024-05-10", text, outlet=outlet) for number, outlet in ((1, "Herald"), (2, "Courier"))
    ]
    record.add(lines)
    (event,) = record.timeline()
    row = record.distinct("r1:e1", "r2:e1")
    assert len(record.timeline()) == 2
    assert {one.number for one in record.why("r1:e1").judgements} == {row.number}
    reading = json.loads(lines[0])
    reading["events"][0]["id"] = "e7"
    record.add([json.dumps(reading)])
    assert len(record.timeline()) == 2
    record.merge("r1:e7", "r2:e1")
    assert len(record.timeline()) == 1
    record.undo(row.number)
    assert record.timeline()[0].reports == event.reports == 2
    assert record.check() == []


def test_what_is_confirmed_is_shown_again(record: Record, line: Line) -> None:
    """Of reject and confirm the later one holds."""
    record.add([met(line, "r1", "2024-05-02", "Otto Kranz")])
    record.reject("r1:e1")
    assert len(record.timeline()) == 0
    row = record.confirm("r1:e1")
    assert len(record.timeline()) == 1
    record.reject("r1:e1")
    assert len(record.timeline()) == 0
    record.undo(row.number)
    assert len(record.timeline()) == 0
    assert [one.kind for one in record.judgements()] == ["reject", "confirm", "reject"]


def test_confirmed_entries_stay_one(kranz: Record, line: Line) -> None:
    """A pair that was confirmed is held together as by a merge."""
    kranz.confirm("r1:a1", "r2:a1")
    kranz.add([met(line, "r4", "2024-05-21", "Otto K. Kranz")])
    assert kranz.actor("r1:a1").who == kranz.actor("r2:a1").who


def test_nobody_can_tell_changes_nothing(kranz: Record) -> None:
    """The judgement is in the list, and the record as it was."""
    before = json.loads("".join(kranz.dump()))
    kranz.unsure("r1:a1", "r2:a1")
    kranz.unsure("Otto Kranz", "Wilma Holm")
    kranz.unsure("r1:e1")
    after = json.loads("".join(kranz.dump()))
    assert [one["kind"] for one in after.pop("judgements")] == ["unsure"] * 3
    assert after == {name: rows for name, rows in before.items() if name != "judgements"}


def test_answers_that_make_no_sense_are_told(kranz: Record, line: Line) -> None:
    """Each with what is wrong and the way out; nothing is kept of them."""
    kranz.add([met(line, "r4", "2024-05-02", "Otto Kranz", outlet="Courier")])
    wrong: list[tuple[str, tuple[str, ...], str]] = [
        ("distinct", ("r1:a1", "r1:e1"), "is an actor and 'r1:e1' an event; name two actors or two events"),
        (
            "distinct",
            ("r1:a1", "r4:a1"),
            "are known by the same name, country and office; take one out with ranke split",
        ),
        ("distinct", ("Otto Kranz", "r1:a1"), "are one actor in this record; name two of its entries"),
        ("distinct", ("r1:a1", "r1:a1"), "are one actor in this record; name two of its entries"),
        ("confirm", ("r1:a1", "r3:a1"), "are two actors in this record; say so with ranke distinct, or ranke merge"),
        ("unsure", ("Ruritania",), "nobody in this record is called 'Ruritania'"),
    ]
    for word, names, told in wrong:
        with pytest.raises(RecordError, match=told):
            getattr(kranz, word)(*names)
    assert len(kranz.judgements()) == 0


def test_what_is_distinct_does_not_depend_on_when_reports_came(tmp_path: Path, line: Line) -> None:
    """The same reports and judgements make the same record."""
    lines = [met(line, f"r{number}", f"2024-05-0{number}", name) for number, name in
             enumerate(("Otto Kranz", "Otto M. Kranz", "Otto Maria Kranz"), start=1)]  # fmt: skip
    with Record(tmp_path / "one.db", create=True) as one, Record(tmp_path / "other.db", create=True) as other:
        one.add(lines)
        one.distinct("r1:a1", "r2:a1")
        other.add([lines[1], lines[0]])
        other.distinct("r1:a1", "r2:a1")
        other.add([lines[2]])
        told = [json.loads("".join(record.dump())) for record in (one, other)]
    assert told[0] == told[1]
