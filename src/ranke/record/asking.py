"""The questions to a record: each opens one view of it and hands on to the module that answers."""

import datetime as dt
from collections.abc import Sequence
from typing import Unpack, get_args

from ranke.answers import (
    Changes,
    ConflictRow,
    Dossier,
    EventRow,
    Found,
    Relation,
    Rows,
    StanceRow,
    StatementRow,
    Story,
    StoryRow,
    Why,
)
from ranke.errors import UsageError
from ranke.record.events.conflicts import Kind
from ranke.record.filing.judging import event_context, event_type
from ranke.record.opened import Opened, View, day_of, limit_of
from ranke.record.questions.actors import dossier
from ranke.record.questions.evidence import conflicts, why
from ranke.record.questions.relations import relation
from ranke.record.questions.said import Saying, stances, statements
from ranke.record.questions.search import changes, search
from ranke.record.questions.stories import stories, story
from ranke.record.questions.timeline import Wanted, timeline


class Asking(Opened):
    """What can be asked of a record."""

    def timeline(  # noqa: PLR0913 - each narrows the question, and all are by name
        self,
        *,
        actor: str | None = None,
        with_: str | None = None,
        type: Sequence[str] | str = (),  # noqa: A002 - the word that the commands use
        context: Sequence[str] | str = (),
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
            context: Only events in one of these contexts, such as `nuclear`.
            since: Only events that last to this day (or month, or year) or longer.
            until: Only events that begin by then.
            place: Only events at places whose names have these words.
            core: Only what the reports are about.
            view: `as_of`, `without` and `limit`, see `View`.

        Raises:
            RecordError: If nobody is called so.
            UsageError: If a type, a context, a day or the limit is none.
        """
        types = (type,) if isinstance(type, str) else tuple(type)
        contexts = (context,) if isinstance(context, str) else tuple(context)
        with self._lens(view) as lens:
            wanted = Wanted(
                actors=tuple(lens.actors_called(actor)) if actor is not None else (),
                partners=tuple(lens.actors_called(with_)) if with_ is not None else (),
                types=tuple(event_type(one) for one in types),
                contexts=tuple(event_context(one) for one in contexts),
                since=day_of(since, last=False),
                until=day_of(until, last=True),
                place=place,
                core=core,
            )
            return timeline(lens, wanted, limit=limit_of(view))

    def actor(self, name: str, **view: Unpack[View]) -> Dossier:
        """Return the dossier of an actor: names, titles over time, what it did and said, what was said about it.

        Raises:
            RecordError: If nobody is called so.
        """
        with self._lens(view) as lens:
            return dossier(lens, name, limit=limit_of(view))

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
                since=day_of(since, last=False),
                until=day_of(until, last=True),
            )
            return statements(lens, wanted, limit=limit_of(view))

    def stances(self, *, holder: str | None = None, target: str | None = None, **view: Unpack[View]) -> Rows[StanceRow]:
        """Return who is for or against whom or what, in order of days."""
        with self._lens(view) as lens:
            holders = lens.actors_called(holder) if holder is not None else []
            targets = lens.actors_called(target) if target is not None else []
            return stances(lens, holders=holders, targets=targets, limit=limit_of(view))

    def relations(self, one: str, other: str, **view: Unpack[View]) -> Relation:
        """Return how two actors stood to each other over time: acts, claims, turning points, words on each other.

        Raises:
            RecordError: If nobody is called so.
        """
        with self._lens(view) as lens:
            return relation(lens, one, other, limit=limit_of(view))

    def stories(self, **view: Unpack[View]) -> Rows[StoryRow]:
        """Return the stories that reports tell, those of most reports first."""
        with self._lens(view) as lens:
            return stories(lens, limit=limit_of(view))

    def story(self, name: str | int, **view: Unpack[View]) -> Story:
        """Return one story.

        Args:
            name: The id of one of its reports, the beginning of it, or its place in `stories()`, counted from 1.
            view: `as_of`, `without` and `limit`, see `View`.

        Raises:
            RecordError: If there is no such story.
        """
        with self._lens(view) as lens:
            return story(lens, str(name), limit=limit_of(view))

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
            return conflicts(lens, actors=actors, kinds=kinds, limit=limit_of(view))

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
            return search(lens, words, limit=limit_of(view))

    def changes(self, since: str, *, until: str | None = None, **view: Unpack[View]) -> Changes:
        """Return what the record learned from the reports since a day: events, confirmations, conflicts, actors."""
        first, last = day_of(since, last=False), day_of(until, last=True)
        with self._lens(view) as lens:
            end = min(one for one in (last, lens.last, dt.date.max.toordinal()) if one is not None)
            return changes(lens, first or 1, end, limit=limit_of(view))
