import datetime as dt
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ranke.errors import ReportError
from ranke.model import Report
from ranke.report import feeds, reports
from ranke.report.feeds import entries_of, report_of_entry
from ranke.report.rows import Given

GIVEN = Given(None, dt.date(2026, 1, 1))
LEAD = "Norland and Sudland agreed on Monday to halt fighting along the River Ost."
LONG = " ".join(f"The minister said on Monday that shell number {n} fell on the town of Vest." for n in range(12))


def rss(*items: str, title: str = "Norland Herald - World", link: str = "https://www.norlandherald.example/") -> str:
    """Return an RSS feed."""
    content = "http://purl.org/rss/1.0/modules/content/"
    head = f"<title>{title}</title><link>{link}</link><language>en-gb</language>"
    channel = f"<channel>{head}{''.join(items)}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0" xmlns:content="{content}">{channel}</rss>'


def item(text: str = LEAD, *, link: str = "https://norlandherald.example/truce?utm_source=rss", more: str = "") -> str:
    """Return one item of an RSS feed."""
    date = "<pubDate>Tue, 23 Jul 2019 23:15:00 -0500</pubDate>"
    words = f"<description><![CDATA[{text}]]></description>"
    return f"<item><title>Truce on the Ost</title><link>{link}</link>{date}{words}{more}</item>"


def _read(feed: str | bytes, tmp_path: Path, name: str = "a.xml") -> tuple[list[Report], list[str], list[str]]:
    file = tmp_path / name
    file.write_bytes(feed.encode() if isinstance(feed, str) else feed)
    errors: list[str] = []
    notes: list[str] = []
    found = list(reports(file, on_error=lambda error: errors.append(str(error)), on_note=notes.append))
    return found, errors, notes


def test_an_rss_feed(tmp_path: Path) -> None:
    """Each entry is a report of its outlet, with the day and the address that the feed gives."""
    (found,), errors, notes = _read(rss(item()), tmp_path)
    assert (found.text, found.date, found.title) == (LEAD, "2019-07-23", "Truce on the Ost")
    assert (found.outlet, found.url, found.language) == ("Norland Herald", "https://norlandherald.example/truce", "en")
    assert (errors, notes) == ([], [])


def test_an_atom_feed(tmp_path: Path) -> None:
    """The same of Atom, whose content is longer than its summary; what was updated is not what was published."""
    feed = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Norland Herald</title><entry>
<title type="html">Truce &amp;amp; after</title>
<link href="https://norlandherald.example/truce"/><id>tag:1</id>
<updated>2019-07-25T08:00:00Z</updated><published>2019-07-23T08:00:00Z</published>
<summary>{LEAD}</summary><content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;
&lt;p&gt;&lt;b&gt;He&lt;/b&gt; agreed&lt;br&gt;to it.&lt;/p&gt;</content></entry></feed>"""
    (found,), _, _ = _read(feed, tmp_path, "a.atom")
    assert (found.text, found.date, found.title) == (f"{LEAD}\n\nHe agreed to it.", "2019-07-23", "Truce & after")


def test_a_feed_is_told_by_its_looks(tmp_path: Path) -> None:
    """A feed is read under any name that does not say otherwise, and from standard input."""
    assert len(_read(rss(item()), tmp_path, "feed.txt")[0]) == 1
    assert len(list(reports("-", stdin=io.BytesIO(rss(item()).encode())))) == 1
    assert "is a feed, not what its ending says" in _read(rss(item()), tmp_path, "a.json")[1][0]
    assert "is no RSS or Atom feed" in _read("<?xml version='1.0'?><sitemap/>", tmp_path)[1][0]
    assert "is an XML file that is no feed" in _read("<?xml version='1.0'?><sitemap/>", tmp_path, "a.txt")[1][0]
    assert "holds no entries" in _read(rss(), tmp_path)[1][0]


@pytest.mark.parametrize(
    ("text", "news"),
    [
        (f"<p>{LEAD}</p><p>The post Truce appeared first on Norland Herald.</p>", LEAD),
        (f"{LEAD} Read more", LEAD),
        (f"{LEAD} […]", LEAD),
        (f'<p><img src="a.jpg">{LEAD}</p><figure><figcaption>Ola Nord</figcaption></figure><p>Share</p>', LEAD),
        (f"<script>alert('x')</script>{LEAD}", LEAD),
        (f"{LEAD}<br/><br/>Shells &lt;fell&gt; on Vest &amp;amp; Osk.", f"{LEAD}\n\nShells <fell> on Vest &amp; Osk."),
        (f"Photo: Tom Roe<br>{LEAD}", LEAD),
    ],
)
def test_what_is_no_news_in_an_entry(text: str, news: str) -> None:
    """Mark-up, captions, links and the feed's own lines are left out."""
    (entry,) = entries_of(rss(item(text)).encode())
    assert entry.text == news


def test_entries_without_a_text(tmp_path: Path) -> None:
    """Entries that are only a title are counted and are no fault."""
    found, errors, notes = _read(rss(item(), item("", link="https://norlandherald.example/2")), tmp_path)
    assert (len(found), errors) == (1, [])
    assert notes == [f"{tmp_path / 'a.xml'}: 1 of 2 entries hold no text, only a title or a link"]


