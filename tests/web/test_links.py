from urllib.parse import unquote

import pytest

from ranke.web.links import Links


def test_what_is_asked() -> None:
    """A link has what is asked for, without what is empty, and how the record is looked at."""
    links = Links(as_of="2020-01-01", without=("A & B", "C"))
    link = links.page("timeline", actor="Ada", with_="Orm", type=("AID", "AGREE"), place=None, core=True, since="")
    assert link == (
        "/timeline?actor=Ada&with=Orm&type=AID&type=AGREE&core=1&as_of=2020-01-01&without=A+%26+B&without=C"
    )
    assert links.page("overview") == "/?as_of=2020-01-01&without=A+%26+B&without=C"


@pytest.mark.parametrize("name", ["plain", "a/b", "a b?c#d%", "سلام", "x.json", "x.csv", "x.html", ".", "..", "\ud800"])
def test_an_id_in_a_path(name: str) -> None:
    """Any id stands in one part of a path, and none is taken for a twin or a way up."""
    path = Links().page("report", name)
    assert path.startswith("/report/")
    segment = path.removeprefix("/report/")
    assert not set("/?# ") & set(segment)
    ending = ".html" if name.endswith((".json", ".csv", ".html", ".")) else ""
    assert unquote(segment) == name.replace("\ud800", "?") + ending
    assert segment not in {".", ".."}
    assert not segment.endswith((".json", ".csv"))


def test_words_of_a_report() -> None:
    """Words are named twice: for the server, which marks them, and for the browser, which goes there."""
    assert Links().report("r1", 3, 9) == "/report/r1?span=3-9#s3-9"
    assert Links().report("r1") == "/report/r1"


def test_two_actors() -> None:
    """The page of two actors asks for both by name."""
    assert Links().page("relations", "a1", "a2") == "/relations?one=a1&other=a2"


def test_this_page_again() -> None:
    """A page's own link changes what is told, keeps the rest, and begins at the first part."""
    links = Links(here="/timeline", asked=(("actor", "Ada"), ("next", "abc"), ("as_of", "2020-01-01")))
    assert links.again() == "/timeline?actor=Ada&as_of=2020-01-01"
    assert links.again(as_of=None, core=True) == "/timeline?actor=Ada&core=1"
    assert links.again(next="def") == "/timeline?actor=Ada&as_of=2020-01-01&next=def"
    assert links.asked_of("as_of") == [("actor", "Ada")]


def test_twins() -> None:
    """A twin has the address of its page with another ending."""
    assert Links(here="/timeline", asked=(("actor", "Ada"),)).twin("csv") == "/timeline.csv?actor=Ada"
    assert Links().twin("json") == "/overview.json"
    assert Links(here="/report/x.json.html").twin("json") == "/report/x.json.json"
