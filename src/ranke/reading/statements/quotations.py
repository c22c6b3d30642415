"""Where the quotation marks of a text open and close, whatever the style of the marks.

Works on characters alone. A mark left open ends with its paragraph, unless the next paragraph opens with a mark again:
then the quotation goes on. Marks set the wrong way round (”so“) are read by what stands beside them.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from ranke.model import Span

_DOUBLE = '"“”„‟«»〝〞″'
_OPENING = "“„‟«〝"
_MARKS = re.compile(rf"[{_DOUBLE}‘’‚‹›']")
_PARAGRAPH = re.compile(r"[^\n]+")
_SINGLE_LIMIT = 600
"""Characters within which a single mark must close: beyond that it was an apostrophe."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: `inner` are the words, `outer` the words with their marks; `nested` if it stands inside another."""

    inner: Span
    outer: Span
    nested: bool = False
    closed: bool = True


class Quotations:
    """The quotations of one text in its order, and which characters they cover."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = find_quotations(text)
        self.top = [quotation for quotation in self.all if not quotation.nested]
        self._starts = [quotation.outer[0] for quotation in self.top]

    def at(self, place: int) -> Quotation | None:
        """Return the quotation, outermost, that this character stands in."""
        i = bisect_right(self._starts, place) - 1
        return self.top[i] if i >= 0 and self.top[i].outer[0] <= place < self.top[i].outer[1] else None

    def next_after(self, place: int) -> Quotation | None:
        """Return the first quotation that opens at this character or later."""
        i = bisect_right(self._starts, place - 1)
        return self.top[i] if i < len(self.top) else None


def find_quotations(text: str) -> list[Quotation]:
    """Return every quotation of a text, by place; one inside another is marked `nested`."""
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        for quotation in _doubles(text, start, end):
            last = found[-1] if found else None
            if last and not last.closed and _continues(text, last, quotation, start):
                found[-1] = _quotation(text, last.outer[0], quotation.outer[1], closed=quotation.closed)
            else:
                found.append(quotation)
    both = [*found, *_singles(text, found)]
    return _nest(sorted(both, key=lambda quotation: (quotation.outer[0], -quotation.outer[1])))


def _nest(found: list[Quotation]) -> list[Quotation]:
    """Mark each quotation that stands inside an earlier one."""
    covered = 0
    result = []
    for quotation in found:
        result.append(replace(quotation, nested=quotation.outer[0] < covered))
        covered = max(covered, quotation.outer[1])
    return result


def _continues(text: str, last: Quotation, quotation: Quotation, paragraph: int) -> bool:
    """Tell whether this quotation opens the paragraph right after one whose quotation was left open."""
    opens = not text[paragraph : quotation.outer[0]].strip()
    return opens and not text[last.outer[1] : quotation.outer[0]].strip() and text[last.inner[1] - 1] in ".!?…"


def _quotation(text: str, start: int, end: int, *, closed: bool = True) -> Quotation:
    left, right = start + 1, end - 1 if closed else end
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    return Quotation((left, right), (start, end), closed=closed)


def _doubles(text: str, start: int, end: int) -> list[Quotation]:
    """Pair the double marks of one paragraph."""
    marks = [m.start() for m in _MARKS.finditer(text, start, end) if m.group() in _DOUBLE]
    straight = [at for at in marks if text[at] in '"″']
    toggled = len(straight) % 2 == 0
    found: list[Quotation] = []
    opened = -1
    for at in marks:
        if opened < 0:
            if _may_open(text, at, end):
                opened = at
        elif not _reopens(text, at, toggled=toggled):
            found.append(_quotation(text, opened, at + 1))
            opened = -1
    if opened >= 0:
        found.append(_quotation(text, opened, end, closed=False))
    return [quotation for quotation in found if quotation.inner[0] < quotation.inner[1]]


def _may_open(text: str, at: int, end: int) -> bool:
    """Tell whether a mark can open here: a closing mark can't, unless it stands before a word the wrong way round."""
    after = text[at + 1] if at + 1 < end else " "
    before = text[at - 1] if at else " "
    if text[at] in _OPENING or text[at] == "»":
        return True
    if text[at] in '"″':
        return not (before.isdigit() and not after.isalpha())  # 5' 11" is a height
    return not after.isspace() and not before.isalnum()


def _reopens(text: str, at: int, *, toggled: bool) -> bool:
    """Tell whether a mark inside an open quotation opens it anew (a new paragraph run on) and does not close it."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    opens = before.isspace() and after.strip() != "" and after not in ",.;:!?)"
    if text[at] in '"″':
        return opens and not toggled
    return opens and text[at] in "“«„〝"


def _singles(text: str, doubles: list[Quotation]) -> list[Quotation]:
    """Pair single marks, telling them from apostrophes by what stands beside them."""
    starts = [quotation.outer[0] for quotation in doubles]
    found: list[Quotation] = []
    done = 0
    for mark in _MARKS.finditer(text):
        at = mark.start()
        if at < done or mark.group() not in "‘‚‹'’" or not _opens_single(text, at):
            continue
        i = bisect_right(starts, at) - 1
        limit = doubles[i].inner[1] if i >= 0 and at < doubles[i].outer[1] else len(text)
        close = _closing_single(text, at, min(limit, at + _SINGLE_LIMIT))
        if close > 0:
            found.append(_quotation(text, at, close + 1))
            done = close + 1
    return found


def _opens_single(text: str, at: int) -> bool:
    before, after = text[at - 1] if at else " ", text[at + 1 : at + 2]
    if not (before.isspace() or before in '([—–-“"') or not (after.isalpha() or after in "[…." or after.isdigit()):
        return False
    if text[at] in "‘‚‹":
        return True
    return not re.match(r"(\d0s|\d\d\b|tis|twas|em\b|cause\b|til\b|n\b)", text[at + 1 : at + 8], re.IGNORECASE)


_ENDS = re.compile(r"(?<=\S)['’›](?![A-Za-z0-9])")


def _closing_single(text: str, at: int, limit: int) -> int:
    """Return the mark that closes a single quotation, or -1; a plural's apostrophe (kings’ plans) is passed over."""
    line = text.find("\n", at)
    limit = min(limit, line) if line >= 0 else limit
    fallback = -1
    for mark in _ENDS.finditer(text, at + 2, limit):
        place = mark.start()
        if text[place - 1] == "s" and re.match(r" [a-z]", text[place + 1 : place + 3]):
            fallback = fallback if fallback > 0 else place
            continue
        return place
    if fallback > 0 and text[at] in "‘‚‹":
        return fallback
    return -1
