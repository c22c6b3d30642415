"""Which names of the gazetteer stand in a text, and of which peoples and bodies it speaks."""

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from ranke.reading.places.gazetteer import Gazetteer, Site, key
from ranke.reading.words import words_of

LONGEST = 6
"""Words in a name of the tables."""
NAMED = {"GPE", "LOC", "FAC"}
"""The parser's labels for places."""

_ARTICLES = ("al", "el", "ar", "as", "ad", "an", "at", "az", "ash", "ain")
_STOPS = (";", ":", "(", ")", "?", "!", '"', "“", "”")


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `[start, end)` that may name a place; `name` is the normalised key of what was found."""

    start: int
    end: int
    name: str
    sites: tuple[Site, ...]

    @property
    def curated(self) -> bool:
        """Whether one of the tables of Ranke has the name, and not only the towns of the gazetteer."""
        return any(site.curated for site in self.sites)


@dataclass(frozen=True, slots=True)
class Sight:
    """What a text holds of the tables.

    `hits` may be places; `passed` are the tokens of peoples and bodies, `spoken` counts their countries; `surnames` and
    `personal` are the last and all words of persons' full names.
    """

    hits: list[Hit]
    passed: set[int]
    spoken: Counter[str]
    surnames: set[str]
    personal: set[str]


def look_up(doc: Doc, known: Gazetteer) -> Sight:
    """Return every name of the gazetteer in a text, longest first, and the countries that it speaks of."""
    keys = [key(text) for text in words_of(doc).text]
    people = [entity for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1]
    surnames = _surnames(doc, people)
    sight = Sight([], set(), Counter(), surnames, {token.lower_ for entity in people for token in entity})
    i, size = 0, len(doc)
    while i < size:
        if not may_begin(doc, i):
            i += 1
            continue
        end, found = _longest(doc, keys, i, known)
        if isinstance(found, Hit):
            sight.hits.append(found)
            countries = {site.country for site in found.sites}
            if found.curated and len(countries) == 1:
                sight.spoken.update(country for country in countries if country)
        elif found is not None:
            sight.passed.update(range(i, end))
            if found:
                sight.spoken[found] += 1
        i = end
    return sight


def _surnames(doc: Doc, people: list[Span]) -> set[str]:
    """Return the last words of persons' names, but for those that the parser takes for places at least as often."""
    counts = Counter(entity[-1].lower_ for entity in people)
    counts.subtract(entity[-1].lower_ for entity in doc.ents if entity.label_ in NAMED)
    return {name for name, count in counts.items() if count > 0}


def may_begin(doc: Doc, i: int) -> bool:
    """Whether a name may begin with token `i`: a capital, or an Arabic article before one."""
    texts = words_of(doc).text
    if texts[i][0].isupper():
        return True
    return texts[i] in _ARTICLES and i + 2 < len(doc) and texts[i + 1] == "-" and texts[i + 2][0].isupper()


def _longest(doc: Doc, keys: list[str], i: int, known: Gazetteer) -> tuple[int, Hit | str | None]:
    """Return where the longest name from token `i` ends and what it is: a place, or the country of a people or body."""
    parsed = words_of(doc)
    parts: list[str] = []
    best: tuple[int, Hit | str | None] = (i + 1, None)
    limit = min(i + 2 * LONGEST, len(doc))
    for j in range(i, limit):
        if len(parts) == LONGEST or parsed.text[j].isspace() or (j > i and parsed.opens[j]):
            break
        if keys[j]:
            if parts and parsed.tag[j] == "POS":
                parts[-1] += keys[j]
                continue
            parts.append(keys[j])
            name = " ".join(parts)
            if name in known.peoples and not (doc[i].ent_type_ in NAMED and name in known.sites):
                best = (j + 1, known.peoples[name])
            elif sites := known.find(name):
                best = (j + 1, Hit(i, j + 1, name, tuple(sites)))
            elif name in known.bodies:
                best = (j + 1, known.bodies[name])
        elif parsed.text[j] in _STOPS:
            break
    return best


def sentence_starts(doc: Doc) -> list[int]:
    """Return for each token where its sentence starts; in one pass, for sentences of any length."""
    starts, start = [], 0
    for i, opens in enumerate(words_of(doc).opens):
        if opens:
            start = i
        starts.append(start)
    return starts
