"""The first person: "I" and "we" in quoted words are whoever says them."""

import pytest

from ranke.reading.actors.cast import cast_actors
from ranke.reading.actors.firstperson import settle_first_person
from ranke.reading.parser import parse
from ranke.reading.statements.find import find_statements


def meant(text: str, word: str) -> list[str]:
    """Return who a word of a text means after the first person is settled, by name."""
    doc = parse(text)
    cast, statements = cast_actors(doc, []), find_statements(doc)
    settle_first_person(doc, statements, cast)
    token = next(token for token in doc if token.text == word)
    return [cast.actors[one].name for one in cast.of(token)]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ('"I thank the nurses," said Senator Ada Novak.', "I", ["Ada Novak"]),
        ('"We reject the plan," said Senator Ada Novak.', "We", ["Ada Novak"]),
        ('Norwegian President Ada Novak left Norway. "They lied to us," President Novak said.', "us", ["Norway"]),
        ('"We regret it," said Ada Novak, director of the Halden Foundation.', "We", ["Halden Foundation"]),
        ("Senator Ada Novak said that I was wrong.", "I", []),
        ('"I saw the US act," said Senator Ada Novak.', "US", ["United States"]),
    ],
)
def test_who_speaks_in_the_first_person(text: str, word: str, names: list[str]) -> None:
    """The speaker is "I" and "we", his country "us"; outside quoted words nobody is, and "US" is no pronoun."""
    assert meant(text, word) == names
