"""Attitudes to actors that verbal acts show."""

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from ranke.model import EventType
from ranke.reading.events.lexicon import lexicon
from ranke.reading.parts import Cast, EventPart
from ranke.reading.stances.acts import acts
from ranke.reading.stances.table import table

DocOf = Callable[[str], Doc]
CastOf = Callable[..., Cast]


def event(doc: Doc, word: str, kind: EventType, **more: Any) -> EventPart:  # noqa: ANN401
    """Return an event by France at this word."""
    token = next(token for token in doc if token.text == word)
    trigger = (token.idx, token.idx + len(token))
    return EventPart(kind, "rule", None, None, token.i, **{"trigger": trigger, "sources": ("France",)} | more)


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "polarity"),
    [
        ("France praised Iran.", "praised", "SUPPORT", "positive"),
        ("France condemned Iran.", "condemned", "ACCUSE", "negative"),
        ("France rejected Iran.", "rejected", "REJECT", "negative"),
        ("France threatened Iran.", "threatened", "THREATEN", "negative"),
        ("France demonstrated against Iran.", "demonstrated", "PROTEST", "negative"),
        ("Iran was praised by France.", "praised", "SUPPORT", "positive"),
        ("France voiced support for Iran.", "support", "SUPPORT", "positive"),
        ("France rejected the move of Iran.", "rejected", "REJECT", "negative"),
    ],
)
def test_a_verbal_act_shows_an_attitude(
    doc_of: DocOf, cast_of: CastOf, sentence: str, word: str, *, kind: EventType, polarity: str
) -> None:
    """Who supports, accuses, rejects, threatens or protests has a stance to the actor, or to whose deed it is."""
    doc = doc_of(sentence)
    act = event(doc, word, kind)
    (found,) = acts(doc, cast_of(doc, "France", "Iran"), [act])
    assert (found.holder, found.target, found.polarity, found.evidence) == ("France", "Iran", polarity, act.trigger)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("ASSAULT", {}),
        ("ACCUSE", {"status": "planned"}),
        ("ACCUSE", {"status": "denied"}),
        ("ACCUSE", {"cameo": "115"}),
        ("SUPPORT", {"cameo": "057"}),
        ("ACCUSE", {"sources": ()}),
        ("REJECT", {"rule": "reject.refuse"}),
    ],
)
def test_what_shows_no_attitude(doc_of: DocOf, cast_of: CastOf, kind: EventType, more: dict[str, Any]) -> None:
    """Deeds, acts that did not happen, charges and signatures, and unknown holders give no stance."""
    doc = doc_of("France condemned Iran.")
    part = event(doc, "condemned", kind)
    for field, value in more.items():
        setattr(part, field, value)
    assert list(acts(doc, cast_of(doc, "France", "Iran"), [part])) == []


@pytest.mark.parametrize(
    ("sentence", "kind", "found"),
    [
        ("France refused, Iran said.", "REJECT", ["Iran"]),
        ("France refused. Iran left.", "REJECT", []),
        ("France refused the peace treaty, Iran said.", "REJECT", []),
        ("France refused the peace treaty, Iran said.", "ACCUSE", ["Iran"]),
    ],
)
def test_where_the_object_is_nobody(
    doc_of: DocOf, cast_of: CastOf, sentence: str, kind: EventType, found: list[str]
) -> None:
    """The event's target is meant where the object is nobody, and of accusations always, if the sentence names it."""
    doc = doc_of(sentence)
    cast = cast_of(doc, "France", "Iran")
    shown = acts(doc, cast, [event(doc, "refused", kind, targets=("Iran",))])
    assert [one.target for one in shown] == found


def test_a_noun_of_the_act_is_not_its_object(doc_of: DocOf, cast_of: CastOf) -> None:
    """The opposition that somebody voices is no actor, even where the word names one elsewhere."""
    text = "France voiced its opposition to Iran."
    doc = doc_of(text)
    act = event(doc, "voiced", "REJECT", trigger=(text.index("voiced"), text.index(" to Iran")))
    assert [one.target for one in acts(doc, cast_of(doc, "France", "opposition", "Iran"), [act])] == ["Iran"]


def test_support_of_what_is_somebodys_is_support_of_him(doc_of: DocOf, cast_of: CastOf) -> None:
    """Who praises Iran's canal stands by Iran where Iran is the target; who rejects it need not be against Iran."""
    doc = doc_of("France praised Iran's canal.")
    act = event(doc, "praised", "SUPPORT", targets=("Iran",))
    (found,) = acts(doc, cast_of(doc, "France", "Iran"), [act])
    assert (found.holder, found.target) == ("France", "Iran")
    act = event(doc, "praised", "REJECT", targets=("Iran",))
    assert not list(acts(doc, cast_of(doc, "France", "Iran"), [act]))


def test_formal_acts_are_rules_of_the_lexicon() -> None:
    """Each rule that shows no attitude is one that the lexicon has."""
    assert table().words["formal"] <= {entry.rule for entry in lexicon().entries}
