"""What the words of a description say, without a parse: its head, names of countries and bodies, who it belongs to."""

import re
from dataclasses import dataclass, field

from ranke.model import Kind, Sector
from ranke.offices.lookups import Known, country_names, fold, match_at
from ranke.offices.names import fold as fold_words
from ranke.offices.nouns import (
    Noun,
    body_sector,
    default_sector,
    find_nouns,
    is_body_word,
    many,
    portable,
    speaks_for,
)
from ranke.offices.people import LONGEST, Person, by_surname, find_person, full_names
from ranke.offices.tenures import Offices
from ranke.offices.titles import ALONE, OVER, PAST, is_code
from ranke.offices.whereabouts import find_place

_TOKEN = re.compile(r"[^\s,;:()\[\]\"“”/]+|[,;:()]")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_PREPOSITIONS = frozenset({"of", "for", "to", "in", "at", "from", "with", "on", "near", "across", "inside", "within"})
_ENDS = frozenset({
    "who", "which", "that", "by", "against", "fighting", "loyal", "backed", "supported", "led", "linked", "allied",
    "opposed", "close", "while", "after", "before", "during", "amid", ";", ":", "(", "as", "was", "were", "is", "are",
    "has", "have", "had", "said", "and",
})  # fmt: skip
"""Words after which a description tells nothing more of who is meant."""
_FOREIGN = frozenset({
    "backed", "supported", "funded", "trained", "armed", "allied", "aligned", "linked", "sponsored", "financed",
    "friendly", "leaning", "brokered", "mediated", "sanctioned", "imposed", "equipped", "made", "supplied", "speaking",
})  # fmt: skip
"""What a country before these did to somebody else: "Turkey-backed Syrian rebels" are Syrian."""
_SEATED = frozenset({"based", "led", "born", "run", "controlled", "held", "owned", "administered", "ruled", "occupied"})
"""A country before these tells where somebody is, if nothing else does."""
_PLACED = frozenset({"ambassador", "envoy", "representative", "consul", "coordinator", "mediator", "negotiator"})
_ARTICLES = frozenset(
    {"the", "a", "an", "some", "several", "many", "two", "three", "four", "five", "other", "any", "his", "her", "their"}
)
_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "de", "da", "dos", "di", "du", "la", "le", "van", "von", "der", "den", "ben", "y"}
)
_NAMED_LAST = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v"})
_RANKS = frozenset({"dr", "mr", "mrs", "ms", "sir", "dame", "sheikh", "sheik", "prof", "mme", "lord", "lady"})
_DEEP = 3
"""Descriptions inside descriptions that are read."""
_FAITH = frozenset(
    {"muslim", "jewish", "christian", "catholic", "orthodox", "hindu", "buddhist", "sikh", "shiite", "sunni"}
)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    lower: str
    start: int
    owns: bool

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() or ("-" in self.text and self.text.split("-", 1)[1][:1].isupper())


@dataclass(frozen=True, slots=True)
class _Spot:
    """A name of the tables among the tokens; `role` says whether it tells who, only where, or whom somebody is tied to."""

    start: int
    end: int
    known: Known
    role: str


@dataclass(slots=True)
class Parts:
    """What a description says; each part is empty where it says nothing of it."""

    kind: Kind | None = None
    country: str = ""
    sector: Sector | None = None
    title: str = ""
    body: str = ""
    name: str = ""
    person: Person | None = None
    former: bool = False
    unsettled: bool = False
    alone: bool = False
    weak: str = ""
    place: str = ""
    notes: list[str] = field(default_factory=list)


def describe(text: str, offices: Offices, depth: int = 0) -> Parts:
    """Return what a description says.

    Args:
        text: The description: "the former French defense minister", "Turkey-backed Syrian rebels".
        offices: The tables of holders, whose people are known by name.
        depth: How many descriptions this one stands in.
    """
    text = _cased(text)
    words = _tokens(text)
    return _Reader(text, words, offices, depth).read() if words else Parts()


