from itertools import combinations

import pytest

from ranke.errors import TableError
from ranke.offices.tenures import (
    FIELDS,
    NOT,
    PERHAPS,
    SURELY,
    Offices,
    holder_of,
    holders,
    is_day,
    read_tenures,
    shared_offices,
    shipped,
    shipped_rows,
)

HEAD = ",".join(FIELDS)


def rows(*lines: str, table: str = "t.csv") -> Offices:
    """Return what a small table knows."""
    return Offices(read_tenures("\n".join(["# notes", HEAD, *lines]), table))


SMALL = rows(
    "defense minister,FRA,2010-01-10,2012-05,Anne Arbre,,month",
    "defense minister,FRA,2012-05,2015-06-30,Bruno Bois,Bruno Bois (politician),year",
    "leader,Hamas,2010-01-01,2020-01-01,Carim Cedre,,day",
    "secretary of state,USA,2010-01-01,2020-01-01,Dora Dale,,day",
)


@pytest.mark.parametrize(
    ("title", "holder", "day", "name"),
    [
        ("defence minister", "FRA", "2011-07-01", "Anne Arbre"),
        ("Minister of Defense", "FRA", "2011", "Anne Arbre"),
        ("defense minister", "FRA", "2010-01-12", None),
        ("defense minister", "FRA", "2012-05-10", None),
        ("defense minister", "FRA", "2014-02-10", "Bruno Bois"),
        ("defense minister", "FRA", "2015-01-01", None),
        ("defense minister", "FRA", "1999-01-01", None),
        ("defense minister", "DEU", "2011-07-01", None),
        ("chief", "Islamic Resistance Movement", "2015-01-01", "Carim Cedre"),
        ("foreign minister", "USA", "2015-01-01", "Dora Dale"),
        ("defense minister", "FRA", "soon", None),
    ],
)
def test_the_holder_of_a_day_is_told_only_where_it_is_sure(title: str, holder: str, day: str, name: str | None) -> None:
    """Wordings of a title are one, a body goes by all its names; near a change of unknown day nobody is told."""
    assert holder_of(title, holder, day, offices=SMALL) == name


def test_near_a_change_both_are_told_as_perhaps() -> None:
    """In the month of which the day is not known, whoever went and whoever came may be meant."""
    told = holders(SMALL, "defense minister", "FRA", "2012-05-10")
    assert {(row.person, how) for row, how in told} == {("Anne Arbre", PERHAPS), ("Bruno Bois", PERHAPS)}


def test_a_tenure_ends_on_the_day_that_it_ended_but_not_with_its_table() -> None:
    """The day of the change is the successor's; who held on is known to have done so on the table's last day."""
    first, second = read_tenures(
        f"{HEAD}\nking,NOR,2010-01-01,2012-01-01,A B,,day\nking,NOR,2012-01-01,2014-01-01,C D,,day", "t"
    )
    assert (first.holds("2012-01-01", "2012-01-01"), second.holds("2012-01-01", "2012-01-01")) == (NOT, SURELY)
    assert second.ongoing
    assert (second.holds("2014-01-01", "2014-01-01"), second.holds("2014-01-02", "2014-01-02")) == (SURELY, NOT)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("king,NOR,2010-01-01,2012-01-01,A B,", "6 fields"),
        ("king,NOR,2010-13-01,2012-01-01,A B,,day", "'2010-13-01' is no day"),
        ("king,NOR,2010-01-01,2009,A B,,day", "before it began"),
        ("king,NOR,2010-01-01,2012-01-01,A B,,certain", "sure is 'certain'"),
        ("king,XQZ,2010-01-01,2012-01-01,A B,,day", "'XQZ' is no code"),
        (",NOR,2010-01-01,2012-01-01,A B,,day", "title, holder and person"),
    ],
)
def test_a_broken_row_is_told_by_its_line(line: str, wrong: str) -> None:
    """Whoever keeps a table learns which line to mend and what is wrong with it."""
    with pytest.raises(TableError, match=rf"mine.csv:3: .*{wrong}"):
        rows(line, table="mine.csv")


def test_a_row_stands_once_and_the_head_is_there() -> None:
    """The same row twice, or a table of something else, is refused."""
    line = "king,NOR,2010-01-01,2012-01-01,A B,,day"
    with pytest.raises(TableError, match=r"t\.csv:4: king of NOR since 2010-01-01 stands twice"):
        rows(line, line)
    with pytest.raises(TableError, match="first line"):
        read_tenures("name,country\nA,NOR", "t.csv")


def test_a_later_table_takes_the_place_of_an_earlier_one() -> None:
    """A table of one's own decides on the offices that it has, and on no others."""
    line = "{},NOR,2010-01-01,2012-01-01,{},,day"
    first = read_tenures("\n".join([HEAD, line.format("king", "A B"), line.format("president", "E F")]), "one.csv")
    second = read_tenures("\n".join([HEAD, line.format("king", "C D")]), "two.csv")
    both = Offices([*first, *second])
    assert [row.person for row in both.of_office("king", "NOR")] == ["C D"]
    assert [row.person for row in both.of_office("president", "NOR")] == ["E F"]
    assert shared_offices([*first, *second]) == ["king of NOR (one.csv, two.csv)"]


@pytest.mark.parametrize(
    ("value", "told"), [("2019", True), ("2019-02", True), ("2019-02-30", False), ("", False), ("٢٠١٩", False)]
)
def test_a_day_is_one_of_the_calendar(value: str, told: bool) -> None:  # noqa: FBT001
    """Years, months and days count; what no calendar has does not."""
    assert is_day(value) is told


def test_no_office_stands_in_two_tables() -> None:
    """The tables that come with Ranke are read without error, and each office has one table."""
    assert shared_offices(shipped_rows()) == []


def test_who_held_an_office_at_once_is_rare() -> None:
    """An office surely has one holder on a day, but for those that are held jointly or in dispute."""
    offices = twice = 0
    for of in shipped():
        offices += 1
        days = [(row.since, row.until) for row in of if row.sure == "day" and row.until]
        twice += any(one[0] < two[1] and two[0] < one[1] for one, two in combinations(days, 2))
    assert offices > 40
    assert twice <= offices // 50


def test_the_head_of_a_body_is_who_holds_its_first_office() -> None:
    """News says "chief" and "head" of whoever is director-general, secretary-general or president of a body."""
    assert holder_of("chief", "International Atomic Energy Agency", "2012-03-01") == "Yukiya Amano"
    assert holder_of("head", "World Bank", "2016-03-01") == holder_of("president", "World Bank", "2016-03-01")
    assert holder_of("head", "World Bank", "2016-03-01") is not None
    assert holder_of("chief", "Hezbollah", "2012-03-01") == "Hassan Nasrallah"
