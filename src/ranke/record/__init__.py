"""Many readings → one record: the same actor and event across reports, stories, conflicts, relations over time."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import select

from ranke.errors import RecordError, ReportError
from ranke.model import Reading, Report
from ranke.record.asking import Asking
from ranke.record.filing.evidence import digest_of
from ranke.record.filing.incoming import Incoming, incoming
from ranke.record.judging import Judging
from ranke.record.keeping import schema
from ranke.record.keeping.check import check
from ranke.record.keeping.dump import dump
from ranke.record.keeping.store import analyse, rows_in
from ranke.record.opened import View
from ranke.record.streaming import Streaming
from ranke.record.surveying import Surveying

__all__ = ["Filed", "Record", "View"]

_AT_ONCE = 250
"""Readings that are filed in one transaction: a second or so, that no other writer waits long."""


@dataclass(frozen=True, slots=True)
class Filed:
    """How many readings were new, replaced another of the same report, or were there already."""

    new: int = 0
    corrected: int = 0
    known: int = 0


class Record(Asking, Surveying, Streaming, Judging):
    """A record of what many reports say, in a SQLite file or a PostgreSQL database.

        with ranke.Record("my.db") as record:
            for row in record.timeline(actor="Hamas"):
                print(row.date, row.type, row.evidence.words)

    Questions see one state of the record, whatever is filed meanwhile; one writer is at work at a time, others wait.

    Args:
        where: The path of a file, or a URL such as `postgresql://user@host/name`.
        create: Whether to make a record where there is none.

    Raises:
        RecordError: If there is no record, it can't be opened, or a newer Ranke made it.
    """

    def add(
        self,
        lines: Iterable[str],
        *,
        path: str = "",
        on_error: Callable[[ReportError], None] | None = None,
        on_filed: Callable[[Filed], None] | None = None,
    ) -> Filed:
        """File readings made elsewhere, or by `ranke read --json`: one JSON object a line.

        A reading of a report that is there replaces the one before, which stays in the history. The texts may be in
        `document.text`; without them the record knows spans but no words.

        Args:
            lines: The readings.
            path: The file's name, for what is said of errors.
            on_error: Takes what is wrong with a line; the others are still filed. Without it the first is raised.
            on_filed: Takes what became of each lot of readings as soon as it is safely filed.

        Raises:
            ReportError: For the first line that is no reading, unless `on_error` takes it.
        """
        total = Counter[str]()

        def good() -> Iterator[Incoming]:
            for one in incoming(lines, path=path):
                if isinstance(one, Incoming):
                    yield one
                elif on_error is None:
                    raise one
                else:
                    on_error(one)

        rest = good()
        while some := list(islice(rest, _AT_ONCE)):
            became = Counter(self._file(some).values())
            total += became
            if on_filed:
                on_filed(_filed(became))
        return _filed(total)

    def file(self, pairs: Iterable[tuple[Report, Reading]], *, reader: str) -> dict[str, str]:
        """File readings of reports in one transaction.

        Args:
            pairs: Reports and what they say.
            reader: The version of Ranke that made the readings.

        Returns:
            What became of each report, by its id: `new`, `corrected` or `known`.
        """
        return self._file([Incoming(reading, report.text, reader) for report, reading in pairs])

    def _file(self, given: Sequence[Incoming]) -> dict[str, str]:
        became: dict[str, str] = {}
        rest = list(given)
        while rest:
            # Versions of one report are filed one after the other.
            some = list({one.reading.document.id: one for one in reversed(rest)}.values())[::-1]
            rest = [one for one in rest if all(one is not other for other in some)]
            with self._filing() as filing:
                became |= filing.add(some)
                filing.finish()
        return became

    def knows(self, reports: Iterable[Report]) -> set[str]:
        """Return the ids of those reports that are in the record just as they are."""
        wanted = {report.id: report for report in reports}
        with self._store.asking() as connection:
            rows = [row for row in rows_in(connection, schema.version, "report", wanted) if row.state == "current"]
        return {row.report for row in rows if row.digest == digest_of(wanted[row.report], wanted[row.report].text)}

    def withdraw(self, report: str) -> None:
        """Take a report's evidence away, and what rests on nothing else; its versions stay in the history.

        Raises:
            RecordError: If the report is not in the record.
        """
        with self._filing() as filing:
            connection = filing.connection
            here = connection.execute(select(schema.report.c.id).where(schema.report.c.id == report)).first()
            if here is None:
                message = f"no report {report!r} in this record; see the reports named by ranke timeline"
                raise RecordError(message)
            filing.retire(report, "withdrawn")
            filing.remove([report])
            filing.finish()

    def dump(self) -> Iterator[str]:
        """Yield the pieces of one JSON document that holds everything, the same whatever the order of filing."""
        with self._store.asking() as connection:
            yield from dump(connection)

    def check(self) -> list[str]:
        """Return what is wrong with the record, a sentence each: hashes, spans, references, groups."""
        with self._store.asking() as connection:
            return list(check(connection))

    def state(self) -> tuple[object, ...]:
        """Return what is different as soon as anything was filed or judged: answers hold as long as it is the same."""
        return self._store.state()

    def analyse(self) -> None:
        """Let the database look at how its tables are filled; worth it after many readings."""
        with self._store.writing() as connection:
            analyse(connection)


def _filed(became: Counter[str]) -> Filed:
    return Filed(became["new"], became["corrected"], became["known"])
