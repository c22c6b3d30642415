"""The questions that look at a whole record, at one report, and at what the record is least sure of."""

from collections.abc import Sequence
from typing import Unpack, get_args

from ranke.answers import ActorRow, DoubtRow, Network, Overview, ReportText, Rows
from ranke.errors import UsageError
from ranke.model import Kind, Sector
from ranke.record.filing.judging import event_type
from ranke.record.opened import Opened, View, day_of, limit_of
from ranke.record.questions.actorlist import Sought, actors
from ranke.record.questions.network import Ties, network
from ranke.record.questions.overview import overview
from ranke.record.questions.report import report
from ranke.record.questions.review import review

_NAMED = 12
"""Actors, stories and events that an overview names where nobody asks for more."""


_ASKED = 20
"""Doubts that a review shows where nobody asks for more."""


class Surveying(Opened):
    """What can be asked of a record as a whole."""

    def overview(self, **view: Unpack[View]) -> Overview:
        """Return what the record holds at a glance; `limit` is how many of each list to name (12 if not given)."""
        with self._lens(view) as lens:
            return overview(lens, limit=limit_of(view, _NAMED))

    def actors(
        self,
        *,
        kind: Sequence[str] | str = (),
        country: Sequence[str] | str = (),
        sector: Sequence[str] | str = (),
        search: str = "",
        skip: int = 0,
        **view: Unpack[View],
    ) -> Rows[ActorRow]:
        """Return the actors of the record, those of most events first.

        Args:
            kind: Only of these kinds: person, organization, country, group, media.
            country: Only of these countries, as ISO 3166-1 alpha-3 codes, or `IGO`.
            sector: Only of these sectors, as PLOVER's codes.
            search: Only those one of whose names has these words.
            skip: How many to leave out at the head: those of the pages before.
            view: `as_of`, `without` and `limit`, see `View`.

        Raises:
            UsageError: If a kind, a sector or a number is none.
        """
        sought = Sought(
            _known(kind, get_args(Kind), "kind of actor"),
            tuple(one.strip().upper() for one in _several(country)),
            _known(tuple(one.upper() for one in _several(sector)), get_args(Sector), "sector"),
            search,
        )
        if skip < 0:
            message = f"skip must be 0 or more, not {skip}"
            raise UsageError(message)
        with self._lens(view) as lens:
            return actors(lens, sought, limit=limit_of(view), skip=skip)

    def network(
        self,
        *,
        actor: str | None = None,
        type: Sequence[str] | str = (),  # noqa: A002 - the word that the commands use
        since: str | None = None,
        until: str | None = None,
        **view: Unpack[View],
    ) -> Network:
        """Return who does what to whom: the strongest `limit` edges, and the actors that they join.

        Args:
            actor: Only the neighbourhood of this one: a name or an id.
            type: Only acts of these types.
            since: Only acts that last to this day (or month, or year) or longer.
            until: Only acts that begin by then.
            view: `as_of`, `without` and `limit`, see `View`.

        Raises:
            RecordError: If nobody is called so.
            UsageError: If a type, a day or the limit is none.
        """
        types = tuple(event_type(one) for one in _several(type))
        days = day_of(since, last=False), day_of(until, last=True)
        with self._lens(view) as lens:
            centre = lens.actors_called(actor)[0] if actor is not None else None
            return network(lens, Ties(centre, types, *days), limit=limit_of(view))

    def report(self, name: str, **view: Unpack[View]) -> ReportText:
        """Return a report with its text and every place in it that the record points at.

        Args:
            name: Its id, or the beginning of it.
            view: `as_of` and `without`, see `View`.

        Raises:
            RecordError: If there is no such report in this view.
        """
        with self._lens(view) as lens:
            return report(lens, name)

    def review(self, *, kind: Sequence[str] | str = (), **view: Unpack[View]) -> Rows[DoubtRow]:
        """Return what the record is least sure of and nobody has judged yet, the most useful to know first.

        Args:
            kind: Only these kinds of doubt: joined, apart, event, accounts.
            view: `as_of`, `without` and `limit` (20 if not given), see `View`.

        Raises:
            UsageError: If a kind or the limit is none.
        """
        kinds = _known(kind, ("joined", "apart", "event", "accounts"), "kind of doubt")
        with self._lens(view) as lens:
            return review(lens, kinds, limit=limit_of(view, _ASKED))


def _several(value: Sequence[str] | str) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _known(value: Sequence[str] | str, known: Sequence[str], what: str) -> tuple[str, ...]:
    for one in _several(value):
        if one not in known:
            message = f"{one!r} is no {what}; choose from {', '.join(known)}"
            raise UsageError(message)
    return _several(value)
