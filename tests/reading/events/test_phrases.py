"""What a phrase speaks of: what somebody or something is called."""

import pytest

from ranke.reading.events.phrases import epithet, predicates
from ranke.reading.parser import parse


def said(text: str) -> set[str]:
    """Return what the sentence's form of "be" says of its subject."""
    verb = next(token for token in parse(text) if token.lemma_ == "be")
    return {token.text for token in predicates(verb)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The raid was an act of naked piracy.", "piracy"),
        ("The guards are nothing but thieves.", "thieves"),
        ("The decree is nothing short of barbaric.", "barbaric"),
        ("The reform was a piece of folly.", "folly"),
    ],
)
def test_a_predicate_is_found_behind_words_that_say_nothing(text: str, word: str) -> None:
    """What somebody is called may stand behind "an act of", "nothing but" and their like."""
    assert word in said(text)


def test_other_nouns_keep_what_belongs_to_them() -> None:
    """What stands behind the "of" of a noun with a meaning of its own is not said of the subject."""
    assert "thieves" not in said("The bishop is a friend of thieves.")


def test_what_is_said_of_a_thing_may_hang_on_its_name() -> None:
    """The name of a plan is no judgement; what follows its "as" is said by the verb above."""
    sentence = parse("The envoy described the plan dubbed the Great Deal as a failed plan.")
    described, dubbed = (next(token for token in sentence if token.text == verb) for verb in ("described", "dubbed"))
    assert "failed" in {token.text for token in predicates(described)}
    assert not predicates(dubbed)


def test_a_quoted_adjective_after_the_object_is_said_of_it() -> None:
    """The parser may hang the quoted word on the object; it is what the verb calls the object all the same."""
    sentence = parse('Chairwoman Eva Holm branded the asylum plan "heartless".')
    branded = next(token for token in sentence if token.text == "branded")
    assert "heartless" in {token.text for token in predicates(branded)}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('The guild called the law a "raid on the poor".', True),
        ('The guild called it "a leap in the dark".', True),
        ('The guild called the law a "welcome step".', False),
        ('The guild called the storm "routine".', False),
        ('The guild called the plan "Learning Together".', False),
        ('The guild called the mayor, "Look here," and left.', False),
        ('The law is called a "raid on the poor".', False),
    ],
)
def test_what_is_quoted_after_a_verb_of_calling_is_an_epithet(text: str, named: bool) -> None:  # noqa: FBT001
    """Praise, what says nothing, a name, speech and what nobody is told to say are none."""
    verb = next(token for token in parse(text) if token.text == "called")
    assert bool(epithet(verb)) is named
