"""Paths → open files: walks folders, takes off gzip, tells what kind of file it is and refuses what is no text."""

import gzip
import io
import os
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from ranke.errors import ReportError
from ranke.report.decoding import looks_binary, wide_codec
from ranke.report.rows import printable

KINDS = {
    ".txt": "text", ".text": "text", ".md": "text", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".rss": "feed", ".atom": "feed", ".xml": "feed", ".warc": "warc", ".wacz": "warc",
}  # fmt: skip
"""What the endings that are read in a folder stand for; any of them may be followed by `.gz`."""

STDIN = "-"
"""The path that stands for standard input."""
_HEAD = 65_536
_GZIP = b"\x1f\x8b"
_FOREIGN = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"From: <Saved by ", "a page saved as MHTML"),
)
_XML = re.compile(rb"<\?xml\b")
# What may stand before the first element; what a browser saves names its address there.
_BEFORE = rb"(?:\s|<!--(?:(?!-->).){0,3000}-->|<\?[^>]{0,300}>|<!doctype\s[^>]{0,500}>)*+"
_MARKUP = (
    ("warc", re.compile(rb"WARC/[01]\.")),
    ("feed", re.compile(_BEFORE + rb"<(?:rss|feed|(?:\w+:)?rdf)\b", re.IGNORECASE | re.DOTALL)),
    ("html", re.compile(_BEFORE + rb"<(?:html|head|body|title|meta)\b", re.IGNORECASE | re.DOTALL)),
    ("html", re.compile(rb"\s*<!doctype\s+html", re.IGNORECASE)),
)
_MARKED = {"html": "a HTML page", "feed": "a feed", "warc": "a web archive"}


@dataclass(frozen=True, slots=True)
class Source:
    """An open file: its name as the user gave it, its bytes from the start, and the first of them.

    `kind` is one of the values of `KINDS`, or None if neither the ending nor the mark-up of the first bytes says
    anything. `path` is None for standard input.
    """

    name: str
    path: Path | None
    kind: str | None
    stream: BinaryIO
    head: bytes


class _Rewound(io.RawIOBase):
    """A stream whose first bytes were already read."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest
        self._read = getattr(rest, "read1", rest.read)

    def readable(self) -> bool:
        """Say that it can be read, as `io.BufferedReader` asks."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill the buffer from the head, then from the rest."""
        data = self._head[: len(buffer)] or self._read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def shown(path: str | Path) -> str:
    """Return a path as a message can print it, whatever bytes its name holds."""
    return printable(str(path))


def walk(path: str | Path) -> Iterator[Path | ReportError]:
    """Return the files that a path stands for: itself, or what can be read below a folder, in order of their names.

    In a folder hidden files and those of unknown endings are skipped; a file that is named is taken.
    """
    top = Path(path)
    if not top.is_dir():
        yield top
        return
    found = False
    waiting = [top]
    while waiting:
        here = waiting.pop()
        if here != top and not here.is_dir():
            found = True
            yield here
            continue
        try:
            entries = _entries(here)
        except OSError as error:
            found = True
            yield ReportError(f"folder can't be opened ({error.strerror}); allow it to be read", path=shown(here))
            continue
        waiting += [here / entry.name for entry in entries]
    if not found:
        endings = " ".join(KINDS)
        yield ReportError(f"folder holds no file to read ({endings}, each also .gz); name the files", path=shown(path))


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    """Return what of a folder is wanted, the last name first; not the parts that a browser saves beside a page."""
    entries = [entry for entry in os.scandir(folder) if _is_wanted(entry)]
    parts = {f"{os.path.splitext(entry.name)[0]}_files" for entry in entries if _kind(entry.name) == "html"}  # noqa: PTH122 - a name
    wanted = [entry for entry in entries if entry.name not in parts or not entry.is_dir()]
    return sorted(wanted, key=lambda entry: entry.name, reverse=True)


