"""Keeps stories right while reports come and go: which earlier report each one follows, and where its story begins."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, update

from ranke.days import ordinal
from ranke.record.keeping import schema
from ranke.record.keeping.store import change, insert, rows_in
from ranke.record.stories.stories import DAYS, SHARED, Telling, keys, rank

CANDIDATES = 40
"""Earlier reports that are looked at closely."""


type _Sharing = tuple[Select[Any], ColumnElement[int], ColumnElement[int], ColumnElement[int]]


@dataclass(slots=True)
class Threads:
    """The follows and stories of a record; changes are noted, and done by `finish`.

    What a report follows is a pure choice among all reports there are, so the order of filing makes no difference.
    """

    connection: Connection
    _new: dict[int, Telling] = field(default_factory=dict)
    _orphans: set[int] = field(default_factory=set)
    _tellings: dict[int, Telling] = field(default_factory=dict)

    def add(self, number: int, telling: Telling) -> None:
        """Note a new report."""
        self._new[number] = self._tellings[number] = telling

    def remove(self, number: int) -> None:
        """Note that a report is about to go; its row must still be there."""
        table = schema.report
        query = select(table.c.number).where(table.c.follows == number)
        self._orphans.update(self.connection.execute(query).scalars())
        # What had this report among its candidates may only now have room for a better one.
        self._orphans.update(self._later(self._telling([number])[number]))
        self._new.pop(number, None)
        self._tellings.pop(number, None)
        self._orphans.discard(number)

    def finish(self) -> None:
        """Bring follows and stories up to date."""
        rows = [
            {"key": key, "report": number, "day": ordinal(telling.day)}
            for number, telling in self._new.items()
            for key in dict.fromkeys(keys(telling))
        ]
        insert(self.connection, schema.report_key, rows)
        choosing = {*self._new, *self._orphans}
        for telling in self._new.values():
            choosing.update(self._later(telling))
        tellings = self._telling(choosing)
        order = sorted(choosing, key=lambda one: (tellings[one].day, tellings[one].report))
        before = {row.number: row.follows for row in rows_in(self.connection, schema.report, "number", order)}
        moved, changed = [], []
        for number in order:
            parent = self._choose(tellings[number])
            if parent != before[number]:
                changed.append({"number": number, "follows": parent})
            if parent != before[number] or number in self._new or number in self._orphans:
                moved.append(number)
        change(self.connection, schema.report, changed)
        for number in moved:
            self._settle(number)
        self._new, self._orphans = {}, set()

    def _telling(self, numbers: Iterable[int]) -> dict[int, Telling]:
        wanted = set(numbers)
        for row in rows_in(self.connection, schema.report, "number", wanted - self._tellings.keys()):
            self._tellings[row.number] = Telling.load(row.telling)
        return {number: self._tellings[number] for number in wanted}

    def _later(self, telling: Telling) -> list[int]:
        """Return the later reports that this one is near: what is there of them bears on what they follow."""
        day, report = ordinal(telling.day), schema.report.c.id
        query, number, its_day, _ = self._sharing(telling, (day, day + DAYS))
        later = or_(its_day > day, and_(its_day == day, report > telling.report))
        return list(self.connection.execute(query.add_columns(number).where(later)).scalars())

    def _earlier(self, telling: Telling) -> tuple[list[int], int]:
        """Return the earlier reports near this one, and how many they are: those first that share the most keys."""
        day, report = ordinal(telling.day), schema.report.c.id
        query, number, its_day, shared = self._sharing(telling, (day - DAYS, day))
        earlier = or_(its_day < day, and_(its_day == day, report < telling.report))
        ordered = query.add_columns(number, func.count().over()).where(earlier)
        ordered = ordered.order_by(shared.desc(), its_day.desc(), report.desc()).limit(CANDIDATES)
        rows = self.connection.execute(ordered).all()
        return [row[0] for row in rows], rows[0][1] if rows else 0

    def _sharing(self, telling: Telling, days: tuple[int, int]) -> _Sharing:
        """Return a query of the reports of some days that share keys with one, still without columns.

        With it come its columns: the report, its day, and how many keys it shares.
        """
        table = schema.report_key
        here = table.c.key.in_(sorted(set(keys(telling)))), table.c.day.between(*days)
        counted = select(table.c.report, func.max(table.c.day).label("day"), func.count().label("shared")).where(*here)
        near = counted.group_by(table.c.report).having(func.count() >= SHARED).subquery()
        query = select().join_from(near, schema.report, near.c.report == schema.report.c.number)
        return query, near.c.report, near.c.day, near.c.shared

    def _choose(self, telling: Telling) -> int | None:
        """Return the earlier report that this one follows."""
        earlier, near = self._earlier(telling)
        best = max(
            ((how, one) for one, other in self._telling(earlier).items() if (how := rank(telling, other, near))),
            default=None,
        )
        return best[1] if best else None

    def _settle(self, number: int) -> None:
        """Give a report, and all that follow it, the story of the report that it follows."""
        table = schema.report
        follows = self.connection.execute(select(table.c.follows).where(table.c.number == number)).scalar()
        story = number
        if follows is not None:
            query = select(table.c.story).where(table.c.number == follows)
            story = self.connection.execute(query).scalar() or follows
        waiting = [number]
        while waiting:
            some, waiting = waiting[:500], waiting[500:]
            where = table.c.number.in_(some)
            self.connection.execute(update(table).where(where).values(story=story))
            query = select(table.c.number).where(table.c.follows.in_(some), table.c.story.is_distinct_from(story))
            waiting.extend(self.connection.execute(query).scalars())
