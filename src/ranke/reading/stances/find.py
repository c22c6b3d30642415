"""Where actors stand: the clear attitudes that their acts and words show, to actors, plans, policies and causes."""

from collections.abc import Iterator

from spacy.tokens import Doc

from ranke.model import Polarity, Stance
from ranke.reading.parts import Cast, EventPart, StatementPart
from ranke.reading.stances.acts import acts
from ranke.reading.stances.attitudes import attitudes
from ranke.reading.stances.judgements import judgements, speakers
from ranke.reading.stances.names import Shown
from ranke.reading.stances.table import table


def find_stances(doc: Doc, cast: Cast, events: list[EventPart], statements: list[StatementPart]) -> list[Stance]:
    """Return the stances of a report, in order of the text, each once.

    Needs dependencies in the `Doc`, events with their sides, and statements with their speakers.
    """
    found: dict[tuple[str, str, Polarity], Shown] = {}
    for one in shown(doc, cast, events, statements):
        key = (one.holder, one.target, one.polarity)
        if one.holder != one.target and key not in found:
            found[key] = one
    return [
        Stance(holder=one.holder, target=one.target, polarity=one.polarity, evidence=one.evidence)
        for one in sorted(found.values(), key=lambda one: one.evidence)
    ]


def shown(doc: Doc, cast: Cast, events: list[EventPart], statements: list[StatementPart]) -> Iterator[Shown]:
    """Yield all that shows a stance: acts, attitudes, judgements."""
    yield from acts(doc, cast, events)
    said = speakers(doc, statements)
    keys = table().keys
    for token in doc:
        if token.lemma not in keys and token.lower not in keys and "-" not in token.text and token.lower_ not in ("pro", "anti"):
            continue
        yield from attitudes(token, cast)
        speaker = said[token.i]
        if speaker is not None:
            yield from judgements(token, speaker, cast)
