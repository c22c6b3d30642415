"""The reader of tables: what it gives, and what it refuses."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ranke.errors import TableError
from ranke.tables import read_csv, read_entries, read_toml

Write = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a table into a package of its own, `shelf`."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "shelf", raising=False)

    def put(name: str, text: str) -> None:
        path = shelf / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return put


def test_toml_is_read_as_it_stands(write: Write) -> None:
    """Tables, lists and letters of any script come back, from a folder below the package too."""
    write("verbs/meet.toml", '# head\n[meet]\nwords = ["tür", "会"]\n')
    assert read_toml("shelf", "verbs/meet.toml") == {"meet": {"words": ["tür", "会"]}}


@pytest.mark.parametrize("text", ["[meet\n", "a = 1\na = 2\n", "[meet]\n[meet]\n"])
def test_broken_toml_is_refused_by_name(write: Write, text: str) -> None:
    """What is no TOML, or holds a key twice, names the table."""
    write("cues.toml", text)
    with pytest.raises(TableError, match=r"cues\.toml"):
        read_toml("shelf", "cues.toml")


@pytest.mark.parametrize("name", ["gone.toml", "gone.csv"])
def test_a_missing_table_names_itself_and_its_package(write: Write, name: str) -> None:
    """A table that is not there says what to do."""
    write("other.toml", "")
    with pytest.raises(TableError, match=f"{name} is missing from shelf; install Ranke again"):
        read_toml("shelf", name) if name.endswith("toml") else read_csv("shelf", name, key="code")


def test_csv_rows_without_their_commentary(write: Write) -> None:
    """Lines that start with # and empty lines are no rows; a quoted comma is part of its field."""
    write("countries.csv", '# head, with commas\n\ncode,name\n# more\nIRN,Iran\nKOR,"Korea, Republic of"\n')
    rows = read_csv("shelf", "countries.csv", key="code")
    assert rows == [{"code": "IRN", "name": "Iran"}, {"code": "KOR", "name": "Korea, Republic of"}]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("code,name\nIRN,Iran\nIRN,Persia\n", r"code \('IRN',\) is empty or stands twice"),
        ("code,name\n,Iran\n", "is empty or stands twice"),
        ("code,name\nIRN\n", "has not the 2 fields"),
        ("code,name\nIRN,Iran,Asia\n", "has not the 2 fields"),
        ("code,name\n", "has no rows"),
        ("# only commentary\n", "has no rows"),
    ],
)
def test_broken_rows_are_refused(write: Write, text: str, why: str) -> None:
    """Keys that stand twice, rows too long or too short, and empty tables name the table and what is wrong."""
    write("countries.csv", text)
    with pytest.raises(TableError, match=f"table countries.csv.* {why}"):
        read_csv("shelf", "countries.csv", key="code")


def test_a_key_may_be_several_columns(write: Write) -> None:
    """An office may have several holders, each from another day."""
    write("offices.csv", "office,since\npremier,2018\npremier,2019\n")
    assert len(read_csv("shelf", "offices.csv", key="office+since")) == 2
    with pytest.raises(TableError, match="twice"):
        read_csv("shelf", "offices.csv", key="office")


ENTRY = '[noun.talks]\nwords = ["talks"]\nexample = "Fiji and Peru held talks."\nparties = ["Fiji", "Peru"]\n'


def test_entries_are_read_with_their_fields(write: Write) -> None:
    """What every entry has and what its part allows besides comes back; other parts are left alone."""
    write("talks.toml", f'{ENTRY}sort = "plain"\n[words]\nany = ["thing"]\n')
    table = read_entries("shelf", "talks.toml", parts={"noun": {"sort"}}, pair="parties")
    assert table["noun"]["talks"]["sort"] == "plain"
    assert table["words"] == {"any": ["thing"]}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"{ENTRY}colour = 1\n", "unknown field colour"),
        (ENTRY.replace('["talks"]', "[]"), "it needs words, an example and the two of its parties"),
        (ENTRY.replace("example", "sort"), "it needs words, an example and the two of its parties"),
        (ENTRY.replace(', "Peru"]', "]"), "it needs words, an example and the two of its parties"),
    ],
)
def test_a_broken_entry_is_refused_by_its_place(write: Write, text: str, wrong: str) -> None:
    """An unknown field, or one that every entry needs and this one lacks, is told with table and entry."""
    write("talks.toml", text)
    with pytest.raises(TableError, match=rf"table talks\.toml, noun\.talks: {wrong}"):
        read_entries("shelf", "talks.toml", parts={"noun": {"sort"}}, pair="parties")
