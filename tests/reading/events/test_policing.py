"""Crowds and police in one scene: who is meant where a clause names one side only."""

import pytest

from ranke.model import Report
from ranke.reading import read

Sides = tuple[list[str], list[str]]


def acts(text: str, kind: str) -> list[Sides]:
    """Return the names on both sides of each event of a type in a report."""
    reading = read(Report(id="x", date="2019-07-23", text=text))
    names = {one.id: one.name for one in reading.actors}
    return [
        ([names[one] for one in event.sources], [names[one] for one in event.targets])
        for event in reading.events
        if event.type == kind
    ]


def test_the_police_of_a_report_made_its_arrests() -> None:
    """What one body of police tells of, it has done."""
    text = "Police in Lima said on Friday that crowds had burned cars. The 40 people were arrested, police said."
    assert (["Police"], ["40 people"]) in acts(text, "COERCE")


def test_arrests_told_in_passing_are_left_open() -> None:
    """What a clause only says of somebody need not be the work of the police that are told of."""
    text = "Police in Lima fired tear gas at a crowd. Families of two men who were arrested in May came too."
    assert [source for source, target in acts(text, "COERCE") if "two men" in target] == [[]]


def test_stones_are_thrown_at_the_police_who_struck_before() -> None:
    """Who answers a blow strikes whoever dealt it."""
    text = "Police fired tear gas at demonstrators in Lima. Some demonstrators responded by throwing stones."
    assert ["Police"] in [target for source, target in acts(text, "ASSAULT") if source != ["Police"]]


@pytest.mark.parametrize(
    "text",
    [
        "Police used water cannon and tear gas to disperse the demonstrators.",
        "Police fired tear gas to scatter the demonstrators.",
    ],
)
def test_force_is_used_against_those_it_drives_off(text: str) -> None:
    """The object of the purpose is the target, and two means are one act."""
    assert acts(text, "ASSAULT") == [(["Police"], ["demonstrators"])]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Anti-Chilean riots erupted in Lima.", ["Chile"]),
        ("Farmers blocked roads in Peru to demand compensation from Chile.", ["Chile"]),
        ("Students burned tyres in Lima on Friday, accusing Chile of theft.", ["Chile"]),
    ],
)
def test_protests_are_against_whom_they_name(text: str, target: list[str]) -> None:
    """By the word before the act, or by what the protesters demand in the same breath."""
    assert target in [targets for _, targets in acts(text, "PROTEST")]


def test_riot_police_are_no_riot() -> None:
    """A word after an event noun makes another thing of it."""
    assert acts("Riot police stood outside the parliament of Peru.", "PROTEST") == []
    assert acts("Riots broke out in Lima against the government of Peru.", "PROTEST") != []


@pytest.mark.parametrize("word", ["A second", "Another"])
def test_one_more_suspect_is_not_the_only_attacker(word: str) -> None:
    """Who is told as one of several is not the one who did it alone."""
    text = f"Ten soldiers were wounded in a blast in Lima. {word} suspect was caught in Peru."
    assert all("suspect" not in " ".join(source) for source, _ in acts(text, "ASSAULT"))
