"""Measures what filing a reading costs as a record grows, and how long each question takes at the end.

usage: python bench/growth.py [N]

The synthetic readings of `synthetic.py` are filed in one stream. At each step the same number of readings is filed into
the grown record and, in turns with it, into one of 1,000 readings, so that what else the machine does weighs on both.
"""

import argparse
import importlib.util
import json
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import ranke

HERE = Path(__file__).resolve().parent
WORK = HERE.parent / ".bench"
STEPS = (1_000, 3_000, 10_000, 30_000, 60_000, 100_000)
SMALL = 1_000
"""Readings of the record that a grown one is compared with."""
TOGETHER = 250
"""Readings of one transaction."""
TURNS = 3


def lines() -> Iterator[str]:
    """Yield synthetic readings as `ranke add` takes them, the same ones each time."""
    spec = importlib.util.spec_from_file_location("synthetic", HERE / "synthetic.py")
    if spec is None or spec.loader is None:
        message = "bench/synthetic.py can't be loaded"
        raise ImportError(message)
    synthetic = importlib.util.module_from_spec(spec)
    sys.modules["synthetic"] = synthetic
    spec.loader.exec_module(synthetic)
    for reading, text in synthetic.readings(10_000_000):
        yield json.dumps({**reading, "document": {**reading["document"], "text": text}}, ensure_ascii=False)


def file(record: ranke.Record, given: Iterator[str], count: int) -> float:
    """File so many readings; return the processor time of one, in milliseconds."""
    took = 0.0
    for _ in range(0, count, TOGETHER):
        some = list(islice(given, TOGETHER))
        begun = time.process_time()
        record.add(some)
        took += time.process_time() - begun
    return took / count * 1000


def into_small() -> float:
    """File readings into a copy of the small record, in a process of its own; return what one costs there."""
    for old in WORK.glob("small.db*"):
        old.unlink()
    shutil.copy(WORK / "first.db", WORK / "small.db")
    command = [sys.executable, str(Path(__file__)), "--into", str(WORK / "small.db")]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def growth(most: int) -> list[str]:
    """File synthetic readings; tell what one costs at each step against a record of 1,000, and what questions take."""
    WORK.mkdir(exist_ok=True)
    for old in (*WORK.glob("growth.db*"), *WORK.glob("first.db*")):
        old.unlink()
    place, given = WORK / "growth.db", lines()
    told = ["| readings | cost of one against one at 1,000 | ms at that size, at 1,000 | peak memory, MB | file, MB |"]
    told.append("|---|---|---|---|---|")
    filed = 0
    with ranke.Record(place, create=True) as record:
        for step in (one for one in STEPS if one <= most):
            while filed < step:
                if filed == SMALL - TOGETHER:
                    # The readings that warm the small record's memory up are filed there by each turn anew.
                    record.analyse()
                    _copy(place, WORK / "first.db")
                file(record, given, TOGETHER)
                filed += TOGETHER
            turns = []
            for _ in range(TURNS):
                turns.append((file(record, given, TOGETHER), into_small()))
                filed += TOGETHER
            ratio = statistics.median(here / there for here, there in turns)
            here, there = (statistics.median(some) for some in zip(*turns, strict=True))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            size = place.stat().st_size >> 20
            told.append(f"| {step:,} | **{ratio:.2f}** | {here:.1f}, {there:.1f} | {peak:.0f} | {size} |")
            print(told[-1], file=sys.stderr, flush=True)
        record.analyse()
    return ["## Growth", "", *told, "", *questions(place), ""]


def _copy(place: Path, to: Path) -> None:
    """Copy a SQLite file that is open."""
    with sqlite3.connect(place) as source, sqlite3.connect(to) as target:
        source.backup(target)


def questions(place: Path) -> list[str]:
    """Time each question on a record, the median of several runs, in milliseconds."""
    told = ["| question | ms |", "|---|---|"]
    with ranke.Record(place) as record:
        first, second = (who.who.name for who in record.actor("United States").partners[:2])
        event = record.timeline(limit=1)[0]
        last = event.known
        early = record.timeline(actor=first)[0].known[:4] + "-01-31"
        asked: list[tuple[str, Callable[[], object]]] = [
            ("timeline", record.timeline),
            ("timeline of the most frequent actor", lambda: record.timeline(actor="United States")),
            ("timeline with a partner", lambda: record.timeline(actor="United States", with_=first)),
            ("timeline as of a day", lambda: record.timeline(actor=first, as_of=last)),
            ("timeline as of an early day", lambda: record.timeline(as_of=early)),
            ("timeline without an outlet", lambda: record.timeline(actor=first, without=["Reuters"])),
            ("actor", lambda: record.actor(second)),
            ("actor, the most frequent", lambda: record.actor("United States")),
            ("statements", lambda: record.statements(speaker=first)),
            ("relations of the two most frequent", lambda: record.relations("United States", first)),
            ("relations as of a day", lambda: record.relations("United States", second, as_of=last)),
            ("stories", record.stories),
            ("story", lambda: record.story(1)),
            ("conflicts", record.conflicts),
            ("why", lambda: record.why(event.id)),
            ("search", lambda: record.search("strike talks")),
            ("changes", lambda: record.changes(last)),
            ("overview", record.overview),
            ("actors", record.actors),
            ("network", record.network),
            ("show", lambda: record.report(event.evidence.report)),
            ("review", record.review),
        ]
        for name, ask in asked:
            times = []
            for _ in range(5):
                begun = time.perf_counter()
                ask()
                times.append((time.perf_counter() - begun) * 1000)
            told.append(f"| {name} | {statistics.median(times):.0f} |")
    return told


def main() -> None:
    """Measure and print; or, for the process that fills a copy of the small record, file and print what one costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("n", nargs="?", type=int, default=STEPS[-1])
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.into is None:
        print("\n".join(growth(options.n)))
        return
    given = lines()
    for _ in islice(given, SMALL - TOGETHER):
        pass
    with ranke.Record(options.into) as record:
        file(record, given, TOGETHER)
        print(file(record, given, TOGETHER))


if __name__ == "__main__":
    main()