def _cased(text: str) -> str:
    """Return a text in lower case, or in capitals, with a capital at each word, as names are looked up by."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) > len("USSR") and (text.islower() or (text.isupper() and len(text.split()) < _DEEP)):
        small = _PREPOSITIONS | _ENDS | _ARTICLES
        titled = [word if word in small else word[:1].upper() + word[1:].lower() for word in text.split()]
        if text.isupper() and match_at(fold(text), 0):
            return text
        if text.isupper() or any(_names_polity(word) for word in titled):
            return " ".join(titled)
    return text


def _names_polity(word: str) -> bool:
    found = match_at(fold(word), 0)
    return found is not None and not word.islower()


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text[:2000]):
        word = match.group()
        bare = _POSSESSIVE.sub("", word)
        bare = bare.rstrip(".!?") if bare.count(".") == 1 and len(bare) > len("Lt.x") else bare
        found.append(_Token(bare, fold(bare).lower(), match.start(), bare != word and word[-1] in "s'’"))
    return found


class _Reader:
    """Reads one description; used once."""

    def __init__(self, text: str, words: list[_Token], offices: Offices, depth: int) -> None:
        self.text = fold(text)
        self.words = words
        self.offices = offices
        self.depth = depth
        self.parts = Parts()
        self.taken = bytearray(len(words))

    def read(self) -> Parts:
        self.end = next((i for i, word in enumerate(self.words) if word.lower in _ENDS and i), len(self.words))
        self._owner()
        self.person = self._known_person()
        self.spots = self._spots()
        self.nouns = self._nouns()
        self.split = self._split()
        self._states()
        self._name_person()
        self._head()
        self._complements()
        self._settle()
        return self.parts

    def _owner(self) -> None:
        """Take the country of somebody known whom the one meant belongs to: "Putin's spokesman"."""
        j = next((i + 1 for i in range(self.end - 1) if self.words[i].owns and self.words[i].capital), 0)
        for i in range(j):
            name = " ".join(word.text for word in self.words[i:j])
            if match_at(fold(name), 0) or not self.words[i].capital:
                continue
            person = find_person(name, self.offices) if j - i > 1 else by_surname(name)
            if person is not None:
                held = [row.holder for row in self.offices.of_person(name) if is_code(row.holder)]
                self.parts.country = person.country or (held[-1] if held else "")
                self._take(i, j)
                return

    def _known_person(self) -> tuple[int, int] | None:
        """Find a person of the tables by the full name; return where it stands."""
        for i in range(self.end):
            if not self.words[i].capital:
                continue
            for j in range(min(self.end, i + LONGEST), i + 1, -1):
                some = self.words[i:j]
                if any(word.owns for word in some[:-1]) or not some[-1].capital:
                    continue
                name = " ".join(word.text for word in some)
                if (fold_words(name) in full_names() or self.offices.of_person(name)) and not match_at(fold(name), 0):
                    self.parts.person = find_person(name, self.offices)
                    self.parts.name = name
                    self._take(i, j)
                    return i, j
        return None

    def _take(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\x01" * (end - start)

    def _spots(self) -> list[_Spot]:
        """Return the countries and bodies named, in order, none overlapping."""
        found: list[_Spot] = []
        i = 0
        while i < self.end:
            match = None if self.taken[i] else match_at(self.text, self.words[i].start)
            if match is None:
                i += 1
                continue
            end, known = match
            j = i
            while j < len(self.words) and self.words[j].start < end:
                j += 1
            if any(self.taken[i:j]):
                i += 1
                continue
            last = self.words[j - 1]
            tail = last.text[end - last.start :].lstrip("-–").lower()
            role = "tied" if tail in _FOREIGN else "seated" if tail in _SEATED else "who"
            if not tail and j < len(self.words) and self.words[j].lower in _FOREIGN and self.words[j].lower != "armed":
                role = "tied"
            if role == "who" and not tail and (self._bears(i, j, known) or self._ends_name(i, j, known)):
                i = j
                continue
            found.append(_Spot(i, j, known, role))
            self._take(i, j)
            i = j
        return found

    def _bears(self, start: int, end: int, known: Known) -> bool:
        """Whether a country's or town's name is somebody's first name: "Jordan Hale"."""
        if known.sort not in ("country", "capital") or end - start > 1 or self.words[start].owns or end >= self.end:
            return False
        after = self.words[end]
        rest = [word.lower for word in self.words[end : self.end]]
        return after.capital and not after.text.isupper() and not find_nouns(rest) and not any(map(is_body_word, rest))

    def _ends_name(self, start: int, end: int, known: Known) -> bool:
        """Whether a body's short name is a surname here: it stands after two names of a person."""
        if known.sort != "organization" or end - start > 1 or start < 2 or end < self.end:  # noqa: PLR2004
            return False
        before = [word.lower for word in self.words[:start]]
        plain = all(self.words[i].capital and not self.taken[i] for i in range(start))
        return plain and not find_nouns(before) and not any(map(is_body_word, before))

    def _nouns(self) -> list[Noun]:
        """Return the titles and groups outside names."""
        lower = ["\x00" if self.taken[i] else word.lower for i, word in enumerate(self.words[: self.end])]
        return find_nouns(lower)

    def _split(self) -> int:
        """Return where the first part ends: at a preposition that is not inside a title, or at a comma."""
        inside = {i for noun in self.nouns for i in range(noun.start + 1, noun.end)}
        for i in range(1, self.end):
            if i in inside or self.taken[i]:
                continue
            if self.words[i].lower in _PREPOSITIONS or self.words[i].text == ",":
                return i
        return self.end

    def _states(self) -> None:
        """Note what says that an office is held no more, or not yet."""
        for i, word in enumerate(self.words[: self.split]):
            first = word.lower.split("-", 1)[0] if word.lower.startswith("ex-") else word.lower
            if first in OVER and not self.taken[i]:
                self.parts.former = True
            last = word.lower.rsplit("-", 1)[-1]
            if (first in PAST or last in PAST) and not self.taken[i]:
                self.parts.unsettled = True

    def _name_person(self) -> None:
        """Take what stands after a title in capitals for a person's name, known or not."""
        if self.person is not None:
            return
        titled = max((noun.end for noun in self.nouns if noun.end <= self.split and noun.kind == "person"), default=0)
        lone = not self.nouns and not self.spots
        end = self.end
        starts = [titled, *(spot.end for spot in self.spots if titled and spot.end > titled)]
        start = next((i for i in starts if i < end and self.words[i].capital and not self.taken[i]), end)
        if titled and start < end and self.words[start].lower.rstrip(".") in _RANKS:
            start += 1
        stop = start
        while stop < end and not self.taken[stop] and self._in_name(stop):
            stop += 1
        if stop == start or (not titled and not lone):
            return
        words = self.words[start:stop]
        if is_body_word(words[-1].lower) or (not titled and (stop < end or any(is_body_word(w.lower) for w in words))):
            return
        name = " ".join(word.text for word in words)
        self.parts.person = find_person(name, self.offices) if len(words) > 1 else None
        if len(words) == 1 and not titled:
            self.parts.person = by_surname(name)
        if not titled and self.parts.person is None and not (len(words) == 1 and self._office_holder(name)):
            return
        self.parts.name, self.person = name, (start, stop)
        self._take(start, stop)

    def _office_holder(self, surname: str) -> bool:
        """Whether somebody in the tables of holders has this surname."""
        return bool(self.offices.called(fold_words(surname)))

    def _in_name(self, i: int) -> bool:
        word = self.words[i]
        return word.capital or word.lower in _PARTICLES or word.lower in _NAMED_LAST

    def _head(self) -> None:
        """Read the first part: its last title or group is what is meant, its names tell whose."""
        before = [spot for spot in self.spots if spot.end <= self.split and spot.role != "tied"]
        nouns = [noun for noun in self.nouns if noun.end <= self.split]
        head = nouns[-1] if nouns else None
        last = max((i for i in range(self.split) if self._counts(i)), default=-1)
        end_of_spots = max((spot.end for spot in before), default=0)
        if head is not None and head.end <= last and head.end > end_of_spots and not many(self.words[last].lower):
            head, nouns = None, []  # "police station": what is meant stands last and is nobody
            self.parts.notes.append("thing")
        elif head is None and last >= 0 and last >= end_of_spots:
            self.parts.notes.append("thing")
        if (
            head is not None
            and head.end <= end_of_spots
            and self.person is None
            and before[-1].known.sort == "organization"
        ):
            head = None
        for spot in before:
            self._belongs(spot)
        own = self._unknown_body(head)
        if head is not None:
            self._titled(head, nouns, own)
        elif own:
            pass
        elif last >= end_of_spots and is_body_word(self.words[last].lower) and self.person is None:
            # "car theft ring": a body by its last word, of whatever country the names before it tell.
            self.parts.kind = "organization"
            self.parts.sector = body_sector([word.lower for word in self.words[: self.split]]) or self.parts.sector
            self.parts.notes.remove("thing")
        elif self.parts.body and end_of_spots > last:
            known = next(spot.known for spot in reversed(before) if spot.known.sort == "organization")
            self.parts.kind, self.parts.alone = known.kind, True
            self.parts.sector = self.parts.sector or known.sector
        elif before and last < 0 and self.person is None:
            self.parts.alone = True
            self.parts.kind, self.parts.sector = (
                ("group", "CVL") if before[-1].known.sort == "demonym" else ("country", "GOV")
            )

    def _counts(self, i: int) -> bool:
        """Whether a token is a word that no table explained."""
        word = self.words[i]
        inside = any(noun.start <= i < noun.end for noun in self.nouns)
        return not (self.taken[i] or inside or word.lower in _ARTICLES or word.lower in PAST or word.text in ",;:()")

    def _belongs(self, spot: _Spot) -> None:
        known, parts = spot.known, self.parts
        if known.sort == "organization":
            if not parts.body or not parts.alone:
                parts.body, parts.sector = known.name, parts.sector or known.sector
            if parts.country and known.country not in (None, "IGO", parts.country) and spot.role == "who":
                # "Nigerian Senate": the table has the body of another country by that name.
                parts.body = f"{country_names().get(parts.country, '')} {_without_country(known)}".strip()
            parts.country = parts.country or known.country or ""
        elif spot.role == "who":
            parts.country = parts.country or known.country or ""
        else:
            parts.weak = parts.weak or known.country or ""

    def _unknown_body(self, head: Noun | None) -> bool:
        """Read a body that no table has, by the words of its name: "the Chadian Human Rights League"."""
        if self.parts.body:
            return False
        start = next(
            (i for i in range(self.split) if self.words[i].capital and self.words[i].lower not in _ARTICLES), -1
        )
        stop = head.start if head is not None and head.kind == "person" and not self._capital(head) else self.split
        words = [
            word
            for i, word in enumerate(self.words[:stop])
            if i >= start >= 0 and not (self.person and self.person[0] <= i)
        ]
        if (
            not words
            or not is_body_word(words[-1].lower)
            or (head is not None and head.kind == "person" and head.end >= stop)
        ):
            return False
        if head is not None and head.end == self.split and head.sector is not None:
            return False
        sector = body_sector([word.lower for word in words])
        name = " ".join(word.text for word in words) if all(word.capital for word in words) else ""
        if sector is None and not name:
            return False
        self.parts.body, self.parts.sector = name, sector
        if stop == self.split:
            self.parts.kind = "media" if sector == "MED" else "organization"
            self.parts.alone = bool(name)
            if "thing" in self.parts.notes:
                self.parts.notes.remove("thing")
            return True
        return False

    def _capital(self, noun: Noun) -> bool:
        return all(word.capital for word in self.words[noun.start : noun.end])

    def _titled(self, head: Noun, nouns: list[Noun], own: bool) -> None:
        """Let the head say what is meant, and the body it belongs to what it leaves out."""
        parts, of_body = self.parts, self.parts.sector
        if own:
            return
        parts.kind = head.kind
        if head.inherits:
            earlier = next((noun.sector for noun in reversed(nouns[:-1]) if noun.sector), None)
            parts.sector = of_body or earlier
        elif head.phrase in portable() and of_body not in (None, "GOV"):
            parts.sector = of_body
        else:
            parts.sector = head.sector
        if (
            _FAITH & {word.lower for word in self.words[: head.start]}
            and head.sector in (None, "CVL")
            and "leader" in head.phrase
        ):
            parts.sector = "REL"
        words = [
            self.words[i].lower
            for i in range(head.end)
            if not self.taken[i] and self.words[i].lower not in _ARTICLES and self.words[i].text != ","
        ]
        dropped = [word for word in words if word not in PAST]
        parts.title = " ".join(dropped).removeprefix("ex-") if head.kind == "person" else ""
        parts.notes += ["inherits"] if head.inherits or head.phrase in portable() else []
        parts.notes.append(f"head:{head.phrase}")

    def _complements(self) -> None:
        """Read what follows prepositions: whose, where, and for an envoy to whom."""
        i = self.split
        while i < self.end and self.depth < _DEEP:
            stop = i + 1
            while stop < self.end and not (self._cuts(stop)):
                stop += 1
            word, inner = self.words[i].lower, [self.words[k] for k in range(i + 1, stop) if not self._in_person(k)]
            if inner and word in _PREPOSITIONS:
                self._complement(word, inner)
            elif inner and word == ",":
                self._after_comma(inner)
            i = stop

    def _in_person(self, i: int) -> bool:
        return self.person is not None and self.person[0] <= i < self.person[1]

    def _cuts(self, i: int) -> bool:
        if self.taken[i] or any(noun.start < i < noun.end for noun in self.nouns):
            return False
        return self.words[i].lower in _PREPOSITIONS or self.words[i].text == ","

    def _after_comma(self, inner: list[_Token]) -> None:
        other = describe(
            " ".join(word.text + ("'s" if word.owns else "") for word in inner), self.offices, self.depth + 1
        )
        parts = self.parts
        parts.country = parts.country or other.country
        parts.kind, parts.sector = parts.kind or other.kind, parts.sector or other.sector
        if not parts.title and other.title:
            parts.title, parts.body = other.title, other.body

    def _complement(self, preposition: str, inner: list[_Token]) -> None:
        parts = self.parts
        text = " ".join(word.text + ("'s" if word.owns else "") for word in inner)
        placed = parts.title and parts.title.split()[-1] in _PLACED and preposition in ("to", "for", "in", "on")
        if placed:
            parts.title += f" {preposition} {text}"
            return
        other = describe(text, self.offices, self.depth + 1)
        place = "" if other.country or other.kind else _country_at(inner)
        if "inherits" in parts.notes and other.sector and not other.place and parts.sector in (None, "GOV"):
            parts.sector = other.sector if other.kind != "country" else parts.sector
        parts.body = parts.body or other.body
        if parts.title and not other.country and not other.body:
            # What is no country's and no known body's is part of the title: "governor of Texas", "professor of history".
            parts.title += f" {preposition} {text}"
        parts.country = parts.country or other.country or place or other.weak

    def _settle(self) -> None:
        """Fill in what towns, seats and defaults tell, and drop what is no actor."""
        parts = self.parts
        if not parts.country and not parts.person and not parts.body:
            parts.country = ALONE.get(parts.title, "")
        if not parts.country and not parts.person:
            parts.country = self._town() or parts.weak
        head = next((note[5:] for note in parts.notes if note.startswith("head:")), "")
        if head and parts.sector is None:
            parts.sector = default_sector(head) or ("GOV" if parts.country and speaks_for(head) else None)
            if parts.sector == "IGO" and parts.country not in ("", "IGO"):
                parts.sector = "GOV"
        if self.person is not None:
            parts.kind = "person"

    def _town(self) -> str:
        """Return the country of a town or region among the words that no table explained."""
        spare = [i for i in range(self.split) if self._counts(i)]
        titled = bool(self.nouns or self.parts.body)
        if not spare or (not titled and len(spare) > _DEEP):
            return ""
        for size in (3, 2, 1):
            for i in spare:
                words = self.words[i : i + size]
                if len(words) < size or not all(word.capital for word in words) or not (titled or size == len(spare)):
                    continue
                if (found := find_place(" ".join(word.text for word in words))) is not None:
                    if not titled:
                        self.parts.place = found.name
                    return found.country
        return ""


def _country_at(words: list[_Token]) -> str:
    found = find_place(" ".join(word.text for word in words if word.lower not in _ARTICLES))
    return found.country if found is not None else ""


def _without_country(known: Known) -> str:
    """Return the name of a body that several countries have, without the words of its country."""
    own = country_names().get(known.country or "", "")
    return known.name.removeprefix(f"{own} ").removesuffix(f" of {own}").removesuffix(f" of the {own}")
