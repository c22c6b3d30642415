import json
from pathlib import Path
from typing import Any

import pytest

from ranke.cli import main


@pytest.fixture
def filled(record: Any, event_row: Any) -> Any:  # noqa: ANN401 - the fake record
    """Put two events into the fake record, one of them denied."""
    from ranke.answers import ActorFacts, ReportRow, WholeEvent

    report = ReportRow("herald-1", "2020-03-03", "Norland Herald", None, None, None, ())
    rows = [event_row(), event_row(id="e2", status="denied")]
    wholes = [
        WholeEvent(
            row,
            tuple(ActorFacts(who, "person", None, None) for who in row.sources),
            tuple(ActorFacts(who, "country", "IRN", "GOV") for who in row.targets),
            (),
            None,
            report,
        )
        for row in rows
    ]
    record.answers = {"each_event": lambda **_: iter(wholes)}
    return record


def test_export_goes_to_standard_output(filled: Any, capsysbinary: Any) -> None:  # noqa: ANN401
    """Data goes to standard output, what was done to standard error."""
    assert main(["export", "--to", "plover", "--as-of", "2020-03-04", "--without", "Herald"]) == 0
    out, error = capsysbinary.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["e1a2b3c4d5e6", "e2"]
    assert error == b"ranke: 2 events written\n"
    assert filled.asked == [("each_event", (), {"as_of": "2020-03-04", "without": ("Herald",)})]


def test_what_a_format_can_not_tell_is_said(filled: Any, tmp_path: Path, capsys: Any) -> None:  # noqa: ANN401
    """That events were left out is told with the way to have them."""
    out = tmp_path / "out.tsv"
    assert main(["export", "--to", "polecat", str(out)]) == 0
    assert len(out.read_text().splitlines()) == 2
    assert capsys.readouterr().err == (
        f"ranke: 1 event written to {out}; left out: 1 denied, as polecat has no place for a status "
        "(--status all writes them)\n"
    )
    assert main(["export", "--to", "polecat", "--status", "happened, denied", str(out)]) == 0
    assert capsys.readouterr().err == f"ranke: 2 events written to {out}\n"
    assert filled.opened


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "excel"], "invalid choice: 'excel'"),
        ([], "required: --to"),
        (["--to", "csv"], "csv is several files; name a folder"),
        (["--to", "plover", "--status", "perhaps"], "'perhaps' is no status"),
        (["--to", "plover", "--since", "soon"], "'soon' is no day, month or year"),
        (["--to", "plover", "--since", "2020", "--until", "2019"], "--since 2020-01-01 is after --until 2019-12-31"),
        (["--to", "plover", "no/such/folder/out"], "no/such/folder/out can't be written"),
        (["--to", "plover", "--record", "none.db"], "no record at none.db"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    filled: Any,  # noqa: ANN401 - the fake record
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    """Each mistake is one sentence and exit code 2, and nothing is written."""
    assert main(["export", *arguments]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert message in error
    assert error.count("\n") == 1
    assert filled.asked == []
