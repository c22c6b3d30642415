"""Event nouns whose own phrase turns their sides round."""

import pytest

from ranke.model import Kind
from ranke.reading.events.arguments import sides
from ranke.reading.events.lexicon import lexicon
from ranke.reading.events.matching import best_match
from ranke.reading.parser import parse
from ranke.reading.parts import ActorPart, Cast


def sides_of(sentence: str, word: str, **kinds: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sides of the event at a word; the named actors stand where their names do."""
    doc = parse(sentence)
    cast = Cast(
        {name: ActorPart(name, name, kind) for name, kind in kinds.items()},
        {token.i: (token.text,) for token in doc if token.text in kinds},
    )
    match = best_match(next(token for token in doc if token.text == word), lexicon(), cast)
    assert match is not None
    return sides(match, cast)


@pytest.mark.parametrize(
    ("sentence", "word", "kinds", "expected"),
    [
        ("After Miller's conviction the party split.", "conviction", {"Miller": "person"}, ((), ("Miller",))),
        ("After China's detention of Miller the party split.", "detention", {"China": "country", "Miller": "person"},
         (("China",), ("Miller",))),
        ("After China's detentions the party split.", "detentions", {"China": "country"}, (("China",), ())),
    ],
)  # fmt: skip
def test_a_person_undergoes_what_his_conviction_or_arrest_names(
    sentence: str, word: str, kinds: dict[str, Kind], expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    """A possessor that is a person is whom it is done to; a state's arrests are its own."""
    assert sides_of(sentence, word, **kinds) == expected


def test_who_marches_in_support_of_somebody_supports_him() -> None:
    """The subject of the verb supports whom the phrase names."""
    found = sides_of("Students marched in support of Miller.", "support", Students="group", Miller="person")
    assert found == (("Students",), ("Miller",))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Miller described the call with Oslo as useful.", (("Miller",), ("Oslo",))),
        ("Miller described the call as useful.", ((), ())),
        ("Miller thanked the aides in reference to the call with Oslo.", ((), ("Oslo",))),
    ],
)
def test_who_speaks_of_a_call_with_somebody_took_part(
    sentence: str, expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    """Only where the phrase names the other side, and where the call is not just alluded to."""
    assert sides_of(sentence, "call", Miller="person", Oslo="country") == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Miller is on a visit to Oslo.", "visit", (("Miller",), ("Oslo",))),
        ("Miller is due in the capital for talks with Norway.", "talks", (("Miller",), ("Norway",))),
        ("Miller is expected in the capital for talks with Norway.", "talks", (("Miller",), ("Norway",))),
        ("Miller has the full support of Norway.", "support", (("Norway",), ("Miller",))),
        ("Miller has support for Norway.", "support", (("Miller",), ("Norway",))),
    ],
)
def test_who_takes_part_by_what_carries_a_noun(
    sentence: str, word: str, expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    """Who is on a visit or due for talks takes part; who has the support of somebody is supported."""
    assert sides_of(sentence, word, Miller="person", Oslo="country", Norway="country") == expected


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("French and Dutch troops held joint drills.", "drills"),
        ("French and Dutch police arrested ten men in a joint operation.", "operation"),
        ("The French signed a treaty with the Dutch.", "signed"),
    ],
)
def test_what_two_sides_do_together(sentence: str, word: str) -> None:
    """Adjectives of one plural noun name both sides of what is done in common."""
    assert sides_of(sentence, word, French="country", Dutch="country") == (("French",), ("Dutch",))


def test_what_is_signed_between_two_is_of_both() -> None:
    """Of a treaty "signed between" two states each is a side."""
    found = sides_of("A treaty was signed between Norway and Sweden.", "signed", Norway="country", Sweden="country")
    assert found == (("Norway",), ("Sweden",))
