"""The day on which each statement was made, and of the acts that are done by making it."""

from bisect import bisect_right

from spacy.tokens import Doc, Token

from ranke.model import DateValue, EventType, Time
from ranke.reading.events.authority import SPOKEN, speaker_ids, statements_at
from ranke.reading.events.circumstances import when
from ranke.reading.events.frames import prep_objects
from ranke.reading.parts import Cast, EventPart, StatementPart
from ranke.reading.words import words_of

Said = tuple[frozenset[str], DateValue]
"""Who speaks, and when."""

_REACH = 3
"""Sentences over which somebody goes on speaking: on the gold, four in five undated statements so near to a dated one
by the same speaker were of its day."""
_ACTS: frozenset[EventType] = SPOKEN | {"AGREE"}
_HELD = ("in", "at", "during", "on", "to", "via", "through")
"""What stands between a cue and that in which something is said: "in a letter dated Monday", "according to"."""
_SPEAKING = ("speak", "talk", "comment", "testify", "appear", "address")
"""Verbs that tell the occasion of what is said: "Speaking after talks with Chad on Sunday, he said"."""
_BEFORE = ("before", "ahead")
_DEEPEST = 4
"""Nouns below such a verb, one held by the other: "on the sidelines of a meeting with the envoy"."""


def statement_dates(
    doc: Doc, statements: list[StatementPart], times: list[Time], date: str, cast: Cast
) -> list[DateValue]:
    """Return when each statement was made, in the same order; a speaker who goes on speaking does so on the same day.

    Args:
        doc: The parsed text.
        statements: The statements.
        times: The times of the text, in order.
        date: The report's date.
        cast: Tells who speaks.
    """
    cues = {one.cue_token for one in statements if one.cue_token is not None}
    known = {cue: _of_cue(doc[cue], times, date) for cue in sorted(cues)}
    dates = [known[one.cue_token] if one.cue_token is not None else DateValue() for one in statements]
    sentences = [doc[i].idx for i, opens in enumerate(words_of(doc).opens) if opens]
    last: dict[str, tuple[int, DateValue]] = {}
    for at in sorted(range(len(statements)), key=lambda at: _begins(statements[at])):
        place = bisect_right(sentences, _begins(statements[at]))
        speakers = speaker_ids(statements[at], cast)
        if dates[at].value is None and not _earlier(doc, statements[at]):
            near = (last[one][1] for one in speakers if one in last and place - last[one][0] <= _REACH)
            dates[at] = next(near, dates[at])
        if dates[at].value is not None:
            last.update((one, (place, dates[at])) for one in speakers)
    return dates


def _begins(statement: StatementPart) -> int:
    """Return where a statement stands: at its cue, else at its first word."""
    return (statement.cue or statement.content)[0]


def _of_cue(cue: Token, times: list[Time], date: str) -> DateValue:
    """Return the day that dates a cue, or that in which it was said: "according to a letter dated Monday"."""
    found = when(cue.doc, cue.i, times, date)
    if found.value is not None:
        return found
    held = [*(noun for _, noun in prep_objects(cue, _HELD)), *_occasion(cue)]
    days = (when(cue.doc, noun.i, times, date) for noun in held)
    return next((day for day in days if day.value is not None), found)


def _occasion(cue: Token) -> list[Token]:
    """Return the words that tell on what occasion something is said: "Speaking at a rally in Lima on Sunday"."""
    found: list[Token] = []
    for verb in cue.children:
        if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in _SPEAKING and verb.i < cue.i:
            if verb.nbor().lower_ in _BEFORE:
                continue
            level = [verb]
            for _ in range(_DEEPEST):
                found += level
                level = [noun for node in level for _, noun in prep_objects(node)]
    return found


def _earlier(doc: Doc, statement: StatementPart) -> bool:
    """Return whether something was said before what the text tells of: "had said"."""
    if statement.cue_token is None:
        return False
    return any(one.lower_ in ("had", "has", "have") and one.dep_ == "aux" for one in doc[statement.cue_token].children)


def said_on(statements: list[StatementPart], dates: list[DateValue], cast: Cast) -> list[Said]:
    """Return who made each statement, and when."""
    return [(frozenset(speaker_ids(one, cast)), date) for one, date in zip(statements, dates, strict=True)]


def _is_present(trigger: Token) -> bool:
    """Return whether a verb tells what is done in saying so: "the movement refuses to yield", said the movement."""
    helped = any(one.dep_ in ("aux", "auxpass") for one in trigger.children)
    return trigger.tag_ in ("VBZ", "VBP") and trigger.pos_ == "VERB" and not helped


def date_own_acts(
    doc: Doc, events: list[EventPart], statements: list[StatementPart], dates: list[DateValue], cast: Cast
) -> None:
    """Set `date` on what somebody does by what he says: "he called the raid a crime" is of the day on which he spoke.

    Needs `attribution`: what a speaker tells of rests on his word, what he does by speaking does not.

    Args:
        doc: The parsed text.
        events: The events.
        statements: The statements.
        dates: When each was made.
        cast: Tells who speaks.
    """
    place = {id(one): at for at, one in enumerate(statements)}
    cues = {one.cue_token: one for one in statements if one.cue_token is not None}
    around = statements_at(events, statements)
    for event in events:
        if event.date.value is not None or event.type not in _ACTS or event.status not in ("happened", "ongoing"):
            continue
        said = [*around[event.trigger[0]], *([cues[event.anchor]] if event.anchor in cues else [])]
        doers = set(event.sources) if _is_present(doc[event.anchor]) else set(event.sources) - set(event.attribution)
        own = [one for one in said if set(speaker_ids(one, cast)) & doers]
        if own:
            event.date = dates[place[id(own[-1])]]
