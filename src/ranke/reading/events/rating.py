"""How sure an event is, and whether it is what the report is about."""

from spacy.tokens import Doc

from ranke.model import Status
from ranke.reading.parts import EventPart

_LEAD = 0.3
"""Share of the text, from its start, in which an event is taken as what the report is about."""
_TOLD_AGAIN = 2
"""Retellings from which an event is what the report is about, wherever it stands."""
_SURE: dict[Status, float] = {"happened": 1.0, "ongoing": 1.0, "planned": 0.85, "possible": 0.75, "denied": 0.75}
"""How sure an event of each status is against one that happened: on the gold, planned, possible and denied events were
right about three quarters as often."""


def rate(doc: Doc, events: list[EventPart]) -> None:
    """Set `confidence` and `core` on each event.

    Confidence grows with the lexicon's own weight, with both sides known and with retellings.
    """
    length = max(1, len(doc.text))
    for event in events:
        both = bool(event.sources) and bool(event.targets)
        sure = event.weight * _SURE[event.status] * (1.0 if both else 0.75)
        event.confidence = min(0.99, sure + 0.05 * min(_TOLD_AGAIN, len(event.more)))
        early = event.trigger[0] / length < _LEAD
        event.core = (early and event.status != "denied") or len(event.more) >= _TOLD_AGAIN
