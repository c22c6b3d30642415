import datetime as dt
import logging
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ranke.errors import ReportError
from ranke.model import Report
from ranke.report import pages
from ranke.report.pages import NoArticle, Origin, report_of_page
from ranke.report.rows import Given

GIVEN = Given(None, dt.date(2026, 1, 1))
Page = Callable[..., str]
STRUCTURED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",
 "datePublished": "2019-07-23T01:00:00+09:00", "dateModified": "2020-01-01"}]}</script>"""
BROKEN = '<script type="application/ld+json">{"broken</script><meta itemprop=datePublished content=2019-07-23>'


def _read(page: str | bytes, **origin: str) -> Report:
    return report_of_page(page.encode() if isinstance(page, str) else page, origin=Origin(**origin), given=GIVEN)


def test_a_news_page(page: Page, article: str) -> None:
    """Of a page the article is read, without by-lines, captions, advertisements, links, comments and footers."""
    head = '<link rel="canonical" href="https://www.herald.example/truce?utm_source=x&id=7#top">'
    found = _read(page(head=head))
    assert found.text == article
    assert (found.date, found.title, found.outlet) == ("2019-07-23", "Truce on the Ost", "Norland Herald")
    assert (found.url, found.language) == ("https://www.herald.example/truce?id=7", "en")
    assert found.extra == {"published": "2019-07-23T08:15:00+02:00"}


def test_an_old_page_of_tables() -> None:
    """A page laid out in tables, its paragraphs parted by line breaks, is read by its prose; the masthead dates it."""
    found = _read(
        """<html><head><title>Minister resigns</title></head><body bgcolor=white>
