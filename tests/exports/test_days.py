import pytest

from ranke.exports.days import days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019-07-21", "2019-07-21", "2019-07-21"),
        ("2019-07-21TMO", "2019-07-21", "2019-07-21"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-W29", "2019-07-15", "2019-07-21"),
        ("2011/", "2011-01-01", None),
        ("/2011", None, "2011-12-31"),
        ("soon", None, None),
        (None, None, None),
    ],
)
def test_days_of_a_value(value: str | None, first: str | None, last: str | None) -> None:
    """A value reaches from its first to its last day, and an open end stays open."""
    assert days(value) == (first, last)
    assert days(value).day == (first if first == last else None)
