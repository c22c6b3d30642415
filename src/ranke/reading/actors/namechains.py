"""Chains of names: which names in one report are the same actor's.

A full name first, then its short forms: "Saleh al-Arouri" and "al-Arouri", "House of Representatives" and "House",
"Syrian Democratic Forces" and "SDF". Two people of one surname stay apart where both full names appear.
"""

from collections.abc import Iterable

from ranke.offices.lookups import country_words, known_person
from ranke.offices.nouns import is_body_word
from ranke.reading.actors.chains import Chain, Chains
from ranke.reading.actors.entities import PARTICLES
from ranke.reading.actors.nouns import reference
from ranke.reading.actors.spots import Spot

_SMALL = frozenset({"the", "of", "for", "and", "in", "on", "&", "a", "to", "de", "la"})
_FUZZY = 6
"""Letters a surname needs before one differing letter is taken for a spelling of the same name."""
_SHORTEST = 4
"""Letters a word of a full name needs for the same."""
_MANY = 200
"""Names compared letter by letter with one; a report with more names than this is a list."""

_Index = dict[str, list[Chain]]


def chain_names(spots: Iterable[Spot], initials: dict[int, Spot]) -> Chains:
    """Return the chains of all names.

    Args:
        spots: All expressions of the report in order.
        initials: For the `id` of a spot the longer name it abbreviates.
    """
    chains = Chains()
    names = [spot for spot in spots if spot.named and spot.kind is not None]
    _chain_people(chains, [spot for spot in names if spot.kind == "person"])
    for spot in names:
        if spot.kind == "country" and spot.country is not None:
            chains.put(spot, chains.country(spot.country))
    _chain_bodies(chains, [spot for spot in names if spot.kind not in ("person", "country")], initials)
    for chain in chains.all:
        chain.spots.sort(key=lambda spot: spot.start)
    return chains


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a personal name's words without particles and initials, or all where nothing else is left."""
    return tuple(word for word in words if word not in PARTICLES and len(word.strip(".")) > 1) or words


def _chain_people(chains: Chains, spots: list[Spot]) -> None:
    by_word: _Index = {}
    for spot in sorted(spots, key=lambda spot: (-min(len(_core(spot.words)), 2), spot.start)):
        words = _core(spot.words)
        found = _same_person(words, by_word, spot)
        chain = found or chains.new("person")
        if found is None or len(words) > len(chain.full):
            chain.full = words
        _index(by_word, words, chain)
        chains.put(spot, chain)
    for chain in chains.all:
        person = known_person(chain.full)
        if person is not None:
            chain.gender = person.gender


def _index(by_word: _Index, words: Iterable[str], chain: Chain) -> None:
    for word in words:
        if chain not in by_word.setdefault(word, []):
            by_word[word].append(chain)


def _same_person(words: tuple[str, ...], by_word: _Index, spot: Spot) -> Chain | None:
    """Return the chain of a full name that this name is, or is short for."""
    if len(words) > 1:
        near = [*by_word.get(words[-1], ()), *by_word.get(words[0], ())]
        return next((chain for chain in near if _compatible(words, chain.full)), None)
    word = words[0]
    candidates = [
        chain
        for chain in by_word.get(word, ())
        if not spot.gender or chain.gender in ("", spot.gender) or word == chain.full[0]
    ]
    if not candidates and len(word) >= _FUZZY:
        surnames = {chain.full[-1]: chain for chains in list(by_word.values())[:_MANY] for chain in chains}
        candidates = [chain for surname, chain in surnames.items() if _one_letter_apart(word, surname)]
    if len(candidates) < 2:  # noqa: PLR2004 - nothing to choose
        return candidates[0] if candidates else None
    return max(candidates, key=lambda chain: (*_fame(word, chain), _last_before(chain, spot.start), -chain.number))


def _fame(word: str, chain: Chain) -> tuple[int, bool]:
    """How well a single word stands for somebody: a surname alone is the one's whom every reader knows."""
    return _rank(word, chain.full), known_person(chain.full) is not None


def _rank(word: str, full: tuple[str, ...]) -> int:
    """How well a single word stands for a full name: the last word best, the first worst."""
    return 2 if word == full[-1] else 1 if word != full[0] else 0


