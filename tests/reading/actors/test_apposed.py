"""Names set after the noun that they belong to, with titles and countries of their own."""

from collections.abc import Callable

import pytest

Meant = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("The envoy, Danish diplomat Lars Holm, left on Monday.", "envoy", ["Lars Holm"]),
        ("The head of the rebel team, General Peter Lado, spoke.", "head", ["Peter Lado"]),
        ("The treaty's author, Ghana's Kofi Mensah, who had warned of war, spoke.", "author", ["Kofi Mensah"]),
        ("Peru's justice minister, Sheikh Marco Solano, resigned on Friday.", "minister", ["Marco Solano"]),
        ("The deputy minister in charge of roads, Ada Novak, resigned.", "minister", ["Ada Novak"]),
        ("The minister responsible for mines, Ada Novak, resigned.", "minister", ["Ada Novak"]),
        ("The minister met General Peter Lado on Monday.", "minister", ["minister"]),
        ("The minister said on Monday, as General Peter Lado left, that talks had failed.", "minister", ["minister"]),
    ],
)
def test_a_name_after_a_noun_may_bring_a_title(meant: Meant, text: str, word: str, names: list[str]) -> None:
    """What stands between the comma and the name is the name's own; a name in another phrase is not."""
    assert meant(text, word) == names


def test_the_owner_of_an_apposition_is_somebody_else(meant: Meant) -> None:
    """In "his rival, Jan Novak," the rival's name is not whom "his" means."""
    text = "Karl Ode won. His main rival, retired brigadier Jan Novak, rejected the outcome."
    assert meant(text, "rival") == ["Jan Novak"]
    assert meant(text, "His") == ["Karl Ode"]
