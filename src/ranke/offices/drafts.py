"""A description while it is taken apart: its words, what tables explain of them, and what it says so far."""

import re
from dataclasses import dataclass, field

from ranke.model import Kind, Sector
from ranke.offices.lookups import Known, fold, match_at
from ranke.offices.nouns import Noun
from ranke.offices.people import Person
from ranke.offices.tenures import Offices
from ranke.offices.titles import PAST
from ranke.tables import read_toml

_TABLE = read_toml("ranke", "offices/descriptions.toml")
WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _TABLE.items()}
"""The word lists of descriptions.toml by name."""

_TOKEN = re.compile(r"[^\s,;:()\[\]\"“”/]+|[,;:()]")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_MOST = 2_000
"""Characters that are read; what is longer is no description."""
_SHOUTED = 3
"""Words from which on a text in capitals is a headline and no name."""
_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its possessive; `owns` says that it had one, `start` where it stands, in characters."""

    text: str
    lower: str
    start: int
    owns: bool

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is."""
        return self.text[:1].isupper() or ("-" in self.text and self.text.split("-", 1)[1][:1].isupper())


@dataclass(frozen=True, slots=True)
class Spot:
    """A name of the tables among the words; `role`: it says who, only where ("seated"), or whose friend ("tied")."""

    start: int
    end: int
    known: Known
    role: str


@dataclass(slots=True)
class Parts:
    """What a description says; each part is empty where it says nothing of it.

    `alone`: it names one country or body and nothing else. `loose`: words stand in it that no table explains. `thing`:
    what is meant is no actor. `begun`: the beginning of a body's name ("Bank" of "Bank of Mexico"). `weak` is a country
    that tells only where. `inherits`: the body tells the sector.
    """

    kind: Kind | None = None
    country: str = ""
    sector: Sector | None = None
    title: str = ""
    head: str = ""
    body: str = ""
    name: str = ""
    person: Person | None = None
    former: bool = False
    unsettled: bool = False
    alone: bool = False
    loose: bool = False
    thing: bool = False
    inherits: bool = False
    weak: str = ""
    place: str = ""
    begun: str = ""


@dataclass(slots=True)
class Draft:
    """A description in work; `end` is where it ends, `split` where its first preposition stands, in words."""

    text: str
    words: list[Word]
    offices: Offices
    parts: Parts
    taken: bytearray
    end: int
    split: int = 0
    person: tuple[int, int] | None = None
    spots: list[Spot] = field(default_factory=list)
    nouns: list[Noun] = field(default_factory=list)

    def take(self, start: int, end: int) -> None:
        """Mark words as explained."""
        self.taken[start:end] = b"\x01" * (end - start)

    def name(self, start: int, end: int) -> str:
        """Return words as they stand."""
        return " ".join(word.text for word in self.words[start:end])

    def unexplained(self, i: int) -> bool:
        """Whether no table explains a word."""
        word = self.words[i]
        inside = any(noun.start <= i < noun.end for noun in self.nouns)
        known = word.lower in WORDS["articles"] or word.lower in PAST or word.text in ",;:()"
        return not (self.taken[i] or inside or known)

    def in_person(self, i: int) -> bool:
        """Whether a word is of the name of the person meant."""
        return self.person is not None and self.person[0] <= i < self.person[1]


def draft(text: str, offices: Offices) -> Draft:
    """Return a description cut into words."""
    text = _cased(text[:_MOST])
    words = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        bare = _POSSESSIVE.sub("", word)
        bare = bare.rstrip(".!?") if bare.count(".") == 1 and len(bare) > len("Lt.x") else bare
        words.append(Word(bare, fold(bare).lower(), match.start(), owns=bare != word and word[-1] in "s'’"))
    end = next((i for i, word in enumerate(words) if i and word.lower in WORDS["ends"]), len(words))
    return Draft(fold(text), words, offices, Parts(), bytearray(len(words)), end)


def _cased(text: str) -> str:
    """Return a text in lower case, or in capitals, with a capital at each word, as names are looked up by."""
    if sum(map(str.isalpha, text)) <= _ACRONYM or not (text.islower() or text.isupper()):
        return text
    small = WORDS["prepositions"] | WORDS["ends"] | WORDS["articles"]
    titled = [word if word in small else word[:1].upper() + word[1:].lower() for word in text.split()]
    if text.isupper():
        return text if len(titled) > _SHOUTED or match_at(fold(text), 0) else " ".join(titled)
    return " ".join(titled) if any(match_at(fold(word), 0) for word in titled if not word.islower()) else text
