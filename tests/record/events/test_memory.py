from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ranke.record.events.accounts import Account
from ranke.record.events.memory import Memory

ACCOUNTS = [
    Account(
        report=f"r{number:02}", id="e1", day=1, type="CONSULT", mode=None, status="happened", core=False, sources=(),
        targets=(), first=1, last=1, precise="day", mark=number,
    )
    for number in range(12)
]  # fmt: skip


def alike(one: Account, other: Account) -> float:
    """A likeness that tells any two pairs apart, whichever comes first."""
    return float(min(one.mark, other.mark) * 1000 + max(one.mark, other.mark))


class Counted:
    """A likeness that counts how often it was asked for."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, one: Account, other: Account) -> float:
        """Count and compare."""
        self.times += 1
        return alike(one, other)


@given(st.lists(st.sets(st.sampled_from(range(12)), min_size=1), max_size=8), st.sampled_from((0, 150, 100_000)))
def test_what_is_remembered_is_what_would_be_found_anew(looks: list[set[int]], most: int) -> None:
    """However components grow, shrink and join, and however little is kept, each pair has its own likeness."""
    memory = Memory(alike, most)
    for look in looks:
        nodes = [ACCOUNTS[place] for place in sorted(look)]
        found = memory.likenesses(nodes)
        pairs = [(one, other) for one in range(len(nodes)) for other in range(len(nodes)) if one != other]
        assert all(found.of(one, other) == alike(nodes[one], nodes[other]) for one, other in pairs)
        assert list(found.pairs(0)) == [
            (alike(nodes[one], other), one, place) for place, other in enumerate(nodes) for one in range(place)
        ]
        assert memory._size <= most
        assert memory._size == sum(table.size for table in memory._tables.values())
        assert {id(table) for table in memory._home.values()} <= memory._tables.keys()


def test_only_new_pairs_are_compared() -> None:
    """An account that comes to a component costs one look at each of the others, and a known component none."""
    counted = Counted()
    memory = Memory(counted)
    memory.likenesses(ACCOUNTS[1:6])
    assert counted.times == 5 * 4 / 2
    memory.likenesses(ACCOUNTS[:6])
    assert counted.times == 6 * 5 / 2
    memory.likenesses(ACCOUNTS[2:5])
    memory.likenesses(ACCOUNTS[:6])
    assert counted.times == 6 * 5 / 2


def test_an_account_that_says_something_else_is_compared_anew() -> None:
    """A corrected report keeps its place and loses its likenesses."""
    memory = Memory(alike)
    memory.likenesses(ACCOUNTS[:3])
    corrected = replace(ACCOUNTS[1], mark=77)
    found = memory.likenesses([ACCOUNTS[0], corrected, ACCOUNTS[2]])
    assert (found.of(0, 1), found.of(0, 2), found.of(1, 2)) == (77.0, 2.0, 2077.0)
