"""What the words of a description say, without a parse: its head, whose and where it is, the body it belongs to."""

from collections.abc import Sequence

from ranke.offices.drafts import WORDS, Draft, Parts, Spot, Word, draft
from ranke.offices.lookups import Known, country_names, fold, match_at
from ranke.offices.naming import find_known_person, find_owner, find_spots, name_person
from ranke.offices.nouns import Noun, body_sector, default_sector, find_nouns, is_body_word, portable, speaks_for
from ranke.offices.tenures import Offices
from ranke.offices.titles import ALONE, OVER, PAST
from ranke.offices.whereabouts import find_place

__all__ = ["Parts", "describe"]

_DEEP = 3
"""Descriptions inside descriptions that are read; also words of the longest place looked for."""


def describe(text: str, offices: Offices, depth: int = 0) -> Parts:
    """Return what a description says.

    Args:
        text: The description: "the former French defense minister", "Turkey-backed Syrian rebels".
        offices: The tables of holders, whose people are known by name.
        depth: How many descriptions this one stands in.
    """
    of = draft(text, offices)
    find_owner(of)
    find_known_person(of)
    find_spots(of)
    lower = [word.lower.removeprefix("ex-") for word in of.words[: of.end]]
    masked = _bodies_before_titles(of)
    of.nouns = find_nouns(["\x00" if of.taken[i] or i in masked else word for i, word in enumerate(lower)])
    of.split = _split(of)
    _note_time(of)
    name_person(of)
    _read_first(of)
    if depth < _DEEP:
        _read_complements(of, depth)
    _settle(of)
    return of.parts


def _bodies_before_titles(of: Draft) -> set[int]:
    """Return the words in capitals that name a body before a title in small letters: "Dock Workers Union leader"."""
    found: set[int] = set()
    start = 0
    for i in range(of.end):
        if of.taken[i] or not of.words[i].capital:
            if i - start > 1 and not of.taken[i] and is_body_word(of.words[i - 1].lower):
                found.update(range(start, i))
            start = i + 1
    return found


def _split(of: Draft) -> int:
    """Return where the first part ends: at a preposition that is not inside a title, or at a comma."""
    return next((i for i in range(1, of.end) if _cuts(of, i)), of.end)


def _cuts(of: Draft, i: int) -> bool:
    if of.taken[i] or any(noun.start < i < noun.end for noun in of.nouns):
        return False
    return of.words[i].lower in WORDS["prepositions"] or of.words[i].text == ","


def _note_time(of: Draft) -> None:
    """Note what says that an office is held no more, or not yet."""
    for word in (word for i, word in enumerate(of.words[: of.split]) if not of.taken[i]):
        first = word.lower.split("-", 1)[0] if word.lower.startswith("ex-") else word.lower
        of.parts.former |= first in OVER
        of.parts.unsettled |= first in PAST or word.lower.rsplit("-", 1)[-1] in PAST


def _read_first(of: Draft) -> None:
    """Read the first part: its last title or group is what is meant, its names tell whose."""
    parts = of.parts
    before = [spot for spot in of.spots if spot.end <= of.split and spot.role != "tied"]
    last = max((i for i in range(of.split) if of.unexplained(i)), default=-1)
    names_end = max((spot.end for spot in before), default=0)
    head = _head(of, before, last, names_end)
    parts.loose = any(of.unexplained(i) and of.words[i].capital for i in range(of.split))
    for spot in before:
        _belong(parts, spot)
    if _read_body(of, head):
        return
    if head is not None:
        _read_title(of, head)
    elif last >= names_end and is_body_word(of.words[last].lower) and of.person is None:
        # "car theft ring": a body by its last word, of whatever country the names before it tell.
        parts.kind, parts.thing = "organization", False
        parts.sector = body_sector([word.lower for word in of.words[: of.split]]) or parts.sector
    elif parts.body and names_end > last:
        known = next(spot.known for spot in reversed(before) if spot.known.sort == "organization")
        parts.kind, parts.alone, parts.sector = known.kind, True, parts.sector or known.sector
    elif before and last < 0 and of.person is None:
        people = before[-1].known.sort == "demonym"
        parts.kind, parts.sector, parts.alone = "group" if people else "country", "CVL" if people else "GOV", True


