import json
from typing import Any

import pytest

from ranke.cli import ALL_READ, SOME_NOT_READ, main

type Fake = Any
"""The class of the fake record, see conftest.py."""


def test_check_tells_each_fault(record: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    """A sound record is said to be so; faults stand on standard output, and the exit code tells the same."""
    record.answers["check"] = []
    assert main(["check"]) == ALL_READ
    assert capsys.readouterr() == ("", "ranke: the record is sound\n")
    record.answers["check"] = ["report r1 has another text", "event 3 has no account"]
    assert main(["check"]) == SOME_NOT_READ
    out, err = capsys.readouterr()
    assert out.splitlines() == record.answers["check"]
    assert err == "ranke: 2 faults\n"


def test_dump_streams_one_document(record: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    """The pieces are written as they come; half a character does not end the output."""
    record.answers["dump"] = lambda: iter(['{"a": [', '"\ud800"', "]}\n"])
    assert main(["dump", "--json"]) == ALL_READ
    assert json.loads(capsys.readouterr().out) == {"a": ["\ud800"]}


def test_help_lists_every_command_in_its_group(capsys: pytest.CaptureFixture[str]) -> None:
    """One page shows what can be done, in the order in which one does it."""
    assert main(["--help"]) == ALL_READ
    page = capsys.readouterr().out
    listed = [line.split()[0] for line in page.splitlines() if line.startswith("  ") and "-" not in line[:5]]
    assert listed == [
        "read", "add", "withdraw", "timeline", "stories", "story", "changes", "actor", "relations", "statements", "why",
        "conflicts", "search", "overview", "actors", "network", "show", "review", "serve", "site", "report", "who",
        "offices", "merge", "split", "distinct", "confirm", "unsure", "reject", "retype", "judgements", "undo",
        "check", "dump", "schema",
    ]  # fmt: skip
    assert page.isascii(), "help is written in any terminal"
    titles = [line for line in page.splitlines() if line.endswith(":") and not line.startswith(" ")]
    assert titles == [
        "options:",
        "read and file:",
        "ask:",
        "survey:",
        "open:",
        "publish:",
        "look up:",
        "judge:",
        "keep:",
    ]
    for name in listed:
        assert main([name, "--help"]) == ALL_READ
    assert capsys.readouterr().out.isascii()
