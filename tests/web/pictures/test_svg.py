import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.answers import ActivityRow, PeriodRow, PlaceRow, Relation, RoleRow, Rows, TurningPoint
from ranke.web import pictures
from ranke.web.pictures import Link
from ranke.web.pictures.svg import Point, cut, empty, label, linked, number, room


def drawn(make: type[Any], link: Link, name: str) -> list[str]:
    """Return one picture of each kind in which all text is `name`."""
    who, evidence = make.who(name), make.evidence(name, name, name)
    turn = TurningPoint("2019-03", name, who, (who,), evidence)
    nothing: Rows[Any] = Rows()
    relation = Relation(
        who, who, (), (), (PeriodRow("2019-02", 1, 1, 0, 2.0, 2.0),), (turn,), nothing, nothing, nothing, nothing
    )

    return [
        pictures.activity([ActivityRow("2019-02", 1, 1, 1, 0)], link, title=name),
        pictures.place_map([PlaceRow(name, name, 1.0, 1.0, 1)], link, title=name),
        pictures.relation_curve(relation, link),
        pictures.authority([make.account(name, [name, name], name)], link),
        pictures.network(make.net([(name, f"{name}2", 1, 1)], name), link),
        pictures.offices(who, [RoleRow(name, name, "2019", "2020", evidence)], link),
    ]


def test_hostile_names_stay_text(seen: type[Any], make: type[Any], page: Link) -> None:
    """Neither tags nor quotation marks nor characters that XML forbids get out of the text."""
    for picture in drawn(make, page, make.hostile):
        read = seen(picture)
        names = {one.tag.rpartition("}")[2] for one in read.root.iter()}
        assert names <= {"svg", "title", "desc", "g", "a", "rect", "circle", "path", "text"}
        assert "alert(1)" in read.text
        assert not re.search(r"[\u202e\x00\x1b]", picture)


def test_a_strict_page_takes_them(make: type[Any], page: Link) -> None:
    """No style, script, id or handler is in any picture, as a page that allows none would drop it."""
    for picture in drawn(make, page, "Iran"):
        assert not re.search(r"<(style|script|foreignObject|image|use)|\s(style|id|on\w+)=|url\(", picture)


def test_the_same_answer_gives_the_same_bytes(make: type[Any], page: Link) -> None:
    """Twice is the same."""
    assert drawn(make, page, "Iran") == drawn(make, page, "Iran")


def test_all_say_what_they_show(seen: type[Any], make: type[Any], page: Link) -> None:
    """Each has a role, a title and a description, and a size in em, which grows with the page's letters."""
    for picture in drawn(make, page, "Iran"):
        root = seen(picture).root
        assert root.get("role") == "graphics-document"
        assert [one.tag.rpartition("}")[2] for one in root[:2]] == ["title", "desc"]
        assert all(one.text for one in root[:2])
        assert (root.get("width") or "").endswith("em")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "vbscript:x", "file:///x"]
)
def test_other_schemes_are_no_links(address: str) -> None:
    """Only pages of this place and of the web are led to."""
    assert linked(address, "<g/>") == "<g/>"


@pytest.mark.parametrize("address", ["/a:b", "event/x.html", "../a.html#s1-2", "?x=1", "https://example.org/"])
def test_pages_are_links(address: str) -> None:
    """Relative addresses and those of the web are kept."""
    assert linked(address, "<g/>") == f'<a href="{address}"><g/></a>'


def test_numbers_are_short() -> None:
    """One digit after the point, none where it is nought, no minus before nought."""
    assert [number(value) for value in (1.0, 1.25, -0.04, 12)] == ["1", "1.2", "0", "12"]


@given(st.text(st.characters()))
def test_any_text_is_well_formed(text: str) -> None:
    """Any text at all can stand in a picture, and what is cut fits."""
    ET.fromstring(empty("x", text, text))  # noqa: S314 - made a moment ago
    ET.fromstring(label(Point(0, 0), text))  # noqa: S314 - made a moment ago
    assert room(cut(text, 100)) <= 120


def test_a_megabyte_of_a_name_takes_no_time() -> None:
    """A line of a picture is short, whatever the name is."""
    assert len(label(Point(0, 0), cut("x" * 1_000_000, 100))) < 100
