"""Somebody without a name at the head of a report and the name that the next sentences give."""

from collections.abc import Callable

import pytest

Meant = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        (
            "A court jailed a former mayor on Friday. Judges found Ada Novak, 61, guilty of fraud.",
            "mayor",
            ["Ada Novak"],
        ),
        ("A court jailed a blogger on Friday. Rauf Zade, 34, had mocked the king.", "blogger", ["Rauf Zade"]),
        ("Ghana's water minister accused Togo. Kofi Mensah wrote that Togo stole water.", "minister", ["Kofi Mensah"]),
        ("A junior minister was in trouble. Ada Lind, 52, the minister for roads, said no.", "minister", ["Ada Lind"]),
        (
            "Peru must act, the Chilean opposition leader said. Ada Lind, chief negotiator for her alliance, said no.",
            "leader",
            ["Ada Lind"],
        ),
        (
            "A former adviser to President Ada Lind was jailed on Friday. Rauf Zade was sentenced to two years.",
            "adviser",
            ["Rauf Zade"],
        ),
        (
            "Chad has granted asylum to a former judge. Rauf Zade, 52, crossed the border on June 19.",
            "judge",
            ["Rauf Zade"],
        ),
        ("A police officer said two died. Rauf Zade, a farmer, said three died.", "officer", ["police officer"]),
        ("A court jailed a blogger on Friday. Senator Rauf Zade, 34, praised it.", "blogger", ["blogger"]),
        ("A woman sued a bank on Friday. Rauf Zade, 34, watched.", "woman", ["woman"]),
        ("Ghana's water minister accused Togo. Togo hailed Kofi Mensah.", "minister", ["Ghana's water minister"]),
    ],
)
def test_a_report_names_later_whom_it_is_about(meant: Meant, text: str, word: str, names: list[str]) -> None:
    """An age, a charge or speech shows who is meant; a title of another kind shows somebody else."""
    assert meant(text, word) == names


def test_a_country_keeps_the_described_and_the_named_apart(meant: Meant) -> None:
    """A minister of one country is not a person whom the report gives to another."""
    text = "Ghana's water minister accused Togo. Togo's Kofi Mensah said that it was a lie."
    assert meant(text, "minister") != ["Kofi Mensah"]
