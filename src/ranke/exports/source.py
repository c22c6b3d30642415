"""What an export reads: the streams of a record, as far as its options let through."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypedDict

from ranke.answers import ClaimRow, StanceRow, WholeActor, WholeEvent, WholeReport, WholeStatement
from ranke.days import extent


class View(TypedDict):
    """How the record is looked at: as of a day, without outlets and actors as sources."""

    as_of: str | None
    without: Sequence[str] | str


class Streams(Protocol):
    """A record, as far as exports ask it."""

    def each_event(self, *, as_of: str | None = None, without: Sequence[str] | str = ()) -> Iterator[WholeEvent]:
        """Yield events by day and id."""

    def each_actor(self, *, as_of: str | None = None, without: Sequence[str] | str = ()) -> Iterator[WholeActor]:
        """Yield actors by id."""

    def each_report(self, *, as_of: str | None = None, without: Sequence[str] | str = ()) -> Iterator[WholeReport]:
        """Yield reports by day and id."""

    def each_statement(
        self, *, as_of: str | None = None, without: Sequence[str] | str = ()
    ) -> Iterator[WholeStatement]:
        """Yield statements in order of reports and texts."""

    def each_stance(self, *, as_of: str | None = None, without: Sequence[str] | str = ()) -> Iterator[StanceRow]:
        """Yield stances in order of reports and texts."""

    def each_relation(self, *, as_of: str | None = None, without: Sequence[str] | str = ()) -> Iterator[ClaimRow]:
        """Yield claims about relations in order of reports and texts."""


@dataclass(frozen=True, slots=True)
class Between:
    """Days that something must touch, as ordinals; an end that is null is open."""

    first: int | None = None
    last: int | None = None

    def touches(self, date: str | None, known: str) -> bool:
        """Tell whether a date, or where there is none the day on which it was known, touches these days."""
        days = extent(date) or extent(known)
        if days is None:
            return self.first is None and self.last is None
        return (self.first is None or days[1] >= self.first) and (self.last is None or days[0] <= self.last)


@dataclass(slots=True)
class Source:
    """The streams of a record under one set of options; `written` and `left_out` count events as they go by.

    Args:
        record: What is read.
        view: As of which day, and without whom.
        between: Only what touches these days.
        statuses: Only events of these statuses; all where there are none.
    """

    record: Streams
    view: View = field(default_factory=lambda: View(as_of=None, without=()))
    between: Between = field(default_factory=Between)
    statuses: Collection[str] = ()
    written: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def events(self) -> Iterator[WholeEvent]:
        """Yield the events, by day and id."""
        for one in self.record.each_event(**self.view):
            event = one.event
            if not self.between.touches(event.date, event.known):
                continue
            if self.statuses and event.status not in self.statuses:
                self.left_out[event.status] += 1
            else:
                self.written += 1
                yield one

    def actors(self) -> Iterator[WholeActor]:
        """Yield all actors, whatever the days that are asked for."""
        return self.record.each_actor(**self.view)

    def reports(self) -> Iterator[WholeReport]:
        """Yield all reports, whatever the days that are asked for: what happened then may be told later."""
        return self.record.each_report(**self.view)

    def statements(self) -> Iterator[WholeStatement]:
        """Yield the statements, in order of reports and texts."""
        for one in self.record.each_statement(**self.view):
            if self.between.touches(one.statement.date, one.report.date):
                yield one

    def stances(self) -> Iterator[StanceRow]:
        """Yield the stances, in order of reports and texts."""
        return (one for one in self.record.each_stance(**self.view) if self.between.touches(one.date, one.date))

    def relations(self) -> Iterator[ClaimRow]:
        """Yield what is claimed of relations, in order of reports and texts."""
        for one in self.record.each_relation(**self.view):
            if self.between.touches(one.period, one.evidence.date):
                yield one
