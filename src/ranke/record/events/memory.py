"""Likenesses of pairs that were compared before, so that a component that grows is not compared anew each time."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock

from ranke.record.events.accounts import Account

_EACH = 24
"""What an account costs beside its pairs, in pairs."""


@dataclass(frozen=True, slots=True)
class Likenesses:
    """How like each two of some accounts are; `values` has a row for each, with all accounts before it."""

    names: tuple[int, ...]
    values: "array[float]"

    def of(self, one: int, other: int) -> float:
        """Return how like two accounts are, by their places."""
        first, second = (one, other) if one < other else (other, one)
        return self.values[second * (second - 1) // 2 + first]

    def row(self, place: int) -> "array[float]":
        """Return how like an account is to each one before it."""
        start = place * (place - 1) // 2
        return self.values[start : start + place]

    def pairs(self, least: float) -> Iterator[tuple[float, int, int]]:
        """Yield the pairs that are so like at least, with their places, the smaller first."""
        for second in range(1, len(self.names)):
            for first, value in enumerate(self.row(second)):
                if value >= least:
                    yield value, first, second

    def among(self, places: Sequence[int]) -> "Likenesses":
        """Return those of some of the accounts, by their places in order."""
        if len(places) == len(self.names):
            return self
        values = array("d", (self.of(first, second) for at, second in enumerate(places) for first in places[:at]))
        return Likenesses(tuple(self.names[place] for place in places), values)

    @property
    def size(self) -> int:
        """What it costs to keep, in pairs."""
        return len(self.values) + _EACH * (len(self.names) + 1)


@dataclass(slots=True)
class Memory:
    """The likenesses of the components that were looked at last; several threads may use it.

    Args:
        likeness: Compares two accounts.
        most: How many pairs are kept, of eight bytes each.
    """

    likeness: Callable[[Account, Account], float]
    most: int = 1_500_000
    _tables: dict[int, Likenesses] = field(default_factory=dict)
    _home: dict[int, Likenesses] = field(default_factory=dict)
    _size: int = 0
    _lock: Lock = field(default_factory=Lock)

    def likenesses(self, nodes: Sequence[Account]) -> Likenesses:
        """Return the likeness of each pair of some accounts, given in the order of their keys."""
        # The mark changes with whatever an account says, so that a corrected one is compared anew.
        names = tuple(hash((one.key, one.mark)) for one in nodes)
        base = self._base(names)
        if base is None:
            base = Likenesses((), array("d"))
        where = {name: place for place, name in enumerate(base.names)}
        known = [where[name] for name in names if name in where]
        if known != sorted(known):
            known = []
        found = self._grown(base.among(known), names, nodes)
        if len(known) < len(names):
            self._keep(found, base if len(known) == len(base.names) else None)
        return found

    def _grown(self, old: Likenesses, names: tuple[int, ...], nodes: Sequence[Account]) -> Likenesses:
        """Return likenesses with those of the accounts that are new; the old ones stand in the same order."""
        there = set(old.names)
        new = [place for place, name in enumerate(names) if name not in there]
        values = array("d")
        kept = 0
        for place, name in enumerate(names):
            if name in there:
                row = old.row(kept)
                kept += 1
                # In rising order, so that each stands at its own place once all before it are in.
                for other in new[: bisect_left(new, place)]:
                    row.insert(other, self.likeness(nodes[other], nodes[place]))
                values.extend(row)
            else:
                values.extend(self.likeness(nodes[other], nodes[place]) for other in range(place))
        return Likenesses(names, values)

    def _base(self, names: Sequence[int]) -> Likenesses | None:
        """Return the likenesses that are kept of most of these accounts."""
        with self._lock:
            homes = Counter(id(self._home[name]) for name in names if name in self._home)
            if not homes:
                return None
            best = max(homes, key=lambda one: (homes[one], one))
            found = self._tables[best] = self._tables.pop(best)
            return found

    def _keep(self, found: Likenesses, grown_from: Likenesses | None) -> None:
        """Keep likenesses, in place of those that they grew from; the ones longest not looked at go."""
        with self._lock:
            if grown_from is not None:
                self._drop(grown_from)
            self._tables[id(found)] = found
            self._home.update(dict.fromkeys(found.names, found))
            self._size += found.size
            while self._size > self.most and self._tables:
                self._drop(next(iter(self._tables.values())))

    def _drop(self, table: Likenesses) -> None:
        if self._tables.pop(id(table), None) is None:
            return
        self._size -= table.size
        for name in table.names:
            if self._home.get(name) is table:
                del self._home[name]
