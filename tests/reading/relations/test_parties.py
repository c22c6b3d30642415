"""Between whom a noun like "relations" is."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.model import DateValue, Kind
from ranke.reading.parts import ActorPart, Cast, StatementPart
from ranke.reading.relations.parties import Pair, Parties, points_back
from ranke.reading.relations.voices import Voices

Parse = Callable[[str], Doc]
COUNTRIES = ("Chad", "Niger", "Mali", "Chadian")


def cast(doc: Doc, *, kind: Kind = "country") -> Cast:
    """Return a cast of the countries named; "Chadian" is Chad, "they" and "their" are Chad and Niger."""
    meant = {name: (name.removesuffix("ian"),) for name in COUNTRIES} | dict.fromkeys(("they", "their"), COUNTRIES[:2])
    actors = {name: ActorPart(id=name, name=name, kind=kind) for name in COUNTRIES[:3]}
    return Cast(actors, {token.i: meant[token.text] for token in doc if token.text in meant})


def pairs(doc: Doc, statements: list[StatementPart] | None = None) -> list[list[Pair]]:
    """Return the pairs of every noun for a relation, in order."""
    who = cast(doc)
    said = statements or []
    parties = Parties(doc, who, Voices(doc, who, said, [DateValue()] * len(said)))
    return [parties.of(token) for token in doc if token.lemma_ in ("relation", "relationship", "tie")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Relations between Chad and Niger improved.", [("Chad", "Niger")]),
        ("Chad's relations with Niger improved.", [("Chad", "Niger")]),
        ("Relations of Chad with Niger improved.", [("Chad", "Niger")]),
        ("Chad cut ties with Niger.", [("Chad", "Niger")]),
        ("Chad and Niger restored relations.", [("Chad", "Niger")]),
        ("We know that their relations improved.", [("Chad", "Niger")]),
        ("Chad-Niger relations improved.", [("Chad", "Niger")]),
        ("Chadian relations with Niger improved.", [("Chad", "Niger")]),
        ("Chad cut ties with Niger and Mali.", [("Chad", "Niger"), ("Chad", "Mali")]),
        ("Relations between Chad, Niger and Mali improved.", []),
        ("Relations with Niger improved.", []),
        ("Chad's relations improved.", []),
        ("Chad improved its relations with nature.", []),
        ("Relations between Chad and its own past improved.", []),
        ("Chad cut ties with Chad.", []),
    ],
)
def test_parties_by_the_words_around(doc_of: Parse, text: str, found: list[Pair]) -> None:
    """Two are told, or nobody is."""
    assert pairs(doc_of(text)) == [found]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("This relationship is expanding.", [("Chad", "Niger")]),
        ("Bilateral ties grew.", [("Chad", "Niger")]),
        ("Ties grew.", [("Chad", "Niger")]),
        ("Relations with Niger grew.", [("Chad", "Niger")]),
        ("Relations with Mali grew.", []),
        ("Mali cut ties.", []),
    ],
)
def test_what_was_last_spoken_of(doc_of: Parse, second: str, found: list[Pair]) -> None:
    """A noun that points back means the last pair, if whoever it names is one of the two."""
    assert pairs(doc_of(f"Relations between Chad and Niger improved. {second}"))[1] == found


def test_who_speaks_is_the_other_party(doc_of: Parse) -> None:
    """Chad's word on "relations with Niger" or "our relations" is on its own relations."""
    for words in ("relations with Niger resumed", "our relations with Niger are good"):
        doc = doc_of(f"Chad said {words}.")
        start = doc.text.index(words)
        said = StatementPart((start, start + len(words)), (5, 9), "indirect", speaker=0)
        assert pairs(doc, [said]) == [[("Chad", "Niger")]]


def test_this_points_back_and_the_does_not_have_to(doc_of: Parse) -> None:
    """Only "this relationship" goes on with what was just said."""
    assert points_back(doc_of("This relationship grew.")[1])
    assert not points_back(doc_of("The relationship grew.")[1])
