"""What the record shows of each actor and event at a glance, kept beside them so that questions are quick."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, delete, func, select, update

from ranke import schemes
from ranke.days import iso
from ranke.model import EventType
from ranke.offices.names import fold
from ranke.record.actors.identity import headline
from ranke.record.events.accounts import Account
from ranke.record.events.conflicts import conflicts, settled
from ranke.record.filing.judgements import Judgement, find, judgements
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, change, chunks, insert, next_number, rows_in
from ranke.record.parts import Appearance


def sum_up_actors(connection: Connection, numbers: Collection[int]) -> None:
    """Write each actor's usual name, what it is, and from when to when reports name it."""
    signatures: dict[int, list[Line]] = defaultdict(list)
    for row in rows_in(connection, schema.signature, "actor", sorted(numbers)):
        signatures[row.actor].append(row)
    namings: dict[int, list[Line]] = defaultdict(list)
    everyone = [row.number for rows in signatures.values() for row in rows]
    for row in rows_in(connection, schema.naming, "signature", everyone):
        namings[row.signature].append(row)
    firsts = _first_appearances(connection, signatures)
    changed = []
    for number, rows in signatures.items():
        named = [naming for row in rows for naming in namings[row.number]]
        if not named or number not in firsts:
            continue
        best = headline([appearance for naming in named for appearance in _bearers(naming)])
        values = {
            "number": number,
            "id": firsts[number],
            "name": best.name,
            "folded": fold(best.name),
            "kind": best.kind,
            "country": best.country,
            "sector": best.sector,
            "first": iso(min(row.first for row in rows if row.first is not None)),
            "last": iso(max(row.last for row in rows if row.last is not None)),
            "appearances": sum(naming.appearances for naming in named),
        }
        changed.append(values)
    change(connection, schema.actor, changed)


_BEARERS = 20
"""Appearances of one name that are counted: as many as settle what is usual."""


def _bearers(naming: Line) -> list[Appearance]:
    one = Appearance("", "", "", naming.name, naming.kind, naming.country or None, naming.sector or None)
    return [one] * min(naming.appearances, _BEARERS)


def _first_appearances(connection: Connection, signatures: Mapping[int, Sequence[Line]]) -> dict[int, str]:
    """Return each actor's id: the handle of its first appearance by day, report and place in the reading."""
    table, report = schema.appearance, schema.report
    earliest = {
        actor: min((row.first for row in rows if row.first is not None), default=None)
        for actor, rows in signatures.items()
    }
    actor_of = {row.number: actor for actor, rows in signatures.items() for row in rows if row.first == earliest[actor]}
    found: dict[int, tuple[str, int, str]] = {}
    for some in chunks(sorted(actor_of)):
        query = (
            select(table.c.signature, table.c.handle, table.c.number, table.c.start, report.c.id)
            .join(report)
            .join(schema.signature, schema.signature.c.number == table.c.signature)
            .where(table.c.signature.in_(some), table.c.day == schema.signature.c.first)
        )
        for row in connection.execute(query):
            key = (row.id, row.start if row.start is not None else -1, row.handle)
            actor = actor_of[row.signature]
            found[actor] = min(found.get(actor, key), key)
    return {actor: handle for actor, (_, _, handle) in found.items()}


def sum_up_events(connection: Connection, numbers: Collection[int]) -> None:
    """Write each event's own best values, its contexts, and what its accounts disagree on."""
    accounts: dict[int, list[Line]] = defaultdict(list)
    for row in rows_in(connection, schema.account, "event", sorted(numbers)):
        accounts[row.event].append(row)
    if not accounts:
        return
    verdict = Rulings.of(connection)
    for table in (schema.event_context, schema.conflict):
        for some in chunks(sorted(accounts)):
            connection.execute(delete(table).where(table.c.event.in_(some)))
    disputes: list[dict[str, Any]] = []
    told_in: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    following = next_number(connection, schema.conflict)
    for number, rows in sorted(accounts.items()):
        told = {row.number: Account.load(row.features) for row in rows}
        values = summary(rows, told)
        if number in verdict.types:
            values |= coded(verdict.types[number])
        values["rejected"] = int(number in verdict.rejected)
        changed.append({"number": number, **values})
        told_in += [{"event": number, "context": one, "first": values["first"]} for one in contexts(rows)]
        for one in conflicts(list(told.values())):
            disputes.append({"number": following, "event": number, "first": values["first"], **_written(one, told)})
            following += 1
    change(connection, schema.event, changed)
    insert(connection, schema.event_context, told_in)
    insert(connection, schema.conflict, disputes)


