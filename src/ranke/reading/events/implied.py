"""Sides that a clause leaves out and the report makes plain: who protests and against whom, to whom somebody yields.

Grammar goes first (`arguments`); this step only fills a side that is still empty, and an event so filled is less sure.
Left out, for being right in one of three on the gold or less: the nearest police, court or armed group as a source;
whoever acted last as who is accused; the doer of an act that is looked into or rejected by its name ("investigated the
attack"), while who condemns it does turn on its doer.
"""

from collections import Counter

from spacy.tokens import Doc, Token

from ranke.reading.actors.nouns import reference_table
from ranke.reading.events.answered import NEAR, PRESSING, answered, own_government
from ranke.reading.events.decided import decided, is_rule
from ranke.reading.events.frames import subject
from ranke.reading.events.lexicon import lexicon
from ranke.reading.parts import Cast, EventPart

_WINDOW = 30
"""Tokens before and after an act in which a year is looked for."""
_DOUBT = 0.7
"""What a filled side leaves of an event's weight."""
_FOR_OR_AGAINST = ("protest.gather", "protest.rally", "protest.rally_noun")
"""Rules for crowds that may have come together for somebody as well."""
_FURTHER = frozenset({"second", "third", "fourth", "another", "other", "further", "additional", "more"})
_COMPLAINING = ("REQUEST", "ACCUSE")
_NEXT = 4
"""Events after a protest among which is what the protesters say."""
_CONDOLENCES = ("support.condolence", "support.condole", "support.mourn", "support.solidarity")
_VISITS = ("consult.visit", "consult.visit_noun", "consult.travel")
_PEOPLE = frozenset({"CVL", "OPP", "REL", "NGO", "EDU"})
"""Sectors of those who ask something of their government where they name nobody."""


def imply_sources(doc: Doc, events: list[EventPart], cast: Cast) -> None:
    """Fill empty sources in place by those whom the report calls after the act: its protesters, its one attacker.

    Needs the cast with its mentions.
    """
    protesters = _called(doc, cast, reference_table("doers")["PROTEST"])
    attackers = _called(doc, cast, reference_table("doers")["ASSAULT"])
    government = _main_government(cast)
    for event in events:
        if event.sources:
            continue
        act = doc[event.anchor]
        ruler = decided(act, event, cast)
        if ruler is None and is_rule(act, event, cast):
            ruler, event.weight = government, event.weight * _DOUBT
        if ruler is not None and ruler not in event.targets:
            event.sources, event.inferred = (ruler,), ("source",)
            continue
        if event.status in ("planned", "denied"):
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
        if any(
            one.form == "nominal" and doc[one.head].lemma_.lower() in nouns and not _one_more(doc[one.head])
            for one in actor.mentions
        )
    ]


def _one_more(noun: Token) -> bool:
    """Whether a description says that there are others: "a second suspect", "another attacker"."""
    return any(below.lower_ in _FURTHER for below in noun.lefts)


def imply_targets(doc: Doc, events: list[EventPart], cast: Cast) -> None:
    """Fill empty targets in place, where the report makes them plain.

    Needs the events in order of the text, their sides as actor ids, and the cast. Protests go first: to whom somebody
    gives way follows from them.
    """
    government = _main_government(cast)
    for at, event in enumerate(events):
        if event.rule == "support.be_said_good" and _is_talk(subject(doc[event.anchor])):
            event.targets = ()  # "the talks with Chile were useful": the talks are praised, not Chile
        if event.type == "PROTEST" and event.sources and not event.targets:
            _fill(event, _turned_against(doc, events, at))
        if event.type == "PROTEST" and event.sources and not event.targets and event.rule not in _FOR_OR_AGAINST:
            _fill(event, own_government(event, cast) or government)
    pressing = [one for one in events if one.type in PRESSING][-NEAR:]
    for at, event in enumerate(events):
        if event.targets or not event.sources:
            continue
        if event.rule == "assault.claim_responsibility":
            attacked = [one for one in events[max(0, at - NEAR) : at] if one.type == "ASSAULT" and one.targets]
            _fill(event, attacked[-1].targets[0] if attacked else None)
        if event.type == "REQUEST" and {cast.actors[one].sector for one in event.sources} <= _PEOPLE:
            _fill(event, own_government(event, cast) or government)
        if event.rule in _VISITS:
            _fill(event, _host(event, events, cast))
        if event.type == "AID" or event.rule in _CONDOLENCES:
            _fill(event, _who_needs(event, government, cast))
        _fill(event, answered(doc, events, at, pressing, cast))


def _turned_against(doc: Doc, events: list[EventPart], at: int) -> str | None:
    """Return of whom those who protest demand something, or whom they accuse, in a clause below the protest's."""
    event = events[at]
    for other in events[at + 1 : at + _NEXT]:
        verb = doc[other.anchor]
        below = verb.dep_ in ("xcomp", "advcl") and verb.head.i == event.anchor
        if below and other.type in _COMPLAINING and other.targets and other.sources == event.sources:
            return next((one for one in other.targets if one not in event.sources), None)
    return None


def _is_talk(thing: Token | None) -> bool:
    """Whether a noun names a meeting."""
    patterns = lexicon().patterns.get(("noun", thing.lemma_.lower()), ()) if thing is not None else ()
    return any(pattern.entry.type == "CONSULT" for pattern in patterns)


def leave_own_out(events: list[EventPart], cast: Cast) -> None:
    """Take their own state out of what people of it praise: Mali's envoy and "the friendship of Mali and Chad".

    Needs the sources, those of judgements too.
    """
    for event in events:
        if event.type != "SUPPORT" or len(event.targets) < 2:  # noqa: PLR2004 (both sides of a tie)
            continue
        own = _lands(event.sources, cast)
        of_it = [one for one in event.targets if cast.actors[one].kind == "country" and cast.actors[one].country in own]
        event.targets = tuple(one for one in event.targets if one not in of_it) or event.targets


def _fill(event: EventPart, target: str | None) -> None:
    if target is not None and target not in event.sources:
        event.targets, event.inferred = (target,), (*event.inferred, "target")
        event.weight *= _DOUBT


def _main_government(cast: Cast) -> str | None:
    """Return the country that the report names most often."""
    counts = Counter(one for ids in cast.heads.values() for one in ids if cast.actors[one].kind == "country")
    return max(sorted(counts), key=lambda one: counts[one]) if counts else None


def _host(event: EventPart, events: list[EventPart], cast: Cast) -> str | None:
    """Return the one state whose people the visitors' side meets in the report: host of "the delegation's visit"."""
    own = _lands(event.sources, cast)
    met: set[str] = set()
    for other in events:
        if other is not event and other.type == "CONSULT" and other.status in ("happened", "ongoing"):
            sides = _lands(other.sources, cast), _lands(other.targets, cast)
            met |= {land for one, facing in (sides, sides[::-1]) if one & own for land in facing - own}
    hosts = [one.id for one in cast.actors.values() if one.kind == "country" and one.country in met]
    return hosts[0] if len(met) == len(hosts) == 1 else None


def _lands(actors: tuple[str, ...], cast: Cast) -> set[str]:
    """Return the countries that actors are of."""
    return {land for one in actors if (land := cast.actors[one].country)}


def _who_needs(event: EventPart, government: str | None, cast: Cast) -> str | None:
    """Return the country that the report is of, where others help it or condole with it."""
    own = {cast.actors[one].country for one in event.sources}
    foreign = government is not None and own and not own & {None, cast.actors[government].country}
    return government if foreign else None
