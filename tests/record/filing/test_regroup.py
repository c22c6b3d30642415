"""Groups that stay right while entries come and go, on entries made of letters: no actor, no event, no text."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    create_engine,
    delete,
    insert,
    or_,
    select,
)

from ranke.record.filing.entries import Outcome, Pairs, Verdicts
from ranke.record.filing.regroup import Regrouping

METADATA = MetaData()
ENTRY = Table(
    "entry",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("component", Integer),
    Column("cluster", Integer),
    Column("text", Text),
)
ENTRY_KEY = Table("entry_key", METADATA, Column("key", Text), Column("entry", Integer))


@dataclass
class Letters:
    """A kind of entry.

    Its keys are its small letters; a capital stands for a side that is never one with another, a digit for a spell.
    """

    shared: int = 2
    crowd: float = math.inf
    cluster: str = "cluster"
    table: Table = ENTRY
    keys_table: Table = ENTRY_KEY
    loaded: set[int] = field(default_factory=set)

    def load(self, connection: Connection, numbers: Iterable[int]) -> Mapping[int, str]:
        """Return the entries and note which were asked for."""
        wanted = set(numbers)
        self.loaded |= wanted
        rows = connection.execute(select(ENTRY.c.number, ENTRY.c.text).where(ENTRY.c.number.in_(wanted)))
        return {number: text for number, text in rows}  # noqa: C416 - rows are no pairs for dict()

    def name(self, node: str) -> object:
        """An entry is called what it is."""
        return node

    def keys(self, node: str) -> tuple[str, ...]:
        """Its small letters."""
        return tuple(letter for letter in node if letter.islower())

    def linked(self, one: str, other: str) -> bool:
        """All that shares enough keys is linked, but for what has an exclamation mark."""
        return "!" not in one + other

    def spells(self, nodes: Iterable[str]) -> set[int]:
        """Return the digits of entries."""
        return {int(node[-1]) for node in nodes if node[-1].isdecimal()}

    def within(self, spells: Collection[int]) -> ColumnElement[bool]:
        """Return that an entry has one of these digits."""
        return or_(*(ENTRY.c.text.endswith(str(spell)) for spell in sorted(spells)))

    def partition(
        self, nodes: Sequence[str], together: Pairs, apart: Pairs, *, crowded: bool
    ) -> Sequence[Sequence[str]]:
        """Return a group for each capital, in a crowd for each capital and digit, and the groups of a pair as one."""
        kept = str.isalnum if crowded else str.isalpha
        side = {node: "".join(letter for letter in node if kept(letter) and not letter.islower()) for node in nodes}
        for pair in sorted(map(sorted, together)):
            if set(pair) <= side.keys():
                old, new = side[pair[1]], side[pair[0]]
                side = {node: new if one == old else one for node, one in side.items()}
        assert not apart
        return [[node for node in nodes if side[node] == one] for one in sorted(set(side.values()))]


class Shelf:
    """Entries in a database, and the numbers of what was grouped."""

    def __init__(self, connection: Connection, crowd: float = math.inf) -> None:
        self.connection, self.kind, self.clusters = connection, Letters(crowd=crowd), count(1)
        self.numbers: dict[str, int] = {}

    def add(self, *texts: str, verdicts: Verdicts | None = None) -> Outcome:
        """File entries and group them."""
        new = {len(self.numbers) + place: text for place, text in enumerate(texts, 1)}
        self.numbers |= {text: number for number, text in new.items()}
        self.connection.execute(insert(ENTRY), [{"number": number, "text": text} for number, text in new.items()])
        return self.run(new, (), verdicts)

    def remove(self, text: str) -> Outcome:
        """Take an entry away and group what is left of its component."""
        number = self.numbers[text]
        component = self.connection.execute(select(ENTRY.c.component).where(ENTRY.c.number == number)).scalar_one()
        self.connection.execute(delete(ENTRY).where(ENTRY.c.number == number))
        self.connection.execute(delete(ENTRY_KEY).where(ENTRY_KEY.c.entry == number))
        return self.run({}, [component])

    def run(self, new: Mapping[int, str], broken: Sequence[int], verdicts: Verdicts | None = None) -> Outcome:
        """Regroup."""
        self.kind.loaded.clear()
        regrouping = Regrouping(
            self.connection, self.kind, verdicts or Verdicts(), lambda: next(self.clusters), lambda: None
        )
        return regrouping.run(new, broken)

    def clusters_by_text(self) -> dict[str, int]:
        """Return the group of each entry."""
        return {row.text: row.cluster for row in self.connection.execute(select(ENTRY))}

    def groups(self, column: str = "cluster") -> list[list[str]]:
        """Return which entries are one; or linked, by `component`."""
        found: dict[int, list[str]] = {}
        for row in self.connection.execute(select(ENTRY)):
            found.setdefault(getattr(row, column), []).append(row.text)
        return sorted(sorted(one) for one in found.values())


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    """Return an empty shelf."""
    with create_engine("sqlite://").connect() as connection:
        METADATA.create_all(connection)
        yield Shelf(connection)


def pair(one: str, other: str) -> frozenset[frozenset[object]]:
    """Return one pair of names."""
    return frozenset({frozenset({one, other})})


def test_only_what_shares_enough_keys_is_one(shelf: Shelf) -> None:
    """One key is not enough where two are needed, and a key that stands twice in an entry counts once."""
    shelf.add("abc", "bcd", "cef", "ccx")
    assert shelf.groups() == [["abc", "bcd"], ["ccx"], ["cef"]]


def test_what_shares_keys_is_one_only_if_it_is_linked(shelf: Shelf) -> None:
    """Keys find candidates; whether they may be one is asked of the kind."""
    shelf.add("abc", "abc!")
    assert shelf.groups() == [["abc"], ["abc!"]]


def test_an_entry_between_two_groups_joins_them_under_the_larger_ones_number(shelf: Shelf) -> None:
    """What was named before keeps its number where it can, and the other number is told to be gone."""
    shelf.add("ab", "abx", "cd")
    before = shelf.clusters_by_text()
    outcome = shelf.add("abcd")
    assert shelf.groups() == [["ab", "abcd", "abx", "cd"]]
    assert set(shelf.clusters_by_text().values()) == {before["ab"]}
    assert outcome == Outcome(changed={before["ab"]}, gone={before["cd"]}, moved={shelf.numbers["cd"]})


def test_without_the_entry_between_them_they_fall_apart_again(shelf: Shelf) -> None:
    """What is left of a component is linked anew; one part keeps the number, the other gets a new one."""
    shelf.add("ab", "abx", "abcd", "cd")
    (number,) = set(shelf.clusters_by_text().values())
    outcome = shelf.remove("abcd")
    assert shelf.groups() == shelf.groups("component") == [["ab", "abx"], ["cd"]]
    clusters = shelf.clusters_by_text()
    assert number in clusters.values()
    away = {shelf.numbers[text] for text, cluster in clusters.items() if cluster != number}
    assert outcome == Outcome(changed=set(clusters.values()), gone=set(), moved=away)


def test_an_entry_that_stood_alone_takes_its_group_with_it(shelf: Shelf) -> None:
    """Nothing is left to regroup, and nothing else is touched."""
    shelf.add("ab", "cd")
    assert shelf.remove("ab") == Outcome()
    assert shelf.groups() == [["cd"]]


def test_a_component_may_hold_several_groups(shelf: Shelf) -> None:
    """What is linked through others is divided by the kind, and only groups that changed are told."""
    shelf.add("abX", "abcY")
    before = shelf.clusters_by_text()
    assert before["abX"] != before["abcY"]
    outcome = shelf.add("bcY")
    assert shelf.groups() == [["abX"], ["abcY", "bcY"]]
    assert outcome == Outcome(changed={before["abcY"]}, gone=set())


def test_what_is_not_linked_with_the_new_is_not_even_loaded(shelf: Shelf) -> None:
    """The cost of an entry is that of the components it touches."""
    shelf.add("ab", "abx", "cd", "cdx")
    shelf.add("cdy")
    assert shelf.kind.loaded == {shelf.numbers["cd"], shelf.numbers["cdx"]}


def test_what_people_joined_is_one_without_a_key(shelf: Shelf) -> None:
    """A judgement links a new entry with one that shares nothing with it, and brings its whole group."""
    shelf.add("ab", "abx", "vw")
    verdicts = Verdicts(together=pair("ab", "mn"), numbers={"ab": 1, "mn": 4})
    shelf.add("mn", verdicts=verdicts)
    assert shelf.groups() == [["ab", "abx", "mn"], ["vw"]]


def test_what_people_split_off_is_linked_with_its_like_alone(shelf: Shelf) -> None:
    """Entries that one judgement split off stay together, those of two judgements and all others apart."""
    verdicts = Verdicts(split_off={"aby": 1, "mn": 1, "abz": 2})
    shelf.add("ab", "abx", "aby", "abz", "mn", verdicts=verdicts)
    assert shelf.groups() == [["ab", "abx"], ["aby", "mn"], ["abz"]]


def test_in_a_crowd_only_the_spells_of_what_comes_are_loaded(shelf: Shelf) -> None:
    """A component that has grown large costs no more than the part of it in which something can change."""
    shelf.kind.crowd = 3
    shelf.add("ab1", "abc1", "bc2", "bcd2", "cd2")
    assert shelf.groups() == [["ab1", "abc1"], ["bc2", "bcd2", "cd2"]]
    shelf.add("abz1")
    assert shelf.kind.loaded == {shelf.numbers["ab1"], shelf.numbers["abc1"]}
    shelf.add("cdz2")
    assert shelf.kind.loaded == {shelf.numbers["bc2"], shelf.numbers["bcd2"], shelf.numbers["cd2"]}
    assert len(shelf.groups("component")) == 1
    assert shelf.groups() == [["ab1", "abc1", "abz1"], ["bc2", "bcd2", "cd2", "cdz2"]]


def test_crowds_that_come_together_bear_one_number(shelf: Shelf) -> None:
    """What links two large components brings them under one, also those members that are not looked at."""
    shelf.kind.crowd = 2
    shelf.add("ab1", "abx2", "abv3", "cd1", "cdx2", "cdv3")
    shelf.add("bc1", "abc1", "bcd1")
    assert len(shelf.groups("component")) == 1
    shelf.add("zw", "abzw4")
    assert len(shelf.groups("component")) == 1
    assert ["abzw4"] in shelf.groups()


CROWD = ["ab1", "abc1", "bc2", "bcd2", "cd2", "cde1", "de3", "abX1", "abX2", "fg1", "fgh3", "efd2"]


@settings(max_examples=60, deadline=None)
@given(st.permutations(CROWD), st.lists(st.integers(1, 4), min_size=12), st.sets(st.sampled_from(CROWD), max_size=4))
def test_a_crowd_does_not_depend_on_the_order_either(order: list[str], sizes: list[int], gone: set[str]) -> None:
    """Also where only a part of a component is looked at again, the groups are those of filing all at once."""
    _same_in_any_order(CROWD, order, sizes, gone, crowd=3)


WORDS = ["ab", "abc", "bcd", "cde", "fg", "fgh", "abX", "cdX", "deY", "fgY", "hi!", "hij"]


@settings(max_examples=60, deadline=None)
@given(st.permutations(WORDS), st.lists(st.integers(1, 4), min_size=12), st.sets(st.sampled_from(WORDS), max_size=4))
def test_groups_do_not_depend_on_the_order(order: list[str], sizes: list[int], gone: set[str]) -> None:
    """Filed in any order and any parts, and with some taken away again, entries fall into the same groups."""
    _same_in_any_order(WORDS, order, sizes, gone)


def _same_in_any_order(
    words: Sequence[str], order: Sequence[str], sizes: Sequence[int], gone: Collection[str], crowd: float = math.inf
) -> None:
    with create_engine("sqlite://").connect() as connection, create_engine("sqlite://").connect() as other:
        METADATA.create_all(connection)
        METADATA.create_all(other)
        plain, shuffled = Shelf(connection, crowd), Shelf(other, crowd)
        plain.add(*(word for word in words if word not in gone))
        rest = list(order)
        for size in sizes:
            some, rest = rest[:size], rest[size:]
            if some:
                shuffled.add(*some)
        for word in sorted(gone):
            shuffled.remove(word)
        for column in ("cluster", "component"):
            assert shuffled.groups(column) == plain.groups(column)
