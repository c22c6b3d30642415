"""Where names stand: the parser's entities, cleaned, put together with the names that the tables know."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Span, Token

from ranke.offices.lookups import Known, country_words, match_at
from ranke.offices.nouns import is_body_word
from ranke.reading.actors.nouns import is_title_word, reference
from ranke.reading.actors.spots import MODIFIERS, is_plural
from ranke.reading.words import words_of

Label = Literal["person", "organization", "place", "people", "country", "rule", "site", "other"]

LONGEST = 14
"""Tokens in a name; longer runs are lists or headings."""
PARTICLES = frozenset({
    "al", "el", "ul", "bin", "bint", "ben", "ibn", "abu", "von", "van", "de", "der", "den", "da", "di", "du", "la",
    "le", "del", "della", "dos", "das", "ter", "zu", "y", "e", "i", "ad", "ud", "as", "ash", "an", "ar", "az", "jr",
    "sr", "ii", "iii", "dela", "delos", "ould", "dal", "dello",
})  # fmt: skip
_LABELS: dict[str, Label] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "NORP": "people", "FAC": "place", "LOC": "place",
    "EVENT": "other", "WORK_OF_ART": "other", "LAW": "other", "PRODUCT": "other",
}  # fmt: skip
_BEFORE = frozenset({"DT", "PRP$", "POS"})
_AFTER = frozenset({"POS", "IN", "CC", "DT"})
_MARKS = frozenset({",", ".", ":", ";", "-", "(", '"'})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_SYLLABLE = 6
"""Letters of a small word after a hyphen that may be part of a name: "Moon Jae-in", not "Moon-appointed"."""
_ARTICLE = "al"
"""The small word that Arabic names begin with: "al-Qaeda in Iraq"."""
_FULL_NAME = 4
"""Words in a person's name."""
_LEADER = 3
"""Words of a leader's or country's name with "administration"; a longer name is a body's own."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `[start, end)`, what sort of thing it names, and its meaning where a table has it."""

    start: int
    end: int
    label: Label
    known: Known | None = None

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return self.end - self.start


def find_entities(doc: Doc, folded: str, title: bytearray) -> list[Name]:
    """Return the names that the parser and the tables find, in order, none overlapping another.

    Args:
        doc: The parsed text.
        folded: The text as `fold` gives it.
        title: For each token whether it belongs to a title or a noun for people.
    """
    entities = [name for entity in doc.ents if (name := _cleaned(doc, entity, title)) is not None]
    return _merged(entities, _from_tables(doc, folded), words_of(doc).text)


def _cleaned(doc: Doc, entity: Span, title: bytearray) -> Name | None:
    """Return an entity that can matter, without the articles, titles and possessive marks around it."""
    label = _LABELS.get(entity.label_)
    if label is None:
        return None
    start, end = _trimmed(doc, entity)
    if label in ("organization", "other") and start < end:
        if all(title[start:end]) or _are_members(doc, start, end, title):
            return None  # an office in capitals ("Supreme Leader") is no name
        start = _after_of(doc, start, end, title)
        while end - start > 1 and end < len(doc) and title[end - 1] and title[end]:
            end -= 1  # the parser's name ends inside a title: "Iraqi National" before "Security Adviser"
        label = "person" if _ruler(doc, start, end, title) else label
    if label == "person":
        return _person(doc, start, end, title)
    if end - start > 1:
        if label in ("organization", "other"):
            last, end = end, _without_government(doc, start, end)
            label = "person" if end < last and doc[last - 1].lower_ == "administration" else label
        while start < end - 1 and doc[start].is_lower and doc[start].lower_ not in PARTICLES:
            start += 1
    return Name(start, end, label) if start < end else None


def _trimmed(doc: Doc, entity: Span) -> tuple[int, int]:
    """Return the bounds of an entity without what stands around a name; it ends at a quotation mark."""
    start, end = entity.start, min(entity.end, entity.start + LONGEST)
    end = next((i for i in range(start, end) if doc[i].is_space or (i > start and doc[i].is_quote)), end)
    while start < end and (doc[start].tag_ in _BEFORE or doc[start].is_punct):
        start += 1
    if end - start > 1 and is_day(doc, start):
        start += 1
    while end > start and (doc[end - 1].tag_ in _AFTER or doc[end - 1].text in _MARKS):
        end -= 1
    while end - start > 1 and doc[end - 1].is_lower and doc[end - 1].pos_ in ("VERB", "AUX", "ADV"):
        end -= 1
    return start, end


