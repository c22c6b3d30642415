from collections.abc import Callable

from ranke.answers import EventRow, Mark, ReportRow, ReportText, Rows
from ranke.views.marked import report_text_view

type Written = Callable[..., str]

TEXT = "Ada Berg met them.\n\n  She\tleft\x1b[2J on Monday."
ROW = ReportRow("herald-1", "2020-03-03", "Norland Herald", "Berg in Midtown", "https://example.org/1", None, ())


def test_a_report_is_shown_with_its_text_and_what_it_tells(
    written: Written, event_row: Callable[..., EventRow]
) -> None:
    """The text as it is set, nothing in it that steers the terminal, and the facts below."""
    marks = (Mark(0, 8, "actor", "Ada Berg", "person", "a1", ()), Mark(9, 12, "trigger", "met", "CONSULT", "e1", ()))
    answer = ReportText(ROW, "t1", "en", TEXT, marks, Rows([event_row()]), Rows(), Rows(), Rows())
    shown = written(report_text_view(answer))
    assert shown.startswith("2020-03-03 · Norland Herald · Berg in Midtown ─")
    assert "herald-1 · story t1 · https://example.org/1" in shown
    assert "  Ada Berg met them.\n\n    She left[2J on Monday.\n" in shown
    assert "Ada Berg — CONSULT → Sudland" in shown


def test_marks_that_overlap_are_shown_together(written: Written) -> None:
    """A name in bold, an act underlined, and both where they meet; facts as long as a sentence mark nothing."""
    marks = (
        Mark(0, 18, "account", "a fact", "CONSULT", "e1", ()),
        Mark(0, 8, "actor", "Ada Berg", "person", "a1", ()),
        Mark(4, 12, "trigger", "met", "CONSULT", "e1", ()),
    )
    shown = written(report_text_view(ReportText(ROW, None, "en", TEXT, marks, *[Rows()] * 4)), colours=True)
    assert "\x1b[1mAda \x1b[0m\x1b[1;4mBerg\x1b[0m\x1b[4m met\x1b[0m them." in shown


def test_a_report_without_a_text_says_so(written: Written) -> None:
    """The record may know spans without words."""
    shown = written(report_text_view(ReportText(ROW, None, "en", None, (), *[Rows()] * 4)))
    assert "The record has no text of this report and holds nothing of it." in shown
