"""Web archives, WARC and WACZ → reports: one for each page that was got whole and holds an article."""

import gzip
import io
import logging
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from ranke.errors import ReportError
from ranke.report.decoding import looks_binary
from ranke.report.files import Source
from ranke.report.pages import LARGEST_PAGE, NoArticle, Origin, report_of_page
from ranke.report.rows import Given, Note, Placed, printable

_PAGES = ("text/html", "application/xhtml")
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]{3,30})", re.IGNORECASE)
_MEMBER = re.compile(r"(?:.*/)?archive/[^/]+\.warc(?:\.gz)?")
_SKIPPED = {
    "revisits": "pages that had not changed",
    "status": "answers other than a page, such as moved or not found",
    "kind": "files that are no pages",
    "empty": "pages without an article",
    "large": "pages that are too large",
    "packed": "pages in an unknown compression",
}
"""What is counted and not read, in the words of the note."""


def reports_of_archive(source: Source, given: Given) -> Iterator[Placed | ReportError | Note]:
    """Return the report of each page in a web archive, or what is wrong with it, and at the end what was skipped.

    Args:
        source: The open file, its gzip wrapping taken off; a WACZ as it is.
        given: What the caller says of all reports.

    Raises:
        ReportError: If it is broken; what stands before that is returned.
    """
    # It tells of odd records in the log, which Python prints where nobody takes it.
    log = logging.getLogger("warcio")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    skipped: Counter[str] = Counter()
    if source.head.startswith(b"PK"):
        yield from _packed(source, given, skipped)
    else:
        yield from _pages(source.stream, source.name, given, skipped)
    if skipped:
        told = ", ".join(f"{words}: {skipped[kind]:,}" for kind, words in _SKIPPED.items() if skipped[kind])
        yield Note(f"skipped {told}", source.name)


def _packed(source: Source, given: Given, skipped: Counter[str]) -> Iterator[Placed | ReportError]:
    """Read the archives in a WACZ, which is a ZIP file with them in its folder `archive`."""
    try:
        with zipfile.ZipFile(_seekable(source)) as packed:
            names = sorted(name for name in packed.namelist() if _MEMBER.fullmatch(name))
            if not names:
                message = "holds no web archive in its folder archive/; get the file again"
                raise ReportError(message)
            for name in names:
                with packed.open(name) as member:
                    stream: Any = gzip.GzipFile(fileobj=member) if name.endswith(".gz") else member
                    yield from _pages(cast("BinaryIO", io.BufferedReader(stream)), source.name, given, skipped)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error) as error:
        message = f"broken WACZ ({printable(str(error)[:200]).rstrip('.')}); get the file again"
        raise ReportError(message) from error


def _seekable(source: Source) -> Any:  # noqa: ANN401 - a path or a file, as zipfile takes either
    if source.path is not None and source.path.is_file() and not source.path.name.lower().endswith(".gz"):
        return source.path
    return io.BytesIO(source.stream.read())


def _pages(stream: BinaryIO, name: str, given: Given, skipped: Counter[str]) -> Iterator[Placed | ReportError]:
    for number, record in enumerate(_records(stream), 1):
        why = _unwanted(record)
        if why:
            skipped[why] += 1
        elif why is None:
            yield from _page(record, number, name, given, skipped)


def _records(stream: BinaryIO) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator

    records = iter(ArchiveIterator(stream))
    while True:
        try:
            record = next(records)
        except StopIteration:
            return
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise
        except Exception as error:
            # It takes the head of a record for well made; what it says of a broken one is no help.
            message = "broken web archive, in the record after those that were read; get the file again"
            raise ReportError(message) from error
        yield record


def _unwanted(record: Any) -> str | None:  # noqa: ANN401 - a record of warcio, which ships no types
    """Return why a record is not read, empty if it is no answer of a server; None if it is to be read."""
    if record.rec_type == "revisit":
        return "revisits"
    if record.rec_type not in ("response", "resource"):
        return ""
    if record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return "status"
    elif record.rec_type == "response":
        return ""
    return None if _kind(record).startswith(_PAGES) else "kind"


def _kind(record: Any) -> str:  # noqa: ANN401
    """Return the media type of a record's content, in small letters."""
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return (headers.get_header("Content-Type") or "").strip().lower()


def _page(record: Any, number: int, name: str, given: Given, skipped: Counter[str]) -> Iterator[Placed | ReportError]:  # noqa: ANN401
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    charset = _CHARSET.search(_kind(record))
    origin = Origin(
        url=url.strip("<>") or None,
        charset=charset[1] if charset else None,
        captured=record.rec_headers.get_header("WARC-Date"),
    )
    try:
        data = _content(record)
        if looks_binary(data[:65_536]):
            skipped["packed"] += 1
        elif len(data) > LARGEST_PAGE:
            skipped["large"] += 1
        else:
            yield Placed(report_of_page(data, origin=origin, given=given), name, number, versioned=True)
    except NoArticle:
        skipped["empty"] += 1
    except ReportError as error:
        yield ReportError(f"{printable(url[:200])}: {error.message}", path=name, line=number)


def _content(record: Any) -> bytes:  # noqa: ANN401
    """Return the content of a record, past its own compression.

    Raises:
        ReportError: If it breaks off or is none.
    """
    try:
        data: bytes = record.content_stream().read(LARGEST_PAGE + 1)
    except (gzip.BadGzipFile, EOFError):
        raise
    except Exception as error:
        message = "its content is broken; get the page again"
        raise ReportError(message) from error
    return data
