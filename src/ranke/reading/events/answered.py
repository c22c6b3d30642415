"""Whom an answer answers: who pressed those who yield, whose charge is rejected, whose act is praised or condemned."""

from spacy.tokens import Doc, Token

from ranke.model import QUAD
from ranke.reading.events.frames import direct_object, prep_objects
from ranke.reading.events.lexicon import lexicon
from ranke.reading.events.status import grammar
from ranke.reading.parts import Cast, EventPart

_BACK = 6
"""Events looked back for the act that is answered."""
NEAR = 40
"""Events looked through, before and after, for one that an object names or that presses for an answer."""
PRESSING = ("PROTEST", "REQUEST")
_YIELDING = ("0831", "080")
"""CAMEO codes of giving way to those who press: to resign, to drop a plan; not to regret or to make exceptions."""
_OF_ONES_OWN = ("concede.concede_election", "concede.not_stand_again")
"""Rules for giving way that nobody presses for."""
_DENIALS = ("reject.deny", "reject.refute")
"""Rules for an answer to a charge."""
_PRAISE = "051"
"""The CAMEO code of praise."""
_RULINGS = frozenset({"ruling", "verdict", "judgment", "judgement", "decision", "acquittal", "conviction", "sentence"})
_CHARGES = frozenset({
    "accusation", "allegation", "charge", "claim", "complaint", "criticism", "insinuation", "suggestion",
})  # fmt: skip
"""What somebody has said against those who reject it."""
_MATERIAL = (2, 4)
"""Quad classes of deeds, which many words tell; what is only said is known by its own words."""
_VOWED = ("AGREE", "THREATEN")
"""Types of words whose noun is often that of the verb: "Mali pledged arms. Chad condemned the pledge"."""
_POINTING = ("it", "this", "that")
_FILED = frozenset({
    "appeal", "application", "argument", "bid", "case", "challenge", "claim", "complaint", "lawsuit", "motion",
    "petition", "plea", "request", "suit",
})  # fmt: skip


def answered(doc: Doc, events: list[EventPart], at: int, pressing: list[EventPart], cast: Cast) -> str | None:
    """Return whom the event at this place of the list answers, as far as the report makes it plain.

    `pressing` are the protests and requests of the report.
    """
    event = events[at]
    if event.type == "CONCEDE" and event.cameo in _YIELDING and event.rule not in _OF_ONES_OWN:
        return _who_pressed(event, pressing, cast)
    if event.type == "REJECT":
        return _rejected(doc, event, events[max(0, at - NEAR) : at], cast)
    if not (event.type == "ACCUSE" and event.mode == "disapprove") and event.cameo != _PRAISE:
        return None
    near = events[max(0, at - NEAR) : at + NEAR]
    found = _who_ruled(doc, event, near, cast) or _whose_named_act(doc, event, near)
    if found is None and event.type == "ACCUSE" and _is_bare_act(doc[event.anchor]):
        return _whose_act(doc, event, events[max(0, at - _BACK) : at])
    return found


def own_government(event: EventPart, cast: Cast) -> str | None:
    """Return the government of the country of who acts, where the report names it."""
    own = {cast.actors[one].country for one in event.sources} - {None}
    return next((one.id for one in cast.actors.values() if one.kind == "country" and one.country in own), None)


def _who_pressed(event: EventPart, events: list[EventPart], cast: Cast) -> str | None:
    """Return who protested against those who give way, or their government, or demanded something of them."""
    pressed = {*event.sources, own_government(event, cast)}
    for other in reversed(events):
        if other.type in PRESSING and pressed & set(other.targets):
            found = next((one for one in other.sources if one not in event.sources), None)
            if found is not None:
                return found
    return None


def _rejected(doc: Doc, event: EventPart, earlier: list[EventPart], cast: Cast) -> str | None:
    """Return whose charge, demand or act is rejected.

    A court that strikes down a law, a ban or an order rules against the state that made it; what somebody filed with
    the court is no act of the state. Who denies answers whoever accused him, and nobody if that is not told.
    """
    if event.rule.startswith("reject.appeal"):
        return _last_court(earlier, cast)
    thing = _thing(doc[event.anchor])
    if thing is not None and thing.lemma_.lower() in _CHARGES:
        accuser = _accuser(event, earlier, cast)
        if accuser is not None:
            return accuser
    pressed = _who_pressed(event, earlier, cast)
    if pressed is not None:
        return pressed
    if any(cast.actors[one].sector == "JUD" for one in event.sources):
        filed = thing is not None and thing.lemma_.lower() in _FILED
        return None if filed else own_government(event, cast)
    charges = [one for one in earlier if one.type == "ACCUSE" and set(one.targets) & set(event.sources)]
    if charges and event.rule in _DENIALS:
        return next((one for one in charges[-1].sources if one not in event.sources), None)
    return _whose_act(doc, event, earlier[-_BACK:]) if _names_no_owner(doc[event.anchor]) else None


