import io
import json
import re
from typing import Any

import pytest

from ranke.exports.exporting import export

# The properties of FollowTheMoney 4 that may be written, by schema, with those of the schemas above.
THING = {"name", "alias", "summary", "country", "sourceUrl", "publisher", "keywords"}
SCHEMAS = {
    "Article": THING | {"title", "fileName", "publishedAt", "language"},
    "Person": THING | {"sector"},
    "Organization": THING | {"sector"},
    "PublicBody": THING | {"sector"},
    "LegalEntity": THING | {"sector"},
    "Event": THING | {"date", "startDate", "endDate", "recordId", "involved", "location", "proof"},
    "Mention": {"document", "resolved", "name", "detectedSchema", "contextCountry"},
}


def entities(shelf: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a record
    """Return the entities of an export."""
    out = io.BytesIO()
    export(shelf, "ftm", out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_entities_keep_to_their_schemas(shelf: Any) -> None:  # noqa: ANN401
    """Each entity has properties of its schema only, all lists of texts, and an id of its own."""
    found = entities(shelf)
    assert {one["schema"] for one in found} == {"Article", "Person", "PublicBody", "LegalEntity", "Event", "Mention"}
    for one in found:
        assert set(one["properties"]) <= SCHEMAS[one["schema"]]
        assert all(values and all(isinstance(value, str) for value in values) for values in one["properties"].values())
    assert len({one["id"] for one in found}) == len(found)


def test_entities_point_at_each_other(shelf: Any) -> None:  # noqa: ANN401
    """What an event or mention points at stands before it, and is of the right schema."""
    seen: dict[str, str] = {}
    for one in entities(shelf):
        for name, schemas in (
            ("proof", {"Article"}),
            ("document", {"Article"}),
            ("involved", None),
            ("resolved", None),
        ):
            for pointed in one["properties"].get(name, ()):
                assert seen[pointed] in (schemas or {"Person", "PublicBody", "Organization", "LegalEntity"})
        seen[one["id"]] = one["schema"]


def test_values_of_an_event(shelf: Any) -> None:  # noqa: ANN401
    """A day is a date, a longer time has a start and an end, countries have two letters."""
    by_id = {one["id"]: one["properties"] for one in entities(shelf)}
    assert by_id["e1a2b3c4d5e6"]["date"] == ["2020-03-02"]
    assert by_id["e1a2b3c4d5e6"]["country"] == ["ir"]
    assert by_id["e1a2b3c4d5e6"]["involved"] == ["a1", "a2"]
    assert (by_id["e2"]["startDate"], by_id["e2"]["endDate"]) == (["2020-02-01"], ["2020-02-29"])
    assert by_id["e4"]["startDate"] == ["2019-01-01"]
    assert "endDate" not in by_id["e4"]
    assert "denied" in by_id["e4"]["keywords"]
    assert by_id["a1"]["alias"] == ["the Ada Berg"]
    (article,) = (one for one in entities(shelf) if one["schema"] == "Article")
    assert article["properties"]["language"] == ["eng"]
    assert article["properties"]["fileName"] == ["herald-1"]


def test_followthemoney_takes_them(shelf: Any) -> None:  # noqa: ANN401
    """The package itself, where it is installed, finds every value valid and loses none."""
    model = pytest.importorskip("followthemoney").model
    for one in entities(shelf):
        proxy = model.get_proxy(one, cleaned=False)
        proxy.schema.validate(one)
        assert {name: sorted(proxy.get(name)) for name in one["properties"]} == {
            name: sorted(values) for name, values in one["properties"].items()
        }


def test_ids_hold_what_ids_may(whole_event: Any, shelf_of: Any) -> None:  # noqa: ANN401
    """FollowTheMoney drops links to ids with other characters, and a report may be called anything."""
    from ranke.answers import ReportRow

    report = ReportRow("a: b/ü?", "2020-03-03", None, None, None, None, ())
    for one in entities(shelf_of([whole_event(report=report)])):
        for name in ("id", "proof", "document", "involved", "resolved"):
            values = [one["id"]] if name == "id" else one["properties"].get(name, ())
            assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*", value) for value in values)
