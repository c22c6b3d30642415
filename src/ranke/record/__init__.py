"""Many readings → one record: the same actor and event across reports, stories, conflicts, relations over time."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypedDict, Unpack, get_args

from sqlalchemy import select

from ranke.answers import (
    Changes,
    ConflictRow,
    Dossier,
    EventRow,
    Found,
    JudgementRow,
    Relation,
    Rows,
    StanceRow,
    StatementRow,
    Story,
    StoryRow,
    Why,
)
from ranke.errors import RecordError, ReportError, UsageError
from ranke.model import Reading, Report
from ranke.record.days import extent
from ranke.record.events.conflicts import Kind
from ranke.record.events.occasions import Memory
from ranke.record.filing.evidence import digest_of
from ranke.record.filing.filing import Filing
from ranke.record.filing.incoming import Incoming, incoming
from ranke.record.filing.judging import event_type, judge, merged, rejected, split_from, unjudge
from ranke.record.keeping import schema
from ranke.record.keeping.check import check
from ranke.record.keeping.dump import dump
from ranke.record.keeping.store import Store, analyse, rows_in
from ranke.record.questions.actors import dossier
from ranke.record.questions.evidence import conflicts, judged, row_of, why
from ranke.record.questions.lens import Lens
from ranke.record.questions.relations import relation
from ranke.record.questions.said import Saying, stances, statements
from ranke.record.questions.search import changes, search
from ranke.record.questions.stories import stories, story
from ranke.record.questions.timeline import Wanted, timeline

__all__ = ["Filed", "Record", "View"]

_AT_ONCE = 250
"""Readings that are filed in one transaction: a second or so, that no other writer waits long."""


@dataclass(frozen=True, slots=True)
class Filed:
    """How many readings were new, replaced another of the same report, or were there already."""

    new: int = 0
    corrected: int = 0
    known: int = 0


class View(TypedDict, total=False):
    """How a question looks at the record.

    `as_of` is a day: only what reports up to then tell, as known then. `without` names outlets and actors that are left
    out as sources, with what rests on them. `limit` is how many rows are returned, the latest; 0 is all (100 if not
    given).
    """

    as_of: str | None
    without: Sequence[str] | str
    limit: int


class Record:
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

    def __init__(self, where: str | Path, *, create: bool = False) -> None:
        self._store = Store(where, create=create)
        self._memory = Memory()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file or the connections go."""
        self._store.close()

    def add(
        self,
        lines: Iterable[str],
        *,
        path: str = "",
        on_error: Callable[[ReportError], None] | None = None,
    ) -> Filed:
        """File readings made elsewhere, or by `ranke read --json`: one JSON object a line.

        A reading of a report that is there replaces the one before, which stays in the history. The texts may be in
        `document.text`; without them the record knows spans but no words.

        Args:
            lines: The readings.
            path: The file's name, for what is said of errors.
            on_error: Takes what is wrong with a line; the others are still filed. Without it the first is raised.

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
            total.update(self._file(some).values())
        return Filed(total["new"], total["corrected"], total["known"])

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

    def timeline(  # noqa: PLR0913 - each narrows the question, and all are by name
        self,
        *,
        actor: str | None = None,
        with_: str | None = None,
        type: Sequence[str] | str = (),  # noqa: A002 - the word that the commands use
        since: str | None = None,
        until: str | None = None,
        place: str | None = None,
        core: bool = False,
        **view: Unpack[View],
    ) -> Rows[EventRow]:
        """Return what happened, in order of days; where there are more than `limit`, the latest.

        Args:
            actor: Only events with this actor on a side: a name or an id. A name that several bear means all of them.
            with_: Only those with this one on a side too.
            type: Only these types.
            since: Only events that last to this day (or month, or year) or longer.
            until: Only events that begin by then.
            place: Only events at places whose names have these words.
            core: Only what the reports are about.
            view: `as_of`, `without` and `limit`, see `View`.

        Raises:
            RecordError: If nobody is called so.
            UsageError: If a type, a day or the limit is none.
        """
        types = (type,) if isinstance(type, str) else tuple(type)
        with self._lens(view) as lens:
            wanted = Wanted(
                actors=tuple(lens.actors_called(actor)) if actor is not None else (),
                partners=tuple(lens.actors_called(with_)) if with_ is not None else (),
                types=tuple(event_type(one) for one in types),
                since=_day(since, last=False),
                until=_day(until, last=True),
                place=place,
                core=core,
            )
            return timeline(lens, wanted, limit=_limit(view))

    def actor(self, name: str, **view: Unpack[View]) -> Dossier:
        """Return the dossier of an actor: names, titles over time, what it did and said, what was said about it.

        Raises:
            RecordError: If nobody is called so.
        """
        with self._lens(view) as lens:
            return dossier(lens, name, limit=_limit(view))

    def statements(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        **view: Unpack[View],
    ) -> Rows[StatementRow]:
        """Return who said what, in order of days; where there are more than `limit`, the latest.

        Args:
            speaker: Only what this actor said.
            about: Only statements whose words name this actor.
            since: Only statements from this day, month or year on.
            until: Only statements up to then.
            view: `as_of`, `without` and `limit`, see `View`.
        """
        with self._lens(view) as lens:
            wanted = Saying(
                speakers=tuple(lens.actors_called(speaker)) if speaker is not None else (),
                about=tuple(lens.actors_called(about)) if about is not None else (),
                since=_day(since, last=False),
                until=_day(until, last=True),
            )
            return statements(lens, wanted, limit=_limit(view))

    def stances(self, *, holder: str | None = None, target: str | None = None, **view: Unpack[View]) -> Rows[StanceRow]:
        """Return who is for or against whom or what, in order of days."""
        with self._lens(view) as lens:
            holders = lens.actors_called(holder) if holder is not None else []
            targets = lens.actors_called(target) if target is not None else []
            return stances(lens, holders=holders, targets=targets, limit=_limit(view))

    def relations(self, one: str, other: str, **view: Unpack[View]) -> Relation:
        """Return how two actors stood to each other over time: acts, claims, turning points, words on each other.

        Raises:
            RecordError: If nobody is called so.
        """
        with self._lens(view) as lens:
            return relation(lens, one, other, limit=_limit(view))

    def stories(self, **view: Unpack[View]) -> Rows[StoryRow]:
        """Return the stories that reports tell, those of most reports first."""
        with self._lens(view) as lens:
            return stories(lens, limit=_limit(view))

    def story(self, name: str | int, **view: Unpack[View]) -> Story:
        """Return one story.

        Args:
            name: The id of one of its reports, the beginning of it, or its place in `stories()`, counted from 1.
            view: `as_of`, `without` and `limit`, see `View`.

        Raises:
            RecordError: If there is no such story.
        """
        with self._lens(view) as lens:
            return story(lens, str(name), limit=_limit(view))

    def conflicts(
        self, *, actor: str | None = None, kind: Sequence[str] | str = (), **view: Unpack[View]
    ) -> Rows[ConflictRow]:
        """Return where accounts of one event differ, the latest events first.

        Args:
            actor: Only events with this actor on a side.
            kind: Only these kinds: contradiction, account, update, granularity.
            view: `as_of`, `without` and `limit`, see `View`.
        """
        kinds = (kind,) if isinstance(kind, str) else tuple(kind)
        for one in kinds:
            if one not in get_args(Kind):
                message = f"{one!r} is no kind of conflict; choose from {', '.join(get_args(Kind))}"
                raise UsageError(message)
        with self._lens(view) as lens:
            actors = lens.actors_called(actor) if actor is not None else []
            return conflicts(lens, actors=actors, kinds=kinds, limit=_limit(view))

    def why(self, event: str, **view: Unpack[View]) -> Why:
        """Return why the record holds an event: accounts, chains of authority, rules, conflicts, judgements.

        Args:
            event: The id of any of its accounts, the beginning of one, or REPORT:ID.
            view: `as_of` and `without`, see `View`.

        Raises:
            RecordError: If there is no such event.
        """
        with self._lens(view) as lens:
            return why(lens, event)

    def search(self, words: str, **view: Unpack[View]) -> Rows[Found]:
        """Return the passages that have all words, the latest first; words in quotation marks stand side by side."""
        with self._lens(view) as lens:
            return search(lens, words, limit=_limit(view))

    def changes(self, since: str, *, until: str | None = None, **view: Unpack[View]) -> Changes:
        """Return what the record learned from the reports since a day: events, confirmations, conflicts, actors."""
        first, last = _day(since, last=False), _day(until, last=True)
        with self._lens(view) as lens:
            end = min(one for one in (last, lens.last, dt.date.max.toordinal()) if one is not None)
            return changes(lens, first or 1, end, limit=_limit(view))

    def merge(self, one: str, other: str, *, note: str = "", author: str = "") -> JudgementRow:
        """Judge that two actors, or two events, are one."""
        with self._filing() as filing:
            what, sides = merged(Lens(filing.connection), one, other)
            return row_of(judge(filing, "merge", what, sides, note=note, author=author))

    def split(self, one: str, members: Sequence[str], *, note: str = "", author: str = "") -> JudgementRow:
        """Judge that some entries of an actor, or some accounts of an event, are another one.

        Args:
            one: The actor or the event.
            members: Ids of entries, REPORT:ID, or reports whose entries go.
            note: Why.
            author: Who says so.
        """
        with self._filing() as filing:
            what, sides = split_from(Lens(filing.connection), one, members)
            return row_of(judge(filing, "split", what, sides, note=note, author=author))

    def reject(self, event: str, *, note: str = "", author: str = "") -> JudgementRow:
        """Judge that an event is none; it stays in the record and is no longer shown."""
        with self._filing() as filing:
            sides = rejected(Lens(filing.connection), event)
            return row_of(judge(filing, "reject", "event", sides, note=note, author=author))

    def retype(
        self,
        event: str,
        type: str,  # noqa: A002 - the word that the commands use
        *,
        note: str = "",
        author: str = "",
    ) -> JudgementRow:
        """Judge that an event is of another type."""
        value = event_type(type)
        with self._filing() as filing:
            sides = rejected(Lens(filing.connection), event)
            return row_of(judge(filing, "retype", "event", sides, value=value, note=note, author=author))

    def judgements(self) -> Rows[JudgementRow]:
        """Return all judgements, undone ones too, in the order in which they were made."""
        with self._store.asking() as connection:
            return Rows(judged(Lens(connection)))

    def undo(self, number: int) -> JudgementRow:
        """Undo a judgement; it stays in the list.

        Raises:
            RecordError: If there is none of this number, or it is undone already.
        """
        with self._filing() as filing:
            unjudge(filing, number)
            return next(row for row in judged(Lens(filing.connection)) if row.number == number)

    def check(self) -> list[str]:
        """Return what is wrong with the record, a sentence each: hashes, spans, references, groups."""
        with self._store.asking() as connection:
            return list(check(connection))

    @contextmanager
    def _lens(self, view: "View") -> Iterator[Lens]:
        without = view.get("without", ())
        names = (without,) if isinstance(without, str) else tuple(without)
        with self._store.asking() as connection:
            yield Lens(connection, view.get("as_of"), names)

    @contextmanager
    def _filing(self) -> Iterator[Filing]:
        with self._store.writing() as connection:
            yield Filing(connection, _now(), self._memory)

    def analyse(self) -> None:
        """Let the database look at how its tables are filled; worth it after many readings."""
        with self._store.writing() as connection:
            analyse(connection)


def _limit(view: View) -> int:
    limit = view.get("limit", 100)
    if limit < 0:
        message = f"limit must be 0 (for all) or more, not {limit}"
        raise UsageError(message)
    return limit


def _day(value: str | None, *, last: bool) -> int | None:
    if value is None:
        return None
    days = extent(value)
    if days is None:
        message = f"{value!r} is no day; write one such as 2019-07-23, or 2019-07, or 2019"
        raise UsageError(message)
    return days[1 if last else 0]


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
