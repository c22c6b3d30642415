"""How sure an event is, and whether it is what the report is about."""

from collections import Counter
from itertools import accumulate
from math import exp

from spacy.tokens import Doc, Token

from ranke.model import Status
from ranke.reading.events.choosing import Tables, weights
from ranke.reading.events.evidence import SIDES, members
from ranke.reading.parts import Cast, EventPart
from ranke.reading.words import words_of

LEAST = 0.12
"""Probability under which an event is left out. For F1 alone, half of what is reached would be best; what a short text
tells without its sides is less sure than that, and yet of the right type three times in four."""
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


def rate(
    doc: Doc, cast: Cast, events: list[EventPart], *, tables: Tables | None = None, least: float = LEAST
) -> list[EventPart]:
    """Set `confidence` and `core` on each event; return those that are right with a probability of at least `least`.

    Confidence is the probability that an event is right with both its sides, by a logistic regression on `signs`.
    What a report is about stands early and in clauses of its own, and is done and new; the rest is background.
    """
    table = (weights() if tables is None else tables)["right"]
    for event, names in zip(events, signs(doc, cast, events), strict=True):
        points = sum(table.get(name, 0.0) for name in names)
        event.confidence = min(0.99, 1 / (1 + exp(-points)))
    kept = [event for event in events if event.confidence >= least]
    length, lead = max(1, len(words_of(doc).whole)), _first_sentence(doc)
    month = max((event.date.value or "" for event in kept if event.status in ("happened", "ongoing")), default="")[:7]
    for event in kept:
        at = event.trigger[0]
        opening = at < lead or at < _OPENING * length
        points = _EARLY * (1 - at / length) + _LEAD * opening + _FIRM * (event.confidence - 0.5)
        points += _of_date(event.date.value, month) + _OPEN * (event.status not in ("happened", "planned"))
        event.core = points + _ASIDE * _aside(doc[event.anchor]) >= _ABOUT
    return kept


def signs(doc: Doc, cast: Cast, events: list[EventPart]) -> list[list[str]]:
    """Return what speaks for and against each event, as names of features; their weights are in `weights.toml`."""
    sentence = list(accumulate(words_of(doc).opens))
    alike = Counter((sentence[event.anchor], event.type) for event in events)
    return [
        [*_of_words(doc[event.anchor], event, alike[sentence[event.anchor], event.type]), *_of_sides(cast, event)]
        for event in events
    ]


def _of_words(token: Token, event: EventPart, alike: int) -> list[str]:
    told = "".join("told " if sure == 1.0 else "open " for sure in (event.sure_source, event.sure_target))
    known = "".join("known " if side else "open " for side in (event.sources, event.targets))
    return [
        "any",
        f"weight {int(event.weight * 20) / 20}",
        event.status,
        f"sides {known}, {told}",
        f"{event.type}, {told}",
        f"{min(3, len(event.more))} retellings",
        f"tag {token.tag_}",
        f"hangs by {token.dep_}",
        f"{min(3, alike)} of its type in the sentence",
    ]


def _of_sides(cast: Cast, event: EventPart) -> list[str]:
    found = []
    for side, sure in zip(SIDES, (event.sure_source, event.sure_target), strict=True):
        if sure < 1.0:
            found.append(f"{side} chosen at {int(sure * 5) / 5}")
        for one in members(event, side)[:1]:
            part = cast.actors[one]
            named = "named" if any(mention.form == "name" for mention in part.mentions) else "unnamed"
            found += [f"{side} {part.kind}", f"{side} {part.sector}", f"{side} {named}"]
            found.append(f"{side} {'of a country' if part.country else 'of no country'}")
    if _countries(cast, event.sources) & _countries(cast, event.targets):
        found.append("sides of one country")
    return found


def _countries(cast: Cast, actors: tuple[str, ...]) -> set[str]:
    return {country for one in actors if (country := cast.actors[one].country) is not None}


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
