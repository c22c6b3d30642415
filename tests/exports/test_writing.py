import os
from pathlib import Path

import pytest

from ranke.errors import UsageError
from ranke.exports.writing import whole_file, whole_folder


class StopError(Exception):
    """What goes wrong on the way."""


def test_a_file_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """Half a file is never seen, and the one before stays."""
    out = tmp_path / "out.tsv"
    out.write_text("before")
    with pytest.raises(StopError), whole_file(out) as file:  # noqa: PT012 - what is written before it fails
        file.write(b"half")
        assert out.read_text() == "before"
        raise StopError
    assert [path.name for path in tmp_path.iterdir()] == ["out.tsv"]
    assert out.read_text() == "before"
    with whole_file(out) as file:
        file.write(b"after")
    assert out.read_text() == "after"


def test_a_folder_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """Tables come together or not at all; files of other names in the folder stay."""
    out = tmp_path / "tables"
    with pytest.raises(StopError), whole_folder(out) as folder:  # noqa: PT012 - the same
        (folder / "events.csv").write_text("half")
        raise StopError
    assert list(tmp_path.iterdir()) == []
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    with whole_folder(out) as folder:
        (folder / "events.csv").write_text("whole")
    assert sorted(path.name for path in out.iterdir()) == ["events.csv", "mine.txt"]
    assert list(tmp_path.iterdir()) == [out]


def test_a_pipe_is_written_to_and_a_link_stays(tmp_path: Path) -> None:
    """What is no plain file is not put aside for one: nobody loses a device or a link."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    with whole_file(pipe) as file:
        file.write(b"through")
    assert os.read(end, 100) == b"through"
    os.close(end)
    assert pipe.is_fifo()
    link, aim = tmp_path / "link", tmp_path / "aim"
    link.symlink_to(aim)
    with whole_file(link) as file:
        file.write(b"there")
    assert link.is_symlink()
    assert aim.read_bytes() == b"there"


def test_where_nothing_can_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    """A folder that is not there, a folder for a file and a file for a folder are told before anything is read."""
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=r"no/out\.tsv can't be written"), whole_file(tmp_path / "no" / "out.tsv"):
        pass
    with pytest.raises(UsageError, match="is a folder; name a file"), whole_file(tmp_path):
        pass
    with pytest.raises(UsageError, match="is a file; name a folder"), whole_folder(tmp_path / "file"):
        pass
