"""The overview, the list of actors and the network, on a record small enough to count by hand."""

import json
from collections.abc import Callable

import pytest

from ranke.errors import RecordError, UsageError
from ranke.record import Record
from ranke.record.keeping import schema
from ranke.record.questions.lens import Lens
from ranke.record.questions.network import Ties, network

Line = Callable[..., str]


@pytest.fixture
def port(record: Record, line: Line) -> Record:
    """Return the record of four acts between three countries, told by two outlets; one of them in a known place."""
    met = {"act": "met", "type": "CONSULT"}
    bombed = json.loads(
        line("r2", "2024-05-10", "Freedonia bombed Sylvania in Port Vano.", outlet="Herald", place="Port Vano")
    )
    bombed["places"] = [
        {"span": [29, 38], "name": "Port Vano", "country": "SVK", "latitude": 48.5, "longitude": 17.25},
        {"span": [0, 9], "name": "Freedonia", "country": "HUN", "latitude": 47.0, "longitude": 19.0},
    ]
    record.add(
        [
            line("r1", "2024-05-02", "Freedonia met Sylvania.", outlet="Herald", **met),
            json.dumps(bombed),
            line("r3", "2024-05-12", "Sylvania accused Freedonia.", who="Sylvania", whom="Freedonia", act="accused",
                 type="ACCUSE", outlet="Courier"),
            line("r4", "2024-08-01", "Ruritania met Sylvania.", who="Ruritania", outlet="Courier", **met),
        ]
    )  # fmt: skip
    return record


def test_an_overview_counts_what_there_is(port: Record) -> None:
    """Reports, outlets, days, who is busiest, what happened in which month, where."""
    told = port.overview()
    assert (told.reports, told.outlets, told.events) == (4, 2, 4)
    assert (told.first, told.last) == ("2024-05-02", "2024-08-01")
    assert [(one.name, one.count) for one in told.by_outlet] == [("Courier", 2), ("Herald", 2)]
    assert [(row.who.name, row.events, row.reports) for row in told.actors] == [
        ("Sylvania", 4, 4), ("Freedonia", 3, 3), ("Ruritania", 1, 1),
    ]  # fmt: skip
    assert [row.type for row in told.latest] == ["CONSULT", "ACCUSE", "ASSAULT", "CONSULT"]
    assert {row.id for row in told.stories} == {row.id for row in port.stories()}
    assert [(row.last, row.reports, row.events) for row in told.stories] == sorted(
        ((row.last, row.reports, row.events) for row in port.stories()), reverse=True
    )
    assert len(port.overview(limit=1).latest) == len(port.overview(limit=1).actors) == 1


def test_a_place_has_the_coordinates_that_its_report_gives_it(port: Record) -> None:
    """Those of the event's own place, not of another one in the report."""
    (place,) = port.overview().places
    assert (place.name, place.country, place.latitude, place.longitude, place.events) == (
        "Port Vano", "SVK", 48.5, 17.25, 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("last", "periods"),
    [
        ("2024-05-04", ["2024-05-02", "2024-05-03", "2024-05-04"]),
        ("2024-08-02", ["2024-05", "2024-06", "2024-07", "2024-08"]),
        ("2034-05-02", [str(year) for year in range(2024, 2035)]),
    ],
)
def test_activity_is_by_days_months_or_years(record: Record, line: Line, last: str, periods: list[str]) -> None:
    """Whichever are few enough; every one of them is there, also where nothing happened."""
    record.add(
        [
            line("r1", "2024-05-02", "Freedonia bombed Sylvania."),
            line("r2", last, "Freedonia met Sylvania.", act="met", type="CONSULT"),
        ]
    )
    rows = record.overview().activity
    assert [row.period for row in rows] == periods
    assert [(row.reports, row.events, row.cooperation, row.conflict) for row in (rows[0], rows[-1])] == [
        (1, 1, 0, 1), (1, 1, 1, 0),
    ]  # fmt: skip
    assert sum(row.reports for row in rows) == sum(row.events for row in rows) == 2


