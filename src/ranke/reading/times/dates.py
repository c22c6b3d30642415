"""When an event happened: the time expression that dates its trigger, by the grammar of the sentence, or none."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from ranke.model import Time
from ranke.reading.offsets import Offsets
from ranke.reading.times import isodates
from ranke.reading.times.setting import start_of
from ranke.reading.times.tense import MAX_CLIMB, PAST, clause_words, direction
from ranke.reading.words import words_of

_REACH = 150
"""Tokens either side of a trigger in which its date is looked for: a guard against endless sentences."""
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "xcomp", "pcomp", "csubj", "parataxis"})
_MODIFIERS = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
_PARTS_OF_DAY = frozenset(
    {"dawn", "midnight", "noon", "morning", "afternoon", "evening", "night", "time", "hour", "hours"}
)

_BEARERS = frozenset({"subject", "target", "victim", "object", "scene", "site"})
_BOUNDS = frozenset({"until", "till", "throughout"})
_WHEN = re.compile(",? when ", re.IGNORECASE)
_FRONTED = frozenset({"in", "during", "at", "on", "as"})


def event_date(doc: Doc, trigger: int, times: Sequence[Time], date: str) -> Time | None:
    """Return the time expression that dates an event, or null where the sentence does not tell.

    Strict: a day named in the sentence dates only what it hangs on, that clause, and what the clause carries along. A
    length or a repetition never dates an event. Needs tags, dependencies and sentences.

    Args:
        doc: The parsed text.
        trigger: The event's trigger, as a place among the tokens of `doc`.
        times: What `find_times` gave for `doc`, in order of the text.
        date: The report's date; a clause in the past is not dated by a day after it.
    """
    token, report = doc[trigger], isodates.parse_day(date)
    first, last = _sentence(token)
    bounds = doc[first].idx, doc[last - 1].idx + 1
    low, high = (bisect_left(times, at, key=lambda time: time.span[0]) for at in bounds)
    dated = [time for time in times[low:high] if time.value is not None and time.type not in ("DURATION", "SET")]
    if not dated:
        return None
    offsets = Offsets(doc, first, last)
    best: tuple[int, int, Time] | None = None
    for time in dated:
        top = offsets.top(*time.span)
        rank = _rank(token, top, time) if top is not None and not _bounds(top) else None
        if rank is None or top is None:
            continue
        day = start_of(time.value)
        if day is not None and report is not None and day > report and direction(token) == PAST:
            continue
        if best is None or (rank, abs(top.i - trigger)) < best[:2]:
            best = (rank, abs(top.i - trigger), time)
    return best[2] if best else None


def _sentence(token: Token) -> tuple[int, int]:
    """Return the tokens `[first, last)` of a token's sentence, as far as they are within reach."""
    doc, first, last = token.doc, token.i, token.i + 1
    opens = words_of(doc).opens
    while first > 0 and token.i - first < _REACH and not opens[first]:
        first -= 1
    while last < len(doc) and last - token.i < _REACH and not opens[last]:
        last += 1
    return first, last


def _rank(trigger: Token, top: Token, time: Time) -> int | None:
    """Return how closely a time belongs to a trigger, 0 the closest; null where it dates something else."""
    site = _site(top, time)
    if site.pos_ in ("VERB", "AUX"):
        site = _led_in(top, site) or site
    if site.i == trigger.i:
        return 0
    if _says_what_then(_verb(trigger), time):
        return 1
    if site.pos_ in ("NOUN", "PROPN") and not _fronted(site):
        return _noun_rank(trigger, site)
    site = _verb(site)
    if trigger.pos_ in ("NOUN", "PROPN"):
        return _argument_rank(trigger, site)
    clause = _verb(trigger)
    if clause.i == site.i:
        return 1
    if _joint(clause, site):
        return 2
    if site.dep_ == "advcl" and site.tag_ == "VBG" and site.head.i == clause.i and _at_once(site):
        return 3
    return _lower_rank(clause, site)


