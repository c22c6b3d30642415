from typing import Any

from ranke.answers import PeriodRow, Relation, Rows, TurningPoint
from ranke.web.pictures import Link, relation_curve


def relation(make: type[Any], periods: list[PeriodRow], turns: list[TurningPoint], one: str = "Iran") -> Relation:
    """Return a relation with Oman."""
    nothing: Rows[Any] = Rows()
    return Relation(
        make.who(one), make.who("Oman"), (), (), tuple(periods), tuple(turns), nothing, nothing, nothing, nothing
    )


def period(value: str, intensity: float, cooperation: int = 1, conflict: int = 1) -> PeriodRow:
    """Return what was done in a period."""
    return PeriodRow(value, cooperation + conflict, cooperation, conflict, intensity, intensity)


def test_each_period_is_a_point(seen: type[Any], make: type[Any]) -> None:
    """A point for each period, high for cooperation, low for conflict, with bars of the acts below."""
    drawn = seen(relation_curve(relation(make, [period("2019-01", 5.0), period("2019-02", -5.0)], [])))
    assert drawn.count("circle", "point") == 2
    high = [float(one.get("cy")) for one in drawn.root.iter() if "point" in one.get("class", "")]
    assert high[0] < high[1]
    assert drawn.count("rect", "cooperation") == 1 + 2 + 1  # half of the scale, bars, legend
    assert "from +5.0 in 2019-01 to -5.0 in 2019-02" in drawn.told


def test_the_line_is_dotted_where_nothing_was_done(seen: type[Any], make: type[Any]) -> None:
    """Between months that follow each other it is whole, over a year without acts it is not."""
    drawn = seen(relation_curve(relation(make, [period("2019-01", 1), period("2019-02", 1), period("2020-05", 1)], [])))
    dashes = [one.get("stroke-dasharray") for one in drawn.root.iter() if one.get("class") == "curve"]
    assert dashes == [None, "1 5"]


def test_turning_points_are_flags_that_lead_to_their_words(seen: type[Any], make: type[Any], page: Link) -> None:
    """What somebody claims is hollow and says who, what acts show is filled; both lead to the report."""
    turns = [
        TurningPoint("2019-03", "improves", make.who("Ada"), (make.who("IRNA"),), make.evidence()),
        TurningPoint("2019-08", "turns to conflict", None, (), make.evidence()),
        TurningPoint(None, "worsens", None, (), make.evidence()),
    ]
    drawn = seen(relation_curve(relation(make, [period("2019-05", 1)], turns), page))
    assert drawn.count("path", "claimed") == 2 + 1
    assert "2019-03: improves, says Ada, according to IRNA" in drawn.text
    assert "2019-08: turns to conflict, as their acts show" in drawn.text
    assert "2020-03-01: worsens" in drawn.text
    assert drawn.links.count("/report/r1?span=3-12#s3-12") == 3


def test_a_long_relation_stays_small(make: type[Any], far: Link) -> None:
    """Two hundred years with turns in each are less than 60 KB."""
    periods = [period(f"{year}", year % 19 - 9.0, year % 7, year % 5) for year in range(1800, 2000)]
    turns = [TurningPoint(f"{year}-05", "improves", None, (), make.evidence()) for year in range(1800, 2000)]
    drawn = relation_curve(relation(make, periods, turns), far)
    assert len(drawn.encode()) < 60_000


def test_values_beyond_the_scale_stay_in_the_picture(seen: type[Any], make: type[Any]) -> None:
    """An impossible intensity is drawn at the edge."""
    drawn = seen(relation_curve(relation(make, [period("2019", 99.0), period("2020", -99.0)], [])))
    high = [float(one.get("cy")) for one in drawn.root.iter() if "point" in one.get("class", "")]
    assert high == [66, 226]


def test_a_turn_of_an_interval_stands_where_it_begins(seen: type[Any], make: type[Any]) -> None:
    """Since 2012 is at 2012, up to 2014 at the end of that year, whatever the picture shows besides."""
    turns = [TurningPoint(day, "worsens", None, (), make.evidence()) for day in ("2012/", "2012/2019", "../2014")]
    drawn = seen(relation_curve(relation(make, [period("2010", 1), period("2019", 1)], turns)))
    signs = [one.get("d", "") for one in drawn.root.iter() if "claimed" in one.get("class", "")][:3]
    at = sorted(float(sign.removeprefix("M").split()[0]) for sign in signs)
    scale = (710 - 44) / 10
    assert [round((x - 44) / scale) for x in at] == [2, 2, 5]


def test_nothing_between_them_is_said(seen: type[Any], make: type[Any]) -> None:
    """Without acts and turns the picture says so."""
    assert "They have done nothing" in seen(relation_curve(relation(make, [], []))).text


def test_a_period_without_an_end_does_not_stretch_the_axis(seen: type[Any], make: type[Any]) -> None:
    """The years under the curve are those of what is told, not those to the end of the calendar."""
    turn = TurningPoint("2011/", "worsens", None, (), make.evidence())
    drawn = seen(relation_curve(relation(make, [period("2019-07", 2.0)], [turn])))
    texts = [one.text or "" for one in drawn.root.iter()]
    years = {text for text in texts if len(text) == len("2011") and text.isdecimal()}
    assert years
    assert years <= {str(year) for year in range(2011, 2021)}
