"""What the commands write: readings as JSON lines or for a person, and how far the reading has come."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from rich.console import Console, RenderableType
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from ranke.model import Reading, Report
from ranke.views.phrases import label
from ranke.views.text import overview, report_view

WIDTH = 100
"""Columns of what is written to a file or a pipe."""


class JsonLines:
    """Writes readings as JSON to standard output, one a line, in UTF-8 whatever the terminal is set to."""

    def __init__(self) -> None:
        self.count = 0

    def one(self, _: Report, reading: Reading) -> None:
        """Write one reading."""
        self.count += 1
        sys.stdout.buffer.write(reading.model_dump_json().encode() + b"\n")
        sys.stdout.buffer.flush()

    def end(self) -> None:
        """Write nothing more."""


class Screen:
    """Writes what a person sees to standard output.

    Args:
        width: Columns; the terminal's where none are given, `WIDTH` where there is no terminal.
        plain: Whether to leave colours out; so does the variable NO_COLOR.
    """

    def __init__(self, width: int | None = None, *, plain: bool = False) -> None:
        width = width or (None if sys.stdout.isatty() or os.environ.get("COLUMNS") else WIDTH)
        self._console = Console(width=width, no_color=plain or None, highlight=False, markup=False, emoji=False)

    def write(self, view: RenderableType) -> None:
        """Write one view."""
        with self._console.capture() as capture:
            self._console.print(view)
        text = capture.get()
        if not self._console.is_terminal:
            # rich fills each line up with spaces.
            text = "\n".join(line.rstrip() for line in text.split("\n"))
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, errors="replace").decode(encoding))
        sys.stdout.flush()


class Pages:
    """Writes readings for a person to standard output: each as it comes, and what all say together at the end.

    Args:
        screen: Where they are written.
        explain: Returns how the lexicon matched in a report, where that is to be shown.
    """

    def __init__(self, screen: Screen, *, explain: Callable[[Report], Sequence[str]] | None = None) -> None:
        self.count = 0
        self._explain = explain
        self._pairs: list[tuple[Report, Reading]] = []
        self._screen = screen

    def one(self, report: Report, reading: Reading) -> None:
        """Write what one report says."""
        self.count += 1
        self._pairs.append((report, reading))
        notes = self._explain(report) if self._explain else None
        self._screen.write(report_view(report, reading, notes=notes))

    def end(self) -> None:
        """Write what all reports say together, where there are several."""
        if self.count > 1:
            self._screen.write(overview(self._pairs))


class Meter:
    """Shows on standard error how far the reading has come, where that is a terminal."""

    def __init__(self) -> None:
        self._steps = 0
        self._progress: Progress | None = None
        if sys.stderr.isatty():
            columns = SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn()
            console = Console(stderr=True, highlight=False, markup=False, emoji=False)
            self._progress = Progress(
                *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
            )
            self._task = self._progress.add_task("Starting")

    def __enter__(self) -> Self:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress:
            self._progress.stop()

    def step(self, report: Report) -> None:
        """Note that one more report is read."""
        self._steps += 1
        if self._progress:
            self._progress.update(self._task, description=f"{self._steps} read, last {label(report)}")

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the display off the terminal while something else is written to it."""
        if self._progress:
            self._progress.stop()
        try:
            yield
        finally:
            if self._progress:
                self._progress.start()
