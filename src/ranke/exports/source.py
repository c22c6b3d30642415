"""What an export reads: the streams of a record, as far as its options let through."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from ranke.answers import ActorFacts, WholeEvent, WholeReport, WholeStatement


class Streams(Protocol):
    """A record, as far as exports ask it; `view` is `as_of` and `without`, as in every question."""

    def each_event(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        **view: Any,  # noqa: ANN401 - as the record has it
    ) -> Iterator[WholeEvent]:
        """Yield events in order of days."""

    def each_statement(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        **view: Any,  # noqa: ANN401
    ) -> Iterator[WholeStatement]:
        """Yield statements in order of days."""

    def each_actor(self, **view: Any) -> Iterator[ActorFacts]:  # noqa: ANN401
        """Yield actors in order of their ids."""

    def each_report(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        **view: Any,  # noqa: ANN401
    ) -> Iterator[WholeReport]:
        """Yield reports in order of days."""


@dataclass(slots=True)
class Source:
    """The streams of a record under one set of options; `written` and `left_out` count events as they go by.

    Args:
        record: What is read.
        view: `as_of` and `without`.
        since: Only events and statements from this day, month or year on, and reports of those days.
        until: Only those up to then.
        statuses: Only events of these statuses; all where there are none.
    """

    record: Streams
    view: Mapping[str, str | Sequence[str] | None] = field(default_factory=dict)
    since: str | None = None
    until: str | None = None
    statuses: Collection[str] = ()
    written: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def events(self) -> Iterator[WholeEvent]:
        """Yield the events, in order of days."""
        for one in self.record.each_event(since=self.since, until=self.until, **self.view):
            if self.statuses and one.event.status not in self.statuses:
                self.left_out[one.event.status] += 1
            else:
                self.written += 1
                yield one

    def statements(self) -> Iterator[WholeStatement]:
        """Yield the statements, in order of days."""
        return self.record.each_statement(since=self.since, until=self.until, **self.view)

    def actors(self) -> Iterator[ActorFacts]:
        """Yield all actors, whatever the days that are asked for."""
        return self.record.each_actor(**self.view)

    def reports(self) -> Iterator[WholeReport]:
        """Yield the reports, in order of days."""
        return self.record.each_report(since=self.since, until=self.until, **self.view)
