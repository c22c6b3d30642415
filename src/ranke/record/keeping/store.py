"""Where a record is kept: a SQLite file, or a PostgreSQL database by URL; the same code for both."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    Table,
    bindparam,
    create_engine,
    event,
    func,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from ranke.errors import RecordError
from ranke.record.keeping.migrations import STEPS, form_of, migrate, refuse_newer

Line = Row[*tuple[Any, ...]]
"""A row of any table."""

_PATIENCE = 600.0
"""Seconds that a writer waits for another one."""

_LOCK = 7_182_818_284
"""The number of the lock that writers of one PostgreSQL record pass on."""

_FIRST_LOOK = 200
"""Reports from which on it matters what SQLite knows of its tables."""

_PARAMETERS = 900
"""Values in one statement; SQLite takes no more than 999 in older versions."""

_POSTGRESQL = 15
"""The oldest PostgreSQL that the tests run on."""


class Store:
    """A record's tables and the two ways to them: many readers, one writer at a time.

    Args:
        where: The path of a SQLite file, or the URL of a PostgreSQL database (`postgresql://user@host/name`).
        create: Whether to make a record where there is none.

    Raises:
        RecordError: If there is no record, it can't be opened, or a newer Ranke made it.
    """

    def __init__(self, where: str | Path, *, create: bool = False) -> None:
        self.where = str(where)
        self._url = _url(self.where)
        given = make_url(self.where) if "://" in self.where else None
        self.shown = given.render_as_string(hide_password=True) if given is not None else self.where
        if self._url.database == "" or (self.is_file and Path(self._url.database or "").is_dir()):
            message = f"{self.shown} names no file; give one such as my.db"
            raise RecordError(message)
        if self.is_file and not create and not Path(self._url.database or "").exists():
            message = f"no record at {self.shown}; make one with: ranke read PATH --record {self.shown}"
            raise RecordError(message)
        self._engine = _engine(self._url)
        self._analysed: int | None = None
        try:
            self._open(create=create)
        except BaseException:
            self.close()
            raise

    @property
    def is_file(self) -> bool:
        """Whether the record is a SQLite file."""
        return self._url.get_backend_name() == "sqlite"

    def _open(self, *, create: bool) -> None:
        with _told(self.shown):
            with self._engine.connect() as connection:
                form = form_of(connection)
                strange = form == 0 and bool(inspect(connection).get_table_names()) and self.is_file
                if not self.is_file and (connection.dialect.server_version_info or (0,)) < (_POSTGRESQL,):
                    message = f"{self.shown} runs on a PostgreSQL older than {_POSTGRESQL}; use a newer one"
                    raise RecordError(message)
            refuse_newer(form, self.shown)
            if strange or (form == 0 and not create):
                message = f"{self.shown} is no record of Ranke's; make one with: ranke read PATH --record FILE"
                raise RecordError(message)
            if form < len(STEPS):
                with self.writing() as connection:
                    migrate(connection, self.shown)

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the record, whatever is filed meanwhile."""
        with _told(self.shown), self._engine.connect() as connection:
            if not self.is_file:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")  # noqa: PLW2901
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection of the only writer; all that it does is done at the end, or nothing of it."""
        with _told(self.shown), self._engine.connect() as connection:
            writer = connection.execution_options(ranke_writes=True)
            with writer.begin():
                if not self.is_file:
                    writer.execute(select(func.pg_advisory_xact_lock(_LOCK)))
                yield writer
            if self.is_file:
                self._look_again(writer)

    def _look_again(self, writer: Connection) -> None:
        """Let SQLite look at how its tables are filled once they have doubled; PostgreSQL does so by itself.

        By what it knew of a record of some hundred reports it would read a table of a hundred thousand from end to end
        where it has to look up some hundred rows.
        """
        with writer.begin():
            reports = writer.execute(text("SELECT max(number) FROM report")).scalar() or 0
            if self._analysed is None:
                self._analysed = _rows_at_last_look(writer)
            if reports < max(_FIRST_LOOK, 2 * self._analysed):
                return
            analyse(writer)
            self._analysed = reports
        # What other connections know of the tables they learned when they were opened.
        self._engine.dispose()

    def state(self) -> tuple[object, ...]:
        """Return what is different as soon as anything was written, so that an answer can be kept until then."""
        if self.is_file:
            paths = Path(self._url.database or ""), Path(f"{self._url.database}-wal")
            return tuple(
                (found.st_mtime_ns, found.st_size) for path in paths if path.exists() and (found := path.stat())
            )
        with self.asking() as connection:
            return (connection.execute(text("SELECT txid_snapshot_xmax(txid_current_snapshot())")).scalar_one(),)

    def close(self) -> None:
        """Let the file or the connections go."""
        self._engine.dispose()


@contextmanager
def _told(shown: str) -> Iterator[None]:
    """Turn what the database says into one sentence."""
    try:
        yield
    except (OperationalError, DatabaseError) as error:
        if not isinstance(error, OperationalError) and type(error) is not DatabaseError:
            # A fault of ours, such as a wrong query, is no fault of the database.
            raise
        reason = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
        hint = {
            "file is not a database": "it is no SQLite file; give another name",
            "attempt to write a readonly database": "it may not be written to; change its permissions or copy it",
            "database is locked": f"another program has held it for {_PATIENCE:.0f} seconds; try again later",
        }.get(reason, "see whether it is there, running and yours to open")
        message = f"{shown} can't be used ({reason}): {hint}"
        raise RecordError(message) from error


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except ArgumentError as error:
        shown = where.rsplit("@", maxsplit=1)[-1]
        message = f"{shown!r} is no URL of a database; write postgresql://user@host/name or a file name"
        raise RecordError(message) from error
    backend = url.get_backend_name()
    if backend in {"postgres", "postgresql"}:
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite":
        return url
    message = (
        f"a record is kept in a SQLite file or in PostgreSQL, not in {backend!r}; write postgresql://user@host/name"
    )
    raise RecordError(message)


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": _PATIENCE, "check_same_thread": False})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        message = "a record in PostgreSQL needs the package psycopg; install it with: pip install 'ranke[postgresql]'"
        raise RecordError(message) from error


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    # We begin ourselves, so that a writer can take the lock at once and never finds that it read something stale.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("ranke_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, if there are any."""
    if rows:
        connection.execute(table.insert(), list(rows))


