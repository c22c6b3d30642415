"""What a page says of itself: title, outlet, address, language and the day it was published."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from ranke.report.datelines import NameDate, read_dateline
from ranke.report.dates import read_day

_PUBLISHED = (
    "article:published_time", "datepublished", "og:article:published_time", "article:published", "pubdate",
    "publishdate", "publish-date", "publish_date", "published_time", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "date",
    "citation_publication_date", "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished",
    "original-publish-date", "article_date_original", "displaydate", "ptime", "pub_date",
)  # fmt: skip
"""Names of the field of a page's head that holds the day of publication, the surest first."""
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_OUTLETS = ("og:site_name", "dc.publisher", "publisher", "application-name", "twitter:site")
_DATE_NAME = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|datetime|pubdate|published|publish|publication|posted|timestamp|byline|post-?meta"
    r"|article-?meta|entry-?meta)(?:$|[\s_-])",
    re.IGNORECASE,
)
_IN_URL = re.compile(r"/((?:19|20)[0-9]{2})[/-]?([01][0-9])[/-]?([0-3][0-9])(?=[/_.-]|$)")
_SAVED_FROM = re.compile(r"\bsaved from url=\([0-9]{1,6}\)(\S{1,2000})|Page saved with SingleFile\s+url: (\S{1,2000})")
_NO_DAY = ("0001-01-01", "1970-01-01")
"""What programs write where there is no date."""
_LONGEST = 120
_LONGEST_URL = 2_000
_MOST = 200
"""Dates, or pieces of JSON, of one page that are looked at."""
_LEFT_OUT = re.compile(r"(?:utm_\w+|fbclid|gclid|cmpid|ocid|mc_[ce]id|igshid|ref|ref_src|smid)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says of itself; None where it says nothing. `date` is in the page's own words."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: str | None = None
    language: str | None = None


def read_page_head(tree: Any, *, url: str | None = None) -> PageHead:  # noqa: ANN401 - an element of lxml
    """Return what a page says of itself.

    Args:
        tree: The page's root, an element of lxml.
        url: Where the page was got from, if that is known.
    """
    fields = _fields(tree)
    parts = list(_structured(tree))
    article = next((part for part in parts if "datePublished" in part or "headline" in part), {})
    address = _address(tree, fields, url)
    headings = tree.findall(".//h1")
    title = (
        _words(article.get("headline"))
        or next((fields[name] for name in _TITLES if name in fields), None)
        or (_text(headings[0]) if len(headings) == 1 else None)
        or _text(tree.find(".//title"))
    )
    publisher = _name(article.get("publisher")) or next((fields[one] for one in _OUTLETS if one in fields), None)
    outlet = publisher.lstrip("@") if publisher else None
    return PageHead(
        title=_without_outlet(title, outlet) if title else None,
        outlet=outlet,
        url=address,
        date=_date(tree, fields, parts, address),
        language=_language(tree),
    )


def _without_outlet(title: str, outlet: str | None) -> str:
    """Return a title without the outlet that stands after a dash or bar at its end: `Truce holds - Norland Herald`."""
    found = re.fullmatch(r"(.{3,}?)\s+[-|\u2013\u2014\u00bb:\u00b7]\s+(.{2,60})", title) if outlet else None
    return found[1] if found and found[2].casefold() == (outlet or "").casefold() else title


def host_of(url: str | None) -> str | None:
    """Return the host of an address without `www.`; None if there is none."""
    parts = _split(url) if url else None
    return str(parts.hostname).removeprefix("www.") if parts and parts.hostname else None


def canonical(url: str) -> str | None:
    """Return an address as pages are told apart by it, without what only counts visits; None if it is none."""
    parts = _split(url.strip())
    if not parts or parts.scheme not in ("http", "https") or not parts.hostname or len(url) > _LONGEST_URL:
        return None
    query = "&".join(one for one in parts.query.split("&") if one and not _LEFT_OUT.match(one.split("=")[0]))
    host = parts.hostname.lower() + (f":{parts.port}" if parts.port not in (None, 80, 443) else "")
    return str(urlunsplit((parts.scheme, host, parts.path or "/", query, "")))


def _split(url: str) -> Any:  # noqa: ANN401 - the parts of an address, or None
    try:
        parts = urlsplit(url)
        _ = parts.port, parts.hostname
    except ValueError:
        return None
    return parts


def _fields(tree: Any) -> dict[str, str]:  # noqa: ANN401
    """Return the fields of the page's head by their names; of several the first."""
    found: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if words := " ".join(meta.get("content").split()):
            found.setdefault(name.lower(), words)
    return found


def _structured(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield the objects of the page's JSON-LD that are articles or the like, those of news first."""
    objects: list[dict[str, Any]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [value]
        while waiting and len(objects) < _MOST:
            one = waiting.pop(0)
            if isinstance(one, dict):
                objects.append(one)
                waiting += one["@graph"] if isinstance(one.get("@graph"), list) else []
                waiting += [one["mainEntity"]] if "mainEntity" in one else []
            elif isinstance(one, list):
                waiting += one[:_MOST]
    yield from sorted(objects, key=_rank)


def _rank(part: dict[str, Any]) -> int:
    kinds = part.get("@type")
    kinds = " ".join(str(one) for one in kinds) if isinstance(kinds, list) else str(kinds)
    return 0 if re.search("Article|Report|Posting", kinds) else 1 if "WebPage" in kinds else 2


def _address(tree: Any, fields: dict[str, str], url: str | None) -> str | None:  # noqa: ANN401
    """Return the page's own address: the canonical one, else where it was got from or saved from."""
    link = tree.find(".//link[@rel='canonical']")
    saved = None
    for comment in tree.xpath("preceding-sibling::comment()|comment()|*/comment()")[:5]:
        if found := _SAVED_FROM.search(comment.text or ""):
            saved = found[1] or found[2]
    given = [link.get("href") if link is not None else None, fields.get("og:url")]
    base = url or saved
    for one in given:
        try:
            address = canonical(urljoin(base or "", one)) if one else None
        except ValueError:
            continue
        # Many a site names its front page on all of its pages.
        if address and (urlsplit(address).path != "/" or urlsplit(address).query):
            return address
    return canonical(base) if base else None


def _date(tree: Any, fields: dict[str, str], parts: list[dict[str, Any]], url: str | None) -> str | None:  # noqa: ANN401
    """Return the day of publication in the page's own words, by the surest sign that names one."""
    told = [part.get("datePublished") for part in parts]
    told += [fields.get(name) for name in _PUBLISHED]
    told += [part.get("dateCreated") for part in parts]
    for words in told:
        if isinstance(words, str) and _day(words):
            return words
    if url and (found := _IN_URL.search(urlsplit(url).path)) and (day := _day("-".join(found.groups()))):
        return day
    return _shown(tree)


def _shown(tree: Any) -> str | None:  # noqa: ANN401
    """Return the day that the page shows: in its article, or the only one that it shows anywhere."""
    for marked in (
        tree.xpath("//*[@itemprop='datePublished' or @pubdate]"),
        tree.xpath("(//article|//main)//time | (//article|//main)//*[@class or @id]"),
        tree.xpath("//time | //*[@class or @id]"),
    ):
        days = [day for element in marked[: _MOST * 50] if (day := _marked_day(element))]
        if days and len(set(days[:_MOST])) == 1:
            return days[0]
    return None


def _marked_day(element: Any) -> str | None:  # noqa: ANN401
    if element.tag == "time" or element.get("itemprop") == "datePublished":
        for name in ("datetime", "content"):
            if day := _day(element.get(name) or ""):
                return day
    elif not _DATE_NAME.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return None
    words = _text(element)
    return (_day(words) or read_dateline(words, name=NameDate(None, None))) if words else None


def _day(words: str) -> str | None:
    try:
        day = read_day(words).iso
    except ValueError:
        return None
    return day if day not in _NO_DAY else None


def _language(tree: Any) -> str | None:  # noqa: ANN401
    """Return the code of the page's language, without its region."""
    found = re.match(
        r"[A-Za-z]{2,3}(?=[-_]|$)", tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    )
    return found[0].lower() if found else None


def _name(value: Any) -> str | None:  # noqa: ANN401 - what JSON holds
    if isinstance(value, list):
        value = value[0] if value else None
    return _words(value.get("name") if isinstance(value, dict) else value)


def _words(value: Any) -> str | None:  # noqa: ANN401 - what JSON holds
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _text(element: Any) -> str | None:  # noqa: ANN401
    """Return the text of an element if it is short."""
    if element is None:
        return None
    words: list[str] = []
    count = 0
    for part in element.itertext():
        words.append(part)
        count += len(part)
        if count > 4 * _LONGEST * 4:
            return None
    folded = " ".join("".join(words).split())
    return folded if 0 < len(folded) <= 4 * _LONGEST else None
