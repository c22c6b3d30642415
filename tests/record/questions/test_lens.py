"""As known then, and without some sources: the record as if the other reports had never come."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ranke.answers import EventRow, Rows
from ranke.errors import RecordError, UsageError
from ranke.record import Record

Line = Callable[..., str]


def facts(rows: Rows[EventRow]) -> list[tuple[object, ...]]:
    """Return what rows say, but for names, which are those of the whole record."""
    return [
        (
            row.id, row.date, row.type, row.status, [who.id for who in row.sources], [who.id for who in row.targets],
            row.place, row.core, row.reports, row.outlets, row.roots, row.evidence.words,
        )
        for row in rows
    ]  # fmt: skip


@pytest.mark.parametrize("share", [0.3, 0.7])
def test_as_of_a_day_is_the_record_of_the_reports_up_to_then(
    tmp_path: Path, synthetic: list[str], share: float
) -> None:
    """Nothing that came later leaks in."""
    days = sorted(json.loads(line)["document"]["date"] for line in synthetic)
    day = days[int(len(days) * share)]
    with Record(tmp_path / "all.db", create=True) as whole, Record(tmp_path / "then.db", create=True) as then:
        whole.add(synthetic)
        then.add(line for line in synthetic if json.loads(line)["document"]["date"] <= day)
        told, wanted = facts(whole.timeline(as_of=day, limit=0)), facts(then.timeline(limit=0))
        assert told
        # An actor's id is that of its first appearance, which is the same in both.
        assert sorted(map(repr, told)) == sorted(map(repr, wanted))
        assert len(whole.statements(as_of=day, limit=0)) == len(then.statements(limit=0))


def test_without_an_outlet_is_the_record_of_the_other_reports(tmp_path: Path, synthetic: list[str]) -> None:
    """What rests on the outlet alone falls; what others tell too stays."""
    outlets = [json.loads(line)["document"]["outlet"] for line in synthetic]
    outlet = max(set(outlets), key=lambda one: (outlets.count(one), one))
    with Record(tmp_path / "all.db", create=True) as whole, Record(tmp_path / "rest.db", create=True) as rest:
        whole.add(synthetic)
        rest.add(line for line, its in zip(synthetic, outlets, strict=True) if its != outlet)
        seen = whole.timeline(without=[outlet], limit=0)
        assert len(seen) < len(whole.timeline(limit=0))
        assert all(row.evidence.outlet != outlet for row in seen)
        wanted = {(row.date, row.type, row.evidence.words) for row in rest.timeline(limit=0)}
        # The outlet may be an authority in other reports, and what rests on that falls too.
        assert {(row.date, row.type, row.evidence.words) for row in seen} <= wanted


def test_without_an_authority_what_rests_on_it_falls(record: Record, line: Line) -> None:
    """An event that another authority tells too stays, with one root less."""
    told = "Freedonia bombed Sylvania, {} said."
    record.add(
        [
            line("r1", "2024-05-02", told.format("Omnipress"), authority="Omnipress", outlet="Herald"),
            line("r2", "2024-05-02", told.format("Telestar"), authority="Telestar", outlet="Courier"),
            line("r3", "2024-05-02", told.format("Omnipress"), authority="Omnipress", outlet="Gazette"),
        ]
    )
    (row,) = record.timeline()
    assert (row.reports, row.outlets, row.roots) == (3, 3, 2)
    (row,) = record.timeline(without=["Omnipress"])
    assert (row.reports, row.roots, row.evidence.report) == (1, 1, "r2")
    assert len(record.timeline(without=["Omnipress", "Telestar"])) == 0
    (row,) = record.timeline(without="Courier")
    assert (row.reports, row.roots) == (2, 1)


def test_who_and_what_can_not_be_is_told(record: Record, line: Line) -> None:
    """A name that nobody bears, a day that is none, and a limit below nought."""
    record.add([line("r1", "2024-05-02", "Freedonia bombed Sylvania.")])
    with pytest.raises(RecordError, match=r"called 'Fredonia'; did you mean Freedonia\?"):
        record.timeline(actor="Fredonia")
    with pytest.raises(RecordError, match="nobody in this record"):
        record.timeline(without=["Ruritania Times"])
    with pytest.raises(UsageError, match="'yesterday' is no day"):
        record.timeline(as_of="yesterday")
    with pytest.raises(UsageError, match="limit must be 0"):
        record.timeline(limit=-1)


def test_an_id_or_its_beginning_means_one_actor(record: Record, line: Line) -> None:
    """Whatever an entry was joined with answers to it."""
    record.add([line(f"r{i}", f"2024-05-0{i}", "Freedonia bombed Sylvania.") for i in (1, 2)])
    who = record.actor("Freedonia").who
    assert record.actor(who.id[:8]).who == who
    assert record.actor("r2:a1").who == who
