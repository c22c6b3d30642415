"""Where names stand: the parser's entities, repaired by the tables, by the words in them and by the report's own habit."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc

from ranke.reading.lookups import Known, fold, match_at
from ranke.reading.spots import acts
from ranke.reading.nouns import gender_of_name, is_organization_word, is_title_word, reference

Label = Literal["person", "organization", "place", "people", "country", "other"]

_LABELS: dict[str, Label] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "NORP": "people", "FAC": "place", "LOC": "place",
    "EVENT": "other", "WORK_OF_ART": "other", "LAW": "other", "PRODUCT": "other",
}  # fmt: skip
_TIMES = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"}
_LINKED = {"compound", "nmod", "amod", "poss", "nummod"}
_LONGEST = 14
"""Tokens in a name; longer runs are lists or headings."""
_ACRONYM_LONGEST = 8
_SYLLABLE = 6
"""Letters of a small word after a hyphen that may be part of a name: "Moon Jae-in", not "Moon-appointed"."""
PARTICLES = frozenset({
    "al", "el", "ul", "bin", "bint", "ben", "ibn", "abu", "von", "van", "de", "der", "den", "da", "di", "du", "la", "le", "del", "della", "dos",
    "das", "ter", "zu", "y", "e", "i", "ad", "ud", "as", "ash", "an", "ar", "az", "jr", "sr", "ii", "iii",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `[start, end)`, what sort of thing it names, and its meaning where a table has it."""

    start: int
    end: int
    label: Label
    known: Known | None = None


def find_names(doc: Doc, titles: Iterable[tuple[int, int]]) -> list[Name]:
    """Return the names of a text in order, none overlapping another.

    Args:
        doc: The parsed text.
        titles: Where titles and nouns for people stand, in tokens; they are no part of a name outside an entity.
    """
    folded = fold(doc.text)
    title = bytearray(len(doc))
    for start, end in titles:
        title[start:end] = b"\x01" * (end - start)
    spans = _merge(_entities(doc, title), _from_tables(doc, folded), len(doc))
    spans = _with_runs(doc, spans, title)
    spans = _joined(doc, spans)
    return _with_surnames(doc, _agreed(doc, [_relabelled(doc, span) for span in spans]))


def _entities(doc: Doc, title: bytearray) -> list[Name]:
    """Return the parser's entities that can matter, without articles, titles and possessive marks around them."""
    found: list[Name] = []
    for entity in doc.ents:
        label = _LABELS.get(entity.label_)
        if label is None:
            continue
        start, end = entity.start, min(entity.end, entity.start + _LONGEST)
        for i in range(start, end):
            if doc[i].is_space:
                end = i
                break
        while start < end and (doc[start].tag_ in ("DT", "PRP$", "POS") or doc[start].is_punct):
            start += 1
        while end > start and (doc[end - 1].tag_ in ("POS", "IN", "CC", "DT") or doc[end - 1].text in (",", ".", ":", ";", "-", "(", '"')):
            end -= 1
        if end - start > 1 and label in ("organization", "other"):
            end = _without_government(doc, start, end)
        if end - start > 1 and label != "person":
            while start < end - 1 and doc[start].is_lower and doc[start].lower_ not in PARTICLES:
                start += 1
        if label == "person":
            while start < end - 1 and (is_title_word(doc[start].lower_) or title[start]):
                start += 1
        if label == "person":
            end = _person_end(doc, start, end)
            if end - start == 1 and title[start]:
                continue
        if start < end and (label != "person" or doc[start].text[:1].isupper() or end - start > 1):
            found.append(Name(start, end, label))
    return found


def _person_end(doc: Doc, start: int, end: int) -> int:
    """Return where a person's name ends: before a small word that is no particle, after what a hyphen binds to it."""
    for i in range(start + 1, end):
        if doc[i].is_lower and doc[i].is_alpha and doc[i].lower_ not in PARTICLES and doc[i - 1].text != "-":
            return i
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        after = doc[end + 1]
        if not after.is_alpha or after.tag_[0] == "V" or after.dep_ in ("amod", "compound", "npadvmod") or len(after) > _SYLLABLE:
            break
        end += 2
    return end


