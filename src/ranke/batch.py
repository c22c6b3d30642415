"""Many reports → their readings, in order, on one process or several."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from ranke import __version__
from ranke.errors import RankeError, UsageError
from ranke.model import Reading, Report

if TYPE_CHECKING:
    from ranke.record import Record

AHEAD = 4
"""Reports on their way for each process: enough that none waits, few enough that memory stays flat."""


_FILED_AT_ONCE = 20
"""Readings that are filed in one transaction."""


def read_all(reports: Iterable[Report], *, jobs: int = 1) -> Iterator[Reading]:
    """Read many reports and yield their readings in the order of the reports.

    With several processes the readings are the same, to the byte. Each process loads its own parser (about half a
    gigabyte), so more than one pays only for many reports. A script that asks for several needs the usual
    `if __name__ == "__main__":` around its work, as each process imports it.

    Args:
        reports: The reports, taken only as far ahead as needed.
        jobs: How many processes read.

    Raises:
        UsageError: If `jobs` is less than 1.
        RankeError: If a process that reads was ended from outside, as when memory ran out.
    """
    if jobs < 1:
        message = f"jobs must be 1 or more, not {jobs}"
        raise UsageError(message)
    return _read_here(reports) if jobs == 1 else _read_apart(reports, jobs)


def read_into(
    record: "Record", reports: Iterable[Report], *, jobs: int = 1, again: bool = False
) -> Iterator[tuple[Report, str]]:
    """Read reports and file their readings; a report that the record has just as it is, is not read again.

    It can be stopped and started again at any moment: what was yielded is safely filed, and nothing is filed twice.

    Args:
        record: Where to file.
        reports: The reports, taken only as far ahead as needed.
        jobs: How many processes read.
        again: Whether to read reports again that the record has, as after Ranke has learned something.

    Yields:
        Each report with what became of it: `new`, `corrected` (the record had another text or reading) or `known`.
    """
    queue: deque[tuple[Report, bool]] = deque()

    def unread() -> Iterator[Report]:
        rest = iter(reports)
        while some := list(islice(rest, _FILED_AT_ONCE)):
            here = set() if again else record.knows(some)
            for report in some:
                queue.append((report, report.id in here))
                if report.id not in here:
                    yield report

    pairs: list[tuple[Report, Reading]] = []
    for reading in read_all(unread(), jobs=jobs):
        while queue[0][1]:
            yield queue.popleft()[0], "known"
        pairs.append((queue.popleft()[0], reading))
        if len(pairs) == _FILED_AT_ONCE:
            yield from _filed(record, pairs)
            pairs = []
    yield from _filed(record, pairs)
    yield from ((report, "known") for report, _ in queue)


def _filed(record: "Record", pairs: list[tuple[Report, Reading]]) -> Iterator[tuple[Report, str]]:
    became = record.file(pairs, reader=__version__)
    yield from ((report, became[report.id]) for report, _ in pairs)


def _read_here(reports: Iterable[Report]) -> Iterator[Reading]:
    from ranke.reading import read

    for report in reports:
        yield read(report)


def _read_apart(reports: Iterable[Report], jobs: int) -> Iterator[Reading]:
    # spawn, as it works alike everywhere and shares no half-loaded state with the parent.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start)
    waiting: deque[Future[Reading]] = deque()
    try:
        for report in reports:
            with _interrupts_held():
                waiting.append(pool.submit(_read, report))
            if len(waiting) >= AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        message = "a process that reads was ended from outside (out of memory?); try again with fewer jobs"
        raise RankeError(message) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while a process starts: it inherits that, so that only the parent hears of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    """Make a process that reads leave Ctrl-C to its parent, and end when the parent is ended from outside."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _read(report: Report) -> Reading:
    from ranke.reading import read

    return read(report)
