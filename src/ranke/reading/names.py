"""Where names stand: the parser's entities, repaired by the tables, by the words in them and by the report's own habit."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc

from ranke.reading.lookups import Known, fold, match_at
from ranke.reading.nouns import is_organization_word, is_title_word

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


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `[start, end)`, what sort of thing it names, and its meaning where a table has it."""

    start: int
    end: int
    label: Label
    known: Known | None = None


def find_names(doc: Doc) -> list[Name]:
    """Return the names of a text in order, none overlapping another."""
    folded = fold(doc.text)
    spans = _merge(_entities(doc), _from_tables(doc, folded), len(doc))
    spans = _with_runs(doc, spans)
    spans = _joined(doc, spans)
    return _agreed(doc, [_relabelled(doc, span) for span in spans])


def _entities(doc: Doc) -> list[Name]:
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
        if label == "person":
            while start < end - 1 and is_title_word(doc[start].lower_):
                start += 1
        if start < end and (label != "person" or doc[start].text[:1].isupper() or end - start > 1):
            found.append(Name(start, end, label))
    return found


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
        last, known = ends[match[0]], match[1]
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
        return name.known is None or name.known.sort != "adjective"
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


def _with_runs(doc: Doc, spans: list[Name]) -> list[Name]:
    """Add capitalised runs that no entity covers: "SCFRI", "Vienna Declaration"; times and titles are none."""
    covered = bytearray(len(doc))
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
    """Join neighbours that the parser makes one phrase: "116th United States" + "Congress", "Recep" + "Tayyip Erdogan"."""
    found: list[Name] = []
    for span in spans:
        last = found[-1] if found else None
        if last is not None and last.end == span.start and span.end - last.start <= _LONGEST and _belongs(doc, last, span):
            label = span.label if span.label != "other" else last.label
            known = None
            found[-1] = Name(last.start, span.end, label, known)
        else:
            found.append(_with_complement(doc, span))
    return _without_overlaps(found)


def _belongs(doc: Doc, last: Name, span: Name) -> bool:
    """Whether two neighbouring names are parts of one."""
    inside = span.start <= doc[last.end - 1].head.i < span.end and doc[last.end - 1].dep_ in _LINKED
    if span.known is not None and span.known.sort in ("organization", "country") and span.end - span.start > 0:
        return inside and last.label == "other" and span.known.sort == "organization" and False
    if not inside:
        return last.label in ("person", "other") and span.label == "person" and doc[span.end - 1].head.i == last.end - 1
    if span.label == "person":
        return last.label == "person" or (last.label == "other" and last.end - last.start == 1 and not is_organization_word(doc[last.start].lower_))
    if last.label == "people":
        return is_organization_word(doc[span.end - 1].lower_) and doc[last.start].text[0].isupper() and span.label in ("organization", "other")
    return last.label in ("organization", "place", "country", "other") and span.label in ("organization", "other")


def _with_complement(doc: Doc, span: Name) -> Name:
    """Return "Department of Justice" for "Department", "Ministry of Foreign Affairs" for "Ministry"."""
    if span.known is not None or span.label not in ("organization", "other") or span.end + 1 >= len(doc):
        return span
    if not is_organization_word(doc[span.end - 1].lower_) or doc[span.end].lower_ not in ("of", "for"):
        return span
    j = span.end + 1
    if doc[j].lower_ == "the" and j + 1 < len(doc):
        j += 1
    first = j
    while j < len(doc) and j - span.start < _LONGEST and (
        _name_like(doc, j) or (doc[j].lower_ in ("and", "&") and j > first and j + 1 < len(doc) and _name_like(doc, j + 1) and doc[j + 1].dep_ == "conj")
    ):
        j += 1
    return Name(span.start, j, "organization") if j > first else span


def _without_overlaps(spans: list[Name]) -> list[Name]:
    found: list[Name] = []
    for span in spans:
        if found and span.start < found[-1].end:
            continue
        found.append(span)
    return found


def _relabelled(doc: Doc, span: Name) -> Name:
    """Let the words of a name say what it is: "Foreign Ministry", "Justice Party", initials."""
    if span.known is not None:
        return span
    first, last = doc[span.start], doc[span.end - 1]
    if span.label in ("place", "person", "other", "organization") and (is_organization_word(last.lower_) or is_organization_word(first.lower_)):
        if span.label != "person" or is_organization_word(last.lower_):
            return replace(span, label="organization")
    if span.label == "other" and span.end - span.start == 1 and last.is_upper and 2 <= len(last.text) <= _ACRONYM_LONGEST:
        return replace(span, label="organization")
    return span


def _agreed(doc: Doc, spans: list[Name]) -> list[Name]:
    """Give the same words the same label all through the report, and a surname the label of its full name."""
    votes: dict[str, Counter[str]] = {}
    surnames: set[str] = set()
    for span in spans:
        words = fold(doc[span.start : span.end].text)
        if span.known is None and span.label != "other":
            votes.setdefault(words, Counter())[span.label] += 1
        if span.label == "person" and span.end - span.start > 1:
            surnames.add(fold(doc[span.end - 1].text))
            if span.end - span.start > 2 and doc[span.end - 2].text == "-":
                surnames.add(fold(doc[span.end - 3 : span.end].text))
    found = []
    for span in spans:
        words = fold(doc[span.start : span.end].text)
        label: str = span.label
        if span.known is None:
            if words in surnames:
                label = "person"
            elif words in votes:
                label = min(votes[words], key=lambda one: (-votes[words][one], one))
        found.append(span if label == span.label else Name(span.start, span.end, _label(label), span.known))
    return found


def _label(text: str) -> Label:
    return next(label for label in ("person", "organization", "place", "people", "country") if label == text)  # type: ignore[return-value]
