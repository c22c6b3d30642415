"""Chains of names: which names in one report are the same actor's.

A full name first, then its short forms: "Saleh al-Arouri" and "al-Arouri", "House of Representatives" and "House",
"Syrian Democratic Forces" and "SDF". Two people of one surname stay apart where both full names appear.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ranke.model import Kind
from ranke.reading.lookups import Known, country_words, known_person
from ranke.reading.entities import PARTICLES
from ranke.reading.nouns import is_body_word
from ranke.reading.spots import Spot

_SMALL = frozenset({"the", "of", "for", "and", "in", "on", "&", "a", "to", "de", "la"})
_FUZZY = 6
"""Letters a surname needs before one differing letter is taken for a spelling of the same name."""
_MANY = 200
"""Chains compared letter by letter for one name; a report with more names than this is a list."""


@dataclass(slots=True, eq=False)
class Chain:
    """All expressions of one report that point at one actor, and what they together tell of it."""

    number: int
    kind: Kind | None
    spots: list[Spot] = field(default_factory=list)
    offices: list[Spot] = field(default_factory=list)
    country: str | None = None
    gender: str = ""
    plural: bool = False
    known: Known | None = None
    full: tuple[str, ...] = ()
    merged: "Chain | None" = None

    def add(self, spot: Spot) -> None:
        """Take in one more expression."""
        self.spots.append(spot)
        if not self.gender and spot.gender in ("m", "f"):
            self.gender = spot.gender
        if spot.form != "pronoun":
            self.country = self.country or spot.country
            self.known = self.known or spot.known


class Chains:
    """The chains of one report, and the chain of each spot."""

    def __init__(self) -> None:
        self.all: list[Chain] = []
        self._of: dict[int, Chain] = {}
        self.countries: dict[str, Chain] = {}

    def new(self, kind: Kind | None) -> Chain:
        """Open an empty chain."""
        chain = Chain(len(self.all), kind)
        self.all.append(chain)
        return chain

    def put(self, spot: Spot, chain: Chain) -> Chain:
        """Add a spot to a chain and return the chain."""
        chain.add(spot)
        self._of[id(spot)] = chain
        return chain

    def of(self, spot: Spot | None) -> Chain | None:
        """Return the chain of a spot, after all merging."""
        chain = self._of.get(id(spot)) if spot is not None else None
        while chain is not None and chain.merged is not None:
            chain = chain.merged
        return chain

    def merge(self, one: Chain, other: Chain) -> Chain:
        """Make two chains one, the first keeping its number."""
        if one is other:
            return one
        for spot in other.spots:
            one.add(spot)
        one.offices += other.offices
        one.full = max(one.full, other.full, key=len)
        one.known = one.known or other.known
        other.merged = one
        other.spots = []
        return one

    def country(self, code: str) -> Chain:
        """Return the chain of a country, opened where there is none yet."""
        if code not in self.countries:
            chain = self.countries[code] = self.new("country")
            chain.country = code
        return self.countries[code]

    def living(self) -> list[Chain]:
        """Return the chains that were not merged into others and hold something."""
        return [chain for chain in self.all if chain.merged is None and chain.spots]


def chain_names(spots: Iterable[Spot], initials: dict[int, Spot]) -> Chains:
    """Return the chains of all names.

    Args:
        spots: All expressions of the report in order.
        initials: For the `id` of a spot the longer name it abbreviates.
    """
    chains = Chains()
    names = [spot for spot in spots if spot.form == "name" and spot.kind is not None]
    _chain_people(chains, [spot for spot in names if spot.kind == "person"])
    for spot in names:
        if spot.kind == "country" and spot.country is not None:
            chains.put(spot, chains.country(spot.country))
    _chain_bodies(chains, [spot for spot in names if spot.kind in ("organization", "media", "group")], initials)
    return chains


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a personal name's words without particles, or all of them where nothing else is left."""
    return tuple(word for word in words if word not in PARTICLES and len(word.strip(".")) > 1) or words


def _chain_people(chains: Chains, spots: list[Spot]) -> None:
    by_word: dict[str, list[Chain]] = {}
    for spot in sorted(spots, key=lambda spot: (-min(len(core(spot.words)), 2), spot.start)):
        words = core(spot.words)
        found = _same_person(words, by_word, spot)
        chain = found or chains.new("person")
        if found is None or len(words) > len(chain.full):
            chain.full = words
        for word in words:
            if chain not in by_word.setdefault(word, []):
                by_word[word].append(chain)
        chains.put(spot, chain)
    for chain in chains.all:
        chain.spots.sort(key=lambda spot: spot.start)
        person = known_person(chain.full)
        if person is not None:
            chain.gender = person.gender