def _without_government(doc: Doc, start: int, end: int) -> int:
    """Cut "government" or "administration" off a country's or a leader's name: "Trump Administration"."""
    last = doc[end - 1].lower_
    if last not in reference()["government"] or (last != "government" and end - start > 3):
        return end
    while end - start > 1 and doc[end - 1].lower_ in (last, "federal", "central"):
        end -= 1
    return end


def _from_tables(doc: Doc, folded: str) -> list[Name]:
    ends = {token.idx + len(token.text): token.i for token in doc}
    found: list[Name] = []
    at = 0
    for token in doc:
        if token.i < at or not (token.text[0].isupper() or token.text[0].isdigit()):
            continue
        match = match_at(folded, token.idx)
        if match is None or match[0] not in ends:
            continue
        if doc[ends[match[0]]].lower_ == "military" and doc[ends[match[0]]].dep_ in ("amod", "compound"):
            match = match_at(folded[: doc[ends[match[0]]].idx].rstrip(), token.idx)
            if match is None or match[0] not in ends:
                continue
        last, known = ends[match[0]], match[1]
        if token.lower_ == "the" and doc[last].dep_ in ("amod", "compound", "nmod") and known.sort == "organization":
            continue
        label: Label = "organization" if known.sort == "organization" else "country"
        if known.sort in ("adjective", "demonym"):
            label = "people"
        found.append(Name(token.i, last + 1, label, known))
        at = last + 1
    return found


def _merge(entities: list[Name], tables: list[Name], size: int) -> list[Name]:
    """Put entities and table names together: a longer entity keeps its bounds, else the table knows better."""
    owner: list[Name | None] = [None] * size
    for entity in entities:
        for i in range(entity.start, entity.end):
            owner[i] = entity
    dropped: set[Name] = set()
    kept: list[Name] = []
    for name in tables:
        around = owner[name.start] or owner[name.end - 1]
        if around is not None and _keeps(around, name):
            continue
        for i in range(name.start, name.end):
            clash = owner[i]
            if clash is not None:
                dropped.add(clash)
        kept.append(name)
    for entity in entities:
        if entity not in dropped:
            kept.append(entity)
        else:
            kept += _rest(entity, kept)
    return sorted(kept, key=lambda name: name.start)


def _keeps(entity: Name, name: Name) -> bool:
    """Whether an entity that holds a table name stays whole ("New York Times", "Jim Jordan", "Turkish Airlines")."""
    if entity.start > name.start or entity.end < name.end:
        return False
    longer = (entity.end - entity.start) > (name.end - name.start)
    if not longer:
        return False
    if entity.label == "person":
        front = name.start == entity.start and entity.end - name.end > 1
        return not front and (name.known is None or name.known.sort != "adjective")
    if entity.label == "people":
        return False
    if name.known is not None and name.known.sort == "organization":
        return entity.end > name.end and entity.label != "place"
    return not (entity.label == "place" and name.start == entity.start and name.end < entity.end and False)


def _rest(entity: Name, kept: list[Name]) -> list[Name]:
    """Return what is left of an entity beside the table name that cut it: "Lebanese [Hezbollah] ..." gives nothing."""
    if entity.label != "person":
        return []
    inside = [name for name in kept if name.start < entity.end and name.end > entity.start]
    start = max((name.end for name in inside if name.start <= entity.start), default=entity.start)
    end = min((name.start for name in inside if name.start > entity.start), default=entity.end)
    return [Name(start, end, "person")] if start < end else []


