"""A writer that is killed at any moment loses nothing and doubles nothing; two writers do not disturb each other."""

import json
import multiprocessing
import random
import time
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Event
from pathlib import Path

from ranke.record import Record

KILLS = {"sqlite": 50, "postgresql": 15}

# Children of a server that has everything imported start in a hundredth of the time.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["ranke.record"])


def write(where: str, lines: list[str], ready: Event) -> None:
    """File some readings, a few at a time; what a process does that is killed."""
    with Record(where) as record:
        ready.set()
        for start in range(0, len(lines), 3):
            record.add(lines[start : start + 3])


def begin(where: str, lines: list[str]) -> ForkServerProcess:
    """Start a writer and wait until it is about to file."""
    ready = PROCESSES.Event()
    process = PROCESSES.Process(target=write, args=(where, lines, ready))
    process.start()
    assert ready.wait(60)
    return process


def test_killed_at_random_moments_nothing_is_lost_or_doubled(where: str, tmp_path: Path, synthetic: list[str]) -> None:
    """After each kill the record is sound and holds whole readings; in the end it is that of an undisturbed filing."""
    lines, chance = synthetic[:30], random.Random(1)  # noqa: S311 - chance, no secret
    reports = {json.loads(line)["document"]["id"] for line in lines}
    Record(where, create=True).close()
    with Record(tmp_path / "calm.db", create=True) as calm:
        begun = time.perf_counter()
        for start in range(0, len(lines), 3):
            calm.add(lines[start : start + 3])
        took = time.perf_counter() - begun
        seen, filing = 0, 0
        for kill in range(KILLS["postgresql" if "://" in where else "sqlite"]):
            process = begin(where, lines)
            time.sleep(chance.uniform(0, took / 3))
            filing += process.is_alive()
            process.kill()
            process.join()
            with Record(where) as record:
                here = [one["id"] for one in json.loads("".join(record.dump()))["reports"]]
                assert len(here) == len(set(here)) >= seen
                assert set(here) <= reports
                seen = len(here)
                if kill % 10 == 0:
                    assert record.check() == []
                if seen == len(reports):
                    # All is filed; take some away again, so that the next kill hits something.
                    for report in sorted(here)[:15]:
                        record.withdraw(report)
                    seen -= 15
        assert filing, "no process was killed while it filed"
        with Record(where) as record:
            record.add(lines)
            assert record.check() == []
            told, wanted = (json.loads("".join(one.dump())) for one in (record, calm))
    for one in (*told["reports"], *wanted["reports"]):
        one["version"] = 1
    assert told == wanted


def test_two_writers_at_once_file_everything_once(where: str, tmp_path: Path, synthetic: list[str]) -> None:
    """Two processes that file overlapping readings in different orders leave the record of one."""
    Record(where, create=True).close()
    writers = [begin(where, synthetic[:30]), begin(where, synthetic[39:9:-1])]
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Record(where) as record, Record(tmp_path / "one.db", create=True) as one:
        one.add(synthetic[:40])
        assert "".join(record.dump()) == "".join(one.dump())
        assert record.check() == []
