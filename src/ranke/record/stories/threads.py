"""Keeps stories right while reports come and go: which earlier report each one follows, and where its story begins."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select, update

from ranke.days import ordinal
from ranke.record.keeping import schema
from ranke.record.keeping.store import change, insert, rows_in
from ranke.record.stories.stories import DAYS, Telling, keys, rank

SHARED = 2
"""Keys that a report must share with one that it follows."""

CANDIDATES = 40
"""Earlier reports that are looked at closely."""


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
        """Return the later reports within reach that share enough keys with this one to follow it."""
        day, report = ordinal(telling.day), schema.report
        later = or_(report.c.day > day, and_(report.c.day == day, report.c.id > telling.report))
        return list(self.connection.execute(self._sharing(telling, (day, day + DAYS)).where(later)).scalars())

    def _earlier(self, telling: Telling) -> list[int]:
        """Return the earlier reports that this one may follow: those that share the most keys, then the latest."""
        day, report = ordinal(telling.day), schema.report
        earlier = or_(report.c.day < day, and_(report.c.day == day, report.c.id < telling.report))
        order = func.count().desc(), report.c.day.desc(), report.c.id.desc()
        query = self._sharing(telling, (day - DAYS, day)).where(earlier).order_by(*order).limit(CANDIDATES)
        return list(self.connection.execute(query).scalars())

    def _sharing(self, telling: Telling, days: tuple[int, int]) -> Select[Any]:
        table, report = schema.report_key, schema.report
        return (
            select(table.c.report)
            .join(report)
            .where(table.c.key.in_(sorted(set(keys(telling)))), table.c.day.between(*days))
            .group_by(table.c.report, report.c.day, report.c.id)
            .having(func.count() >= SHARED)
        )

    def _choose(self, telling: Telling) -> int | None:
        """Return the earlier report that this one follows."""
        candidates = self._telling(self._earlier(telling))
        best = max(
            ((how, one) for one, other in candidates.items() if (how := rank(telling, other))),
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
