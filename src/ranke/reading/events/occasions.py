"""The day of an event that no word of its clause dates: that of its sentence, or of the occasion that it is part of."""

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

from ranke.model import DateValue, EventType, Span, Time
from ranke.reading.events.circumstances import SCENIC, main_day, plain_past
from ranke.reading.events.speaking import Said
from ranke.reading.offsets import Offsets
from ranke.reading.parts import EventPart
from ranke.reading.times import isodates
from ranke.reading.times.scenes import told_as_earlier
from ranke.reading.times.setting import start_of
from ranke.reading.times.tense import MAX_CLIMB, clause_words
from ranke.reading.words import words_of

_UTTERED: frozenset[EventType] = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN", "AGREE"})
"""What is done by speaking: a date in its sentence is as a rule that of what is spoken about."""
_SPANNING = frozenset({"in", "by"})
"""What stands before a month or a year, which covers the whole of a sentence more often than a day does."""
_REACH = 4
"""Sentences that an occasion lasts from where its day is named: on the gold, of the undated events up to there one in
four was of that day, of those after it fewer than one in ten."""
_NEAR = 2
"""Sentences within which plain telling is sign enough: on the gold, two in three such events were of that day."""
_SETTING = frozenset({"during", "at", "in"})
"""What stands between an act and the occasion that it was part of."""
_BOUNDING = frozenset({"after", "before", "since", "until"})
"""What stands before a clause of another time."""
_UNITS = frozenset({"day", "week", "month", "year", "decade"})
_AROUND = 4
"""Times of a sentence that are looked at on either side of a verb: a guard against endless sentences."""
_ENOUGH = 2
"""Signs, of three, that an event is part of the occasion: with fewer, most such events of the gold had no date."""


def settle_days(doc: Doc, events: list[EventPart], said: list[Said], times: list[Time], date: str) -> None:
    """Set `date` on events that no telling dates: the day named in their sentence, else that of the main occasion.

    Needs every event once, with all its tellings, since another telling may give the date.

    Args:
        doc: The parsed text.
        events: The events.
        said: What `said_on` gave: whoever speaks on the day takes part in the occasion.
        times: The times of the text, in order.
        date: The report's date.
    """
    offsets, main = Offsets(doc), main_day(words_of(doc).whole, times, date)
    sentences = [doc[i].idx for i, opens in enumerate(words_of(doc).opens) if opens]
    value = DateValue(value=main.value, span=main.span) if main is not None else None
    report = isodates.parse_day(date)
    past = [time for time in times if report is None or (start_of(time.value) or report) <= report]
    kinds, actors = _occasion(events, said, value) if value is not None else (set(), set())
    for event in events:
        if event.date.value is not None:
            continue
        ahead = event.status in ("planned", "possible")
        event.date = _of_sentence(doc[event.anchor], event.type, times if ahead else past, sentences, offsets)
        if event.date.value is not None or value is None or ahead:
            continue
        if _is_part(doc[event.anchor], event, _sentences_on(sentences, value.span, event.trigger), kinds, actors):
            event.date = value
    _date_settings(doc, events)


def _date_settings(doc: Doc, events: list[EventPart]) -> None:
    """Give an undated occasion the day of what was done at it: "During a meeting with X, he ruled out talks"."""
    done = {event.anchor: event for event in events if event.date.value is not None}
    for event in events:
        token = doc[event.anchor]
        if event.date.value is not None or event.status != "happened" or token.dep_ != "pobj":
            continue
        act = done.get(token.head.head.i) if token.head.lower_ in _SETTING else None
        if act is not None and act.status == "happened":
            event.date = act.date


def _is_part(trigger: Token, event: EventPart, away: int, kinds: set[EventType], actors: set[str]) -> bool:
    """Return whether an event so many sentences after the main day's name is part of that day's occasion."""
    if away > _REACH or told_as_earlier(trigger) or _of_another_time(trigger):
        return False
    told = _told_plainly(trigger)
    if told and 0 <= away <= _NEAR:
        return True
    return told + (event.type in kinds) + (not actors.isdisjoint(event.sources)) >= _ENOUGH


