"""All stances of a report."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.model import Report, Sector
from ranke.reading import read
from ranke.reading.parts import Cast, EventPart
from ranke.reading.stances.find import find_stances

DocOf = Callable[[str], Doc]
CastOf = Callable[..., Cast]


def test_a_stance_is_told_once_with_its_surest_words(doc_of: DocOf, cast_of: CastOf) -> None:
    """An act goes before a word that tells the same; the opposite attitude is another stance; nobody judges himself."""
    doc = doc_of("France fears Iran. France condemned Iran. France praised Iran. France praised France.")
    cast = cast_of(doc, "France", "Iran")
    condemned = doc[5]
    act = EventPart("ACCUSE", "rule", None, None, 5, (condemned.idx, condemned.idx + 9), ("France",), ("Iran",))
    found = find_stances(doc, cast, [act], [])
    assert [(one.holder, one.target, one.polarity) for one in found] == [
        ("France", "Iran", "negative"),
        ("France", "Iran", "positive"),
    ]
    assert doc.text[slice(*found[0].evidence)] == "condemned"


@pytest.mark.parametrize("sector", ["JUD", "COP"])
def test_courts_and_police_take_no_side(doc_of: DocOf, cast_of: CastOf, sector: Sector) -> None:
    """What is done by office shows no attitude, in an event or by the verb alone; what somebody is fond of does."""
    doc = doc_of("France condemned Iran. France is fond of Chile.")
    cast = cast_of(doc, "France", "Iran", "Chile")
    cast.actors["France"].sector = sector
    act = EventPart("ACCUSE", "rule", None, None, 1, (7, 16), ("France",), ("Iran",))
    assert [one.target for one in find_stances(doc, cast, [act], [])] == ["Chile"]
    assert [one.target for one in find_stances(doc, cast, [], [])] == ["Chile"]
    cast.actors["France"].sector = "GOV"
    assert [one.target for one in find_stances(doc, cast, [act], [])] == ["Iran", "Chile"]


def test_a_text_without_such_words_has_no_stance(doc_of: DocOf, cast_of: CastOf) -> None:
    """Nothing is found where nobody judges."""
    doc = doc_of("France sent a letter to Iran on Monday.")
    assert find_stances(doc, cast_of(doc, "France", "Iran"), [], []) == []


def test_a_speaker_judges_what_is_said_of() -> None:
    """In a whole reading, acts, told attitudes and spoken judgements come together in order of the text."""
    text = (
        "Norway opposes the tariff. “Nobody needs Chile's aggression,” Peru's premier Ana Paz said. Kenya thanked Fiji."
    )
    reading = read(Report(id="r1", date="2024-05-01", text=text))
    names = {actor.id: actor.name for actor in reading.actors}
    found = [(names[one.holder], names.get(one.target, one.target), one.polarity) for one in reading.stances]
    assert found == [
        ("Norway", "tariff", "negative"),
        ("Ana Paz", "Chile", "negative"),
        ("Kenya", "Fiji", "positive"),
    ]
