"""Which time expression dates an event, by the grammar of its sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ranke.reading.parser import parse
from ranke.reading.times.dates import event_date
from ranke.reading.times.find import find_times

DATE = "2019-07-23"


def date_of(text: str, trigger: str) -> str | None:
    """Return the value of the date of the event whose trigger is a word of the text."""
    doc = parse(text)
    token = next(token for token in doc if token.text == trigger)
    time = event_date(doc, token.i, find_times(doc, DATE, durations=True), DATE)
    return time.value if time else None


DATED = [
    ("The rebels attacked the town on Monday.", "attacked", "2019-07-22"),
    ("On Monday, the rebels attacked the town.", "attacked", "2019-07-22"),
    ("The army denied Monday's attack.", "attack", "2019-07-22"),
    ("The attack on Monday killed three people.", "attack", "2019-07-22"),
    ("The ministers held talks in Geneva on Monday.", "talks", "2019-07-22"),
    ("The ministers held talks in Geneva on Monday.", "held", "2019-07-22"),
    ("On Monday, the president met the envoy and signed the treaty.", "signed", "2019-07-22"),
    ("On Monday, the army entered the town, killing three people.", "killing", "2019-07-22"),
    ("The president announced on Monday that he will recall the envoy.", "recall", "2019-07-22"),
    ("The leaders will meet on Friday.", "meet", "2019-07-26"),
    ("They broke the treaty signed last year.", "treaty", "2018"),
    ("The talks took place in May.", "talks", "2019-05"),
    ("The members shouted during Monday's session.", "shouted", "2019-07-22"),
    ("He blamed the rebels while addressing the press on Monday.", "blamed", "2019-07-22"),
    ("The premier announced on Monday that she was leaving the party.", "leaving", "2019-07-22"),
    ("The guns started shelling the port yesterday.", "started", "2019-07-22"),
    ("As a result of Monday's riot, forty people were arrested.", "arrested", "2019-07-22"),
    ("The ministry answered on Monday by closing the border.", "closing", "2019-07-22"),
    ("The deal broke down on Monday, when troops shelled the town.", "shelled", "2019-07-22"),
    ("The talks are set to open on Friday.", "talks", "2019-07-26"),
    ("The prosecutor announced on Monday that she would launch an inquiry.", "inquiry", "2019-07-22"),
    ("After his conviction in that case last May, the mayor sued the court.", "conviction", "2019-05"),
    ("In that case last May, the mayor sued the court.", "sued", "2019-05"),
    ("The port has been shaken by protests since April.", "protests", "2019-04"),
    ("The firm has been the target of sanctions since 2011.", "sanctions", "2011"),
    ("A bomb killed two sailors on Monday, the third attack on the port.", "attack", "2019-07-22"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), DATED)
def test_dated(text: str, trigger: str, expected: str) -> None:
    """A date belongs to what it hangs on, to its clause, and to what the clause carries along."""
    assert date_of(text, trigger) == expected


UNDATED = [
    ("After his conviction in that case last May, the mayor sued the court.", "sued"),
    ("He blamed the rebels after addressing the press on Monday.", "blamed"),
    ("The premier announced on Monday that she had left the party.", "left"),
    ("The rebels attacked the town.", "attacked"),
    ("The minister said on Monday that rebels had attacked the town.", "attacked"),
    ("The army denied Monday's attack.", "denied"),
    ("The army, which attacked the town, met the envoy on Monday.", "attacked"),
    ("After the rebels attacked the town, the army met the envoy on Monday.", "attacked"),
    ("The rebels attacked the town for three days.", "attacked"),
    ("The rebels attack the town every Tuesday.", "attack"),
    ("The army suspended the talks until Friday.", "suspended"),
    ("The general said on Monday that rebels had held a rally.", "rally"),
    ("They met on Monday. The rebels attacked the town.", "attacked"),
    ("Peru sold rifles to the army up to 2008.", "sold"),
    ("Peru declined to comment in 2031.", "declined"),
]


@pytest.mark.parametrize(("text", "trigger"), UNDATED)
def test_undated(text: str, trigger: str) -> None:
    """A day named for something else, a length and a repetition date no event."""
    assert date_of(text, trigger) is None


def test_nearest_of_two() -> None:
    """Of two dates in a sentence each verb has its own."""
    text = "He was arrested on Monday and was released on Tuesday."
    assert date_of(text, "arrested") == "2019-07-22"
    assert date_of(text, "released") == "2019-07-23"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="on Monday, he met 5 July\n\"'.", max_size=120))
def test_any_text(text: str) -> None:
    """Any word of any text has a date that the text names, or none."""
    doc = parse(text)
    times = find_times(doc, DATE)
    for token in doc:
        date = event_date(doc, token.i, times, DATE)
        assert date is None or date in times
