"""Writes made-up events in every format, and tells seconds, megabytes on the disk and the most memory that each took.

    python bench/exports.py [EVENTS [FORMAT ...]]

The events are rows as a record gives them, without a record, between fifty thousand actors; a tenth as many are written
first to see what memory the rest takes. Each run is a process of its own.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ranke.answers import (
    ActorFacts,
    ActorRow,
    EventRow,
    Evidence,
    NameCount,
    PlaceFacts,
    ReportRow,
    Who,
    WholeActor,
    WholeEvent,
    WholeReport,
)
from ranke.exports.exporting import export
from ranke.exports.formats import FORMATS

ACTORS = 50_000
A_REPORT = 10
"""Events of one report."""

MIB = 2**20
WORDS = "The foreign minister of Freedonia met the envoy of Sylvania in the capital on Monday, the agency said."


class Made:
    """A record of so many events, each made as it is asked for."""

    def __init__(self, events: int) -> None:
        self._events = events

    def each_event(self, **_: object) -> Iterator[WholeEvent]:
        """Yield the events."""
        place = PlaceFacts("Tehran", "IRN", 35.7, 51.42)
        for number in range(self._events):
            one, other = _actor(number * 7919), _actor(number * 104_729 + 1)
            report = _report(number // A_REPORT)
            words = Evidence(
                report.id, report.date, report.outlet, 100, 100 + len(WORDS), WORDS, "The foreign minister"
            )
            row = EventRow(
                id=f"e{number:012}", date=report.date, type="CONSULT", mode="meet", cameo="040", goldstein=1.0,
                intensity=2.0, contexts=("diplomatic",), status="happened", sources=(one.who,), targets=(other.who,),
                place="Tehran", core=True, reports=2, outlets=2, roots=1, attribution=(), conflicts=0, story=report.id,
                rejected=False, rule="consult.meet", confidence=0.9, trigger=(138, 141), evidence=words,
                known=report.date,
            )  # fmt: skip
            yield WholeEvent(row, (one,), (other,), (), place, report)

    def each_actor(self, **_: object) -> Iterator[WholeActor]:
        """Yield the actors."""
        for number in range(ACTORS):
            one = _actor(number)
            row = ActorRow(one.who, one.kind, one.country, one.sector, "2020-01-01", "2020-12-31", 20, 20)
            yield WholeActor(row, (NameCount(one.who.name, 20),))

    def each_report(self, **_: object) -> Iterator[WholeReport]:
        """Yield the reports."""
        for number in range(self._events // A_REPORT):
            yield WholeReport(_report(number), None, "en", 2_000)

    def each_statement(self, **_: object) -> Iterator[object]:
        """Yield nothing."""
        return iter(())

    each_stance = each_relation = each_statement


def _actor(number: int) -> ActorFacts:
    number %= ACTORS
    return ActorFacts(Who(f"a{number:012}", f"Person {number} of Freedonia"), "person", "FRA", "GOV")


def _report(number: int) -> ReportRow:
    day = f"2020-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return ReportRow(
        f"report-{number:010}", day, "Herald", "Talks in Ruritz", f"https://herald.example/{number}", None, ()
    )


def _one(to: str, events: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        start = time.perf_counter()
        export(Made(events), to, out)  # type: ignore[arg-type]
        took = time.perf_counter() - start
        files = [out] if out.is_file() else list(out.iterdir())
        size = sum(file.stat().st_size for file in files) / MIB
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{took:.1f} {size:.0f} {most:.0f}")


def main() -> None:
    """Measure each format."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    print(f"{'format':<12}{'seconds':>9}{'MiB on disk':>13}{'MiB memory':>12}{f'of {events // 10:,}':>13}")
    for to in sys.argv[2:] or FORMATS:
        few, many = (
            subprocess.run(
                [sys.executable, __file__, "--one", to, str(count)], capture_output=True, text=True, check=True
            ).stdout.split()
            for count in (events // 10, events)
        )
        print(f"{to:<12}{many[0]:>9}{many[1]:>13}{many[2]:>12}{few[2]:>13}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], int(sys.argv[3]))
    else:
        main()
