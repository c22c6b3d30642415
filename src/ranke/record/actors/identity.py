"""Who is who among the signatures that can be one actor.

`keys` finds the few signatures that one can be linked with, `linked` tells which of them can be the same, and
`partition` settles a whole component at once, so that the outcome never depends on the order in which reports came.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ranke.record.actors.identifying import DELEGATION, keys, linked, sent, share_office, words_of
from ranke.record.actors.persons import common, person_name, single, sounds
from ranke.record.actors.signatures import Signature, signature
from ranke.record.parts import Appearance

__all__ = ["Headline", "Signature", "headline", "keys", "linked", "partition", "signature"]

Pairs = AbstractSet[frozenset[Signature]]


class _Clusters:
    """Clusters that grow by union, except where a person judged two members apart."""

    def __init__(self, nodes: Iterable[Signature], apart: Pairs) -> None:
        self._root = {node: node for node in nodes}
        self._members = {node: [node] for node in self._root}
        self._foes: dict[Signature, set[Signature]] = defaultdict(set)
        for pair in apart:
            for node in pair:
                self._foes[node] |= pair - {node}

    def root(self, node: Signature) -> Signature:
        while self._root[node] != node:
            node = self._root[node]
        return node

    def members(self, node: Signature) -> list[Signature]:
        return self._members[self.root(node)]

    def join(self, one: Signature, other: Signature) -> bool:
        """Make one cluster of two, unless members are apart; whether they are one now."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return True
        if any(not self._foes[node].isdisjoint(self._members[b]) for node in self._members[a] if node in self._foes):
            return False
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._root[b] = a
        self._members[a] += self._members.pop(b)
        return True

    def join_all(self, nodes: Sequence[Signature]) -> None:
        """Make one cluster of many, or as few as judgements allow: each joins the first that takes it."""
        heads: list[Signature] = []
        for node in nodes:
            if not any(self.join(head, node) for head in heads):
                heads.append(node)

    def lists(self) -> list[list[Signature]]:
        return sorted(sorted(members) for members in self._members.values())


def partition(signatures: Iterable[Signature], together: Pairs, apart: Pairs) -> list[list[Signature]]:
    """Return the actors among signatures, each as its sorted signatures.

    Args:
        signatures: The nodes of one component, in any order.
        together: Pairs that a person judged one; they are, unless that would join a pair judged apart.
        apart: Pairs that a person judged two; they never share a cluster.
    """
    nodes = sorted(set(signatures))
    there = set(nodes)
    clusters = _Clusters(nodes, {pair for pair in apart if pair <= there})
    for pair in sorted(sorted(pair) for pair in together if pair <= there):
        clusters.join(pair[0], pair[-1])
    free = [node for node in nodes if not node.own]
    _join_persons(clusters, [node for node in free if node.kind == "person"])
    _join_groups(clusters, [node for node in free if node.kind == "group"])
    _join_bodies(clusters, [node for node in free if node.kind not in ("person", "group")])
    return clusters.lists()


def _by(nodes: Iterable[Signature], key: Callable[[Signature], tuple[object, ...]]) -> list[list[Signature]]:
    """Return nodes grouped by a key, groups and nodes in the order they come."""
    found: dict[tuple[object, ...], list[Signature]] = {}
    for node in nodes:
        found.setdefault(key(node), []).append(node)
    return list(found.values())


def _join_groups(clusters: _Clusters, nodes: list[Signature]) -> None:
    """Join sets of people of one description that reports of following months name."""
    for group in _by(nodes, lambda node: (node.names, node.country)):
        chain: list[Signature] = []
        for node in group:
            if chain and not linked(chain[-1], node):
                clusters.join_all(chain)
                chain = []
            chain.append(node)
        clusters.join_all(chain)
    full = [node for node in nodes if sent(node) and node.names[0] != DELEGATION]
    for node in nodes:
        if node.names[0] == DELEGATION:
            _join_only(clusters, [node], [other for other in full if linked(node, other)])


def _join_bodies(clusters: _Clusters, nodes: list[Signature]) -> None:
    """Join countries and bodies of one name, then bodies named by initials with the one body they fit."""
    named = _by(nodes, lambda node: (node.kind, node.names[0]))
    for group in named:
        for alike in _alike(group):
            clusters.join_all(alike)
    full: dict[str, list[Signature]] = defaultdict(list)
    for node in nodes:
        for initials in node.names[1:]:
            full[initials].append(node)
    for group in named:
        for node in group:
            _join_only(clusters, [node], [other for other in full.get(node.names[0], ()) if linked(node, other)])