def is_day(doc: Doc, i: int) -> bool:
    """Whether a token is a day that stands before a name: "On Friday Novak left"."""
    return doc[i].lower_ in _DAYS and i > 0 and doc[i - 1].lower_ == "on"


def _are_members(doc: Doc, start: int, end: int, title: bytearray) -> bool:
    """Whether an entity is people of a party or chamber, and no body: "Republican Senators", "House Democrats"."""
    last = doc[end - 1]
    if end - start != 2 or last.tag_ not in ("NNS", "NNPS"):  # noqa: PLR2004 - two words
        return False
    if not (title[end - 1] or is_title_word(last.lower_)):
        return False
    return doc[start].lower_ in reference()["chamber"]


def _after_of(doc: Doc, start: int, end: int, title: bytearray) -> int:
    """Return where the name begins in "Government of Chad" and, at a sentence's head, in "Supporters of Vidal"."""
    if end - start <= 2 or doc[start + 1].lower_ != "of":  # noqa: PLR2004 - a word, "of" and a name
        return start
    people = title[start] and doc[start].tag_ == "NNS" and doc[start].is_sent_start
    return start + 2 if people or doc[start].lower_ in reference()["government"] else start


def _ruler(doc: Doc, start: int, end: int, title: bytearray) -> bool:
    """Whether an entity that is no person's by its label begins with a ruler's title: "Princess Ada Belfar"."""
    if end - start < 2 or not title[start] or doc[start].lower_ not in reference()["ruler"]:  # noqa: PLR2004
        return False
    return all(_name_part(doc[i]) for i in range(start + 1, end))


def _name_part(token: Token) -> bool:
    return token.text[:1].isupper() and token.is_alpha and not is_body_word(token.lower_)


def titled(doc: Doc, name: Name, title: bytearray) -> Name:
    """Let a name be a person's that a title in capitals stands before: "Chief Superintendent Ada Belfar"."""
    before = doc[name.start - 1] if name.start and title[name.start - 1] else None
    if before is None or name.label not in ("other", "place") or name.known is not None or name.size > _FULL_NAME:
        return name
    bound = before.tag_ == "NNP" and before.text[:1].isupper() and name.start <= before.head.i < name.end
    if bound and not is_plural(before) and all(_name_part(doc[i]) for i in range(name.start, name.end)):
        return replace(name, label="person")
    return name


def _person(doc: Doc, start: int, end: int, title: bytearray) -> Name | None:
    """Return a person's name without the titles before it; None where nothing else stands there."""
    while start < end - 1 and (is_title_word(doc[start].lower_) or title[start]):
        start += 1
    end = _person_end(doc, start, end)
    if end - start == 1 and (title[start] or not doc[start].text[:1].isupper()):
        return None
    return Name(start, end, "person") if start < end else None


def _person_end(doc: Doc, start: int, end: int) -> int:
    """Return where a person's name ends: before a small word that is no particle, after what a hyphen binds to it."""
    for i in range(start + 1, end):
        token = doc[i]
        if token.is_lower and token.is_alpha and token.lower_ not in PARTICLES and doc[i - 1].text != "-":
            return i
    while end > start and end + 1 < len(doc) and doc[end].text == "-":
        after = doc[end + 1]
        bound = not doc[end - 1].whitespace_ and not doc[end].whitespace_ and after.is_alpha
        if not bound or after.tag_[0] == "V" or after.dep_ in MODIFIERS or len(after) > _SYLLABLE:
            break
        end += 2
    return end


def _without_government(doc: Doc, start: int, end: int) -> int:
    """Cut "government" or "administration" off a country's or a leader's name: "Trump Administration"."""
    last = doc[end - 1].lower_
    if last not in reference()["government"] or (last != "government" and end - start > _LEADER):
        return end
    while end - start > 1 and doc[end - 1].lower_ in (last, "federal", "central"):
        end -= 1
    return end


