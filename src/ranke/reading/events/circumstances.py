"""When and where each event took place, and the day of the report's main event."""

from spacy.tokens import Doc, Token

from ranke.model import DateValue, EventPlace, EventType, Place, Time
from ranke.reading.events.frames import direct_object, prep_objects
from ranke.reading.events.lexicon import lexicon
from ranke.reading.offsets import Offsets
from ranke.reading.parts import EventPart
from ranke.reading.times import isodates
from ranke.reading.times.dates import event_date
from ranke.reading.times.find import inside, quotations
from ranke.reading.times.scenes import goes_with_scene
from ranke.reading.times.tense import MAX_CLIMB
from ranke.reading.words import words_of

_LOCATIVE = ("in", "at", "near", "inside", "outside", "across", "around", "off", "into", "to")
_KINDS = (
    *("area", "capital", "centre", "center", "city", "coast", "county", "district", "island", "municipality", "port"),
    *("neighbourhood", "neighborhood", "outskirts", "province", "region", "republic", "square", "state", "street"),
    *("suburb", "territory", "town", "village"),
)
"""Kinds of places, which their names follow: "the city of Aden"."""
_SITES = (
    *("airport", "bar", "base", "beach", "bridge", "cafe", "camp", "casino", "cathedral", "cemetery", "checkpoint"),
    *("church", "clinic", "club", "college", "court", "courtroom", "embassy", "factory", "home", "hospital", "hotel"),
    *("house", "jail", "library", "mall", "market", "mosque", "museum", "nightclub", "office", "palace", "park"),
    *("port", "prison", "restaurant", "school", "shop", "shrine", "stadium", "station", "store", "studio", "synagogue"),
    *("temple", "theater", "theatre", "university", "venue", "warehouse"),
)
"""Sites, before which the town's name stands: "a Baghdad hotel"."""
_COURTS = ("court", "judge", "jury", "tribunal", "magistrate")
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

SCENIC = ("ASSAULT", "PROTEST")
"""What is told as it went on, scene by scene: a new scene keeps the day that the report has set. Words, arrests and
accords are told with a day of their own, or none."""
_LOOKING_BACK: frozenset[EventType] = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""What is spoken of as done; what is asked for or threatened is to come."""
_FRESH = 7
"""Days from the day that the report has set to the report: an older one is no news, but history."""

_NOT_PLAIN = frozenset({"had", "has", "have", "is", "are", "will", "would", "to", "may", "might", "could", "can"})


def when(doc: Doc, token: int, times: list[Time], date: str) -> DateValue:
    """Return the date that the text gives for what happens at this token; unknown where it gives none."""
    found = event_date(doc, token, times, date) or _within(doc[token], times)
    return DateValue(value=found.value, span=found.span) if found is not None else DateValue()


def _within(trigger: Token, times: list[Time]) -> Time | None:
    """Return the only time inside the phrase of an event noun: "the meeting with X, deputy head of Y, on Sunday".

    Not where it dates another act in that phrase: "an inquiry into the riot on Sunday".
    """
    if trigger.pos_ != "NOUN":
        return None
    last = trigger.right_edge
    inside = [one for one in times if trigger.idx < one.span[0] < last.idx + len(last) and one.type in ("DATE", "TIME")]
    if len(inside) != 1:
        return None
    node = Offsets(trigger.doc, trigger.i, last.i + 1).top(*inside[0].span)
    for _ in range(MAX_CLIMB):
        if node is None or node.i == trigger.i:
            break
        if node.pos_ == "NOUN" and not inside[0].span[0] <= node.idx < inside[0].span[1] and _names_an_act(node):
            return None
        node = node.head
    return inside[0]


def _names_an_act(noun: Token) -> bool:
    return ("noun", noun.lemma_.lower()) in lexicon().patterns


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
            place = places.get(held.i) or _named_by(held, places) or _named_before(held, places)
            if place is not None:
                return _event_place(place)
    return _of_court(token, places)


def _named_before(noun: Token, places: dict[int, Place]) -> Place | None:
    """Return the place that stands before a site: "at a Baghdad hotel"."""
    if noun.lemma_ not in _KINDS and noun.lemma_ not in _SITES:
        return None
    return next((places[one.i] for one in noun.lefts if one.dep_ in ("compound", "nmod") and one.i in places), None)


def _of_court(verb: Token, places: dict[int, Place]) -> EventPlace | None:
    """Return where the court sits that does it: "was sentenced by a court in Multan"."""
    agents = [held for _, held in prep_objects(verb, ("by",))] if verb.pos_ == "VERB" else []
    doers = (*agents, *(one for one in verb.children if one.dep_ == "nsubj"))
    held = (held for doer in doers if doer.lemma_ in _COURTS for _, held in prep_objects(doer, ("in", "at")))
    return next((_event_place(places[one.i]) for one in held if one.i in places), None)


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
    _hand_on(doc, events)
    for event in events:
        event.place = where(doc[event.anchor], by_token, event.type)
        if main is not None and event.date.value is None and event.type in SCENIC and event.status == "happened":
            told = plain_past(doc[event.anchor]) and goes_with_scene(doc, event.anchor, times)
            event.date = DateValue(value=main.value, span=main.span) if told else event.date
    _keep_scene(doc, events, times)


def _hand_on(doc: Doc, events: list[EventPart]) -> None:
    """Give a day that stands after what is spoken of to that act: "condemned the killing of two men last week"."""
    nouns = {event.anchor: event for event in events if event.date.value is None and doc[event.anchor].pos_ == "NOUN"}
    for event in events:
        verb, span = doc[event.anchor], event.date.span
        if event.type not in _LOOKING_BACK or verb.pos_ != "VERB" or span is None or span[0] < verb.idx:
            continue
        objects = (below for below in verb.rights if below.dep_ in ("dobj", "prep") and below.idx < span[0])
        held = [one.i for below in objects for one in below.subtree if one.i in nouns and one.idx < span[0]]
        if held:
            nouns[max(held)].date, event.date = event.date, DateValue()


def _keep_scene(doc: Doc, events: list[EventPart], times: list[Time]) -> None:
    """Let what goes on where the report stands be where the last such act was: "Police fired on them" there too."""
    scene: EventPlace | None = None
    for event in sorted(events, key=lambda one: one.anchor):
        if event.type not in SCENIC or event.status != "happened":
            continue
        if event.place is None and plain_past(doc[event.anchor]) and goes_with_scene(doc, event.anchor, times):
            event.place = scene
        scene = event.place or scene


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


def plain_past(trigger: Token) -> bool:
    """Return whether the clause of a verb tells what went on: "threw", "was shot", "throwing"; not "has thrown"."""
    if trigger.pos_ not in ("VERB", "AUX"):
        return False
    helpers = {one.lower_ for one in trigger.children if one.dep_ in ("aux", "auxpass")}
    if helpers & _NOT_PLAIN:
        return False
    return trigger.tag_ in ("VBD", "VBG") or bool(helpers & {"was", "were", "did"})
