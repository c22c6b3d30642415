"""How a question looks at the record: as of a day, and without the sources that are left out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, and_, case, literal, select, union, union_all

from ranke.answers import Evidence, Who
from ranke.days import ordinal
from ranke.errors import RecordError, UsageError
from ranke.offices.names import fold
from ranke.record.events import occasions
from ranke.record.events.memory import Memory
from ranke.record.filing.sides import DONE
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks, rows_in

_FEWEST = 5
"""Letters of an id that a person has to give at least; fewer are taken as a name."""

_SUGGESTED = 3


@dataclass(slots=True)
class Lens:
    """What a question may see.

    Args:
        connection: One state of the record.
        as_of: The last day whose reports count, if not all do.
        without: Outlets and actors that are left out as sources, with all that rests on them alone.
        memory: Which accounts were compared before; it saves time and changes nothing.

    Raises:
        UsageError: If `as_of` is no day.
        RecordError: If nothing in the record bears a name in `without`.
    """

    connection: Connection
    as_of: str | None = None
    without: Sequence[str] = ()
    memory: Memory = field(default_factory=occasions.memory)
    last: int | None = None
    outlets: frozenset[str] = frozenset()
    sources: frozenset[int] = frozenset()
    _reports: dict[int, Line] = field(default_factory=dict)
    _actors: dict[int, Line] = field(default_factory=dict)
    _home: dict[int, int] = field(default_factory=dict)
    _owners: dict[int, int] = field(default_factory=dict)
    _signatures: dict[tuple[int, ...], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.as_of is not None:
            try:
                self.last = ordinal(self.as_of)
            except ValueError as error:
                raise UsageError(str(error)) from error
        outlets, sources = set(), set()
        for name in self.without:
            known = self._outlets_called(name)
            try:
                sources.update(self.actors_called(name))
            except RecordError as error:
                if not known:
                    message = f"no outlet of this record is called {name!r}, and {error}"
                    raise RecordError(message) from error
            outlets.update(known)
        self.outlets, self.sources = frozenset(outlets), frozenset(sources)

    @property
    def narrow(self) -> bool:
        """Whether anything is left out."""
        return self.last is not None or bool(self.outlets or self.sources)

    def _outlets_called(self, name: str) -> set[str]:
        query = select(schema.report.c.outlet).where(schema.report.c.outlet.is_not(None)).distinct()
        wanted = fold(name)
        return {outlet for outlet in self.connection.execute(query).scalars() if fold(outlet) == wanted}

    def reports(self, numbers: Iterable[int]) -> dict[int, Line]:
        """Return reports by number, those only that may be seen."""
        wanted = set(numbers)
        table = schema.report
        columns = (table.c.number, table.c.id, table.c.date, table.c.day, table.c.outlet, table.c.label)
        for some in chunks(sorted(wanted - self._reports.keys())):
            query = select(*columns, table.c.title, table.c.echo, table.c.story).where(table.c.number.in_(some))
            self._reports.update((row.number, row) for row in self.connection.execute(query))
        found = {number: self._reports[number] for number in wanted}
        return {number: row for number, row in found.items() if self.sees(row)}

    def sees(self, report: Line) -> bool:
        """Tell whether a report may be seen: known by then, and not of an outlet that is left out."""
        return (self.last is None or report.day <= self.last) and report.outlet not in self.outlets

    def seen[Q: Select[Any]](self, query: Q, report: ColumnElement[int]) -> Q:
        """Return a query without the rows of reports that may not be seen.

        Args:
            query: A query of rows of reports.
            report: Its column with the numbers of the reports.
        """
        table = schema.report.alias()
        seen = select(table.c.number).where(table.c.number == report)
        if self.last is not None:
            seen = seen.where(table.c.day <= self.last)
        if self.outlets:
            seen = seen.where(table.c.outlet.is_(None) | table.c.outlet.not_in(sorted(self.outlets)))
        return query.where(seen.exists()) if self.last is not None or self.outlets else query

    def actors_of(self, appearances: Iterable[int]) -> dict[int, int]:
        """Return for each appearance the number of the actor that it is one of."""
        wanted = set(appearances)
        table, signature = schema.appearance, schema.signature
        for some in chunks(sorted(wanted - self._home.keys())):
            query = select(table.c.number, signature.c.actor).join(signature).where(table.c.number.in_(some))
            self._home.update((number, actor) for number, actor in self.connection.execute(query))
        return {one: self._home[one] for one in wanted if one in self._home}

    def homes_of(self, signatures: Iterable[int]) -> dict[int, int]:
        """Return for each signature the number of the actor whose it is."""
        wanted = set(signatures)
        table = schema.signature
        for some in chunks(sorted(wanted - self._owners.keys())):
            query = select(table.c.number, table.c.actor).where(table.c.number.in_(some))
            self._owners.update((number, actor) for number, actor in self.connection.execute(query))
        return {one: self._owners[one] for one in wanted}

    def who(self, numbers: Iterable[int]) -> dict[int, Who]:
        """Return actors by number, as answers name them."""
        return {number: Who(row.id, row.name) for number, row in self.actor_rows(numbers).items()}

    def actor_rows(self, numbers: Iterable[int]) -> dict[int, Line]:
        """Return the rows of actors by number."""
        wanted = set(numbers)
        missing = wanted - self._actors.keys()
        self._actors.update((row.number, row) for row in rows_in(self.connection, schema.actor, "number", missing))
        return {number: self._actors[number] for number in wanted}

    def evidence(self, report: Line, start: int, end: int, words: str) -> Evidence:
        """Return where words stand."""
        label = report.label if report.label != report.id else ""
        return Evidence(report.id, report.date, report.outlet, start, end, words, label)

    def actors_called(self, name: str) -> list[int]:
        """Return the numbers of the actors of a name, or the one of an id; those that appear most come first.

        Raises:
            RecordError: If no actor is called so.
        """
        by_id = self._actor_of_handle(name.strip())
        if by_id is not None:
            return [by_id]
        wanted = fold(name)
        found = self._named(wanted) or self._named_partly(wanted)
        if not found:
            raise RecordError(self._nobody(name, wanted))
        return found

    def _actor_of_handle(self, name: str) -> int | None:
        table = schema.appearance
        if ":" in name:
            report, _, one = name.rpartition(":")
            query = select(table.c.number).join(schema.report).where(schema.report.c.id == report, table.c.id == one)
        elif name[:1] == "a" and len(name) > _FEWEST and name.isalnum() and name.islower():
            query = select(table.c.number).where(table.c.handle >= name, table.c.handle < name + "{").limit(50)
        else:
            return None
        numbers = list(self.connection.execute(query).scalars())
        actors = set(self.actors_of(numbers).values())
        if len(actors) > 1:
            message = f"more than one actor has an id that begins with {name}; give more of it"
            raise RecordError(message)
        return actors.pop() if actors else None

    def _named(self, folded: str) -> list[int]:
        naming, signature, actor = schema.naming, schema.signature, schema.actor
        now_and_then = (
            select(signature.c.actor)
            .join(naming, naming.c.signature == signature.c.number)
            .where(naming.c.folded == folded)
        )
        usually = select(actor.c.number).where(actor.c.folded == folded)
        rows = self.actor_rows(self.connection.execute(union(now_and_then, usually)).scalars())
        # A headline name comes before a name by which an actor is called now and then.
        return sorted(rows, key=lambda one: (rows[one].folded != folded, -rows[one].appearances, rows[one].id))

    def _named_partly(self, folded: str) -> list[int]:
        """Return the actors whose usual name has all these words, such as Arouri for Saleh al-Arouri."""
        words = folded.split()
        if not words:
            return []
        column = schema.actor.c.folded
        query = select(schema.actor).where(and_(*(column.like(f"%{word}%") for word in words)))
        rows = [row for row in self.connection.execute(query) if set(words) <= set(row.folded.split())]
        return [row.number for row in sorted(rows, key=lambda row: (-row.appearances, row.id))][:1]

    def _nobody(self, name: str, folded: str) -> str:
        query = select(schema.actor.c.name).order_by(schema.actor.c.appearances.desc()).limit(2000)
        names = {fold(one): one for one in reversed(self.connection.execute(query).scalars().all())}
        near = [names[one] for one in get_close_matches(folded, sorted(names), _SUGGESTED)]
        hint = f"did you mean {' or '.join(near)}?" if near else "see ranke search, or ranke timeline for who is there"
        return f"nobody in this record is called {name!r}; {hint}"

    def signatures_of(self, actors: Iterable[int]) -> list[int]:
        """Return the signatures of actors."""
        table, wanted = schema.signature, tuple(sorted(set(actors)))
        if wanted not in self._signatures:
            query = select(table.c.number).where(table.c.actor.in_(wanted)).order_by(table.c.number)
            self._signatures[wanted] = list(self.connection.execute(query).scalars())
        return self._signatures[wanted]

    def shared(self, one: Iterable[int], other: Iterable[int]) -> Subquery:
        """Return the events in which actors of two sides both take part, as `tie` has them, none that is rejected.

        An event has as many rows as pairs of them; `across` is 1 where these stand on different sides of it. Who is
        meant by both sides takes part with itself.
        """
        tie, party, event = schema.tie, schema.event_party, schema.event
        mine, yours = sorted(set(one)), sorted(set(other))
        names = ("event", "across", "done", "id", "type", "first", "last", "intensity", "goldstein")
        ways = [
            select(*(tie.c[name] for name in names)).where(tie.c.one.in_(first), tie.c.other.in_(second))
            for first, second in ((mine, yours), (yours, mine))
        ]
        same = set(mine).intersection(yours)
        if same:
            done = case((event.c.status.in_(DONE), 1), else_=0).label("done")
            columns = (party.c.event, literal(0).label("across"), done, *(event.c[name] for name in names[3:]))
            alone = select(*columns).join(event, event.c.number == party.c.event)
            ways.append(alone.where(party.c.actor.in_(sorted(same)), event.c.rejected == 0))
        return union_all(*ways).subquery()

    def latest(self, query: Select[Any], day: ColumnElement[int], count: int) -> int | None:
        """Return the day from which on a query has so many rows, None where it has fewer.

        Args:
            query: A query of days, which the database can answer from an index.
            day: What it asks for.
            count: How many rows are wanted.
        """
        return self.connection.execute(query.order_by(day.desc()).offset(count - 1).limit(1)).scalar()

    def weight(self, actors: Sequence[int]) -> int:
        """Return in how many reports actors are named, all told."""
        return sum(row.appearances for row in self.actor_rows(actors).values())

    def parties(self, accounts: Iterable[int]) -> dict[int, dict[str, list[int]]]:
        """Return for each account the actors in each role, in their order."""
        found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        rows = rows_in(self.connection, schema.party, "account", sorted(set(accounts)))
        actors = self.actors_of(row.appearance for row in rows)
        for row in sorted(rows, key=lambda one: (one.account, one.role, one.position)):
            actor = actors[row.appearance]
            if actor not in found[row.account][row.role]:
                found[row.account][row.role].append(actor)
        return found

    def rests_on_left_out(self, authority: Sequence[int]) -> bool:
        """Tell whether a chain of authority goes through a source that is left out."""
        return not self.sources.isdisjoint(authority)


def names_of(numbers: Iterable[int], known: Mapping[int, Who]) -> tuple[Who, ...]:
    """Return actors in order, as answers name them."""
    return tuple(known[number] for number in numbers)