<table width=760><tr><td colspan=2><font size=1>Tuesday, March 4, 2003</font></td></tr>
<tr><td width=120><a href=i.html>Home</a><br><a href=w.html>World</a></td><td><b>Minister resigns</b><br>
By JOHN ROE<br>Staff Writer<br><br>OSK, March 4 (NNA) - Per Lund resigned on Tuesday after a report
blamed him for the fall of a bridge.<br><br>"I take responsibility," Lund told parliament.<br>Prime
Minister Ada Berg named Eva Holm to the post.<p><font size=1>Copyright 2003 The Osk Gazette. All rights reserved. <a
href=m.html>E-mail this story</a></font></td></tr></table></body></html>"""
    )
    assert found.text.split("\n\n") == [
        "OSK, March 4 (NNA) - Per Lund resigned on Tuesday after a report blamed him for the fall of a bridge.",
        '"I take responsibility," Lund told parliament.',
        "Prime Minister Ada Berg named Eva Holm to the post.",
    ]
    assert (found.date, found.outlet, found.title) == ("2003-03-04", "NNA", "Minister resigns")


def test_a_live_page() -> None:
    """Of a live page the posts are read, without their times and buttons; all of one day, they date it."""
    posts = "".join(
        f'<div class=post><time datetime="2021-09-12T2{hour}:00Z">2{hour}:00</time><p>{text}</p><div>Share</div></div>'
        for hour, text in enumerate(
            (
                "Prime Minister Ada Berg has conceded defeat in a speech in Osk.",
                "The Centre Party leads with 41 percent.",
            )
        )
    )
    found = _read(
        f"<!doctype html><html lang=en><title>Live</title><body><div id=main><h1>Norland votes</h1>{posts}</div>"
    )
    assert found.text.split("\n\n") == [
        "Prime Minister Ada Berg has conceded defeat in a speech in Osk.",
        "The Centre Party leads with 41 percent.",
    ]
    assert (found.date, found.title) == ("2021-09-12", "Norland votes")


def test_a_wire_page() -> None:
    """A page that is a wire text in `pre` keeps its paragraphs and loses its line ends; its name gives the year."""
    text = (
        "OSK, July 23 (NNA) - Norland recalled its envoy\nfrom Sudland on Tuesday.\n\nIt denied that it\nhad fired.\n"
    )
    found = _read(f"<html><body><pre>\n{text}\n(Reporting by Ada Berg)\n</pre></body></html>", name="2019-07-24.html")
    assert found.text.split("\n\n") == [
        "OSK, July 23 (NNA) - Norland recalled its envoy from Sudland on Tuesday.",
        "It denied that it had fired.",
    ]
    assert (found.date, found.outlet) == ("2019-07-23", "NNA")


def test_the_stub_before_a_paywall(page: Page) -> None:
    """Of a page that most readers may not see the lead is read, and nothing of the offer under it."""
    lead = "<p>The central bank of Norland raised its key rate to 4 percent on Tuesday.</p>"
    offer = "<h2>Subscribe to continue reading</h2><p>Get all of the Herald for one crown a week, said our readers.</p>"
    assert (
        _read(page(body=lead + offer)).text
        == "The central bank of Norland raised its key rate to 4 percent on Tuesday."
    )


def test_a_page_without_an_article() -> None:
    """A front page of links holds no report."""
    links = "".join(f"<li><a href=/{n}>Truce holds {n}</a></li>" for n in range(30))
    with pytest.raises(NoArticle, match="holds no article"):
        _read(f"<html><head><title>Herald</title></head><body><ul>{links}</ul></body></html>", name="2019-07-23.html")


def test_a_page_in_another_language() -> None:
    """A page in a language that puts no spaces between words is read too, and says which language it is in."""
    text = "奥斯克消息，诺兰外交部周二表示，在炮弹落在边境城镇之后，该国召回了驻苏德兰大使。"
    found = _read(f"<html lang=zh-CN><body><article><p>{text}</p></article></body></html>", name="2019-07-23.html")
    assert (found.text, found.language) == (text, "zh")


@pytest.mark.parametrize(
    ("origin", "head", "text", "date"),
    [
        ({}, "", "", None),
        ({"name": "2019-07-23-truce.html"}, "", "", "2019-07-23"),
        ({"captured": "2019-07-25T10:00:00Z"}, "", "", "2019-07-25"),
        ({"published": "Tue, 23 Jul 2019 10:15:00 GMT", "captured": "2019-07-25"}, "", "", "2019-07-23"),
        ({"url": "https://herald.example/2019/07/23/truce", "name": "2018-01-01.html"}, "", "", "2019-07-23"),
        ({"captured": "2019-01-02T10:00:00Z"}, "", "<p>OSK, Dec. 31 (NNA) - A year ended in peace.</p>", "2018-12-31"),
        ({"captured": "2019-07-25"}, '<meta name="date" content="2019-07-23">', "", "2019-07-23"),
        ({"name": "2019-07-23.html"}, '<meta name="date" content="0001-01-01T00:00:00">', "", "2019-07-23"),
        ({"name": "2019-07-23.html"}, '<meta name="date" content="03/04/2019">', "", "2019-07-23"),
        ({}, "", '<p class="article-date">Published: 23 July 2019, 10:15</p>', "2019-07-23"),
        ({}, "", "<p><time datetime=2019-07-23>Tuesday</time></p>", "2019-07-23"),
        ({}, "", "<p><time datetime=2019-07-23>Tuesday</time><time datetime=2019-07-22>Monday</time></p>", None),
        ({}, STRUCTURED, "", "2019-07-23"),
        ({}, BROKEN, "", "2019-07-23"),
    ],
)  # fmt: skip
def test_the_date_of_a_page(
    page: Page, article: str, origin: dict[str, str], head: str, text: str, date: str | None
) -> None:
    """The surest sign of a date counts; a page without any is refused, and the clock is never asked."""
    made = page(head=head, date=None, body=text + "".join(f"<p>{one}</p>" for one in article.split("\n\n")))
    if date is None:
        with pytest.raises(ReportError, match="no date in head, text, address or name of the page; give --date"):
            _read(made, **origin)
    else:
        assert _read(made, **origin).date == date


def test_the_given_date(page: Page) -> None:
    """The caller's date is for pages without one."""
    for own, date in (("2019-07-23", "2019-07-23"), (None, "2019-07-01")):
        given_day = Given("2019-07-01", GIVEN.today)
        assert report_of_page(page(date=own).encode(), origin=Origin(), given=given_day).date == date


