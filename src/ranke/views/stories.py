"""Stories of a record, and one of them: its reports in order, who is in it, what happened."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from ranke.answers import ReportRow, Story, StoryRow
from ranke.views.dossier import partners_table
from ranke.views.layout import filled, grid, heading, page, section
from ranke.views.lines import core_note
from ranke.views.phrases import clean, shorten
from ranke.views.rows import counted, span_of_days
from ranke.views.timeline import timeline_table

TITLE = 80
"""Characters of a title that are shown."""


def stories_view(rows: Sequence[StoryRow]) -> RenderableType:
    """Return a row for each story, with the number and the id by which it can be asked for."""
    table = grid(6, 24, None, None, None)
    for number, row in enumerate(rows, 1):
        table.add_row(
            Text(str(number), style="bold", justify="right"),
            Text(span_of_days(row.first, row.last)),
            Text(shorten(clean(row.title), TITLE) or "no title"),
            Text(_size(row), style="dim"),
            Text(clean(row.id), style="dim"),
        )
    return filled(table) or Text("No story.", style="dim")


def story_view(one: Story) -> RenderableType:
    """Return one story, the sections that hold nothing left out."""
    row = one.story
    facts = f"{_size(row)}, {span_of_days(row.first, row.last)} · {clean(row.id)}"
    sections = [
        section("Reports", _reports(one.reports)),
        section("Who is in it", partners_table(one.actors)),
        section("What happened", timeline_table(one.events), note=core_note(one.events)),
    ]
    return page([heading(shorten(clean(row.title), TITLE) or "no title"), Text(facts, style="dim")], sections)


def _size(row: StoryRow) -> str:
    return f"{counted(row.reports, 'report')}, {counted(row.events, 'event')}"


def _reports(rows: Sequence[ReportRow]) -> RenderableType | None:
    table = grid(10, 28, None)
    for row in rows:
        title = shorten(clean(row.title or ""), TITLE)
        line = Text(f"{title}  " if title else "").append(clean(row.id), style="dim")
        if row.follows:
            line.append(f"\nfollows {clean(row.follows)}", style="dim")
        if row.echoes:
            line.append(f"\nnearly the same text as {', '.join(map(clean, row.echoes))}", style="yellow")
        table.add_row(Text(clean(row.date)), Text(clean(row.outlet or "")), line)
    return filled(table)
