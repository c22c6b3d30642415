"""Which pages of a site are led to, and which of them are still to be written."""

import json
import sqlite3
from types import TracebackType
from typing import NamedTuple, Self

_TABLES = """
CREATE TABLE page (
    number INTEGER PRIMARY KEY, path TEXT UNIQUE, told TEXT, last INTEGER, open INTEGER
);
CREATE INDEX page_open ON page (open, last, number);
CREATE TABLE place (report TEXT, start INTEGER, stop INTEGER, PRIMARY KEY (report, start, stop)) WITHOUT ROWID;
"""


class Page(NamedTuple):
    """A page: its file, its name, what it is about, what it is asked with.

    Args:
        path: The file, from the folder's root, with `/`.
        name: The page, such as `timeline`.
        ids: What it is about.
        query: What it is asked with.
        part: Which part of a list it is, from 1.
        token: Where that part begins.
    """

    path: str
    name: str
    ids: tuple[str, ...] = ()
    query: tuple[tuple[str, str], ...] = ()
    part: int = 1
    token: str | None = None

    @property
    def root(self) -> str:
        """What leads from this page to the root of the folder."""
        return "../" * self.path.count("/")


class Wanted:
    """The pages of a site, in the order in which they are led to; reports come last, when all places are known.

    They stand in a temporary file, which goes when this is closed: a large record has millions of pages.
    """

    def __init__(self) -> None:
        # SQLite makes a file of its own for a database without a name, and deletes it.
        self._kept = sqlite3.connect("")
        self._kept.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kept.close()

    def want(self, page: Page) -> None:
        """Remember that a page is led to."""
        told = json.dumps(page[1:])
        query = "INSERT OR IGNORE INTO page (path, told, last, open) VALUES (?, ?, ?, 1)"
        self._kept.execute(query, (page.path, told, page.name == "report"))

    def want_place(self, page: Page, start: int, end: int) -> None:
        """Remember that words of a report are led to; the page is written again if it was written without them."""
        query = "INSERT OR IGNORE INTO place VALUES (?, ?, ?)"
        if self._kept.execute(query, (page.ids[0], start, end)).rowcount:
            self._kept.execute("UPDATE page SET open = 1 WHERE path = ?", (page.path,))

    def places(self, report: str) -> list[tuple[int, int]]:
        """Return the words of a report that pages lead to: characters, end exclusive."""
        query = "SELECT start, stop FROM place WHERE report = ? ORDER BY start, stop"
        return list(self._kept.execute(query, (report,)))

    def next(self) -> Page | None:
        """Return a page that is to be written, and take it for written."""
        query = "SELECT number, path, told FROM page WHERE open = 1 ORDER BY last, number LIMIT 1"
        row = self._kept.execute(query).fetchone()
        if row is None:
            return None
        self._kept.execute("UPDATE page SET open = 0 WHERE number = ?", (row[0],))
        name, ids, asked, part, token = json.loads(row[2])
        return Page(row[1], name, tuple(ids), tuple((key, value) for key, value in asked), part, token)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return int(self._kept.execute("SELECT count(*) FROM page").fetchone()[0])
