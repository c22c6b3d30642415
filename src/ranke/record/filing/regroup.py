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

from sqlalchemy import Connection, func, select, update

from ranke.record.filing.entries import Kind, Outcome, Verdicts
from ranke.record.filing.unions import Union
from ranke.record.keeping.store import change, chunks, insert


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
        candidates = self._candidates(self._file_keys(new))
        home = self._components_of({number for some in candidates.values() for number in some} - set(new))
        whole = self._numbers({*broken, *self._judged(new, broken)})
        home.update(whole)
        nodes = {**self.kind.load(self.connection, home), **new}
        intact = {component for component in home.values() if component not in broken}
        union = Union()
        for number in nodes:
            component = home.get(number)
            union.join(("node", number), ("component", component) if component in intact else ("node", number))
        self._link(union, new, candidates, nodes)
        loose = {number: nodes[number] for number, component in whole.items() if component not in intact}
        self._link_among(union, loose)
        fresh = {**new, **loose}
        self._link_judged(union, {number: nodes[number] for number in {*fresh, *whole}}, fresh)
        return self._assign(self._changed(union, fresh, intact, nodes), nodes, new)

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

    def _numbers(self, components: Collection[int], spells: Collection[int] | None = None) -> dict[int, int]:
        """Return the component of each member of some components: of all, or of those in these spells of days."""
        table = self.kind.table
        found: dict[int, int] = {}
        for some in chunks(components):
            query = select(table.c.number, table.c.component).where(table.c.component.in_(some))
            if spells is not None:
                query = query.where(self.kind.within(spells))
            found.update((number, component) for number, component in self.connection.execute(query))
        return found

    def _sizes(self, components: Collection[int]) -> dict[int, int]:
        table = self.kind.table
        found: dict[int, int] = {}
        for some in chunks(components):
            query = select(table.c.component, func.count()).where(table.c.component.in_(some))
            rows = self.connection.execute(query.group_by(table.c.component))
            found.update((component, size) for component, size in rows)
        return found

    def _changed(
        self, union: Union, fresh: Collection[int], intact: Collection[int], nodes: dict[int, Node]
    ) -> list["_Component"]:
        """Return the components that hold what is new or was broken, with those of their members that may move.

        Args:
            union: What is linked.
            fresh: The numbers of what is new or was broken.
            intact: The old components that are not broken.
            nodes: What is loaded; what else is needed is added.
        """
        roots: dict[object, _Component] = {}
        for number in sorted(fresh):
            roots.setdefault(union.find(("node", number)), _Component()).numbers.add(number)
        for component in sorted(intact):
            one = roots.get(union.find(("component", component)))
            if one is not None:
                one.old.add(component)
        sizes = self._sizes([component for one in roots.values() for component in one.old])
        whole = set[int]()
        for one in roots.values():
            one.crowded = len(one.numbers) + sum(sizes[component] for component in one.old) > self.kind.crowd
            crowds = {component for component in one.old if sizes[component] > self.kind.crowd}
            # In a crowd only the spells of what came to it can change; what people joined may lie anywhere.
            one.partly = crowds if len(crowds) == 1 and not self.verdicts.together else set()
            whole |= one.old - one.partly
        home = self._numbers(whole)
        by_component: dict[int, set[int]] = defaultdict(set)
        for number, component in home.items():
            by_component[component].add(number)
        nodes.update(self.kind.load(self.connection, set(home) - set(nodes)))
        for one in roots.values():
            one.numbers.update(*(by_component[component] for component in one.old))
            if one.partly:
                some = set(self._numbers(one.partly, self.kind.spells(nodes[number] for number in one.numbers)))
                nodes.update(self.kind.load(self.connection, some - set(nodes)))
                one.numbers |= some
        return list(roots.values())

    def _link(
        self,
        union: Union,
        new: Mapping[int, Node],
        candidates: Mapping[int, set[int]],
        nodes: Mapping[int, Node],
    ) -> None:
        for number, node in new.items():
            mine = ("node", number)
            for other in sorted(candidates[number]):
                # Each pair of new entries is looked at once only, and what is joined already not at all.
                if other in new and other > number:
                    continue
                if not union.joined(mine, ("node", other)) and self._linked(node, nodes[other]):
                    union.join(mine, ("node", other))

    def _link_among(self, union: Union, loose: Mapping[int, Node]) -> None:
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

    def _link_judged(self, union: Union, everything: Mapping[int, Node], fresh: Mapping[int, Node]) -> None:
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

    def _assign(self, components: Sequence["_Component"], nodes: Mapping[int, Node], new: Collection[int]) -> Outcome:
        """Divide each component that changed into its groups, and write what is not written yet."""
        before = self._before({number for one in components for number in one.numbers} - set(new))
        outcome, taken = Outcome(), set[int]()
        wanted: dict[int, tuple[int, int]] = {}
        for one in sorted(components, key=lambda one: min(one.numbers)):
            component = min(one.numbers | one.old)
            self._rename(one.partly - {component}, component)
            for group in self._partition(sorted(one.numbers), nodes, crowded=one.crowded):
                cluster = self._cluster_for(group, before, taken)
                wanted.update((number, (component, cluster)) for number in group)
        rows = []
        for number, (component, cluster) in wanted.items():
            was = before.get(number)
            if was is None:
                outcome.changed.add(cluster)
            elif was[1] != cluster:
                outcome.changed.update({cluster, was[1]})
                outcome.moved.add(number)
            if was != (component, cluster):
                rows.append({"number": number, "component": component, self.kind.cluster: cluster})
        self.make_clusters()
        change(self.connection, self.kind.table, rows)
        left = {cluster for _, cluster in wanted.values()}
        outcome.gone = {cluster for _, cluster in before.values() if cluster not in left}
        outcome.changed -= outcome.gone
        return outcome

    def _rename(self, components: Collection[int], component: int) -> None:
        """Give all members of some components another one."""
        table = self.kind.table
        if components:
            self.connection.execute(
                update(table).where(table.c.component.in_(sorted(components))).values(component=component)
            )

    def _partition(self, numbers: Sequence[int], nodes: Mapping[int, Node], *, crowded: bool) -> list[list[int]]:
        if len(numbers) == 1:
            return [list(numbers)]
        of = {self.kind.name(nodes[number]): number for number in numbers}
        some = [nodes[number] for number in numbers]
        groups = self.kind.partition(some, self.verdicts.together, self.verdicts.apart, crowded=crowded)
        return [sorted(of[self.kind.name(node)] for node in group) for group in groups]

    def _cluster_for(self, group: Sequence[int], before: Mapping[int, tuple[int, int]], taken: set[int]) -> int:
        """Return the number under which most of a group stood before, if no other group took it; else a new one."""
        count: dict[int, int] = defaultdict(int)
        for number in group:
            if number in before:
                count[before[number][1]] += 1
        for cluster in sorted(count, key=lambda one: (-count[one], one)):
            if cluster not in taken:
                taken.add(cluster)
                return cluster
        return self.next_cluster()

    def _before(self, numbers: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return the component and the group in which entries stand."""
        table = self.kind.table
        columns = table.c.number, table.c.component, table.c[self.kind.cluster]
        found: dict[int, tuple[int, int]] = {}
        for some in chunks(numbers):
            rows = self.connection.execute(select(*columns).where(table.c.number.in_(some)))
            found.update((number, (component, cluster)) for number, component, cluster in rows)
        return found


@dataclass(slots=True)
class _Component:
    """A component as it will be.

    `numbers` are the members that may move, `old` the components that it is made of, `partly` that one of them of
    which not all members are in `numbers`.
    """

    numbers: set[int] = field(default_factory=set)
    old: set[int] = field(default_factory=set)
    partly: set[int] = field(default_factory=set)
    crowded: bool = False
