"""Status by grammar: what tense, auxiliaries, negation and governing words make of an act."""

import pytest
from spacy.tokens import Token

from ranke.reading.events.matching import carrier
from ranke.reading.events.status import Finding, noun_status, verb_status
from ranke.reading.parser import parse


def at(sentence: str, word: str) -> Token:
    """Return the first token with this text."""
    return next(token for token in parse(sentence) if token.text == word)


@pytest.mark.parametrize(
    ("sentence", "verb", "status"),
    [
        ("The army attacked the town on Monday.", "attacked", "happened"),
        ("The town was attacked by the army.", "attacked", "happened"),
        ("The army will attack the town.", "attack", "planned"),
        ("The army plans to attack the town.", "attack", "planned"),
        ("The premier vowed to attack the rebels.", "attack", "planned"),
        ("The general said the army would attack the town.", "attack", "planned"),
        ("The army may attack the town.", "attack", "possible"),
        ("If the army attacks the town, thousands will flee.", "attacks", "possible"),
        ("The army did not attack the town.", "attack", "denied"),
        ("The army refused to attack the town.", "attack", "asked"),
        ("The premier said the army must attack the town.", "attack", "asked"),
        ("The premier said the army needs to attack the town.", "attack", "asked"),
        ("The army must attack the town.", "attack", "possible"),
        ("The army failed to attack the town.", "attack", "denied"),
        ("The premier denied that the army attacked the town.", "attacked", "denied"),
        ("The army is attacking the town.", "attacking", "ongoing"),
        ("The army continued to attack the town.", "attack", "ongoing"),
        ("The premier urged the army to attack the town.", "attack", "asked"),
        ("The premier threatened to attack the town.", "attack", "asked"),
        ("The premier demanded that the army attack the town.", "attack", "asked"),
        ("The army began to attack the town.", "attack", "happened"),
        ("The premier was accused of attacking the town.", "attacking", "happened"),
        ("The leaders will meet and sign the accord.", "sign", "planned"),
    ],
)
def test_status_of_a_verb(sentence: str, verb: str, status: Finding) -> None:
    """A verb's status is read off its auxiliaries and what governs it."""
    assert verb_status(at(sentence, verb)) == status


@pytest.mark.parametrize(
    ("sentence", "noun", "status"),
    [
        ("The army launched an attack on the town.", "attack", "happened"),
        ("The army will launch an attack on the town.", "attack", "planned"),
        ("The minister called for talks with the rebels.", "talks", "asked"),
        ("The minister cancelled talks with the rebels.", "talks", "denied"),
        ("The army is planning an attack on the town.", "attack", "planned"),
        ("There was no attack on the town.", "attack", "denied"),
        ("The army continued its attack on the town.", "attack", "ongoing"),
    ],
)
def test_status_of_a_noun(sentence: str, noun: str, status: Finding) -> None:
    """A noun's status is that of the verb that carries it, else what its governor says."""
    token = at(sentence, noun)
    assert noun_status(token, carrier(token)[0]) == status
