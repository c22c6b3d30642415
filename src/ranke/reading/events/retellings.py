"""One event, one entry: joins what a report tells several times, and says what the report is about."""

from ranke.reading.events.evidence import members
from ranke.reading.events.rating import likely
from ranke.reading.parts import EventPart

_HARM = frozenset({"assault.kill", "assault.injure", "assault.wound", "assault.die_in"})
"""Rules that say what an attack did to its victims."""
_NEAR = 60
"""Tokens within which victims of one attacker are those of one attack."""
_THIN = 0.5
"""Weight under which an event with one known side is left out: on the gold, one in twenty was right in full."""
_THIN_ONCE = 0.53
"""The same for what is told once, with what its status leaves of the weight (planned, possible): on the gold, one in
three was of the right type and one in ten right in full."""
_THIN_DEED = 0.6
"""The same for an act without a doer that is told once: on the gold, one in twelve was right in full."""
_OF_TWO = frozenset({"ASSAULT", "COOPERATE"})
"""Types of acts that need another side: without one, one in eight was right in full on the gold."""
_UNDONE = frozenset({"possible", "denied", "ongoing"})
"""The same for acts of any type that did not come about, or that are told as a state."""


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def same_event(one: EventPart, other: EventPart) -> bool:
    """Whether two tellings are of one event: the same type, sides that meet or are left out, dates that do not differ.

    What one telling affirms and the other denies stays two entries: disagreement is kept.
    """
    if one.type != other.type or ("denied" in (one.status, other.status) and one.status != other.status):
        return False
    if (
        one.date.value
        and other.date.value
        and not (one.date.value.startswith(other.date.value) or other.date.value.startswith(one.date.value))
    ):
        return False
    if _about_others(one, other) or _about_others(other, one):
        return False
    if _meet(one.sources, other.sources) and _meet(one.targets, other.targets):
        return True
    if _one_blow(one, other):
        return True
    crossed = bool(set(one.sources) & set(other.targets)) and bool(set(one.targets) & set(other.sources))
    return one.mutual and other.mutual and crossed


def _one_blow(one: EventPart, other: EventPart) -> bool:
    """Whether two tellings close together name the victims of one attack: "killed five and wounded ten"."""
    if one.type != "ASSAULT" or not (one.rule in _HARM or other.rule in _HARM):
        return False
    return abs(one.anchor - other.anchor) <= _NEAR and bool(set(one.sources) & set(other.sources))


def _about_others(one: EventPart, other: EventPart) -> bool:
    """Whether an object that is no actor ("the uprising") tells this event from one that has a target."""
    return bool(one.about) and one.about != other.about and (bool(other.targets) or bool(other.about))


def join_retellings(events: list[EventPart]) -> list[EventPart]:
    """Return one entry for each event, as first told with its sides, the other tellings in its `more`.

    What is too thin once all its tellings are known is left out; an act against nobody, too, where the report tells
    anything else.
    """
    kept: list[EventPart] = []
    for event in (one for one in events if not _bare(one)):
        first = next((one for one in kept if same_event(one, event)), None)
        if first is None:
            kept.append(event)
        elif first.inferred and not event.inferred and len(event.attribution) <= len(first.attribution):
            # It is best told where one clause gives both sides, unless that is on somebody else's authority.
            _absorb(event, first)
            kept[kept.index(first)] = event
        else:
            _absorb(first, event)
    for event in events:
        if _bare(event):
            _point_back(event, kept)
    sure = [one for one in kept if not _too_thin(one)]
    return [one for one in sure if not _against_nobody(one)] or sure


def _against_nobody(event: EventPart) -> bool:
    """Whether an act that somebody undergoes or shares is told of its doer only, or may never have come about."""
    if not event.sources or event.targets:
        return False
    return event.type in _OF_TWO or (event.status in _UNDONE and event.type != "CONCEDE")


def _too_thin(event: EventPart) -> bool:
    """Whether a word that may mean something else and one known side are all that speaks for an event."""
    if event.weight < _THIN_DEED and not event.sources and not event.more:
        return True
    if event.sources and event.targets:
        return False
    return event.weight < _THIN or (likely(event) < _THIN_ONCE and not event.more)


def _bare(event: EventPart) -> bool:
    return not event.sources and not event.targets


def _point_back(event: EventPart, kept: list[EventPart]) -> None:
    """Add a mention without sides ("the attack") to the event that it may tell again, the nearest of its words."""
    told = [one for one in kept if same_event(one, event)]
    if told:
        nearest = min(told, key=lambda one: (one.rule != event.rule, abs(one.anchor - event.anchor)))
        nearest.more = (*nearest.more, event.trigger)


def _absorb(first: EventPart, again: EventPart) -> None:
    first.more = (*first.more, again.trigger, *again.more)
    for side in again.inferred:
        if not members(first, side):
            first.inferred = (*first.inferred, side)
    first.inferred = tuple(side for side in first.inferred if side in again.inferred or not members(again, side))
    if not first.sources:
        first.sources = tuple(one for one in again.sources if one not in first.targets)
    if not first.targets:
        first.targets = tuple(one for one in again.targets if one not in first.sources)
    elif _one_blow(first, again):
        first.targets = tuple(
            dict.fromkeys((*first.targets, *(one for one in again.targets if one not in first.sources)))
        )
    if first.date.value is None:
        first.date = again.date
    if first.place is None:
        first.place = again.place
    first.weight = max(first.weight, again.weight)
