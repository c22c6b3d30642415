from typing import Any

from ranke.answers import EventRow, Rows
from ranke.record import Record
from ranke.web.asked import Asked, TimelineAsked
from ranke.web.links import Links
from ranke.web.pages import events
from ranke.web.rendering import Reader, render


class Folder(Links):
    """Links of pages in a folder, where nobody answers."""

    live = False

    def page(self, name: str, *ids: str, fragment: str = "", **_: object) -> str:
        """Return a file."""
        return "-".join([name, *ids]) + ".html" + (f"#{fragment}" if fragment else "")

    def static(self, name: str) -> str:
        """Return a file."""
        return f"static/{name}"


def test_a_page_is_a_pure_function(made: Record) -> None:
    """The same answer gives the same page."""
    answer = events.timeline(made, TimelineAsked())
    assert render(answer, Links()) == render(answer, Links())


def test_a_page_in_a_folder(made: Record) -> None:
    """With links of a folder a page has no form and no address of a server."""
    answer = events.event(made, Asked(), "herald-1:e1")
    page = render(answer, Folder())
    assert "<form" not in page
    assert '="/' not in page
    assert "actor-" in page
    assert 'href="static/room.css"' in page


def test_who_may_judge_sees_the_forms(made: Record) -> None:
    """The forms of an event are there for who may judge, and for nobody else."""
    answer = events.event(made, Asked(), "herald-1:e1")
    assert 'action="/judge/reject"' in render(answer, Links(), Reader(judges=True, may_enter=True))
    assert "/judge/" not in render(answer, Links())


def test_no_words(event_row: Any) -> None:  # noqa: ANN401 - a function of the tests
    """Where the record has no text of a report the page says so."""
    from ranke.web.answered import Answered

    row: EventRow = event_row(evidence=event_row().evidence.__class__("r", "2020-01-01", None, 0, 3, ""))
    given = {"rows": Rows([row]), "more": 0, "next": None, "asked": TimelineAsked()}
    page = render(Answered("timeline", "Timeline", given, EventRow, [row]), Links())
    assert "The record has no text of this report." in page
