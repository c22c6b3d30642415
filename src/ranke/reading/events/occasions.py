"""The day of an event that no word of its clause dates: that of its sentence, or of the occasion that it is part of."""

from spacy.tokens import Doc, Token

from ranke.model import DateValue, EventType, Span, Time
from ranke.reading.events.authority import speaker_ids
from ranke.reading.events.circumstances import SCENIC, main_day, plain_past
from ranke.reading.offsets import Offsets
from ranke.reading.parts import Cast, EventPart, StatementPart
from ranke.reading.times.tense import MAX_CLIMB
from ranke.reading.words import words_of

Said = tuple[frozenset[str], DateValue]
"""Who speaks, and when."""

_UTTERED: frozenset[EventType] = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "THREATEN", "AGREE"})
"""What is done by speaking: a date in its sentence is as a rule that of what is spoken about."""
_SPANNING = frozenset({"in", "by"})
"""What stands before a month or a year, which covers the whole of a sentence more often than a day does."""
_REACH = 7
"""Sentences that an occasion lasts from where its day is named: on the gold, of the undated events up to there one in
four was of that day, of those after it one in twenty."""
_ENOUGH = 2
"""Signs, of three, that an event is part of the occasion: with fewer, most such events of the gold had no date."""


def said_on(statements: list[StatementPart], dates: list[DateValue], cast: Cast) -> list[Said]:
    """Return who made each statement, and when."""
    return [(frozenset(speaker_ids(one, cast)), date) for one, date in zip(statements, dates, strict=True)]


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
    value = DateValue(value=main.value, span=main.span) if main is not None else None
    kinds, actors = _occasion(events, said, value) if value is not None else (set(), set())
    for event in events:
        if event.date.value is not None:
            continue
        event.date = _of_sentence(doc[event.anchor], event, offsets, times)
        if event.date.value is not None or value is None or event.status in ("planned", "possible"):
            continue
        signs = (
            _told_plainly(doc[event.anchor]),
            event.type in kinds,
            not actors.isdisjoint(event.sources),
        )
        if sum(signs) >= _ENOUGH and _within_reach(value.span, event.trigger, offsets):
            event.date = value


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


def _within_reach(day: Span | None, trigger: Span, offsets: Offsets) -> bool:
    """Return whether an event is told within `_REACH` sentences of where the day is named."""
    first, last = offsets.at(day[0] if day is not None else 0), offsets.at(trigger[0])
    opens = words_of(offsets.doc).opens
    return first is not None and last is not None and sum(opens[first + 1 : last + 1]) <= _REACH


def _of_sentence(trigger: Token, event: EventPart, offsets: Offsets, times: list[Time]) -> DateValue:
    """Return the time nearest to a verb in its sentence, where it may be that of the whole sentence."""
    if event.type in _UTTERED or not plain_past(trigger):
        return DateValue()
    start, end = trigger.sent.start_char, trigger.sent.end_char
    named = [time for time in times if time.value and start <= time.span[0] < end and time.type in ("DATE", "TIME")]
    time = min(named, key=lambda one: abs(one.span[0] - trigger.idx), default=None)
    if time is None or not (event.type in SCENIC or _preposition(time, offsets) in _SPANNING):
        return DateValue()
    return DateValue(value=time.value, span=time.span)


def _preposition(time: Time, offsets: Offsets) -> str:
    """Return the preposition that a time hangs on, be it among the words of the time or before them."""
    top = offsets.top(*time.span)
    if top is None:
        return ""
    return (top if top.dep_ == "prep" else top.head).lower_
