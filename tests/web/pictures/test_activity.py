from typing import Any

from ranke.answers import ActivityRow
from ranke.web.pictures import Link, activity


def row(period: str, cooperation: int, conflict: int) -> ActivityRow:
    """Return what happened in a period."""
    return ActivityRow(period, 1, cooperation + conflict, cooperation, conflict)


def test_each_side_of_a_period_is_a_bar(seen: type[Any]) -> None:
    """There are as many bars as sides that have events, and none for what has none."""
    drawn = seen(activity([row("2019-07", 3, 1), row("2019-08", 0, 2), row("2019-09", 4, 0)], title="Time"))
    # One more of each stands in the legend.
    assert drawn.count("rect", "cooperation") == 2 + 1
    assert drawn.count("rect", "conflict") == 2 + 1
    assert "7 events in cooperation, 3 in conflict" in drawn.told


def test_bars_are_as_high_as_they_count(seen: type[Any]) -> None:
    """Both sides have one scale."""
    drawn = seen(activity([row("2019-07", 4, 2)]))
    bars = [one for one in drawn.root.iter() if one.get("height") and one.get("height") != "9" and one.get("class")]
    high = {one.get("class"): float(one.get("height")) for one in bars if "picture" not in one.get("class")}
    assert abs(high["cooperation"] - 2 * high["conflict"]) < 0.3


def test_a_bar_leads_to_the_timeline_of_its_period(seen: type[Any], page: Link) -> None:
    """The link function is asked for the period."""
    drawn = seen(activity([row("2019-07", 3, 1)], page))
    assert drawn.links == ["/timeline/?since=2019-07&until=2019-07"]
    assert drawn.root.get("role") == "graphics-document"
    assert seen(activity([row("2019-07", 3, 1)])).root.get("role") == "img"


def test_many_days_are_taken_together_and_none_is_lost(seen: type[Any], far: Link) -> None:
    """Of ten years of days, months or years are drawn, with all that they count, in less than 60 KB."""
    days = [
        row(f"{year}-{month:02}-{day:02}", 1, 2)
        for year in range(2010, 2020)
        for month in range(1, 13)
        for day in (1, 9, 17)
    ]
    drawn = activity(days, far)
    assert len(drawn.encode()) < 60_000
    assert "360 events in cooperation, 720 in conflict" in seen(drawn).told
    assert seen(drawn).count("rect", "conflict") == 120 + 1


def test_a_year_among_months_stands_behind_them(seen: type[Any]) -> None:
    """What is known by its year only is hollow, and drawn first."""
    drawn = seen(activity([row("2019-07", 1, 0), row("2019", 2, 0)]))
    bars = [one.get("class") for one in drawn.root.iter() if "cooperation" in one.get("class", "")]
    assert bars[0] == "cooperation hollow"


def test_nothing_is_said_to_be_nothing(seen: type[Any]) -> None:
    """Neither no rows nor periods of no calendar break the picture."""
    for rows in ([], [row("", 1, 1)], [row("no day", 1, 1)]):
        assert "Nothing has happened" in seen(activity(rows)).text


def test_days_are_named_by_what_is_drawn(seen: type[Any]) -> None:
    """Months are named under months, days under days with their year once."""
    months = seen(activity([row("2019-07", 1, 0), row("2019-08", 1, 0)]))
    assert "Jul 2019" in months.text
    assert "1 Jul" not in months.text
    days = seen(activity([row("2019-07-21", 1, 0), row("2019-07-22", 1, 0)]))
    assert "21 Jul 2019" in days.text
    assert "22 Jul 2019" not in days.text
