"""Stances: the attitudes that verbal acts show."""

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from ranke.model import EventType
from ranke.reading.events.stances import find_stances
from ranke.reading.parts import Cast, EventPart

DocOf = Callable[[str], Doc]
CastOf = Callable[..., Cast]


def event(doc: Doc, word: str, kind: EventType, **more: Any) -> EventPart:  # noqa: ANN401
    """Return an event by France at this word."""
    token = next(token for token in doc if token.text == word)
    return EventPart(
        kind, "rule", None, None, token.i, (token.idx, token.idx + len(token)),
        **{"sources": ("France",), "weight": 0.8} | more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "target", "polarity"),
    [
        ("France praised Iran.", "praised", "SUPPORT", "Iran", "positive"),
        ("France condemned Iran.", "condemned", "ACCUSE", "Iran", "negative"),
        ("France rejected the peace plan.", "rejected", "REJECT", "peace plan", "negative"),
        ("France voiced support for the peace plan.", "support", "SUPPORT", "peace plan", "positive"),
        ("France rejected the law of the sea.", "rejected", "REJECT", "law of the sea", "negative"),
        ("The plan was rejected by France.", "rejected", "REJECT", "plan", "negative"),
    ],
)
def test_a_verbal_act_shows_an_attitude(  # noqa: PLR0913 (a table of cases)
    doc_of: DocOf, cast_of: CastOf, sentence: str, word: str, *, kind: EventType, target: str, polarity: str
) -> None:
    """Who supports, accuses or rejects has a stance to the actor, or to the plan by its short name."""
    doc = doc_of(sentence)
    act = event(doc, word, kind)
    (found,) = find_stances(doc, cast_of(doc, "France", "Iran"), [act])
    assert (found.holder, found.target, found.polarity, found.evidence) == ("France", target, polarity, act.trigger)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("ASSAULT", {}),
        ("ACCUSE", {"status": "planned"}),
        ("ACCUSE", {"status": "denied"}),
        ("ACCUSE", {"weight": 0.4}),
        ("ACCUSE", {"sources": ()}),
        ("ACCUSE", {"sources": ("Iran",)}),
    ],
)
def test_what_shows_no_attitude(doc_of: DocOf, cast_of: CastOf, kind: EventType, more: dict[str, Any]) -> None:
    """Deeds, acts that did not happen, unsure words, unknown holders and oneself give no stance."""
    doc = doc_of("France condemned Iran.")
    assert find_stances(doc, cast_of(doc, "France", "Iran"), [event(doc, "condemned", kind, **more)]) == []


def test_where_the_object_says_nothing_the_event_s_target_is_meant(doc_of: DocOf, cast_of: CastOf) -> None:
    """A target that was found otherwise stands in for a missing object."""
    doc = doc_of("France refused.")
    (found,) = find_stances(doc, cast_of(doc, "France"), [event(doc, "refused", "REJECT", targets=("Iran", "Iraq"))])
    assert found.target == "Iran"


def test_a_stance_is_told_once(doc_of: DocOf, cast_of: CastOf) -> None:
    """The same attitude shown twice is one stance, an opposite one another."""
    doc = doc_of("France condemned Iran. France praised Iran.")
    events = [event(doc, "condemned", "ACCUSE"), event(doc, "condemned", "ACCUSE"), event(doc, "praised", "SUPPORT")]
    found = find_stances(doc, cast_of(doc, "France", "Iran"), events)
    assert [one.polarity for one in found] == ["negative", "positive"]


@pytest.mark.parametrize(
    "sentence",
    [
        "France rejected the “peace  plan”.",
        'France rejected the "peace plan".',
        "France rejected the plan of “peace”.",
        "France rejected the wide new all party peace and trade and border plan of the council of the north.",
    ],
)
def test_a_name_is_short_and_clean(doc_of: DocOf, cast_of: CastOf, sentence: str) -> None:
    """A name has no quotation marks around it and no odd blanks in it, and a long phrase is cut."""
    doc = doc_of(sentence)
    (found,) = find_stances(doc, cast_of(doc, "France"), [event(doc, "rejected", "REJECT")])
    assert found.target == " ".join(found.target.split())
    assert not set(found.target) & set('“”"')
    assert 1 <= len(found.target.split()) <= 8
