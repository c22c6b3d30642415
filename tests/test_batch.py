import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ranke
from ranke import batch
from ranke.model import Report

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def some_reports(count: int) -> list[Report]:
    """Return reports of different length and content, cut from the examples."""
    whole = list(ranke.reports(EXAMPLES))
    return [
        whole[number % 2].model_copy(update={"id": f"r{number}", "text": whole[number % 2].text[: 300 + 97 * number]})
        for number in range(count)
    ]


def test_many_processes_read_the_same_to_the_byte_and_in_order() -> None:
    """How many processes read can't be seen in what they read."""
    reports = some_reports(6)
    alone = [reading.model_dump_json() for reading in ranke.read_all(reports)]
    shared = [reading.model_dump_json() for reading in ranke.read_all(reports, jobs=2)]
    assert alone == shared
    assert [reading.document.id for reading in ranke.read_all(reports)] == [report.id for report in reports]


def test_reports_are_taken_only_as_far_ahead_as_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays flat, however many reports there are, and order is kept."""
    taken = []

    def endless() -> Iterator[Any]:
        number = 0
        while True:
            number -= 1
            taken.append(number)
            yield number

    # abs stands in for the reader: it can be named to another process, and it takes no parser.
    monkeypatch.setattr(batch, "_read", abs)
    found: Iterator[Any] = batch.read_all(endless(), jobs=2)
    assert [next(found) for _ in range(20)] == list(range(1, 21))
    assert len(taken) <= 20 + 2 * batch.AHEAD
    found.close()  # type: ignore[attr-defined]


def test_process_that_is_ended_from_outside_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the system kills a process that reads, that is said in one sentence."""
    monkeypatch.setattr(batch, "_read", signal.raise_signal)
    reports: list[Any] = [signal.SIGKILL]
    with pytest.raises(ranke.RankeError, match="fewer jobs"):
        list(batch.read_all(reports, jobs=1 + 1))


def test_less_than_one_job_is_refused_at_once() -> None:
    """A wrong number is told before anything is read."""
    with pytest.raises(ranke.UsageError, match="0"):
        ranke.read_all([], jobs=0)


def test_an_error_in_the_reports_comes_through() -> None:
    """What goes wrong while reports are made is not swallowed on the way."""

    def broken() -> Iterator[Report]:
        message = "no date"
        raise ranke.ReportError(message)
        yield

    with pytest.raises(ranke.ReportError, match="no date"):
        list(ranke.read_all(broken(), jobs=2))
