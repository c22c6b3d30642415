"""The signatures by which the appearances of actors are grouped: whose they are, and how often each name is borne."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, delete, select, update

from ranke.model import Reading
from ranke.offices.names import fold
from ranke.record.actors.identity import Signature, signature
from ranke.record.filing.evidence import Rows, appearance_of
from ranke.record.filing.judgements import split_off
from ranke.record.filing.summaries import narrow, widen
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, change, chunks, insert, next_number, rows_in

_SIGNED = (
    (schema.appearance, "number", "signature"),
    (schema.statement_party, "appearance", "signature"),
    (schema.stance, "holder", "holder_signature"),
    (schema.stance, "target", "target_signature"),
    (schema.claim, "one", "one_signature"),
    (schema.claim, "other", "other_signature"),
)
"""Where the signature of an appearance stands: a table, its column of appearances and that of their signatures."""


@dataclass(slots=True)
class Signing:
    """One transaction's worth of changes to signatures.

    `new` are the signatures that it made, by number; `dirty` the actors whose names or appearances changed; `broken`
    the components from which signatures were taken, or whose judgements changed.
    """

    connection: Connection
    new: dict[int, Signature] = field(default_factory=dict)
    dirty: set[int] = field(default_factory=set)
    broken: set[int] = field(default_factory=set)

    def number(self, signatures: Sequence[Signature], rows: Rows) -> dict[str, int]:
        """Return the number of each signature, by its text; those that are not there yet are added to the rows."""
        texts = {one.dump(): one for one in signatures}
        table = schema.signature
        numbers = {row.text: row.number for row in rows_in(self.connection, table, "text", sorted(texts))}
        following = max(next_number(self.connection, table), *(number + 1 for number in self.new), 1)
        for number, text in enumerate((text for text in texts if text not in numbers), start=following):
            numbers[text] = number
            rows.add(table, number=number, text=text)
            self.new[number] = texts[text]
        return numbers

    def name(self, namings: Mapping[tuple[int, str, str, str, str, str], int]) -> None:
        """Count how many more appearances of signatures bear which names.

        Args:
            namings: Signature, name, kind, country, sector and folded name → how often.
        """
        columns = ("signature", "name", "kind", "country", "sector", "folded")
        here = rows_in(self.connection, schema.naming, "signature", {key[0] for key in namings})
        known = {tuple(getattr(row, column) for column in columns): row.appearances for row in here}
        table: Any = schema.naming
        changed, missing = [], []
        for key, count in namings.items():
            named = dict(zip(columns, key, strict=True))
            if key in known:
                changed.append({**named, "appearances": known[key] + count})
            else:
                missing.append({**named, "appearances": count})
        change(self.connection, table, changed, by=columns)
        insert(self.connection, table, missing)
        for row in rows_in(self.connection, schema.signature, "number", {key[0] for key in namings}):
            if row.actor is not None:
                self.dirty.add(row.actor)

    def count(self, number: int, names: tuple[str, str, str, str], by: int) -> None:
        """Change how many appearances of a signature bear these names; a signature without any is taken out."""
        table = schema.naming
        where = (
            (table.c.signature == number)
            & (table.c.name == names[0])
            & (table.c.kind == names[1])
            & (table.c.country == names[2])
            & (table.c.sector == names[3])
        )
        self.connection.execute(update(table).where(where).values(appearances=table.c.appearances + by))
        self.connection.execute(delete(table).where(where & (table.c.appearances <= 0)))
        home = self.connection.execute(
            select(schema.signature.c.actor, schema.signature.c.component).where(schema.signature.c.number == number)
        ).one()
        if home.actor is not None:
            self.dirty.add(home.actor)
        left = self.connection.execute(select(table.c.signature).where(table.c.signature == number).limit(1)).first()
        if left is None and by < 0 and home.component is not None:
            self.broken.add(home.component)

    def drop_unborne(self) -> None:
        """Take out the signatures of broken components that nobody bears any more."""
        number, naming = schema.signature.c.number, schema.naming.c.signature
        unborne = []
        for row in rows_in(self.connection, schema.signature, "component", sorted(self.broken)):
            if not self.connection.execute(select(naming).where(naming == row.number).limit(1)).first():
                unborne.append(row.number)
                self.dirty.add(row.actor)
        for some in chunks(unborne):
            self.connection.execute(delete(schema.signature).where(number.in_(some)))

    def retag(self, row: Line, reading: Reading, given: Sequence[Any]) -> set[int]:
        """Give an appearance the signature that it has under the judgements in force; return its events."""
        before = rows_in(self.connection, schema.signature, "number", [row.signature])[0]
        self.broken.add(before.component)
        wanted = signatures_of(reading, given)[row.id]
        if wanted.dump() == before.text:
            return set()
        rows = Rows()
        number = self.number([wanted], rows)[wanted.dump()]
        rows.insert(self.connection)
        for table, appearance, its in _SIGNED:
            changed = update(table).where(table.c[appearance] == row.number).values({its: number})
            self.connection.execute(changed)
        narrow(self.connection, [before.number])
        widen(self.connection, {number: (row.day, row.day)})
        names = (row.name, row.kind, row.country or "", row.sector or "")
        self.count(before.number, names, -1)
        self.name({(number, *names, fold(row.name)): 1})
        query = select(schema.account.c.event).join(schema.party).where(schema.party.c.appearance == row.number)
        return set(self.connection.execute(query).scalars())


def signatures_of(reading: Reading, given: Sequence[Any]) -> dict[str, Signature]:
    """Return the signature of each actor of a reading, by its id."""
    tags = split_off(given, reading)
    found = {}
    for actor in reading.actors:
        one = signature(appearance_of(reading, actor))
        found[actor.id] = replace(one, tag=tags[actor.id]) if actor.id in tags else one
    return found
