"""Who is told, and whether he who is told is a medium that passes it on."""

from spacy.tokens import Token

from ranke.reading.statements.cues import words
from ranke.reading.statements.trees import child, kids, lemma_of

_TALKS = frozenset({"speak", "talk", "address", "write", "respond", "reply"})
_NUMBERS = frozenset({"DATE", "TIME", "MONEY", "CARDINAL", "PERCENT", "QUANTITY"})
_WITHIN = frozenset({"in", "during", "at", "via"})

_ENDINGS = ("news", "times", "radio", "tv")
"""How the one-word name of a medium ends."""


def addressee_of(token: Token, speaker: Token | None) -> Token | None:
    """Return the head token of who is told: "told reporters", "said to the crowd", "in an interview with the paper"."""
    children = [*kids(token), *(c for c in kids(speaker) if c.dep_ in ("acl", "advcl"))] if speaker else kids(token)
    if lemma_of(token) in words().tellers:
        told = next((c for c in children if c.dep_ in ("dobj", "dative", "iobj") and c.i > token.i), None)
        told = told or next((c for c in children if c.dep_ == "nsubjpass"), None)
        if told is not None:
            return told
    for c in children:
        found = _addressed(c)
        if found is not None:
            return found
    return None


def _addressed(token: Token) -> Token | None:
    """Return who is addressed in a phrase beside the cue: "to X", "in a letter to X", "speaking to X"."""
    if token.dep_ in ("advcl", "csubj", "acl") and lemma_of(token) in _TALKS:
        found = child(token, "dobj")
        return found or child(next((c for c in kids(token) if c.lower_ in ("to", "with")), None), "pobj")
    if token.dep_ not in ("prep", "dative"):
        return None
    noun = child(token, "pobj")
    if noun is None:
        return None
    if token.lower_ == "to" and noun.ent_type_ not in _NUMBERS:
        return noun
    if token.lower_ in _WITHIN and lemma_of(noun) in words().occasions:
        return child(next((c for c in kids(noun) if c.lower_ in ("to", "with", "before")), None), "pobj")
    return None


def is_media(token: Token) -> bool:
    """Tell whether a noun names a media house, by its words."""
    table = words()
    beside = [c for c in kids(token) if c.dep_ in ("compound", "amod", "nmod", "appos")]
    if lemma_of(token) in table.press and not any(c.pos_ == "PROPN" for c in beside) and token.ent_type_ != "ORG":
        return False
    if any(c.lower_ == "social" for c in beside):
        return False  # everybody's, and no house
    return any(
        word.lower_ in table.media_words
        or (word.lower_ in table.media_names and word.is_title | word.is_upper)
        or (word.pos_ == "PROPN" and word.lower_.endswith(_ENDINGS))
        for word in (token, *beside)
    )
