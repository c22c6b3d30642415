"""Keeps groups of entries right while entries come and go: actors, events and echoes alike.

Two entries can only be one if they share a key and are linked. All that is linked, directly or through others, is a
component; only what is in one component can end in one group, and how a component falls into groups is a pure function
of its members. So a new entry touches only the components that it is linked with, and the groups never depend on the
order in which entries came.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Protocol

from sqlalchemy import Connection, Table, select

from ranke.record.keeping.store import change, chunks, insert

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

    def load(self, connection: Connection, numbers: Iterable[int]) -> Mapping[int, Node]:
        """Return entries by number."""

    def name(self, node: Node) -> object:
        """Return what judgements call an entry."""

    def keys(self, node: Node) -> tuple[str, ...]:
        """Return the keys of an entry."""

    def linked(self, one: Node, other: Node) -> bool:
        """Tell whether two entries may be one."""

    def partition(self, nodes: Sequence[Node], together: Pairs, apart: Pairs) -> Sequence[Sequence[Node]]:
        """Return the groups of one component."""


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
    """What a regrouping changed: groups whose members changed, and groups that have no members left."""

    changed: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Regrouping[Node]:
    """One regrouping.

    Args:
        connection: The only writer's.
        kind: What kind of entry is grouped.
        verdicts: What people decided.
        next_cluster: Returns the number of a new group.
        make_clusters: Makes the rows of the new groups, before entries point at them.
    """

    connection: Connection
    kind: Kind[Node]
    verdicts: Verdicts
    next_cluster: Callable[[], int]
    make_clusters: Callable[[], None]

    def run(self, new: Mapping[int, Node], broken: Collection[int] = ()) -> Outcome:
        """Bring the groups up to date.

        Args:
            new: Entries that are in no component yet, by number; their rows are there, their keys are not.
            broken: Components from which entries were taken, or whose entries or judgements changed.
        """
        keys = self._file_keys(new)
        candidates = self._candidates(keys)
        touched = self._components_of({number for some in candidates.values() for number in some} - set(new))
        nodes, home = self._members({*touched.values(), *broken, *self._judged(new, broken)})
        intact = {component for component in home.values() if component not in broken}
        loose = {number: node for number, node in nodes.items() if home[number] not in intact}
        union = _Union()
        for number, component in home.items():
            union.join(("node", number), ("component", component) if component in intact else ("node", number))
        everything = {**nodes, **new}
        self._link(union, new, candidates, everything)
        self._link_among(union, loose)
        self._link_judged(union, everything, {**new, **loose})
        return self._assign(union, everything, new, home)

    def _file_keys(self, new: Mapping[int, Node]) -> dict[int, tuple[str, ...]]:
        keys = {number: tuple(sorted(set(self.kind.keys(node)))) for number, node in new.items()}
        column = self.kind.keys_table.columns.keys()[1]
        rows = [{"key": key, column: number} for number, some in keys.items() for key in some]
        insert(self.connection, self.kind.keys_table, rows)
        return keys

    def _candidates(self, keys: Mapping[int, tuple[str, ...]]) -> dict[int, set[int]]:
        """Return for each new entry those that share a key with it."""
        table = self.kind.keys_table
        column = table.columns[table.columns.keys()[1]]
        holders: dict[str, list[int]] = defaultdict(list)
        for some in chunks({key for one in keys.values() for key in one}):
            for key, number in self.connection.execute(select(table.c.key, column).where(table.c.key.in_(some))):
                holders[key].append(number)
        found: dict[int, set[int]] = {}
        for number, mine in keys.items():
            shared = Counter(other for key in mine for other in holders[key])
            found[number] = {other for other, count in shared.items() if count >= self.kind.shared} - {number}
        return found

    def _components_of(self, numbers: Collection[int]) -> dict[int, int]:
        table = self.kind.table
        found: dict[int, int] = {}
        for some in chunks(numbers):
            rows = self.connection.execute(select(table.c.number, table.c.component).where(table.c.number.in_(some)))
            found.update((number, component) for number, component in rows)
        return found

    def _judged(self, new: Mapping[int, Node], broken: Collection[int]) -> set[int]:
        """Return the components that people joined with what is new or broken."""
        components = self._components_of(set(self.verdicts.numbers.values()) - set(new))
        found: set[int] = set()
        for pair in self.verdicts.together:
            numbers = [self.verdicts.numbers[name] for name in pair]
            if any(number in new or components[number] in broken for number in numbers):
                found.update(components[number] for number in numbers if number not in new)
        return found

    def _members(self, components: Collection[int]) -> tuple[dict[int, Node], dict[int, int]]:
        table = self.kind.table
        home: dict[int, int] = {}
        for some in chunks(components):
            rows = self.connection.execute(select(table.c.number, table.c.component).where(table.c.component.in_(some)))
            home.update((number, component) for number, component in rows)
        return dict(self.kind.load(self.connection, home)), home

    def _link(
        self,
        union: "_Union",
        new: Mapping[int, Node],
        candidates: Mapping[int, set[int]],
        everything: Mapping[int, Node],
    ) -> None:
        for number, node in new.items():
            union.join(("node", number), ("node", number))
            for other in candidates[number]:
                # Each pair of new entries is looked at once only.
                if (other not in new or other < number) and self._linked(node, everything[other]):
                    union.join(("node", number), ("node", other))

    def _link_among(self, union: "_Union", loose: Mapping[int, Node]) -> None:
        """Link again what was in a component that may have fallen apart."""
        sharing: dict[str, list[int]] = defaultdict(list)
        for number, node in loose.items():
            for key in set(self.kind.keys(node)):
                sharing[key].append(number)
        pairs = Counter(pair for numbers in sharing.values() for pair in combinations(sorted(numbers), 2))
        for (one, other), count in pairs.items():
            enough = count >= self.kind.shared and not union.joined(("node", one), ("node", other))
            if enough and self._linked(loose[one], loose[other]):
                union.join(("node", one), ("node", other))

    def _link_judged(self, union: "_Union", everything: Mapping[int, Node], fresh: Mapping[int, Node]) -> None:
        if not self.verdicts.together and not self.verdicts.split_off:
            return
        numbers: dict[object, list[int]] = defaultdict(list)
        for number, node in everything.items():
            numbers[self.kind.name(node)].append(number)
        names = {self.kind.name(node) for node in fresh.values()}
        for pair in self.verdicts.together:
            if pair & names:
                here = [number for name in pair for number in numbers.get(name, ())]
                for one, other in combinations(here, 2):
                    union.join(("node", one), ("node", other))
        by_judgement: dict[int, list[int]] = defaultdict(list)
        for name, judgement in self.verdicts.split_off.items():
            by_judgement[judgement].extend(numbers.get(name, ()))
        for here in by_judgement.values():
            for one, other in combinations(here, 2):
                union.join(("node", one), ("node", other))

    def _linked(self, one: Node, other: Node) -> bool:
        split_off = self.verdicts.split_off
        if split_off and split_off.get(self.kind.name(one)) != split_off.get(self.kind.name(other)):
            return False
        return self.kind.linked(one, other)

    def _assign(
        self, union: "_Union", everything: Mapping[int, Node], new: Mapping[int, Node], home: Mapping[int, int]
    ) -> Outcome:
        """Divide each component that changed into its groups, and write what is not written yet."""
        before = self._clusters_of(home)
        members: dict[object, list[int]] = defaultdict(list)
        for number in everything:
            members[union.find(("node", number))].append(number)
        outcome, taken = Outcome(), set[int]()
        wanted: dict[int, tuple[int, int]] = {}
        for numbers in sorted(map(sorted, members.values())):
            component = min(numbers)
            for group in self._partition(numbers, everything):
                cluster = self._cluster_for(group, before, taken)
                wanted.update((number, (component, cluster)) for number in group)
        rows = []
        for number, (component, cluster) in wanted.items():
            if number in new or before[number] != cluster:
                outcome.changed.add(cluster)
                if number not in new:
                    outcome.changed.add(before[number])
            if number in new or before[number] != cluster or home[number] != component:
                rows.append({"number": number, "component": component, self.kind.cluster: cluster})
        self.make_clusters()
        change(self.connection, self.kind.table, rows)
        left = {cluster for _, cluster in wanted.values()}
        outcome.gone = {cluster for cluster in before.values() if cluster not in left}
        outcome.changed -= outcome.gone
        return outcome

    def _partition(self, numbers: Sequence[int], everything: Mapping[int, Node]) -> list[list[int]]:
        if len(numbers) == 1:
            return [list(numbers)]
        of = {self.kind.name(everything[number]): number for number in numbers}
        nodes = [everything[number] for number in numbers]
        groups = self.kind.partition(nodes, self.verdicts.together, self.verdicts.apart)
        return [sorted(of[self.kind.name(node)] for node in group) for group in groups]

    def _cluster_for(self, group: Sequence[int], before: Mapping[int, int], taken: set[int]) -> int:
        """Return the number under which most of a group stood before, if no other group took it; else a new one."""
        count: dict[int, int] = defaultdict(int)
        for number in group:
            if number in before:
                count[before[number]] += 1
        for cluster in sorted(count, key=lambda one: (-count[one], one)):
            if cluster not in taken:
                taken.add(cluster)
                return cluster
        return self.next_cluster()

    def _clusters_of(self, numbers: Iterable[int]) -> dict[int, int]:
        table = self.kind.table
        column = table.c[self.kind.cluster]
        found: dict[int, int] = {}
        for some in chunks(numbers):
            rows = self.connection.execute(select(table.c.number, column).where(table.c.number.in_(some)))
            found.update((number, cluster) for number, cluster in rows)
        return found


class _Union:
    """Which things are joined, directly or through others."""

    def __init__(self) -> None:
        self._parent: dict[object, object] = {}

    def find(self, one: object) -> object:
        root = one
        while (parent := self._parent.setdefault(root, root)) != root:
            root = parent
        while self._parent[one] != root:
            self._parent[one], one = root, self._parent[one]
        return root

    def join(self, one: object, other: object) -> None:
        self._parent[self.find(one)] = self.find(other)

    def joined(self, one: object, other: object) -> bool:
        return self.find(one) == self.find(other)
