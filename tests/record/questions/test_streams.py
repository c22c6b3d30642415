"""Going through a whole record: everything once, in an order of its own, whatever the size of the pages."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ranke.record import Record
from ranke.record.questions import streams

Line = Callable[..., str]


@pytest.fixture
def many(record: Record, synthetic: list[str], monkeypatch: pytest.MonkeyPatch) -> Record:
    """Return a record of sixty synthetic readings, gone through seven rows at a time."""
    record.add(synthetic)
    monkeypatch.setattr(streams, "_TOGETHER", 7)
    return record


def test_every_row_comes_once_as_the_questions_have_it(many: Record) -> None:
    """Events, actors, reports, statements and stances are those that the questions answer with."""
    events = [one.event for one in many.each_event()]
    assert sorted(events, key=lambda row: row.id) == sorted(many.timeline(limit=0), key=lambda row: row.id)
    assert [one.actor.who.id for one in many.each_actor()] == sorted(row.who.id for row in many.actors(limit=0))
    assert {one.actor.who.id: one.actor for one in many.each_actor()} == {
        row.who.id: row for row in many.actors(limit=0)
    }
    said = sorted(many.statements(limit=0), key=lambda row: row.id)
    assert sorted((one.statement for one in many.each_statement()), key=lambda row: row.id) == said
    assert len(list(many.each_stance())) == len(many.stances(limit=0)) > 0
    assert len(list(many.each_report())) == many.overview().reports == 60


def test_a_stream_has_what_an_export_asks_for(many: Record) -> None:
    """What the sides are, where the place lies, and which report is shown, all of one event."""
    for one in many.each_event():
        assert [side.who for side in one.sources] == list(one.event.sources)
        assert [side.who for side in one.targets] == list(one.event.targets)
        assert (one.place.name if one.place else None) == one.event.place
        assert one.report.id == one.event.evidence.report
    assert any(one.place and one.place.latitude is not None for one in many.each_event())
    assert any(side.country for one in many.each_event() for side in one.sources)
    heads = {one.report.id: one for one in many.each_report()}
    assert all(one.report == heads[one.report.id].report for one in many.each_statement())
    assert all(one.names[0].count >= one.names[-1].count for one in many.each_actor())


def test_a_stream_sees_what_its_view_sees(many: Record) -> None:
    """A day and a source left out hold for every row."""
    day = sorted(one.report.date for one in many.each_report())[30]
    assert all(one.report.date <= day for one in many.each_report(as_of=day))
    assert all(one.event.known <= day for one in many.each_event(as_of=day))
    ids = [one.event.id for one in many.each_event(as_of=day)]
    assert sorted(ids) == sorted(row.id for row in many.timeline(as_of=day, limit=0))
    outlet = many.overview().by_outlet[0].name
    assert {one.report.outlet for one in many.each_report()} > {
        one.report.outlet for one in many.each_report(without=outlet)
    }
    assert all(one.report.outlet != outlet for one in many.each_statement(without=outlet))
    assert all(one.evidence.outlet != outlet for one in many.each_relation(without=outlet))
    assert 0 < len(list(many.each_actor(as_of=day))) < len(list(many.each_actor()))


def test_the_order_of_filing_changes_nothing(tmp_path: Path, synthetic: list[str]) -> None:
    """Two records of the same readings are gone through alike."""
    with Record(tmp_path / "one.db", create=True) as one, Record(tmp_path / "other.db", create=True) as other:
        one.add(synthetic[:40])
        other.add(synthetic[:40][::-1])
        for name in ("event", "actor", "report", "statement", "stance", "relation"):
            assert list(getattr(one, f"each_{name}")()) == list(getattr(other, f"each_{name}")())


def test_a_rejected_event_is_left_out(record: Record, line: Line) -> None:
    """As everywhere; and a reading without a text is gone through too."""
    row = json.loads(line("r1", "2024-05-02", "Freedonia bombed Sylvania."))
    row["document"]["characters"] = len(row["document"].pop("text"))
    record.add([json.dumps(row), line("r2", "2024-05-03", "Freedonia met Sylvania.", act="met", type="CONSULT")])
    assert [one.event.evidence.words for one in record.each_event()] == ["", "Freedonia met Sylvania."]
    record.reject("r1:e1")
    assert [one.report.id for one in record.each_event()] == ["r2"]
