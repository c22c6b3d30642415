"""What grammar denies: a "not" and its kin, and adverbs that say that an act did not quite come about."""

from spacy.tokens import Token

_NEGATIVE = {"no", "neither", "nor", "never", "not", "n't", "n’t", "without", "zero"}
_NOT_QUITE = {"almost", "nearly", "hardly", "scarcely"}


def negated(token: Token) -> bool:
    """Whether a negation stands on this verb, noun or adjective itself; "not only" and "not until" deny nothing."""
    for found in token.children:
        if (found.dep_ == "neg" or found.lower_ == "not") and _is_void(token, found):
            continue
        if found.dep_ == "neg" or (found.dep_ in ("det", "advmod", "preconj", "cc") and found.lower_ in _NEGATIVE):
            return True
        if found.dep_ in ("nsubj", "nsubjpass") and (
            found.lower_ in ("nobody", "none") or any(below.lower_ in ("no", "neither") for below in found.children)
        ):
            return True
    return False


def _is_void(token: Token, negation: Token) -> bool:
    """Whether a "not" denies only that it was all, or that it came sooner: "not only", "not until July"."""
    if negation.i + 1 < len(token.doc) and negation.nbor().lower_ in ("only", "just", "merely", "simply"):
        return True
    return any(found.lower_ == "until" and found.dep_ in ("prep", "mark") for found in token.children)


def unfulfilled(verb: Token) -> bool:
    """Whether an adverb says that it did not quite, or does no more, come about: "nearly fell", "no longer backs"."""
    for found in verb.children:
        if found.dep_ != "advmod":
            continue
        if found.lower_ in _NOT_QUITE or (
            found.lower_ == "longer" and any(one.lower_ == "no" for one in found.children)
        ):
            return True
    return False
