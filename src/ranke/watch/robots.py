"""What a site's robots.txt lets a program fetch, and how fast.

Source: RFC 9309, Robots Exclusion Protocol, sections 2.2 and 2.5; `Crawl-delay` as search engines take it.
"""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_LARGEST = 500_000
"""Characters that are read of a robots.txt, as RFC 9309 has it."""
_LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one program: pairs of whether a path is allowed and its pattern; the delay is in seconds."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allow(self, url: str) -> bool:
        """Tell whether an address may be fetched: the longest pattern that fits decides, of two the one that allows."""
        parts = urlsplit(url)
        path = unquote(parts.path or "/") + (f"?{unquote(parts.query)}" if parts.query else "")
        if path == "/robots.txt":
            return True
        fitting = [(len(pattern), allowed) for allowed, pattern in self.rules if _fits(pattern, path)]
        return max(fitting)[1] if fitting else True


ALL = Robots()
"""The rules of a site that has none."""
NOTHING = Robots(rules=((False, "/"),))
"""The rules of a site whose robots.txt can't be got at the moment."""


def read_robots(text: str, *, agent: str) -> Robots:
    """Return the rules of a robots.txt for a program: those that name it, else those for all.

    Args:
        text: The file; lines that can't be understood are passed over.
        agent: The name of the program, without its version.
    """
    own, others = _Rules(), _Rules()
    chosen: list[_Rules] = []
    heading = False
    for line in text[:_LARGEST].lstrip("\ufeff").splitlines():
        key, colon, value = line.split("#", 1)[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            chosen = chosen if heading else []
            heading = True
            chosen += [own] if value.lower() == agent.lower() else [others] if value == "*" else []
            for one in chosen:
                one.named = True
            continue
        heading = False
        for one in chosen:
            one.take(key, value)
    best = own if own.named else others
    return Robots(tuple(best.rules), best.delay)


class _Rules:
    """The rules for one program while a file is read."""

    def __init__(self) -> None:
        self.rules: list[tuple[bool, str]] = []
        self.delay = 0.0
        self.named = False

    def take(self, key: str, value: str) -> None:
        if key in ("allow", "disallow") and value.startswith(("/", "*")):
            self.rules.append((key == "allow", unquote(value)))
        elif key == "crawl-delay":
            try:
                self.delay = min(max(0.0, float(value)), _LONGEST_DELAY)
            except ValueError:
                return


def _fits(pattern: str, path: str) -> bool:
    """Tell whether a path begins as a pattern says: `*` stands for any characters, `$` at its end for the end."""
    whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for part in rest[:-1]:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    if not rest:
        return not whole or at == len(path)
    if whole:
        return path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at
    return path.find(rest[-1], at) >= 0
