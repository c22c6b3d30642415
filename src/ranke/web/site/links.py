"""The links of pages that are files: relative, and each remembered, so that what it leads to is written too."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from ranke.web.links import Links
from ranke.web.site.wanted import Page, Wanted

_LONGEST = 60
"""Characters of the readable part of a file's name."""

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{one}{number}" for one in ("com", "lpt") for number in range(10))}
)
"""Names that are no files on Windows."""

_PLACE = re.compile(r"(\d{1,12})-(\d{1,12})")

_ONE_PART = frozenset({"review"})
"""Lists of which the first part is enough: in a folder nobody can judge what stands in the queue."""


_FIRST = Page("index.html", "overview")


@dataclass(frozen=True, slots=True)
class SiteLinks(Links):
    """Makes the links of a page in a folder.

    Args:
        wanted: Is told of every page that a link leads to.
        at: The page that the links stand on.
        after: The token of the part of its list that follows.
    """

    wanted: Wanted | None = None
    at: Page = _FIRST
    after: str | None = None

    live = False

    def on(self, page: Page, after: str | None = None) -> "SiteLinks":
        """Return the maker of the links of a page."""
        return replace(self, at=page, after=after)

    @property
    def goes_on(self) -> bool:
        """Whether the next part of a list has a page of its own."""
        return self.at.name not in _ONE_PART

    def page(self, name: str, *ids: str, fragment: str = "", **query: object) -> str:
        """Return the link of a page, and remember that it is led to."""
        if name == "relations" and ids:
            # Whichever of the two is named first, it is one page.
            query = dict(zip(("one", "other"), sorted(ids), strict=False)) | query
            ids = ()
        place = _PLACE.fullmatch(str(query.get("span", ""))) if name == "report" else None
        asked = () if name == "report" else tuple(self.pairs(query))
        page = Page(file_of(name, ids, asked), name, ids, asked)
        if self.wanted is not None:
            self.wanted.want(page)
            if place:
                self.wanted.want_place(page, int(place[1]), int(place[2]))
        return self._to(page.path) + (f"#{quote(fragment, safe='')}" if fragment else "")

    def static(self, name: str) -> str:
        """Return the link of a file that the pages use."""
        return f"{self.at.root}static/{quote(name)}"

    def again(self, **changed: object) -> str:
        """Return the link of the next part of the page's list; a folder has no other form of it."""
        if self.after is None or self.wanted is None or "next" not in changed:
            return self._to(self.at.path)
        part = self.at.part + 1
        path = file_of(self.at.name, self.at.ids, self.at.query, part)
        self.wanted.want(self.at._replace(path=path, part=part, token=self.after))
        return self._to(path)

    def _to(self, path: str) -> str:
        return self.at.root + quote(path)


def file_of(name: str, ids: Iterable[str] = (), query: Iterable[tuple[str, str]] = (), part: int = 1) -> str:
    """Return the file of a page, from the root of the folder.

    Two pages have never one file, also where a file system takes capitals and small letters for the same.

    Args:
        name: The page.
        ids: What it is about.
        query: What it is asked with.
        part: Which part of a list it is; the dot before it is in no other name.
    """
    told = [*ids, *(part for pair in query for part in pair)]
    base = f"{name}/{_safe(told)}" if told else "index" if name == "overview" else name
    return f"{base}.{part}.html" if part > 1 else f"{base}.html"


def _safe(told: list[str]) -> str:
    """Return a name for a file: readable as far as it goes, with a digest of the rest where that is not all."""
    text = "-".join(told)
    slug = re.sub(r"[^a-z0-9]+", "-", text[: 4 * _LONGEST].lower()).strip("-")[:_LONGEST].strip("-")
    if slug and [slug] == told and slug not in _RESERVED:
        return slug
    digest = hashlib.sha256("\x00".join(told).encode(errors="surrogatepass")).hexdigest()[:12]
    return f"{slug}-{digest}" if slug else digest
