"""When a relation turned or held: a date of its own, "since 2011", or the date at which somebody said so."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from ranke.model import DateValue, Time
from ranke.reading.events.frames import child
from ranke.reading.relations.changes import Said
from ranke.reading.relations.table import table
from ranke.reading.times.dates import event_date

_COARSE = 7
"""Characters of an ISO month: what somebody says in a month or a year can stand for when it was so."""
_DATED = re.compile(r"\d{4}")
_ONE_DATE = re.compile(r"\d{4}[^/]*")
"""A decade or a century says too little of a turn."""


def period(doc: Doc, said: Said, noun: Token, times: Sequence[Time], date: str, spoken: DateValue | None) -> DateValue:
    """Return when it was so; unknown where the text does not tell.

    Args:
        doc: The parsed text.
        said: The change.
        noun: The relation's noun, or the phrase's verb.
        times: The time expressions of the text.
        date: The report's date.
        spoken: When the statement around it was made, if it stands in one.
    """
    verb = said.clause
    sentence = verb.sent
    first, last = sentence.start_char, sentence.end_char
    near = [one for one in times if first <= one.span[0] < last]
    found = _told(doc, said, noun, near, date) if near else None
    if found is not None:
        return found
    if spoken is not None and spoken.value and (_is_now(verb) or len(spoken.value) <= _COARSE):
        return spoken
    return DateValue()


def _told(doc: Doc, said: Said, noun: Token, times: Sequence[Time], date: str) -> DateValue | None:
    """Return the date that the sentence itself gives."""
    verb = said.clause
    opener = _opener(verb, said.words[0])
    lasts = opener is not None and (_word(opener) == "since" or _perfect(verb))
    if opener is not None and (time := _only_date(opener, times)) is not None:
        return DateValue(value=f"{time.value}/" if lasts else time.value, span=time.span)
    for at in dict.fromkeys((verb.i, said.words[0].i, noun.i)):
        found = event_date(doc, at, times, date)
        if found is not None and _DATED.match(found.value or ""):
            # "have seen apathy following the outbreak of war in 2011", whatever "in 2011" hangs on.
            since = _since(doc[at].sent, found) or (lasts and opener is not None and opener.idx < found.span[0])
            open_end = since and "/" not in (found.value or "")
            return DateValue(value=f"{found.value}/" if open_end else found.value, span=found.span)
    return None


def _opener(verb: Token, word: Token) -> Token | None:
    """Return the head of "since …", "after …", "following …" on a verb or on the word of change."""
    for below in (*verb.children, *word.rights):
        if below.dep_ in ("prep", "advcl", "mark") and _word(below) in table().words["after"]:
            return below
    return None


def _only_date(opener: Token, times: Sequence[Time]) -> Time | None:
    """Return the one date inside the phrase or clause of an opener."""
    start, end = opener.left_edge.idx, opener.right_edge.idx + len(opener.right_edge)
    inside = [one for one in times if start <= one.span[0] < end and one.type == "DATE"]
    return inside[0] if len(inside) == 1 and _ONE_DATE.fullmatch(inside[0].value or "") else None


def _word(token: Token) -> str:
    """Return the word that opens a phrase or clause of time."""
    if token.dep_ == "advcl":
        mark = child(token, "mark", "prep", "advmod")
        return mark.lower_ if mark is not None else ""
    return token.lower_


def _since(sentence: Span, time: Time) -> bool:
    """Whether "since" stands right before a time, perhaps with a word between."""
    before = [token.lower_ for token in sentence if token.idx < time.span[0] + 1]
    return "since" in before[-3:]


def _perfect(verb: Token) -> bool:
    return any(one.dep_ == "aux" and one.lemma_ == "have" and one.tag_ in ("VBP", "VBZ") for one in verb.children)


def _is_now(verb: Token) -> bool:
    """Whether a clause tells of the day on which it is said."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    helpers = [one for one in verb.children if one.dep_ in ("aux", "auxpass")]
    return any(one.tag_ in ("VBZ", "VBP") for one in (verb, *helpers)) and not any(
        one.lower_ in ("will", "'ll") for one in helpers
    )
