import datetime as dt
import hashlib

import pytest

from ranke.errors import ReportError
from ranke.report.rows import Given
from ranke.report.text import report_of_text

GIVEN = Given(None, dt.date(2025, 1, 1))
HEAD = "Date: 1 July 2019\n\n"
LINE = "LONDON, July 2, 2019 (Reuters) - Two ministers met."


def test_the_order_in_which_the_date_is_found() -> None:
    """What the caller gave comes first, then the head, a dateline, the name of the file."""
    name = "2019-07-03.txt"
    assert report_of_text(HEAD + LINE, name=name, given=Given("2019-06-30", GIVEN.today)).date == "2019-06-30"
    assert report_of_text(HEAD + LINE, name=name, given=GIVEN).date == "2019-07-01"
    assert report_of_text(LINE, name=name, given=GIVEN).date == "2019-07-02"
    assert report_of_text("Two ministers met.", name=name, given=GIVEN).date == "2019-07-03"


def test_only_the_head_is_taken_off() -> None:
    """The dateline and everything else stay in the text as they were."""
    body = LINE + "\r\n\r\n\x00 \ufeff\u202b\U0001f600\n\n"
    for head in (HEAD, " date 2019-07-23 ", "---\ndate: 2019-07-23\n---\n"):
        report = report_of_text(head + body, name="", given=GIVEN)
        assert report.text == body
        assert report.id == hashlib.sha256(body.encode()).hexdigest()[:16]


def test_what_the_head_says_is_used() -> None:
    """Every known line of the head fills its field; the others are kept as extra."""
    head = "Id: r7\nDate: 23 July 2019 10:15\nTitle: Talks\nSource: AFP\nURL: https://a.example\n"
    head += "Language: fr\nAuthor: J. Roe\n\n"
    report = report_of_text(head + LINE, name="", given=GIVEN)
    assert (report.id, report.date, report.title, report.outlet) == ("r7", "2019-07-23", "Talks", "AFP")
    assert (report.url, report.language) == ("https://a.example", "fr")
    assert report.extra == {"Author": "J. Roe", "published": "23 July 2019 10:15"}


def test_the_outlet_of_a_dateline_is_the_last_resort() -> None:
    """A dateline's agency is the outlet if the head names none; a title is never guessed."""
    report = report_of_text(HEAD + LINE, name="", given=GIVEN)
    assert (report.outlet, report.title, report.extra) == ("Reuters", None, {})


def test_a_key_for_text_is_no_text() -> None:
    """A head's line `Content: ...` is kept as extra: the text is what follows the head."""
    report = report_of_text("Date: 1 July 2019\nContent-Type: a\nBody: b\n\nTwo.", name="", given=GIVEN)
    assert (report.text, report.extra) == ("Two.", {"Content-Type": "a", "Body": "b"})


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("Two ministers met.", "a.txt", "no date in head, dateline or name of the file; give --date"),
        ("LONDON, July 2 (Reuters) - Two", "a.txt", "no date in head"),
        (" \n\t", "2019-07-03.txt", "holds no text"),
        (HEAD, "a.txt", "holds nothing after its head"),
        ("Date: soon\n\nTwo.", "a.txt", "can't tell the day from 'soon'"),
        ("Date: 10/07/2019\n\nTwo.", "a.txt", "2019-07-10 or 2019-10-07"),
        ("date 2025-07-03 Two.", "a.txt", "2025-07-03 lies in the future"),
    ],
)
def test_texts_that_are_no_report(text: str, name: str, part: str) -> None:
    """A text without a date, or a date without a text, gives an error that names the way out."""
    with pytest.raises(ReportError, match=part):
        report_of_text(text, name=name, given=GIVEN)
