"""The one object that makes every link of a page, so that a folder of files can have links of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

type Values = Mapping[str, object]

_TWINS = (".json", ".csv", ".html")
"""Endings of addresses that mean a form of a page; an id that ends so is followed by one more."""

_HOMES = {"overview": "/", "relations": "/relations"}


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the links of the pages that a server gives out; every link carries how the record is looked at.

    A subclass that overrides `page`, `static` and `twin` makes those of another place.

    Args:
        as_of: The day as of which the record is looked at.
        without: The sources that are left out.
        here: Where the page itself is, and what it was asked with.
        asked: The query of the page itself.
    """

    as_of: str | None = None
    without: tuple[str, ...] = ()
    here: str = "/"
    asked: tuple[tuple[str, str], ...] = ()

    live = True
    """Whether somebody answers: forms are shown only then."""

    @property
    def goes_on(self) -> bool:
        """Whether the next part of a list has a page."""
        return True

    def page(self, name: str, *ids: str, fragment: str = "", **query: object) -> str:
        """Return the link of a page.

        Args:
            name: The page, such as `timeline` or `event`.
            ids: What it is about, where it is about something: the two actors of `relations`, the id of an event.
            fragment: A place on the page.
            query: What the page is asked with; what is None, False or empty is left out. A name's last `_` is dropped.
        """
        if name == "relations" and ids:
            query = dict(zip(("one", "other"), ids, strict=False)) | query
            ids = ()
        path = _HOMES.get(name, f"/{name}") + "".join(f"/{_segment(one)}" for one in ids)
        query_ = _encoded([*self.pairs(query), *self.carried])
        return path + query_ + (f"#{quote(fragment, safe='')}" if fragment else "")

    def report(self, report: str, start: int | None = None, end: int | None = None) -> str:
        """Return the link of a report, of exactly these words in it where they are given."""
        if start is None or end is None:
            return self.page("report", report)
        return self.page("report", report, span=f"{start}-{end}", fragment=f"s{start}-{end}")

    def static(self, name: str) -> str:
        """Return the link of a file that the pages use."""
        return f"/static/{quote(name)}"

    def twin(self, ending: str) -> str:
        """Return the link of this page's twin: `json` or `csv`."""
        path = "/overview" if self.here == "/" else self.here.removesuffix(".html")
        return f"{path}.{ending}" + _encoded([(name, value) for name, value in self.asked if name != "next"])

    def again(self, **changed: object) -> str:
        """Return the link of this page asked otherwise: values replace those of before, None drops them."""
        names = {_plain(name) for name in changed} | {"next"}
        kept = [(name, value) for name, value in self.asked if name not in names]
        return self.here + _encoded([*kept, *_pairs(changed)])

    def asked_of(self, *names: str) -> list[tuple[str, str]]:
        """Return what the page was asked with but for these names, for the hidden fields of a form."""
        return [(name, value) for name, value in self.asked if name not in {*names, "next"}]

    def seeing(self, as_of: str | None, without: Sequence[str]) -> "Links":
        """Return the maker of links that look at the record otherwise."""
        return replace(self, as_of=as_of, without=tuple(without))

    @property
    def carried(self) -> list[tuple[str, str]]:
        """How the record is looked at, for the hidden fields of a form."""
        return _pairs({"as_of": self.as_of, "without": self.without})

    @staticmethod
    def pairs(query: Values) -> list[tuple[str, str]]:
        """Return what a page is asked with, without what is None, False or empty."""
        return _pairs(query)


def _pairs(query: Values) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in query.items():
        if value is None or value is False or value in ("", ()):
            continue
        values = value if isinstance(value, (tuple, list)) else ("1" if value is True else value,)
        found += [(_plain(name), str(one)) for one in values]
    return found


def _plain(name: str) -> str:
    return name.removesuffix("_")


def _encoded(pairs: Sequence[tuple[str, str]]) -> str:
    # Half of a pair of surrogates is no UTF-8.
    return f"?{urlencode(pairs, errors='replace')}" if pairs else ""


def _segment(one: str) -> str:
    """Return an id as one part of a path: what ends like a twin, or is a dot, is followed by an ending of its own."""
    return quote(one, safe="", errors="replace") + (".html" if one.endswith(_TWINS) or not one.strip(".") else "")
