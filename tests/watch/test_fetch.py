import gzip
from typing import Any

import pytest

from ranke.errors import ReportError
from ranke.watch import fetch
from ranke.watch.fetch import Fetcher, Tag, Unreachable

type Site = Any
"""The class of the site on loopback, see conftest.py."""
type MakesReply = Any


@pytest.fixture
def slept() -> list[float]:
    """Return the times that were waited, as nothing waits for real."""
    return []


@pytest.fixture
def fetcher(slept: list[float]) -> Any:  # noqa: ANN401 - a context manager
    """Return what fetches."""
    with Fetcher(version="1", delay=5, sleep=slept.append) as made:
        yield made


def test_a_page_is_got(site: Site, fetcher: Fetcher, reply: MakesReply) -> None:
    """What comes is the bytes, unpacked, with the encoding and the tags that the server names; it is told who asks."""
    headers = {
        "Content-Type": "text/html; charset=koi8-r",
        "Content-Encoding": "gzip",
        "ETag": '"1"',
        "Last-Modified": "x",
    }
    site.pages["/a"] = reply(body=gzip.compress(b"words"), headers=headers)
    answer = fetcher.get(f"{site.url}/a", most=100)
    assert (answer.data, answer.charset, answer.tag) == (b"words", "koi8-r", Tag('"1"', "x"))
    assert site.asked == ["/robots.txt", "/a"]
    assert all(head["user-agent"] == "ranke/1" for head in site.heads)


def test_what_has_not_changed(site: Site, fetcher: Fetcher, reply: MakesReply) -> None:
    """With the tag of the last answer the server says so, and no bytes come."""
    site.pages["/a"] = reply(body=b"words", headers={"ETag": '"1"'})
    assert fetcher.get(f"{site.url}/a", most=100, tag=Tag('"1"', "Tue, 23 Jul 2019 10:15:00 GMT")).data is None
    assert site.heads[-1]["if-modified-since"] == "Tue, 23 Jul 2019 10:15:00 GMT"
    assert "if-none-match" not in site.heads[0]


def test_one_host_is_asked_slowly(site: Site, fetcher: Fetcher, reply: MakesReply, slept: list[float]) -> None:
    """Between two questions to a host there is the delay, or what its robots.txt asks for, anew each round."""
    site.pages["/a"] = reply()
    fetcher.get(f"{site.url}/a", most=100)
    fetcher.get(f"{site.url}/a", most=100)
    assert site.asked == ["/robots.txt", "/a", "/a"]
    assert [round(one) for one in slept] == [5, 5]
    site.pages["/robots.txt"] = reply(body=b"User-agent: *\nCrawl-delay: 30")
    fetcher.forget()
    slept.clear()
    fetcher.get(f"{site.url}/a", most=100)
    fetcher.get(f"{site.url}/a", most=100)
    assert [round(one) for one in slept] == [5, 5, 30]


def test_robots_are_heeded(site: Site, fetcher: Fetcher, reply: MakesReply) -> None:
    """What a site forbids is not asked for, nor anything while its rules can't be got."""
    site.pages |= {"/robots.txt": reply(body=b"User-agent: *\nDisallow: /b"), "/a": reply(), "/b": reply()}
    fetcher.get(f"{site.url}/a", most=100)
    with pytest.raises(ReportError, match="may not be fetched, as robots"):
        fetcher.get(f"{site.url}/b", most=100)
    assert site.asked == ["/robots.txt", "/a"]
    site.pages["/robots.txt"] = reply(status=503)
    fetcher.forget()
    with pytest.raises(ReportError, match="or that can't be got now"):
        fetcher.get(f"{site.url}/a", most=100)


def test_a_page_that_has_moved(site: Site, fetcher: Fetcher, reply: MakesReply) -> None:
    """A page is followed where it has moved, but neither round in circles nor where robots.txt forbids."""
    site.pages |= {
        "/a": reply(301, headers={"Location": "/b"}),
        "/b": reply(body=b"here"),
        "/c": reply(302, headers={"Location": "/c"}),
        "/d": reply(302, headers={"Location": "/secret"}),
        "/e": reply(302, headers={"Location": "file:///etc/passwd"}),
        "/robots.txt": reply(body=b"User-agent: *\nDisallow: /secret"),
    }
    answer = fetcher.get(f"{site.url}/a", most=100)
    assert (answer.url, answer.data) == (f"{site.url}/b", b"here")
    with pytest.raises(ReportError, match="moved on more than 5 times"):
        fetcher.get(f"{site.url}/c", most=100)
    with pytest.raises(ReportError, match="may not be fetched"):
        fetcher.get(f"{site.url}/d", most=100)
    with pytest.raises(ReportError, match="no address of http or https"):
        fetcher.get(f"{site.url}/e", most=100)


def test_size_and_time_are_limited(
    site: Site, fetcher: Fetcher, reply: MakesReply, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer without end, or one that grows when it is unpacked, is left when it is too large; a slow one too."""
    site.pages["/a"] = reply(endless=50_000_000)
    site.pages["/b"] = reply(body=gzip.compress(b" " * 20_000_000), headers={"Content-Encoding": "gzip"})
    for path in ("/a", "/b"):
        with pytest.raises(ReportError, match="is larger than 2 MB"):
            fetcher.get(site.url + path, most=2_000_000)
    monkeypatch.setattr(fetch, "_WHOLE", -1.0)
    with pytest.raises(Unreachable, match="takes more than"):
        fetcher.get(f"{site.url}/a", most=100_000_000)


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [(404, ReportError, "answers 404"), (500, ReportError, "answers 500"), (502, Unreachable, "answers 502")],
)
def test_a_server_that_has_no_page(
    site: Site, fetcher: Fetcher, reply: MakesReply, status: int, kind: type[ReportError], words: str
) -> None:
    """What will not be there later is told apart from what may be."""
    site.pages["/a"] = reply(status)
    with pytest.raises(ReportError, match=words) as caught:
        fetcher.get(f"{site.url}/a", most=100)
    assert type(caught.value) is kind
    assert str(caught.value).startswith(f"{site.url}/a: ")


def test_a_busy_server_is_left_alone(site: Site, fetcher: Fetcher, reply: MakesReply) -> None:
    """A server that asks for time is not asked again until then, and nothing waits for it."""
    site.pages["/a"] = reply(429, headers={"Retry-After": "600"})
    for words in ("answers 429", "asked to be left alone"):
        with pytest.raises(Unreachable, match=words):
            fetcher.get(f"{site.url}/a", most=100)
    assert site.asked == ["/robots.txt", "/a"]


def test_no_server(site: Site, fetcher: Fetcher) -> None:
    """A server that does not answer may do so later; an address that is none never does."""
    with pytest.raises(ReportError, match="or that can't be got now"):
        fetcher.get("http://127.0.0.1:1/a", most=100)
    for url in (
        "ftp://127.0.0.1/a",
        "http://",
        "http://[",
        "http://a:b@127.0.0.1/",
        "http://127.0.0.1:99999/",
        "\ud800",
    ):
        with pytest.raises(ReportError, match="no address of http or https"):
            fetcher.get(url, most=100)
    del site


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]"])
def test_a_feed_from_outside_names_no_inside(fetcher: Fetcher, host: str) -> None:
    """What stands in a private network is fetched only for a feed that stands on the same host."""
    with pytest.raises(ReportError, match="stands in a private network"):
        fetcher.get(f"http://{host}/a", most=100, inside="https://herald.example/rss")
