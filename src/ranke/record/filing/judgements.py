"""What people decide: merge, split, distinct, reject, retype, confirm, unsure; each is a row that can be undone.

A judgement outlasts a new reading. It is anchored in evidence: the entries of readings that it is about, by report,
words and span. When a report is read again the anchor is looked for in the new reading; where it is gone, the judgement
rests until it is back.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, select

from ranke.errors import RecordError
from ranke.model import Actor, Reading
from ranke.offices.names import fold
from ranke.record.filing.entries import Verdicts
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, next_number, rows_in


@dataclass(frozen=True, slots=True)
class Anchor:
    """One entry of a reading: the actor or event that a person pointed at.

    `words` is the actor's name, or the words of the event's evidence; `type` the event's type, "" for an actor.
    """

    report: str
    id: str
    words: str
    start: int | None
    end: int | None
    type: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision; `sides` holds the anchors on each side of it."""

    number: int
    kind: str
    what: str
    sides: tuple[tuple[Anchor, ...], ...]
    value: str | None
    note: str
    author: str
    made: str
    undone: str | None


def judgements(connection: Connection, *, in_force: bool = False) -> list[Judgement]:
    """Return all judgements in the order in which they were made; with `in_force` only those that are not undone."""
    table = schema.judgement
    rows = connection.execute(select(table).order_by(table.c.number))
    return [_judgement(row) for row in rows if not (in_force and row.undone)]


def _judgement(row: Line) -> Judgement:
    sides = tuple(tuple(Anchor(**anchor) for anchor in side) for side in json.loads(row.members))
    return Judgement(row.number, row.kind, row.what, sides, row.value, row.note, row.author, row.made, row.undone)


def add(connection: Connection, judgement: Judgement) -> Judgement:
    """Keep a judgement; its number is set here."""
    number = next_number(connection, schema.judgement)
    members = [[asdict(anchor) for anchor in side] for side in judgement.sides]
    row = {
        "number": number,
        "kind": judgement.kind,
        "what": judgement.what,
        "members": json.dumps(members, ensure_ascii=False),
        "value": judgement.value,
        "note": judgement.note,
        "author": judgement.author,
        "made": judgement.made,
        "undone": None,
    }
    connection.execute(schema.judgement.insert(), [row])
    return Judgement(**{**{name: getattr(judgement, name) for name in _FIELDS}, "number": number})


_FIELDS = ("kind", "what", "sides", "value", "note", "author", "made", "undone")


def undo(connection: Connection, number: int, *, at: str) -> Judgement:
    """Undo a judgement; its row stays, with the time.

    Raises:
        RecordError: If there is no such judgement, or it is undone already.
    """
    table = schema.judgement
    row = connection.execute(select(table).where(table.c.number == number)).first()
    if row is None or row.undone:
        reason = f"was undone already, at {row.undone}" if row else "is not there"
        message = f"judgement {number} {reason}; see ranke judgements"
        raise RecordError(message)
    connection.execute(table.update().where(table.c.number == number).values(undone=at))
    return _judgement(row)


def find(connection: Connection, anchors: Iterable[Anchor], what: str) -> dict[Anchor, int]:
    """Return the number of the row in `appearance` or `account` that each anchor points at now, where there is one."""
    wanted = sorted(set(anchors), key=lambda one: (one.report, one.id))
    table = schema.appearance if what == "actor" else schema.account
    reports = {row.id: row.number for row in rows_in(connection, schema.report, "id", {one.report for one in wanted})}
    rows: dict[int, list[Line]] = {}
    for row in rows_in(connection, table, "report", reports.values()):
        rows.setdefault(row.report, []).append(row)
    found: dict[Anchor, int] = {}
    for anchor in wanted:
        here = sorted(rows.get(reports.get(anchor.report, -1), []), key=lambda row: row.number)
        fits = _actor_fits if what == "actor" else _event_fits
        best = max(((fits(anchor, row), -row.number) for row in here), default=(0, 0))
        if best[0]:
            found[anchor] = -best[1]
    return found


def _actor_fits(anchor: Anchor, row: Line) -> int:
    return _fit(anchor, row.id, row.name, json.loads(row.aliases), row.start)


