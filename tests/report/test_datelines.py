import pytest

from ranke.report.datelines import NameDate, read_agency, read_dateline, read_name

NOTHING = NameDate(None, None)
DAY = "2019-07-23"


@pytest.mark.parametrize(
    ("text", "day", "outlet"),
    [
        ("LONDON, July 23, 2019 (Reuters) \u2013 Two", DAY, "Reuters"),
        ("UNITED NATIONS, 23 July 2019 (IPS) - Two", DAY, "IPS"),
        ("RAMALLAH, Tuesday, July 23, 2019 (WAFA) \u2014 Two", DAY, "WAFA"),
        ("WASHINGTON, D.C., July 23, 2019 /PRNewswire/ -- Two", DAY, "PRNewswire"),
        ("KABUL, Afghanistan \u2014 July 23, 2019 \u2014 Two", DAY, None),
        ("S\u00e3o Paulo, July 23rd, 2019 \u2013 Two", DAY, None),
        ("Tehran, July 23, 2019, IRNA \u2013 Two", DAY, "IRNA"),
        ("A headline\n\nBy Jane Roe\n\nGAZA, 2019-07-23 (MNA) \u2013 Two", DAY, "MNA"),
        ("Tuesday, July 23, 2019\n\nTwo", DAY, None),
        ("A headline\r\nBy Jane Roe\r\nJuly 23, 2019 / 10:15 AM / Updated 2 years ago\r\nTwo", DAY, None),
        ("By Jane Roe | July 23, 2019\nTwo", DAY, None),
        ("Published: July 23, 2019 10:00 GMT\nTwo", DAY, None),
        ("Updated July 24, 2019\nPublished July 23, 2019\nTwo", DAY, None),
        ("Last updated July 23, 2019\nTwo", DAY, None),
        ("23.07.2019\nTwo", DAY, None),
        ("GAZA CITY (AP) \u2014 Two", None, "AP"),
        ("ANKARA, Turkey (AP) \u2014 Two", None, "AP"),
        ("(Reuters) - Two", None, "Reuters"),
    ],
)
def test_datelines(text: str, day: str | None, outlet: str | None) -> None:
    """A dateline gives its day if the year is there, and the outlet in its brackets."""
    assert (read_dateline(text, name=NOTHING), read_agency(text)) == (day, outlet)


@pytest.mark.parametrize(
    "text",
    [
        "The Islamic Resistance Movement (Hamas) \u2013 the party",
        "The talks on July 23, 2019 were short.",
        "On July 23, 2019 \u2013 a day that nobody forgot \u2013 it rained.",
        "July 23, 2019 was a hot day.",
        "March 3, 2020 \u2013 5 March 2020",
        "10/07/2019\nTwo",
        "31 June 2019\nTwo",
        "GAZA (2019) - Two",
        "He said so.\n" * 10 + "July 23, 2019\n",
        "",
    ],
)
def test_prose_is_no_dateline(text: str) -> None:
    """A date in a sentence, or an organisation's short name, is no dateline."""
    assert (read_dateline(text, name=NOTHING), read_agency(text)) == (None, None)


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("LONDON, July 23 (Reuters) \u2013 Two", "x.txt", None),
        ("LONDON, July 23 (Reuters) \u2013 Two", "wire-2019.txt", "2019-07-23"),
        ("LONDON, July 23 (Reuters) \u2013 Two", "2019-07-24.txt", "2019-07-23"),
        ("LONDON, Dec 31 (Reuters) \u2013 Two", "2020-01-01.txt", "2019-12-31"),
        ("LONDON, Jan 1 (Reuters) \u2013 Two", "20191231.txt", "2020-01-01"),
        ("LONDON, Feb 29 (Reuters) \u2013 Two", "2019.txt", None),
        ("LONDON, Feb 29 (Reuters) \u2013 Two", "2020-03-01.txt", "2020-02-29"),
        ("MOSCOW, July 23. /TASS/. Two", "2019_a.txt", "2019-07-23"),
        ("Tuesday, July 23\nTwo", "2019.txt", "2019-07-23"),
    ],
)
def test_a_dateline_takes_its_year_from_the_name(text: str, name: str, day: str | None) -> None:
    """A dateline without its year gives a date only if the file's name gives the year."""
    assert read_dateline(text, name=read_name(name)) == day


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2019-07-23.txt", NameDate(DAY, 2019)),
        ("reuters_20190723.txt.gz", NameDate(DAY, 2019)),
        ("a2019_07_23b.txt", NameDate(DAY, 2019)),
        ("20190723T101500Z.json", NameDate(DAY, 2019)),
        ("20190723101500.md", NameDate(DAY, 2019)),
        ("2019-07-23 (2019-07-23).txt", NameDate(DAY, 2019)),
        ("2019-07-01_2019-07-31.txt", NameDate(None, 2019)),
        ("2019-13-45.txt", NameDate(None, 2019)),
        ("2018-to-2019.txt", NameDate(None, None)),
        ("000_aa9977cb53b69c22.txt", NOTHING),
        ("99991231.txt", NOTHING),
        ("120190723.txt", NOTHING),
        ("", NOTHING),
    ],
)
def test_dates_in_names(name: str, expected: NameDate) -> None:
    """The name of a file may give the day, or the year; two days give none."""
    assert read_name(name) == expected


@pytest.mark.parametrize(
    "piece", ["A.", "A, ", "July 23 ", "AP (", "(AP) ", "By A, ", "a ", "A of ", "2019-07-23 ", "A/"]
)
def test_a_long_first_line_is_cheap(piece: str) -> None:
    """No first line, however odd, makes the patterns run long."""
    text = piece * 100_000
    read_dateline(text, name=NOTHING)
    read_agency("\n".join([text] * 20))
