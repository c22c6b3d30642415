"""What a person means by a name or an id, and by the members of a split."""

from collections.abc import Callable, Iterator

import pytest

from ranke.errors import RecordError, UsageError
from ranke.record import Record
from ranke.record.filing.evidence import handle
from ranke.record.filing.judging import event_type, meant, merged, rejected, split_from
from ranke.record.questions.lens import Lens

Line = Callable[..., str]


@pytest.fixture
def lens(file_record: Record, line: Line) -> Iterator[Lens]:
    """Return the view of a record: three meetings of Otto Kranz, the first two on one day, and another Kranz."""
    met = {"act": "met", "type": "CONSULT"}
    file_record.add(
        [
            line("r2", "2024-05-02", "Otto Kranz met Sylvania.", who="Otto Kranz", **met),
            line("r1", "2024-05-02", "Otto Kranz met Sylvania.", who="Otto Kranz", **met),
            line("r3", "2024-08-09", "Otto Kranz met Sylvania.", who="Otto Kranz", **met),
            line("r4", "2024-09-30", "Wilma Kranz met Osterlich.", who="Wilma Kranz", whom="Osterlich", **met),
        ]
    )
    with file_record._lens({}) as opened:
        yield opened


def test_a_name_means_an_actor_and_an_id_what_it_is_of(lens: Lens) -> None:
    """Names, REPORT:ID and ids of entries all lead to the same actor or event."""
    actor = meant(lens, "Otto Kranz")
    assert actor[0] == "actor"
    assert meant(lens, lens.actor_rows([actor[1]])[actor[1]].id) == actor
    assert meant(lens, "r3:a1") == actor
    event = meant(lens, "r3:e1")
    assert event[0] == "event"
    assert meant(lens, " r3:e1") == event


def test_a_name_that_two_bear_is_asked_about_with_their_ids(file_record: Record, line: Line) -> None:
    """Whom somebody means is not guessed; the way out stands in the message."""
    text = "Otto Kranz met Sylvania."
    file_record.add(line(f"r{i}", f"2024-05-0{i}", text, who="Otto Kranz", act="met", type="CONSULT") for i in (1, 2))
    file_record.split("Otto Kranz", ["r2"])
    told = r"'Otto Kranz' is the name of 2 actors; give the id of one: Otto Kranz a\w+, Otto Kranz a\w+"
    with file_record._lens({}) as opened, pytest.raises(RecordError, match=told):
        meant(opened, "Otto Kranz")


def test_a_merge_is_anchored_in_the_first_entry_of_each_side(lens: Lens) -> None:
    """By day, then by the report's id; not by when it was filed."""
    what, sides = merged(lens, "Otto Kranz", "Wilma Kranz")
    assert what == "actor"
    assert [[(one.report, one.words) for one in side] for side in sides] == [
        [("r1", "Otto Kranz")],
        [("r4", "Wilma Kranz")],
    ]


@pytest.mark.parametrize("one", ["Otto Kranz", "r1:a1"])
def test_an_actor_is_not_merged_with_itself_nor_with_an_event(lens: Lens, one: str) -> None:
    """Under whatever names they are given."""
    with pytest.raises(RecordError, match=f"{one!r} and 'r3:a1' are one actor already"):
        merged(lens, one, "r3:a1")
    with pytest.raises(RecordError, match=f"{one!r} is an actor and 'r3:e1' an event"):
        merged(lens, one, "r3:e1")


@pytest.mark.parametrize("members", [["r1"], ["r1:a1"], ["r1", "r1:a1"]])
def test_a_member_of_a_split_is_a_report_or_an_entry_and_counts_once(lens: Lens, members: list[str]) -> None:
    """However often and in whichever form it is named."""
    what, sides = split_from(lens, "Otto Kranz", members)
    assert what == "actor"
    assert [[(one.report, one.id) for one in side] for side in sides] == [[("r1", "a1")]]


def test_a_member_of_a_split_may_be_the_beginning_of_an_id(lens: Lens) -> None:
    """What an answer shows of an id is enough."""
    wanted = handle("a", "r3", "a1")
    _, sides = split_from(lens, "Otto Kranz", [wanted[:8]])
    assert [[one.report for one in side] for side in sides] == [["r3"]]


@pytest.mark.parametrize("members", [["r1", "r2", "r3"], ["r1:a1", "r2", "r3:a1"]])
def test_a_split_leaves_something(lens: Lens, members: list[str]) -> None:
    """All entries of an actor can't be another one."""
    with pytest.raises(RecordError, match="these are all entries of 'Otto Kranz'"):
        split_from(lens, "Otto Kranz", members)


def test_a_split_names_the_command_that_shows_the_entries(lens: Lens) -> None:
    """The way out of a wrong member."""
    with pytest.raises(RecordError, match="'r4' is no entry of 'Otto Kranz'; see ranke actor"):
        split_from(lens, "Otto Kranz", ["r4"])
    with pytest.raises(RecordError, match="'r4' is no entry of 'r1:e1'; see ranke why"):
        split_from(lens, "r1:e1", ["r4"])


def test_a_rejected_event_is_anchored_in_all_its_accounts(lens: Lens) -> None:
    """Each with its words, its trigger and its type, so that any of them is found again."""
    (side,) = rejected(lens, "r2:e1")
    assert {(one.id, one.words, one.start, one.end, one.type) for one in side} == {
        ("e1", "Otto Kranz met Sylvania.", 11, 14, "CONSULT")
    }
    assert [one.report for one in side] == ["r1", "r2"]


@pytest.mark.parametrize("value", ["consult", " CONSULT ", "Consult"])
def test_a_type_of_event_is_taken_in_any_case(value: str) -> None:
    """The record writes it in capitals."""
    assert event_type(value) == "CONSULT"


@pytest.mark.parametrize("value", ["", "CONSULTS", "meeting"])
def test_what_is_no_type_of_event_is_told_with_those_that_are(value: str) -> None:
    """The whole list is the way out."""
    with pytest.raises(UsageError, match=f"{value!r} is no type of event; choose from AGREE"):
        event_type(value)
