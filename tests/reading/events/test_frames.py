"""Logical subject and object, whatever the surface."""

import pytest

from ranke.reading.events.frames import complement_subject, direct_object, subject, with_conjuncts
from ranke.reading.parser import parse


@pytest.mark.parametrize(
    ("sentence", "verb", "who", "whom"),
    [
        ("Rebels attacked the town.", "attacked", "Rebels", "town"),
        ("The town was attacked by rebels.", "attacked", "rebels", "town"),
        ("The town was attacked.", "attacked", None, "town"),
        ("The rebels who attacked the town fled.", "attacked", "rebels", "town"),
        ("The town that rebels attacked lies in ruins.", "attacked", "rebels", "town"),
        ("Troops attacking the town met resistance.", "attacking", "Troops", "town"),
        ("The mayor was threatened with a lawsuit by Chile.", "threatened", "Chile", "mayor"),
        ("Ana Vidal, head of the union, called upon the mayor to resign.", "called", "Vidal", None),
        ("The two sides conferred on bilateral ties.", "conferred", "sides", None),
        ("The teacher arrested by police.", "arrested", "police", "teacher"),
        ("They lifted the sanctions imposed by Washington.", "imposed", "Washington", "sanctions"),
        ("The president agreed to release the prisoners.", "release", "president", "prisoners"),
        ("The court ordered the ministry to release the prisoners.", "release", "ministry", "prisoners"),
        ("The president met the envoy and thanked him.", "thanked", "president", "him"),
        ("Police arrested and charged the protesters.", "arrested", "Police", "protesters"),
        ("He was accused of killing a guard.", "killing", "He", "guard"),
        ("She lambasted decisions by Norway.", "lambasted", "She", "decisions"),
        ("Norway was quick in blaming the union.", "blaming", "Norway", "union"),
        ("Shells hit the port, with two sailors injured.", "injured", None, "sailors"),
        ("Witnesses say that soldiers entered the village and burned the school.", "burned", "soldiers", "school"),
        ("The envoy said that Chile would stay and praised the premier.", "praised", "envoy", "premier"),
        ("The premier criticised the decision by Norway to leave the pact.", "leave", "Norway", "pact"),
    ],
)
def test_agent_and_patient(sentence: str, verb: str, who: str | None, whom: str | None) -> None:
    """Passives, relative clauses, participles, control and coordination give the same agent and patient."""
    token = next(token for token in parse(sentence) if token.text == verb)
    agent, patient = subject(token), direct_object(token)
    assert (agent.text if agent else None, patient.text if patient else None) == (who, whom)


def test_who_is_to_do_what_the_complement_says() -> None:
    """The subject of a demanded act is found in a that-clause."""
    token = next(token for token in parse("She demanded that Iran stop.") if token.text == "demanded")
    found = complement_subject(token)
    assert found is not None
    assert found.text == "Iran"


def test_coordinated_nouns_stand_together() -> None:
    """All members of a list are arguments."""
    doc = parse("The envoy met officials from Iran, Russia and Turkey.")
    assert [token.text for token in with_conjuncts(doc[5])] == ["Iran", "Russia", "Turkey"]


def test_who_is_a_person_though_a_body_stands_nearer() -> None:
    """A relative clause with "who" belongs to the person, not to the body he works for."""
    doc = parse("He met Ada Novak, a judge at the United Nations who had visited the camp.")
    token = next(token for token in doc if token.text == "visited")
    found = subject(token)
    assert found is not None
    assert found.text in ("Novak", "judge")


def test_a_subject_taken_into_a_list_is_found() -> None:
    """In "had beaten A and B would march in", B marches, whatever the parser makes of it."""
    doc = parse("The envoy said troops had beaten the rebels and Norway would be moving into the town.")
    token = next(token for token in doc if token.text == "moving")
    found = subject(token)
    assert found is not None
    assert found.text == "Norway"
