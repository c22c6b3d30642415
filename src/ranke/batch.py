"""Many reports → their readings, in order, on one process or several."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from ranke.errors import RankeError, UsageError
from ranke.model import Reading, Report

AHEAD = 4
"""Reports on their way for each process: enough that none waits, few enough that memory stays flat."""


def read_all(reports: Iterable[Report], *, jobs: int = 1) -> Iterator[Reading]:
    """Read many reports and yield their readings in the order of the reports.

    With several processes the readings are the same, to the byte. Each process loads its own parser (about 300 MB and
    a second), so more than one pays from some twenty reports on. A script that asks for several needs the usual
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


def _read_here(reports: Iterable[Report]) -> Iterator[Reading]:
    from ranke.reading import read  # noqa: PLC0415: loads spaCy

    for report in reports:
        yield read(report)


def _read_apart(reports: Iterable[Report], jobs: int) -> Iterator[Reading]:
    # spawn, as it works alike everywhere and shares no half-loaded state with the parent.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_the_parent)
    waiting: deque[Future[Reading]] = deque()
    try:
        for report in reports:
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


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(report: Report) -> Reading:
    from ranke.reading import read  # noqa: PLC0415: loads spaCy

    return read(report)
