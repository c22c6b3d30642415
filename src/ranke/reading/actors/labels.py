"""What a name names: its own words, its verbs and the report's habit correct what the parser took it for."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from ranke.offices.lookups import fold
from ranke.offices.nouns import is_organization_word
from ranke.reading.actors.entities import Label, Name
from ranke.reading.actors.nouns import gender_of_name, is_title_word, reference
from ranke.reading.actors.spots import SUBJECTS, acts
from ranke.reading.words import words_of

_LONGEST_PERSON = 4
"""Words in a person's name."""
_LONGEST_ACRONYM = 8
"""Letters in initials."""
_BEFORE_MONTH = frozenset({
    "in", "last", "this", "next", "since", "until", "of", "early", "late", "mid", "by", "from", "on", "and", "to",
    "before", "after",
})  # fmt: skip


def relabelled(doc: Doc, span: Name) -> Name:
    """Let the words of a name say what it is: "Foreign Ministry", "Justice Party", initials, a common given name."""
    if span.known is not None or span.label == "people":
        return span
    first, last = doc[span.start], doc[span.end - 1]
    if span.label in ("person", "other") and _names_body(doc, span):
        return replace(span, label="organization")
    ends = is_organization_word(last.lower_)
    if span.label == "person":
        opens = first.lower_ in reference()["opening"]
        return replace(span, label="organization") if (ends or opens) and span.size > 1 else span
    if span.size > 1 and last.lower_ in reference()["rule"] and not is_organization_word(first.lower_):
        return replace(span, label="rule")
    if ends or is_organization_word(first.lower_):
        return replace(span, label="organization")
    if 1 < span.size <= _LONGEST_PERSON and (last.is_title or _numeral(last)):
        title = doc[span.start - 1] if span.start and doc[span.start - 1].head == last else None
        if _personal(doc, span) or (title is not None and title.dep_ == "compound" and is_title_word(title.lower_)):
            return replace(span, label="person")
    if span.label == "other" and span.size == 1 and last.is_upper and 1 < len(last.text) <= _LONGEST_ACRONYM:
        return replace(span, label="organization")
    return span


def _names_body(doc: Doc, span: Name) -> bool:
    """Whether a noun for a body is called by a name of one word or two of one hyphen: "her Ata-Oro party"."""
    noun = doc[span.end] if span.end < len(doc) else None
    if noun is None or noun.tag_ != "NN" or noun.lower_ not in reference()["named"] or noun.lower_ == "network":
        return False
    whole = span.size == 1 or (span.size == 3 and doc[span.start + 1].text == "-")  # noqa: PLR2004 - a hyphen between
    return whole and doc[span.end - 1].head.i == noun.i and doc[span.end - 1].dep_ in ("compound", "nmod", "amod")


def _numeral(token: Token) -> bool:
    """Whether a word is a ruler's number: "Elizabeth II"."""
    return token.is_upper and not set(token.text) - set("IVX")


def _personal(doc: Doc, span: Name) -> bool:
    """Whether a name of several words begins with a given name, or is who is born, convicted or elected."""
    words = tuple(fold(doc[i].lower_) for i in range(span.start, span.end))
    if gender_of_name(words) and "of" not in words:
        return True
    last = doc[span.end - 1]
    return last.dep_ in ("nsubj", "nsubjpass") and last.head.lemma_ in reference()["personal"]


def ruled(doc: Doc, spans: list[Name]) -> list[Name]:
    """Let the initials of a law, "Fair Wages Act (FWA)", be one all through the report, and "Republic Act No. 7711"."""
    short = {
        doc[after.start].text
        for span, after in pairwise(spans)
        if span.label == "rule" and after.start == span.end + 1 and after.size == 1 and doc[span.end].text == "("
    }
    return [
        replace(span, label="rule")
        if (span.known is None and span.size == 1 and doc[span.start].text in short) or _numbered(doc, span)
        else span
        for span in spans
    ]


def _numbered(doc: Doc, span: Name) -> bool:
    last = doc[span.end - 1]
    return span.size > 1 and last.lower_ in ("no", "no.") and doc[span.end - 2].lower_ in reference()["rule"]


def agreed(doc: Doc, spans: list[Name]) -> list[Name]:
    """Give the same words the same label all through the report, and a surname the label of its full name."""
    texts = [fold(words_of(doc).between(span.start, span.end)) for span in spans]
    votes: dict[str, Counter[Label]] = {}
    for span, text in zip(spans, texts, strict=True):
        if span.known is None and span.label != "other":
            votes.setdefault(text, Counter())[span.label] += 1
    surnames = _surnames(doc, spans)
    last = {fold(doc[span.end - 1].text) for span in spans if span.label == "person" and span.size > 1}
    bodies = {
        fold(doc[span.start].text)
        for span in spans
        if span.label == "organization" and span.size > 1 and doc[span.start].is_title
    }
    groups = {
        text
        for span, text in zip(spans, texts, strict=True)
        if span.label == "organization" and span.known is None and _names_body(doc, span)
    }
    alone = {text for span, text in zip(spans, texts, strict=True) if span.label == "person" and span.size == 1}
    found: list[Name] = []
    for span, text in zip(spans, texts, strict=True):
        if span.known is not None:
            bearer = text in last and span.label in ("country", "organization") and acts(doc[span.end - 1])
            found.append(Name(span.start, span.end, "person") if bearer else span)
            continue
        label = span.label
        if text.lower() in surnames:
            label = "person"
        elif (text in groups or (text in bodies and span.size == 1)) and label == "person" and text not in last:
            # "Belfar Air" once, "Belfar" then: no person bears the name in full.
            label = "organization"
        elif text in votes:
            label = min(votes[text], key=lambda one: (-votes[text][one], one))
        if label in ("place", "other") and 1 < span.size < _LONGEST_PERSON and doc[span.start].is_title:
            label = "person" if fold(doc[span.end - 1].text) in alone else label
        found.append(replace(span, label=label))
    return found


def _surnames(doc: Doc, spans: list[Name]) -> set[str]:
    """Return the words after the first of the people's full names, lower case, with what a hyphen binds to them."""
    found: set[str] = set()
    for span in spans:
        if span.label != "person" or span.size == 1:
            continue
        words = [doc[i] for i in range(span.start + 1, span.end)]
        found.update(fold(token.text).lower() for token in words if token.is_title and len(token) > 1)
        if span.size > 2 and doc[span.end - 2].text == "-":  # noqa: PLR2004 - a word, a hyphen and a word
            found.add(fold(doc[span.end - 3 : span.end].text).lower())
    return found


def with_surnames(doc: Doc, spans: list[Name]) -> list[Name]:
    """Add surnames that the parser passed over: "in his talks with May"."""
    surnames = _surnames(doc, spans)
    if not surnames:
        return spans
    covered = bytearray(len(doc))
    for span in spans:
        covered[span.start : span.end] = b"\x01" * span.size
    found = list(spans)
    for i, text in enumerate(words_of(doc).text):
        if covered[i] or not text.istitle() or fold(text).lower() not in surnames:
            continue
        token = doc[i]
        before = doc[max(token.i - 1, 0)]
        owner = token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "POS"  # "to May's deal"
        month = token.ent_type_ == "DATE" and not owner and (before.lower_ in _BEFORE_MONTH or before.tag_ == "CD")
        if not month and (token.tag_[:2] == "NN" or not token.is_sent_start or token.dep_ in SUBJECTS):
            found.append(Name(token.i, token.i + 1, "person"))
    return sorted(found, key=lambda name: name.start)
