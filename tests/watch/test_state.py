from pathlib import Path

import pytest

from ranke.errors import UsageError
from ranke.watch.fetch import Tag
from ranke.watch.state import Seen, State


def test_what_is_saved_is_there_again(tmp_path: Path) -> None:
    """What was noted is remembered, and of a feed that is finished only the entries that are still in it."""
    file = tmp_path / "my.db.watch.json"
    state = State(file)
    state.note("f", "a", Seen("1", "r1", Tag('"x"', "y")))
    state.note("f", "b", Seen("2", "r2"))
    state.save()
    again = State(file)
    assert again.seen("f", "a") == Seen("1", "r1", Tag('"x"', "y"))
    assert (again.tag("f"), again.seen("g", "a")) == (Tag(), Seen())
    again.finish("f", Tag('"z"'), ["b", "c"])
    again.save()
    last = State(file)
    assert (last.tag("f"), last.seen("f", "a"), last.seen("f", "b")) == (Tag('"z"'), Seen(), Seen("2", "r2"))
    assert [one.name for one in tmp_path.iterdir()] == ["my.db.watch.json"]


@pytest.mark.parametrize(
    "words", ["", "{", "[]", '{"version": 2, "feeds": {}}', '{"version": 1, "feeds": {"a": {"tag": {}}}}', "\xff"]
)
def test_another_file(tmp_path: Path, words: str) -> None:
    """A file that is something else is not overwritten."""
    file = tmp_path / "state.json"
    file.write_bytes(words.encode("latin-1"))
    with pytest.raises(UsageError, match="does not hold what ranke watch remembers; delete it"):
        State(file)
    assert file.read_bytes() == words.encode("latin-1")


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    """What can't be saved is told."""
    with pytest.raises(UsageError, match="can't be written"):
        State(tmp_path / "gone" / "state.json").save()
