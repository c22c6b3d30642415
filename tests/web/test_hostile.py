import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

PAGE = {"accept": "text/html"}
HOSTILE = "/report/" + quote('evil"><script>alert(1)</script>/../r.json', safe="") + ".html"
PATHS = [
    HOSTILE, "/", "/timeline", "/statements", "/actors", "/stories", "/review", "/conflicts", "/network",
    "/changes?since=2020-03-06",
    "/search?words=bombed", "/search?words=%3Cscript%3Ealert(1)%3C/script%3E",
    "/timeline?place=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/timeline?as_of=2020-03-06&without=Sudland+Times",
]  # fmt: skip


class Tags(HTMLParser):
    """The elements of a page as a browser finds them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("path", PATHS)
def test_what_reports_say_stays_text(client: TestClient, path: str) -> None:
    """No element, no handler and no script address of a report comes into a page."""
    page = client.get(path, headers=PAGE)
    assert page.status_code == 200
    tags = Tags(page.text).found
    assert [values for name, values in tags if name == "script"] == [{"src": "/static/room.js", "defer": None}]
    assert not [name for name, values in tags for one in values if one.startswith("on")]
    assert not {"img", "iframe", "object", "embed", "style"} & {name for name, _ in tags}
    links = [values.get(one) or "" for _, values in tags for one in ("href", "src", "action", "xlink:href")]
    assert not [link for link in links if ":" in link.partition("/")[0] and not link.startswith("https:")]


def test_the_words_are_there(client: TestClient) -> None:
    """The text of a hostile report is shown as it is, every paragraph in its own direction."""
    page = client.get(HOSTILE, headers=PAGE).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "قال الوزير إن الاتفاق انتهى." in page
    assert "{{ 7 * 7 }}" in page
    assert len(re.findall(r'<p dir="auto" data-from="\d+">', page)) == 3


def test_what_turns_the_writing_is_shown(client: TestClient) -> None:
    """A character that would turn the order of what follows is shown as its number, in names it is left out."""
    page = client.get(HOSTILE, headers=PAGE).text
    assert "U+202E" in page
    assert "\u202e" not in page


def test_an_address_that_is_a_script_is_no_link(client: TestClient) -> None:
    """The address of a report is a link only where it is one of the web."""
    assert "where it was published" not in client.get(HOSTILE, headers=PAGE).text
    assert (
        'href="https://herald.example/1" rel="noopener noreferrer' in client.get("/report/herald-1", headers=PAGE).text
    )


def test_an_id_like_a_twin(client: TestClient) -> None:
    """A report whose id ends like a twin has a page and twins of its own."""
    assert client.get(HOSTILE.removesuffix(".html") + ".json").json()["report"]["date"] == "2020-03-06"
    assert client.get(HOSTILE.removesuffix(".html") + ".csv").headers["content-type"].startswith("text/csv")


def test_a_line_of_a_megabyte(client: TestClient) -> None:
    """A line of a megabyte makes a page of some kilobytes."""
    assert len(client.get("/report/long-1", headers=PAGE).content) < 40_000
    assert len(client.get("/timeline", headers=PAGE).content) < 100_000


def test_headers(client: TestClient) -> None:
    """Every answer forbids scripts, frames and guessing of types, errors and files too."""
    for path in ("/", "/timeline.json", "/timeline.csv", "/nothing", "/static/room.css", "/openapi.json"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/event/herald-1:e1", "/report/herald-1", "/network", "/method/assault"])
def test_nothing_inline(client: TestClient, path: str) -> None:
    """No page has a style or script of its own, which the policy would refuse."""
    page = client.get(path, headers=PAGE).text
    assert "<style" not in page
    assert not re.findall(r"<[^>]*\sstyle=", page)
    assert not re.findall(r"<script(?! src=)", page)
