"""Readings made elsewhere: what may be missing, and what is refused."""

import json

import pytest

from ranke.errors import ReportError
from ranke.record.filing.incoming import Incoming, incoming

ROW = {
    "document": {"id": "r1", "date": "2024-05-02", "text": "Rain fell. Freedonia met Sylvania in Vano! All went home."},
    "actors": [
        {"id": "a1", "name": "Freedonia", "kind": "country", "country": "", "mentions": [{"span": [11, 20]}], "mood": 1},  # noqa: E501 - a table
        {"id": "a2", "name": "Sylvania", "kind": "country", "roles": [{"title": None}],
         "mentions": [{"span": [25, 33]}]},
    ],
    "events": [
        {"id": "e1", "type": "CONSULT", "sources": ["a1"], "targets": ["a2"], "trigger": [21, 24], "date": "",
         "place": "Vano"}
    ],
}  # fmt: skip


def one(row: object) -> Incoming | ReportError:
    """Return what one line gives."""
    (found,) = incoming([json.dumps(row)], path="r.jsonl")
    return found


def test_what_may_be_left_open_is_filled_in() -> None:
    """Plain strings for dates and places, "" for null, unknown fields, the sentence as evidence."""
    found = one(ROW)
    assert isinstance(found, Incoming)
    (event,) = found.reading.events
    assert found.text is not None
    assert found.text[slice(*event.evidence)] == "Freedonia met Sylvania in Vano!"
    assert (event.date.value, event.place and event.place.name, event.quad, event.rule) == (
        None,
        "Vano",
        1,
        "elsewhere",
    )
    assert found.reading.actors[0].country is None
    assert found.reading.actors[1].roles == ()


def test_without_text_the_length_is_that_of_the_last_span() -> None:
    """The spans are still checked against something."""
    found = one({**ROW, "document": {"id": "r1", "date": "2024-05-02"}})
    assert isinstance(found, Incoming)
    assert (found.text, found.reading.document.characters) == (None, 33)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"document": {"id": "r1", "date": "May 2"}}, "'May 2' is no day"),
        ({"document": {"date": "2024-05-02"}}, "document.id: field required"),
        ({"document": {"id": "r1"}}, "date is missing"),
        ({"document": {"id": "r1", "date": "2024-05-02", "text": 7}}, "document.text is no string"),
        ({"document": {"id": "r1", "date": "2024-05-02", "text": "short"}}, "in a text of 5 characters"),
        ({"actors": []}, "names the actor 'a1'"),
        ({"actors": [ROW["actors"][0], ROW["actors"][0]]}, "actor 'a1' stands twice"),  # type: ignore[index]
        ({"events": [{**ROW["events"][0], "type": "BRAWL"}]}, "no reading: events.0"),  # type: ignore[dict-item,index]
        ({"events": [{**ROW["events"][0], "trigger": [24, 21]}]}, r"has the span \[24, 21\]"),  # type: ignore[dict-item,index]
        ({"actors": "many"}, "no reading"),
    ],
)
def test_what_does_not_hold_together_is_refused_with_a_reason(change: dict[str, object], told: str) -> None:
    """The first thing that is wrong, with file and line."""
    found = one(ROW | change)
    assert isinstance(found, ReportError)
    assert str(found).startswith("r.jsonl:1: ")
    with pytest.raises(ReportError, match=told):
        raise found


@pytest.mark.parametrize("line", ["[1, 2]", "7", '"text"', "null", "{}", "[" * 100_000])
def test_no_line_raises(line: str) -> None:
    """Whatever JSON holds, the line is told and the next is read."""
    first, second = incoming([line, json.dumps(ROW)])
    assert isinstance(first, ReportError)
    assert isinstance(second, Incoming)
