"""Which way a clause looks in time: back, ahead, or neither, by the verb that governs a word."""

from spacy.tokens import Doc, Token

PAST, NEITHER, FUTURE = -1, 0, 1

MAX_CLIMB = 12
"""Heads looked at above a word: a guard against endless sentences, never reached in prose."""

_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d", "may", "might", "could", "should", "must", "can"})
_AHEAD = frozenset(
    "anticipate aim arrange book bound deadline due expect expire forecast hope intend invite plan planned poised postpone prepare "
    "promise propose ready schedule scheduled set slate slated target threaten upcoming urge vow want".split()
)
"""Words that look ahead themselves: "scheduled for Tuesday", "due to meet on Friday"."""
_STARTING = frozenset({"begin", "start"})


def direction(token: Token) -> int:
    """Return which way the clause of a token looks: `PAST`, `NEITHER` or `FUTURE`.

    Needs tags and dependencies. A noun or a participle without a tense of its own takes that of the clause it stands in.
    """
    for _ in range(MAX_CLIMB):
        if token.lemma_.lower() in _AHEAD and token.pos_ != "AUX" and token.tag_ not in ("NNP", "NNPS"):
            return FUTURE
        if token.pos_ in ("VERB", "AUX"):
            way = _of_verb(token)
            if way is not None:
                return way
        if token.head is token or token.head.i == token.i:
            break
        token = token.head
    return NEITHER


def _of_verb(verb: Token) -> int | None:
    """Return which way a verb looks by its own form and its auxiliaries; null where it takes its head's."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {helper.lower_ for helper in helpers}
    have = any(helper.lemma_.lower() == "have" for helper in helpers)
    if words & _WILL and not have:
        return FUTURE
    if have or words & {"did", "was", "were"} or verb.tag_ == "VBD":
        return PAST if "to" not in words else _infinitive(verb)
    if "to" in words:
        return _infinitive(verb)
    if words & {"is", "are", "'s", "’s", "am", "be"}:
        return FUTURE if verb.tag_ == "VBG" else NEITHER
    if verb.tag_ in ("VBZ", "VBP"):
        return FUTURE
    if verb.tag_ == "VBN":
        return PAST
    return None


def _infinitive(verb: Token) -> int | None:
    """Return which way "to meet" looks: ahead after a form of "be", else with what governs it."""
    head = verb.head
    if head.lemma_ == "be" and verb.dep_ in ("xcomp", "ROOT"):
        return FUTURE
    return FUTURE if verb.dep_ == "ROOT" else None


def governor(doc: Doc, start: int, end: int) -> Token | None:
    """Return the word that the characters `[start, end)` hang on, their own topmost word; null where there is none."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None