def summary(rows: Sequence[Line], told: Mapping[int, Account]) -> dict[str, Any]:
    """Return the values of an event's row, but for judgements.

    Args:
        rows: Its accounts' rows.
        told: What fusion compares of them, by number.
    """
    accounts = [told[row.number] for row in rows]
    best = settled(accounts)
    first_told = min(rows, key=lambda row: (told[row.number].day, told[row.number].report, row.handle))
    shown = next(row for row in rows if told[row.number].key == best.shown)
    known = min(account.day for account in accounts)
    dated = best.precise in {"day", "span"}
    places = sorted(row.place for row in rows if row.place and fold(row.place) == best.place)
    return {
        "id": first_told.handle,
        **coded(best.type, shown if shown.type == best.type else None),
        "status": best.status,
        "date": best.value,
        "first": best.first if dated else known,
        "last": best.last if dated else known,
        "known": known,
        "heard": max(account.day for account in accounts),
        "place": places[0] if places else best.place,
        "core": int(any(account.core for account in accounts)),
        "accounts": len(accounts),
        "shown": shown.number,
    }


def coded(kind: str, account: Line | None = None) -> dict[str, Any]:
    """Return an event's type, CAMEO code and values, as finely as one of its accounts has them.

    Args:
        kind: Its type.
        account: The row of an account of that type; without one the event is coded as its type in general.
    """
    named = cast("EventType", kind)
    usual = schemes.types()[named].cameo
    cameo = account.cameo if account is not None else usual
    known = schemes.goldstein(cameo)
    return {
        "type": kind,
        "cameo": cameo,
        "goldstein": known if known is not None else schemes.goldstein(usual),
        "intensity": schemes.intensity(named, account.mode if account is not None else None),
    }


def contexts(accounts: Iterable[Line]) -> tuple[str, ...]:
    """Return the contexts of an event, those that most of its accounts tell first."""
    count = Counter(context for row in accounts for context in row.contexts.split(";") if context)
    return tuple(sorted(count, key=lambda one: (-count[one], one)))


def _written(one: Any, told: Mapping[int, Account]) -> dict[str, Any]:  # noqa: ANN401 - a Conflict
    numbers = {account.key: number for number, account in told.items()}
    sides = [
        [value, [numbers[member] for member in members]] for value, members in zip(one.values, one.sides, strict=True)
    ]
    return {"about": one.about, "kind": one.kind, "sides": json.dumps(sides, ensure_ascii=False)}


class Rulings:
    """Which events people rejected, and which they gave another type."""

    def __init__(self, rejected: Collection[int], types: Mapping[int, str]) -> None:
        self.rejected, self.types = rejected, types

    @classmethod
    def of(cls, connection: Connection) -> "Rulings":
        """Return the rulings in force, by the numbers of the events that they are about now."""
        kinds = {"reject", "retype", "confirm"}
        given = [one for one in judgements(connection, in_force=True) if one.what == "event" and one.kind in kinds]
        if not given:
            return cls((), {})
        places = find(connection, [anchor for one in given for anchor in one.sides[0]], "event")
        query = select(schema.account.c.number, schema.account.c.event)
        homes = {
            number: event
            for some in chunks(sorted(places.values()))
            for number, event in connection.execute(query.where(schema.account.c.number.in_(some)))
        }

        def events(one: Judgement) -> set[int]:
            return {homes[places[anchor]] for anchor in one.sides[0] if anchor in places}

        rejected = set[int]()
        for one in given:
            if one.kind == "reject":
                rejected |= events(one)
            elif one.kind == "confirm" and len(one.sides) == 1:
                # Whoever finds it right later wins.
                rejected -= events(one)
        types = {event: one.value for one in given if one.kind == "retype" and one.value for event in events(one)}
        return cls(rejected, types)


def widen(connection: Connection, spans: Mapping[int, tuple[int, int]]) -> None:
    """Let signatures reach over the days of new appearances."""
    table = schema.signature
    changed = []
    for row in rows_in(connection, table, "number", spans):
        first, last = spans[row.number]
        values = {
            "number": row.number,
            "first": first if row.first is None else min(first, row.first),
            "last": last if row.last is None else max(last, row.last),
        }
        if (row.first, row.last) != (values["first"], values["last"]):
            changed.append(values)
    change(connection, table, changed)


def narrow(connection: Connection, signatures: Iterable[int]) -> None:
    """Let signatures reach over no more than the days of their appearances that are left."""
    table, day = schema.signature, schema.appearance.c.day
    for number in sorted(set(signatures)):
        query = select(func.min(day), func.max(day)).where(schema.appearance.c.signature == number)
        first, last = connection.execute(query).one()
        connection.execute(update(table).where(table.c.number == number).values(first=first, last=last))
