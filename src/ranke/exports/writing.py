"""Where an export goes: a file or a folder that is there whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ranke.errors import UsageError


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file that gets its name, in the place of one that had it, only when all is written.

    A pipe or a device, such as `/dev/null`, is written to as it is; a link stays one, to the new file.

    Raises:
        UsageError: If it can't be written there.
    """
    if path.is_dir():
        message = f"{path} is a folder; name a file to write to"
        raise UsageError(message)
    with _told(path):
        real = path.resolve()
        if real.exists() and not real.is_file():
            with real.open("wb") as file:
                yield file
            return
        beside = _beside(real)
        try:
            with beside.open("xb") as file:
                yield file
            beside.replace(real)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Give a folder for files that get their names in `path` when all are written, in the place of what had them.

    Raises:
        UsageError: If they can't be written there.
    """
    if path.exists() and not path.is_dir():
        message = f"{path} is a file; name a folder to write the tables to"
        raise UsageError(message)
    beside = _beside(path)
    with _told(path):
        try:
            beside.mkdir()
            yield beside
            path.mkdir(exist_ok=True)
            for file in sorted(beside.iterdir()):
                file.replace(path / file.name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _beside(path: Path) -> Path:
    """Return a name for what is not whole yet, on the same disk, that no other run has."""
    whole = path.absolute()
    return whole.with_name(f".{whole.name}.{os.getpid()}.part")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the system says into one sentence."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"{path} can't be written ({error.strerror or error}); give another place, or make room there"
        raise UsageError(message) from error
