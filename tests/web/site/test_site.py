from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from ranke.errors import RecordError, UsageError
from ranke.record import Record
from ranke.web import site as sites
from ranke.web.site import write_site
from ranke.web.site.folder import Folder

type Reader = Callable[[Path], Any]


def test_every_link_leads_to_a_page_and_a_place_of_it(site: Path, read: Reader) -> None:
    """All links are relative, lead to a file of the folder, and to a place that the page has."""
    pages = {file.resolve(): read(file) for file in site.rglob("*.html")}
    led = {(site / "index.html").resolve()}
    for file, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in {"http", "https"}:
                assert link == "https://herald.example/1"
                continue
            assert not any((parts.scheme, parts.netloc, parts.query, link.startswith("/"))), link
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            assert target.is_file(), (file, link)
            led.add(target)
            if parts.fragment and target in pages:
                assert unquote(parts.fragment) in pages[target].places, (file, link)
    assert led >= set(pages), "a page that nothing leads to"


def test_every_kind_of_page_is_there(site: Path) -> None:
    """What the room has, the folder has, but for what only a server can do."""
    names = {file.name for file in site.iterdir()}
    assert names >= {
        "index.html", "timeline.html", "stories.html", "actors.html", "statements.html", "conflicts.html",
        "changes.html", "network.html", "review.html", "method.html", "judgements.html", "event", "story", "actor",
        "report", "relations", "static",
    }  # fmt: skip
    assert {"search.html", "token.html"}.isdisjoint(names)


def test_pages_need_no_server(site: Path, read: Reader) -> None:
    """There is no form to send; pictures stand in the pages themselves."""
    for file in site.rglob("*.html"):
        assert {"form", "img", "iframe", "object"}.isdisjoint(read(file).names), file
    assert "svg" in read(site / "index.html").names
    assert "svg" in read(site / "network.html").names


def test_hostile_words_stay_words(site: Path, read: Reader) -> None:
    """Neither names nor ids of a hostile report become elements, handlers or addresses outside the folder."""
    for file in site.rglob("*"):
        assert site in file.resolve().parents
        assert all(one.isalnum() or one in "-._" for one in file.name), file
        if file.suffix == ".html":
            assert "<script>alert" not in file.read_text(encoding="utf-8")
            assert not read(file).handlers
            assert not [link for link in read(file).links if "javascript" in link]


def test_a_long_report_is_one_page(site: Path, read: Reader) -> None:
    """A megabyte of a line is one page with all its places, as no server can find the part with a place."""
    (long,) = [file for file in (site / "report").iterdir() if file.stat().st_size > 900_000]
    assert "word word" in long.read_text(encoding="utf-8")
    assert read(long).places


def test_a_site_is_written_anew_and_the_same(site: Path, made: Record, tmp_path: Path) -> None:
    """What an earlier run wrote goes; the same record gives the same bytes, file by file."""
    out = tmp_path / "pages"
    with Folder(out) as folder:
        folder.write("event/gone.html", b"old")
        folder.write("index.html", b"old")
    write_site(made, out)
    assert _bytes(out) == _bytes(site)


def test_a_view_is_a_whole_site(made: Record, tmp_path: Path, read: Reader) -> None:
    """There is nothing of later reports nor of what is left out; every page says so, and all links hold."""
    out = tmp_path / "pages"
    write_site(made, out, as_of="2020-03-05", without=("Sudland Times",))
    text = {file: file.read_text(encoding="utf-8") for file in out.rglob("*.html")}
    assert all("As it was known on <strong>2020-03-05</strong>" in one for one in text.values())
    assert any("Norland Herald" in one for one in text.values())
    assert not any("The Daily" in one or "Envoys of" in one for one in text.values())
    for file in text:
        links = [link for link in read(file).links if not link.startswith("https:")]
        assert all((file.parent / unquote(urlsplit(link).path)).exists() for link in links)


def test_a_wrong_view_writes_nothing(made: Record, tmp_path: Path) -> None:
    """A source that nobody knows is told before anything is written."""
    with pytest.raises((UsageError, RecordError)):
        write_site(made, tmp_path / "pages", without=("Nobody at all",))
    assert not (tmp_path / "pages").exists()


def test_an_empty_record_is_a_site_too(tmp_path: Path, read: Reader) -> None:
    """Pages that say that there is nothing, and whose links hold."""
    with Record(tmp_path / "empty.db", create=True) as record:
        write_site(record, tmp_path / "pages")
    for file in (tmp_path / "pages").rglob("*.html"):
        assert all((file.parent / unquote(urlsplit(link).path)).exists() for link in read(file).links)


def test_a_long_list_goes_on_over_pages(made: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part leads to the next, and together they have every event once."""
    monkeypatch.setattr(sites, "_ROWS", 4)
    out = tmp_path / "pages"
    write_site(made, out)
    parts = [out / "timeline.html", *(out / f"timeline.{number}.html" for number in range(2, 9))]
    there = [file for file in parts if file.exists()]
    assert len(there) > 2
    rows = [row for file in there for row in file.read_text(encoding="utf-8").split('<li class="row')]
    events = [row for row in rows if 'id="e' in row]
    assert len(events) == len(made.timeline(limit=0))
    assert 'href="timeline.2.html"' in there[0].read_text(encoding="utf-8")


def _bytes(out: Path) -> dict[str, bytes]:
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*") if file.is_file()}
