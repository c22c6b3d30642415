"""Names as they are compared: without accents, case, articles and the differences of transliteration."""

import re
import unicodedata
from functools import lru_cache

from ranke.tables import read_toml

_TABLE = read_toml("ranke", "offices/names.toml")
_LETTERS = str.maketrans(_TABLE["letters"])
_ARABIC = frozenset(_TABLE["articles"])
_SONS = frozenset(_TABLE["sons"])
_KEPT = frozenset(_TABLE["kept"])
_DROPPED = frozenset({"the", "a", "an"})
PARTICLES = frozenset(_TABLE["particles"])
NUMERALS = frozenset(_TABLE["numerals"])

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.[ \u00a0]?){2,}")
_POSSESSIVE = re.compile(r"['’ʼ`´‘]s\b", re.IGNORECASE)
_MARK = re.compile(r"(?<=\w)['’ʼʻʿʾ`´‘]+(?=\w)")
_ARTICLE = re.compile(r"\b(?:" + "|".join(sorted(_ARABIC)) + r")[-‑–](?=\w{2})", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_SKY = re.compile(r"(?<=[a-z]{2}[sz]k)(?:yy|iy|ii|yi|ij|yj|y|i)$")
_LONG = 5
"""Letters from which on a Slavic ending is one and not a short word."""


def _families(section: str) -> dict[str, str]:
    return {other: first for first, others in _TABLE[section].items() for other in str(others).split()}


_FAMILY = _families("family")
_SHORT = _families("short")


def _word(word: str) -> str:
    """Return one word of a name in its usual spelling."""
    if len(word) >= _LONG:
        word = _SKY.sub("y", word)
        if word.endswith(("off", "eff")):
            word = word[:-2] + "v"
    return _FAMILY.get(word, word)


def plain(name: str) -> str:
    """Return a name in ASCII and lower case, marks and possessives gone, words and hyphens as they were."""
    text = _POSSESSIVE.sub("", unicodedata.normalize("NFC", name))
    text = unicodedata.normalize("NFKD", _MARK.sub("", text))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold().translate(_LETTERS)


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return a name as it is compared: ASCII, lower case, no articles, one space between words.

    Spellings of one name fold to one: "Saleh al-Arouri" and "Salih Al Aruri", "Zelensky" and "Zelenskiy". The empty
    text comes back for what has no letter or digit.
    """
    text = _INITIALS.sub(lambda found: re.sub(r"[. \u00a0]", "", found.group()) + " ", name)
    text = plain(text)
    bare = _ARTICLE.sub("", text)
    words = [word for word in _WORD.findall(bare) if word not in _DROPPED]
    kept: list[str] = []
    for i, word in enumerate(words):
        if word in _ARABIC and len(words) > 1 and _is_article(words, i):
            continue
        kept.append("bin" if i and word in _SONS else _word(word))
    return " ".join(kept)


def _is_article(words: list[str], i: int) -> bool:
    """Whether "al" or "el" between names is an article; "Al Gore" and "as" in a title are not."""
    if words[i] not in ("al", "el") or i + 1 >= len(words):
        return False
    return i > 0 or (words[i] == "al" and words[i + 1] not in _KEPT)


_SOUNDS = (
    ("tsch", "ch"), ("tch", "ch"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("kh", "k"), ("gh", "g"), ("ph", "f"),
    ("ck", "k"), ("q", "k"), ("th", "t"), ("dh", "d"), ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"),
    ("ue", "u"), ("oe", "o"), ("ae", "a"), ("aa", "a"), ("ei", "e"), ("ey", "e"), ("ay", "ai"), ("iy", "i"),
    ("y", "i"), ("w", "v"), ("j", "y"), ("y", "i"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return how a folded word is written when spellings that differ in transliteration only are one."""
    for spelling, letter in _SOUNDS:
        word = word.replace(spelling, letter)
    return _TWICE.sub(r"\1", word)


def formal(given: str) -> str:
    """Return the full form of an English short name ("mike": "michael"); any other word as it is."""
    return _SHORT.get(given, given)