def test_an_overview_leaves_out_what_a_view_leaves_out(port: Record) -> None:
    """What later reports tell, an outlet's own, and what people rejected; also in every count."""
    early = port.overview(as_of="2024-05-10")
    assert (early.reports, early.events, early.last) == (2, 2, "2024-05-10")
    assert sum(row.events for row in early.activity) == 2
    assert {row.who.name: row.events for row in early.actors} == {"Freedonia": 2, "Sylvania": 2}
    without = port.overview(without="Herald")
    assert (without.reports, without.events, without.outlets, without.places) == (2, 2, 1, ())
    port.reject("r2:e1")
    told = port.overview()
    assert (told.events, told.places, sum(row.conflict for row in told.activity)) == (3, (), 1)
    assert {row.who.name: row.events for row in told.actors} == {"Sylvania": 3, "Freedonia": 2, "Ruritania": 1}


def test_an_empty_record_has_an_overview(record: Record) -> None:
    """Nothing is counted, and nothing fails."""
    told = record.overview()
    assert (told.reports, told.events, told.first, told.activity, told.actors) == (0, 0, None, (), ())
    assert record.network().edges == record.actors() == record.review()


def test_actors_are_listed_by_kind_country_sector_and_words(record: Record) -> None:
    """Each narrows the list; the words may be of any name that somebody bears."""
    actors = [
        {"id": f"a{number}", "name": name, "kind": kind, "country": country, "sector": sector, "aliases": [],
         "mentions": [{"span": [0, 3]}]}
        for number, (name, kind, country, sector) in enumerate(
            [("Ada Berg", "person", "HUN", "GOV"), ("Otto Kranz", "person", "SVK", "MIL"),
             ("Reform Party", "organization", "HUN", "PTY")]
        )
    ]  # fmt: skip
    record.add([json.dumps({"document": {"id": "r1", "date": "2024-05-02", "text": "All met."}, "actors": actors})])
    names = lambda **asked: [row.who.name for row in record.actors(**asked)]  # noqa: E731 - a short name for it
    assert names() == ["Ada Berg", "Otto Kranz", "Reform Party"]
    assert names(kind="person") == ["Ada Berg", "Otto Kranz"]
    assert names(kind=["organization", "person"], country="hun") == ["Ada Berg", "Reform Party"]
    assert names(sector="mil") == ["Otto Kranz"]
    assert names(search="party REFORM") == ["Reform Party"]
    assert names(search="100%") == names(search="_") == []
    with pytest.raises(UsageError, match="'robot' is no kind of actor; choose from"):
        record.actors(kind="robot")
    with pytest.raises(UsageError, match="skip must be 0 or more"):
        record.actors(skip=-1)


def test_actors_come_in_pages(port: Record) -> None:
    """The pages together are the list, and each tells how many come after it."""
    first, second = port.actors(limit=2), port.actors(limit=2, skip=2)
    assert [*first, *second] == list(port.actors())
    assert (first.more, second.more) == (1, 0)
    assert [(row.who.name, row.reports) for row in port.actors(as_of="2024-05-10")] == [
        ("Freedonia", 2),
        ("Sylvania", 2),
    ]


def test_a_network_counts_acts_between_two(port: Record) -> None:
    """Whoever did them; the strongest tie first, and the actors by how much they are in."""
    told = port.network()
    assert [(row.one.name, row.other.name, row.events, row.cooperation, row.conflict) for row in told.edges] == [
        ("Freedonia", "Sylvania", 3, 1, 2), ("Ruritania", "Sylvania", 1, 1, 0),
    ]  # fmt: skip
    assert told.edges[0].intensity < 0 < told.edges[1].intensity
    assert [(row.who.name, row.events) for row in told.nodes] == [("Sylvania", 4), ("Freedonia", 3), ("Ruritania", 1)]
    assert told.actor is None
    some = port.network(limit=1)
    assert ([row.who.name for row in some.nodes], some.edges.more) == (["Freedonia", "Sylvania"], 1)


def test_a_network_can_be_narrowed(port: Record) -> None:
    """By days, types, sources, and what was judged."""
    ties = lambda **asked: [(row.one.name, row.events) for row in port.network(**asked).edges]  # noqa: E731
    assert ties(since="2024-06") == [("Ruritania", 1)]
    assert ties(until="2024-05-02") == [("Freedonia", 1)]
    assert ties(type="assault") == [("Freedonia", 1)]
    assert ties(as_of="2024-05-10") == [("Freedonia", 2)]
    assert ties(without="Courier") == [("Freedonia", 2)]
    port.reject("r4:e1")
    assert ties() == [("Freedonia", 3)]
    with pytest.raises(RecordError, match="nobody in this record is called 'Osterlich'"):
        port.network(actor="Osterlich")