def test_the_id_is_of_the_address(page: Page, article: str) -> None:
    """A page has one id by whatever way it was got and at whatever text; without an address it is that of the text."""
    head = '<link rel="canonical" href="/truce"/>'
    first = _read(page(head=head), url="http://herald.example/truce?utm_campaign=a")
    second = _read(
        page(head='<meta property="og:url" content="http://herald.example/truce">', body=f"<p>{article}</p>")
    )
    assert first.id == second.id != _read(page()).id
    front = _read(page(head='<link rel="canonical" href="https://herald.example/">'), url="https://herald.example/a")
    assert front.url == "https://herald.example/a"
    saved = _read("<!-- saved from url=(0031)https://herald.example/truce -->" + page())
    assert saved.url == "https://herald.example/truce"


@pytest.mark.parametrize(
    ("codec", "head", "charset"),
    [
        ("utf-8", "", None), ("utf-16", "", None), ("cp1252", '<meta charset="iso-8859-1">', None),
        ("cp1252", "", "windows-1252"),
        ("cp1252", '<meta charset="no-such">', "rot13"),
    ],
)  # fmt: skip
def test_encodings(page: Page, article: str, codec: str, head: str, charset: str | None) -> None:
    """A page is decoded by its bytes, else by what its server or itself says of it."""
    data = page(head=head).encode(codec)
    assert report_of_page(data, origin=Origin(charset=charset), given=GIVEN).text == article


def test_too_many_elements(page: Page) -> None:
    """A page of very many elements is refused before it takes minutes."""
    with pytest.raises(ReportError, match=r"has 30,\d+ elements, more than 20,000; save its text alone"):
        _read(page(body="<p>x" * 30_000))


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<a href=x>", "&#x41;", " ", "<!--", "<p"]
)
def test_hostile_pages(page: Page, piece: str) -> None:
    """Nesting without end and the like costs little, and the page at most."""
    before = time.process_time()
    with suppress(ReportError):
        _read(page(body=piece * 50_000 + "Two ministers met on Monday in the town of Osk."))
    assert time.process_time() - before < 10


def test_pictures_in_the_page(page: Page, article: str) -> None:
    """A page saved with its pictures inside is read like any other."""
    picture = "<img src='data:image/png;base64," + "A" * 3_000_000 + "'>"
    assert _read(page(head=f"<style>a{{background:url({picture})}}</style>")).text == article


def test_whatever_the_extractor_trips_over(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in the package that finds the article costs the page."""

    def trip(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", trip)
    with pytest.raises(ReportError, match=r"can't be taken apart \(RecursionError\)"):
        _read(page())


def test_nothing_is_logged(capfd: pytest.CaptureFixture[str]) -> None:
    """What packages tell in the log of odd pages does not come to the user's screen."""
    with pytest.raises(ReportError):
        _read("<html></html>")
    assert logging.getLogger("trafilatura").handlers
    assert capfd.readouterr() == ("", "")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=300)
    | st.lists(
        st.sampled_from(
            [
                "<html>",
                "<p>",
                "</p>",
                "<table>",
                "<td>",
                "<br>",
                "<script type='application/ld+json'>",
                "</script>",
                '{"@graph":[',
                '"datePublished":7',
                "]}",
                "<time datetime='",
                "2019-07-23",
                "'>",
                "<link rel=canonical href='http://[",
                "<meta name=date",
                " content='99999'",
                ">",
                "\x00",
                "\ud800",
                "\ufffe",
                "&#0;",
                "&#xd800;",
                "Two ministers met on Monday in Osk. ",
                "<!--",
                "-->",
                "<![CDATA[",
                "<?xml version='1.0' encoding='utf-16'?>",
                "<base href=':'>",
                "<title>",
                "<h1>",
                "<svg>",
            ]
        ),
        max_size=30,
    ).map(lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass"))
)
def test_any_bytes(data: bytes) -> None:
    """Whatever stands in a page, it is a report or a `ReportError`, the same on every run."""
    seen = []
    for _ in range(2):
        try:
            seen.append(_read(data, name="2019-07-23.html", url="https://herald.example/a"))
        except ReportError as error:
            seen.append(error.message)
    assert seen[0] == seen[1]


def test_a_page_is_never_larger_than_its_limit() -> None:
    """The limits are such that a page saved with its pictures fits."""
    assert pages.LARGEST_PAGE >= 30_000_000
