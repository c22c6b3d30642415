import pytest
from rich.console import Console

from ranke.answers.described import Candidate, Described
from ranke.views.described import described_view


def shown(*rows: Described) -> list[str]:
    """Return the lines a person sees."""
    console = Console(width=300, no_color=True)
    with console.capture() as capture:
        console.print(described_view(rows))
    return [line.rstrip() for line in capture.get().splitlines()]


HELD = Described(
    "x", "2019-07-23", "person", "FRA", "GOV", "Anne Arbre", office="harbour minister", holder="FRA",
    since="2017-06-21", until="2020-07-06", sure="sure",
)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (HELD, "x (2019-07-23): Anne Arbre; harbour minister of FRA 2017-06-21 to 2020-07-06; FRA, person, government"),
        (Described("x"), "x: nobody that is known"),
        (Described("x", kind="group", country="SYR", sector="REB"), "x: SYR, group, armed group"),
        (Described("x", name="Ann B", sure="likely", former=True), "x: Ann B, likely; no longer in office"),
        (
            Described(
                "x", kind="person", office="king", holder="NOR", others=(Candidate("A B", "king", "NOR", "2010", None),)
            ),
            "x: not known who; king of NOR; person  [known: A B since 2010]",
        ),
    ],
)
def test_an_answer_is_one_line(row: Described, line: str) -> None:
    """Who, which office from when to when, then country, kind and sector; unknown parts are left out."""
    assert shown(row) == [line]


def test_odd_text_can_t_steer_the_terminal() -> None:
    """Control characters of a description are not written."""
    assert shown(Described("a\x1b[31mb\nc")) == ["a[31mb c: nobody that is known"]
