"""The three kinds of entry that are grouped: actors by signature, events by account, echoes by sketch."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Table, or_, select, true

from ranke.record.actors import identity
from ranke.record.actors.identity import Signature
from ranke.record.events import occasions
from ranke.record.events.accounts import Account
from ranke.record.events.memory import Memory
from ranke.record.events.occasions import CROWD, SPELL
from ranke.record.filing.entries import Pairs
from ranke.record.keeping import schema
from ranke.record.keeping.store import rows_in
from ranke.record.stories import echoes
from ranke.record.stories.echoes import Sketch


@dataclass(frozen=True, slots=True)
class _Uncrowded:
    """What is grouped whole, however much of it is linked."""

    crowd: float = math.inf

    def spells(self, nodes: Iterable[object]) -> set[int]:
        """Return the one spell that all lies in."""
        return {0 for _ in nodes}

    def within(self, spells: Collection[int]) -> ColumnElement[bool]:
        """Return a condition that always holds."""
        del spells
        return true()


@dataclass(frozen=True, slots=True)
class Actors(_Uncrowded):
    """Signatures, grouped into actors."""

    table: Table = schema.signature
    keys_table: Table = schema.signature_key
    cluster: str = "actor"
    shared: int = 1

    def load(self, connection: Connection, numbers: Iterable[int]) -> Mapping[int, Signature]:
        """Return signatures by number."""
        rows = rows_in(connection, schema.signature, "number", numbers)
        return {row.number: Signature.load(row.text) for row in rows}

    def name(self, node: Signature) -> object:
        """Return the text of a signature."""
        return node.dump()

    def keys(self, node: Signature) -> tuple[str, ...]:
        """Return the keys of a signature."""
        return identity.keys(node)

    def linked(self, one: Signature, other: Signature) -> bool:
        """Tell whether two signatures may be one actor's."""
        return identity.linked(one, other)

    def partition(
        self, nodes: Sequence[Signature], together: Pairs, apart: Pairs, *, crowded: bool
    ) -> Sequence[Sequence[Signature]]:
        """Return the actors among signatures."""
        del crowded
        by_name: dict[object, Signature] = {node.dump(): node for node in nodes}
        return identity.partition(nodes, _translated(together, by_name), _translated(apart, by_name))


@dataclass(frozen=True, slots=True)
class Events:
    """Accounts, grouped into events."""

    memory: Memory = field(default_factory=occasions.memory)  # what was compared before
    table: Table = schema.account
    keys_table: Table = schema.account_key
    cluster: str = "event"
    shared: int = 1
    crowd: float = CROWD

    def load(self, connection: Connection, numbers: Iterable[int]) -> Mapping[int, Account]:
        """Return accounts by number."""
        rows = rows_in(connection, schema.account, "number", numbers)
        return {row.number: _account(row.features) for row in rows}

    def name(self, node: Account) -> object:
        """Return the report and the id of an account."""
        return node.report, node.id

    def keys(self, node: Account) -> tuple[str, ...]:
        """Return the keys of an account."""
        return occasions.keys(node)

    def linked(self, one: Account, other: Account) -> bool:
        """Tell whether two accounts may be of one event."""
        return occasions.linked(one, other)

    def spells(self, nodes: Iterable[Account]) -> set[int]:
        """Return the spells of days in which the reports of accounts lie."""
        return {node.day // SPELL for node in nodes}

    def within(self, spells: Collection[int]) -> ColumnElement[bool]:
        """Return the condition that an account's report lies in one of these spells."""
        day = schema.report.c.day
        here = or_(*(day.between(spell * SPELL, spell * SPELL + SPELL - 1) for spell in sorted(spells)))
        return schema.account.c.report.in_(select(schema.report.c.number).where(here))

    def partition(
        self, nodes: Sequence[Account], together: Pairs, apart: Pairs, *, crowded: bool
    ) -> Sequence[Sequence[Account]]:
        """Return the events among accounts."""
        by_name: dict[object, Any] = {self.name(node): (node.report, node.id) for node in nodes}
        pairs = _translated(together, by_name), _translated(apart, by_name)
        return occasions.partition(nodes, *pairs, self.memory, crowded=crowded)


@dataclass(frozen=True, slots=True)
class Echoes(_Uncrowded):
    """Sketches of texts, grouped into echoes."""

    table: Table = schema.report
    keys_table: Table = schema.sketch_key
    cluster: str = "echo"
    shared: int = 2

    def load(self, connection: Connection, numbers: Iterable[int]) -> Mapping[int, Sketch]:
        """Return sketches by the number of their report."""
        rows = rows_in(connection, schema.report, "number", numbers)
        return {row.number: Sketch.load(row.sketch) for row in rows if row.sketch is not None}

    def name(self, node: Sketch) -> object:
        """Return the report's id."""
        return node.report

    def keys(self, node: Sketch) -> tuple[str, ...]:
        """Return the keys of a sketch."""
        return echoes.keys(node)

    def linked(self, one: Sketch, other: Sketch) -> bool:
        """Tell whether one text is an echo of the other."""
        return echoes.linked(one, other)

    def partition(
        self, nodes: Sequence[Sketch], together: Pairs, apart: Pairs, *, crowded: bool
    ) -> Sequence[Sequence[Sketch]]:
        """Return the echoes among sketches."""
        del crowded
        return echoes.partition(nodes, cast("Any", together), cast("Any", apart))


@lru_cache(maxsize=4096)
def _account(features: str) -> Account:
    """Return the account that was written so; the accounts of what is filed now are looked at again and again."""
    return Account.load(features)


def _translated(pairs: Pairs, by_name: Mapping[object, Any]) -> set[frozenset[Any]]:
    """Return those pairs whose both sides are here, by what the module that groups them calls them."""
    return {frozenset(by_name[name] for name in pair) for pair in pairs if all(name in by_name for name in pair)}
