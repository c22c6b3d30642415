import argparse

import pytest

from ranke.commands.frame import count, day, first_day, kinds, last_day, limit, one_type, types


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019-07-23", "2019-07-23", "2019-07-23"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_month_and_year_mean_their_first_and_last_day(value: str, first: str, last: str) -> None:
    """Since 2019 is from New Year's Day on, until 2019 to New Year's Eve."""
    assert (first_day(value), last_day(value)) == (first, last)


@pytest.mark.parametrize("take", [day, first_day, last_day])
@pytest.mark.parametrize(
    "value", ["2019-02-30", "2019-13", "0000", "soon", "", "2019-7-1", "20190723", "2019-07-23T10:00", "٢٠١٩"]
)
def test_what_is_no_day_is_refused(take: type, value: str) -> None:
    """A day that is not in the calendar is told as such, never moved to another one."""
    with pytest.raises(argparse.ArgumentTypeError):
        take(value)


@pytest.mark.parametrize("value", ["2019", "2019-07"])
def test_as_of_needs_a_whole_day(value: str) -> None:
    """What was known "in 2019" would be a guess."""
    assert day("2019-07-23") == "2019-07-23"
    with pytest.raises(argparse.ArgumentTypeError, match="no day"):
        day(value)


def test_types_and_kinds_are_known_words() -> None:
    """Case does not matter; what is not known is told with what is."""
    assert types("assault, Aid,") == ("ASSAULT", "AID")
    assert one_type("aid") == "AID"
    assert kinds("Update,account") == ("update", "account")
    with pytest.raises(argparse.ArgumentTypeError, match=r"WAR is no type of event; choose from AGREE"):
        types("WAR,AID")
    with pytest.raises(argparse.ArgumentTypeError, match="more than one"):
        one_type("AID,AGREE")
    with pytest.raises(argparse.ArgumentTypeError, match="kind of conflict"):
        kinds(",")


def test_numbers_are_whole_and_only_a_limit_may_be_none() -> None:
    """A limit of 0 means all; no command runs on 0 processes."""
    assert (count("12"), limit("12"), limit("0")) == (12, 12, 0)
    for take, value in ((count, "0"), (limit, "-1"), (limit, "two"), (count, "²"), (count, "1.5")):
        with pytest.raises(argparse.ArgumentTypeError, match=f"is not a whole number from {int(take is count)}"):
            take(value)
