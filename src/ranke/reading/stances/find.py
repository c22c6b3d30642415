"""Where actors stand: the clear attitudes that their acts and words show, to actors, plans, policies and causes."""

from collections.abc import Iterator

from spacy.tokens import Doc

from ranke.model import Polarity, Stance
from ranke.reading.parts import Cast, EventPart, StatementPart
from ranke.reading.stances.acts import acts
from ranke.reading.stances.attitudes import attitudes
from ranke.reading.stances.judgements import judgements, spoken
from ranke.reading.stances.names import Shown
from ranke.reading.stances.table import table

_IMPARTIAL = ("JUD", "COP")
"""Who rules, charges and investigates by office: such acts show no attitude, the words of a judgement do."""


def find_stances(doc: Doc, cast: Cast, events: list[EventPart], statements: list[StatementPart]) -> list[Stance]:
    """Return the stances of a report in order of their evidence, each once, with the surest words that show it.

    Needs tags, lemmas and dependencies in the `Doc`, events with their sides, and statements with their speakers.
    """
    found: dict[tuple[str, str, Polarity], Shown] = {}
    for one in shown(doc, cast, events, statements):
        by_office = one.sort in ("act", "verb") and cast.actors[one.holder].sector in _IMPARTIAL
        if one.holder != one.target and not by_office:
            found.setdefault((one.holder, one.target, one.polarity), one)
    return [
        Stance(holder=one.holder, target=one.target, polarity=one.polarity, evidence=one.evidence)
        for one in sorted(found.values(), key=lambda one: one.evidence)
    ]


def shown(doc: Doc, cast: Cast, events: list[EventPart], statements: list[StatementPart]) -> Iterator[Shown]:
    """Yield all that shows a stance, the surest first: acts, attitudes that are told, judgements that are spoken."""
    yield from acts(doc, cast, events)
    keys = table().keys
    lemmas, words = doc.to_array("LEMMA").tolist(), doc.to_array("LOWER").tolist()
    telling = [doc[i] for i in range(len(doc)) if lemmas[i] in keys or words[i] in keys]
    for token in telling:
        yield from attitudes(token, cast)
    for token, statement in spoken(telling, statements):
        yield from judgements(token, statement, cast)
