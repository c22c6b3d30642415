import pytest

from ranke.errors import TableError
from ranke.offices.exports import table_of
from ranke.offices.tenures import Offices, holder_of, read_tenures

HEAD = "personLabel,positionLabel,ofLabel,iso,start,end,article,startPrecision,endPrecision"


def test_an_export_becomes_a_table_that_can_be_asked() -> None:
    """Titles are put in the words of news, days keep their precision, the article its own title."""
    lines = [
        HEAD,
        "Kari Lund,Minister of Foreign Affairs of Norway,Norway,NOR,2010-01-01T00:00:00Z,2012-05-03T00:00:00Z,,9,11",
        "Ole Berg,Minister of Foreign Affairs of Norway,Norway,NOR,2012-05-03T00:00:00Z,,https://x.org/wiki/Ole_Berg_(politician),11,",
        "Liv Strand,Secretary General of NATO,NATO,,2014-01-01,2016-01-01,,11,11",
    ]
    table, unread = table_of("\n".join(lines), "query.csv")
    assert unread == []
    rows = read_tenures(table, "mine.csv")
    assert [(row.title, row.holder, row.since, row.until, row.sure) for row in rows] == [
        ("secretary general", "NATO", "2014-01-01", "2016-01-01", "day"),
        ("foreign minister", "NOR", "2010", "2012-05-03", "year"),
        ("foreign minister", "NOR", "2012-05-03", "", "day"),
    ]
    assert rows[2].article == "Ole Berg (politician)"
    assert holder_of("Norwegian foreign minister", "NOR", "2030-01-01", offices=Offices(rows)) == "Ole Berg"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Q123,President of Norway,Norway,NOR,2010-01-01,,,,", "no English name"),
        ("Kari Lund,,Norway,NOR,2010-01-01,,,,", "position has no English name"),
        ("Kari Lund,President,,,2010-01-01,,,,", "no country or body"),
        ("Kari Lund,President of Norway,Norway,NOR,,,,,", "no start"),
        ("Kari Lund,President of Norway,Norway,NOR,t1234,,,,", "t1234"),
        ("Kari Lund,President of Norway,Norway,NOR,2010-01-01,2009-01-01,,,", "before it began"),
    ],
)
def test_a_line_that_can_t_be_read_is_told(line: str, why: str) -> None:
    """The others are read all the same."""
    table, unread = table_of(f"{HEAD}\nLiv Strand,President of Norway,Norway,,2012-01-01,,,,\n{line}", "query.csv")
    assert "Liv Strand" in table
    assert [one.line for one in unread] == [3]
    assert why in unread[0].why


def test_what_is_no_export_is_refused() -> None:
    """Missing columns are named, and so is the first line of a file of which nothing can be read."""
    with pytest.raises(TableError, match="no column personLabel, positionLabel"):
        table_of("a,b,start,end\n", "query.csv")
    with pytest.raises(TableError, match="no line can be read; line 2: "):
        table_of(f"{HEAD}\n,,,,,,,,\n", "query.csv")
