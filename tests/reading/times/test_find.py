"""Time expressions and their ISO values, against a report of Tuesday 23 July 2019 unless a case says otherwise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ranke.reading.parser import parse
from ranke.reading.times.find import find_times, inside, quotations
from ranke.reading.times.grammar import table

DATE = "2019-07-23"


def values(text: str, date: str = DATE, *, durations: bool = False) -> list[str | None]:
    """Return the values of a text's time expressions, in order."""
    return [time.value for time in find_times(parse(text), date, durations=durations)]


CASES = [
    # days of the week, by the tense of what they date
    ("The envoy arrived on Tuesday.", ["2019-07-23"]),
    ("The envoy arrived on Monday.", ["2019-07-22"]),
    ("The envoy arrived on Wednesday.", ["2019-07-17"]),
    ("The envoy will arrive on Wednesday.", ["2019-07-24"]),
    ("The envoy will arrive on Tuesday.", ["2019-07-23"]),
    ("The envoy is to arrive on Friday.", ["2019-07-26"]),
    ("The envoy is expected to arrive on Friday.", ["2019-07-26"]),
    ("The envoy is arriving on Friday.", ["2019-07-26"]),
    ("The envoy arrives on Friday.", ["2019-07-26"]),
    ("The envoy has arrived on Friday.", ["2019-07-19"]),
    ("The talks are scheduled for Friday.", ["2019-07-26"]),
    ("The talks, due on Friday, were called off.", ["2019-07-26"]),
    ("The talks were postponed until Friday.", ["2019-07-26"]),
    ("The deadline is Friday.", ["2019-07-26"]),
    ("They plan to march on Saturday.", ["2019-07-27"]),
    ("They gathered to march on Saturday.", ["2019-07-20"]),
    ("The envoy failed to appear on Saturday.", ["2019-07-20"]),
    ("The army denied Monday's attack.", ["2019-07-22"]),
    ("Monday's talks will anger the army.", ["2019-07-29"]),
    ("Thursday's raid will anger the army.", ["2019-07-18"]),
    ("The minister said on Monday that he would fly to Paris on Friday.", ["2019-07-22", "2019-07-26"]),
    ("The envoy arrived earlier Saturday.", ["2019-07-20"]),
    ("The envoy arrived last Friday.", ["2019-07-19"]),
    ("The envoy arrived last Monday.", ["2019-07-15"]),
    ("The envoy arrived this past Monday.", ["2019-07-22"]),
    ("The envoy will arrive next Monday.", ["2019-07-29"]),
    ("The envoy will arrive this coming Thursday.", ["2019-07-25"]),
    ("The envoy arrived on Saturday morning and left on Sunday night.", ["2019-07-20TMO", "2019-07-21TNI"]),
    ("The envoy arrived on Sunday afternoon and left that evening.", ["2019-07-21TAF", "2019-07-21TEV"]),
    ("The envoy arrived on Thursday of last week.", ["2019-07-18"]),
    ("The shops were shut from Wednesday to Friday.", ["2019-07-17/2019-07-19"]),
    # today and its neighbours
    ("The envoy arrived today.", ["2019-07-23"]),
    ("The envoy arrived yesterday.", ["2019-07-22"]),
    ("The envoy will arrive tomorrow.", ["2019-07-24"]),
    ("The envoy arrived yesterday morning.", ["2019-07-22TMO"]),
    ("The envoy will speak tonight.", ["2019-07-23TNI"]),
    ("The envoy arrived last night.", ["2019-07-22TNI"]),
    ("The envoy arrived this morning.", ["2019-07-23TMO"]),
    ("The envoy will speak tomorrow evening.", ["2019-07-24TEV"]),
    ("The envoy arrived the day before yesterday.", ["2019-07-21"]),
    ("The envoy will leave the day after tomorrow.", ["2019-07-25"]),
    # what the text has named before
    ("They met on June 5. The next day they signed.", ["2019-06-05", "2019-06-06"]),
    ("They met on June 5. The following day they signed.", ["2019-06-05", "2019-06-06"]),
    ("They met on June 5, having argued the previous day.", ["2019-06-05", "2019-06-04"]),
    ("They met on June 5, having argued a day earlier.", ["2019-06-05", "2019-06-04"]),
    ("They met on June 5 and signed two days later.", ["2019-06-05", "2019-06-07"]),
    ("They met on June 5, a month after they had argued. They signed the same day.", ["2019-06-05", "2019-06-05"]),
    ("They met on June 5 and parted the following week.", ["2019-06-05", "2019-W24"]),
    ("The war began in 2003. Three years later he was dead.", ["2003", "2006"]),
    ("The war began in March 2003. He fell the following month.", ["2003-03", "2003-04"]),
    ("The war began in 2003. He fell the following year.", ["2003", "2004"]),
    # weeks, months, years
    ("They met last week.", ["2019-W29"]),
    ("They met this week.", ["2019-W30"]),
    ("They will meet next week.", ["2019-W31"]),
    ("They met earlier this week.", ["2019-W30"]),
    ("They met two weeks ago.", ["2019-W28"]),
    ("They met three days ago.", ["2019-07-20"]),
    ("They met six months ago.", ["2019-01"]),
    ("They met ten years ago.", ["2009"]),
    ("They met a year and a half ago.", ["2018"]),
    ("They met last month.", ["2019-06"]),
    ("They will meet next month.", ["2019-08"]),
    ("They met late last year.", ["2018"]),
    ("They met earlier this year and will meet next year.", ["2019", "2020"]),
    ("They met last weekend.", ["2019-W29-WE"]),
    ("They met over the weekend.", ["2019-W29-WE"]),
    ("They will meet next weekend.", ["2019-W30-WE"]),
    ("They met in the week of June 10.", ["2019-W24"]),
    ("They hope to sign by the end of the year.", ["2019"]),
    ("They hope to sign by the end of August.", ["2019-08"]),
    # months
    ("They met in May.", ["2019-05"]),
    ("They met in December.", ["2018-12"]),
    ("They will meet in December.", ["2019-12"]),
    ("They will meet in March.", ["2020-03"]),
    ("They met in early March.", ["2019-03"]),
    ("They met in mid-June.", ["2019-06"]),
    ("They met last October.", ["2018-10"]),
    ("They met in March of last year.", ["2018-03"]),
    ("They met in September 2018.", ["2018-09"]),
    ("They met in Sept. 2018.", ["2018-09"]),
    ("They fought from March to May 2018.", ["2018-03/2018-05"]),
    ("They fought between November 2017 and May 2018.", ["2017-11/2018-05"]),
    # dates
    ("They met on July 5.", ["2019-07-05"]),
    ("They met on July 5th.", ["2019-07-05"]),
    ("They met on 5 July 2019.", ["2019-07-05"]),
    ("They met on the 5th of July.", ["2019-07-05"]),
    ("They met on Friday, July 5.", ["2019-07-05"]),
    ("They met on Wed., Oct. 3, 2018.", ["2018-10-03"]),
    ("They met on December 20.", ["2018-12-20"]),
    ("They will meet on December 20.", ["2019-12-20"]),
    ("They met on July 5–7.", ["2019-07-05/2019-07-07"]),
    ("They met between 5 and 7 July.", ["2019-07-05/2019-07-07"]),
    ("They met from June 28 to July 2, 2018.", ["2018-06-28/2018-07-02"]),
    ("They met on 2018-11-30.", ["2018-11-30"]),
    ("They met on 11/30/2018.", ["2018-11-30"]),
    ("They met on 30/11/2018.", ["2018-11-30"]),
    ("They met on the night of 3 July.", ["2019-07-03TNI"]),
    # years and more
    ("He has governed since 2011.", ["2011"]),
    ("He governed between 2011 and 2017.", ["2011/2017"]),
    ("He governed from 1985 until 2005.", ["1985/2005"]),
    ("He governed in 2016-17.", ["2016/2017"]),
    ("He governed in late 2018.", ["2018"]),
    ("He lost the 2016 election.", ["2016"]),
    ("He governed in the 1990s.", ["199"]),
    ("He governed in the early '80s.", ["198"]),
    ("Trade grew in the second quarter of 2018.", ["2018-Q2"]),
    ("Trade grew in the first half of 2018.", ["2018-H1"]),
    ("Trade grew in the spring of 2018.", ["2018-SP"]),
    ("Trade grew last summer.", ["2018-SU"]),
    ("Trade grew in spring 2019.", ["2019-SP"]),
    # feasts and named days
    ("They met on Christmas Eve.", ["2018-12-24"]),
    ("They will meet before Christmas.", ["2019-12-25"]),
    ("They met on Easter Monday 2018.", ["2018-04-02"]),
    ("They met on Good Friday.", ["2019-04-19"]),
    ("They met on Thanksgiving 2018.", ["2018-11-22"]),
    ("They met during Ramadan.", [None]),
    ("It changed after the 9/11 attacks.", ["2001-09-11"]),
    ("It changed after the September 11 attacks.", ["2001-09-11"]),
    # the year that the sentence has set
    ("In the 2016 race, she led until June.", ["2016", "2016-06"]),
    ("She won in November 2016 and took office on 20 January.", ["2016-11", "2017-01-20"]),
    ("The pact of 2015 was broken in May.", ["2015", "2019-05"]),
    ("In 2016 they met. They met again in May.", ["2016", "2019-05"]),
    # the clock
    ("They met at 3 p.m. on Sunday.", ["2019-07-21T15:00"]),
    ("They met on Sunday at 15:30.", ["2019-07-21T15:30"]),
    ("They met on Sunday at noon.", ["2019-07-21T12:00"]),
    ("They met on Sunday at 10:30 a.m. local time (0830 UTC).", ["2019-07-21T10:30"]),
    ("They met on Sunday. The first shots fell at 6:40 pm.", ["2019-07-21", "2019-07-21T18:40"]),
    # inside a quotation, the day of speaking counts
    ('On Friday he resigned. "Today I am a free man," he said.', ["2019-07-19", "2019-07-19"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_value(text: str, expected: list[str | None]) -> None:
    """Each expression has the value that a reader gives it."""
    assert values(text) == expected


NO_TIMES = [
    "He may resign, and troops march on the capital.",
    "Theresa May met Brian May and April Jones.",
    "The Sun said so, and the Sunday Times too.",
    "The Women's March drew a crowd.",
    "The second attack hit 2,000 troops and 2000 soldiers.",
    "Resolution 1973 was adopted, and Flight 1549 landed.",
    "Shops were full on Black Friday.",
    "The daily USA Today was sold for $2011.",
    "COVID-19 and the F-16 made 24/7 news.",
    "An august mar sat on a sun jan.",
    "At the end of the day, it is one for the ages.",
    "The town has 1850 inhabitants and 1990 votes were cast.",
    "He is 45 years old.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time(text: str) -> None:
    """Names, counts, ages and ways of speaking are no dates."""
    assert values(text) == []


LENGTHS = [
    ("The talks went on for three days.", ["P3D"]),
    ("He is to serve 18 months.", ["P18M"]),
    ("Prices fell for six straight days.", ["P6D"]),
    ("He waited for two hours.", ["PT2H"]),
    ("He waited for several weeks.", ["PXW"]),
    ("They have fought over the past two decades.", ["P20Y"]),
    ("They meet every Tuesday.", ["XXXX-WXX-2"]),
    ("They meet twice a week.", ["P1W"]),
    ("They meet on Fridays.", ["XXXX-WXX-5"]),
]


@pytest.mark.parametrize(("text", "expected"), LENGTHS)
def test_lengths_only_when_asked_for(text: str, expected: list[str]) -> None:
    """Lengths and repetitions name no day, so they are left out unless asked for."""
    assert values(text) == []
    assert values(text, durations=True) == expected


DATED_CASES = [
    ("On Sunday he resigned.", "2018-01-02", ["2017-12-31"]),
    ("He was shot on December 30.", "2018-01-04", ["2017-12-30"]),
    ("The summit will begin in February.", "2018-12-10", ["2019-02"]),
    ("He was shot last Thursday.", "2018-11-09", ["2018-11-01"]),
    ("They met last weekend.", "2018-05-14", ["2018-W19-WE"]),
    ("They met last winter.", "2019-07-23", ["2018-WI"]),
    ("They met last week.", "2020-01-03", ["2019-W52"]),
    ("They met on February 29.", "2020-03-02", ["2020-02-29"]),
    ("They met last month.", "2020-01-31", ["2019-12"]),
    ("They met a month ago.", "2019-03-31", ["2019-02"]),
    ("They met on Sunday.", "2019-07-23T18:00:00Z", ["2019-07-21"]),
]


@pytest.mark.parametrize(("text", "date", "expected"), DATED_CASES)
def test_turn_of_the_year(text: str, date: str, expected: list[str]) -> None:
    """Days near the turn of a year, a month or a week fall on its right side."""
    assert values(text, date) == expected


def test_no_date_of_report() -> None:
    """Without a report date only what names its own year has a value."""
    assert values("He left on Tuesday, in 2011 and on 5 May 2012.", "") == [None, "2011", "2012-05-05"]


@pytest.mark.parametrize("form", table()["form"], ids=lambda form: form["form"])
def test_examples_of_the_table(form: dict[str, object]) -> None:
    """Every form of the table reads its own example."""
    assert values(str(form["example"]), durations=True) == form["values"]


def test_quotations_end_with_their_paragraph() -> None:
    """An unclosed quotation ends with its paragraph, and marks pair up."""
    text = 'He said "one" and “two”.\n"three\nfour'
    assert [text[start:end] for start, end in quotations(text)] == ["one", "two", "three"]
    assert inside(quotations(text), text.index("two"))
    assert not inside(quotations(text), text.index("four"))


WORDS = [word for words in table()["word"].values() for word in words]
MARKS = ", . ( ) - – ' \" “ ” \n \r \u0000 \u00a0 \u2028 İ ß 日 7月"
NUMBERS = "2 31 29 2019 0001 9999 999999 12:61 13/13/13 2019-99 2011-12 '90s Q2 9/11"
PIECES = st.sampled_from([*WORDS, *(word.capitalize() for word in WORDS), *MARKS.split(" "), *NUMBERS.split(" ")])


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join)),
    st.sampled_from([DATE, "", "0001-01-01", "9999-12-31", "x"]),
)
def test_any_text(text: str, date: str) -> None:
    """Any text at all gives times that don't overlap and lie in it, and never raises."""
    end = 0
    for time in find_times(parse(text), date, durations=True):
        assert end <= time.span[0] < time.span[1] <= len(text)
        assert text[slice(*time.span)].strip()
        end = time.span[1]