def _of_another_time(trigger: Token) -> bool:
    """Return whether a clause only tells which one is meant, or what was before or after: "after police seized him"."""
    node = trigger
    for _ in range(MAX_CLIMB):
        if _tells_which(node) or _bounding(node) is not None:
            return True
        if node.head.i == node.i:
            break
        node = node.head
    return False


def _tells_which(verb: Token) -> bool:
    """Return whether a relative clause tells which one is meant: no comma stands before it."""
    first = verb.left_edge
    return verb.dep_ == "relcl" and first.i > 0 and first.nbor(-1).text != ","


def _bounding(verb: Token) -> Token | None:
    """Return the "after" or "before" that a clause stands under."""
    if verb.dep_ == "pcomp":
        return verb.head if verb.head.lower_ in _BOUNDING else None
    marks = (one for one in verb.lefts if one.dep_ == "mark") if verb.dep_ == "advcl" else ()
    return next((one for one in marks if one.lower_ in _BOUNDING), None)


def _is_apart(verb: Token) -> bool:
    """Return whether a clause is of another day: "two days after police seized him", "jailed in 2012 for killing"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "for":
        return True
    bound = _bounding(verb)
    return _tells_which(verb) or (bound is not None and bound.i > 0 and bound.nbor(-1).lemma_ in _UNITS)


def _occasion(events: list[EventPart], said: list[Said], main: DateValue) -> tuple[set[EventType], set[str]]:
    """Return what kinds of acts the text dates on its main day, and who acted or spoke then."""
    day = (main.value or "")[:10]
    dated = [event for event in events if (event.date.value or "")[:10] == day]
    actors = {one for event in dated for one in event.sources}
    actors |= {one for speakers, date in said if (date.value or "")[:10] == day for one in speakers}
    return {event.type for event in dated}, actors


def _told_plainly(trigger: Token) -> bool:
    """Return whether a verb and the sentence that it stands in tell what went on: "the bill passed, ten opposed"."""
    top = trigger
    for _ in range(MAX_CLIMB):
        if top.head.i == top.i:
            break
        top = top.head
    return plain_past(trigger) and plain_past(top)


def _sentences_on(sentences: list[int], day: Span | None, trigger: Span) -> int:
    """Return how many sentences an event is told after the one that names the day."""
    return bisect_right(sentences, trigger[0]) - bisect_right(sentences, day[0] if day is not None else 0)


def _of_sentence(
    trigger: Token, kind: EventType, times: list[Time], sentences: list[int], offsets: Offsets
) -> DateValue:
    """Return the time nearest to a verb in its sentence, where it may be that of the whole sentence."""
    if kind in _UTTERED or not plain_past(trigger) or _is_apart(trigger):
        return DateValue()
    place = bisect_right(sentences, trigger.idx)
    start = sentences[place - 1] if place else 0
    end = sentences[place] if place < len(sentences) else len(words_of(trigger.doc).whole)
    low, high = (bisect_left(times, at, key=lambda time: time.span[0]) for at in (start, end))
    nearest = bisect_left(times, trigger.idx, low, high, key=lambda time: time.span[0])
    around = times[max(low, nearest - _AROUND) : min(high, nearest + _AROUND)]
    named = [time for time in around if time.value and time.type in ("DATE", "TIME")]
    named = [time for time in named if not _tells_aside(time, trigger, offsets)]
    time = min(named, key=lambda one: abs(one.span[0] - trigger.idx), default=None)
    if time is None or not (kind in SCENIC or _preposition(time, offsets) in _SPANNING):
        return DateValue()
    return DateValue(value=time.value, span=time.span)


def _tells_aside(time: Time, trigger: Token, offsets: Offsets) -> bool:
    """Return whether a time stands in a relative clause that an act is not in: "the town where he died last month"."""
    node = offsets.top(*time.span)
    for _ in range(MAX_CLIMB):
        if node is None or node.i in (trigger.i, node.head.i):
            return False
        if node.dep_ == "relcl" and node.lemma_.lower() not in clause_words("holding") | clause_words("hitting"):
            return not (node.left_edge.i <= trigger.i <= node.right_edge.i)
        node = node.head
    return False


def _preposition(time: Time, offsets: Offsets) -> str:
    """Return the preposition that a time hangs on, be it among the words of the time or before them."""
    top = offsets.top(*time.span)
    if top is None:
        return ""
    return (top if top.dep_ == "prep" else top.head).lower_
