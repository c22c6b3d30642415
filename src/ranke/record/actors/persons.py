"""Names of persons: the name without its titles, how common it is, and whether two names can be one person's."""

import re
from functools import lru_cache

from ranke.offices.names import NUMERALS, PARTICLES, fold, formal, sound
from ranke.offices.polities import leading, part_of_country
from ranke.tables import read_csv, read_toml

_OFFICES = read_toml("ranke", "record/actors/offices.toml")
_BEFORE = frozenset(_OFFICES["before"].split())
_LEADING = frozenset(_OFFICES["leading"].split())
_REGNAL = frozenset(_OFFICES["regnal"])
_THINGS = frozenset(_OFFICES["things"].split())
_COMMON = read_toml("ranke", "record/actors/common.toml")
_ISLAMIC = frozenset({"arabic", "persian", "turkish", "indian", "african", "indonesian"})
"""Regions where Arabic given names stand with family names of the region's own."""


def _regions(section: str) -> dict[str, frozenset[str]]:
    """Return the regions where each name of a section is common."""
    found: dict[str, set[str]] = {}
    for region, names in _COMMON[section].items():
        for word in names.split():
            spread = _ISLAMIC if (section, region) == ("given", "arabic") else {region}
            found.setdefault(word, set()).update(spread)
    return {word: frozenset(regions) for word, regions in found.items()}


_GIVEN = _regions("given")
_FAMILY = _regions("family")
_EASTERN = frozenset(_COMMON["eastern"]["common"].split())

_AFTER = frozenset({"mp", "phd", "md", "esq", "qc", "kc"})
_LONGEST = 6
"""Words of a personal name; what is longer is no name."""
_SYLLABLE = 4
"""Letters of a given name of one syllable: "Wei", "Ming"."""
_SIMILAR = 4
"""Letters from which on one letter's difference in a given name is a matter of spelling."""
_CAPITAL = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

Words = tuple[str, ...]


@lru_cache(maxsize=65_536)
def person_name(name: str) -> Words:
    """Return the folded words of a person's name without titles, countries and particles; () where there is no name.

    "Turkish President Recep Tayyip Erdoğan" gives ("recep", "tayyip", "erdogan"), "the chief of staff" gives ().
    """
    text = name.partition(",")[0].partition("(")[0].strip()
    words = fold(text).split()
    if not words or not _is_name(text) or (len(words) > 1 and words[-1] in _THINGS):
        return ()
    ruler = ""
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
    while words:
        if words[0] in _REGNAL:
            ruler = words[0]
        abroad = leading(words) or _part(words)
        if words[0] in _BEFORE or (words[0] in _LEADING and (len(words) > 1 or words[0] in _REGNAL)):
            words = words[1:]
        elif abroad and abroad < len(words) and (len(words) - abroad > 1 or words[abroad] in _BEFORE):
            words = words[abroad:]
        else:
            break
    for k in range(len(words) - 2, 0, -1):
        if words[k] in _BEFORE:
            words = words[k + 1 :]
            break
    words = [
        word for k, word in enumerate(words) if word not in PARTICLES or (word == "bin" and 0 < k < len(words) - 1)
    ]
    if not words or len(words) > _LONGEST:
        return ()
    return (ruler, words[0]) if ruler and len(words) == 1 else tuple(words)


def _part(words: list[str]) -> int:
    """Return how many words at the head of a name are a part of a country: "Vermont Senator", "New York Mayor"."""
    return next((k for k in (3, 2, 1) if len(words) - k > 1 and part_of_country(" ".join(words[:k]))), 0)


def _is_name(text: str) -> bool:
    """Whether words are written as a name: each with a capital, but for small words and a title before the name."""
    found = [word for word in _CAPITAL.findall(text) if fold(word) and fold(word) not in PARTICLES]
    small = [k for k, word in enumerate(found) if word[0].islower() and "-" not in word and "\u2019" not in word]
    if not found or (small and small[-1] == len(found) - 1 and found[-1][0].islower()):
        return False
    return all(fold(found[k]) in _BEFORE or k == 0 for k in small)


