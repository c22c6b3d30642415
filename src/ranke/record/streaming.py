"""Going through a whole record: iterators that hold a few hundred rows at a time."""

from collections.abc import Callable, Iterator
from typing import Unpack

from ranke.answers import ClaimRow, StanceRow, WholeActor, WholeEvent, WholeReport, WholeStatement
from ranke.record.opened import Opened, View
from ranke.record.questions import streams
from ranke.record.questions.lens import Lens


class Streaming(Opened):
    """What can be gone through; each sees one state of the record until it is through, whatever is filed meanwhile.

    All take `as_of` and `without`, see `View`; `limit` has no meaning here.
    """

    def each_event(self, **view: Unpack[View]) -> Iterator[WholeEvent]:
        """Yield every event by day and id, with what its sides are, its place, and the report that is shown for it."""
        return self._each(streams.each_event, view)

    def each_actor(self, **view: Unpack[View]) -> Iterator[WholeActor]:
        """Yield every actor by id, with its names."""
        return self._each(streams.each_actor, view)

    def each_report(self, **view: Unpack[View]) -> Iterator[WholeReport]:
        """Yield every report by day and id, with its story."""
        return self._each(streams.each_report, view)

    def each_statement(self, **view: Unpack[View]) -> Iterator[WholeStatement]:
        """Yield every statement in order of the reports and their texts, with what its speaker is."""
        return self._each(streams.each_statement, view)

    def each_stance(self, **view: Unpack[View]) -> Iterator[StanceRow]:
        """Yield every stance in order of the reports and their texts."""
        return self._each(streams.each_stance, view)

    def each_relation(self, **view: Unpack[View]) -> Iterator[ClaimRow]:
        """Yield every claim about a relation in order of the reports and their texts."""
        return self._each(streams.each_relation, view)

    def _each[Row](self, rows: Callable[[Lens], Iterator[Row]], view: View) -> Iterator[Row]:
        with self._lens(view) as lens:
            yield from rows(lens)
