"""The name set after the noun that it belongs to: "the Turkish president, Recep Tayyip Erdogan, said".

The name may come with a title or a country of its own: "the rebels' chief, General Ada Novak", "the envoy, Chile's Ana
Vidal".
"""

from spacy.tokens import Doc

from ranke.offices.nouns import body_sector
from ranke.reading.actors.spots import Spot, zone_start

CLOSING = frozenset({
    ",", ".", ";", ":", ")", "—", "–", "--", "-", "who", "whose", "?", "!", "which", "”", '"', "]",
})  # fmt: skip
"""What ends an apposition."""
AHEAD = 8
"""Expressions looked at after a name or a noun."""
_COURTESY = frozenset({"dr", "mr", "mrs", "ms", "the", "sir"})
_TRADE = frozenset({
    "owner", "founder", "manager", "executive", "worker", "employee", "maker", "supplier", "retailer", "contractor",
})  # fmt: skip
"""Nouns for people that stand after companies' names too."""
_COMPLEMENT = 7
"""Tokens of the words that go on telling what somebody's office is."""
_BRACKET = 14
"""Tokens between a bracket and its end."""


def fits(noun: Spot, name: Spot) -> bool:
    """Whether a noun can say what this name names."""
    if not name.named or (noun.plural != name.plural and name.kind == "person"):
        return False
    if noun.kind == "person":
        return name.kind == "person" or _maybe_person(noun, name)
    if noun.kind in ("organization", "media"):
        return name.kind in ("organization", "media", None)
    return noun.kind == "group" and name.kind in ("organization", "group", "media")


def _maybe_person(noun: Spot, name: Spot) -> bool:
    """Whether a name that was taken for a body's may be a person's: "Staffan de Mistura, the envoy"."""
    unknown = name.kind == "organization" and name.known is None and len(name.words) > 1
    return unknown and body_sector(name.words) is None and noun.noun not in _TRADE


def named_after(doc: Doc, spots: list[Spot], k: int) -> Spot | None:
    """Return the name in apposition to its title, if there is one."""
    spot = spots[k]
    tail = _after_place(doc, spots, k)
    if spot.plural or tail >= len(doc) or doc[tail].text not in (",", "—", "–"):
        return None
    name = next((name for name in spots[k + 1 : k + AHEAD] if name.start > tail), None)
    if name is None or not fits(spot, name) or not _follows(doc, tail, name):
        name = _titled(doc, spots, k, tail)
    if name is None:
        return None
    if doc[spot.head].dep_ == "appos" or (doc[name.head].dep_ == "appos" and doc[name.head].head.i == spot.head):
        return name
    after = doc[name.end] if name.end < len(doc) else None
    person = name.kind == "person"
    closed = after is None or after.text in CLOSING or (person and after.pos_ in ("VERB", "AUX", "ADV"))
    return name if closed and (spot.definite or person) else None


def _follows(doc: Doc, tail: int, name: Spot) -> bool:
    """Whether nothing but a courtesy stands between the comma and a name."""
    return all(doc[i].lower_ in _COURTESY or doc[i].is_punct for i in range(tail + 1, name.start))


def _titled(doc: Doc, spots: list[Spot], k: int, tail: int) -> Spot | None:
    """Return the person named after the comma with another title or a country before his name."""
    if spots[k].kind != "person" or _is_set_off(doc, spots, k):
        return None
    name = next(
        (one for one in spots[k + 1 : k + AHEAD] if one.start > tail and one.named and one.kind == "person"), None
    )
    return name if name is not None and zone_start(doc, name.start, name.end) == tail + 1 else None


def _is_set_off(doc: Doc, spots: list[Spot], k: int) -> bool:
    """Whether a noun is said of the person before it: in "Jo Hill, the envoy, Minister Ada Novak" it is Hill's."""
    start = zone_start(doc, spots[k].start, spots[k].end)
    before = (one for one in reversed(spots[max(k - AHEAD, 0) : k]) if one.end == start - 1)
    return start > 1 and doc[start - 1].text == "," and any(one.named and one.kind == "person" for one in before)


def after_bracket(doc: Doc, end: int) -> int:
    """Return where a bracket that stands at a token ends, or the token: "MP (Member of Parliament) Ada Novak"."""
    if end >= len(doc) or doc[end].text not in ("(", "["):
        return end
    return next((i + 1 for i in range(end + 1, min(end + _BRACKET, len(doc))) if doc[i].text in (")", "]")), end)


def _after_complement(doc: Doc, spot: Spot, tail: int) -> int:
    """Return the comma after further words of a person's office: "the minister in charge of roads, Ada Novak"."""
    if spot.kind != "person" or spot.plural or tail >= len(doc):
        return tail
    if doc[tail].tag_ != "IN" and doc[tail].lower_ != "responsible":
        return tail
    for i in range(tail, min(tail + _COMPLEMENT, len(doc))):
        if doc[i].text == ",":
            return i
        above = doc[i]
        for _ in range(_COMPLEMENT):
            if above.i == spot.head or above.head is above:
                break
            above = above.head
        if above.i != spot.head or doc[i].is_punct or doc[i].pos_ in ("VERB", "AUX", "PRON"):
            break
    return tail


def _after_place(doc: Doc, spots: list[Spot], k: int) -> int:
    """Return the end of a noun's complement, and of the place set off after it: "a resident of Antioch, Illinois,"."""
    tail = _after_complement(doc, spots[k], after_bracket(doc, spots[k].tail))
    for place in spots[k + 1 : k + 4]:
        if (
            place.local
            and place.start == tail + 1
            and place.end < len(doc)
            and doc[tail].text == doc[place.end].text == ","
        ):
            return place.end
    return tail
