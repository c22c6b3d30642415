"""The queue of doubts: what comes, why, how it is answered, and that nothing comes twice."""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from ranke.answers import DoubtRow
from ranke.errors import UsageError
from ranke.record import Record
from ranke.record.questions.alike import _spellings

Line = Callable[..., str]


def person(report: str, day: str, name: str, country: str | None, *, sector: str = "GOV", role: str = "") -> str:
    """Return the line of a report that names one person and tells what she did."""
    text = f"{name} met Sylvania, it was said."
    roles = [{"title": role, "organization": None}] if role else []
    actors = [
        {"id": "a1", "name": name, "kind": "person", "country": country, "sector": sector, "roles": roles,
         "mentions": [{"span": [0, len(name)]}]},
        {"id": "a2", "name": "Sylvania", "kind": "organization", "country": None,
         "mentions": [{"span": [text.index("Sylvania"), text.index("Sylvania") + 8]}]},
    ]  # fmt: skip
    start = text.index("met")
    event = {"id": "e1", "type": "CONSULT", "sources": ["a1"], "targets": ["a2"], "trigger": [start, start + 3],
             "date": day, "confidence": 0.9}  # fmt: skip
    return json.dumps(
        {"document": {"id": report, "date": day, "text": text, "outlet": "Herald"}, "actors": actors, "events": [event]}
    )


@pytest.fixture
def berg(record: Record) -> Record:
    """Return a record that joins Orsolya Berg of two countries, and keeps a Berg of hers apart from another's."""
    record.add(
        [
            person("r1", "2024-05-02", "Orsolya Berg", "HUN"),
            person("r2", "2024-05-03", "Orsolya Berg", "HUN"),
            person("r3", "2024-06-04", "Orsolya Berg", "AUT", sector="EDU"),
            person("r4", "2024-06-05", "Wilma Quandt", "HUN"),
            person("r5", "2024-07-01", "Ottokar Quandt", "HUN"),
            person("r6", "2024-07-02", "Quandt", "HUN"),
        ]
    )
    return record


def sides(rows: Any) -> list[tuple[str, ...]]:  # noqa: ANN401 - rows of doubts
    """Return the names on the sides of doubts."""
    return [tuple(side.name for side in row.sides) for row in rows]


def test_entries_joined_on_weak_grounds_are_asked_about(berg: Record) -> None:
    """With the words of both sides, and why they may be two."""
    (row,) = berg.review(kind="joined")
    assert row.why == "one actor, Orsolya Berg: one is of HUN, the other of AUT"
    assert [(side.name, side.facts, side.reports) for side in row.sides] == [
        ("Orsolya Berg", ("person", "HUN", "GOV"), 2), ("Orsolya Berg", ("person", "AUT", "EDU"), 1),
    ]  # fmt: skip
    assert [side.evidence[0].report for side in row.sides] == ["r1", "r3"]
    assert all("Orsolya Berg met Sylvania" in side.evidence[0].words for side in row.sides)
    assert row.id == "-".join(side.id for side in row.sides)


def test_actors_kept_apart_though_alike_are_asked_about(berg: Record) -> None:
    """A surname that two bear is asked of both, with how many they are."""
    rows = berg.review(kind="apart")
    assert sorted(sides(rows)) == [("Ottokar Quandt", "Quandt"), ("Wilma Quandt", "Quandt")]
    assert {row.why for row in rows} == {
        f"Quandt may be short for {name} Quandt, one of 2 of that name" for name in ("Ottokar", "Wilma")
    }
    assert all(row.sides[0].facts[-1].startswith("2024-0") for row in rows)


def test_namesakes_are_asked_about_if_their_countries_may_be_one(record: Record) -> None:
    """A third one of another country is somebody else."""
    record.add(
        [
            person("r3", "2024-05-04", "John Smith", "USA", sector="GOV"),
            person("r4", "2024-05-05", "John Smith", "USA", sector="MIL"),
            person("r5", "2024-05-06", "John Smith", "GBR", sector="MIL"),
        ]
    )
    assert len(record.actors(search="smith")) == 3
    (row,) = record.review(kind="apart")
    assert row.why == "two actors are called John Smith"
    assert {side.facts[:3] for side in row.sides} == {("person", "USA", "GOV"), ("person", "USA", "MIL")}


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Konstantina Berg", "Konstanzina Berg", True),
        ("Konstantina Berg", "Kunigunde Berg", False),
        ("Konstantina Berg", "Konstantina Bergh", False),
        ("Konstantina Berg", "Konstantina Berg", False),
    ],
)
def test_names_that_are_nearly_one_are_asked_about(one: str, other: str, near: bool) -> None:  # noqa: FBT001
    """Only those of one surname; the same name is no other spelling."""
    rows = [SimpleNamespace(name=name, folded=name.lower(), country=None) for name in (one, other)]
    found = list(_spellings(cast("Any", rows)))
    assert [why for _, _, _, why in found] == [f"{one} and {other} may be one name in two spellings"] * near