def _says_what_then(verb: Token, time: Time) -> bool:
    """Return whether a clause tells what happened at a time right before it: "on Friday, when police fired"."""
    if not _WHEN.match(words_of(verb.doc).whole, time.span[1]):
        return False
    return any(one.lower_ == "when" and 0 <= one.idx - time.span[1] <= len(", ") for one in verb.lefts)


def _joint(verb: Token, site: Token) -> bool:
    """Return whether two verbs share what stands after the second: "started shelling", "found and freed"."""
    if site.head.i != verb.i or site.i < verb.i:
        return False
    if site.dep_ == "xcomp":
        return verb.lemma_.lower() not in clause_words("ahead")
    return site.dep_ == "conj" and site.i - verb.i <= 2  # noqa: PLR2004 — a verb, "and", a verb


def _at_once(participle: Token) -> bool:
    """Return whether a participle tells what went on at the same time: "said so while meeting the press on Friday"."""
    before = {one.lower_ for one in participle.lefts if one.dep_ in ("mark", "advmod", "prep")}
    return not before & clause_words("other_times") - {"while", "as"}


def _bounds(top: Token) -> bool:
    """Return whether a time only bounds an act: "until Friday", "up to 2008"; but "not until Friday" dates it."""
    preposition = top.head
    if preposition.lower_ == "to" and preposition.i > 0 and preposition.nbor(-1).lower_ == "up":
        return True
    if preposition.lower_ not in _BOUNDS:
        return False
    return not any(child.dep_ == "neg" for child in preposition.head.children)


def _site(token: Token, time: Time) -> Token:
    """Return the word outside a time expression that it hangs on: a verb as a rule, or the noun that it modifies."""
    doc, first = token.doc, token.i
    while first > 0 and token.i - first <= 3 and not doc[first].is_sent_start:  # noqa: PLR2004 — "On", "early" and the day
        first -= 1
    leads = bool(doc[first].is_sent_start) and token.i - first <= 1 + (time.span[0] < token.idx)
    modifier = token.dep_ in _MODIFIERS
    for _ in range(MAX_CLIMB):
        if token.head.i == token.i:
            break
        token = token.head
        if time.span[0] <= token.idx < time.span[1]:
            modifier = token.dep_ in _MODIFIERS
        elif token.pos_ in ("VERB", "AUX") or modifier:
            break
        elif token.pos_ == "NOUN" and not leads and token.lemma_ not in _PARTS_OF_DAY:
            # "the delegates on Sunday left": names and parts of the day have no dates, their clause has.
            break
    return token


