"""Accounts → events: which reports tell of one occasion."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ranke.record.events.accounts import Account, Member, account
from ranke.record.events.agreement import (
    NEWLY,
    SAME_ACT,
    SAME_DAY,
    act,
    compatible,
    days,
    flagged,
    listed,
    once,
    place,
    sides,
    words,
)
from ranke.record.events.memory import Likenesses, Memory
from ranke.record.events.whereabouts import keys

__all__ = ["Account", "account", "keys", "likeness", "linked", "partition"]

ENOUGH = 4.0
"""Likeness from which two accounts are of one event."""

SLACK = 1.0
"""How much less the accounts of two groups may agree on average, when the likest pair of them is enough."""

APART = -10.0
"""Likeness of two accounts that can't be of one event: of types that don't go together, on other days, elsewhere."""

OTHER_TYPE, OTHER_DEED = 1.0, 4.0
"""How much less it tells that all else agrees where the types differ, though the act is one; and where both differ."""

RECURS, AGAIN = 1.0, 1.0
"""How much less it tells for types of act that recur between the same two; and for an act that recurs, if nothing tells
which time it was, twice as much if no day is known."""

TOLD = 1.0
"""Likeness of words that tells which time it was: two telling words."""

UNDATED = frozenset({"past", "ahead", "open"})

HALF_KNOWN = 1.0
"""How much less it tells that one side agrees, where neither the other side nor the day is known."""

NEUTRAL = 3.5
"""Likeness of two accounts of one report on different authority."""

CAST = 0.5
"""How much it tells that two reports tell of one more named actor, up to four of them."""

FAR = 90
"""Days between two reports from which on acts that neither dates are too far apart to be linked by themselves."""

CROWD, SPELL = 250, 60
"""Accounts of one component from which on only those are compared whose reports lie in the same spell of days."""

FIRST = 3
"""Accounts of each group with which those of a crowd within one spell are compared."""

Pair = frozenset[Member]


def linked(one: Account, other: Account) -> bool:
    """Whether two accounts can be of one event, by themselves alone."""
    if abs(one.day - other.day) > FAR and {one.precise, other.precise} <= UNDATED:
        return False
    return likeness(one, other) >= ENOUGH


def likeness(one: Account, other: Account) -> float:
    """Return how far two accounts agree; `ENOUGH` and more says they are of one event, `APART` that they can't be."""
    if not compatible(one.type, other.type) or (one.report == other.report and one.authority == other.authority):
        return APART
    when = days(one, other)
    who = sides(one, other) if when is not None else None
    where = place(one, other) if who is not None else None
    if when is None or who is None or where is None:
        return APART
    if one.report == other.report:
        # The reading told them apart. On different authority they may still be two tellings, if other reports say so.
        return NEUTRAL
    about, how = words(one, other, when), act(one, other)
    total = who + when + where + about + how + CAST * min(len(one.cast & other.cast), 4)
    if one.type != other.type:
        total -= OTHER_TYPE if how >= SAME_ACT else OTHER_DEED
    total -= RECURS if one.type in listed("serial") and other.type in listed("serial") else 0.0
    if when < SAME_DAY and not (one.acts & other.acts) - flagged("serial") and not once(one, other):
        vague = 1.0 if about <= 0 else 0.5 if about < TOLD else 0.0
        total -= AGAIN * vague * (2 if {one.precise, other.precise} & UNDATED else 1)
    whole = one.sources and other.sources and one.targets and other.targets
    if when < NEWLY and not whole and not once(one, other):
        total -= HALF_KNOWN
    return round(total, 3)


def memory() -> Memory:
    """Return an empty memory of what was compared."""
    return Memory(likeness)


