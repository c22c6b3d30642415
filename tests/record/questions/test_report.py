"""One report: its text, the marks in it, and what the record holds of it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from ranke.answers import Mark
from ranke.errors import RecordError
from ranke.record import Record

Line = Callable[..., str]

TEXT = "Ada Berg backs Sylvania.\r\n“Sylvania trusts us,” she told Omnipress in Port Vano on Monday.  "


def at(words: str) -> list[int]:
    """Return where these words stand in the text."""
    return [TEXT.index(words), TEXT.index(words) + len(words)]


@pytest.fixture
def told(record: Record, line: Line) -> Record:
    """Return the record of a report of every kind of fact, and of another one that tells its event again."""
    names = (("a1", "Ada Berg", "person"), ("a2", "Sylvania", "country"), ("a3", "Omnipress", "media"))
    actors: list[dict[str, Any]] = [
        {"id": one, "name": name, "kind": kind, "mentions": [{"span": at(name)}]} for one, name, kind in names
    ]
    actors[0]["mentions"].append({"span": at("she"), "form": "pronoun"})
    reading = {
        "document": {"id": "r1", "date": "2024-05-06", "text": TEXT, "outlet": "Herald"},
        "actors": actors,
        "events": [
            {"id": "e1", "type": "SUPPORT", "sources": ["a1"], "targets": ["a2"], "trigger": at("backs"),
             "more": [at("trusts")], "evidence": at("Ada Berg backs Sylvania."), "date": "2024-05-06", "core": True},
        ],
        "statements": [
            {"id": "s1", "speaker": "a1", "speaker_span": at("she"), "addressee": "a3", "kind": "direct",
             "cue": at("told"), "content": at("Sylvania trusts us,"), "attribution": ["a3"]},
        ],
        "stances": [{"holder": "a1", "target": "a2", "polarity": "positive", "evidence": at("backs Sylvania")}],
        "relations": [
            {"id": "r1", "parties": ["a2", "a1"], "change": "good", "holder": "a1",
             "evidence": at("Sylvania trusts us"), "trigger": at("trusts")},
        ],
        "times": [{"span": at("Monday"), "value": "2024-05-06", "type": "DATE"}],
        "places": [
            {"span": at("Port Vano"), "name": "Port Vano", "country": "SVK", "latitude": 48.5, "longitude": 17.2}
        ],
    }  # fmt: skip
    again = line("r2", "2024-05-07", "Ada Berg backs Sylvania.", who="Ada Berg", act="backs", type="SUPPORT",
                 date="2024-05-06", outlet="Courier")  # fmt: skip
    record.add([json.dumps(reading), again])
    return record


def marks(marks: tuple[Mark, ...], kind: str) -> list[tuple[str, str | None, str]]:
    """Return the words, value and label of the marks of a kind."""
    return [(TEXT[mark.start : mark.end], mark.value, mark.label) for mark in marks if mark.kind == kind]


def test_the_text_of_a_report_is_untouched(told: Record) -> None:
    """Line ends and spaces as they were filed, so that every span counts in it."""
    answer = told.report("r1")
    assert answer.text == TEXT
    assert (answer.report.id, answer.report.outlet, answer.language, answer.story) == ("r1", "Herald", "en", "r1")


def test_every_fact_marks_its_words(told: Record) -> None:
    """Mentions, triggers with their retellings, accounts, statements, stances, claims, times and places."""
    found = told.report("r1").marks
    assert marks(found, "actor") == [
        ("Ada Berg", "person", "Ada Berg"), ("Sylvania", "country", "Sylvania"), ("she", "person", "Ada Berg"),
        ("Omnipress", "media", "Omnipress"),
    ]  # fmt: skip
    deed = "Ada Berg — SUPPORT → Sylvania"
    assert marks(found, "account") == [("Ada Berg backs Sylvania.", "SUPPORT", deed)]
    assert marks(found, "trigger") == [("backs", "SUPPORT", deed), ("trusts", "SUPPORT", deed)]
    assert marks(found, "content") == [("Sylvania trusts us,", "direct", "Ada Berg says")]
    assert [words for kind in ("cue", "speaker") for words, _, _ in marks(found, kind)] == ["told", "she"]
    assert marks(found, "stance") == [("backs Sylvania", "positive", "Ada Berg for Sylvania")]
    assert marks(found, "claim") == [("Sylvania trusts us", "good", "Sylvania and Ada Berg: good")]
    assert marks(found, "time") == [("Monday", "2024-05-06", "2024-05-06")]
    assert marks(found, "place") == [("Port Vano", "SVK", "Port Vano")]
    assert [(mark.start, -mark.end) for mark in found] == sorted((mark.start, -mark.end) for mark in found)


def test_marks_and_facts_name_each_other(told: Record) -> None:
    """The id of a mark is that of the actor, event or statement which the record holds."""
    answer = told.report("r1")
    ids = {kind: {mark.id for mark in answer.marks if mark.kind == kind} for kind in ("actor", "trigger", "content")}
    assert ids["trigger"] == {row.id for row in answer.events} == {told.timeline()[0].id}
    assert answer.events[0].reports == 2
    assert ids["content"] == {row.id for row in answer.statements} == {told.statements()[0].id}
    assert told.actor("Ada Berg").who.id in ids["actor"]
    assert (len(answer.stances), len(answer.relations)) == (1, 1)


def test_a_joined_event_is_the_same_in_each_of_its_reports(told: Record) -> None:
    """Also in the one that told it later; a judgement changes both."""
    assert {mark.id for mark in told.report("r2").marks if mark.kind == "trigger"} == {told.timeline()[0].id}
    told.reject("r1:e1")
    assert [mark.kind for mark in told.report("r1").marks if mark.kind in {"trigger", "account"}] == []
    assert len(told.report("r1").events) == 0


def test_a_report_in_a_view_has_no_more_than_the_view(told: Record) -> None:
    """What was known by then, and nothing that rests on a source left out; a report outside it is not shown."""
    assert told.report("r1", as_of="2024-05-06").events[0].reports == 1
    answer = told.report("r1", without="Ada Berg")
    assert {mark.kind for mark in answer.marks} == {"actor", "account", "trigger", "time", "place"}
    assert (len(answer.statements), len(answer.stances), len(answer.relations)) == (0, 0, 0)
    for view in ({"as_of": "2024-05-06"}, {"without": "Courier"}):
        with pytest.raises(RecordError, match="report r2 is not in this view"):
            told.report("r2", **view)


def test_a_report_answers_to_the_beginning_of_its_id(told: Record) -> None:
    """If that is of one only; a sign that a query would read as any is none."""
    assert told.report("r2").report.id == "r2"
    with pytest.raises(RecordError, match="more than one report of this record begins with 'r'"):
        told.report("r")
    for name in ("", "%", "_1", "r9"):
        with pytest.raises(RecordError, match="no report of this record begins with"):
            told.report(name)


def test_a_report_without_its_text_has_its_marks(record: Record) -> None:
    """A reading that was made elsewhere may come without the text."""
    document = {"id": "r1", "date": "2024-05-06", "characters": 40}
    actor = {"id": "a1", "name": "Sylvania", "kind": "country", "mentions": [{"span": [3, 11]}]}
    record.add([json.dumps({"document": document, "actors": [actor]})])
    answer = record.report("r1")
    assert (answer.text, [(mark.start, mark.end) for mark in answer.marks]) == (None, [(3, 11)])
