"""Words as they are compared: what a text is about, without the words that any text has."""

import re
import unicodedata
from functools import cache, lru_cache

from ranke.offices.names import fold
from ranke.tables import read_csv, read_toml

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_CLITIC = re.compile(r"['’](?:s|d|m|ll|re|ve|t)$")
_SHORT = 3
"""A word of so many letters or fewer is seldom a name and has no ending to cut."""

_ROOT = 4
"""What must be left of a word when an ending of derivation is cut, in letters: "elect" of "election", not "st" of
"station"."""

_LETTERS = str.maketrans("łøđıæœþð", "lodiaotd")
"""Letters that are no accented form of a Latin one, and the one that news without accents writes for it."""

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DERIVATIONS = ("isation", "ization", "ation", "ator", "ment", "ness", "ism", "ist", "ion", "ate", "ise", "ize", "ly")
_AGENTS = ("er", "or")

_NAME = re.compile(
    r"[^\W\d_]*[^\W\d_a-zà-öø-ÿ][^\W\d_]*(?:[-'’][^\W\d_]+)*"
    r"(?: (?:(?:of|the|de|del|della|da|dos|van|von|der|den|bin|ibn|al|el|for) ){0,2}"
    r"(?:al-|el-|an-|as-|ash-|ad-|d'|d’)?[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[-'’][^\W\d_]+)*)*"
)
_OPENING = re.compile(r"(?:^|[.!?:;\n|][\"'”’)\]]*\s+|[\"“‘(\[—–]\s*)$")
_BEFORE = 6
"""Characters before a name that tell whether it opens a sentence."""


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that tell what it is about."""
    kept = (stem(word) for word in _WORD.findall(text))
    return frozenset(word for word in kept if word)


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text in their order, as they stand."""
    return _WORD.findall(text)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of a word, or nothing if any text has that word.

    Light: endings of inflection and a few of derivation are cut, so that "protesters" meets "protest" and
    "resignation" meets "resigned". It needn't be a word, it only has to be the same for both.
    """
    if word[0].isdigit():
        return word.replace(",", "")
    if word == "March":  # the month; "may" is a word of grammar, the other months are no other word
        return ""
    cut = _cut(_plain(_CLITIC.sub("", word)))
    return "" if len(cut) < 2 or cut in _bands()[0] else cut  # noqa: PLR2004  a letter alone is no word


@lru_cache(maxsize=1 << 16)
def weight(stem: str) -> float:
    """Return how much a stem tells of what a text is about: 1 for a word of no band, less for common ones."""
    table = _table()
    if stem[:1].isdigit():
        numbers = table["numbers"]
        if _YEAR.fullmatch(stem):
            return float(numbers["year"])
        return float(numbers.get({1: "one", 2: "two"}.get(len(stem), "weight"), 0))
    dropped, little, countries = _bands()
    if stem in dropped:
        return 0.0
    if stem in little:
        return float(table["little"]["weight"])
    if stem in countries:
        return float(table["countries"]["weight"])
    return float(table["short"]["weight"]) if len(stem) <= _SHORT else 1.0


def names_in(text: str) -> frozenset[str]:
    """Return the proper names of a text, folded: what is capitalised inside a sentence, and names of several words.

    A capital at the start of a sentence tells nothing, so a word that stands only there is left out; so are titles and
    other words that any text has, at either end of a name.
    """
    found: set[str] = set()
    openers: set[str] = set()
    for match in _NAME.finditer(text):
        words = match.group().split(" ")
        opens = bool(_OPENING.search(text[max(0, match.start() - _BEFORE) : match.start()]))
        titles = [place for place, word in enumerate(words[:-1], start=1) if _plain(word) in _titles()]
        if titles:
            words, opens = words[titles[-1] :], False
        while words and not stem(words[0]):
            words, opens = words[1:], False
        while words and not stem(words[-1]):
            words.pop()
        name = fold(" ".join(words))
        if len(name) < _SHORT and not name.isupper():
            continue
        (openers if opens and len(words) == 1 else found).add(name)
    return frozenset(found)


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = read_toml("ranke.record.stories", "words.toml")
    return table


@cache
def _irregular() -> dict[str, str]:
    return _table()["irregular"]


@cache
def _titles() -> frozenset[str]:
    return frozenset(_listed(_table()["titles"]["words"]))


@cache
def _bands() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the stems without weight, those with little and those of countries; each stem in the first that has it."""
    table = _table()
    dropped = {_cut(word) for band in ("function", "none") for word in _listed(table[band]["words"])}
    little = {_cut(word) for word in _listed(table["little"]["words"])}
    countries: set[str] = set()
    named = frozenset(table["countries"]["named"].split())
    for row in read_csv("ranke", "reading/actors/countries.csv", key="iso3"):
        names = ";".join(row[field] for field in ("name", "aliases", "demonyms", "adjectives"))
        band = little if row["iso3"] in named else countries
        band |= {_cut(_plain(name)) for name in names.split(";") if name and " " not in name}
    return frozenset(dropped), frozenset(little - dropped), frozenset(countries - little - dropped)


def _plain(word: str) -> str:
    """Return a word in lower case, without accents and apostrophes."""
    folded = word.casefold()
    if not folded.isascii():
        bare = unicodedata.normalize("NFKD", folded.translate(_LETTERS))
        folded = "".join(c for c in bare if not unicodedata.combining(c))
    return folded.replace("'", "").replace("’", "")


def _listed(words: str) -> list[str]:
    return [part for word in words.split() for part in _plain(word).split("-")]


def _cut(word: str) -> str:
    """Cut the endings of one folded word."""
    word = _irregular().get(word, word)
    if len(word) <= _SHORT:
        return word
    plain = _singular(word)
    plain = _irregular().get(plain, plain)
    return _ending(_derived(_verb(plain)))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "sis")) else word


def _verb(word: str) -> str:
    for ending in ("ied", "ed", "ing"):
        root = word.removesuffix(ending)
        if root == word or len(root) < _SHORT or not re.search("[aeiouy]", root):
            continue
        if ending == "ied":
            return root + "y"
        if word.endswith("eed"):
            return word
        doubled = root[-1] == root[-2] and root[-1] not in "lsz"
        return root[:-1] if doubled else root.removesuffix("at") if len(root) > _ROOT + 2 else root
    return word


def _derived(word: str) -> str:
    for ending in _DERIVATIONS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= _ROOT and (ending != "ion" or root[-1] in "st"):
            return root
    for ending in _AGENTS:
        root = word.removesuffix(ending)
        if root != word and len(root) > _ROOT:
            return root
    return word


def _ending(word: str) -> str:
    if word.endswith("e") and len(word) > _SHORT:
        word = word[:-1]
    if word.endswith(("ll", "gu")):
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > _SHORT else word
