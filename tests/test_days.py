"""ISO values → whole days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.days import extent, iso, ordinal


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019-07-21", "2019-07-21", "2019-07-21"),
        ("2019-07-21TMO", "2019-07-21", "2019-07-21"),
        ("2019-07", "2019-07-01", "2019-07-31"),
        ("2019-12", "2019-12-01", "2019-12-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("201", "2010-01-01", "2019-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2019-W29", "2019-07-15", "2019-07-21"),
        ("2019-W29-WE", "2019-07-20", "2019-07-21"),
        ("2019-Q3", "2019-07-01", "2019-09-30"),
        ("2019-SU", "2019-06-01", "2019-08-31"),
        ("2019-07-21/2019-08-02", "2019-07-21", "2019-08-02"),
        ("2011/", "2011-01-01", "9999-12-31"),
        ("2011/..", "2011-01-01", "9999-12-31"),
        ("/2011", "0001-01-01", "2011-12-31"),
    ],
)
def test_a_value_reaches_from_day_to_day(value: str, first: str, last: str) -> None:
    """The length of a value is its precision."""
    days = extent(value)
    assert days is not None
    assert (iso(days[0]), iso(days[1])) == (first, last)


@pytest.mark.parametrize("value", [None, "", "P2D", "XXXX-WXX-2", "2019-13", "2019-02-30", "soon", "/", "T12:00"])
def test_what_is_no_day_has_none(value: str | None) -> None:
    """Durations, sets, slips of the pen."""
    assert extent(value) is None


@given(st.text())
def test_no_text_raises(value: str) -> None:
    """Any text at all is some days or none."""
    days = extent(value)
    assert days is None or days[0] <= days[1] or "/" in value


@given(st.dates())
def test_days_and_numbers_are_one(day: dt.date) -> None:
    """A day's number leads back to it."""
    assert iso(ordinal(day.isoformat())) == day.isoformat()
