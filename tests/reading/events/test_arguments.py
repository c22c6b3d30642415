"""Arguments: which actors stand on which side of an act."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from ranke.reading.events.arguments import actors_at, sides
from ranke.reading.events.frames import direct_object
from ranke.reading.events.lexicon import lexicon
from ranke.reading.events.matching import best_match
from ranke.reading.parts import Cast

DocOf = Callable[[str], Doc]
CastOf = Callable[..., Cast]
Ids = tuple[str, ...]


@pytest.mark.parametrize(
    ("sentence", "word", "names", "ids"),
    [
        ("Iran met Iraq.", "Iraq", ("Iran", "Iraq"), ("Iraq",)),
        ("Iran met Iraq, Syria and Turkey.", "Iraq", ("Iraq", "Syria", "Turkey"), ("Iraq", "Syria", "Turkey")),
        ("The envoy rejected Iran's offer.", "offer", ("Iran",), ("Iran",)),
        ("The envoy rejected the offer of Iran.", "offer", ("Iran",), ("Iran",)),
        ("The envoy rejected the plans of the allies of Iran.", "plans", ("Iran",), ("Iran",)),
        ("The envoy rejected the offer.", "offer", ("Iran",), ()),
        ("The envoy rejected the offer made by Iran.", "offer", ("Iran",), ("Iran",)),
        ("They met a Guard whose leg had been broken.", "leg", ("Guard",), ("Guard",)),
    ],
)
def test_whom_a_thing_stands_for(
    doc_of: DocOf, cast_of: CastOf, sentence: str, word: str, names: Ids, ids: Ids
) -> None:
    """An actor stands for itself and its list; a plan, an offer or an ally for whoever it belongs to."""
    doc = doc_of(sentence)
    token = next(token for token in doc if token.text == word)
    assert actors_at(token, cast_of(doc, *names)) == ids


def test_only_a_patient_stands_for_whom_it_concerns(doc_of: DocOf, cast_of: CastOf) -> None:
    """Who refuses "talks with Iran" refuses Iran, but Iran does not hold them."""
    doc = doc_of("The premier rejected talks with Iran.")
    cast, talks = cast_of(doc, "Iran"), direct_object(doc[2])
    assert actors_at(talks, cast, patient=True) == ("Iran",)
    assert actors_at(talks, cast) == ()


def test_nobody_stands_where_there_is_no_argument(cast_of: CastOf, doc_of: DocOf) -> None:
    """A missing argument has no actors."""
    assert actors_at(None, cast_of(doc_of("Iran met Iraq."), "Iran")) == ()


@pytest.mark.parametrize(
    ("sentence", "word", "source", "target"),
    [
        ("Rebels attacked Troops near the border.", "attacked", "Rebels", "Troops"),
        ("Troops were attacked by Rebels near the border.", "attacked", "Rebels", "Troops"),
        ("France condemned Iran.", "condemned", "France", "Iran"),
        ("France condemned the policy of Iran.", "condemned", "France", "Iran"),
        ("France urged Iran to stop the attacks.", "urged", "France", "Iran"),
        ("France demanded that Iran stop the attacks.", "demanded", "France", "Iran"),
        ("France imposed sanctions on Iran.", "sanctions", "France", "Iran"),
        ("Sanctions were imposed on Iran by France.", "Sanctions", "France", "Iran"),
        ("Iran faced criticism from France.", "criticism", "France", "Iran"),
        ("France, angered by Iran, recalled its ambassador from Iran.", "recalled", "France", "Iran"),
        ("Iran held talks with Iraq.", "talks", "Iran", "Iraq"),
        ("Talks between Iran and Iraq began.", "Talks", "Iran", "Iraq"),
        ("Iran and Iraq met in Oman.", "met", "Iran", "Iraq"),
        ("Iran's meeting with Iraq ended.", "meeting", "Iran", "Iraq"),
        ("Iraq said after a meeting with Iran that all was well.", "meeting", "Iraq", "Iran"),
        ("The delegations of Iran and Iraq met on Monday.", "met", "Iran", "Iraq"),
        ("France refused to hand the papers to Iran.", "refused", "France", "Iran"),
        ("France criticised the approach of Iran.", "criticised", "France", "Iran"),
    ],
)
def test_sides(doc_of: DocOf, cast_of: CastOf, sentence: str, word: str, source: str, target: str) -> None:
    """Active and passive, verbs and nouns, one-sided and mutual acts give the same source and target."""
    doc = doc_of(sentence)
    cast = cast_of(doc, "Rebels", "Troops", "France", "Iran", "Iraq")
    token: Token = next(token for token in doc if token.text == word)
    match = best_match(token, lexicon(), cast)
    assert match is not None
    assert sides(match, cast) == ((source,), (target,))


def test_nobody_stands_on_both_sides(doc_of: DocOf, cast_of: CastOf) -> None:
    """Who acts is not acted on too, though both slots may lead to it."""
    doc = doc_of("Iran's army attacked Iran's rebels in Iran.")
    cast = cast_of(doc, "Iran")
    match = best_match(doc[3], lexicon(), cast)
    assert match is not None
    source, target = sides(match, cast)
    assert not set(source) & set(target)