def _from_tables(doc: Doc, folded: str) -> list[Name]:
    """Return the longest names of the tables, from left to right."""
    known_words = words_of(doc)
    text, starts = known_words.whole, known_words.idx
    ends = {start + len(word): i for i, (start, word) in enumerate(zip(starts, known_words.text, strict=True))}
    found: list[Name] = []
    at = 0
    for i, start in enumerate(starts):
        token = doc[i]
        if i < at or not (text[start].isupper() or text[start].isdigit() or token.lower_ == _ARTICLE):
            continue
        match = match_at(folded, start)
        if match is not None and match[0] in ends and _adjectival(doc, ends[match[0]]):
            match = match_at(folded[: doc[ends[match[0]]].idx].rstrip(), start)
        if match is None or match[0] not in ends:
            continue
        last, known = ends[match[0]], match[1]
        if known.sort in ("adjective", "demonym") and not token.text.isascii():
            continue  # "Germán" is a given name
        if token.lower_ == "the" and doc[last].dep_ in MODIFIERS and known.sort == "organization":
            continue
        found.append(Name(i, last + 1, _label_of(known), known))
        at = last + 1
    return found


def _adjectival(doc: Doc, last: int) -> bool:
    """Whether a name ends in "military" as an adjective: "Turkish military operations" are Turkey's."""
    return doc[last].lower_ == "military" and doc[last].dep_ in MODIFIERS


def _label_of(known: Known) -> Label:
    if known.sort == "organization":
        return "organization"
    return "people" if known.sort in ("adjective", "demonym") else "country"


def _merged(entities: list[Name], tables: list[Name], words: Sequence[str]) -> list[Name]:
    """Put entities and table names together: a longer entity keeps its bounds, else the table knows better."""
    owner: list[Name | None] = [None] * len(words)
    for entity in entities:
        for i in range(entity.start, entity.end):
            owner[i] = entity
    cut: dict[Name, list[Name]] = {}
    within: dict[Name, list[Name]] = {}
    kept: list[Name] = []
    for name in tables:
        around = owner[name.start] or owner[name.end - 1]
        if around is not None and (_stays_whole(around, name) or _is_province(around, name, words)):
            within.setdefault(around, []).append(name)
            continue
        for i in range(name.start, name.end):
            clash = owner[i]
            if clash is not None and name not in cut.setdefault(clash, []):
                cut[clash].append(name)
        kept.append(name)
    for entity in entities:
        if entity in cut:
            # "Peruvian" of "Peruvian House of Deputies", where the table has the house alone.
            kept += [name for name in within.get(entity, ()) if name.label in ("people", "country")]
        rest = _rest(entity, cut[entity]) if entity in cut else entity
        if rest is not None:
            kept.append(rest)
    return sorted(kept, key=lambda name: name.start)


def _stays_whole(entity: Name, name: Name) -> bool:
    """Whether an entity that holds a table name stays whole ("New York Times", "Jim Jordan", "Turkish Airlines")."""
    if entity.start > name.start or entity.end < name.end or entity.size <= name.size or entity.label == "people":
        return False
    sort = name.known.sort if name.known is not None else ""
    if entity.label == "person":
        in_front = name.start == entity.start and entity.end - name.end > 1
        return not in_front and sort != "adjective"
    if sort == "organization":
        return entity.end > name.end and entity.label != "place"
    return True


def _is_province(entity: Name, name: Name, words: Sequence[str]) -> bool:
    """Whether a body of a name that many bear has a province's name before it: "the Ohio Supreme Court"."""
    known = name.known
    if known is None or known.sort != "organization" or known.sector not in ("JUD", "LEG") or entity.end != name.end:
        return False
    first, shared = words[entity.start].lower(), reference()["shared"]
    if entity.start == name.start or entity.label != "organization" or first in reference()["chamber"]:
        return False
    if not (words[entity.start].isalpha() and words[entity.start].istitle()):
        return False
    return first not in country_words() and all(
        is_body_word(words[i].lower()) or words[i].lower() in shared for i in range(name.start, name.end)
    )


def _rest(entity: Name, inside: list[Name]) -> Name | None:
    """Return what is left of a person's name beside the table names that cut it."""
    if entity.label != "person":
        return None
    start = max((name.end for name in inside if name.start <= entity.start), default=entity.start)
    end = min((name.start for name in inside if name.start > entity.start), default=entity.end)
    return Name(start, end, "person") if start < end else None
