"""Small walks over a dependency tree, each bounded so that a sentence without end costs little."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from ranke.reading.words import words_of

WALK = 25
"""Steps up a tree that are looked at."""
_KIDS = 100
"""Children of one token that are looked at."""
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def kids(token: Token) -> list[Token]:
    """Return the children of a token in order, no more than are worth looking at."""
    doc = token.doc
    return [doc[i] for i in words_of(doc).below[token.i][:_KIDS]]


def lemma_of(token: Token) -> str:
    """Return the lemma in small letters; "hoped" is of "hope", which the lemmatizer takes for "hop"."""
    lemma = str(token.lemma_).lower()
    return "hope" if lemma == "hop" else lemma


def child(token: Token | None, *deps: str) -> Token | None:
    """Return the first child that hangs by one of these links."""
    if token is None:
        return None
    parsed = words_of(token.doc)
    for i in parsed.below[token.i][:_KIDS]:
        if parsed.dep[i] in deps:
            return token.doc[i]
    return None


def right(children: Iterable[Token], token: Token, *deps: str) -> Token | None:
    """Return the first of these children that stands right of the token and hangs by one of these links."""
    return next((c for c in children if c.i > token.i and c.dep_ in deps), None)


def is_verbal(token: Token) -> bool:
    """Tell whether a token is a verb or an auxiliary."""
    return str(token.pos_) in ("VERB", "AUX")


def is_finite(token: Token) -> bool:
    """Tell whether a verb has a tense of its own."""
    return str(token.tag_) in _FINITE


def is_tensed(token: Token) -> bool:
    """Tell whether a clause has a verb with tense, or at least a subject."""
    return is_finite(token) or any(c.dep_ in SUBJECTS or is_finite(c) for c in kids(token))


def is_infinitive(token: Token) -> bool:
    """Tell whether a verb has a "to" before it."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in kids(token))


def is_passive(token: Token, children: Iterable[Token]) -> bool:
    """Tell whether a participle stands without "have" and without who does it."""
    return token.tag_ == "VBN" and not any(c.dep_ in ("agent", "nsubj") or c.lemma_ == "have" for c in children)


def set_off(doc: Doc, place: int) -> bool:
    """Tell whether a comma, dash or quotation mark stands right before this token, or is it."""
    before = place - 1
    while before > 0 and doc[before].is_space and "\n" not in doc[before].text:
        before -= 1
    return place > 0 and bool(doc[place].is_punct or doc[before].is_punct or doc[before].is_quote)


def subtree_end(token: Token) -> int:
    """Return the token after the last one that hangs below this."""
    return int(token.right_edge.i) + 1
