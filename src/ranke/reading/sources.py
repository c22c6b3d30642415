"""Content handed on by a preposition or a noun: "according to police, …", "her claim that …"."""

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.contents import kids, span_of
from ranke.reading.cues import cues, lemma_of
from ranke.reading.parts import StatementPart
from ranke.reading.quotations import Quotations
from ranke.reading.speakers import author, naming_span


def find_sources(doc: Doc, quotations: Quotations) -> list[StatementPart]:
    """Return the statements whose cue is a preposition with who says so."""
    parts: list[StatementPart] = []
    for token in doc:
        for words in cues().sources:
            if token.lower_ == words[0] and token.i + len(words) < len(doc) and all(
                doc[token.i + k].lower_ == word for k, word in enumerate(words)
            ):
                parts += _from_source(doc, token, token.i + len(words), quotations)
    return parts


def _from_source(doc: Doc, token: Token, cue_end: int, quotations: Quotations) -> list[StatementPart]:
    last = doc[cue_end - 1]
    source = next((c for c in kids(last) if c.dep_ in ("pobj", "pcomp")), None)
    if source is None:
        return []
    phrase_end = _phrase_end(doc, source)
    sentence = token.sent
    content = _content(doc, token, phrase_end, sentence.start, sentence.end)
    if content is None:
        return []
    speaker = author(source)
    return [
        StatementPart(
            content=content, cue=(token.idx, last.idx + len(last)), kind="indirect", speaker=speaker.i,
            speaker_span=naming_span(doc, speaker.i), cue_token=token.i,
        )
    ]


def _phrase_end(doc: Doc, source: Token) -> int:
    end = int(source.right_edge.i) + 1
    for i in range(source.i + 1, end):
        if doc[i].text == "," and doc[i].head.i == source.i:
            pass
    return end


def _content(doc: Doc, token: Token, phrase_end: int, start: int, end: int) -> Span | None:
    leading = all(doc[i].is_punct or doc[i].is_space or doc[i].dep_ in ("cc", "advmod") for i in range(start, token.i))
    if leading:
        return span_of(doc, phrase_end, end)
    return span_of(doc, start, token.i)
