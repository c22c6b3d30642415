import datetime as dt
import decimal
import hashlib
from typing import Any

import pytest

from ranke.errors import ReportError
from ranke.report.rows import Given, check_columns, field_of, plain, report_of_row, rows_within

GIVEN = Given(None, dt.date(2025, 1, 1))
ROW = {"date": "2019-07-23", "text": "Two ministers met."}


@pytest.mark.parametrize(
    "name",
    [
        "date", "Date", "DATE", "published_at", "publishedAt", "pub_date", "pubDate", "Pub Date", "publication_date",
        "published", "seendate", "date_published", "datePublished", "timestamp",
    ],
)  # fmt: skip
def test_names_of_the_date(name: str) -> None:
    """The date is found under the names that users have for it."""
    assert report_of_row({name: "20190723", "text": "Two."}, GIVEN).date == "2019-07-23"


@pytest.mark.parametrize(
    "name", ["text", "Body", "content", "ARTICLE", "fulltext", "full_text", "maintext", "articleBody"]
)
def test_names_of_the_text(name: str) -> None:
    """The text is found under the names that users have for it, and stays as it is."""
    assert report_of_row({"date": "20190723", name: " Two.\r\n "}, GIVEN).text == " Two.\r\n "


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("outlet", "Reuters ", "outlet", "Reuters"),
        ("source", {"id": None, "name": "Reuters"}, "outlet", "Reuters"),
        ("publisher", "Reuters", "outlet", "Reuters"),
        ("domain", "reuters.example", "outlet", "reuters.example"),
        ("media_name", "Reuters", "outlet", "Reuters"),
        ("Title", "Talks", "title", "Talks"),
        ("headline", "Talks", "title", "Talks"),
        ("link", "https://a.example", "url", "https://a.example"),
        ("lang", "fr", "language", "fr"),
        ("language", "English", "language", "en"),
        ("id", 17, "id", "17"),
        ("id", 17.0, "id", "17"),
        ("_id", {"$oid": "5f"}, "id", "5f"),
        ("id", True, "id", None),
        ("title", ["a"], "title", None),
    ],
)
def test_names_of_the_rest(name: str, value: object, field: str, expected: str | None) -> None:
    """Outlet, title, address, language and id are found too; an object counts by its name."""
    found = getattr(report_of_row(ROW | {name: value}, GIVEN), field)
    assert found == (expected or (hashlib.sha256(ROW["text"].encode()).hexdigest()[:16] if field == "id" else None))


def test_the_first_name_wins_and_the_others_are_kept() -> None:
    """Of two columns for one field the usual one is taken, and the other is kept as extra."""
    report = report_of_row(ROW | {"seendate": "20180101", "body": "Another.", "n": 3, "empty": "", "none": None}, GIVEN)
    assert (report.date, report.text) == (ROW["date"], ROW["text"])
    assert report.extra == {"seendate": "20180101", "body": "Another.", "n": 3}


def test_an_empty_column_gives_way() -> None:
    """A column without a value leaves its field to the next."""
    assert report_of_row({"date": "", "published": "2019-07-23", "text": " ", "body": "Two."}, GIVEN).text == "Two."


def test_the_time_is_kept() -> None:
    """A date with a time gives the day, and the words as they were in `published`."""
    report = report_of_row(ROW | {"date": "2019-07-23T10:15:00Z"}, GIVEN)
    assert (report.date, report.extra) == ("2019-07-23", {"published": "2019-07-23T10:15:00Z"})


def test_a_given_date_is_for_rows_without_one() -> None:
    """The caller's date fills in; it does not overwrite what rows say."""
    given = Given("2020-01-01", GIVEN.today)
    assert report_of_row({"text": "Two."}, given).date == "2020-01-01"
    assert report_of_row(ROW, given).date == "2019-07-23"


@pytest.mark.parametrize(
    ("row", "part"),
    [
        ({"date": "2019-07-23"}, r"row without a text \(it has: date\); name its column one of text, body"),
        ({"date": "2019-07-23", "text": " \n"}, "row without a text"),
        ({"date": "2019-07-23", "text": ["a"]}, "row without a text"),
        ({"text": "Two."}, r"row without a date \(it has: text\); name its column one of date, .* or give --date"),
        ({}, r"row without a text \(it has: nothing\)"),
        ({"text": "Two.", "date": "10/07/2019"}, "2019-07-10 or 2019-10-07"),
        ({"text": "Two.", "date": "2025-01-03"}, r"2025-01-03 lies in the future \(today is 2025-01-01\)"),
    ],
)
def test_rows_that_are_no_report(row: dict[str, Any], part: str) -> None:
    """A row without text or date, or with a date that can't be, gives an error that names the way out."""
    with pytest.raises(ReportError, match=part) as caught:
        report_of_row(row, GIVEN)
    assert "\n" not in str(caught.value)


def test_tomorrow_is_not_the_future() -> None:
    """A report from the far side of the date line may bear tomorrow's date."""
    assert report_of_row(ROW | {"date": "2025-01-02"}, GIVEN).date == "2025-01-02"


def test_columns_are_checked_once() -> None:
    """A table without a column for text or date is refused as a whole."""
    check_columns(["", "Text", "pubDate"], GIVEN)
    check_columns(["text"], Given("2020-01-01", GIVEN.today))
    with pytest.raises(ReportError, match="table without a date"):
        check_columns(["text"], GIVEN)
    with pytest.raises(ReportError, match="table without a text"):
        check_columns(["date", "foo"], GIVEN)


def test_rows_within_an_object() -> None:
    """An object that wraps a list of rows is no row itself, unless it has a text."""
    assert rows_within({"status": "ok", "Articles": [1]}) == [1]
    assert rows_within({"text": "Two.", "data": [1]}) is None
    assert rows_within({"data": {"a": 1}}) is None
    assert field_of("pubDate") == "date"
    assert field_of("data") is None


def test_values_become_plain() -> None:
    """What Parquet or JSON may hold becomes plain JSON, deep nesting and stray surrogates included."""
    deep: Any = "x"
    for _ in range(200):
        deep = [deep]
    value = {
        "a": "\ud83d x",
        "b": decimal.Decimal("1.5"),
        "c": dt.datetime(2019, 7, 23),  # noqa: DTZ001 - Parquet has such
        "d": dt.datetime(2019, 7, 23, 10, tzinfo=dt.UTC),
        "e": dt.date(2019, 7, 23),
        "f": b"\xff",
        "g": float("nan"),
        "h": object(),
        "i": (1, True),
    }
    assert plain(value) == {
        "a": "\ufffd x", "b": 1.5, "c": "2019-07-23", "d": "2019-07-23T10:00:00+00:00", "e": "2019-07-23",
        "f": "\ufffd", "g": None, "h": None, "i": [1, True],
    }  # fmt: skip
    assert str(plain(deep)).count("[") == 50
