from pathlib import Path
from typing import Any

import pytest

from ranke.errors import ReportError
from ranke.watch import Fetcher, Found, State, Watch

type Site = Any
"""The class of the site on loopback, see conftest.py."""
type MakesReply = Any
LONG = " ".join(f"The minister said on Monday that shell number {n} fell on the town of Vest." for n in range(12))


class Room:
    """A watch that is started again and again on one state."""

    def __init__(self, site: Site, file: Path) -> None:
        self.site, self.file = site, file

    def look(self, *, filed: int = 1000, pages: bool = True) -> list[Found]:
        """Return what is found in one round of a new program, which is killed after it has filed so many."""
        found: list[Found] = []
        with Fetcher(version="1", delay=0) as fetcher:
            watch = Watch(fetcher, State(self.file), pages=pages)
            for one in watch.visit(f"{self.site.url}/rss"):
                found.append(one)
                if len(found) > filed:
                    return found
                watch.filed(one)
            watch.finish(f"{self.site.url}/rss")
        return found


@pytest.fixture
def room(site: Site, tmp_path: Path) -> Room:
    """Return a room with an empty state."""
    return Room(site, tmp_path / "state.json")


def texts(found: list[Found]) -> list[str | None]:
    """Return the text of each report."""
    return [one.report.text if one.report else None for one in found]


def test_the_page_of_an_entry(site: Site, room: Room, article: str) -> None:
    """Of an entry with a lead its page is read, with the feed's day, title and outlet where the page has none."""
    site.feed(site.item("/a?utm_source=rss"))
    site.page("/a")
    (found,) = room.look()
    assert found.report is not None
    assert (found.report.text, found.report.date, found.report.outlet) == (article, "2019-07-23", "Norland Herald")
    assert (found.report.url, found.error) == (f"{site.url}/a", None)
    assert site.asked == ["/robots.txt", "/rss", "/a"]


def test_an_entry_that_holds_it_all(site: Site, room: Room) -> None:
    """An entry with the whole report is read as it is, and so are all where no pages are wanted."""
    site.feed(site.item("/a", LONG), site.item("/b"))
    assert texts(room.look(pages=False)) == [LONG, "Norland and Sudland agreed on Monday to halt fighting."]
    assert site.asked == ["/robots.txt", "/rss"]


def test_what_is_known_is_not_fetched(site: Site, room: Room, article: str) -> None:
    """In the next round only what is new or changed is fetched, and an unchanged feed or page is not sent again."""
    site.feed(site.item("/a"), tag='"1"')
    site.page("/a", tag='"p"')
    assert texts(room.look()) == [article]
    assert texts(room.look()) == []
    assert site.heads[-1]["if-none-match"] == '"1"'
    site.feed(site.item("/a"), site.item("/b"), tag='"2"')
    site.page("/b", "Shells fell on the town of Vest on Monday, the army said.")
    assert texts(room.look()) == ["Shells fell on the town of Vest on Monday, the army said."]
    site.feed(site.item("/a", "Norland and Sudland agreed at last on Monday to halt fighting."), tag='"3"')
    (again,) = room.look()
    assert (again.report, again.error, site.heads[-1]["if-none-match"]) == (None, None, '"p"')


def test_a_changed_page_keeps_its_id(site: Site, room: Room) -> None:
    """A page that is read again replaces its report in the record."""
    site.feed(site.item("/a"))
    site.page("/a")
    (first,) = room.look()
    site.feed(site.item("/a", "Norland and Sudland agreed at last on Monday to halt fighting."))
    site.page("/a", "The truce of Monday broke down on Friday night, the army of Norland said in the capital.")
    (second,) = room.look()
    assert first.report is not None
    assert second.report is not None
    assert (first.report.id, first.report.text) != (second.report.id, first.report.id)
    assert first.report.id == second.report.id
    assert first.report.text != second.report.text


def test_a_program_that_is_killed(site: Site, room: Room) -> None:
    """What was found and not filed is found again; what was filed is not."""
    site.feed(*(site.item(f"/{n}") for n in range(4)), tag='"1"')
    for n in range(4):
        site.page(f"/{n}", f"Shell number {n} fell on the town of Vest on Monday, the army said.")
    assert len(room.look(filed=2)) == 3
    assert [one.key[-1] for one in room.look()] == ["2", "3"]
    assert room.look() == []


@pytest.mark.parametrize("status", [404, 503])
def test_a_page_that_can_not_be_got(site: Site, room: Room, reply: MakesReply, article: str, status: int) -> None:
    """The entry itself is read instead; a page that may come later is tried again, and takes the place of its entry."""
    site.feed(site.item("/a"), tag='"1"')
    site.pages["/a"] = reply(status, headers={"Retry-After": "0"})
    (first,) = room.look()
    assert first.report is not None
    assert first.report.text == "Norland and Sudland agreed on Monday to halt fighting."
    assert f"answers {status}" in str(first.error)
    site.page("/a")
    found = room.look()
    assert texts(found) == ([] if status == 404 else [article])
    assert all(one.report and one.report.id == first.report.id for one in found)
    assert room.look() == []


def test_an_entry_without_text_or_page(site: Site, room: Room, reply: MakesReply) -> None:
    """An entry of which nothing can be read is told once."""
    site.feed(site.item("/a", ""))
    site.pages["/a"] = reply(body=b"<html><body><a href=/>Home</a></body></html>")
    (found,) = room.look()
    assert found.report is None
    assert "holds no article" in str(found.error)
    assert str(found.error).startswith(f"{site.url}/a: ")
    assert room.look() == []
    site.feed(site.item("/a", ""))
    assert "entry holds no text" in str(Room(site, room.file.with_name("b")).look(pages=False)[0].error)


def test_the_stub_of_a_page(site: Site, room: Room) -> None:
    """Where the entry says more than its page, the entry is read."""
    lead = "Norland and Sudland agreed on Monday to halt fighting along the River Ost after talks in Osk."
    site.feed(site.item("/a", lead))
    site.page("/a", "Norland and Sudland agreed on Monday to halt fighting.")
    assert texts(room.look()) == [lead]


def test_what_is_no_feed(site: Site, room: Room, reply: MakesReply) -> None:
    """A feed that can't be read is told with its address."""
    site.pages["/rss"] = reply(body=b"<html>down for repairs</html>")
    with pytest.raises(ReportError, match="is no RSS or Atom feed") as caught:
        room.look()
    assert caught.value.path == f"{site.url}/rss"


def test_a_feed_may_not_lead_inside(site: Site, room: Room) -> None:
    """A feed that names an address in the user's own network, on another host than its own, gets nothing from there."""
    site.feed(site.item("/a").replace(f"{site.url}/a", "http://127.0.0.1:1/a"))
    (found,) = room.look()
    assert "stands in a private network" in str(found.error)
    assert texts([found]) == ["Norland and Sudland agreed on Monday to halt fighting."]
