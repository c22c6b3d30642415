from pathlib import Path

import pytest

from ranke.errors import UsageError
from ranke.web.site.folder import LIST, Folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder with a site of two files."""
    made = tmp_path / "pages"
    with Folder(made) as folder:
        folder.write("index.html", b"one")
        folder.write("event/e1.html", b"two")
    return made


def test_an_earlier_site_goes(out: Path) -> None:
    """What was listed is deleted before anything is written, folders too."""
    with Folder(out) as folder:
        assert [one.name for one in out.iterdir()] == [LIST]
        folder.write("new.html", b"three")
    assert sorted(one.name for one in out.iterdir()) == ["new.html", LIST]


def test_an_interrupted_run_leaves_nothing_unknown(out: Path) -> None:
    """Each file is listed before it is written, so that the next run may delete it."""
    folder = Folder(out)
    folder.write("half.html", b"half")
    listed = (out / LIST).read_text()
    assert "half.html" in listed
    folder.__exit__(None, None, None)
    with Folder(out):
        assert not (out / "half.html").exists()


@pytest.mark.parametrize("foreign", ["notes.txt", "event/notes.txt", ".hidden"])
def test_a_folder_with_anything_else_is_refused(out: Path, foreign: str) -> None:
    """What ranke has not written stays as it is, and so does all around it."""
    (out / foreign).write_text("mine")
    before = _bytes(out)
    with pytest.raises(UsageError, match=rf"holds {foreign}, which ranke site has not written"):
        Folder(out)
    assert _bytes(out) == before


def test_a_list_of_somebody_else_is_not_believed(tmp_path: Path) -> None:
    """A file that only has the list's name names nothing that may be deleted."""
    (tmp_path / LIST).write_text("my own\nnotes.txt\n")
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="has not written"):
        Folder(tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_no_symbolic_link_is_followed(out: Path, tmp_path: Path) -> None:
    """A link in the folder is nothing that ranke has written, whatever its name is."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "e1.html").write_text("mine")
    (out / "event" / "e1.html").unlink()
    (out / "event").rmdir()
    (out / "event").symlink_to(elsewhere)
    with pytest.raises(UsageError, match="holds event"):
        Folder(out)
    assert (elsewhere / "e1.html").read_text() == "mine"


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    """A file in the place of the folder, or of one above it, is said in one sentence."""
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(UsageError, match="is no folder"):
        Folder(file)
    with pytest.raises(UsageError, match="name another folder"):
        Folder(file / "below")
    assert file.read_text() == "mine"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """As is a new one."""
    with Folder(tmp_path) as folder:
        folder.write("index.html", b"one")
    assert (tmp_path / "index.html").read_bytes() == b"one"


def _bytes(out: Path) -> dict[str, bytes]:
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*") if file.is_file()}
