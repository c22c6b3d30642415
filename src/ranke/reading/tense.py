"""Which way a clause looks in time: back, ahead, or neither, by the verb that governs a word."""

from spacy.tokens import Token

PAST, NEITHER, FUTURE, LATER_THEN = -1, 0, 1, 2
"""`LATER_THEN` looks ahead from the day that the text tells of ("said that it would meet on Monday")."""

MAX_CLIMB = 12
"""Heads looked at above a word: a guard against endless sentences, never reached in prose."""

_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "may", "might", "must", "can"})
_WOULD = frozenset({"would", "'d", "’d", "could", "should"})
AHEAD = frozenset(
    "aim anticipate arrange bind bound deadline due expect forecast intend invite plan poise poised promise propose schedule"
    " scheduled set slate slated threaten upcoming vow want wish hope ask order urge tell call demand instruct direct require"
    " agree decide pledge".split()
)
"""Words whose "to meet on Friday" looks ahead."""
_DATED_AHEAD = frozenset("anticipate arrange due expect forecast plan schedule scheduled set slate slated fix postpone delay".split())
"""Words whose own date lies ahead when they are passive: "scheduled for Tuesday", "is expected on Friday"."""
_PUT_OFF = frozenset("adjourn close defer delay extend postpone prolong push put reschedule shut suspend".split())
"""Verbs whose "until Friday" lies ahead of them even in the past tense."""
_OCCASIONS = frozenset(
    "ballot ceremony conference debate election hearing inauguration march meeting poll protest rally referendum session"
    " summit talk talks trial visit vote".split()
)
"""Nouns that are set for a day: "Thursday's summit will be the first" is ahead, "Thursday's raid will anger many" is not."""
_NOUNS_AHEAD = frozenset({"deadline", "due", "expiry"})
_SAYING = frozenset({"say", "report", "tell", "add", "note", "write", "claim", "announce", "show", "warn", "accord"})


def direction(token: Token) -> int:
    """Return which way the clause of a time expression looks.

    Needs tags and dependencies. A participle without a tense of its own takes that of the clause it stands in. A date that
    hangs on a noun ("Tuesday's vote", "the attack on Friday") says nothing, unless the noun is an occasion set for a day or
    the object of a verb that looks ahead.

    Args:
        token: The topmost word of the expression.
    """
    place, direct = token.i, True
    until = token.head.lower_ in ("until", "till")
    if token.dep_ in ("poss", "compound", "nmod", "amod"):
        if token.head.lemma_.lower() not in _OCCASIONS:
            return NEITHER
        token = token.head
    for _ in range(MAX_CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            way = _of_verb(token, place, direct=direct)
            if until and (way == NEITHER or token.lemma_.lower() in _PUT_OFF):
                return FUTURE
            if way is not None:
                return way
        elif token.i != place and token.pos_ in ("NOUN", "PROPN", "PRON"):
            if token.lemma_.lower() in _NOUNS_AHEAD:
                return FUTURE
            if token.dep_ not in ("dobj", "pobj", "attr") and token.lemma_.lower() not in _OCCASIONS:
                return NEITHER
            direct = False
        elif token.lemma_.lower() in _DATED_AHEAD:  # "due on Friday"
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
    if verb.tag_ == "VBN" and verb.lemma_.lower() in _DATED_AHEAD and direct and "had" not in words:
        return FUTURE
    if have or words & {"did", "was", "were"} or verb.tag_ in ("VBD", "VBN"):
        return PAST
    if words & {"is", "are", "'s", "’s", "am", "be"}:
        return FUTURE if verb.tag_ == "VBG" and direct else NEITHER
    if verb.tag_ == "VB" and verb.head.lemma_.lower() == "let":
        return FUTURE
    if verb.tag_ in ("VBZ", "VBP"):
        ahead = direct and place > verb.i and verb.lemma_.lower() not in _SAYING
        return FUTURE if ahead else NEITHER
    return None


def _of_infinitive(verb: Token) -> int | None:
    """Return which way "to meet" looks: ahead after "is" and after words that look ahead, else with its head."""
    head = verb.head
    if head.i == verb.i or (head.lemma_ == "be" and verb.dep_ == "xcomp"):
        return FUTURE
    if verb.dep_ in ("xcomp", "ccomp", "acl") and head.lemma_.lower() in AHEAD:
        return FUTURE
    # "Markets to remain closed until Friday": a headline's way to look ahead.
    return FUTURE if head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN") else None