def _with_runs(doc: Doc, spans: list[Name], title: bytearray) -> list[Name]:
    """Add capitalised runs that no entity covers: "SCFRI", "Vienna Declaration"; times and titles are none."""
    covered = bytearray(title)
    for span in spans:
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    found = list(spans)
    i, size = 0, len(doc)
    while i < size:
        if covered[i] or not _name_like(doc, i):
            i += 1
            continue
        j = i + 1
        while j < size and j - i < _LONGEST and not covered[j] and _continues(doc, j):
            j += 1
        while j > i and not _name_like(doc, j - 1):
            j -= 1
        found.append(Name(i, max(j, i + 1), "other"))
        i = max(j, i + 1)
    return sorted(found, key=lambda name: name.start)


def _name_like(doc: Doc, i: int) -> bool:
    token = doc[i]
    return (
        token.tag_ in ("NNP", "NNPS")
        and token.lower_ not in ("government", "regime")
        and token.text[0].isupper()
        and token.ent_type_ not in _TIMES
        and not is_title_word(token.lower_)
    )


def _continues(doc: Doc, i: int) -> bool:
    if doc[i].is_sent_start and not _name_like(doc, i):
        return False
    hyphen = doc[i].text == "-" and not doc[i - 1].whitespace_ and not doc[i].whitespace_
    return hyphen or (_name_like(doc, i) and not doc[i].is_sent_start)


def _joined(doc: Doc, spans: list[Name]) -> list[Name]:
    """Join neighbours that are one phrase: "116th United States" + "Congress", "Commission on" + "Presidential Debates"."""
    found: list[Name] = []
    for span in spans:
        last = found[-1] if found else None
        if last is not None and span.end - last.start <= _LONGEST and (
            (last.end == span.start and _belongs(doc, last, span)) or _completes(doc, last, span)
        ):
            label = "organization" if last.end < span.start or span.label == "other" else span.label
            found[-1] = Name(last.start, span.end, label if last.label != "person" or label == "person" else last.label)
        else:
            found.append(span)
    return found


def _belongs(doc: Doc, last: Name, span: Name) -> bool:
    """Whether two neighbouring names are parts of one."""
    if doc[span.start].is_sent_start or (span.known is not None and span.known.sort in ("organization", "country")):
        return False
    inside = span.start <= doc[last.end - 1].head.i < span.end and doc[last.end - 1].dep_ in _LINKED
    single = last.end - last.start == 1
    if span.label == "person":
        back = last.start <= doc[span.end - 1].head.i < last.end
        given = last.label == "other" and single and not is_organization_word(doc[last.start].lower_)
        return (inside or back) and (last.label == "person" or given)
    if last.label == "people":
        return inside and is_organization_word(doc[span.end - 1].lower_) and span.label in ("organization", "other")
    if last.known is None and last.label in ("organization", "other") and span.label in ("organization", "other"):
        return True
    if last.label in ("country", "place") and not is_organization_word(doc[span.end - 1].lower_):
        return False
    return inside and last.label in ("organization", "place", "country", "other") and span.label in ("organization", "other")


def _completes(doc: Doc, last: Name, span: Name) -> bool:
    """Whether a name is the rest of a body's name: "Department of" + "Justice", "University of" + "Texas"."""
    gap = span.start - last.end
    if last.known is not None or last.label not in ("organization", "other") or not 0 < gap <= 2 or span.label in ("person", "people"):
        return False
    if not is_organization_word(doc[last.end - 1].lower_) or not doc[span.start].text[0].isupper() or doc[last.end - 1].text[0].islower():
        return False
    word = doc[last.end].lower_
    if gap == 2 and doc[last.end + 1].lower_ != "the":
        return False
    return word in ("of", "for", "on") and (word == "of" or span.label in ("organization", "other"))


def _without_overlaps(spans: list[Name]) -> list[Name]:
    found: list[Name] = []
    for span in spans:
        if found and span.start < found[-1].end:
            continue
        found.append(span)
    return found