def test_a_neighbourhood_is_whom_one_meets_and_what_those_do(port: Record, line: Line) -> None:
    """What the centre does comes first; who is nowhere near it is not in it."""
    port.add(
        [
            line(
                "r5",
                "2024-09-01",
                "Ruritania met Freedonia.",
                who="Ruritania",
                whom="Freedonia",
                act="met",
                type="CONSULT",
            ),
            line(
                "r6",
                "2024-09-02",
                "Ruritania met Freedonia.",
                who="Ruritania",
                whom="Freedonia",
                act="met",
                type="CONSULT",
            ),
            line(
                "r7",
                "2024-09-03",
                "Osterlich met Grauland.",
                who="Osterlich",
                whom="Grauland",
                act="met",
                type="CONSULT",
            ),
        ]
    )
    told = port.network(actor="Ruritania")
    assert told.actor is not None
    assert [(row.one.name, row.other.name) for row in told.edges] == [
        ("Freedonia", "Ruritania"), ("Ruritania", "Sylvania"), ("Freedonia", "Sylvania"),
    ]  # fmt: skip
    assert {row.who.name for row in told.nodes} == {"Freedonia", "Ruritania", "Sylvania"}


def test_what_is_not_done_and_what_two_do_together_is_no_tie(record: Record, line: Line) -> None:
    """A denied act is none between them; two on one side of an act do nothing to each other; an act counts once."""
    record.add([line("r1", "2024-05-02", "Freedonia bombed Sylvania.", status="denied")])
    row = json.loads(
        line("r2", "2024-06-03", "Freedonia and Ruritania met.", whom="Ruritania", act="met", type="CONSULT")
    )
    row["events"][0] |= {"sources": ["a1", "a2"], "targets": ["a1", "a2"]}
    record.add([json.dumps(row)])
    assert [(one.one.name, one.other.name, one.events) for one in record.network().edges] == [
        ("Freedonia", "Ruritania", 1)
    ]
    row["events"][0] |= {"targets": []}
    record.add([json.dumps(row)])
    assert len(record.network().edges) == 0


def test_in_a_large_record_the_busiest_are_looked_at(port: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are too many acts to look at all, ties of those who appear little are left out."""
    monkeypatch.setattr("ranke.record.questions.network._MANY", 2)
    monkeypatch.setattr("ranke.record.questions.network._BUSY", 2)
    with port._lens({}) as lens:
        assert [row.events for row in network(lens, Ties()).edges] == [3]
        assert [row.events for row in network(lens, Ties(since=739_099)).edges] == [1]


def test_the_latest_stories_are_found_in_the_last_days(file_record: Record, line: Line) -> None:
    """However far back the wanted number of them lies, they are the same as all of them, cut."""
    days = ["2020-01-01", "2020-01-03", "2022-05-05", "2024-01-01"]
    names = ["Grauland", "Osterlich", "Ruritania", "Sylvania"]
    file_record.add(
        line(f"r{number}", day, f"Freedonia bombed {whom}.", whom=whom)
        for number, (day, whom) in enumerate(zip(days, names, strict=True))
    )
    every = file_record.overview(limit=0).stories
    assert [row.last for row in every] == sorted(days, reverse=True)
    for limit in (1, 2, 3, 4):
        assert file_record.overview(limit=limit).stories == every[:limit]


def test_a_lens_without_anything_left_out_counts_in_the_index_alone(file_record: Record, line: Line) -> None:
    """The two ways to count activity tell the same."""
    file_record.add(line(f"r{number}", f"2024-05-{number:02}", "Freedonia bombed Sylvania.") for number in range(2, 9))
    plain = file_record.overview().activity
    with file_record._store.asking() as connection:
        from ranke.record.questions.activity import activity

        last = Lens(connection, "2030-01-01")
        days = dict(tuple(row) for row in connection.execute(schema.report.select().with_only_columns(
            schema.report.c.day, schema.report.c.version)))  # fmt: skip
        assert activity(last, days) == plain
