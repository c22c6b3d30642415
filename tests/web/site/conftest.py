"""The site of the small record, written once, and a reader of its pages."""

from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ranke.record import Record
from ranke.web.site import write_site


class Read(HTMLParser):
    """What a page has: its links, its places, its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: list[str] = []
        self.names: set[str] = set()
        self.handlers: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element has."""
        given = dict(attrs)
        self.names.add(tag)
        self.handlers += [name for name in given if name.startswith("on")]
        self.places += [given["id"] or ""] if "id" in given else []
        self.links += [given[name] or "" for name in ("href", "src", "action") if name in given]


@pytest.fixture(scope="session")
def read() -> Callable[[Path], Read]:
    """Return a reader of pages, which reads each only once."""
    return cache(lambda file: Read(file.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def site(made: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site of the small record."""
    out = tmp_path_factory.mktemp("site") / "pages"
    write_site(made, out)
    return out
