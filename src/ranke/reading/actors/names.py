"""The names of a text: entities joined and completed, and capitalised runs that the parser passed over."""

from collections.abc import Iterable

from spacy.tokens import Doc

from ranke.offices.lookups import fold
from ranke.offices.nouns import is_body_word, is_organization_word
from ranke.reading.actors.entities import LONGEST, Name, find_entities, is_day, titled
from ranke.reading.actors.labels import agreed, relabelled, ruled, with_surnames
from ranke.reading.actors.nouns import is_title_word
from ranke.reading.words import words_of

_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
_LINKED = frozenset({"compound", "nmod", "amod", "poss", "nummod"})
_PROPER = ("NNP", "NNPS")
_PREFIXES = frozenset({"ex", "then", "anti", "pro", "non", "post", "pre", "mid", "co", "vice"})
_OF_MANY = frozenset({"'", "’"})
_PEOPLES = frozenset({"women", "men", "people", "children"})
"""Whose "'s" stands inside a body's name, as the bare mark of other plurals does: "Teachers' Union"."""
_GAP = 2
"""Words between the parts of a body's name: "Bank of the West"."""


def find_names(doc: Doc, titles: Iterable[tuple[int, int]]) -> list[Name]:
    """Return the names of a text in order, none overlapping another.

    Args:
        doc: The parsed text.
        titles: Where titles and nouns for people stand, in tokens; they are no part of a name outside an entity.
    """
    title = bytearray(len(doc))
    for start, end in titles:
        title[start:end] = b"\x01" * (end - start)
    spans = _with_runs(doc, find_entities(doc, fold(words_of(doc).whole), title), title)
    names = [titled(doc, relabelled(doc, span), title) for span in _joined(doc, spans)]
    return with_surnames(doc, agreed(doc, ruled(doc, names)))


def _with_runs(doc: Doc, spans: list[Name], title: bytearray) -> list[Name]:
    """Add capitalised runs that no entity covers: "SCFRI", "Vienna Declaration"; times and titles are none."""
    covered = bytearray(title)
    for span in spans:
        covered[span.start : span.end] = b"\x01" * span.size
    found = list(spans)
    tags = words_of(doc).tag
    i, size = 0, len(doc)
    while i < size:
        if covered[i] or tags[i] not in _PROPER or not _name_like(doc, i):
            i += 1
            continue
        end = i + 1
        while end < size and end - i < LONGEST and not covered[end] and _continues(doc, end):
            end += 1
        while not _name_like(doc, end - 1):
            end -= 1
        found.append(Name(i, end, "other"))
        i = end
    return sorted(found, key=lambda name: name.start)


def _name_like(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.tag_ not in _PROPER or not token.text[0].isupper() or token.ent_type_ in _TIMES:
        return False
    if is_day(doc, i):
        return False
    if token.lower_ in _PREFIXES and i + 1 < len(doc) and doc[i + 1].text == "-":
        return False  # "Ex-Prime Minister"
    return token.lower_ not in ("government", "regime") and not is_title_word(token.lower_)


def _continues(doc: Doc, i: int) -> bool:
    if doc[i].text == "-":
        return not doc[i - 1].whitespace_ and not doc[i].whitespace_
    return not doc[i].is_sent_start and _name_like(doc, i)


def _joined(doc: Doc, spans: list[Name]) -> list[Name]:
    """Join neighbours that are one phrase: "116th United States" + "Congress", "Ministry of" + "Foreign Affairs"."""
    found: list[Name] = []
    for span in spans:
        last = found[-1] if found else None
        if last is None or span.end - last.start > LONGEST:
            found.append(span)
        elif last.end == span.start and _belongs(doc, last, span):
            label = "organization" if span.label == "other" and last.label != "person" else span.label
            found[-1] = Name(last.start, span.end, label)
        elif _completes(doc, last, span):
            found[-1] = Name(last.start, span.end, "organization")
        else:
            found.append(span)
    return found


def _belongs(doc: Doc, last: Name, span: Name) -> bool:
    """Whether two neighbouring names are parts of one."""
    if doc[span.start].is_sent_start or (span.known is not None and span.label in ("organization", "country")):
        return False
    inside = span.start <= doc[last.end - 1].head.i < span.end and doc[last.end - 1].dep_ in _LINKED
    if span.label == "person":
        back = last.start <= doc[span.end - 1].head.i < last.end
        given = last.label == "other" and last.size == 1 and not is_organization_word(doc[last.start].lower_)
        return (inside or back) and (last.label == "person" or given)
    if span.label not in ("organization", "other"):
        return False
    if last.label in ("people", "country", "place"):
        return inside and is_organization_word(doc[span.end - 1].lower_)
    if last.known is None and last.label in ("organization", "other"):
        return True
    return inside and last.label == "organization"


def _completes(doc: Doc, last: Name, span: Name) -> bool:
    """Whether a name is the rest of a body's name: "Department of" + "Justice", "University of" + "Texas"."""
    gap = span.start - last.end
    if last.known is not None or last.label not in ("organization", "other") or not 0 < gap <= _GAP:
        return False
    head, word = doc[last.end - 1], doc[last.end].lower_
    if gap == 1 and (doc[last.end].tag_ == "POS" or word in _OF_MANY):
        return (word in _OF_MANY or head.lower_ in _PEOPLES) and is_body_word(doc[span.end - 1].lower_)
    if span.label in ("person", "people") or head.text[0].islower() or not is_organization_word(head.lower_):
        return False
    if not doc[span.start].text[0].isupper() or (gap == _GAP and doc[last.end + 1].lower_ != "the"):
        return False
    return word == "of" or (word in ("for", "on") and span.label in ("organization", "other"))
