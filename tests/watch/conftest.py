"""What tests of the watch share: a server on loopback that answers as a test says and keeps what it was asked."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PARAGRAPHS = (
    "Norland and Sudland agreed on Monday to halt fighting along the River Ost, officials of both countries said.",
    "Foreign Minister Ola Nord said the truce would begin at midnight. “We have chosen peace,” she told reporters.",
)
LEAD = "Norland and Sudland agreed on Monday to halt fighting."


@dataclass
class Reply:
    """One answer: a body of `endless` bytes is sent piece by piece."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    endless: int = 0


class Site:
    """A site on loopback: `pages` holds the answer to each path, `asked` the paths in order and `heads` their heads."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply] = {}
        self.asked: list[str] = []
        self.heads: list[dict[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.answer(self)

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def close(self) -> None:
        """Stop it."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one question; with an ETag that is the reply's, the page has not changed."""
        self.asked.append(handler.path)
        self.heads.append({name.lower(): value for name, value in handler.headers.items()})
        reply = self.pages.get(handler.path, Reply(404))
        tag = reply.headers.get("ETag")
        same = tag is not None and handler.headers.get("If-None-Match") == tag
        handler.send_response(304 if same else reply.status)
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        body = b"" if same else reply.body
        handler.send_header("Content-Length", str(len(body) + reply.endless))
        handler.end_headers()
        try:
            handler.wfile.write(body)
            for _ in range(0, reply.endless, 65_536):
                handler.wfile.write(b" " * 65_536)
        except OSError:
            handler.close_connection = True

    def feed(self, *items: str, tag: str = "") -> None:
        """Set the feed, which stands at /rss."""
        head = "<title>Norland Herald</title><language>en</language>"
        body = f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'
        self.pages["/rss"] = Reply(body=body.encode(), headers={"ETag": tag} if tag else {})

    def item(self, path: str, text: str = LEAD, *, day: str = "23") -> str:
        """Return an item of the feed that leads to a page."""
        date = f"<pubDate>Tue, {day} Jul 2019 10:15:00 GMT</pubDate>"
        return f"<item><title>Truce</title><link>{self.url}{path}</link>{date}<description>{text}</description></item>"

    def page(self, path: str, *paragraphs: str, tag: str = "") -> None:
        """Set a page of news, without a date of its own."""
        text = "".join(f"<p>{one}</p>" for one in paragraphs or PARAGRAPHS)
        article = f"<article><h1>Truce</h1>{text}</article>"
        body = f"<!DOCTYPE html><html lang=en><head><title>Truce</title></head><body>{article}</body>"
        headers = {"Content-Type": "text/html; charset=utf-8"} | ({"ETag": tag} if tag else {})
        self.pages[path] = Reply(body=body.encode(), headers=headers)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return a site on loopback, with nothing on it."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = Site()
    yield made
    made.close()


@pytest.fixture(scope="session")
def article() -> str:
    """Return the text that is read of a page."""
    return "\n\n".join(PARAGRAPHS)


@pytest.fixture(scope="session")
def reply() -> type[Reply]:
    """Return what makes an answer."""
    return Reply