@pytest.mark.parametrize("answer", ["merge", "distinct", "unsure"])
def test_an_answer_about_two_actors_is_asked_for_once(berg: Record, answer: str) -> None:
    """Whatever it is; once it is undone the question comes again."""
    before = berg.review(kind="apart")
    first, other = (side.id for side in before[0].sides)
    judgement = getattr(berg, answer)(first, other, note="known", author="kb")
    after = berg.review(kind="apart")
    assert before[0].id not in {row.id for row in after}
    assert len(after) == (0 if answer == "merge" else 1)
    assert berg.check() == []
    berg.undo(judgement.number)
    assert berg.review(kind="apart") == before


@pytest.mark.parametrize("answer", ["confirm", "distinct", "unsure"])
def test_an_answer_about_two_entries_is_asked_for_once(berg: Record, answer: str) -> None:
    """To tell them apart makes two actors of them; all else leaves the record as it is."""
    (row,) = berg.review(kind="joined")
    judgement = getattr(berg, answer)(*(side.id for side in row.sides))
    assert len(berg.review(kind="joined")) == 0
    assert len(berg.actors(search="orsolya")) == (2 if answer == "distinct" else 1)
    assert ("Orsolya Berg", "Orsolya Berg") not in sides(berg.review(kind="apart"))
    berg.undo(judgement.number)
    assert list(berg.review(kind="joined")) == [row]


def doubted(report: str, day: str, confidence: float, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - parts of an event
    """Return a reading of one event."""
    row: dict[str, Any] = json.loads(person(report, day, "Orsolya Berg", "HUN"))
    row["events"][0] |= {"confidence": confidence, "core": True, **more}
    return row


def test_events_of_low_confidence_are_asked_about(record: Record) -> None:
    """The least sure first; those that reports are not about, and sure ones, not at all."""
    rows = [
        doubted("r1", "2024-05-02", 0.25),
        doubted("r2", "2024-06-02", 0.1),
        doubted("r3", "2024-07-02", 0.3),
        doubted("r4", "2024-08-02", 0.1, core=False),
    ]
    record.add(map(json.dumps, rows))
    found = record.review(kind="event")
    assert [row.why for row in found] == [f"it is told with a confidence of {one}" for one in (0.1, 0.25)]
    assert [row.event.evidence.report for row in found if row.event] == ["r2", "r1"]
    assert found[0].id == found[0].sides[0].id == record.why("r2:e1").event.id
    assert [row.id for row in record.review(kind="event", as_of="2024-05-30")] == [found[1].id]


@pytest.mark.parametrize("answer", ["confirm", "reject", "unsure"])
def test_an_answer_about_an_event_is_asked_for_once(record: Record, answer: str) -> None:
    """Also after its report was read again."""
    reading = doubted("r1", "2024-05-02", 0.2)
    record.add([json.dumps(reading)])
    (row,) = record.review()
    judgement = getattr(record, answer)(row.sides[0].id)
    assert len(record.review()) == 0
    record.add([json.dumps(reading | {"times": [{"span": [0, 3], "value": "2024", "type": "DATE"}]})])
    assert len(record.review()) == 0
    assert len(record.timeline()) == (0 if answer == "reject" else 1)
    record.undo(judgement.number)
    assert [one.id for one in record.review()] == [row.id]


def test_accounts_that_contradict_each_other_are_asked_about(record: Record, line: Line) -> None:
    """Side by side, with what each says; to tell them apart makes two events of one."""
    text = "Freedonia bombed the harbour of Sylvania on Friday."
    record.add(
        [
            line("r1", "2024-05-10", text, place="Port Vano"),
            line("r2", "2024-05-10", f"It is denied that {text}", place="Port Vano", status="denied"),
        ]
    )
    assert [one.about for one in record.conflicts(kind="contradiction")] == ["whether"]
    (row,) = record.review(kind="accounts")
    assert row.why == "accounts of one event contradict each other: whether"
    assert [side.name for side in row.sides] == ["Freedonia — ASSAULT → Sylvania"] * 2
    assert {"happened", "denied"} == {side.facts[0] for side in row.sides}
    assert row.event == record.timeline()[0]
    record.distinct(*(side.id for side in row.sides))
    assert (len(record.timeline()), len(record.review(kind="accounts"))) == (2, 0)


def test_a_review_takes_one_of_each_kind_in_turn(berg: Record) -> None:
    """So that no kind waits for all of another; the limit tells how many are left."""
    berg.add([json.dumps(doubted("r7", "2024-08-02", 0.2))])
    every = berg.review(limit=0)
    assert [row.kind for row in every] == ["joined", "apart", "event", "apart"]
    some = berg.review(limit=2)
    assert (list(some), some.more) == (list(every)[:2], 2)
    assert {row.kind for row in berg.review(kind=["apart", "event"])} == {"apart", "event"}
    with pytest.raises(UsageError, match="'quarrel' is no kind of doubt"):
        berg.review(kind="quarrel")


def test_a_review_shows_no_words_that_its_view_leaves_out(berg: Record) -> None:
    """A side whose first report may not be seen is none to judge."""
    assert len(berg.review(kind="joined", as_of="2024-05-30")) == 0
    assert len(berg.review(without="Herald")) == 0
    rows: list[DoubtRow] = list(berg.review(kind="apart", as_of="2024-07-02"))
    assert len(rows) == 2
