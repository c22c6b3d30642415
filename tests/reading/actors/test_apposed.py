"""Names set after the noun that they belong to, with titles and countries of their own."""

import pytest

from ranke.reading.actors.cast import cast_actors
from ranke.reading.parser import parse


def meant(text: str, word: str, occurrence: int = 0) -> list[str]:
    """Return the names of the actors meant at an occurrence of a word."""
    doc = parse(text)
    cast = cast_actors(doc, ())
    token = [token for token in doc if token.text == word][occurrence]
    return [cast.actors[number].name for number in cast.of(token)]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("The envoy, Danish diplomat Lars Holm, left on Monday.", "envoy", ["Lars Holm"]),
        ("The head of the rebel team, General Peter Lado, spoke.", "head", ["Peter Lado"]),
        ("The treaty's author, Ghana's Kofi Mensah, who had warned of war, spoke.", "author", ["Kofi Mensah"]),
        ("Peru's justice minister, Sheikh Marco Solano, resigned on Friday.", "minister", ["Marco Solano"]),
        ("The minister met General Peter Lado on Monday.", "minister", ["minister"]),
        ("The minister said on Monday, as General Peter Lado left, that talks had failed.", "minister", ["minister"]),
    ],
)
def test_a_name_after_a_noun_may_bring_a_title(text: str, word: str, names: list[str]) -> None:
    """What stands between the comma and the name is the name's own; a name in another phrase is not."""
    assert meant(text, word) == names


def test_the_owner_of_an_apposition_is_somebody_else() -> None:
    """In "his rival, Jan Novak," the rival's name is not whom "his" means."""
    text = "Karl Ode won. His main rival, retired brigadier Jan Novak, rejected the outcome."
    assert meant(text, "rival") == ["Jan Novak"]
    assert meant(text, "His") == ["Karl Ode"]
