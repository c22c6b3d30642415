import re
from collections.abc import Callable

from ranke.answers import DeedRow, EventRow, Evidence, Who
from ranke.views.timeline import corroboration, dated, deeds_table, timeline_view

type Make = Callable[..., EventRow]
type Words = Callable[..., Evidence]
type Written = Callable[..., str]


def test_event_tells_day_id_who_whom_where_and_according_to_whom(
    event_row: Make, written: Written, herald: Who, general: Who
) -> None:
    """One row holds the whole fact, the id to ask for it, and the words with their report and outlet."""
    row = event_row(core=True, status="possible", place="Midtown", attribution=(herald, general))
    lines = [re.split(r"\s{2,}", line.strip()) for line in written(timeline_view([row])).split("\n")]
    fact = "Ada Berg — CONSULT → Sudland, possible, in Midtown, according to Norland Herald, citing Orm"
    assert lines[0] == ["2020-03-02", "●", fact]
    assert lines[1] == ["e1a2b3c4", "“Ada Berg met the envoy on Monday.”", "[Norland Herald, herald-1]"]
    assert lines[2] == ["● what the reports are about"]


def test_event_without_a_day_is_known_by_that_of_its_first_report(event_row: Make) -> None:
    """What happened without a day was there by its first report; what may come has none."""
    assert dated(event_row(date=None)) == "by 2020-03-03"
    assert dated(event_row(date=None, status="planned")) == "no day"
    assert dated(event_row(date="2020-W10")) == "week of 2020-03-02"


def test_day_of_a_report_is_dimmed(event_row: Make, written: Written) -> None:
    """A day that is not the event's own does not look like one."""
    dim = "\x1b[2mby 2020-03-03"
    assert dim in written(timeline_view([event_row(date=None)]), colours=True)
    assert "\x1b[2m2020-03-02" not in written(timeline_view([event_row()]), colours=True)


def test_corroboration_is_told_only_where_it_tells(event_row: Make) -> None:
    """One report that nobody contradicts needs no line of its own."""
    assert corroboration(event_row()) == ""
    assert corroboration(event_row(reports=3, outlets=2, roots=2)) == "3 reports, 2 outlets, 2 independent roots"
    assert corroboration(event_row(reports=2, outlets=0)) == "2 reports, 1 independent root"
    assert corroboration(event_row(conflicts=1)) == "1 conflict"


def test_order_is_that_of_the_record(event_row: Make, written: Written) -> None:
    """A view does not sort what the record has put in order."""
    shown = written(timeline_view([event_row(date="2021"), event_row(date="2019"), event_row(date="2020")]))
    assert re.findall(r"^\d{4}", shown, flags=re.MULTILINE) == ["2021", "2019", "2020"]


def test_event_without_words_or_sides_says_so(event_row: Make, evidence: Words, written: Written) -> None:
    """Where the record has no text, no empty quotation marks stand; a side that is not known is not named."""
    shown = written(timeline_view([event_row(sources=(), targets=(), evidence=evidence(""), rejected=True)]))
    assert "not named — CONSULT  rejected" in shown
    assert "“" not in shown
    assert "[Norland Herald, herald-1]" in shown


def test_word_stands_above_its_deed(event_row: Make, written: Written) -> None:
    """A threat and what came of it are read together."""
    deed = DeedRow("threatened", event_row(type="THREATEN"), event_row(type="ASSAULT", date="2020-04-01"))
    shown = written(deeds_table([deed]))
    assert shown.index("threatened") < shown.index("THREATEN") < shown.index("done") < shown.index("ASSAULT")
