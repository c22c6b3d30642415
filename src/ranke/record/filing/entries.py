"""What regrouping needs to know of a kind of entry and of what people decided, and what it tells."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, Table

Pairs = Collection[frozenset[object]]
"""Pairs of node names that people judged to be one, or not to be one."""


class Kind[Node](Protocol):
    """What tells one kind of entry apart from the others."""

    @property
    def table(self) -> Table:
        """The entries' table, with columns `number`, `component` and the one that `cluster` names."""

    @property
    def keys_table(self) -> Table:
        """The table of their keys, whose second column is the entry's number."""

    @property
    def shared(self) -> int:
        """How many keys two entries share at least that can be one."""

    @property
    def cluster(self) -> str:
        """The column that holds the number of an entry's group."""

    @property
    def crowd(self) -> float:
        """How many members a component has at most whose groups may reach over several spells of days."""

    def load(self, connection: Connection, numbers: Iterable[int]) -> Mapping[int, Node]:
        """Return entries by number."""

    def spells(self, nodes: Iterable[Node]) -> set[int]:
        """Return the spells of days in which entries lie."""

    def within(self, spells: Collection[int]) -> ColumnElement[bool]:
        """Return the condition that a row of the table lies in one of these spells."""

    def name(self, node: Node) -> object:
        """Return what judgements call an entry."""

    def keys(self, node: Node) -> tuple[str, ...]:
        """Return the keys of an entry."""

    def linked(self, one: Node, other: Node) -> bool:
        """Tell whether two entries may be one."""

    def partition(
        self, nodes: Sequence[Node], together: Pairs, apart: Pairs, *, crowded: bool
    ) -> Sequence[Sequence[Node]]:
        """Return the groups of one component; of one that is crowded spell by spell."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What people decided on one kind of entry.

    `numbers` gives the entry of each name in `together`. A name in `split_off` is linked only with what the same
    judgement split off.
    """

    together: frozenset[frozenset[object]] = frozenset()
    apart: frozenset[frozenset[object]] = frozenset()
    split_off: Mapping[object, int] = field(default_factory=dict)
    numbers: Mapping[object, int] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """What a regrouping changed.

    `changed` are groups whose members changed, `gone` groups that have no members left, `moved` entries that were in
    another group before.
    """

    changed: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
