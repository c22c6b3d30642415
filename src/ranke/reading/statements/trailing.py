"""Reporting clauses that close a sentence or stand in it, told by marks where the parser lost its way among them.

`Paying late "is smart," Jo Hill said`: quotation marks within a clause often leave it hanging on the wrong word. The
commas, the subject and the cue are enough to tell what was said: all of the sentence but the reporting clause.
"""

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.statements.asserted import is_attribute
from ranke.reading.statements.contents import span_of
from ranke.reading.statements.cues import CueUse
from ranke.reading.statements.quotations import Quotations
from ranke.reading.statements.trees import child, is_verbal, kids

_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_STOPS = frozenset(".!?;")
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_LOOSE = frozenset({"prep", "npadvmod", "advmod", "agent", "dative"})
_LONGEST = 120
"""Tokens of a sentence that are looked at before a reporting clause."""
_REACH = 12
"""Tokens after an inverted cue within which its subject stands."""


def find_trailing(doc: Doc, quotations: Quotations, uses: list[CueUse]) -> list[tuple[Span, Token]]:
    """Return what stands before each reporting clause at a sentence's end, where it holds a quotation, with its cue."""
    found = []
    for use in uses:
        token = use.token
        if token.tag_ not in _TENSED or not use.has("clause") or is_attribute(token) or token.dep_ == "relcl":
            continue
        if quotations.at(token.idx) is not None:
            continue
        comma = comma_before(token)
        if comma is None or not _closes(token):
            continue
        start = sentence_start(doc, quotations, comma)
        span = span_of(doc, start, comma)
        if span is not None and _quotes(quotations, span) and any(is_verbal(doc[i]) for i in range(start, comma)):
            found.append((span, token))
    return found


def comma_before(cue: Token) -> int | None:
    """Return the place of the comma before a reporting clause: before its subject, or before an inverted cue."""
    doc = cue.doc
    subject = child(cue, "nsubj")
    left = subject.left_edge.i if subject is not None and subject.i < cue.i else cue.i
    if left == cue.i and not any(word.pos_ in _NAMING for word in doc[cue.i + 1 : cue.i + _REACH]):
        return None
    at = left - 1
    while at > 0 and (doc[at].is_quote or (doc[at].is_space and "\n" not in doc[at].text)):
        at -= 1
    return at if at > 0 and doc[at].text == "," else None


def _closes(cue: Token) -> bool:
    """Tell whether nothing that could be said follows in the reporting clause: a time, a place, who is told, an end."""
    doc, end = cue.doc, cue.i + 1
    inner = [c for c in kids(cue) if c.i > cue.i and c.dep_ not in _LOOSE and not c.is_punct and not c.is_space]
    subject = child(cue, "nsubj")
    if any(c.dep_ in ("ccomp", "xcomp", "dobj", "conj") and c is not subject for c in inner):
        return False
    follower = doc[end] if end < len(doc) else None
    return follower is None or follower.lower_ not in ("that", ",")


def _quotes(quotations: Quotations, span: Span) -> bool:
    """Tell whether a quotation stands within a stretch, and not from its first character on."""
    following = quotations.next_after(span[0] + 1)
    opening = quotations.at(span[0])
    inside = following is not None and following.outer[0] < span[1]
    return inside if opening is None else opening.outer[1] < span[1] - 1


def sentence_start(doc: Doc, quotations: Quotations, end: int) -> int:
    """Return the token that the sentence around a place begins with, whatever the parser made of its marks."""
    i = end - 1
    while i >= max(0, end - _LONGEST):
        token = doc[i]
        if token.is_space and "\n" in token.text:
            return i + 1
        quotation = quotations.at(token.idx)
        if quotation is None:
            if token.text in _STOPS:
                return i + 1
        elif doc[i + 1 : i + 2] and _whole(quotations, quotation.inner, doc[i + 1]):
            return i + 1
        i -= 1
    return i + 1


def _whole(quotations: Quotations, inner: Span, following: Token) -> bool:
    """Tell whether a quotation is a sentence that ended before this token."""
    ends = quotations.text[inner[1] - 1] in ".!?…"
    return ends and following.idx >= inner[1] + 1 and following.text[0].isupper()
