import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from ranke.answers import WholeEvent
from ranke.exports.exporting import export


def document(shelf: Any, to: str) -> Any:  # noqa: ANN401 - any JSON
    """Return an export that is one JSON document, or its lines."""
    out = io.BytesIO()
    export(shelf, to, out)
    return [json.loads(line) for line in out.getvalue().splitlines()] if to == "plover" else json.loads(out.getvalue())


def test_plover_has_its_fields(shelf: Any) -> None:  # noqa: ANN401
    """Actors, recipients, event, mode, contexts, place and text stand under PLOVER's names; nothing is null."""
    first, month, alone, denied = document(shelf, "plover")
    assert (first["event"], first["mode"], first["context"]) == ("CONSULT", "visit", ["diplomatic", "cbrn"])
    assert first["actor"] == [{"id": "a1", "name": "Ada Berg", "country": "FRA", "sector": "GOV", "kind": "person"}]
    assert first["location"] == [{"name": "Tehran", "country": "IRN", "latitude": 35.7, "longitude": 51.42}]
    assert (first["text"], first["eventtext"]) == ("Ada Berg met the envoy on Monday.", "met")
    assert (first["publication"], first["textInfo"]["title"]) == ("Norland Herald", "Talks")
    assert (month["date"], "mode" in month) == ("2020-02", False)
    assert ("date" in alone, "recip" in alone) == (False, False)
    assert denied["ranke"]["status"] == "denied"
    assert denied["ranke"]["core"] is False, "what is false is there"


def test_timelinejs_has_a_slide_for_each_event(shelf: Any) -> None:  # noqa: ANN401
    """A day, month or year is shown as finely as it is known, and what has none as told by a day."""
    first, month, undated, since = document(shelf, "timelinejs")["events"]
    assert first["start_date"] == {"year": 2020, "month": 3, "day": 2}
    assert first["text"]["headline"] == "CONSULT: Ada Berg → Iran"
    assert "end_date" not in first
    assert (month["start_date"], month["end_date"]) == ({"year": 2020, "month": 2},) * 2
    assert (undated["start_date"], undated["display_date"]) == ({"year": 2020, "month": 3, "day": 3}, "by 2020-03-03")
    assert (since["start_date"], since["display_date"]) == ({"year": 2019, "month": 1, "day": 1}, "2019/")
    assert since["text"]["headline"] == "ASSAULT (denied): NATO → Iran"


def test_annotations_point_at_the_words(shelf: Any) -> None:  # noqa: ANN401
    """Each annotation has a quote and a position in its report, and says what it is about."""
    collection = document(shelf, "annotations")
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 5)
    items = collection["first"]["items"]
    assert {one["type"] for one in items} == {"Annotation"}
    quote, position = items[0]["target"]["selector"]
    assert quote == {"type": "TextQuoteSelector", "exact": "Ada Berg met the envoy on Monday."}
    assert position == {"type": "TextPositionSelector", "start": 100, "end": 133}
    assert items[0]["target"]["source"] == "https://herald.example/1?a=1&b=2"
    assert [body["value"] for body in items[-1]["body"]] == ["NATO → Ada Berg", "statement", "direct"]
    assert len({one["id"] for one in items}) == 5


def test_annotations_tell_the_chain_of_authority(
    whole_event: Callable[..., WholeEvent],
    herald: Any,  # noqa: ANN401 - an actor
    ada: Any,  # noqa: ANN401 - the same
    shelf_of: Any,  # noqa: ANN401 - what makes a record
) -> None:
    """Who says so, outermost first, stands beside what is said to have happened."""
    (item,) = document(shelf_of([whole_event(attribution=(herald, ada))]), "annotations")["first"]["items"]
    assert [body["value"] for body in item["body"]][:2] == [
        "CONSULT: Ada Berg → Iran",
        "according to Norland Herald → Ada Berg",
    ]


def test_annotations_without_texts_have_positions(
    whole_event: Callable[..., WholeEvent],
    evidence: Callable[..., Any],
    shelf_of: Any,  # noqa: ANN401 - what makes a record
) -> None:
    """Where the record has no text there is no quote, and a report without an address has a name of its own."""
    from ranke.answers import ReportRow

    report = ReportRow("a b/1", "2020-03-03", None, None, None, None, ())
    one = whole_event(evidence=evidence("", start=5, end=9), report=report)
    (item,) = document(shelf_of([one]), "annotations")["first"]["items"]
    assert item["target"]["selector"] == [{"type": "TextPositionSelector", "start": 5, "end": 9}]
    assert item["target"]["source"] == "urn:ranke:report:a%20b%2F1"


@pytest.mark.parametrize(("to", "path"), [("timelinejs", ["events"]), ("annotations", ["first", "items"])])
def test_an_empty_record_is_a_whole_document(shelf_of: Any, to: str, path: list[str]) -> None:  # noqa: ANN401
    """Without events the document is still one."""
    found = document(shelf_of(), to)
    for name in path:
        found = found[name]
    assert found == []
