import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ranke.model import Report
from ranke.report import archive, reports

Page = Callable[..., str]
URL = "https://herald.example/truce"


def record(kind: str, url: str, content: bytes, *, when: str = "2019-07-25T10:00:00Z") -> bytes:
    """Return one record of a web archive."""
    media = "application/http; msgtype=response" if kind == "response" else "text/html"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: {when}\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def answer(status: str, kind: str, content: bytes, more: str = "") -> bytes:
    """Return the answer of a server."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + content


def warc(*answers: tuple[str, str, str, bytes], compressed: bool = False) -> bytes:
    """Return a web archive of answers: address, status line, media type, content; each record compressed by itself."""
    records = [record("warcinfo", "urn:x", b"software: made up\r\n")]
    records += [record("response", url, answer(status, kind, content)) for url, status, kind, content in answers]
    return b"".join(map(gzip.compress, records) if compressed else records)


def _read(data: bytes, tmp_path: Path, name: str = "a.warc") -> tuple[list[Report], list[str], list[str]]:
    file = tmp_path / name
    file.write_bytes(data)
    errors: list[str] = []
    notes: list[str] = []
    found = list(reports(file, on_error=lambda error: errors.append(str(error)), on_note=notes.append))
    return found, errors, notes


@pytest.mark.parametrize("compressed", [False, True])
def test_the_pages_of_an_archive(tmp_path: Path, page: Page, article: str, compressed: bool) -> None:  # noqa: FBT001 - a case
    """Each page is a report with its address; the day when it was got dates a page that has no date."""
    other = page(date=None, body="<p>Shells fell on the town of Vest, the army of Norland said.</p>")
    data = warc(
        (URL, "200 OK", "text/html; charset=utf-8", page().encode()),
        (URL + "/2?utm_source=a", "200 OK", "text/html", other.encode()),
        compressed=compressed,
    )
    found, errors, notes = _read(data, tmp_path, "a.warc.gz" if compressed else "a.warc")
    assert [(one.url, one.date, one.text) for one in found] == [
        (URL, "2019-07-23", article),
        (URL + "/2", "2019-07-25", "Shells fell on the town of Vest, the army of Norland said."),
    ]
    assert (errors, notes) == ([], [])
    assert found[1].extra == {"captured": "2019-07-25T10:00:00Z"}


def test_what_is_no_page_is_counted(tmp_path: Path, page: Page) -> None:
    """Pictures, moved and empty pages, requests and revisits are skipped and told in one line."""
    data = warc(
        (URL, "200 OK", "text/html", page().encode()),
        (URL + ".jpg", "200 OK", "image/jpeg", b"\xff\xd8\xff"),
        (URL + "/old", "301 Moved", "text/html", b"<html><p>moved"),
        (URL + "/gone", "404 Not Found", "text/html", page().encode()),
        (URL + "/links", "200 OK", "text/html", b"<html><body><a href=/>Home</a></body></html>"),
    )
    data += record("revisit", URL, b"HTTP/1.1 200 OK\r\n\r\n") + record("request", URL, b"GET / HTTP/1.1\r\n\r\n")
    found, errors, notes = _read(data, tmp_path)
    assert (len(found), errors) == (1, [])
    (note,) = notes
    assert note.startswith(f"{tmp_path / 'a.warc'}: skipped pages that had not changed: 1, answers other than a page,")
    assert note.endswith("not found: 2, files that are no pages: 1, pages without an article: 1")


def test_a_page_that_was_got_twice(tmp_path: Path, page: Page, article: str) -> None:
    """A page that was got again as it was is read once; with another text the first stays and the other is told."""
    got = (URL, "200 OK", "text/html", page().encode())
    assert len(_read(warc(got, got), tmp_path)[0]) == 1
    later = (URL, "200 OK", "text/html", page(body="<p>The truce of Monday broke down on Friday night.</p>").encode())
    found, errors, notes = _read(warc(got, later), tmp_path)
    assert ([one.text for one in found], errors) == ([article], [])
    assert notes == [f"{tmp_path / 'a.warc'}: another version of {URL} came before; left out"]


def test_content_in_an_encoding(tmp_path: Path, page: Page, article: str) -> None:
    """A page that was sent in gzip is unpacked, and the encoding that its server names is taken."""
    packed, odd = gzip.compress(page().encode("cp1252")), b"\x1b\x00\x00" + bytes(range(200))
    more = "Content-Encoding: gzip\r\n"
    answers = [answer("200 OK", "text/html; charset=windows-1252", content, more) for content in (packed, odd)]
    data = b"".join(record("response", URL, one) for one in answers)
    found, errors, notes = _read(data, tmp_path)
    assert ([one.text for one in found], errors) == ([article], [])
    assert notes == [f"{tmp_path / 'a.warc'}: skipped pages in an unknown compression: 1"]


def test_a_page_larger_than_the_limit(tmp_path: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page over the limit is skipped, however small it was packed."""
    monkeypatch.setattr(archive, "LARGEST_PAGE", 1_000)
    found, errors, notes = _read(warc((URL, "200 OK", "text/html", page().encode())), tmp_path)
    assert (found, errors, notes) == ([], [], [f"{tmp_path / 'a.warc'}: skipped pages that are too large: 1"])