def _last_before(chain: Chain, start: int) -> int:
    """Return where the chain was last mentioned before a token, or how far after it first is, as a negative number."""
    before = [spot.start for spot in chain.spots if spot.start < start]
    return max(before) if before else -min((spot.start for spot in chain.spots), default=start)


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two personal names of two words or more can be one person's."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == 1:
        return False
    if _is_subsequence(short, long):
        return True
    initial = len(short[0].rstrip(".")) == 1 and long[0].startswith(short[0][0])
    if (short[0] == long[0] or initial) and _one_letter_apart(short[-1], long[-1]):
        return True
    return short[-1] == long[-1] and len(short[0]) >= _SHORTEST and _one_letter_apart(short[0], long[0])


def _is_subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words stand in the longer name in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether two words differ by at most one letter changed, left out or added."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _SHORTEST:
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
    by_word: _Index = {}
    for spot in sorted(spots, key=lambda spot: (-min(len(_content(spot.words)), 3), spot.start)):
        if id(spot) in initials:
            continue
        words = _content(_singular(spot.words))
        chain = _same_body(words, spot, by_known, by_word) or chains.new(spot.kind)
        chain.full = max(chain.full, words, key=len)
        if spot.known is not None:
            by_known.setdefault(spot.known.name, chain)
        _index(by_word, (*words, *(f"={short}" for short in acronyms(spot.words))), chain)
        chains.put(spot, chain)
    for spot in spots:
        if id(spot) in initials:
            _join_initials(chains, spot, chains.of(initials[id(spot)]), by_known, by_word)


def _same_body(words: tuple[str, ...], spot: Spot, by_known: dict[str, Chain], by_word: _Index) -> Chain | None:
    """Return the chain of the body that a name means: the same table entry, the same name longer, or its initials."""
    same = by_known.get(spot.known.name) if spot.known is not None else None
    if same is not None and not _another_level(words, same, spot):
        return same
    for chain in [*by_word.get(words[-1], []), *by_word.get(words[0], [])]:
        if _short_for(words, chain, spot):
            return chain
    for chain in by_word.get(spot.words[-1], []) if len(spot.words) == 1 != len(words[0]) else ():
        if chain.full[-1] == spot.words[-1] and spot.words != words:
            return chain  # "the Tigers"
    if len(words) == 1 and spot.words[0].isalpha():
        initialled: list[Chain] = by_word.get(f"={words[0]}", [])
        return initialled[0] if initialled else None
    return None


def _join_initials(
    chains: Chains, spot: Spot, longer: Chain | None, by_known: dict[str, Chain], by_word: _Index
) -> None:
    """Put initials in brackets with the name before them, and with whatever else bears them."""
    words = _content(spot.words)
    known = by_known.get(spot.known.name) if spot.known is not None else None
    same = next((chain for chain in by_word.get(words[0], ()) if chain.full == words), None)
    for other in (known, same):
        if longer is not None and other is not None and other.merged is None:
            longer = chains.merge(longer, other)
    chains.put(spot, longer or chains.new(spot.kind))


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    """Make "Houthis" and "Houthi" one name."""
    word = words[0] if len(words) == 1 else ""
    return (word[:-1],) if len(word) > _SHORTEST and word.endswith("s") and not word.endswith("ss") else words


def acronyms(words: tuple[str, ...]) -> list[str]:
    """Return the initials that may stand for a name of several words."""
    if len(words) == 1:
        return []
    parts = (words, [word for word in words if word not in _SMALL], _content(words))
    return list(dict.fromkeys("".join(word[0] for word in part) for part in parts))


def _short_for(words: tuple[str, ...], chain: Chain, spot: Spot) -> bool:
    """Whether a body's name is a short form of one named in full, or the other way round."""
    full = chain.full
    if spot.known is not None and chain.known is not None and spot.known.name != chain.known.name:
        return False
    if spot.country and chain.country and spot.country != chain.country:
        return False
    if _another_level(words, chain, spot):
        return False
    if words == full:
        return True
    if len(words) >= len(full):
        return len(full) > 1 and full[-1] == words[-1] and _is_subsequence(full, words)
    if words[-1] == full[-1] and _is_subsequence(words, full):
        return True
    if full[: len(words)] != words:
        return False
    if is_body_word(words[-1]):
        return not is_body_word(full[-1])
    return spot.kind != "group"


def _another_level(words: tuple[str, ...], chain: Chain, spot: Spot) -> bool:
    """Whether a name is a state's own and the chain a province's: "US Supreme Court", "Ohio Supreme Court"."""
    if spot.known is None or spot.words[0] not in country_words():
        return False
    common = reference()["shared"] | country_words()
    own = any(word not in common and not is_body_word(word) for word in words)
    return not own and any(word not in common and not is_body_word(word) for word in chain.full)
