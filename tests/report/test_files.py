import gzip
import io
import os
from pathlib import Path

import pytest

from ranke.errors import ReportError
from ranke.report.files import opened, shown, walk


def _names(path: Path) -> list[str]:
    return [str(one) if isinstance(one, ReportError) else one.relative_to(path).as_posix() for one in walk(path)]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    """Known endings below a folder come in order of their names; hidden files and others do not come."""
    wanted = ["B.TXT", "a/1.json", "a/2.jsonl.gz", "a.csv", "b/c/3.md", "z.parquet", "z.tsv"]
    for name in [*wanted, ".hidden.txt", ".git/a.txt", "a/notes.pdf", "b/x.txt.bak", "b/noending", "q/.txt", "q/a.gz"]:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    assert _names(tmp_path) == wanted


def test_a_named_file_is_taken_as_it_is(tmp_path: Path) -> None:
    """A path that is no folder is handed on, whatever its ending and whether it is there or not."""
    assert list(walk(tmp_path / "a.xyz")) == [tmp_path / "a.xyz"]


def test_a_folder_without_files_is_an_error(tmp_path: Path) -> None:
    """A folder in which there is nothing to read gives one error that names the endings."""
    (tmp_path / "a.pdf").write_text("x")
    (error,) = _names(tmp_path)
    assert error.startswith(f"{tmp_path}: folder holds no file to read (.txt")


def test_links_and_pipes_in_a_folder(tmp_path: Path) -> None:
    """Links to files are followed, links to folders are not, a pipe is skipped, a dead link is there to be reported."""
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "c.txt").symlink_to("gone.txt")
    (tmp_path / "d").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "e.txt")
    assert _names(tmp_path) == ["a.txt", "b.txt", "c.txt"]


def test_a_folder_that_ends_like_a_file(tmp_path: Path) -> None:
    """A folder is walked even if its name has an ending."""
    (tmp_path / "a.txt").mkdir()
    (tmp_path / "a.txt" / "b.txt").write_text("x")
    assert _names(tmp_path) == ["a.txt/b.txt"]


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"PK\x03\x04abc", "a ZIP archive or Office document"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "an XML file that is no feed"),
        (b"From: <Saved by Blink>", "a page saved as MHTML"),
        (bytes(range(256)), "binary data"),
        (gzip.compress(b""), "is empty"),
        (gzip.compress(b"%PDF-1.7"), "a PDF document"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, part: str) -> None:
    """A file that is empty, or of a known kind that is no text, is refused with its kind."""
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    with pytest.raises(ReportError, match=part), opened(file):
        pass


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"\n<!DOCTYPE html><html>", "html"),
        ("a.html", b"<p>no head", "html"),
        ("a", b"<!-- saved from url=(0014)about:internet --><HTML>", "html"),
        ("a", b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html xmlns='y'>", "html"),
        ("a", "\ufeff<html>".encode("utf-16-le"), "html"),
        ("a.html", b"<?xml version='1.0'?><!-- by hand --><rss>", "feed"),
        ("a.xml", b"<feed xmlns='x'>", "feed"),
        ("a", b"<rdf:RDF>", "feed"),
        ("a.xml", b"<html>", "html"),
        ("a.txt", b"<htmlish words", "text"),
        ("a", b"WARC/1.1\r\n", "warc"),
        ("a.wacz", b"PK\x03\x04", "warc"),
        ("a", b"words", None),
    ],
)
def test_mark_up_tells_the_kind(tmp_path: Path, name: str, data: bytes, kind: str | None) -> None:
    """Pages, feeds and archives are known by their first bytes, where the ending says nothing else for sure."""
    (tmp_path / name).write_bytes(data)
    with opened(tmp_path / name) as source:
        assert source.kind == kind


@pytest.mark.parametrize(
    ("data", "what"), [(b"<html>", "a HTML page"), (b"<rss>", "a feed"), (b"WARC/1.0", "a web archive")]
)
def test_mark_up_under_the_ending_of_a_table(tmp_path: Path, data: bytes, what: str) -> None:
    """A page that was saved for a table, such as a site's excuse, is refused and not read as news."""
    (tmp_path / "a.csv").write_bytes(data)
    with pytest.raises(ReportError, match=f"is {what}, not what its ending says"), opened(tmp_path / "a.csv"):
        pass


def test_the_parts_of_a_saved_page(tmp_path: Path) -> None:
    """The folder that a browser saves beside a page holds its parts and no reports; another of that name is walked."""
    for name in ("Truce_files/ad.html", "Truce.html", "Other_files/a.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert _names(tmp_path) == ["Other_files/a.html", "Truce.html"]


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz"])
def test_gzip_is_taken_off_by_its_looks(tmp_path: Path, name: str) -> None:
    """Compressed data is opened whether the ending says so or not, in as many parts as it has."""
    file = tmp_path / name
    file.write_bytes(gzip.compress(b"one ") + gzip.compress(b"two"))
    with opened(file) as source:
        assert (source.stream.read(), source.kind, source.head) == (b"one two", "text", b"one two")


def test_a_false_gzip_ending(tmp_path: Path) -> None:
    """A plain file that is called .gz is refused, for the ending may hide a fault."""
    file = tmp_path / "a.txt.gz"
    file.write_text("plain")
    with pytest.raises(ReportError, match="not gzip data"), opened(file):
        pass


@pytest.mark.parametrize("keep", [5, 15, -4])
def test_broken_gzip(tmp_path: Path, keep: int) -> None:
    """Compressed data that breaks off gives one error."""
    file = tmp_path / "a.txt.gz"
    file.write_bytes(gzip.compress(os.urandom(300).hex().encode())[:keep])
    with pytest.raises(ReportError, match="gzip data is broken"), opened(file) as source:
        source.stream.read()


@pytest.mark.parametrize("name", ["gone.txt", "gone/a.txt", "nul\0.txt", "half\ud83d.txt", "a" * 300])
def test_paths_that_can_not_be_opened(tmp_path: Path, name: str) -> None:
    """A path that is not there, or can't be anywhere, gives an error that can be printed."""
    with pytest.raises(ReportError), opened(tmp_path / name):
        pass
    shown(tmp_path / name).encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """A file without the right to read it gives an error that says so."""
    file = tmp_path / "a.txt"
    file.write_text("x")
    file.chmod(0)
    with pytest.raises(ReportError, match="Permission denied"), opened(file):
        pass


def test_standard_input_is_not_drained_or_closed() -> None:
    """Of standard input only the first line with words is read ahead, and the stream stays open."""
    stdin = io.BytesIO(b"\n\none\ntwo\n")
    with opened(None, stdin) as source:
        assert source.head == b"\n\none\n"
        assert stdin.tell() == 6
        assert source.stream.read() == b"\n\none\ntwo\n"
    del source
    assert not stdin.closed