def _is_wanted(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith("."):
        return False
    try:
        # A link to a folder may lead in a circle; a pipe would wait for ever. A dead link is wanted, to be reported.
        if entry.is_dir():
            return not entry.is_symlink()
        return _kind(entry.name) is not None and (entry.is_file() or entry.is_symlink())
    except OSError:
        return False


def _kind(name: str) -> str | None:
    return KINDS.get(os.path.splitext(name.lower().removesuffix(".gz"))[1])  # noqa: PTH122 - a name, not a path


def _kind_of(kind: str | None, head: bytes) -> str | None:
    """Return the kind of a file by its ending, or by its mark-up where the ending only says that it is some text."""
    return _markup(head) or kind if kind in (None, "text", "html", "feed") else kind


def _markup(head: bytes) -> str | None:
    """Return `html`, `feed` or `warc` if the first bytes are marked up as one."""
    plain = _plain(head)
    return next((kind for kind, form in _MARKUP if form.match(plain)), None)


def _plain(head: bytes) -> bytes:
    """Return the first bytes as ASCII or UTF-8, without a byte order mark and the space before the first word."""
    codec = wide_codec(head)
    plain = head[:16_384].decode(codec, "replace").encode() if codec else head[:16_384]
    return plain.lstrip(b"\xef\xbb\xbf \t\r\n")


@contextmanager
def opened(path: Path | None, stdin: BinaryIO | None = None) -> Iterator[Source]:
    """Open a file, or standard input for None, past its gzip wrapping if it has one.

    Raises:
        ReportError: If it is empty or holds no text; or from the `with` block, if it can't be read to its end.
    """
    name = STDIN if path is None else shown(path)
    try:
        with _open(path, stdin) as raw:
            head = _peek(raw, by_line=path is None)
            stream = cast("BinaryIO", io.BufferedReader(_Rewound(head, raw)))
            if head.startswith(_GZIP):
                stream = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
                head = _peek(stream, by_line=False)
                stream = cast("BinaryIO", io.BufferedReader(_Rewound(head, stream)))
            elif name.lower().endswith(".gz") and head:
                message = "is not gzip data, as its ending says; rename it or compress it again"
                raise ReportError(message)
            source = Source(name, path, _kind_of(_kind(path.name) if path else None, head), stream, head)
            _refuse(source)
            yield source
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        message = f"gzip data is broken ({str(error).rstrip('.')}); get the file again"
        raise ReportError(message) from error
    except FileNotFoundError as error:
        message = "no such file or folder; check the path"
        raise ReportError(message) from error
    except OSError as error:
        message = f"can't be read ({error.strerror or error}); check the file and the right to read it"
        raise ReportError(message) from error


@contextmanager
def _open(path: Path | None, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    if path is not None:
        try:
            stream = path.open("rb")
        except ValueError as error:  # a NUL or half a character in it
            message = "no file can have such a name; check the path"
            raise ReportError(message) from error
        with stream:
            yield stream
        return
    # Not closed: it belongs to the caller.
    yield stdin if stdin is not None else sys.stdin.buffer


def _peek(stream: BinaryIO, *, by_line: bool) -> bytes:
    """Return the first bytes; of standard input only up to the first line with words, so that a pipe need not fill."""
    if not by_line:
        return stream.read(_HEAD)
    head = b""
    while len(head) < _HEAD:
        line = stream.readline(_HEAD - len(head))
        head += line
        if not line or head.strip():
            break
    return head


def _refuse(source: Source) -> None:
    """Raise a `ReportError` for a file that holds nothing or no text."""
    if not source.head:
        message = "is empty; leave it out"
        raise ReportError(message)
    if source.kind == "parquet" or source.head.startswith(b"PAR1"):
        return
    if source.kind == "warc":
        if _markup(source.head) != "warc" and not source.head.startswith(b"PK\x03\x04"):
            message = "is no web archive, as its ending says; get the file again"
            raise ReportError(message)
        return
    marked = _markup(source.head)
    what = _MARKED.get(marked or "") if marked != source.kind else None
    if what is None and source.kind in (None, "text") and _XML.match(_plain(source.head)):
        what = "an XML file that is no feed"
    if what:
        message = f"is {what}, not what its ending says; rename it or save its text and give that"
        raise ReportError(message)
    start = source.head[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, what in _FOREIGN:
        if start.startswith(mark.lower()) or source.head.startswith(mark):
            message = f"is {what}, not text; save its text and give that"
            raise ReportError(message)
    if looks_binary(source.head):
        message = "is binary data, not text; save its text and give that"
        raise ReportError(message)


def first_line(source: Source) -> str:
    """Return the first line with words of an open file, as far as its first bytes go."""
    head = source.head.decode(wide_codec(source.head) or "utf-8", "replace")
    return next((line for line in head.splitlines() if line.strip()), "")
