"""Whether a cue is said to have been used, and by somebody who can speak at all."""

from spacy.tokens import Token

from ranke.reading.statements.cues import words
from ranke.reading.statements.trees import kids, lemma_of

_MODALS = frozenset(
    {"will", "would", "may", "might", "can", "could", "should", "shall", "must", "'ll", "’ll", "wo", "ca"}
)
_ASPECTS = frozenset({"go", "continue", "begin", "start", "proceed", "come", "quick", "keep", "use"})
_BEFORE = frozenset({"before", "without", "until", "instead"})
"""What leaves open whether "announcing the plan" ever came about."""
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_DO = frozenset({"did", "do", "does"})
_SELF = frozenset({"i", "we", "you"})
_NOBODY = frozenset({"no", "not", "neither", "nobody", "none"})


def can_speak(token: Token, *, quoted: bool) -> bool:
    """Tell whether a subject can say anything: no strike or law; inside a quotation not its own speaker once more."""
    if quoted and token.lower_ in _SELF:
        return False
    if lemma_of(token) in words().things and not token.ent_type_:
        return False
    return not any(c.lower_ in _NOBODY for c in kids(token))


def is_asserted(token: Token) -> bool:
    """Tell whether the cue is said to have been used: no "did not say", "may announce", "refused to say"."""
    for c in kids(token):
        if c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in _MODALS):
            if any(between.is_quote for between in token.doc[c.i + 1 : token.i]):
                continue  # "It will do," said Jo Hill
            return False
        if c.dep_ == "aux" and c.lower_ == "to" and token.dep_ != "advcl":
            return lemma_of(token.head) in _ASPECTS
        if token.tag_ == "VBG" and c.dep_ in ("advmod", "mark") and c.lower_ in _BEFORE:
            return False
    if token.dep_ == "pcomp" and token.head.lower_ in _BEFORE:
        return False
    bare = token.tag_ == "VB" and token.dep_ == "ROOT" and not any(c.lower_ in _DO for c in kids(token))
    return not (is_attribute(token) or bare)


def is_supposed(token: Token) -> bool:
    """Tell whether a cue not asserted may still have its words quoted: "would ask: …", "left before asking, …"."""
    if is_attribute(token) or any(c.dep_ == "neg" for c in kids(token)):
        return False
    if token.dep_ == "pcomp" and token.head.lower_ == "before":
        return True
    return token.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ in _MODALS for c in kids(token))


def is_purpose(token: Token) -> bool:
    """Tell whether a cue says what for something is done: "stopped work to demand higher wages"."""
    return token.tag_ == "VB" and token.dep_ == "advcl" and any(c.lower_ == "to" for c in kids(token))


def is_attribute(token: Token) -> bool:
    """Tell whether a cue is but a noun's attribute: "the promised bridge", but not `"…," added Jo Hill` misread so."""
    return token.dep_ in ("amod", "compound") and token.tag_ not in _FINITE
