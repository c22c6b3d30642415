"""Numbers of new groups."""

from sqlalchemy import Connection, Text, func, select

from ranke.record.keeping import schema
from ranke.record.keeping.store import insert


class Clusters:
    """Numbers of new groups; their rows are made at once, and filled when the groups are summed up."""

    def __init__(self, connection: Connection, what: str) -> None:
        self._connection = connection
        self._table = {"actor": schema.actor, "event": schema.event}.get(what)
        column = self._table.c.number if self._table is not None else schema.report.c.echo
        self._first = self._next = (connection.execute(select(func.max(column))).scalar() or 0) + 1

    def __call__(self) -> int:
        """Return the number of a new group."""
        self._next += 1
        return self._next - 1

    def make(self) -> None:
        """Make the rows of the groups that were numbered since."""
        if self._table is not None:
            empty = {
                column.name: "" if isinstance(column.type, Text) else 0
                for column in self._table.columns
                if not column.nullable
            }
            insert(self._connection, self._table, [{**empty, "number": one} for one in range(self._first, self._next)])
        self._first = self._next
