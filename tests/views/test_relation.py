from collections.abc import Callable

from ranke.answers import Evidence, PeriodRow, Relation, Rows, TurningPoint, Who
from ranke.views.relation import BAR, periods_chart, relation_view

type Written = Callable[..., str]


def test_chart_draws_conflict_to_the_left_and_cooperation_to_the_right(written: Written) -> None:
    """Bars meet in one column whatever their lengths, each with its number."""
    rows = [PeriodRow("2011", 3, 0, 3, -8.0, -9.0), PeriodRow("2012", 12, 11, 1, 5.5, 4.0)]
    first, second = written(periods_chart(rows)).rstrip().split("\n")
    assert first.split() == ["2011", "3", "███▏", "intensity", "-8.0"]
    assert second.split() == ["2012", "1", "█▏███████████", "11", "intensity", "+5.5"]
    assert first.index("▏") == second.index("▏")


def test_long_bars_are_drawn_in_proportion(written: Written) -> None:
    """No bar is longer than its room, and one event among thousands is still seen."""
    rows = [PeriodRow("2011", 5000, 5000, 0, 4.0, 3.0), PeriodRow("2012", 2501, 2500, 1, 4.0, 3.0)]
    first, second = written(periods_chart(rows)).rstrip().split("\n")
    assert first.count("█") == BAR
    assert second.count("█") == BAR // 2 + 1


def test_turning_points_stand_with_their_words(
    ada: Who, sudland: Who, written: Written, evidence: Callable[..., Evidence]
) -> None:
    """Who claims that a relation turned, when, and in which words."""
    turn = TurningPoint("2017", "resumes", ada, (), evidence("relations resumed as they were"))
    shown = written(relation_view(Relation(ada, sudland, (), (), (), (turn,), Rows(), Rows(), Rows(), Rows())))
    assert shown.startswith("Ada Berg and Sudland ─")
    assert "2017  resumes, according to Ada Berg" in shown
    assert "“relations resumed as they were”  [Norland Herald, herald-1]" in shown
    assert "Over time" not in shown


def test_nothing_between_two_is_said(ada: Who, sudland: Who, written: Written) -> None:
    """Two actors that never met have an answer too."""
    nothing = Relation(ada, sudland, (), (), (), (), Rows(), Rows(), Rows(), Rows())
    assert "Nothing between them." in written(relation_view(nothing))
