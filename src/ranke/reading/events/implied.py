"""Sides that a clause leaves out and the report makes plain: who protests and against whom, to whom somebody yields.

Grammar goes first (`arguments`); this step only fills a side that is still empty, and an event so filled is less sure.
Left out, for being right in one of three on the gold or less: the nearest police, court or armed group as a source;
whoever acted last as who is accused; the doer of an act that is looked into or rejected by its name ("investigated the
attack"), while who condemns it does turn on its doer.
"""

from collections import Counter

from spacy.tokens import Doc, Token

from ranke.model import QUAD
from ranke.reading.actors.nouns import reference_table
from ranke.reading.events.frames import direct_object, prep_objects, subject
from ranke.reading.events.lexicon import lexicon
from ranke.reading.events.status import grammar
from ranke.reading.parts import Cast, EventPart

_BACK = 6
"""Events looked back for the act that is answered."""
_NEAR = 40
"""Events looked through, before and after, for one that an object names or that presses for an answer."""
_WINDOW = 30
"""Tokens before and after an act in which a year is looked for."""
_DOUBT = 0.7
"""What a filled side leaves of an event's weight."""
_YIELDING = ("0831", "080")
"""CAMEO codes of giving way to those who press: to resign, to drop a plan; not to regret or to make exceptions."""
_OF_ONES_OWN = ("concede.concede_election", "concede.not_stand_again")
"""Rules for giving way that nobody presses for."""
_PRAISE = "051"
"""The CAMEO code of praise."""
_RULINGS = frozenset({"ruling", "verdict", "judgment", "judgement", "decision", "acquittal", "conviction", "sentence"})
_PRESSING = ("PROTEST", "REQUEST")
_FOR_OR_AGAINST = ("protest.gather", "protest.rally", "protest.rally_noun")
"""Rules for crowds that may have come together for somebody as well."""
_DENIALS = ("reject.deny", "reject.refute")
"""Rules for an answer to a charge."""
_CONDOLENCES = ("support.condolence", "support.condole", "support.mourn", "support.solidarity")
_CHARGES = frozenset({
    "accusation", "allegation", "charge", "claim", "complaint", "criticism", "insinuation", "suggestion",
})  # fmt: skip
"""What somebody has said against those who reject it."""
_MATERIAL = (2, 4)
"""Quad classes of deeds, which many words tell; what is only said is known by its own words."""
_POINTING = ("it", "this", "that")
_PEOPLE = frozenset({"CVL", "OPP", "REL", "NGO", "EDU"})
"""Sectors of those who ask something of their government where they name nobody."""
_FILED = frozenset({
    "appeal", "application", "argument", "bid", "case", "challenge", "claim", "complaint", "lawsuit", "motion",
    "petition", "plea", "request", "suit",
})  # fmt: skip


def imply_sources(doc: Doc, events: list[EventPart], cast: Cast) -> None:
    """Fill empty sources in place by those whom the report calls after the act: its protesters, its one attacker.

    Needs the cast with its mentions.
    """
    protesters = _called(doc, cast, reference_table("doers")["PROTEST"])
    attackers = _called(doc, cast, reference_table("doers")["ASSAULT"])
    for event in events:
        if event.sources or event.status in ("planned", "denied"):
            continue
        if event.type == "PROTEST":
            found = protesters
        elif event.type == "ASSAULT" and event.targets and not _of_another_year(doc[event.anchor]):
            found = attackers
        else:
            continue
        if len(found) == 1 and found[0] not in event.targets:
            event.sources, event.inferred = (found[0],), ("source",)
            event.weight *= _DOUBT


def _of_another_year(act: Token) -> bool:
    """Whether the sentence gives a year, and so tells of an earlier act: "He had survived a bombing in 2009"."""
    near = act.doc[max(act.i - _WINDOW, 0) : act.i + _WINDOW]
    years = [token for token in near if token.ent_type_ == "DATE" and token.shape_ == "dddd"]
    return any(not _apart(act, year) for year in years)


def _apart(one: Token, other: Token) -> bool:
    """Whether a sentence begins between two tokens that stand near each other."""
    first, last = sorted((one.i, other.i))
    return any(one.doc[i].is_sent_start for i in range(first + 1, last + 1))


