"""What the tests of pictures share: invented rows, hostile names, and a reader of SVG that counts marks."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence

import pytest

from ranke.answers import AccountRow, EdgeRow, Evidence, Network, NodeRow, Rows, Who
from ranke.web.pictures import Link

HOSTILE = '<script>alert(1)</script> & "quoted" \' ]]> \x00\x1b\u202e\ud800 ظريف'
"""A name as a hostile report might hold it."""

SVG = "{http://www.w3.org/2000/svg}"


class Seen:
    """A picture, read back as XML."""

    def __init__(self, picture: str) -> None:
        self.root = ET.fromstring(picture)  # noqa: S314 - made by the code under test, a moment ago

    def count(self, name: str, class_: str | None = None) -> int:
        """Return how many elements there are, of a class."""
        return sum(class_ is None or class_ in one.get("class", "").split() for one in self.root.iter(f"{SVG}{name}"))

    @property
    def text(self) -> str:
        """Return all that is written in it."""
        return " ".join(one.text or "" for one in self.root.iter())

    @property
    def links(self) -> list[str]:
        """Return the addresses that it leads to."""
        return [one.get("href", "") for one in self.root.iter(f"{SVG}a")]

    @property
    def told(self) -> str:
        """Return its description."""
        return self.root.findtext(f"{SVG}desc") or ""


@pytest.fixture
def seen() -> Callable[[str], Seen]:
    """Return a reader of pictures."""
    return Seen


@pytest.fixture
def page() -> Link:
    """Return what gives addresses that tell what they were made of."""

    def address(name: str, *ids: str, fragment: str = "", **query: object) -> str:
        asked = "&".join(f"{key}={value}" for key, value in query.items())
        return f"/{name}/{'/'.join(ids)}" + (f"?{asked}" if asked else "") + (f"#{fragment}" if fragment else "")

    return address


@pytest.fixture
def far() -> Link:
    """Return what gives long addresses, as the room's are with all that they carry."""

    def address(name: str, *ids: str, fragment: str = "", **query: object) -> str:  # noqa: ARG001
        return "x" * 80

    return address


class Make:
    """Makes rows of answers."""

    hostile = HOSTILE

    @staticmethod
    def who(name: str) -> Who:
        """Return an actor."""
        return Who(f"id-{name}", name)

    @staticmethod
    def evidence(report: str = "r1", outlet: str | None = "Reuters", words: str = "They met.") -> Evidence:
        """Return where words stand."""
        return Evidence(report, "2020-03-01", outlet, 3, 12, words, "A meeting")

    @classmethod
    def account(cls, report: str, chain: Sequence[str], outlet: str | None = "Reuters") -> AccountRow:
        """Return an account with its chain of authority, outermost first."""
        names = tuple(cls.who(name) for name in chain)
        return AccountRow(
            f"{report}:e1", "CONSULT", "happened", "2020-03-01", (cls.who("Iran"),), (cls.who("Oman"),), None, True,  # noqa: FBT003
            names, chain[-1] if chain else "Reuters", "meet", (), 0.9, (3, 6), cls.evidence(report, outlet),
        )  # fmt: skip

    @classmethod
    def net(cls, edges: Sequence[tuple[str, str, int, int]], actor: str | None = None) -> Network:
        """Return a network of these edges: two names, acts of cooperation, acts of conflict."""
        who = cls.who
        rows = [EdgeRow(who(one), who(other), up + down, up, down, 0.0) for one, other, up, down in edges]
        names = list(dict.fromkeys(name for one, other, *_ in edges for name in (one, other)))
        sums = {name: sum(up + down for one, other, up, down in edges if name in (one, other)) for name in names}
        nodes = tuple(NodeRow(who(name), "country", "IRN", None, sums[name]) for name in names)
        return Network(who(actor) if actor else None, nodes, Rows(rows))


@pytest.fixture
def make() -> type[Make]:
    """Return the maker of rows."""
    return Make
