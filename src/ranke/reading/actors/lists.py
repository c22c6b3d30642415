"""The people whom a plural names: "Presidents Trump and Putin", "the two leaders - France's Macron and ...".

A list follows its plural directly, after a dash or colon, or after a comma where the plural tells how many there are.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from ranke.reading.actors.spots import Spot

_DASHES = frozenset({":", "–", "—", "-", "--"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5}
_APPOSED = 14
"""Tokens of a complement between the plural and its names."""
_LIST_GAP = 6
"""Tokens between two names of a list."""
_LIST_LENGTH = 40
"""Tokens that a list of names may take."""


def named_list(doc: Doc, spots: list[Spot], k: int) -> list[Spot]:
    """Return the names after a plural."""
    spot = spots[k]
    if spot.kind != "group":
        return []
    size = _NUMBERS.get(spot.number, 0)
    tail = _after_phrase(doc, spot.tail) if size else spot.tail
    mark = doc[tail].text if tail < len(doc) else ""
    if mark in _DASHES or (mark == "," and size):
        people = [name for name in spots[k + 1 : k + 20] if name.named and name.kind == "person" and name.start > tail]
        near = [name for name in people if name.start < tail + _LIST_LENGTH]
        listed = [name for name in near[: size or len(near)] if _same_list(doc, tail, name)]
        return listed if len(listed) > 1 and size in (0, len(listed)) else []
    return list(_run(doc, spots, k))


def _after_phrase(doc: Doc, tail: int) -> int:
    """Return where the names may follow: "two judges of the high court in Pretoria, A and B"."""
    if tail >= len(doc) or doc[tail].dep_ != "prep":
        return tail
    for token in doc[tail : tail + _APPOSED]:
        if token.pos_ in ("VERB", "AUX") or token.is_sent_end:
            return tail
        if token.text == ",":
            return token.i
    return tail


def _same_list(doc: Doc, start: int, name: Spot) -> bool:
    """Whether only list marks, owners and titles stand between two tokens: no verb, no end of a sentence."""
    return not any(doc[i].pos_ in ("VERB", "AUX") or doc[i].is_sent_start for i in range(start + 1, name.start))


def _run(doc: Doc, spots: list[Spot], k: int) -> Iterator[Spot]:
    """Yield the people named right after a plural, joined by commas and "and"."""
    end, first = spots[k].end, True
    for name in spots[k + 1 : k + 10]:
        if not name.named or name.kind != "person":
            if first and name.start <= end:
                return
            continue
        between = doc[end : name.start]
        if first and name.start != end:
            return
        if not first and (len(between) > _LIST_GAP or not any(token.lower_ in (",", "and") for token in between)):
            return
        yield name
        end, first = name.end, False
