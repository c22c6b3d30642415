import json
from typing import Any

import pytest

from ranke.answers import JudgementRow, Rows
from ranke.cli import ALL_READ, NOTHING_READ, main
from ranke.errors import RecordError

type Fake = Any
"""The class of the fake record, see conftest.py."""

ROW = JudgementRow(7, "merge", "actor", ("A. Berg", "Ada Berg"), None, "one", "Kim", "2020-05-01T10:00:00", None)


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["merge", "A. Berg", "Ada Berg"], ("A. Berg", "Ada Berg")),
        (["split", "Ada Berg", "r1:a3", "r2:a1"], ("Ada Berg", ["r1:a3", "r2:a1"])),
        (["distinct", "A. Berg", "Ada Berg"], ("A. Berg", "Ada Berg")),
        (["confirm", "e1a2"], ("e1a2", None)),
        (["confirm", "r1:a3", "r2:a1"], ("r1:a3", "r2:a1")),
        (["unsure", "e1a2"], ("e1a2", None)),
        (["unsure", "r1:a3", "r2:a1"], ("r1:a3", "r2:a1")),
        (["reject", "e1a2"], ("e1a2",)),
        (["retype", "e1a2", "consult"], ("e1a2", "CONSULT")),
    ],
)
def test_judgement_is_signed_and_shown(
    words: list[str],
    given: tuple[Any, ...],
    record: Fake,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who decides is the option, else the variable, else the login; the judgement is shown with its number."""
    record.answers[words[0]] = ROW
    monkeypatch.setattr("getpass.getuser", lambda: "login")
    assert main(words) == ALL_READ
    monkeypatch.setenv("RANKE_AUTHOR", "Lou")
    assert main([*words, "--note", "why not"]) == ALL_READ
    assert "7  2020-05-01  Kim  merge actor A. Berg, Ada Berg: one" in capsys.readouterr().out
    assert main([*words, "--author", "Kim", "--json"]) == ALL_READ
    assert json.loads(capsys.readouterr().out)["number"] == 7
    signed = [("login", ""), ("Lou", "why not"), ("Kim", "")]
    assert record.asked == [(words[0], given, {"note": note, "author": author}) for author, note in signed]


def test_nameless_process_may_decide(record: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container whose user has no name the author is left open."""

    def nobody() -> str:
        raise KeyError

    record.answers["reject"] = ROW
    monkeypatch.setattr("getpass.getuser", nobody)
    assert main(["reject", "e1"]) == ALL_READ
    assert record.asked[0][2]["author"] == ""


def test_judgements_are_listed_and_undone_by_number(record: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    """What can't be undone is told with exit code 2."""
    record.answers |= {"judgements": Rows([ROW]), "undo": ROW}
    assert main(["judgements"]) == ALL_READ
    assert main(["judgements", "--csv"]) == ALL_READ
    assert "number,kind,what" in capsys.readouterr().out
    assert main(["undo", "7"]) == ALL_READ
    assert record.asked[-1] == ("undo", (7,), {})
    record.answers["undo"] = RecordError("judgement 9 is not there")
    assert main(["undo", "9"]) == NOTHING_READ
    assert main(["retype", "e1", "WAR"]) == NOTHING_READ
