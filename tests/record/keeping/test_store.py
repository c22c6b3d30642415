"""Where a record is kept: files, databases, newer forms, what is no record."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ranke.errors import RecordError
from ranke.record import Record
from ranke.record.keeping import migrations, store


def test_a_record_that_is_not_there_is_told_with_the_way_out(tmp_path: Path) -> None:
    """A question never makes a record."""
    path = tmp_path / "my.db"
    with pytest.raises(RecordError, match="make one with: ranke read PATH --record"):
        Record(path)
    assert not path.exists()


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    """Whatever the file is, it is not touched."""
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes, and no database at all.\n" * 50)
    with pytest.raises(RecordError, match="no SQLite file"):
        Record(path)
    with pytest.raises(RecordError, match="no SQLite file"):
        Record(path, create=True)
    assert path.read_text().startswith("These are my notes")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """Tables of others are no record, and nothing is put beside them."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    with pytest.raises(RecordError, match="no record of Ranke's"):
        Record(path, create=True)
    assert sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """The message asks for a file."""
    with pytest.raises(RecordError, match="names no file"):
        Record(tmp_path, create=True)


def test_a_newer_form_is_refused(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that a newer Ranke made is not opened, and the message says what to do."""
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "STEPS", (*migrations.STEPS, ("something to come", lambda _: None)))
        newer.setattr("ranke.record.keeping.store.STEPS", migrations.STEPS)
        Record(where, create=True).close()
    with pytest.raises(RecordError, match="form 2, made by a newer Ranke"):
        Record(where)


def test_an_older_form_is_brought_up_to_date(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps that a record has not taken are taken once."""
    Record(where, create=True).close()
    taken: list[str] = []
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, ("note", lambda _: taken.append("note"))))
    monkeypatch.setattr("ranke.record.keeping.store.STEPS", migrations.STEPS)
    Record(where).close()
    Record(where).close()
    assert taken == ["note"]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://me@here/x", "not in 'mysql'"),
        ("postgresql://nobody@127.0.0.1:1/none", "can't be used"),
        ("://", "no URL"),
    ],
)
def test_urls_that_lead_nowhere_are_told(url: str, told: str) -> None:
    """One sentence, no traceback, no password."""
    with pytest.raises(RecordError, match=told):
        Record(url, create=True)


def test_a_password_is_never_shown() -> None:
    """What is said of a database leaves its password out."""
    with pytest.raises(RecordError) as error:
        Record("postgresql://me:s3cret@127.0.0.1:1/none", create=True)
    assert "s3cret" not in str(error.value)


def test_the_file_opens_in_any_sqlite_program_with_readable_tables(tmp_path: Path, synthetic: list[str]) -> None:
    """Foreign keys hold, the search finds words, and the journal is a write-ahead log."""
    path = tmp_path / "my.db"
    with Record(path, create=True) as record:
        record.add(synthetic[:5])
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"report", "version", "actor", "event", "account", "statement", "judgement", "passage_search"} <= tables
    (words,) = connection.execute("SELECT words FROM passage LIMIT 1").fetchone()
    word = max(words.split(), key=len).strip(".,")
    found = connection.execute("SELECT count(*) FROM passage_search WHERE passage_search MATCH ?", (f'"{word}"',))
    assert found.fetchone()[0] >= 1


def test_the_state_is_another_once_something_was_written(record: Record, line: Callable[..., str]) -> None:
    """What is kept beside a record holds until something is filed, judged or undone, by whatever program."""
    states = [record.state()]
    record.timeline()
    if record._store.is_file:
        # In a database others may write at any time, of their own records too.
        assert record.state() == states[0]
    with Record(record._store.where) as other:
        other.add([line("one", "2020-01-01", "Freedonia bombed Sylvania.")])
    states.append(record.state())
    judgement = record.reject("one:e1")
    states.append(record.state())
    record.undo(judgement.number)
    states.append(record.state())
    assert len(set(states)) == 4


def test_sqlite_looks_at_its_tables_again_when_they_have_doubled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By what it knew of a small record it would read the tables of a large one from end to end."""
    monkeypatch.setattr(store, "_FIRST_LOOK", 4)
    path = tmp_path / "my.db"
    known = []
    with Record(path, create=True) as record:
        for day in range(1, 10):
            head = {"id": f"r{day}", "date": f"2020-03-0{day}", "language": "en", "characters": 0}
            parts = dict.fromkeys(("actors", "events", "statements", "stances", "times", "places", "relations"), ())
            record.add([json.dumps({"format": "ranke/1", "document": head, **parts})])
            with sqlite3.connect(path) as connection:
                if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'").fetchone():
                    told = connection.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'report'").fetchone()
                    known.append(int(told[0].split()[0]))
    assert known == [4, 4, 4, 4, 8, 8]