def _same_person(words: tuple[str, ...], by_word: dict[str, list[Chain]], spot: Spot) -> Chain | None:
    if len(words) > 1:
        near = [chain for chain in by_word.get(words[-1], []) if _compatible(words, chain.full)]
        near += [chain for chain in by_word.get(words[0], []) if chain not in near and _compatible(words, chain.full)]
        return near[0] if near else None
    word = words[0]
    candidates = [chain for chain in by_word.get(word, []) if not spot.gender or chain.gender in ("", spot.gender) or word == chain.full[0]]
    if not candidates and len(word) >= _FUZZY:
        surnames = {chain.full[-1]: chain for chains in list(by_word.values())[:_MANY] for chain in chains}
        candidates = [chain for surname, chain in surnames.items() if one_letter_apart(word, surname)]
    if not candidates:
        return None
    if len(candidates) == 1:
        return candidates[0]
    return max(candidates, key=lambda chain: (_place(word, chain.full), _last_before(chain, spot.start), -chain.number))


def _place(word: str, full: tuple[str, ...]) -> int:
    """How well a single word stands for a full name: the last word best, the first worst."""
    return 2 if word == full[-1] else 1 if word != full[0] else 0


def _last_before(chain: Chain, start: int) -> int:
    """Return where the chain was last mentioned before a token, or how far after it first is, as a negative number."""
    before = [spot.start for spot in chain.spots if spot.start < start]
    return max(before) if before else -min((spot.start for spot in chain.spots), default=start)


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two personal names of two words or more can be one person's."""
    if len(other) < 2:
        return False
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if is_subsequence(short, long):
        return True
    first = short[0] == long[0] or (len(short[0].rstrip(".")) == 1 and long[0].startswith(short[0][0]))
    last = one_letter_apart(short[-1], long[-1])
    if first and last:
        return True
    return short[-1] == long[-1] and len(short[0]) >= 4 and one_letter_apart(short[0], long[0])


def is_subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words stand in the longer name in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two words differ by at most one letter changed, left out or added."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4:
        return False
    i = 0
    while i < min(len(one), len(other)) and one[i] == other[i]:
        i += 1
    return one[i + 1 :] == other[i + 1 :] or one[i + 1 :] == other[i:] or one[i:] == other[i + 1 :]


def _content(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a body's name without small words and without the country it begins with."""
    words = tuple(word for word in words if word not in _SMALL) or words
    start = 0
    while start < len(words) - 1 and words[start] in country_words():
        start += 1
    return words[start:]


def _chain_bodies(chains: Chains, spots: list[Spot], initials: dict[int, Spot]) -> None:
    by_known: dict[str, Chain] = {}
    by_word: dict[str, list[Chain]] = {}
    later: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: (-min(len(_content(spot.words)), 3), spot.start)):
        if id(spot) in initials:
            later.append(spot)
            continue
        words = _content(_singular(spot.words))
        found = by_known.get(spot.known.name) if spot.known is not None else None
        if found is None:
            found = next((chain for chain in by_word.get(words[-1], []) + by_word.get(words[0], []) if _same_body(words, chain, spot)), None)
        if found is None and len(words) == 1 and spot.words[0].isalpha():
            found = by_word.get("=" + words[0], [None])[0]  # type: ignore[list-item]
        chain = found or chains.new(spot.kind)
        if len(words) > len(chain.full):
            chain.full = words
        if spot.known is not None:
            by_known.setdefault(spot.known.name, chain)
        for word in (*words, *("=" + short for short in _acronyms(spot.words))):
            if chain not in by_word.setdefault(word, []):
                by_word[word].append(chain)
        chains.put(spot, chain)
    for spot in later:
        longer = chains.of(initials[id(spot)])
        known = by_known.get(spot.known.name) if spot.known is not None else None
        same = next((chain for chain in by_word.get(_content(spot.words)[0], []) if chain.full == _content(spot.words)), None)
        for other in (known, same):
            if longer is not None and other is not None and other.merged is None:
                longer = chains.merge(longer, other)
        chains.put(spot, longer or chains.new(spot.kind))
    for chain in chains.all:
        chain.spots.sort(key=lambda spot: spot.start)


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    """"Houthis" and "Houthi" are one name."""
    return (words[0][:-1],) if len(words) == 1 and len(words[0]) > 4 and words[0].endswith("s") and not words[0].endswith("ss") else words


def _acronyms(words: tuple[str, ...]) -> list[str]:
    if len(words) < 2:
        return []
    return list(dict.fromkeys("".join(word[0] for word in part) for part in (words, [word for word in words if word not in _SMALL], _content(words))))


def _same_body(words: tuple[str, ...], chain: Chain, spot: Spot) -> bool:
    """Whether a body's name is a short form of one named in full."""
    full = chain.full
    if spot.known is not None and chain.known is not None and spot.known.name != chain.known.name:
        return False
    if spot.country and chain.country and spot.country != chain.country:
        return False
    if words == full:
        return True
    if len(words) >= len(full):
        return is_subsequence(full, words) and full[-1] == words[-1] and len(full) > 1
    if words[-1] == full[-1] and is_subsequence(words, full):
        return True
    if full[: len(words)] != words:
        return False
    if not is_body_word(words[-1]):
        return spot.kind != "group"
    return not is_body_word(full[-1])