def _accuser(event: EventPart, earlier: list[EventPart], cast: Cast) -> str | None:
    """Return who last accused those who reject a charge, or somebody of their country."""
    countries = {cast.actors[one].country for one in event.sources} - {None}
    for other in reversed(earlier):
        if other.type != "ACCUSE" or set(other.sources) & set(event.sources):
            continue
        accused = set(other.targets)
        if accused & set(event.sources) or {cast.actors[one].country for one in accused} & countries:
            return next(iter(other.sources), None)
    return None


def _last_court(earlier: list[EventPart], cast: Cast) -> str | None:
    """Return the court that ruled last, against whose ruling somebody appeals."""
    ruling = (one for other in reversed(earlier) for one in other.sources)
    return next((one for one in ruling if cast.actors[one].sector == "JUD"), None)


def _who_ruled(doc: Doc, event: EventPart, events: list[EventPart], cast: Cast) -> str | None:
    """Return the court whose ruling is praised or condemned, the last before: "welcomed the verdict"."""
    thing = _thing(doc[event.anchor])
    if thing is None or thing.lemma_.lower() not in _RULINGS:
        return None
    ruling = (one for other in reversed(events) if other.anchor < event.anchor for one in other.sources)
    courts = (one for one in ruling if cast.actors[one].sector == "JUD" and cast.actors[one].kind == "organization")
    return next((one for one in courts if one not in event.sources), None)


def _names_no_owner(trigger: Token) -> bool:
    """Whether the object is a bare act: "it", "the move", "the decision"."""
    thing = _thing(trigger)
    return thing is not None and (thing.lower_ in _POINTING or thing.lemma_.lower() in grammar()["thing"]["nameless"])


def _is_bare_act(trigger: Token) -> bool:
    """Whether the object is a noun for a bare act: "the move"; "it" may be anything."""
    thing = _thing(trigger)
    return thing is not None and thing.pos_ == "NOUN" and _names_no_owner(trigger)


def _whose_act(doc: Doc, event: EventPart, earlier: list[EventPart]) -> str | None:
    """Return who did what is answered: the source of the nearest earlier event that is somebody else's.

    Not whoever tells of the answer: "Iran said that Iraq had rejected the move".
    """
    telling = {above.i for above in doc[event.anchor].ancestors}
    for other in reversed(earlier):
        if other.sources and other.anchor not in telling and not set(other.sources) & set(event.sources):
            return other.sources[0]
    return None


def _whose_named_act(doc: Doc, event: EventPart, events: list[EventPart]) -> str | None:
    """Return who did the act that the object names by its kind: "condemned the attack", "called the raid a crime"."""
    thing = _thing(doc[event.anchor])
    if thing is None or thing.pos_ != "NOUN":
        return None
    word = thing.lemma_.lower()
    entries = [pattern.entry for pattern in lexicon().patterns.get(("noun", word), ())]
    kinds = {entry.type for entry in entries if QUAD[entry.type] in _MATERIAL}
    rules = {entry.rule for entry in entries}
    done = [
        other
        for other in events
        if (other.type in kinds or other.rule in rules or (other.type in _VOWED and doc[other.anchor].lemma_ == word))
        and other.status != "planned"
        and other.anchor != event.anchor
        and set(other.sources) - set(event.sources)
    ]
    if not done:
        return None
    nearest = min(done, key=lambda other: abs(other.anchor - event.anchor))
    return next(one for one in nearest.sources if one not in event.sources)


def _thing(trigger: Token) -> Token | None:
    """Return the head of the object, or of what the first preposition holds."""
    thing = direct_object(trigger) if trigger.pos_ == "VERB" else None
    return thing if thing is not None else next((held for _, held in prep_objects(trigger)), None)