def _fit(anchor: Anchor, one: str, name: str, aliases: Sequence[str], start: int | None) -> int:
    if fold(anchor.words) == fold(name):
        return 3 if anchor.id == one else 2
    names = {fold(alias) for alias in aliases}
    return int(fold(anchor.words) in names or (anchor.start is not None and anchor.start == start))


def _event_fits(anchor: Anchor, row: Line) -> int:
    overlap = anchor.start is not None and row.trigger_start < (anchor.end or 0) and anchor.start < row.trigger_end
    same_words = anchor.words != "" and anchor.words == row.words
    if not overlap and not same_words:
        return 0
    return 1 + 4 * int(anchor.type == row.type) + 2 * int(overlap) + int(anchor.id == row.id)


def joins(one: Judgement) -> bool:
    """Tell whether a judgement says that two entries are one: a merge, or a pair that was confirmed."""
    return one.kind == "merge" or (one.kind == "confirm" and len(one.sides) > 1)


def verdicts(connection: Connection, what: str) -> Verdicts:
    """Return what the judgements in force say of actors or of events, as the grouping of either needs it."""
    given = [one for one in judgements(connection, in_force=True) if one.what == what]
    given = [one for one in given if joins(one) or one.kind in {"split", "distinct"}]
    if not given:
        return Verdicts()
    places = find(connection, [anchor for one in given for side in one.sides for anchor in side], what)
    names, numbers = _nodes(connection, set(places.values()), what)
    together: set[frozenset[object]] = set()
    apart: list[set[frozenset[object]]] = []
    split_off: dict[object, int] = {}
    # A later judgement wins over an earlier one.
    for one in given:
        sides = [[names[places[anchor]] for anchor in side if anchor in places] for side in one.sides]
        if joins(one):
            heads = [side[0] for side in sides if side]
            together.update(frozenset({heads[0], other}) for other in heads[1:] if other != heads[0])
            joined = _across(sides)
            apart = [pairs for pairs in apart if pairs.isdisjoint(joined)]
        elif one.kind == "distinct":
            pairs = _across(sides)
            together -= pairs
            apart.append(pairs)
        else:
            gone = set(sides[0])
            split_off.update(dict.fromkeys(sides[0], one.number))
            # What was split off later than it was merged is apart.
            together = {pair for pair in together if not pair & gone or pair <= gone}
    judged = {name for pair in together for name in pair}
    two = frozenset(pair for pairs in apart for pair in pairs)
    return Verdicts(frozenset(together), two, split_off, {name: numbers[name] for name in judged})


def _across(sides: Sequence[Sequence[object]]) -> set[frozenset[object]]:
    """Return the pairs of what stands on two sides."""
    return {frozenset({one, other}) for one in sides[0] for side in sides[1:] for other in side if one != other}


def _nodes(connection: Connection, rows: set[int], what: str) -> tuple[dict[int, object], dict[object, int]]:
    """Return for each row the name of the node that stands for it, and each node's number."""
    if what == "event":
        table, report = schema.account, schema.report
        query = select(table.c.number, report.c.id.label("report"), table.c.id).join(report)
        found = connection.execute(query.where(table.c.number.in_(rows))).all()
        names: dict[int, object] = {row.number: (row.report, row.id) for row in found}
        return names, {name: number for number, name in names.items()}
    query = select(schema.appearance.c.number, schema.signature.c.number.label("node"), schema.signature.c.text)
    found = connection.execute(query.join(schema.signature).where(schema.appearance.c.number.in_(rows))).all()
    return {row.number: row.text for row in found}, {row.text: row.node for row in found}


def split_off(given: Iterable[Judgement], reading: Reading) -> dict[str, str]:
    """Return the tags of a reading's actors that people split off, by the actors' ids.

    Args:
        given: The judgements in force.
        reading: What a report says, about to be filed.
    """
    found: dict[str, str] = {}
    for one in given:
        if one.what == "actor" and one.kind == "split":
            for anchor in one.sides[0]:
                if anchor.report == reading.document.id:
                    best = max(((_fit_of_actor(anchor, actor), actor.id) for actor in reading.actors), default=(0, ""))
                    if best[0]:
                        found[best[1]] = f"split {one.number}"
    return found


def _fit_of_actor(anchor: Anchor, actor: Actor) -> int:
    start = min((mention.span for mention in actor.mentions), default=(None,))[0]
    return _fit(anchor, actor.id, actor.name, actor.aliases, start)
