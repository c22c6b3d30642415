"""The same speaker under another name."""

import pytest

from ranke.reading.actors.cast import cast_actors
from ranke.reading.actors.continuity import address, goes_on, join_speakers, merge, settle_speakers
from ranke.reading.parser import parse
from ranke.reading.parts import ActorPart, Cast, MentionPart, RolePart, StatementPart
from ranke.reading.statements.find import find_statements


def speakers(text: str) -> list[str]:
    """Return who says each statement, by name, in order of the text."""
    doc = parse(text)
    cast, statements = cast_actors(doc, []), find_statements(doc)
    join_speakers(doc, statements, cast)
    return [
        cast.actors[one].name for part in statements if part.speaker is not None for one in cast.heads[part.speaker]
    ]


def test_a_bare_surname_that_speaks_on_is_the_official_before() -> None:
    """A report that begins in the middle names its speaker late."""
    text = "The Lebanese official said the talks were useful.\n\nHaddad went on to say that trade would grow."
    assert speakers(text) == ["Haddad", "Haddad"]


def test_two_names_are_two_speakers() -> None:
    """One who adds something under another name is another person."""
    text = "Haddad said the talks were useful.\n\nKowalski added that trade would grow."
    assert speakers(text) == ["Haddad", "Kowalski"]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("She added that trade would grow.", "added", True),
        ("She went on to say that trade would grow.", "say", True),
        ("She said that trade would grow.", "said", False),
    ],
)
def test_going_on(text: str, cue: str, expected: bool) -> None:  # noqa: FBT001 (a table of cases)
    """Only words that continue a speech count."""
    token = next(token for token in parse(text) if token.text == cue)
    assert goes_on(token) is expected


def test_merging_keeps_everything_under_the_proper_name() -> None:
    """The name wins, roles and mentions of both stay, and no token points at the dropped actor."""
    office = ActorPart("a1", "the minister", "person", "LBN", "GOV", roles=[RolePart("minister", "Lebanon", 0, 2)])
    office.mentions = [MentionPart(0, 2, 1, "nominal")]
    named = ActorPart("a2", "Haddad", "person", None, None, aliases=["Haddad"])
    named.mentions = [MentionPart(5, 6, 5, "name")]
    cast = Cast({"a1": office, "a2": named}, {1: ("a1",), 5: ("a2",)})
    merge(cast, keep="a1", drop="a2")
    (one,) = cast.actors.values()
    assert (one.name, one.country, len(one.roles), len(one.mentions)) == ("Haddad", "LBN", 1, 2)
    assert cast.heads == {1: ("a1",), 5: ("a1",)}


def test_you_is_whom_it_is_said_to() -> None:
    """Inside quotation marks "your" means the addressee."""
    doc = parse('The minister told the delegation: "Your visit was useful."')
    cast, statements = cast_actors(doc, []), find_statements(doc)
    address(doc, statements, cast)
    yours = next(token for token in doc if token.text == "Your")
    delegation = next(token for token in doc if token.text == "delegation")
    assert cast.heads[yours.i] == cast.heads[delegation.i]


def test_a_speaker_named_by_half_a_compound_is_the_whole() -> None:
    """The words "local media reports" speak as one actor."""
    doc = parse("Two men fled, according to local media reports.")
    media, reports = (next(token.i for token in doc if token.text == word) for word in ("media", "reports"))
    cast = Cast({"a1": ActorPart("a1", "local media reports", "media")}, {reports: ("a1",)})
    settle_speakers(doc, [StatementPart((0, 12), None, "indirect", speaker=media)], cast)
    assert cast.heads[media] == ("a1",)
