"""Relays: through whom a statement is known, outermost first."""

import pytest

from ranke.model import Report
from ranke.reading import read
from ranke.reading.parser import parse
from ranke.reading.statements.find import find_statements


def chains(text: str) -> list[tuple[str | None, list[str]]]:
    """Return (speaker, relays) of every statement of a text."""
    doc = parse(text)
    return [
        (doc[part.speaker].text if part.speaker is not None else None, [doc[relay].text for relay in part.relays])
        for part in find_statements(doc)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Xinhua news agency reported that the minister said the talks had failed.",
        "The talks had failed, the minister said, the Xinhua news agency reported.",
    ],
)
def test_a_medium_that_passes_a_statement_on_is_its_relay_and_no_speaker(text: str) -> None:
    """Before or after, the agency relays what the minister said, and makes no statement of its own."""
    assert chains(text) == [("minister", ["agency"])]


@pytest.mark.parametrize(
    "text",
    [
        '"The talks failed," the agency quoted the minister as saying.',
        '"The talks failed," the minister was quoted by the agency as telling his guests.',
        '"The talks failed," the minister was quoted as saying by the Interfax agency.',
        "The talks have failed, the Interfax agency reported citing the minister.",
        "The talks have failed, the Interfax agency said on Monday, quoting the minister.",
        "The talks have failed, according to the Interfax agency, citing the minister.",
        "Citing the minister, the Interfax agency said that the talks had failed.",
    ],
)
def test_who_is_quoted_or_cited_speaks_through_whoever_quotes(text: str) -> None:
    """Before or after the words, with "as saying" or as the source of a report."""
    assert chains(text) == [("minister", ["agency"])]


def test_a_body_or_a_statement_may_be_cited() -> None:
    """An embassy speaks itself; a statement is its maker's."""
    assert chains("The talks failed, Interfax said, citing the Chilean embassy.") == [("embassy", ["Interfax"])]
    assert chains("The talks failed, Interfax said, citing a ministry statement.") == [("ministry", ["Interfax"])]


def test_outer_speaker_relays_what_stands_inside_his_statement() -> None:
    """A person who tells what others said keeps his own statement and relays theirs."""
    found = chains("The minister said that the rebels had claimed that the town was theirs.")
    assert found == [("minister", []), ("rebels", ["minister"])]


def test_relay_ends_where_another_speaker_begins() -> None:
    """A relay carries over to the same speaker only."""
    text = "The minister told Reuters that the talks had failed. The rebels said they had not."
    assert chains(text) == [("minister", ["Reuters"]), ("rebels", [])]


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("In remarks carried by Interfax, the minister said that the talks had failed.", "Interfax"),
        ('"The talks failed," the minister said in comments published by the Xinhua news agency.', "agency"),
        ('"The talks failed," said the minister, quoted by Interfax.', "Interfax"),
        ("As cited by Interfax, the minister said that the talks had failed.", "Interfax"),
        ("The minister, interviewed by Interfax, said that the talks had failed.", "Interfax"),
        ("Two of the sailors the BBC interviewed said that the talks had failed.", "BBC"),
        ('"The talks failed," said the minister, who spoke to the BBC.', "BBC"),
        ("The minister said through his lawyer that the talks had failed.", "lawyer"),
        ("The minister said on state television that the talks had failed.", "television"),
        ("The palace issued a statement from the king saying the army had lost.", "palace"),
    ],
)
def test_the_clause_of_the_cue_names_who_passes_it_on(text: str, relay: str) -> None:
    """Whoever carries, prints, quotes or puts out the words of another relays them."""
    assert [relays for _, relays in chains(text)] == [[relay]]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said in remarks published on Friday that the talks had failed.",
        "The minister said on social media that the talks had failed.",
        "The minister said in the media that the talks had failed.",
        "The minister, quoted at length, said that the talks had failed.",
        "The palace issued a statement saying that the talks had failed.",
    ],
)
def test_nobody_passes_on_what_is_said_without_a_carrier(text: str) -> None:
    """The occasion alone, and the media as such, relay nothing."""
    assert [relays for _, relays in chains(text)] == [[]]


def settled(text: str) -> list[tuple[str, list[str]]]:
    """Return (speaker, relays) by the names of the actors, of every statement of a whole reading."""
    reading = read(Report(id="r", date="2020-01-01", text=text))
    names = {actor.id: actor.name for actor in reading.actors}
    return [(names.get(one.speaker or "", ""), [names[k] for k in one.attribution]) for one in reading.statements]


@pytest.mark.parametrize(
    "text",
    [
        "In an interview with the BBC, Jo Hill said the talks had failed. Hill said the war would go on.",
        "The BBC interviewed Jo Hill on Friday. Hill said the talks had failed. She said the war would go on.",
        "Jo Hill spoke to the BBC on Friday. Hill said the talks had failed. She added that the war would go on.",
    ],
)
def test_an_interview_relays_all_that_its_speaker_goes_on_to_say(text: str) -> None:
    """What a medium was told is known through it, sentence after sentence."""
    assert settled(text) == [("Jo Hill", ["BBC"])] * 2


@pytest.mark.parametrize(
    "later",
    [
        "Hill announced that the talks would go on.",
        "Hill said in February that the talks would go on.",
        "Hill had said that the talks would go on.",
    ],
)
def test_a_relay_does_not_carry_over_to_another_occasion(later: str) -> None:
    """A public act, a date of its own or an earlier time cuts the thread."""
    found = settled(f"Jo Hill told Reuters that the talks had failed. {later}")
    assert found == [("Jo Hill", ["Reuters"]), ("Jo Hill", [])]


def test_a_relay_carries_over_an_interruption() -> None:
    """Another speaker in between does not end an interview, and has no share in it."""
    text = "Jo Hill told Reuters that the talks had failed. The rebels said they had not. Hill said they would go on."
    assert [relays for _, relays in settled(text)] == [["Reuters"], [], ["Reuters"]]


def test_what_both_sides_say_inside_a_partys_words_is_each_sides_statement() -> None:
    """A party that tells of talks passes on what the two sides voiced there; a mere turn of its words stays its own."""
    found = chains("The party said in a statement that both sides voiced their rejection of the embargo.")
    assert found == [("party", []), ("sides", ["party"])]
    assert chains("The party said that some voiced their rejection of the embargo.") == [("party", [])]
