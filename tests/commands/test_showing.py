import dataclasses

import pytest

from ranke import answers
from ranke.answers import EventRow, Evidence, StatementRow, Who, flat
from ranke.answers.tabled import cell, columns


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_cell_is_never_a_formula(start: str) -> None:
    """A report's words can't run anything in the spreadsheet that opens them."""
    assert cell(f"{start}SUM(A1)") == f"'{start}SUM(A1)"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (-3.5, "-3.5"), ("+12", "+12"), (-1, "-1"), (0, "0"), (None, ""), (True, "true"), (False, "false"),
        ("a=b", "a=b"), ("", ""), ("-", "'-"), ("a\x1b[31mb\x00", "a[31mb"), ("a\nb", "a\nb"),
    ],
)  # fmt: skip
def test_cell_holds_the_value(value: object, shown: str) -> None:
    """Numbers stay numbers, null is empty, and nothing steers a terminal."""
    assert cell(value) == shown


@pytest.mark.parametrize(
    "kind",
    [
        "EventRow", "StatementRow", "StanceRow", "ClaimRow", "ConflictRow", "AccountRow", "JudgementRow", "StoryRow",
        "Found",
    ],
)  # fmt: skip
def test_columns_are_those_of_a_full_row(kind: str) -> None:
    """The header, made of the type alone, names just what a row with everything in it has."""
    row_type = getattr(answers, kind)
    who, evidence = Who("a1", "Ada Berg"), Evidence("r1", "2020", None, 0, 1, "x")
    full = {
        field.name: evidence if field.type is Evidence else who if field.type in (Who, Who | None, Who | str) else "x"
        for field in dataclasses.fields(row_type)
    }
    assert columns(row_type) == list(flat(row_type(**full)))


def test_columns_of_sides_come_with_ids() -> None:
    """Whoever joins tables has an id to join by."""
    assert columns(StatementRow)[2:5] == ["speaker", "speaker_id", "addressee"]
    assert columns(EventRow)[0] == "id"


def test_flat_rows_hold_ids_as_they_are() -> None:
    """Several ids in one cell are the ids themselves."""
    found = answers.Found("r1", "2020-03-03", None, None, 0, 3, "War", ("e1", "e2"))
    assert flat(found)["events"] == "e1; e2"
    report = answers.ReportRow("r1", "2020-03-03", None, None, None, None, ("r2",))
    assert flat(report)["echoes"] == "r2"