def _head(of: Draft, before: Sequence[Spot], last: int, names_end: int) -> Noun | None:
    """Return the noun for who is meant; note where what stands last is no actor ("police station")."""
    head = next((noun for noun in reversed(of.nouns) if noun.end <= of.split), None)
    if head is None:
        of.parts.thing = last >= names_end and last >= 0
    elif names_end < head.end <= last and not of.words[last].lower.endswith(tuple(WORDS["agents"])):
        of.parts.thing = True
        return None
    elif head.end <= names_end and of.person is None and before[-1].known.sort == "organization":
        return None
    return head


def _belong(parts: Parts, spot: Spot) -> None:
    """Take what a name tells of whom somebody belongs to."""
    known = spot.known
    if known.sort == "organization":
        parts.body, parts.sector = known.name, parts.sector or known.sector
        if parts.country and known.country not in (None, "IGO", parts.country):
            # "Nigerian Senate": the table has the body of another country by that name.
            parts.body = f"{country_names().get(parts.country, '')} {_without_country(known)}".strip()
    if known.sort == "organization" or spot.role == "who":
        parts.country = parts.country or known.country or ""
    else:
        parts.weak = parts.weak or known.country or ""


def _without_country(known: Known) -> str:
    """Return the name of a body that several countries have, without the words of its country."""
    own = country_names().get(known.country or "", "")
    return known.name.removeprefix(f"{own} ").removesuffix(f" of {own}").removesuffix(f" of the {own}")


def _read_body(of: Draft, head: Noun | None) -> bool:
    """Read a body that no table has by its words ("the Chadian Human Rights League"); tell whether it is meant."""
    parts = of.parts
    titled = head is not None and head.kind == "person"
    stop = head.start if head is not None and titled and not _capital(of, head) else of.split
    start = next((i for i in range(stop) if of.words[i].capital and of.words[i].lower not in WORDS["articles"]), stop)
    words = [word for i, word in enumerate(of.words[start:stop], start) if not of.in_person(i)]
    if parts.body or not words or not is_body_word(words[-1].lower) or (titled and stop == of.split):
        return False
    if head is not None and head.end == of.split and head.sector is not None:
        return False
    sector = body_sector([word.lower for word in words])
    name = " ".join(word.text for word in words) if all(word.capital for word in words) else ""
    if sector is None and not name:
        return False
    parts.body, parts.sector = name, sector
    of.take(start, stop)
    if stop < of.split:
        return False
    parts.kind, parts.alone, parts.thing = "media" if sector == "MED" else "organization", bool(name), False
    return True


def _capital(of: Draft, noun: Noun) -> bool:
    return all(word.capital for word in of.words[noun.start : noun.end])


def _read_title(of: Draft, head: Noun) -> None:
    """Let the head say what is meant, and the body it belongs to what it leaves out."""
    parts, of_body = of.parts, of.parts.sector
    parts.kind, parts.head = head.kind, head.phrase
    parts.inherits = head.inherits or head.phrase in portable()
    before = of.words[: head.start]
    if head.inherits:
        earlier = [noun.sector for noun in of.nouns if noun.end <= head.start and noun.sector]
        parts.sector = of_body or next(reversed(earlier), None)
    elif "leader" in head.phrase and head.sector == "CVL" and any(word.lower in WORDS["faith"] for word in before):
        parts.sector = "REL"
    else:
        parts.sector = of_body if parts.inherits and of_body not in (None, "GOV") else head.sector
    if head.kind != "person" and _capital(of, head) and not parts.body:
        parts.begun = of.name(head.start, head.end)
    if head.kind == "person":
        left = [of.words[i] for i in range(head.end) if not of.taken[i]]
        words = [word.lower.removeprefix("ex-") for word in left if word.lower not in WORDS["articles"]]
        parts.title = " ".join(word for word in words if word not in PAST and word != ",")


