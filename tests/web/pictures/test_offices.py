from typing import Any

from ranke.answers import RoleRow
from ranke.web.pictures import Link, offices


def role(make: type[Any], title: str, first: str, last: str, organization: str | None = None) -> RoleRow:
    """Return a title."""
    return RoleRow(title, organization, first, last, make.evidence())


def test_each_title_is_a_bar_as_long_as_it_was_held(seen: type[Any], make: type[Any]) -> None:
    """Titles stand in the order of their first days."""
    rows = [role(make, "minister", "2015", "2019", "Norland"), role(make, "mayor", "2010-01", "2011-12")]
    drawn = seen(offices(make.who("Ada"), rows))
    assert drawn.count("rect", "office") == 2
    wide = [float(one.get("width")) for one in drawn.root.iter() if one.get("class") == "office"]
    assert abs(wide[1] - 2.5 * wide[0]) < 1
    assert "mayor, 2010-01 to 2011-12; minister, Norland, 2015 to 2019" in drawn.told


def test_a_title_leads_to_its_words(seen: type[Any], make: type[Any], page: Link) -> None:
    """The link function is asked for the report that gives it."""
    drawn = seen(offices(make.who("Ada"), [role(make, "mayor", "2010", "2011")], page))
    assert drawn.links == ["/report/r1?span=3-12#s3-12"]


def test_many_titles_are_counted(seen: type[Any], make: type[Any], far: Link) -> None:
    """Of a thousand titles those of most days are drawn, in less than 60 KB."""
    rows = [
        role(make, f"title {number} " + "x" * 200, "2010-01-01", f"2010-{number % 12 + 1:02}-01")
        for number in range(1000)
    ]
    drawn = offices(make.who("Ada"), rows, far)
    assert len(drawn.encode()) < 60_000
    assert "and 970 more" in seen(drawn).text


def test_no_title_is_said(seen: type[Any], make: type[Any]) -> None:
    """Without titles, or with days of no calendar, the picture says so."""
    for rows in ([], [role(make, "mayor", "", "?")]):
        assert "No report gives it a title" in seen(offices(make.who("Ada"), rows)).text
