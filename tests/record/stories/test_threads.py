"""Stories that stay right while reports come and go, on reports made of a few rare words."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert, select

from ranke.days import ordinal
from ranke.record import Record
from ranke.record.keeping import schema
from ranke.record.stories import threads as module
from ranke.record.stories.stories import Telling, followed
from ranke.record.stories.threads import Threads

FERRY = ("ashika", "tongatapu", "haafeva", "wreckdiver")
"""Words that no other matter has."""


def told(report: str, day: str, *words: str, **weights: float) -> Telling:
    """Return what a report tells; words weigh the same, together one, but for those whose weight is given."""
    share = (1 / len(words)) ** 0.5 if words else 0.0
    features = {f"w:{word}": share for word in words} | {f"w:{word}": weight for word, weight in weights.items()}
    return Telling(report, day, tuple(sorted(features.items())))


class Shelf:
    """Reports of a record that have nothing but their telling."""

    def __init__(self, connection: Connection) -> None:
        self.connection, self.threads = connection, Threads(connection)
        self.numbers: dict[str, int] = {}

    def add(self, *tellings: Telling) -> None:
        """File reports together."""
        for one in tellings:
            number = self.numbers[one.report] = len(self.numbers) + 1
            row = {
                "number": number, "id": one.report, "version": number, "date": one.day, "day": ordinal(one.day),
                "label": "", "language": "en", "characters": 0, "telling": one.dump(),
            }  # fmt: skip
            self.connection.execute(insert(schema.report), [row])
            self.threads.add(number, one)
        self.threads.finish()

    def remove(self, *reports: str) -> None:
        """Take reports away together; what is left is settled."""
        for report in reports:
            number = self.numbers[report]
            self.threads.remove(number)
            self.connection.execute(delete(schema.report).where(schema.report.c.number == number))
        self.threads.finish()

    def follows(self) -> dict[str, str | None]:
        """Return which report each one follows."""
        rows = self.connection.execute(select(schema.report)).all()
        ids = {row.number: row.id for row in rows}
        return {row.id: ids[row.follows] if row.follows is not None else None for row in rows}

    def stories(self) -> list[list[str]]:
        """Return the reports of each story, the one that names it first."""
        rows = self.connection.execute(select(schema.report).order_by(schema.report.c.day, schema.report.c.id)).all()
        ids = {row.number: row.id for row in rows}
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(ids[row.story], []).append(row.id)
        assert all(first == reports[0] for first, reports in found.items())
        return sorted(found.values())


@pytest.fixture
def shelf(file_record: Record) -> Iterator[Shelf]:
    """Return an empty shelf."""
    with file_record._store.writing() as connection:
        yield Shelf(connection)


def chain() -> list[Telling]:
    """Return three reports, each like the one before and the last hardly like the first, and one on another matter."""
    return [
        told("a", "2021-05-03", *FERRY),
        told("b", "2021-05-08", *FERRY[1:], "inquiryboard"),
        told("c", "2021-05-20", *FERRY[2:], "inquiryboard", "rustbucket"),
        told("x", "2021-05-09", "niamey", "bazoum", "putschist", "tiani"),
    ]


def test_a_story_is_named_by_the_report_that_it_begins_with(shelf: Shelf) -> None:
    """Each report follows the one most like it; what follows from one is one story, what follows none is its own."""
    shelf.add(*chain())
    assert shelf.follows() == {"a": None, "b": "a", "c": "b", "x": None}
    assert shelf.stories() == [["a", "b", "c"], ["x"]]


def test_a_report_that_comes_late_takes_its_place_before_the_others(shelf: Shelf) -> None:
    """The story gets a new beginning, in all that follows from it, however far."""
    first, *rest = chain()
    shelf.add(*rest)
    assert shelf.stories() == [["b", "c"], ["x"]]
    shelf.add(first)
    assert shelf.stories() == [["a", "b", "c"], ["x"]]


def test_a_report_that_comes_late_between_two_is_followed_instead(shelf: Shelf) -> None:
    """What a report follows is the best of all there are, not of those that were there when it came."""
    first, middle, *_ = chain()
    last = told("c", "2021-05-20", *FERRY[1:], "inquiryboard")
    shelf.add(first, last)
    assert shelf.follows()["c"] == "a"
    shelf.add(middle)
    assert shelf.follows() == {"a": None, "b": "a", "c": "b"}


def test_what_followed_a_report_that_is_gone_chooses_anew(shelf: Shelf) -> None:
    """Another of the story where one is like it, else it begins a story of its own, with all that follows it."""
    shelf.add(*chain(), told("d", "2021-05-21", *FERRY[2:], "inquiryboard", "rustbucket"))
    shelf.remove("b")
    assert shelf.follows()["c"] == followed(chain()[2], chain()[:1])
    shelf.remove("a")
    assert shelf.stories() == [["c", "d"], ["x"]]


def test_reports_may_go_together(shelf: Shelf) -> None:
    """What followed the one is not left with the other."""
    shelf.add(*chain())
    shelf.remove("a", "b")
    assert shelf.stories() == [["c"], ["x"]]
    shelf.remove("c", "x")
    assert shelf.stories() == []


def test_one_shared_word_is_not_looked_at(shelf: Shelf) -> None:
    """A report is only found by two of its telling words."""
    shelf.add(told("a", "2021-05-03", "ashika"), told("b", "2021-05-04", "ashika"), told("c", "2021-05-05"))
    assert shelf.follows() == {"a": None, "b": None, "c": None}


def test_where_few_are_looked_at_one_that_goes_makes_room(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that was in the way of a better one, without being followed, is missed by nobody."""
    monkeypatch.setattr(module, "CANDIDATES", 1)
    faint = dict.fromkeys(FERRY, 0.01)
    shelf.add(
        told("near", "2021-05-03", *FERRY[:3]), told("many", "2021-05-04", **faint), told("new", "2021-05-05", *FERRY)
    )
    assert shelf.follows()["new"] is None
    shelf.remove("many")
    assert shelf.follows()["new"] == "near"


WORDS = (*FERRY, "inquiryboard", "rustbucket", "niamey", "bazoum")
TELLINGS = [
    told(
        f"r{place}", f"2021-{5 + place // 4:02}-{3 + 7 * (place % 4):02}", *(WORDS[(place + step) % 8] for step in span)
    )
    for place, span in enumerate([(0, 1, 2, 3), (0, 1, 2), (0, 1, 2, 3), (7, 0, 1, 2), (0, 2, 4), (0, 1, 2, 3)] * 2)
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.permutations(TELLINGS), st.lists(st.integers(1, 5), min_size=12), st.sets(st.sampled_from(range(12)), max_size=4)
)
def test_the_order_of_filing_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, order: Sequence[Telling], sizes: list[int], gone: set[int]
) -> None:
    """However reports came and whichever went again, each follows the best of those that are there."""
    path: Path = tmp_path_factory.mktemp("threads") / "record.db"
    left = [one for place, one in enumerate(TELLINGS) if place not in gone]
    with Record(path, create=True) as record, record._store.writing() as connection:
        shelf, rest = Shelf(connection), list(order)
        for size in sizes:
            some, rest = rest[:size], rest[size:]
            if some:
                shelf.add(*some)
        shelf.remove(*sorted(TELLINGS[place].report for place in gone))
        assert shelf.follows() == {one.report: followed(one, left) for one in left}
        assert shelf.stories()
