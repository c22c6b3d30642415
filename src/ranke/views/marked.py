"""A report's text with what the record points at: names bold, what states an event underlined, then each fact."""

from collections.abc import Sequence
from itertools import pairwise

from rich.console import RenderableType
from rich.text import Text

from ranke.answers import Mark, ReportText
from ranke.views.layout import heading, page, section
from ranke.views.lines import core_note
from ranke.views.phrases import clean, unsteered
from ranke.views.said import claims_table, stances_table, statements_table
from ranke.views.timeline import timeline_table

_STYLES = {
    "actor": "bold",
    "trigger": "underline",
    "cue": "cyan",
    "time": "yellow",
    "place": "magenta",
}
"""How a span of each kind is shown; the long ones, of whole facts, stand below the text."""


def report_text_view(one: ReportText) -> RenderableType:
    """Return a report: its head, its text with the short marks in it, and what the record holds of it."""
    row = one.report
    facts = [clean(row.id), f"story {clean(one.story)}" if one.story else "", clean(row.url or "")]
    head = [heading(row.date, row.outlet, row.title), Text(" · ".join(fact for fact in facts if fact), style="dim")]
    sections = [
        section("Text", _text(one.text, one.marks) if one.text is not None else None, note=_LEGEND),
        section("What happened", timeline_table(one.events), note=core_note(one.events)),
        section("What was said", statements_table(one.statements)),
        section("Where they stand", stances_table(one.stances)),
        section("How relations are said to be", claims_table(one.relations)),
    ]
    return page(head, sections, nothing="The record has no text of this report and holds nothing of it.")


_LEGEND = "  names bold, acts underlined, days yellow, places magenta"


def _text(text: str, marks: Sequence[Mark]) -> Text:
    """Return the text with its short marks; what would steer a terminal is taken out of each piece."""
    styles = [(mark.start, mark.end, _STYLES[mark.kind]) for mark in marks if mark.kind in _STYLES]
    bounds = sorted({0, len(text), *(bound for start, end, _ in styles for bound in (start, end))})
    starts = sorted(styles)
    line, here, following = Text(), list[tuple[int, int, str]](), 0
    for begin, end in pairwise(bounds):
        while following < len(starts) and starts[following][0] <= begin:
            here.append(starts[following])
            following += 1
        here = [one for one in here if one[1] > begin]
        line.append(unsteered(text[begin:end]), style=" ".join(dict.fromkeys(style for _, _, style in here)))
    return line
