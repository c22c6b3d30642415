"""Addresses → bytes over the network: slowly, within limits, as robots.txt allows, and only what has changed."""

import ipaddress
import re
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx

from ranke.errors import ReportError
from ranke.report.rows import printable
from ranke.watch.robots import ALL, NOTHING, Robots, read_robots

AGENT = "ranke"
_CONNECT, _ANSWER, _WHOLE = 10.0, 20.0, 60.0
"""Seconds to reach a server, between two pieces of its answer, and for all of it."""
_REDIRECTS = 5
_LONGEST_REST = 3600.0
_OK, _UNCHANGED, _GONE = 200, 304, 400
_BUSY = (429, 503)
_MOVED = (301, 302, 303, 307, 308)
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]{3,30})", re.IGNORECASE)


class Unreachable(ReportError):  # noqa: N818 - a kind of ReportError, named by what is wrong
    """An address that can't be got now and may be later: no answer, a server that is busy or broken."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a server gave with an answer to ask later whether it has changed."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was got: the bytes, from which address, in which encoding; `data` is None if it has not changed."""

    url: str
    data: bytes | None
    charset: str | None = None
    tag: Tag = Tag()


class Fetcher:
    """Fetches from many hosts, each no faster than once in `delay` seconds.

    Args:
        version: The version of Ranke, which servers are told.
        delay: Seconds between two questions to one host, if its robots.txt asks for no more.
        sleep: What waits; a test may count instead.
    """

    def __init__(self, *, version: str, delay: float = 2.0, sleep: Callable[[float], None] = time.sleep) -> None:
        self._delay, self._sleep = delay, sleep
        self._robots: dict[str, Robots] = {}
        self._next: dict[str, float] = {}
        self._resting: dict[str, float] = {}
        headers = {"User-Agent": f"{AGENT}/{version}", "Accept-Encoding": "gzip, deflate"}
        self._client = httpx.Client(timeout=httpx.Timeout(_ANSWER, connect=_CONNECT), headers=headers)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def forget(self) -> None:
        """Ask for each host's robots.txt anew, as before each round."""
        self._robots.clear()

    def get(self, url: str, *, most: int, tag: Tag = Tag(), inside: str | None = None) -> Answer:
        """Return what stands at an address.

        Args:
            url: The address, of http or https.
            most: The most bytes that are taken.
            tag: What came with the answer before, if there was one.
            inside: An address whose host may be fetched from though it is in a private network.

        Raises:
            Unreachable: If it can't be got now.
            ReportError: If it can't be got at all, or may not.
        """
        here = url
        for _ in range(_REDIRECTS + 1):
            self._check(here, inside or url)
            answer = self._ask(here, most, tag)
            if isinstance(answer, Answer):
                return answer
            here = answer
        message = f"is moved on more than {_REDIRECTS} times; leave it out"
        raise ReportError(message, path=printable(url))

    def _check(self, url: str, inside: str) -> None:
        """Refuse what may not be fetched."""
        host = _host(url)
        if _host(inside) != host and _is_private(urlsplit(url).hostname or ""):
            message = "stands in a private network, and the feed that names it does not; leave it out"
            raise ReportError(message, path=printable(url))
        if not self._robots_of(url).allow(url):
            message = "may not be fetched, as robots.txt says (or that can't be got now); save the page yourself"
            raise ReportError(message, path=printable(url))

    def _robots_of(self, url: str) -> Robots:
        host = _host(url)
        if host not in self._robots:
            self._robots[host] = self._read_robots(f"{urlsplit(url).scheme}://{urlsplit(url).netloc}/robots.txt")
        return self._robots[host]

    def _read_robots(self, url: str) -> Robots:
        here = url
        for _ in range(_REDIRECTS + 1):
            try:
                answer = self._ask(here, 500_000, Tag())
            except Unreachable:
                return NOTHING
            except ReportError:
                return ALL
            if isinstance(answer, Answer):
                return read_robots((answer.data or b"").decode("utf-8", "replace"), agent=AGENT)
            if _is_private(urlsplit(answer).hostname or "") and _host(answer) != _host(url):
                return ALL
            here = answer
        return ALL

    def _ask(self, url: str, most: int, tag: Tag) -> Answer | str:
        """Return the answer to one question, or the address where the server sends us."""
        self._wait(url)
        headers = {"If-None-Match": tag.etag, "If-Modified-Since": tag.modified}
        try:
            with self._client.stream("GET", url, headers={key: one for key, one in headers.items() if one}) as response:
                return self._answer(url, response, most)
        except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError, httpx.ProxyError) as error:
            message = f"can't be got ({_reason(error)}); it is tried again in the next round"
            raise Unreachable(message, path=printable(url)) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
            message = f"can't be got ({_reason(error)}); check the address"
            raise ReportError(message, path=printable(url)) from error
        finally:
            self._next[_host(url)] = time.monotonic() + self._pace(url)

    def _answer(self, url: str, response: httpx.Response, most: int) -> Answer | str:
        status, headers = response.status_code, response.headers
        if status in _MOVED and headers.get("Location"):
            return urljoin(url, headers["Location"])
        if status in _BUSY:
            self._resting[_host(url)] = time.monotonic() + _seconds(headers.get("Retry-After"))
        if status in _BUSY or status > 500:  # noqa: PLR2004 - 500 itself is a broken page as often as a broken server
            message = f"can't be got (the server answers {status}); it is tried again in the next round"
            raise Unreachable(message, path=printable(url))
        tag = Tag(headers.get("ETag", ""), headers.get("Last-Modified", ""))
        if status == _UNCHANGED:
            return Answer(url, None, tag=tag)
        if status != _OK:
            message = f"can't be got (the server answers {status}); check the address"
            raise ReportError(message, path=printable(url))
        found = _CHARSET.search(headers.get("Content-Type", ""))
        return Answer(url, _body(url, response, most), found[1] if found else None, tag)

    def _wait(self, url: str) -> None:
        """Wait until the host may be asked again; do not wait for one that wants to be left alone for long."""
        host, now = _host(url), time.monotonic()
        if self._resting.get(host, 0.0) > now:
            message = "can't be got (the server has asked to be left alone); it is tried again in the next round"
            raise Unreachable(message, path=printable(url))
        if (rest := self._next.get(host, 0.0) - now) > 0:
            self._sleep(rest)

    def _pace(self, url: str) -> float:
        return max(self._delay, self._robots.get(_host(url), ALL).delay)


