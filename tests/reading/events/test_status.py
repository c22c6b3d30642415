"""Status by grammar: what tense, auxiliaries, negation and governing words make of an act."""

import pytest
from spacy.tokens import Token

from ranke.reading.events.carriers import carrier
from ranke.reading.events.status import Finding, goes_on, noun_status, verb_status
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
        ("The army foiled a plot to attack the town.", "attack", "denied"),
        ("The army is the first to attack the town.", "attack", "happened"),
        ("The army hopes to attack the town.", "attack", "planned"),
        ("The premier dropped his demand that the soldiers leave.", "leave", "asked"),
        ("The army plans to attack the town.", "attack", "planned"),
        ("The premier vowed to attack the rebels.", "attack", "planned"),
        ("The general said the army would attack the town.", "attack", "planned"),
        ("The general said the army would attack the town if the rebels came.", "attack", "possible"),
        ("The general said the army would attack the town when the rebels came.", "attack", "planned"),
        ("The army must do more to attack the town.", "attack", "possible"),
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
        ("Farmers have protested since June.", "protested", "ongoing"),
        ("Farmers have protested twice.", "protested", "happened"),
        ("Farmers gathered to protest.", "protest", "happened"),
        ("Farmers bought a tent to protest.", "protest", "planned"),
        ("The army almost attacked the town.", "attacked", "denied"),
        ("The army no longer attacks the town.", "attacks", "denied"),
        ("The army did not attack the town until July.", "attack", "happened"),
        ("The army not only attacked the town.", "attacked", "happened"),
        ("The army has yet to attack the town.", "attack", "denied"),
        ("The army stopped short of attacking the town.", "attacking", "denied"),
        ("The army would respond by attacking the town.", "attacking", "possible"),
        ("Had the army attacked the town, thousands would have fled.", "attacked", "possible"),
        ("The envoy was to have met the rebels on Monday.", "met", "planned"),
        ("The deal would see the army attack the town.", "attack", "possible"),
        ("The police have arrested 400 farmers since June.", "arrested", "happened"),
        ("The premier has thanked the army since June.", "thanked", "happened"),
        ("The bishop made calls for efforts to attack the town.", "attack", "asked"),
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
        ("The premier acted without approval from parliament.", "approval", "denied"),
        ("The premier acted for lack of support from parliament.", "support", "denied"),
        ("The plan requires approval by parliament.", "approval", "asked"),
        ("The army is planning an attack on the town.", "attack", "planned"),
        ("There was no attack on the town.", "attack", "denied"),
        ("The army continued its attack on the town.", "attack", "ongoing"),
        ("The talks with the rebels will start on Monday.", "talks", "planned"),
        ("The talks with the rebels started on Monday.", "talks", "happened"),
        ("The talks with the rebels are set to start on Monday.", "talks", "planned"),
        ("The trial of the rebels is due to begin in May.", "trial", "planned"),
        ("The looming attack on the town worried the army.", "attack", "planned"),
        ("The premier was a backer of the rebels.", "backer", "ongoing"),
        ("The minister will leave the summit early.", "summit", "planned"),
        ("The minister left the summit early.", "summit", "happened"),
        ("The envoy cited its support for the rebels.", "support", "ongoing"),
    ],
)
def test_status_of_a_noun(sentence: str, noun: str, status: Finding) -> None:
    """A noun's status is that of the verb that carries it, else what its governor says."""
    token = at(sentence, noun)
    assert noun_status(token, carrier(token)[0]) == status


@pytest.mark.parametrize(
    ("sentence", "word", "lasts"),
    [
        ("The premier backs the rebels.", "backs", True),
        ("The premier thanks the rebels.", "thanks", False),
        ("Fighters besieging the town shelled it.", "besieging", True),
        ("The king signed a decree banning the party.", "banning", False),
    ],
)
def test_what_lasts(sentence: str, word: str, *, lasts: bool) -> None:
    """A present tense is a state that lasts, but for thanks and the like; what a decree does is done at once."""
    assert goes_on(at(sentence, word)) is lasts


@pytest.mark.parametrize(
    ("sentence", "noun", "status"),
    [
        ("The envoy is due in Oslo for talks with the premier.", "talks", "planned"),
        ("The envoy is expected in Oslo for talks with the premier.", "talks", "planned"),
        ("The envoy plans a trip to Oslo.", "trip", "planned"),
        ("The envoy is on a visit to Oslo.", "visit", "ongoing"),
        ("The envoy was on a visit to Oslo.", "visit", "happened"),
        ("The envoy is open to talks with the premier.", "talks", "planned"),
        ("The talks between the envoy and the premier were called off.", "talks", "denied"),
        ("The envoy discussed trade with the premier.", "trade", "asked"),
        ("The envoy discussed the attack with the premier.", "attack", "possible"),
    ],
)
def test_status_of_a_meeting_by_what_carries_it(sentence: str, noun: str, status: Finding) -> None:
    """What is due, planned, called off or only spoken of has not taken place; who is on a visit is still there."""
    token = at(sentence, noun)
    assert noun_status(token, carrier(token)[0]) == status