def _called(doc: Doc, cast: Cast, nouns: list[str]) -> list[str]:
    """Return the actors whom a description calls by one of these nouns."""
    return [
        actor.id
        for actor in cast.actors.values()
        if any(one.form == "nominal" and doc[one.head].lemma_.lower() in nouns for one in actor.mentions)
    ]


def imply_targets(doc: Doc, events: list[EventPart], cast: Cast) -> None:
    """Fill empty targets in place, where the report makes them plain.

    Needs the events in order of the text, their sides as actor ids, and the cast. Protests go first: to whom somebody
    gives way follows from them.
    """
    government = _main_government(cast)
    for event in events:
        if event.rule == "support.be_said_good" and _is_talk(subject(doc[event.anchor])):
            event.targets = ()  # "the talks with Chile were useful": the talks are praised, not Chile
        if event.type == "PROTEST" and event.sources and not event.targets and event.rule not in _FOR_OR_AGAINST:
            _fill(event, _own_government(event, cast) or government)
    pressing = [one for one in events if one.type in _PRESSING][-_NEAR:]
    for at, event in enumerate(events):
        if event.targets or not event.sources:
            continue
        if event.rule == "assault.claim_responsibility":
            attacked = [one for one in events[max(0, at - _NEAR) : at] if one.type == "ASSAULT" and one.targets]
            _fill(event, attacked[-1].targets[0] if attacked else None)
        if event.type == "REQUEST" and {cast.actors[one].sector for one in event.sources} <= _PEOPLE:
            _fill(event, _own_government(event, cast) or government)
        if (event.type == "AID" or event.rule in _CONDOLENCES) and government is not None:
            own = {cast.actors[one].country for one in event.sources}
            _fill(event, government if own and not own & {None, cast.actors[government].country} else None)
        if event.type == "CONCEDE" and event.cameo in _YIELDING and event.rule not in _OF_ONES_OWN:
            _fill(event, _who_pressed(event, pressing, cast))
        elif event.type == "REJECT":
            _fill(event, _rejected(doc, event, events[max(0, at - _NEAR) : at], cast))
        elif (event.type == "ACCUSE" and event.mode == "disapprove") or event.cameo == _PRAISE:
            near = events[max(0, at - _NEAR) : at + _NEAR]
            _fill(event, _who_ruled(doc, event, near, cast) or _whose_named_act(doc, event, near))
            if event.type == "ACCUSE" and not event.targets and _is_bare_act(doc[event.anchor]):
                _fill(event, _whose_act(doc, event, events[max(0, at - _BACK) : at]))


def _is_talk(thing: Token | None) -> bool:
    """Whether a noun names a meeting."""
    patterns = lexicon().patterns.get(("noun", thing.lemma_.lower()), ()) if thing is not None else ()
    return any(pattern.entry.type == "CONSULT" for pattern in patterns)


def _fill(event: EventPart, target: str | None) -> None:
    if target is not None and target not in event.sources:
        event.targets, event.inferred = (target,), (*event.inferred, "target")
        event.weight *= _DOUBT


def _main_government(cast: Cast) -> str | None:
    """Return the country that the report names most often."""
    counts = Counter(one for ids in cast.heads.values() for one in ids if cast.actors[one].kind == "country")
    return max(sorted(counts), key=lambda one: counts[one]) if counts else None


def _own_government(event: EventPart, cast: Cast) -> str | None:
    """Return the government of the country of who acts, where the report names it."""
    own = {cast.actors[one].country for one in event.sources} - {None}
    return next((one.id for one in cast.actors.values() if one.kind == "country" and one.country in own), None)


def _who_pressed(event: EventPart, events: list[EventPart], cast: Cast) -> str | None:
    """Return who protested against those who give way, or their government, or demanded something of them."""
    pressed = {*event.sources, _own_government(event, cast)}
    for other in reversed(events):
        if other.type in _PRESSING and pressed & set(other.targets):
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
        return None if filed else _own_government(event, cast)
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
    entries = [pattern.entry for pattern in lexicon().patterns.get(("noun", thing.lemma_.lower()), ())]
    kinds = {entry.type for entry in entries if QUAD[entry.type] in _MATERIAL}
    rules = {entry.rule for entry in entries}
    done = [
        other
        for other in events
        if (other.type in kinds or other.rule in rules)
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