def change(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], *, by: Sequence[str] = ("number",)
) -> None:
    """Change rows, if there are any: all values of each but those that tell which row it is.

    Args:
        connection: The writer's.
        table: What to change.
        rows: New values, all of the same columns.
        by: The columns that tell a row.
    """
    if rows:
        where = [table.c[name] == bindparam(f"its_{name}") for name in by]
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name not in by}
        given = [{f"{'its' if name in by else 'new'}_{name}": value for name, value in row.items()} for row in rows]
        connection.execute(update(table).where(*where).values(values), given)


def next_number(connection: Connection, table: Table) -> int:
    """Return the first number that no row of a table has."""
    return (connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1


def chunks[T](values: Iterable[T]) -> Iterator[list[T]]:
    """Yield values in order, as many at a time as one statement takes."""
    rest = list(values)
    for start in range(0, len(rest), _PARAMETERS):
        yield rest[start : start + _PARAMETERS]


def rows_in(connection: Connection, table: Table, column: str, values: Iterable[Any]) -> list[Any]:
    """Return the rows of a table whose column has one of the values; in no certain order."""
    found: list[Any] = []
    for some in chunks(values):
        found.extend(connection.execute(select(table).where(table.c[column].in_(some))).all())
    return found


def _rows_at_last_look(connection: Connection) -> int:
    """Return how many reports there were when SQLite last looked at its tables, 0 if it never did."""
    if not inspect(connection).has_table("sqlite_stat1"):
        return 0
    told = connection.execute(text("SELECT stat FROM sqlite_stat1 WHERE tbl = 'report' LIMIT 1")).scalar()
    return int(told.split()[0]) if told else 0


def analyse(connection: Connection) -> None:
    """Let the database look at how its tables are filled, so that it finds the short way to an answer."""
    connection.execute(text("ANALYZE"))
