"""A saved page → one `Report`: the text of its article, without what a site puts around and between it."""

import hashlib
import logging
import re
from dataclasses import dataclass
from typing import Any

from ranke.errors import ReportError
from ranke.model import Report
from ranke.report.blocks import lines_of
from ranke.report.datelines import NameDate, read_agency, read_dateline, read_name
from ranke.report.decoding import decode, wide_codec
from ranke.report.lines import is_prose, news_of, words_in
from ranke.report.pageheads import host_of, read_page_head
from ranke.report.rows import Given, build

LARGEST_PAGE = 50_000_000
"""Bytes of one page; pages that were saved with their pictures inside have some ten million."""
_MOST_ELEMENTS = 20_000
"""Elements of one page. Long live pages have some thousand; the time that a page takes grows faster than they do."""
_FEWEST_WORDS = 8
"""Words of an article; what has less is a stub, a list of links or a picture."""
_CHARSET = re.compile(rb"""charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{3,30})""", re.IGNORECASE)
_ONE_BYTE = re.compile(
    r"(?:windows|cp)-?(125[0-8]|874)|iso-?8859-\d{1,2}|koi8-[ru]|gbk|gb2312|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|macintosh"
)
"""Encodings that a page may say of itself; any other name is not trusted."""
_INSIDE = re.compile(r"""data:[\w/+.;=-]{0,200},[^"'\s<>)]*""")
"""A picture or font that stands in the page itself."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_NO_NAME = NameDate(None, None)
_NO_CONTENT = (
    "script", "style", "svg", "template", "noscript", "iframe", "object", "select", "canvas", "math", "nav", "aside",
    "footer", "button", "video", "audio", "picture",
)  # fmt: skip
"""What no article stands in; with it gone the search for the article is quicker too."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page is from, as far as that is known apart from the page.

    Args:
        name: The name of its file.
        url: Where it was got from.
        charset: The encoding that its server named.
        captured: When it was got, as a date with or without a time; its day stands in where the page has none.
        published: The day that a feed gives it.
        title: The title that a feed gives it.
        outlet: The outlet that a feed gives it.
    """

    name: str = ""
    url: str | None = None
    charset: str | None = None
    captured: str | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None


class NoArticle(ReportError):  # noqa: N818 - it is a kind of ReportError, named by what is missing
    """A page in which there is no article: a front page, a list of links, a picture."""


def report_of_page(data: bytes, *, origin: Origin, given: Given) -> Report:
    """Return the report that a page holds.

    The date is the first of: what the page says of itself in its head or marks as its date, its address, a feed, what
    the caller gave, a dateline, the name of the file, the day when it was got. The id is made of its address, else of
    its text.

    Args:
        data: The page as it was saved.
        origin: Where it is from.
        given: What the caller says of all reports.

    Raises:
        NoArticle: If there is no article in it.
        ReportError: If it can't be taken apart, or has no date, or the date can't be read.
    """
    tree = parsed(_decoded(data, origin.charset))
    head = read_page_head(tree, url=origin.url)
    body = _body(tree)
    title = head.title or origin.title
    news = [line for line in news_of(lines_of(body)) if not _is_title(line, title)]
    if sum(map(words_in, news)) < _FEWEST_WORDS or not any(map(is_prose, news)):
        message = "holds no article, only links, headings or a few words; give the page of one report, or leave it out"
        raise NoArticle(message)
    date = _date_of([head.date, origin.published, given.date], body, news, origin)
    outlet = head.outlet or origin.outlet or host_of(head.url) or read_agency("\n".join(news))
    known = {"title": title, "outlet": outlet, "url": head.url, "language": head.language, "id": id_of(head.url)}
    extra = {"captured": origin.captured} if origin.captured else {}
    return build("\n\n".join(news), date, {key: word for key, word in known.items() if word}, extra, given=given)


def id_of(url: str | None) -> str | None:
    """Return the id of what stands at an address: the same on every run; None if there is no address."""
    return hashlib.sha256(url.encode()).hexdigest()[:16] if url else None


def parsed(text: str) -> Any:  # noqa: ANN401 - an element of lxml, which ships no types
    """Return the tree of a page or a piece of one.

    Raises:
        ReportError: If there is nothing in it, or too much.
    """
    from lxml import etree, html

    clean = _NOT_IN_XML.sub(" ", _INSIDE.sub("", text))
    try:
        parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
        tree = html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        message = "holds no HTML; save the page again"
        raise ReportError(message) from error
    return tree


def _decoded(data: bytes, charset: str | None) -> str:
    """Return the text of a page, by its bytes where they tell, else by what its server or itself says."""
    if not wide_codec(data):
        try:
            return data.decode()
        except UnicodeDecodeError:
            found = _CHARSET.search(data[:4096])
            for name in (charset, found[1].decode("ascii", "replace") if found else None):
                if name and _ONE_BYTE.fullmatch(name.lower()):
                    codec = "cp1252" if name.lower() == "iso-8859-1" else name
                    try:
                        return data.decode(codec, "replace")
                    except LookupError:
                        continue
    return decode(data)


def _body(tree: Any) -> Any:  # noqa: ANN401 - elements of lxml
    """Return the page's article as a tree, bylines and the like still in it."""
    from lxml import etree

    etree.strip_elements(tree, *_NO_CONTENT, etree.Comment, with_tail=False)
    count = sum(1 for _ in tree.iter())
    if count > _MOST_ELEMENTS:
        message = f"has {count:,} elements, more than {_MOST_ELEMENTS:,}; save its text alone and give that"
        raise ReportError(message)
    for precise in (True, False):  # what is left out for being unsure may be all that there is
        body = _extracted(tree, precise=precise)
        if body is not None and lines_of(body):
            return body
    return etree.Element("body")


def _extracted(tree: Any, *, precise: bool) -> Any:  # noqa: ANN401 - elements of lxml
    import trafilatura

    # It tells of odd pages in the log, which Python prints where nobody takes it.
    log = logging.getLogger("trafilatura")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    try:
        # Neither its date nor its other metadata are asked for: for those it looks at the clock.
        found = trafilatura.bare_extraction(
            tree, favor_precision=precise, include_comments=False, include_tables=True, with_metadata=False
        )
    except Exception as error:
        message = f"can't be taken apart ({type(error).__name__}); save its text alone and give that"
        raise ReportError(message) from error
    return getattr(found, "body", None)


def _is_title(line: str, title: str | None) -> bool:
    """Tell whether a line is the page's title, which may begin or end with the name of the outlet."""
    whole, part = (title or "").casefold().rstrip("."), line.casefold().rstrip(".")
    return whole == part or (not line.endswith(".") and (whole.endswith(part) or whole.startswith(part)))


def _date_of(own: list[str | None], body: Any, news: list[str], origin: Origin) -> str:  # noqa: ANN401 - an element of lxml
    """Return the first date that is given, else the one of a dateline, the file's name or the day when it was got."""
    for date in own:
        if date:
            return date
    name, captured = read_name(origin.name), read_name((origin.captured or "")[:10])
    shown = read_dateline("\n".join(lines_of(body, whole=True)), name=_NO_NAME)
    hint = next((one for one in (name, read_name(shown or ""), captured) if one.year), _NO_NAME)
    if date := read_dateline("\n".join(news), name=hint) or shown or name.day or captured.day:
        return date
    message = (
        "no date in head, text, address or name of the page; give --date YYYY-MM-DD or put the day in the file's name"
    )
    raise ReportError(message)