def _famous() -> tuple[dict[Words, tuple[str, str]], dict[str, tuple[Words, str]]]:
    """Return the well-known by name, with country and sector, and by the surname that alone means them."""
    full: dict[Words, tuple[str, str]] = {}
    short: dict[str, tuple[Words, str]] = {}
    for row in read_csv("ranke", "reading/actors/people.csv", key="name"):
        words = person_name(row["name"])
        full.setdefault(words, (row["country"], row["sector"]))
        if row["short"]:
            short.setdefault(" ".join(person_name(row["short"])), (words, row["country"]))
    full.pop((), None)
    short.pop("", None)
    return full, short


FAMOUS, SHORT = _famous()


@lru_cache(maxsize=65_536)
def common(words: Words) -> bool:
    """Whether a name has so many bearers that it tells nobody: "John Smith", "Wang Wei", and "Kim" or "Maria" alone."""
    words = tuple(word for word in words if len(word) > 1)
    if not words:
        return True
    if len(words) == 1:
        return words[0] in _GIVEN or words[0] in _FAMILY or words[0] in _EASTERN
    if words[-1] in NUMERALS:
        return False
    if words[0] in _REGNAL:
        return words[1] in _GIVEN and words[0] != "pope"
    if words[0] in _EASTERN and len(words) == len(("family", "given")) and len(words[1]) <= _SYLLABLE:
        return True
    if words in FAMOUS:
        return False
    where = _GIVEN.get(words[0], frozenset())
    for word in words[1:]:
        if word != "bin":
            where &= _FAMILY.get(word, frozenset()) | (_GIVEN.get(word, frozenset()) & _ISLAMIC)
    return bool(where)


def ruler(words: Words) -> bool:
    """Whether a name is a ruler's given name after the title: "King Abdullah"."""
    return len(words) > 1 and words[0] in _REGNAL


def single(words: Words) -> str:
    """Return the one word that a name comes to, initials and a ruler's title apart; the empty text for a full name."""
    told = [word for word in words if (len(word) > 1 or word in NUMERALS) and word not in _REGNAL]
    return told[0] if len(told) == 1 else ""


@lru_cache(maxsize=65_536)
def first(words: Words) -> str:
    """Return how the given name sounds, in its full form."""
    return sound(formal(words[0]))


@lru_cache(maxsize=65_536)
def sounds(words: Words) -> Words:
    """Return how the words of a name sound, the given name in its full form and initials of middle names kept."""
    return (first(words), *(sound(word) for word in words[1:]))


def surnames(words: Words) -> Words:
    """Return what of a full name may stand alone for it: any word but the given name, and an eastern family name."""
    return tuple(
        word for k, word in enumerate(words) if len(word) > 1 and (k or word in _EASTERN) and word not in NUMERALS
    )


def same_name(one: Words, other: Words) -> bool:
    """Whether two full names are one name in two spellings, or one with and one without its middle names."""
    a, b = (one, other) if len(one) <= len(other) else (other, one)
    left, right = sounds(a), sounds(b)
    if left == right:
        return True
    if (a[-1] in NUMERALS or b[-1] in NUMERALS) and a[-1] != b[-1]:
        return False
    if len(a) == len(b) and not _initial(a[0], b[0]):
        return left[1:] == right[1:] and _near(left[0], right[0])
    if left[0] != right[0] and not _initial(a[0], b[0]):
        return False
    return _within(left[1:], right[1:])


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _within(few: Words, many: Words) -> bool:
    """Whether words stand in a longer name in their order; an initial stands for its word, but for the family name."""
    rest = iter(many)
    middle, family = few[:-1], few[-1:]
    return all(any(word == other or _initial(word, other) for other in rest) for word in middle) and set(family) <= set(
        rest
    )


@lru_cache(maxsize=65_536)
def _near(one: str, other: str) -> bool:
    """Whether two given names differ by one letter only, not the first."""
    if len(one) > len(other):
        one, other = other, one
    if len(one) < _SIMILAR or one[0] != other[0] or len(other) - len(one) > 1:
        return False
    k = next((k for k in range(len(one)) if one[k] != other[k]), len(one))
    return one[k:] == other[k + 1 :] or (len(one) == len(other) and one[k + 1 :] == other[k + 1 :])
