"""What a person means by the answers to a doubt: two things are distinct, what is held is right, nobody can tell."""

from sqlalchemy import select

from ranke.errors import RecordError
from ranke.record.filing.judgements import Anchor
from ranke.record.filing.judging import anchor_of, meant, rows_of
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line
from ranke.record.questions.lens import Lens

type Sides = list[list[Anchor]]

_MOST = 30
"""Entries on each side of a judgement at most, each that the others can't stand for."""

_FEWEST = 4
"""Letters of an entry's id that a person has to give at least."""


def told_apart(lens: Lens, one: str, other: str) -> tuple[str, Sides]:
    """Return what two names mean, and the anchors of the judgement that they are not one.

    Two entries of one actor, or two accounts of one event, are told apart from each other.

    Raises:
        RecordError: If one of them is nothing in the record, they are not of one kind, or nothing tells them apart.
    """
    what, first, second = _two(lens, one, other)
    if first == second:
        return what, _entries(lens, what, one, other)
    return what, [_every(lens, what, first), _every(lens, what, second)]


def found_right(lens: Lens, one: str, other: str | None = None) -> tuple[str, Sides]:
    """Return what a name means, and the anchors of the judgement that the record holds it right.

    Args:
        lens: What may be seen.
        one: An event or an actor; or one of its entries, where another is given.
        other: Another entry of the same.

    Raises:
        RecordError: If there is no such thing, or the two are not one in the record.
    """
    if other is None:
        what, number = meant(lens, one)
        return what, [_every(lens, what, number)]
    what, first, second = _two(lens, one, other)
    if first != second:
        message = f"{one!r} and {other!r} are two {what}s in this record; say so with ranke distinct, or ranke merge"
        raise RecordError(message)
    return what, _entries(lens, what, one, other)


def put_aside(lens: Lens, one: str, other: str | None = None) -> tuple[str, Sides]:
    """Return what is doubtful, and its anchors: one thing, two, or two entries of one.

    Raises:
        RecordError: If there is no such thing.
    """
    return found_right(lens, one) if other is None else told_apart(lens, one, other)


def _two(lens: Lens, one: str, other: str) -> tuple[str, int, int]:
    first, second = meant(lens, one), meant(lens, other)
    if first[0] != second[0]:
        message = f"{one!r} is an {first[0]} and {other!r} an {second[0]}; name two actors or two events"
        raise RecordError(message)
    return first[0], first[1], second[1]


def _every(lens: Lens, what: str, number: int) -> list[Anchor]:
    """Return the anchors of an event's accounts, or of an actor's entries, one of each signature."""
    rows = rows_of(lens, what, number)
    if what == "actor":
        rows = list({row.signature: row for row in reversed(rows)}.values())[::-1]
    return [anchor_of(lens, what, row) for row in rows[:_MOST]]


def _entries(lens: Lens, what: str, *names: str) -> Sides:
    """Return the anchors of two entries of one actor or event.

    Raises:
        RecordError: If a name is no entry's, or the record knows the two by the same, so that they can't be apart.
    """
    rows = [_entry(lens, what, name) for name in names]
    shown = f"{names[0]!r} and {names[1]!r}"
    if None in rows or rows[0] == rows[1]:
        message = f"{shown} are one {what} in this record; name two of its entries, by REPORT:ID or by their ids"
        raise RecordError(message)
    if what == "actor" and len({row.signature for row in rows if row is not None}) == 1:
        message = f"{shown} are known by the same name, country and office; take one out with ranke split"
        raise RecordError(message)
    return [[anchor_of(lens, what, row)] for row in rows if row is not None]


def _entry(lens: Lens, what: str, name: str) -> Line | None:
    """Return the row of the one entry that a name means; None where it means none, or several."""
    table = schema.account if what == "event" else schema.appearance
    wanted = name.strip()
    if ":" in wanted:
        report, _, one = wanted.rpartition(":")
        query = select(table).join(schema.report).where(schema.report.c.id == report, table.c.id == one)
    elif len(wanted) >= _FEWEST:
        query = select(table).where(table.c.handle >= wanted, table.c.handle < wanted + "{")
    else:
        query = select(table).where(table.c.handle == wanted)
    rows = lens.connection.execute(query.limit(2)).all()
    return rows[0] if len(rows) == 1 else None
