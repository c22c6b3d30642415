"""The numbered steps that bring a record from any older form to this one's."""

from collections.abc import Callable

from sqlalchemy import Connection, func, inspect, select, text

from ranke.errors import RecordError
from ranke.record.keeping.schema import metadata, migration


def _first_form(connection: Connection) -> None:
    metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE passage_search USING fts5"
                "(words, content='passage', content_rowid='number', "
                "tokenize='porter unicode61 remove_diacritics 2')"
            )
        )
        for event, row, change in (("INSERT", "new", ""), ("DELETE", "old", "'delete', ")):
            columns = "passage_search, rowid, words" if change else "rowid, words"
            connection.execute(
                text(
                    f"CREATE TRIGGER passage_{event.lower()} AFTER {event} ON passage BEGIN "  # noqa: S608 - no input
                    f"INSERT INTO passage_search ({columns}) VALUES ({change}{row}.number, {row}.words); END"
                )
            )
    else:
        connection.execute(text("CREATE INDEX passage_search ON passage USING gin (to_tsvector('english', words))"))


STEPS: tuple[tuple[str, Callable[[Connection], None]], ...] = (("the first form", _first_form),)
"""Each step's name and what it does; its number is its place, counted from 1. A released step never changes."""


def form_of(connection: Connection) -> int:
    """Return the number of the last step that a record has taken, 0 where there is no record yet."""
    if not inspect(connection).has_table(migration.name):
        return 0
    return connection.execute(select(func.max(migration.c.number))).scalar() or 0


def refuse_newer(form: int, where: str) -> None:
    """Refuse a record of a form that this Ranke does not know.

    Raises:
        RecordError: If the record has taken more steps than there are here.
    """
    if form > len(STEPS):
        message = f"{where} has form {form}, made by a newer Ranke than this one, which knows form {len(STEPS)}; "
        message += "install that or a newer Ranke to open it"
        raise RecordError(message)


def migrate(connection: Connection, where: str) -> None:
    """Take the steps that a record has not taken yet.

    Raises:
        RecordError: If the record has taken more steps than there are here.
    """
    form = form_of(connection)
    refuse_newer(form, where)
    for number, (name, step) in enumerate(STEPS[form:], start=form + 1):
        step(connection)
        connection.execute(migration.insert(), [{"number": number, "name": name}])
