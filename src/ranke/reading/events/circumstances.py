"""When and where each event and statement took place, and how much of the report it is."""

from spacy.tokens import Doc, Token

from ranke.model import DateValue, EventPlace, Place, Time
from ranke.reading.events.frames import prep_objects
from ranke.reading.parts import EventPart, StatementPart
from ranke.reading.times.dates import event_date

_LOCATIVE = ("in", "at", "near", "inside", "outside", "across", "around", "off", "into", "to")
_MOTION = {
    "visit",
    "arrive",
    "travel",
    "trip",
    "return",
    "go",
    "come",
    "fly",
    "move",
    "withdraw",
    "deploy",
    "send",
    "enter",
}


def when(doc: Doc, token: int, times: list[Time], date: str) -> DateValue:
    """Return the date that the text gives for what happens at this token; unknown where it gives none."""
    found = event_date(doc, token, times, date) or _within(doc[token], times)
    return DateValue(value=found.value, span=found.span) if found is not None else DateValue()


def _within(trigger: Token, times: list[Time]) -> Time | None:
    """Return the only time inside the phrase of an event noun: "the meeting with X, deputy head of Y, on Sunday"."""
    if trigger.pos_ != "NOUN":
        return None
    last = trigger.right_edge
    inside = [one for one in times if trigger.idx < one.span[0] < last.idx + len(last) and one.type in ("DATE", "TIME")]
    return inside[0] if len(inside) == 1 else None


def where(token: Token, places: dict[int, Place]) -> EventPlace | None:
    """Return the place that a preposition ties to this verb or noun ("in Tehran"); `places` by token."""
    nodes = [token]
    if token.dep_ in ("dobj", "nsubjpass") and token.head.pos_ == "VERB":
        nodes.append(token.head)
    for node in nodes:
        for prep, held in prep_objects(node, _LOCATIVE):
            if prep in ("into", "to") and node.lemma_ not in _MOTION:
                continue
            place = places.get(held.i)
            if place is not None:
                return EventPlace(name=place.name, country=place.country, span=place.span)
    return None


def set_circumstances(doc: Doc, events: list[EventPart], times: list[Time], places: list[Place], date: str) -> None:
    """Set `date` and `place` on each event from the words around its trigger."""
    by_token: dict[int, Place] = {}
    for place in places:
        span = doc.char_span(*place.span, alignment_mode="expand")
        if span is not None:
            by_token.update({token.i: place for token in span})
    for event in events:
        event.date = when(doc, event.anchor, times, date)
        event.place = where(doc[event.anchor], by_token)


def statement_dates(doc: Doc, statements: list[StatementPart], times: list[Time], date: str) -> list[DateValue]:
    """Return when each statement was made, in the same order."""
    return [
        when(doc, statement.cue_token, times, date) if statement.cue_token is not None else DateValue()
        for statement in statements
    ]