def _read_complements(of: Draft, depth: int) -> None:
    """Read what follows prepositions: whose, where, and for an envoy to whom."""
    i = of.split
    while i < of.end:
        stop = next((k for k in range(i + 1, of.end) if _cuts(of, k)), of.end)
        inner = [of.words[k] for k in range(i + 1, stop) if not of.in_person(k)]
        if inner and of.words[i].text == ",":
            _read_apposition(of, inner, depth)
        elif inner:
            _read_complement(of, of.words[i].lower, inner, depth)
        i = stop


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text + ("'s" if word.owns else "") for word in words)


def _read_apposition(of: Draft, inner: Sequence[Word], depth: int) -> None:
    """Let "Boris Johnson, the British prime minister" tell what the name leaves out."""
    parts, other = of.parts, describe(_text(inner), of.offices, depth + 1)
    parts.country = parts.country or other.country
    parts.kind, parts.sector = parts.kind or other.kind, parts.sector or other.sector
    if other.title and not parts.title:
        parts.title, parts.body, parts.head = other.title, other.body, other.head


def _read_complement(of: Draft, preposition: str, inner: Sequence[Word], depth: int) -> None:
    parts, text = of.parts, _text(inner)
    last = parts.title.rsplit(" ", 1)[-1]
    if last in WORDS["placed"] and preposition in ("to", "for", "in", "on"):
        parts.title += f" {preposition} {text}"
        return
    if parts.begun and preposition in ("of", "for") and any(word.capital for word in inner):
        parts.body, parts.begun, parts.alone = f"{parts.begun} {preposition} {text}", "", True
        parts.sector = body_sector(parts.body.lower().split()) or parts.sector
    other = describe(text, of.offices, depth + 1)
    place = "" if other.country or other.kind else _country_at(inner)
    if parts.inherits and other.sector and other.kind != "country" and parts.sector in (None, "GOV"):
        parts.sector = other.sector
    parts.body = parts.body or (other.body if parts.title else "")
    clear = other.body or (other.country and not other.loose and not other.place)
    if parts.title and (not clear or last in WORDS["local"]):
        # What is no country's and no known body's is part of the title: "governor of Texas", "professor of history".
        parts.title += f" {preposition} {text}"
    parts.country = parts.country or other.country or place or other.weak


def _country_at(words: Sequence[Word]) -> str:
    """Return the country of the place that a complement names first, as a name may follow: "Oslo Kari Lund"."""
    names = [word.text for word in words if word.lower not in WORDS["articles"] and word.capital]
    found = (find_place(" ".join(names[:k])) for k in range(min(len(names), _DEEP), 0, -1))
    return next((site.country for site in found if site is not None), "")


def _settle(of: Draft) -> None:
    """Fill in what towns, seats and defaults tell."""
    parts = of.parts
    if not parts.country and not parts.person:
        parts.country = (ALONE.get(parts.title, "") if not parts.body else "") or _town(of) or parts.weak
    if parts.head and parts.sector is None:
        parts.sector = default_sector(parts.head) or ("GOV" if parts.country and speaks_for(parts.head) else None)
        if parts.sector == "IGO" and parts.country not in ("", "IGO"):
            parts.sector = "GOV"
    if parts.body.startswith("Bank of ") and parts.sector == "BUS" and _is_central(parts.body):
        parts.sector = "GOV"
    if of.person is not None:
        parts.kind = "person"


def _is_central(bank: str) -> bool:
    """Whether a bank with a country's name is its central bank."""
    rest = fold(bank).lower().removeprefix("bank of ").removeprefix("the ")
    match = match_at(fold(bank), len("Bank of "))
    return match is not None and match[0] == len(bank) and match[1].sort == "country" and rest not in WORDS["central"]


def _town(of: Draft) -> str:
    """Return the country of a town or region among the words that no table explained."""
    spare = [i for i in range(of.split) if of.unexplained(i)]
    titled = bool(of.nouns or of.parts.body)
    if not spare or (not titled and len(spare) > _DEEP):
        return ""
    for size in range(_DEEP, 0, -1):
        for i in spare if titled or size == len(spare) else ():
            words = of.words[i : i + size]
            if len(words) < size or not all(word.capital for word in words):
                continue
            if (found := find_place(" ".join(word.text for word in words))) is not None:
                of.parts.place = "" if titled else found.name
                return found.country
    return ""
