"""How sure an event is, and whether it is what the report is about."""

from spacy.tokens import Doc, Token

from ranke.model import Status
from ranke.reading.parts import EventPart
from ranke.reading.words import words_of

_TOLD_AGAIN = 2
"""Retellings from which an event is no surer by another one."""
_SURE: dict[Status, float] = {"happened": 1.0, "ongoing": 1.0, "planned": 0.85, "possible": 0.75, "denied": 0.75}
"""How sure an event of each status is against one that happened: on the gold, planned, possible and denied events were
right about three quarters as often."""

_ABOUT = 0.9
"""Points from which an event is what the report is about: as many a report as the gold of the record bench marks, which
names about four in ten of its events."""
_EARLY, _LEAD, _FRESH, _OLD, _ASIDE, _OPEN, _FIRM = 2.0, 1.0, 0.5, -1.0, -0.75, -0.5, 0.5
"""Points of an event: what the first word has and the last has not; of the first sentence; dated in the month of the
last dated event; before it; told aside, by a noun or in a clause that only says more of a word; not (yet) done; from
the least to the most confidence."""
_ASIDES = frozenset({"relcl", "advcl", "acl", "pcomp", "amod", "compound", "appos"})
_OPENING = 0.12
"""Share of a text that counts as its first sentence, however it is cut: a headline is followed by a lead."""


def likely(event: EventPart) -> float:
    """Return how sure an event is by its words and status alone, whoever takes part."""
    return event.weight * _SURE[event.status]


def rate(doc: Doc, events: list[EventPart]) -> None:
    """Set `confidence` and `core` on each event.

    Confidence grows with the lexicon's own weight, with both sides known and with retellings. What a report is about
    stands early and in clauses of its own, and is done and new; the rest is background.
    """
    length, lead = max(1, len(words_of(doc).whole)), _first_sentence(doc)
    month = max((event.date.value or "" for event in events if event.status in ("happened", "ongoing")), default="")[:7]
    for event in events:
        both = bool(event.sources) and bool(event.targets)
        sure = likely(event) * (1.0 if both else 0.75)
        event.confidence = min(0.99, sure + 0.05 * min(_TOLD_AGAIN, len(event.more)))
        at = event.trigger[0]
        opening = at < lead or at < _OPENING * length
        points = _EARLY * (1 - at / length) + _LEAD * opening + _FIRM * (event.confidence - 0.5)
        points += _of_date(event.date.value, month) + _OPEN * (event.status not in ("happened", "planned"))
        event.core = points + _ASIDE * _aside(doc[event.anchor]) >= _ABOUT


def _first_sentence(doc: Doc) -> int:
    """Return the character at which the second sentence begins; 0 where sentences are unknown."""
    opening = (doc[i] for i, opens in enumerate(words_of(doc).opens) if opens and i > 0)
    return next((token.idx for token in opening if not token.is_space), 0)


def _of_date(value: str | None, month: str) -> float:
    if value is None:
        return 0.0
    return _OLD if value[:7] < month else _FRESH


def _aside(trigger: Token) -> bool:
    """Return whether an event is mentioned on the way: "after the attack", "the envoy, who resigned"."""
    return trigger.pos_ == "NOUN" or trigger.dep_ in _ASIDES
