"""A folder that holds a site and nothing else: what is not of a site's making is never written over or deleted."""

from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from ranke.errors import UsageError

LIST = "ranke-site.txt"
"""The file that lists all files of a site, so that the next run knows its own."""

_HEAD = "Files that ranke site has written; it writes them anew on the next run.\n"


class Folder:
    """A folder to write a site to.

    What an earlier run wrote is deleted first. Each file is listed before it is written: a run that was interrupted
    leaves nothing behind that the next one doesn't know.

    Args:
        out: The folder.

    Raises:
        UsageError: If it holds what no site has written, or can't be written.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        try:
            self._clear()
            out.mkdir(parents=True, exist_ok=True)
            self._list: TextIO = (out / LIST).open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise _unwritable(out, error) from error
        self._list.write(_HEAD)
        self._last = LIST

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._list.close()

    def write(self, path: str, content: bytes) -> None:
        """Write a file.

        Args:
            path: From the folder's root, with `/`.
            content: The whole of it.
        """
        try:
            if path != self._last:
                self._list.write(f"{path}\n")
                self._list.flush()
                self._last = path
            file = self._out / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        except OSError as error:
            raise _unwritable(self._out, error) from error

    def _clear(self) -> None:
        """Delete what an earlier run wrote, after a look at all that is there."""
        if not self._out.exists():
            return
        if not self._out.is_dir():
            message = f"{self._out} is no folder; name a new or an empty one"
            raise UsageError(message)
        mine = self._mine()
        here = sorted(self._out.rglob("*"))
        for file in here:
            name = file.relative_to(self._out).as_posix()
            if file.is_symlink() or not (file.is_dir() or name in mine):
                message = f"{self._out} holds {name}, which ranke site has not written; name a new or an empty folder"
                raise UsageError(message)
        for file in reversed(here):
            if file.is_dir():
                file.rmdir()
            else:
                file.unlink()

    def _mine(self) -> frozenset[str]:
        listed = self._out / LIST
        if not listed.is_file() or listed.is_symlink():
            return frozenset()
        head, *names = listed.read_text(encoding="utf-8", errors="replace").split("\n")
        return frozenset({LIST, *names}) if f"{head}\n" == _HEAD else frozenset()


def _unwritable(out: Path, error: OSError) -> UsageError:
    return UsageError(f"can't write to {out} ({error.strerror or error}); name another folder")
