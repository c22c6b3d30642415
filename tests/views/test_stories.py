import re
from collections.abc import Callable

from ranke.answers import EventRow, PartnerRow, ReportRow, Rows, Story, StoryRow, Who
from ranke.views.stories import stories_view, story_view

type Written = Callable[..., str]

ROW = StoryRow("t1a2b3c4d5e6", "Berg in Midtown", "2020-03-02", "2020-03-05", 3, 1)


def test_each_story_has_a_number_to_ask_for(written: Written) -> None:
    """The number is the story's place, as `ranke story N` takes it."""
    shown = written(stories_view([ROW, StoryRow("t9", "", "2020-04-01", "2020-04-01", 1, 0)]))
    first, second = (re.split(r"\s{2,}", line.strip()) for line in shown.strip().split("\n"))
    assert first == ["1", "2020-03-02 to 2020-03-05", "Berg in Midtown", "3 reports, 1 event", "t1a2b3c4d5e6"]
    assert second == ["2", "2020-04-01", "no title", "1 report, 0 events", "t9"]


def test_story_tells_reports_who_and_what(written: Written, event_row: Callable[..., EventRow], ada: Who) -> None:
    """Which report follows which, and which only repeat another, is seen; their ids are whole, to withdraw one."""
    reports = (
        ReportRow("0123456789abcdef", "2020-03-02", "Norland Herald", "Berg in Midtown", None, None, ("wire-7",)),
        ReportRow("wire-7", "2020-03-03", None, None, None, "0123456789abcdef", ()),
    )
    shown = written(story_view(Story(ROW, reports, (PartnerRow(ada, 1, 1, 0),), Rows([event_row()]))))
    assert shown.startswith("Berg in Midtown ─")
    assert "3 reports, 1 event, 2020-03-02 to 2020-03-05 · t1a2b3c4d5e6" in shown
    assert "Berg in Midtown  0123456789abcdef" in shown
    assert "nearly the same text as wire-7" in shown
    assert "follows 0123456789abcdef" in shown
    assert "Ada Berg a1  1 event  1 cooperation  0 conflict" in shown
    assert "Ada Berg — CONSULT → Sudland" in shown
