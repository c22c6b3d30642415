"""Who made a document that speaks, where it was named with its maker earlier: "the statement said"."""

from spacy.tokens import Doc, Token

from ranke.reading.parts import StatementPart
from ranke.reading.statements.authors import author, is_document
from ranke.reading.statements.hearers import is_media
from ranke.reading.statements.trees import kids, lemma_of

_BACK = 60
"""Tokens looked back for who made a document named without its maker ("the statement said")."""


def made_by(doc: Doc, parts: list[StatementPart]) -> list[StatementPart]:
    """Give each document that speaks, and whose maker is not named beside it, the maker that was named before."""
    last: int | None = None
    for part in sorted(parts, key=lambda part: part.cue[0] if part.cue is not None else part.content[0]):
        if part.speaker is None:
            continue
        token = doc[part.speaker]
        if is_document(token) and not token.ent_type_:
            near = last is not None and 0 < token.i - last < 2 * _BACK
            definite = any(c.lower_ in ("the", "this", "that") for c in kids(token))
            found = _maker_before(doc, token)
            part.speaker = found if found is not None else last if near and definite else part.speaker
        if part.speaker is not None and not is_media(doc[part.speaker]):
            last = part.speaker
    return parts


def _maker_before(doc: Doc, token: Token) -> int | None:
    """Return the maker named with the same document a little earlier."""
    for i in range(token.i - 1, max(-1, token.i - _BACK), -1):
        if lemma_of(doc[i]) == lemma_of(token) and doc[i].pos_ == "NOUN":
            named = author(doc[i])
            if named.i != i and named.pos_ != "ADJ":
                return int(named.i)
    return None