def _relabelled(doc: Doc, span: Name) -> Name:
    """Let the words of a name say what it is: "Foreign Ministry", "Justice Party", initials, a common given name."""
    if span.known is not None:
        return span
    first, last = doc[span.start], doc[span.end - 1]
    ends = is_organization_word(last.lower_)
    if span.label in ("place", "other", "organization") and (ends or is_organization_word(first.lower_)):
        return replace(span, label="organization")
    if span.label == "person":
        return replace(span, label="organization") if ends and span.end - span.start > 1 else span
    if 2 <= span.end - span.start <= 4 and last.dep_ in ("nsubj", "nsubjpass") and last.head.lemma_ in _PERSONAL:
        return replace(span, label="person")
    words = tuple(fold(doc[i].lower_) for i in range(span.start, span.end))
    if span.label in ("organization", "other", "place") and 2 <= len(words) <= 4 and gender_of_name(words) and last.is_title and "of" not in words:
        return replace(span, label="person")
    if span.label == "other" and span.end - span.start == 1 and last.is_upper and 2 <= len(last.text) <= _ACRONYM_LONGEST:
        return replace(span, label="organization")
    return span


_PERSONAL = frozenset({"convict", "sentence", "bear", "marry", "arrest", "jail", "imprison", "testify", "resign", "die", "retire", "indict", "pardon", "elect", "appoint"})
"""Verbs whose subject in the passive or active is a person."""


def _agreed(doc: Doc, spans: list[Name]) -> list[Name]:
    """Give the same words the same label all through the report, and a surname the label of its full name."""
    votes: dict[str, Counter[Label]] = {}
    texts = [fold(doc[span.start : span.end].text) for span in spans]
    alone: set[str] = set()
    for span, text in zip(spans, texts, strict=True):
        if span.known is None and span.label != "other":
            votes.setdefault(text, Counter())[span.label] += 1
            if span.label == "person" and span.end - span.start == 1:
                alone.add(text)
    surnames = _surnames(doc, spans)
    last = {fold(doc[span.end - 1].text) for span in spans if span.label == "person" and span.end - span.start > 1}
    found: list[Name] = []
    for span, text in zip(spans, texts, strict=True):
        label = span.label
        if span.known is not None and text in last and span.known.sort in ("capital", "country", "organization") and acts(doc[span.end - 1]):
            span, label = Name(span.start, span.end, "person"), "person"
        if span.known is None:
            if text.lower() in surnames:
                label = "person"
            elif text in votes:
                label = min(votes[text], key=lambda one: (-votes[text][one], one))
            size = span.end - span.start
            if label in ("place", "other") and 2 <= size <= 3 and fold(doc[span.end - 1].text) in alone and doc[span.start].is_title:
                label = "person"
        found.append(span if label == span.label else replace(span, label=label))
    return found


def _surnames(doc: Doc, spans: list[Name]) -> set[str]:
    """Return the words after the first of the people's full names, lower case, with what a hyphen binds to them."""
    found: set[str] = set()
    for span in spans:
        if span.label == "person" and span.end - span.start > 1:
            found.update(fold(doc[i].text).lower() for i in range(span.start + 1, span.end) if doc[i].is_title and len(doc[i]) > 2)
            if span.end - span.start > 2 and doc[span.end - 2].text == "-":
                found.add(fold(doc[span.end - 3 : span.end].text).lower())
    return found


def _with_surnames(doc: Doc, spans: list[Name]) -> list[Name]:
    """Add surnames that the parser passed over: "in his talks with May"."""
    surnames = _surnames(doc, spans)
    if not surnames:
        return spans
    covered = bytearray(len(doc))
    for span in spans:
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    found = list(spans)
    for token in doc:
        if covered[token.i] or not token.is_title or fold(token.text).lower() not in surnames:
            continue
        month = token.ent_type_ == "DATE" and (doc[token.i - 1].lower_ in _BEFORE_MONTH or doc[token.i - 1].tag_ == "CD")
        if not month and (token.tag_[:2] == "NN" or not token.is_sent_start):
            found.append(Name(token.i, token.i + 1, "person"))
    return sorted(found, key=lambda name: name.start)


_BEFORE_MONTH = frozenset({"in", "last", "this", "next", "since", "until", "of", "early", "late", "mid", "by", "from", "on", "and", "to", "before", "after"})
