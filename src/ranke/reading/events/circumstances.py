"""When and where each event and statement took place, and how much of the report it is."""

from spacy.tokens import Doc, Token

from ranke.model import DateValue, EventPlace, Place, Time
from ranke.reading.events.frames import direct_object, prep_objects
from ranke.reading.parts import EventPart, StatementPart
from ranke.reading.times import isodates
from ranke.reading.times.dates import event_date
from ranke.reading.times.find import inside, quotations
from ranke.reading.words import words_of

_LOCATIVE = ("in", "at", "near", "inside", "outside", "across", "around", "off", "into", "to")
_KINDS = (
    *("area", "capital", "centre", "center", "city", "coast", "county", "district", "island", "municipality", "port"),
    *("neighbourhood", "neighborhood", "outskirts", "province", "region", "republic", "square", "state", "street"),
    *("suburb", "territory", "town", "village"),
)
"""Kinds of places, which their names follow: "the city of Aden"."""
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

_SEEN = ("ASSAULT", "PROTEST")
"""What is told as it went on, scene by scene: a new scene keeps the day that the report has set. Words, arrests and
accords are told with a day of their own, or none."""
_FRESH = 7
"""Days from the day that the report has set to the report: an older one is no news, but history."""

_NOT_PLAIN = frozenset({"had", "has", "have", "is", "are", "will", "would", "to", "may", "might", "could", "can"})


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


def where(token: Token, places: dict[int, Place], kind: str = "") -> EventPlace | None:
    """Return the place that a preposition ties to what happens at this verb or noun ("in Tehran").

    Args:
        token: The trigger.
        places: The places of the text by token.
        kind: The type of the event; a retreat is where it leaves.
    """
    nodes = [token]
    if token.dep_ in ("dobj", "nsubjpass") and token.head.pos_ == "VERB":
        nodes.append(token.head)
    left = direct_object(token) if kind == "RETREAT" and token.pos_ == "VERB" else None
    if left is not None and left.i in places:
        return _event_place(places[left.i])
    more = ("from",) if kind == "RETREAT" else ()
    for node in nodes:
        for prep, held in prep_objects(node, (*_LOCATIVE, *more)):
            if prep in ("into", "to") and node.lemma_ not in _MOTION:
                continue
            place = places.get(held.i) or _named_by(held, places)
            if place is not None:
                return _event_place(place)
    return None


def _event_place(place: Place) -> EventPlace:
    return EventPlace(name=place.name, country=place.country, span=place.span)


def _named_by(noun: Token, places: dict[int, Place]) -> Place | None:
    """Return the place that a common noun is named by: "the city of Aden", "the capital, Aden"."""
    if noun.lemma_ not in _KINDS:
        return None
    for one in noun.children:
        inner = next((held for _, held in prep_objects(noun, ("of",))), one) if one.lower_ == "of" else one
        if (one.dep_ == "appos" or one.lower_ == "of") and inner.i in places:
            return places[inner.i]
    return None


def set_circumstances(doc: Doc, events: list[EventPart], times: list[Time], places: list[Place], date: str) -> None:
    """Set `date` and `place` on each event from the words around its trigger."""
    by_token: dict[int, Place] = {}
    for place in places:
        span = doc.char_span(*place.span, alignment_mode="expand")
        if span is not None:
            by_token.update({token.i: place for token in span})
    main = main_day(words_of(doc).whole, times, date)
    for event in events:
        event.date = when(doc, event.anchor, times, date)
        event.place = where(doc[event.anchor], by_token, event.type)
        if main is not None and event.date.value is None and event.type in _SEEN and event.status == "happened":
            told = _plain_past(doc[event.anchor])
            event.date = DateValue(value=main.value, span=main.span) if told else event.date


def main_day(text: str, times: list[Time], date: str) -> Time | None:
    """Return the first day that the report tells of in its own voice, as a rule that of its main event, if fresh.

    Args:
        text: The text of the report.
        times: Its time expressions, in order.
        date: The report's own date.
    """
    report, quotes = isodates.parse_day(date), quotations(text)
    for time in times:
        day = isodates.parse_day(time.value or "") if "/" not in (time.value or "/") else None
        if report is not None and day is not None and day <= report and not inside(quotes, time.span[0]):
            return time if (report - day).days <= _FRESH else None
    return None


def _plain_past(trigger: Token) -> bool:
    """Return whether the clause of a verb tells what went on: "threw", "was shot", "throwing"; not "has thrown"."""
    if trigger.pos_ not in ("VERB", "AUX"):
        return False
    helpers = {one.lower_ for one in trigger.children if one.dep_ in ("aux", "auxpass")}
    if helpers & _NOT_PLAIN:
        return False
    return trigger.tag_ in ("VBD", "VBG") or bool(helpers & {"was", "were", "did"})


def statement_dates(doc: Doc, statements: list[StatementPart], times: list[Time], date: str) -> list[DateValue]:
    """Return when each statement was made, in the same order."""
    return [
        when(doc, statement.cue_token, times, date) if statement.cue_token is not None else DateValue()
        for statement in statements
    ]
