import pytest

from ranke.report.dates import read_day, read_day_of_year


@pytest.mark.parametrize(
    "words",
    [
        "2019-07-23",
        " 2019-07-23\n",
        "2019/07/23",
        "2019.7.23",
        "20190723",
        "23 July 2019",
        "23rd of July, 2019",
        "the 23rd July 2019",
        "July 23, 2019",
        "JULY 23 2019",
        "Jul. 23, 2019",
        "Tuesday, July 23, 2019",
        "Tue 23 Jul 2019",
        "23-Jul-2019",
        "23/07/2019",
        "07/23/2019",
        "23.07.2019",
        "23-07-2019",
    ],
)
def test_a_day_is_read(words: str) -> None:
    """Every usual way to write a day gives it as YYYY-MM-DD."""
    assert read_day(words) == ("2019-07-23", False)


@pytest.mark.parametrize(
    "words",
    [
        "2019-07-23T10:15:00Z",
        "2019-07-23T10:15:00.123456+02:00",
        "2019-07-23 10:15:00",
        "2019-07-23 UTC",
        "2019-07-23+02:00",
        "20190723T101500Z",
        "20190723101500",
        "Tue, 23 Jul 2019 10:15:00 +0000",
        "Tue, 23 Jul 2019 10:15:00 GMT",
        "Tue Jul 23 10:15:00 +0000 2019",
        "Tue Jul 23 10:15:00 2019",
        "July 23, 2019 10:15 AM EDT",
        "July 23, 2019 at 5 p.m.",
        "23/07/2019 10:15",
        "1563840000",
        "1563840000000",
        "1563840000.0",
    ],
)
def test_a_day_with_a_time_is_read(words: str) -> None:
    """A time of day after the day is noticed, and left out of it."""
    assert read_day(words) == ("2019-07-23", True)


def test_the_day_is_the_one_written() -> None:
    """No time zone is reckoned in: the day is the one that the source printed."""
    assert read_day("2019-07-23T23:30:00-05:00").iso == "2019-07-23"


@pytest.mark.parametrize("words", ["07/07/2019", "7.7.2019"])
def test_equal_figures_are_not_ambiguous(words: str) -> None:
    """Day and month that are the same number may stand in either order."""
    assert read_day(words).iso == "2019-07-07"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("10/07/2019", "may be 2019-07-10 or 2019-10-07; write it as one of these"),
        ("2019-07", "can't tell the day"),
        ("2019", "can't tell the day"),
        ("July 2019", "can't tell the day"),
        ("next week", "can't tell the day"),
        ("", "can't tell the day"),
        ("2019-02-30", "not in the calendar"),
        ("31/02/2019", "not in the calendar"),
        ("32 July 2019", "not in the calendar"),
        ("0000-01-01", "not in the calendar"),
        ("2019-07-23 and later", "can't tell the day"),
        ("2019-07-23" + " " * 90 + "x", "can't tell the day"),
        ("\u0662\u0660\u0661\u0669-07-23", "can't tell the day"),
    ],
)
def test_what_is_no_day_is_refused(words: str, part: str) -> None:
    """Words that name no day, or two, give an error that shows them and names the way out."""
    with pytest.raises(ValueError, match=part) as caught:
        read_day(words)
    assert repr(words[:20])[:-1] in str(caught.value)
    assert "write" in str(caught.value)
    assert len(str(caught.value)) < 160


@pytest.mark.parametrize(
    ("words", "month_day"),
    [
        ("July 23", (7, 23)),
        ("Tuesday, July 23", (7, 23)),
        ("Sat., Sept. 5th", (9, 5)),
        ("the 23rd of March", (3, 23)),
        ("23", None),
        ("July", None),
        ("", None),
    ],
)
def test_a_day_without_its_year(words: str, month_day: tuple[int, int] | None) -> None:
    """Month and day are read where the year is not there."""
    assert read_day_of_year(words) == month_day
