"""Say and do: what an actor announced, promised, threatened or denied, and what it did later."""

from collections.abc import Iterable, Sequence

from ranke.answers import DeedRow, EventRow
from ranke.days import extent
from ranke.model import QUAD

WITHIN = 366
"""Days within which a deed is taken as what a word was about."""

_THREATENED = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"})
"""Types of event by which a threat is carried out."""

_PROMISED = frozenset({"COOPERATE", "AID", "RETREAT", "SUPPORT", "CONSULT", "CONCEDE"})
"""Types of event by which an agreement or a promise is kept."""


def deeds(rows: Iterable[EventRow]) -> tuple[DeedRow, ...]:
    """Return words with the first deed that answers to each.

    A word is an event that is planned or denied, a threat, or an agreement. A deed that answers to it happened later,
    within a year, is of the same type (or of one that carries out a threat or keeps a promise), has the same source,
    and no other target where both name one. A denied act that is later told as done is such a pair too: denied, then
    done.
    """
    events = sorted(rows, key=_day)
    done = [row for row in events if row.status in {"happened", "ongoing"}]
    found = []
    for said in events:
        word, types = _word(said)
        if word:
            answer = next((row for row in done if row.type in types and _answers(said, row)), None)
            if answer is not None:
                found.append(DeedRow(word, said, answer))
    return tuple(found)


def _word(row: EventRow) -> tuple[str, frozenset[str]]:
    if row.status == "planned":
        return "announced", frozenset({row.type})
    if row.status == "denied":
        return "denied", frozenset({row.type})
    if row.type == "THREATEN" and row.status == "happened":
        return "threatened", _THREATENED
    if row.type == "AGREE" and row.status == "happened":
        return "promised", _PROMISED
    return "", frozenset()


def _answers(said: EventRow, done: EventRow) -> bool:
    if done.id == said.id or not 0 < _day(done)[0] - _said_on(said) <= WITHIN:
        return False
    mine = {who.id for who in said.sources}
    if not mine & {who.id for who in done.sources}:
        return False
    wanted, met = {who.id for who in said.targets}, {who.id for who in done.targets}
    if QUAD[done.type] != QUAD[said.type] and not (wanted and met):
        # A threat says little of what will follow, so that both must name who it is done to.
        return False
    return not wanted or not met or bool(wanted & met)


def _said_on(row: EventRow) -> int:
    """Return the day of a word: that of the first report of what was then to come, else of the event itself."""
    known = (extent(row.known) or (0, 0))[0]
    return known if row.status in {"planned", "denied"} else _day(row)[0]


def _day(row: EventRow) -> tuple[int, str]:
    return (extent(row.date) or extent(row.known) or (0, 0))[0], row.id


def of_event(rows: Sequence[EventRow], event: str) -> tuple[DeedRow, ...]:
    """Return the pairs of word and deed of which an event is one side."""
    return tuple(pair for pair in deeds(rows) if event in {pair.said.id, pair.done.id})
