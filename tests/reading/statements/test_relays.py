"""Relays: through whom a statement is known, outermost first."""

import pytest

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


def test_outer_speaker_relays_what_stands_inside_his_statement() -> None:
    """A person who tells what others said keeps his own statement and relays theirs."""
    found = chains("The minister said that the rebels had claimed that the town was theirs.")
    assert found == [("minister", []), ("rebels", ["minister"])]


def test_relay_ends_where_another_speaker_begins() -> None:
    """A relay carries over to the same speaker only."""
    text = "The minister told Reuters that the talks had failed. The rebels said they had not."
    assert chains(text) == [("minister", ["Reuters"]), ("rebels", [])]