def _fronted(noun: Token) -> bool:
    """Return whether a dated noun opens its clause as a setting: "At a rally in May, he asked"."""
    preposition = noun.head
    if preposition.lower_ == "of" and preposition.head.lemma_ in ("result", "part"):
        preposition = preposition.head.head  # "As a result of Sunday's riot, ten people were arrested"
    verb = preposition.head
    if noun.dep_ != "pobj" or preposition.lower_ not in _FRONTED or verb.pos_ not in ("VERB", "AUX"):
        return False
    if preposition.lower_ == "during":
        return True
    subjects = [child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return bool(subjects) and preposition.i < subjects[0]


def _led_in(top: Token, verb: Token) -> Token | None:
    """Return the noun before a time in a phrase that leads in a sentence: "After his visit to Oslo last May, he quit".

    A parser hangs such a time on the verb, though the comma after it closes the phrase.
    """
    doc, first, last = top.doc, top.left_edge.i, top.right_edge.i
    if not 0 < first <= last + 1 < verb.i or doc[last + 1].lower_ != ",":
        return None
    token = doc[first - 1]
    for _ in range(MAX_CLIMB):
        if token.pos_ == "PUNCT" or token.head.i == token.i:
            return None
        if token.dep_ == "pobj" and token.head.head.i == verb.i and token.head.lower_ in clause_words("leading_in"):
            return token
        token = token.head
    return None


def _verb(token: Token) -> Token:
    """Return the verb that heads the clause of a word (the word itself where it does)."""
    for _ in range(MAX_CLIMB):
        if token.head.i == token.i or (token.dep_ in _CLAUSES and token.pos_ in ("VERB", "AUX", "ADJ")):
            break
        token = token.head
    return token


def _noun_rank(trigger: Token, noun: Token) -> int | None:
    """Rank a time that hangs on a noun: it dates that noun, and the verb that only says that it came about."""
    if (
        noun.head.i == trigger.i
        and noun.dep_ in ("dobj", "nsubjpass")
        and trigger.lemma_.lower() in clause_words("holding")
    ):
        return 1
    return None


def _argument_rank(trigger: Token, site: Token) -> int | None:
    """Rank a time that hangs on a verb for a trigger that is a noun."""
    if site.head.i == trigger.i and (
        (site.dep_ == "acl" and site.tag_ == "VBN")
        or (site.dep_ == "relcl" and site.lemma_.lower() in clause_words("holding") | clause_words("hitting"))
    ):
        return 0  # "the ceasefire agreed last year", "the attack that killed dozens on Friday"
    noun = trigger
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":  # "a series of bombings"
        noun = noun.head.head
    if noun.dep_ in ("compound", "conj", "appos") and noun.head.pos_ == "NOUN":
        noun = noun.head
    verb = _verb(noun.head)
    if noun.dep_ == "attr" and noun.lemma_ in _BEARERS and verb.i == site.i:
        return 2  # "has been the target of sanctions since 2011"
    if site.dep_ == "xcomp" and site.lemma_.lower() in clause_words("holding") and site.head.i == verb.i:
        site = site.head  # "the talks are set to open on Friday"
    if verb.i != site.i:
        above = _lower_rank(verb, site)  # "police said on Friday that they would launch an inquiry"
        own = _argument_rank(trigger, verb) if above is not None else None
        return None if above is None or own is None else above + own
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i == verb.i:
        return 2
    if noun.dep_ in ("npadvmod", "dobj") and noun.head.i == verb.i < noun.i and noun.left_edge.nbor(-1).text == ",":
        return 3  # "a bomb killed two on Monday, the third attack on the port"
    if noun.dep_ in ("dobj", "attr") and noun.head.i == verb.i:
        return 2 if verb.lemma_.lower() in clause_words("holding") else None
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent" and noun.head.head.i == verb.i:
        return 3  # "shaken by protests since April"
    if noun.dep_ == "pobj" and noun.head.head.i == verb.i:
        return 3 if noun.head.lower_ in ("in", "during", "on", "at", "into") and noun.i > verb.i else None
    return None


def _lower_rank(clause: Token, site: Token) -> int | None:
    """Rank a time of a higher clause: what is joined to it or carried along by it shares its day."""
    rank = 2
    for _ in range(MAX_CLIMB):
        if clause.i == site.i:
            return rank
        if clause.head.i == clause.i or not _carried(clause):
            return None
        clause, rank = _verb(clause.head), rank + 1
    return None


def _going_on(clause: Token) -> bool:
    """Return whether a clause is "was leaving": announced, it is under way on the day of the announcement."""
    return clause.tag_ == "VBG" and any(one.lower_ in ("was", "were") for one in clause.lefts if one.dep_ == "aux")


def _carried(clause: Token) -> bool:
    """Return whether a clause happens on the day of the clause above it."""
    if clause.dep_ in ("conj", "xcomp"):
        return True
    if clause.dep_ == "acl":  # "sent a note warning"
        noun = clause.head
        return clause.tag_ == "VBG" and noun.dep_ == "dobj" and noun.head.lemma_.lower() in clause_words("holding")
    if clause.dep_ == "advcl":
        head = clause.head
        marks = {
            child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod", "prep") and child.i < clause.i
        }
        return not marks & clause_words("other_times") and head.i != clause.i
    if clause.dep_ == "pcomp" and clause.tag_ == "VBG" and clause.head.lower_ in ("by", "in", "with"):
        return clause.head.head.pos_ == "VERB"  # "responded on Friday by closing the border"
    if clause.dep_ in ("ccomp", "pcomp") and clause.head.lemma_.lower() in clause_words("announcing"):
        return direction(clause) != PAST or _going_on(clause)
    return False