def test_an_entry_without_a_date(tmp_path: Path) -> None:
    """An entry that gives no day costs itself only, and is told with its number."""
    bare = item(link="https://norlandherald.example/2").replace("pubDate", "other")
    found, errors, _ = _read(rss(item(), bare), tmp_path)
    assert len(found) == 1
    assert errors == [f"{tmp_path / 'a.xml'}:2: entry without a date; give --date YYYY-MM-DD"]
    assert [one.date for one in reports(tmp_path / "a.xml", date="2019-07-01")] == ["2019-07-23", "2019-07-01"]


def test_an_entry_that_comes_again(tmp_path: Path) -> None:
    """An entry has one id at its address; as it was it is read once, and with another text it is told."""
    again = item(link="http://www.example.org/a"), item(link="http://www.example.org/a#x")
    found, errors, notes = _read(rss(*again), tmp_path)
    assert (len(found), errors, notes) == (1, [], [])
    found, errors, notes = _read(rss(again[0], item(LONG, link="http://www.example.org/a")), tmp_path)
    assert ([one.text for one in found], errors) == ([LEAD], [])
    assert notes == [f"{tmp_path / 'a.xml'}: another version of http://www.example.org/a came before; left out"]


@pytest.mark.parametrize(
    ("text", "full"), [(LEAD, False), (LONG, True), (LONG + " […]", False), (LONG + " Continue reading", False)]
)
def test_the_whole_report_or_its_lead(text: str, full: bool) -> None:  # noqa: FBT001 - the expected answer
    """An entry of many words that does not break off is taken for the whole report."""
    assert entries_of(rss(item(text)).encode())[0].full is full


@pytest.mark.parametrize(
    ("title", "link", "outlet"),
    [
        ("Norland Herald - World", "https://www.norlandherald.example/", "Norland Herald"),
        ("World | The Daily Ost", "https://dailyost.example/world", "The Daily Ost"),
        ("All the news", "https://dailyost.example/world", "All the news"),
        ("", "https://www.dailyost.example/world", "norlandherald.example"),
    ],
)
def test_the_outlet_of_a_feed(title: str, link: str, outlet: str) -> None:
    """Of a title with a section in it the part is taken that the address names."""
    assert entries_of(rss(item(), title=title, link=link).encode())[0].outlet == outlet


def test_bytes_that_name_a_file_or_an_address(tmp_path: Path) -> None:
    """Bytes that look like a path or an address are never opened or fetched."""
    file = tmp_path / "a.xml"
    file.write_text(rss(item()))
    for data in (str(file).encode(), b"http://127.0.0.1:9/feed", b"file:///etc/passwd"):
        with pytest.raises(ReportError, match="is no RSS or Atom feed"):
            entries_of(data)


def test_entities_that_grow_and_files_outside() -> None:
    """A feed can neither fill the memory by entities nor read files by them."""
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha ha "><!ENTITY b "' + "&a;" * 1000 + '"><!ENTITY c "' + "&b;" * 1000 + '">'
    bomb += '<!ENTITY d "' + "&c;" * 1000 + '"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    feed = rss(item("&d;&f;")).replace("<![CDATA[", "").replace("]]>", "").replace("<rss", bomb + "<rss", 1)
    try:
        found = entries_of(feed.encode())
    except ReportError:
        return
    assert all(len(one.text) < 1000 and "root:" not in one.text for one in found)


def test_too_large_a_feed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed over the limit is refused."""
    monkeypatch.setattr(feeds, "LARGEST_FEED", 1_000_000)
    with pytest.raises(ReportError, match="larger than 1 MB"):
        entries_of(b" " * 1_000_001)


def test_whatever_the_parser_trips_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in the package that reads feeds costs the feed."""

    def trip(_: object) -> None:
        raise KeyError

    monkeypatch.setattr("feedparser.parse", trip)
    with pytest.raises(ReportError, match=r"broken feed \(KeyError\)"):
        entries_of(b"<rss/>")


PIECES = st.sampled_from(
    [
        "<rss>",
        "<channel>",
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<link>",
        "http://[",
        "<description>",
        "</description>",
        "<![CDATA[",
        "]]>",
        "&lt;p&gt;",
        "&#0;",
        "&#xd800;",
        "\x00",
        "<feed>",
        "<entry>",
        "<content type='xhtml'>",
        "<published>",
        "99999-01-01",
        "2019-07-23",
        "Two ministers met on Monday in the town of Osk. ",
        "<?xml version='1.0' encoding='no'?>",
        "<language>",
        "\udc80",
    ]
)


@settings(deadline=None, max_examples=200)
@given(
    st.binary(max_size=200)
    | st.lists(PIECES, max_size=25).map(lambda all_: "".join(all_).encode("utf-8", "surrogatepass"))
)
def test_any_bytes(data: bytes) -> None:
    """Whatever stands in a feed, each entry is a report or a `ReportError`."""
    try:
        for entry in entries_of(data):
            report_of_entry(entry, GIVEN)
    except ReportError:
        pass
