import re
from pathlib import Path

import pytest

from ranke.errors import RecordError, UsageError
from ranke.record import Record
from ranke.web.single import BEGINNING, one_page


def test_the_page_is_whole(made: Record) -> None:
    """Nothing is fetched: style and pictures stand inside, every link leads to a place of the page itself."""
    page = one_page(made)
    assert page.startswith(BEGINNING)
    assert not re.search(r"<(link|script|img|iframe|object)\b|@import|url\(", page)
    assert page.count("<svg") == 2
    places = re.findall(r'\sid="([^"]*)"', page)
    links = re.findall(r'\shref="([^"]*)"', page)
    assert len(links) > 100
    assert len(set(places)) == len(places)
    assert {link.removeprefix("#") for link in links} <= {*places}


def test_it_has_all_parts_with_their_words(made: Record) -> None:
    """Overview, stories, timeline, actors, statements, conflicts and reports, each with what the record holds."""
    page = one_page(made)
    for words in (
        "14 reports",
        "Rufus Firefly",
        "We had no choice",
        "Norland Herald",
        "Envoys of",
    ):
        assert words in page
    for part in ("overview", "stories", "timeline", "actors", "network", "statements", "conflicts", "reports"):
        assert f'id="{part}"' in page


def test_hostile_words_stay_words(made: Record) -> None:
    """A hostile report becomes no element."""
    page = one_page(made)
    assert "&lt;img src=x onerror=" in page
    assert not re.search(r"<img|<script|<svg onload|javascript:alert\(1\)\"", page)


def test_a_limit_keeps_it_small(made: Record) -> None:
    """With a limit the latest rows are there, and how many there are besides."""
    page = one_page(made, limit=2)
    assert page.count('<li class="row core"') <= 2
    assert "2 events of" in page
    assert len(page.encode()) < len(one_page(made).encode())


def test_views_are_told(made: Record) -> None:
    """As of a day, and without a source, as everywhere."""
    page = one_page(made, as_of="2020-03-05", without=("Sudland Times",))
    assert "As it was known on <strong>2020-03-05</strong>" in page
    assert "The Daily" not in page
    assert "Envoys of" not in page
    with pytest.raises((UsageError, RecordError)):
        one_page(made, without=("Nobody at all",))


def test_the_same_record_gives_the_same_bytes(made: Record) -> None:
    """Twice is the same."""
    assert one_page(made) == one_page(made)


def test_an_empty_record_is_a_page(tmp_path: Path) -> None:
    """It says that there is nothing."""
    with Record(tmp_path / "empty.db", create=True) as record:
        page = one_page(record)
    for words in ("0 reports", "No story", "No event", "No actor", "No conflict"):
        assert words in page
