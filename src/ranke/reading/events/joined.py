"""Where the parser joins a verb to the wrong one, and how its tense or its place tells."""

from spacy.tokens import Token

from ranke.reading.words import words_of

_TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "modal"}
_FURTHEST = 8
"""Steps back along a list."""


def joined_to(verb: Token) -> Token | None:
    """Return the verb that "and" joins this one to where its tense says that it is not the one the parser chose.

    "She says that troops entered the town and burned it" has the troops burn it; in "He said that Chile would stay and
    called for talks" he calls.
    """
    first = first_of_list(verb)
    if first.pos_ not in ("VERB", "AUX"):
        return None
    if first.dep_ == "ccomp":
        other = first.head if first.head.pos_ == "VERB" and first.head.i < first.i else None
    else:
        parsed = words_of(first.doc)
        told = next((first.doc[i] for i in parsed.below[first.i] if parsed.dep[i] == "ccomp"), None)
        other = told if told is not None and first.i < told.i < verb.i and told.pos_ in ("VERB", "AUX") else None
    if other is None or _tense(verb) != "past" or _tense(other) != "past" or _tense(first) not in ("present", "modal"):
        return None
    return other


def first_of_list(verb: Token) -> Token:
    """Return the first of the verbs that "and" joins to this one, as far as a few steps lead."""
    first = verb
    for _ in range(_FURTHEST):
        if first.dep_ != "conj":
            break
        first = first.head
    return first


def _tense(verb: Token) -> str:
    """Return "past", "present", "modal" or, for what has no tense of its own, nothing."""
    parsed = words_of(verb.doc)
    tags = [verb.doc[i].tag_ for i in parsed.below[verb.i] if parsed.dep[i] in ("aux", "auxpass")] or [verb.tag_]
    return _TENSES.get(tags[0], "")


def misplaced_subject(verb: Token) -> Token | None:
    """Return the subject that the parser took into a list: "had beaten A and B would move in" is B's move."""
    first = next(iter(verb.lefts), None)
    if first is None or first.dep_ not in ("aux", "auxpass") or first.i == 0:
        return None
    before = verb.doc[first.i - 1]
    return before if before.dep_ == "conj" and before.pos_ in ("NOUN", "PROPN") else None