def partition(
    accounts: Sequence[Account],
    together: AbstractSet[Pair] = frozenset(),
    apart: AbstractSet[Pair] = frozenset(),
    memory: Memory | None = None,
    *,
    crowded: bool | None = None,
) -> list[list[Account]]:
    """Return accounts grouped by event: the likest first, while groups agree on average and nothing forbids it.

    Args:
        accounts: The accounts of one component; their order does not matter.
        together: Pairs that a person judged to be one event; they are joined unless that goes against `apart`.
        apart: Pairs that a person judged to be two events; they are never in one group.
        memory: What was compared before; it saves time and changes nothing.
        crowded: Whether the component, of which these may be a part, has more than `CROWD` members.
    """
    nodes = sorted(accounts, key=lambda one: one.key)
    known = memory or Memory(likeness)
    if not (len(nodes) > CROWD if crowded is None else crowded):
        return _grouped(nodes, together, apart, known)
    spells: dict[int, list[Account]] = defaultdict(list)
    judged = {member for pair in together for member in pair}
    # What people joined is looked at together, wherever it lies.
    kept = [one for one in nodes if one.key in judged]
    for one in nodes:
        if one.key not in judged:
            spells[one.day // SPELL].append(one)
    parts = [kept, *(some for _, some in sorted(spells.items()))]
    groups = [group for some in parts if some for group in _grouped(some, together, apart, known)]
    return sorted(groups, key=lambda group: group[0].key)


def _grouped(
    nodes: Sequence[Account], together: AbstractSet[Pair], apart: AbstractSet[Pair], memory: Memory
) -> list[list[Account]]:
    clusters = _Clusters(nodes, apart)
    for pair in sorted(together, key=sorted):
        clusters.join(*sorted(pair))
    if len(nodes) > CROWD:
        return clusters.gather()
    scores = memory.likenesses(nodes)
    for _, i, j in sorted((-score, i, j) for score, i, j in scores.pairs(ENOUGH)):
        clusters.consider(i, j, scores)
    return clusters.groups()


class _Clusters:
    """Groups of accounts as they grow."""

    def __init__(self, nodes: Sequence[Account], apart: AbstractSet[Pair]) -> None:
        self._nodes = nodes
        self._at = {one.key: number for number, one in enumerate(nodes)}
        self._of = list(range(len(nodes)))
        self._members = {number: [number] for number in range(len(nodes))}
        pairs = (tuple(self._at[member] for member in sorted(pair) if member in self._at) for pair in apart)
        self._apart = frozenset(pair for pair in pairs if len(pair) == 2)  # noqa: PLR2004  both are here

    def join(self, one: Member, other: Member) -> None:
        """Put two accounts in one group, unless members of the two are kept apart."""
        if one in self._at and other in self._at:
            self._merge(self._of[self._at[one]], self._of[self._at[other]])

    def consider(self, i: int, j: int, scores: Likenesses) -> None:
        """Join the groups of two accounts if all their members agree on average and no two exclude each other."""
        a, b = self._of[i], self._of[j]
        if a == b:
            return
        found = [scores.of(m, n) for m in self._members[a] for n in self._members[b]]
        if found and min(found) > APART and sum(found) / len(found) >= ENOUGH - SLACK:
            self._merge(a, b)

    def gather(self) -> list[list[Account]]:
        """Return groups that each account joined in turn, by the first few of each: what a crowd can afford."""
        for number in range(len(self._nodes)):
            if self._members[self._of[number]][0] < number:
                continue
            best, at = ENOUGH, number
            for a, members in self._members.items():
                some = [likeness(self._nodes[number], self._nodes[one]) for one in members[:FIRST] if one < number]
                if some and min(some) > APART and sum(some) / len(some) >= best:
                    best, at = sum(some) / len(some), a
            self._merge(at, self._of[number])
        return self.groups()

    def _merge(self, a: int, b: int) -> None:
        a, b = sorted((a, b))
        mine, theirs = self._members[a], self._members[b]
        if a == b or any((min(m, n), max(m, n)) in self._apart for m in mine for n in theirs):
            return
        mine.extend(self._members.pop(b))
        for number in theirs:
            self._of[number] = a

    def groups(self) -> list[list[Account]]:
        """Return the groups, each sorted, by their first accounts."""
        return [[self._nodes[number] for number in sorted(self._members[a])] for a in sorted(self._members)]
