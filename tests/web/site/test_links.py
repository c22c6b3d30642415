import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ranke.web.site.links import SiteLinks, file_of
from ranke.web.site.wanted import Page, Wanted


def test_readable_ids_are_files_of_that_name() -> None:
    """An id of small letters and digits is its own file."""
    assert file_of("event", ["e3lk5yxhediir"]) == "event/e3lk5yxhediir.html"
    assert file_of("overview") == "index.html"
    assert file_of("timeline", part=3) == "timeline.3.html"


@pytest.mark.parametrize(
    "one", ["A", "con", "..", "/etc/passwd", "a b", "", "x" * 300, "ظريف", "\ud800", "a\\b", "a:b"]
)
def test_no_id_leaves_the_folder(one: str) -> None:
    """Whatever an id is, its file is one below the page's folder, of plain letters."""
    folder, slash, name = file_of("report", [one]).partition("/")
    assert (folder, slash) == ("report", "/")
    assert name.endswith(".html")
    assert len(name) < 100
    assert all(letter.isascii() and (letter.isalnum() or letter in "-.") for letter in name)
    assert not name.startswith(".")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=9), max_size=3), st.lists(st.text(max_size=9), max_size=3))
def test_two_pages_have_never_one_file(one: list[str], other: list[str]) -> None:
    """Also not where capitals and small letters are the same to a file system."""
    files = file_of("x", one, part=1).lower(), file_of("x", other, part=1).lower()
    assert (files[0] == files[1]) is (one == other)


def test_links_are_relative_to_their_page() -> None:
    """A page in a folder goes up first; every link is remembered."""
    with Wanted() as wanted:
        links = SiteLinks(wanted=wanted).on(Page("event/e1.html", "event", ("e1",)))
        assert links.page("timeline") == "../timeline.html"
        assert links.static("room.css") == "../static/room.css"
        assert links.page("actor", "a1", fragment="said") == "../actor/a1.html#said"
        assert [wanted.next() for _ in range(3)] == [
            Page("timeline.html", "timeline"), Page("actor/a1.html", "actor", ("a1",)), None
        ]  # fmt: skip


def test_two_actors_have_one_page() -> None:
    """Whichever is named first."""
    links = SiteLinks()
    assert links.page("relations", "a1", "a2") == links.page("relations", "a2", "a1")


def test_reports_come_last_and_again_with_new_places() -> None:
    """A report that was written is written again when other words of it are led to, and only then."""
    with Wanted() as wanted:
        links = SiteLinks(wanted=wanted)
        assert links.report("r1", 2, 5).endswith("r1.html#s2-5")
        links.page("timeline")
        pages = [wanted.next() for _ in range(2)]
        assert [page.name for page in pages if page] == ["timeline", "report"]
        assert wanted.places("r1") == [(2, 5)]
        links.report("r1", 2, 5)
        assert wanted.next() is None
        links.report("r1", 7, 9)
        again = wanted.next()
        assert again is not None
        assert again.name == "report"
        assert wanted.places("r1") == [(2, 5), (7, 9)]
        assert wanted.count == 2


def test_memory_does_not_grow_with_the_pages() -> None:
    """Which pages are still to come stands in a file, not in memory."""
    with Wanted() as wanted:
        links = SiteLinks(wanted=wanted)
        tracemalloc.start()
        for number in range(5_000):
            links.page("event", f"e{number}")
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert wanted.count == 5_000
    assert held < 200_000