def _alike(group: list[Signature]) -> list[list[Signature]]:
    """Return the bodies of one name: one where the name is enough, else one for each country."""
    if all(linked(group[0], node) for node in group):
        return [group]
    return _by(group, lambda node: (node.country,))


def _join_only(clusters: _Clusters, nodes: list[Signature], fitting: Iterable[Signature]) -> None:
    """Join nodes with the one cluster that fits them; where several do, nobody can tell which."""
    roots = sorted({clusters.root(other) for other in fitting})
    if len(roots) == 1:
        clusters.join_all([roots[0], *nodes])


def _join_persons(clusters: _Clusters, nodes: list[Signature]) -> None:
    """Join persons: by full name, by forms of it, by a name alone, at last by office alone."""
    full = [node for node in nodes if node.names and not single(words_of(node))]
    short = [node for node in nodes if node.names and single(words_of(node))]
    named = _by(full, lambda node: sounds(words_of(node)))
    for group in named:
        if common(words_of(group[0])) or common(words_of(group[-1])):
            _join_agreeing(clusters, group)
        else:
            clusters.join_all(group)
    _join_forms(clusters, named)
    _join_short(clusters, short, full)
    holders = _places(full + short)
    for node in nodes:
        if not node.names:
            fitting = [other for other in _near(holders, node) if share_office(node, other)]
            now = [other for other in fitting if other.period == node.period]
            _join_only(clusters, [node], now or fitting)


def _places(nodes: Iterable[Signature]) -> dict[str, list[Signature]]:
    found: dict[str, list[Signature]] = defaultdict(list)
    for node in nodes:
        for key in keys(node):
            found[key].append(node)
    return found


def _near(places: dict[str, list[Signature]], node: Signature) -> list[Signature]:
    return sorted({other for key in keys(node) for other in places.get(key, ())} - {node})


def _join_agreeing(clusters: _Clusters, group: list[Signature]) -> None:
    """Join bearers of one name that alone tells too little: those who agree, nobody who disagrees with one of them."""
    for i, one in enumerate(group):
        for other in group[i + 1 :]:
            if clusters.root(one) != clusters.root(other) and linked(one, other) and not _torn(clusters, one, other):
                clusters.join(one, other)


def _torn(clusters: _Clusters, one: Signature, other: Signature) -> bool:
    """Whether the clusters of two together disagree in country or sector."""
    members = clusters.members(one) + clusters.members(other)
    countries = {node.country for node in members} - {""}
    sectors = {node.sector for node in members} - {""}
    return len(countries) > 1 or len(sectors) > 1


def _join_forms(clusters: _Clusters, named: list[list[Signature]]) -> None:
    """Join a shorter or otherwise spelled full name with the one longer name it fits."""
    places: dict[str, list[Signature]] = defaultdict(list)
    for group in sorted(named, key=lambda group: (-len(words_of(group[0])), sounds(words_of(group[0])))):
        found = {other for node in group for other in _near(places, node) if linked(node, other)}
        _join_only(clusters, group, found)
        for node in group:
            for key in keys(node):
                places[key].append(node)


def _join_short(clusters: _Clusters, short: list[Signature], full: list[Signature]) -> None:
    """Join names alone with each other and with the one person they are short for."""
    places = _places(full)
    for group in _by(short, lambda node: (sounds(words_of(node)), node.country)):
        _join_agreeing(clusters, group)
        for part in _by(group, lambda node: (clusters.root(node),)):
            _join_only(clusters, part, [other for node in part for other in _near(places, node) if linked(node, other)])


@dataclass(frozen=True, slots=True)
class Headline:
    """What an actor is called and said to be by most of its reports."""

    name: str
    kind: str
    country: str | None = None
    sector: str | None = None


def headline(appearances: Sequence[Appearance]) -> Headline:
    """Return the best name, kind, country and sector of one actor's appearances.

    The most frequent full name wins, ties by length, then by the alphabet; null loses to any country or sector.
    """
    names = Counter(appearance.name for appearance in appearances if _is_full(appearance))
    names = names or Counter(appearance.name for appearance in appearances)
    name = min(names, key=lambda text: (-names[text], -len(text), text))
    return Headline(
        name,
        _most(appearance.kind for appearance in appearances) or "person",
        _most(appearance.country for appearance in appearances),
        _most(appearance.sector for appearance in appearances),
    )


def _is_full(appearance: Appearance) -> bool:
    if appearance.kind == "person":
        return len(person_name(appearance.name)) > 1
    return appearance.name[:1].isupper()


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None