def test_a_bad_page_costs_itself(tmp_path: Path, page: Page) -> None:
    """A page that can't be read is told with its record and address, and the others are read."""
    data = warc(
        (URL + "/1", "200 OK", "text/html", page(date="2099-01-01").encode()),
        (URL + "/2", "200 OK", "text/html", page().encode()),
    )
    found, (error,), _ = _read(data, tmp_path)
    assert [one.url for one in found] == [URL + "/2"]
    assert error.startswith(f"{tmp_path / 'a.warc'}:2: {URL}/1: date 2099-01-01 lies in the future")


def test_a_wacz(tmp_path: Path, page: Page, article: str) -> None:
    """The archives in a WACZ are read, and nothing else of it."""
    data = warc((URL, "200 OK", "text/html", page().encode()), compressed=True)
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as packed:
        packed.writestr("archive/data.warc.gz", data)
        packed.writestr("pages/pages.jsonl", "{}")
    assert [one.text for one in reports(tmp_path)] == [article]
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as packed:
        packed.writestr("pages/pages.jsonl", "{}")
    assert (
        "holds no web archive in its folder archive/"
        in _read((tmp_path / "a.wacz").read_bytes(), tmp_path, "a.wacz")[1][0]
    )
    assert "broken WACZ" in _read(b"PK\x03\x04" + b"x" * 100, tmp_path, "a.wacz")[1][0]


@pytest.mark.parametrize("compressed", [False, True])
def test_a_broken_archive(tmp_path: Path, page: Page, compressed: bool) -> None:  # noqa: FBT001 - a case
    """Of an archive that breaks off, or is broken in the middle, what stands before is read."""
    got = (URL, "200 OK", "text/html", page().encode())
    data = warc(got, (URL + ".jpg", "200 OK", "image/jpeg", b"x" * 200_000), compressed=compressed)
    name = "a.warc.gz" if compressed else "a.warc"
    found, errors, _ = _read(data + (b"\x1f\x8b\x08junk" if compressed else b"junk junk\r\n\r\n"), tmp_path, name)
    assert (len(found), len(errors)) == (1, 1)
    assert "broken" in errors[0]
    assert "is no web archive, as its ending says" in _read(b"junk", tmp_path, "b.warc")[1][0]


def test_an_archive_is_told_by_its_looks(tmp_path: Path, page: Page) -> None:
    """An archive is read under any name that does not say otherwise, and from standard input."""
    data = warc((URL, "200 OK", "text/html", page().encode()), compressed=True)
    assert len(_read(data, tmp_path, "crawl")[0]) == 1
    assert len(list(reports("-", stdin=io.BytesIO(data)))) == 1


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
def test_any_damage(tmp_path: Path, data: st.DataObject) -> None:
    """An archive with any of its bytes changed or cut off gives reports and `ReportError`s only."""
    text = b"<html><p>Two ministers met on Monday in the town of Osk.</p></html>"
    whole = bytearray(warc((URL, "200 OK", "text/html", text), (URL + "/2", "200 OK", "text/html", text)))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(10, len(whole) - 1))] = data.draw(st.integers(0, 255))
    whole = whole[: data.draw(st.integers(10, len(whole)))]
    found, errors, _ = _read(bytes(whole), tmp_path)
    assert all(one.text for one in found)
    assert all("; " in error for error in errors)