def _body(url: str, response: httpx.Response, most: int) -> bytes:
    """Return the bytes of an answer, unpacked, as long as they are no more than wanted and come in time."""
    until = time.monotonic() + _WHOLE
    data = bytearray()
    for piece in response.iter_bytes(65_536):
        data += piece
        if len(data) > most:
            message = f"is larger than {most // 1_000_000} MB; leave it out"
            raise ReportError(message, path=printable(url))
        if time.monotonic() > until:
            message = f"can't be got (it takes more than {_WHOLE:.0f} seconds); it is tried again in the next round"
            raise Unreachable(message, path=printable(url))
    return bytes(data)


def _host(url: str) -> str:
    """Return the host of an address with its port.

    Raises:
        ReportError: If it is no address of http or https.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    except (ValueError, KeyError):
        parts, port = None, 0
    if not parts or not parts.hostname or parts.username:
        message = "is no address of http or https; check it"
        raise ReportError(message, path=printable(url[:200]))
    return f"{parts.hostname}:{port}"


def _is_private(host: str) -> bool:
    """Tell whether a host stands in the user's own network, where no feed from outside has any business."""
    try:
        found = {ipaddress.ip_address(host)}
    except ValueError:
        try:
            found = {ipaddress.ip_address(str(one[4][0])) for one in socket.getaddrinfo(host, None)}
        except (OSError, ValueError):
            return False
    return any(not one.is_global for one in found)


def _reason(error: Exception) -> str:
    return printable((str(error) or type(error).__name__).split("\n")[0][:200].rstrip("."))


def _seconds(words: str | None) -> float:
    """Return how long a busy server wants to be left alone; a minute where it gives no number."""
    return min(float(words), _LONGEST_REST) if words and words.isascii() and words.isdecimal() else 60.0
