"""Whom or what an attitude is to: actors, whose deed it is, or the short name of a plan."""

from collections.abc import Callable

import pytest
from spacy.tokens import Token

from ranke.reading.parts import Cast
from ranke.reading.stances.names import last_plan, owners, short_name, targets

At = Callable[[str, str], Token]
CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("sentence", "word", "found"),
    [
        ("France fears Iran.", "Iran", ("Iran",)),
        ("France fears Iran and Chile.", "Iran", ("Iran", "Chile")),
        ("France rejected the decision of Iran.", "decision", ("Iran",)),
        ("France rejected Iran's decision.", "decision", ("Iran",)),
        ("France praised the quality of the work of Iran.", "quality", ("Iran",)),
        ("France rejected the idea of a ceasefire.", "idea", ("ceasefire",)),
        ("France rejected the legality of a ceasefire.", "legality", ("ceasefire",)),
        ("France rejected the ceasefire.", "ceasefire", ("ceasefire",)),
        ("France rejected the decision.", "decision", ()),
        ("France rejected it.", "it", ()),
    ],
)
def test_who_or_what_is_meant(at: At, cast_of: CastOf, sentence: str, word: str, found: tuple[str, ...]) -> None:
    """Actors first, then whose it is, then the name of a thing that has one."""
    token = at(sentence, word)
    assert targets(token, cast_of(token.doc, "Iran", "Chile")) == found


@pytest.mark.parametrize(
    ("sentence", "word", "name"),
    [
        ("France rejected the peace plan.", "plan", "peace plan"),
        ("France rejected the Bridge of Hope.", "Bridge", "Bridge of Hope"),
        ("France rejected the peace plan dubbed the Bridge of Hope.", "plan", "Bridge of Hope"),
        ("France rejected the “peace  plan”.", "plan", "peace plan"),
        ("France rejected the unfair nuclear treaty.", "treaty", "nuclear treaty"),
        ("France rejected the brutal treaty.", "treaty", "treaty"),
        ("France rejected the decisive but costly treaty.", "treaty", "treaty"),
        ("France rejected the most provincial treaty.", "treaty", "treaty"),
        ("France rejected their treaty.", "treaty", "treaty"),
        ("France rejected the North Sea Small Fishing Boats Licence Fees Reform Act.", "Act", "Act"),
    ],
)
def test_a_name_is_short_and_clean(at: At, sentence: str, word: str, name: str) -> None:
    """What says which one stays; praise, owners, quotation marks and odd blanks go, and a long name is cut."""
    assert short_name(at(sentence, word)) == (name,)


@pytest.mark.parametrize(("sentence", "word"), [("France came on Monday.", "Monday"), ("France fears to go.", "go")])
def test_days_and_acts_have_no_name(at: At, sentence: str, word: str) -> None:
    """Only things can be supported or opposed."""
    assert short_name(at(sentence, word)) == ()


@pytest.mark.parametrize(
    ("sentence", "word", "found"),
    [
        ("They saw the aggression of Iran.", "aggression", ("Iran",)),
        ("They saw the aggression by Iran.", "aggression", ("Iran",)),
        ("They saw the repression of Iran.", "repression", ()),
        ("They saw the repression by Iran.", "repression", ("Iran",)),
        ("They saw repression.", "repression", ()),
    ],
)
def test_whose_deed(at: At, cast_of: CastOf, sentence: str, word: str, found: tuple[str, ...]) -> None:
    """After "of" stands who acts, but of deeds that are suffered it is the victim."""
    token = at(sentence, word)
    assert owners(token, cast_of(token.doc, "Iran")) == found


def test_the_move_is_the_last_plan_before(at: At, cast_of: CastOf) -> None:
    """A thing without a name stands for the last law, plan or deed; a thing with one stands for itself."""
    text = "Chile signed a treaty and passed a tariff. The move was good. The harvest was bad."
    move, harvest = at(text, "move"), at(text, "harvest")
    cast = cast_of(move.doc, "Chile")
    assert last_plan(move, cast) == ("tariff",)
    assert last_plan(harvest, cast) == ()
    assert last_plan(at("The move was good.", "move"), cast) == ()


@pytest.mark.parametrize(
    ("sentence", "word", "found"),
    [
        ("The Clean Water Act passed. Many oppose the bill.", "bill", ("Clean Water Act",)),
        ("The Lisbon Treaty passed. Many oppose this deal.", "deal", ("Lisbon Treaty",)),
        ("The Clean Water Act passed. Many oppose the deal.", "deal", ("deal",)),
        ("The Clean Water Act passed. Many oppose a bill.", "bill", ("bill",)),
        ("The Clean Water Act passed. Many oppose the tax bill.", "bill", ("tax bill",)),
    ],
)
def test_the_bill_is_the_act_that_was_named(
    at: At, cast_of: CastOf, sentence: str, word: str, found: tuple[str, ...]
) -> None:
    """A law or an accord that has its name before keeps it; another one, or one of another sort, does not get it."""
    token = at(sentence, word)
    assert targets(token, cast_of(token.doc)) == found
