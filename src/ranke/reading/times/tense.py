"""Which way a clause looks in time: back, ahead, or neither, by the verb that governs a word."""

from functools import cache

from spacy.tokens import Token

from ranke.tables import read_toml

PAST, NEITHER, FUTURE, LATER_THEN = -1, 0, 1, 2
"""`LATER_THEN` looks ahead from the day that the text tells of ("said that it would meet on Monday")."""

MAX_CLIMB = 12
"""Heads looked at above a word: a guard against endless sentences, never reached in prose."""

_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "may", "might", "must", "can"})
_WOULD = frozenset({"would", "'d", "’d", "could", "should"})


@cache
def clause_words(name: str) -> frozenset[str]:
    """Return one list of `clauses.toml`, read once a process."""
    return frozenset(read_toml("ranke.reading.times", "clauses.toml")[name])


def direction(token: Token) -> int:
    """Return which way the clause of a time expression looks.

    Needs tags and dependencies. A participle without a tense of its own takes that of the clause it stands in. A date
    that hangs on a noun ("Tuesday's vote", "the attack on Friday") says nothing, unless the noun is an occasion set for
    a day or the object of a verb that looks ahead.

    Args:
        token: The topmost word of the expression.
    """
    place, direct = token.i, True
    until = token.head.lower_ in ("until", "till")
    if token.dep_ in ("poss", "compound", "nmod", "amod"):
        if token.head.lemma_.lower() not in clause_words("occasions"):
            return NEITHER
        token = token.head
    for _ in range(MAX_CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            way = _of_verb(token, place, direct=direct)
            if until and (way == NEITHER or token.lemma_.lower() in clause_words("put_off")):
                return FUTURE
            if way is not None:
                return way
        elif token.i != place and token.pos_ in ("NOUN", "PROPN", "PRON"):
            if token.lemma_.lower() in clause_words("nouns_ahead"):
                return FUTURE
            if token.dep_ not in ("dobj", "pobj", "attr") and token.lemma_.lower() not in clause_words("occasions"):
                return NEITHER
            direct = False
        elif token.lemma_.lower() in clause_words("dated_ahead"):  # "due on Friday"
            return FUTURE
        if token.head.i == token.i:
            break
        token = token.head
    return NEITHER


def _of_verb(verb: Token, place: int, *, direct: bool) -> int | None:
    """Return which way a verb looks by its own form and its auxiliaries; null where it takes its head's.

    Args:
        verb: The verb.
        place: Where the time expression stands.
        direct: Whether it hangs on the verb itself rather than on a noun below it.
    """
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {helper.lower_ for helper in helpers}
    have = any(helper.lemma_.lower() == "have" for helper in helpers)
    if "to" in words and not have:
        return _of_infinitive(verb)
    if not have and words & _WILL:
        return FUTURE
    if not have and words & _WOULD:
        return LATER_THEN
    if verb.tag_ == "VBN" and verb.lemma_.lower() in clause_words("dated_ahead") and direct and "had" not in words:
        return FUTURE
    if have or words & {"did", "was", "were"} or verb.tag_ in ("VBD", "VBN"):
        return PAST
    if words & {"is", "are", "'s", "’s", "am", "be"}:
        return FUTURE if verb.tag_ == "VBG" and direct else NEITHER
    if verb.tag_ == "VB" and verb.head.lemma_.lower() == "let":
        return FUTURE
    if verb.tag_ in ("VBZ", "VBP"):
        ahead = direct and place > verb.i and verb.lemma_.lower() not in clause_words("saying")
        return FUTURE if ahead else NEITHER
    return None


def _of_infinitive(verb: Token) -> int | None:
    """Return which way "to meet" looks: ahead after "is" and after words that look ahead, else with its head."""
    head = verb.head
    if head.i == verb.i or (head.lemma_ == "be" and verb.dep_ == "xcomp"):
        return FUTURE
    if verb.dep_ in ("xcomp", "ccomp", "acl") and head.lemma_.lower() in clause_words("ahead"):
        return FUTURE
    # "Schools to reopen on Friday": a headline's way to look ahead.
    return FUTURE if head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN") else None
