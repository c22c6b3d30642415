"""What happened, in order of days."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Any

from sqlalchemy import Select, func, select

from ranke.answers import EventRow, Rows
from ranke.days import extent
from ranke.offices.names import fold
from ranke.record.filing.summaries import Rulings
from ranke.record.keeping import schema
from ranke.record.questions.lens import Lens
from ranke.record.questions.told import events

_UNDATED = 10**7
"""More days than any date spans."""

PAGE = 400
"""Events or statements that are looked at together at most."""


SPARE = 4
"""Rows of parties for each event or statement of a page that are looked at for its first day: one may have several."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for; actors by number, days as ordinals."""

    actors: tuple[int, ...] = ()
    partners: tuple[int, ...] = ()
    types: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    place: str | None = None
    core: bool = False


def timeline(lens: Lens, wanted: Wanted, *, limit: int = 0, among: Sequence[int] | None = None) -> Rows[EventRow]:
    """Return events in order of days; where there are more than `limit`, the latest of them.

    An event without a day stands at the day on which it was first reported. Rejected events are left out.

    Args:
        lens: What may be seen.
        wanted: Which events.
        limit: How many; 0 is all.
        among: The numbers of these events, the latest first, where they are known already.
    """
    latest: list[EventRow] = []
    size = page_of(lens, limit)
    pages = _pages(lens, wanted, size) if among is None else (list(page) for page in batched(among, size))
    fits = _fits(lens, wanted)
    for page in pages:
        latest.extend(row for row in events(lens, page) if not row.rejected and fits(row))
        if limit and len(latest) > limit:
            break
    latest.sort(key=when, reverse=True)
    kept = latest[:limit] if limit else latest
    more = 0
    if limit and len(latest) > limit:
        more = (_count(lens, wanted) if among is None else len(among)) - len(kept)
    return Rows(sorted(kept, key=when), more=max(more, 0))


def page_of(lens: Lens, limit: int) -> int:
    """Return how many rows to look at together: some more than are wanted where the lens may leave some out."""
    return min(limit + (limit // 2 if lens.narrow else 0) + 1, PAGE) if limit else PAGE


def when(row: EventRow) -> tuple[int, int, str, str]:
    """Return where an event stands among others: by its first day, dated ones before others, then by its id."""
    days = extent(row.date) or extent(row.known) or (0, 0)
    return days[0], days[1] - days[0] if row.date else _UNDATED, row.date or row.known, row.id


def _query(lens: Lens, wanted: Wanted, since: int | None = None) -> Select[Any]:
    """Return a query of the numbers of events, the latest first; rejected ones are among them.

    Args:
        lens: What may be seen.
        wanted: Which events.
        since: The first day that they may begin on, if not any.
    """
    event = schema.event
    query = select(event.c.number)
    if since is not None:
        query = query.where(event.c.first >= since)
    if wanted.actors:
        query = query.where(event.c.number.in_(_taking_part(lens, wanted, since)))
    if wanted.types:
        query = query.where(event.c.type.in_(wanted.types))
    if wanted.contexts:
        told_in = schema.event_context
        query = query.where(event.c.number.in_(select(told_in.c.event).where(told_in.c.context.in_(wanted.contexts))))
    if wanted.since is not None:
        query = query.where(event.c.last >= wanted.since)
    if wanted.until is not None:
        query = query.where(event.c.first <= wanted.until)
    if wanted.core:
        query = query.where(event.c.core == 1)
    if wanted.place:
        account = schema.account
        named = select(account.c.event).where(account.c.place.ilike(f"%{_plain(wanted.place)}%"))
        query = query.where(event.c.number.in_(named))
    if lens.last is not None:
        query = query.where(event.c.known <= lens.last)
    return query.order_by(event.c.first.desc(), event.c.id.desc())


def _plain(words: str) -> str:
    return words.replace("%", "").replace("_", " ").strip()


def _taking_part(lens: Lens, wanted: Wanted, since: int | None) -> Select[Any]:
    """Return the events of which one of the actors is on a side, and one of the partners, if any, too."""
    party = schema.event_party
    if wanted.partners:
        return select(lens.shared(wanted.actors, wanted.partners).c.event)
    query = select(party.c.event).where(party.c.actor.in_(wanted.actors))
    return query if since is None else query.where(party.c.first >= since)


def _pages(lens: Lens, wanted: Wanted, size: int) -> Iterator[list[int]]:
    """Yield the numbers of events, so many together, the latest first."""
    held, start = schema.event.c.rejected == 0, 0
    query, since = _query(lens, wanted).where(held), _since(lens, wanted, size)
    if since is not None:
        # Of an actor with many events only the latest are put in order, if these are enough.
        late = _query(lens, wanted, since).where(held)
        page = list(lens.connection.execute(late.limit(size)).scalars())
        if len(page) == size:
            yield page
            start = size
    while page := list(lens.connection.execute(query.limit(size).offset(start)).scalars()):
        yield page
        start += len(page)
        if len(page) < size:
            return


def _since(lens: Lens, wanted: Wanted, size: int) -> int | None:
    """Return a day from which on the actors that are asked for surely have events enough for a page."""
    if not wanted.actors or wanted.partners:
        return None
    party = schema.event_party
    days = select(party.c.first).where(party.c.actor.in_(wanted.actors))
    if lens.last is not None:
        days = days.where(party.c.first <= lens.last)
    return lens.latest(days, party.c.first, SPARE * size)


def _fits(lens: Lens, wanted: Wanted) -> Callable[[EventRow], bool]:
    """Return whether a row is still what was asked for, once accounts were left out."""
    if not lens.narrow:
        return lambda _: True
    mine = {who.id for who in lens.who(wanted.actors).values()}
    theirs = {who.id for who in lens.who(wanted.partners).values()}

    def fits(row: EventRow) -> bool:
        sides = {who.id for who in (*row.sources, *row.targets)}
        days = extent(row.date) or extent(row.known) or (0, 0)
        return (
            (not mine or bool(mine & sides))
            and (not theirs or bool(theirs & sides))
            and (not wanted.types or row.type in wanted.types)
            and (not wanted.contexts or bool(set(wanted.contexts) & set(row.contexts)))
            and (not wanted.core or row.core)
            and (wanted.since is None or days[1] >= wanted.since)
            and (wanted.until is None or days[0] <= wanted.until)
            and (not wanted.place or fold(_plain(wanted.place)) in fold(row.place or ""))
        )

    return fits


def _count(lens: Lens, wanted: Wanted) -> int:
    """Return how many events there are; the few that people rejected are counted apart, as no index has them."""
    every, party = _query(lens, wanted).order_by(None), schema.event_party
    rejected = Rulings.of(lens.connection).rejected
    out = every.where(schema.event.c.number.in_(sorted(rejected))) if rejected else None
    if lens.last is None and wanted == Wanted(actors=wanted.actors) and len(wanted.actors) == 1:
        # An actor's events stand in an index by day.
        every = select(party.c.first, party.c.event).where(party.c.actor.in_(wanted.actors)).distinct()
    found, gone = (
        int(lens.connection.execute(select(func.count()).select_from(query.subquery())).scalar_one())
        if query is not None
        else 0
        for query in (every, out)
    )
    return found - gone
