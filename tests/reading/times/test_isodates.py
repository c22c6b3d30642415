"""Days of the calendar and their ISO values."""

from datetime import date

import pytest

from ranke.reading.times import isodates

TUESDAY = date(2019, 7, 23)


def test_units() -> None:
    """Each unit has its own ISO value."""
    got = [isodates.unit_value(unit, TUESDAY) for unit in ("D", "W", "M", "Q", "Y", "E", "C", "WE")]
    assert got == ["2019-07-23", "2019-W30", "2019-07", "2019-Q3", "2019", "201", "20", "2019-W30-WE"]


def test_steps() -> None:
    """Steps cross months and years, and stop at the ends of the calendar."""
    assert isodates.unit_value("M", date(2019, 3, 31), -1) == "2019-02"
    assert isodates.unit_value("W", date(2020, 1, 2), -1) == "2019-W52"
    assert isodates.unit_value("Y", TUESDAY, 99_999) is None
    assert isodates.unit_value("D", TUESDAY, -999_999_999_999) is None


def test_weekdays() -> None:
    """A weekday is looked for on either side, the day itself included unless told otherwise."""
    assert isodates.weekday_near(1, TUESDAY, step=-1) == TUESDAY
    assert isodates.weekday_near(1, TUESDAY, step=1) == TUESDAY
    assert isodates.weekday_near(1, TUESDAY, step=-1, strictly=True) == date(2019, 7, 16)
    assert isodates.weekday_near(4, TUESDAY, step=1) == date(2019, 7, 26)


@pytest.mark.parametrize(
    ("year", "day"), [(1999, "1999-04-04"), (2000, "2000-04-23"), (2019, "2019-04-21"), (2024, "2024-03-31")]
)
def test_easter(year: int, day: str) -> None:
    """Easter falls where the churches keep it."""
    assert isodates.easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", "2019-12-25"),
        ("easter-2", "2019-04-19"),
        ("11-4TH-3", "2019-11-28"),
        ("5-LAST-0", "2019-05-27"),
        ("9-1ST-0", "2019-09-02"),
    ],
)
def test_feasts(rule: str, day: str) -> None:
    """A feast's rule gives its day."""
    found = isodates.feast(rule, 2019)
    assert found is not None
    assert found.isoformat() == day


def test_seasons() -> None:
    """A season is the last that ended, that of the year, or the next that begins; winter spans the year's turn."""
    assert isodates.season_near("SU", date(2019, 3, 15), step=-1) == "2018-SU"
    assert isodates.season_near("SP", TUESDAY, step=-1) == "2019-SP"
    assert isodates.season_near("WI", date(2019, 2, 1), step=0) == "2018-WI"
    assert isodates.season_near("FA", TUESDAY, step=1) == "2019-FA"
