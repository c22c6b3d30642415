"""What people decided about a record."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from ranke.answers import JudgementRow
from ranke.views.layout import filled, grid
from ranke.views.phrases import clean, shorten

ABOUT = 60
"""Characters that are shown of each thing that a judgement is about."""


def judgements_view(rows: Sequence[JudgementRow]) -> RenderableType:
    """Return each judgement with the number by which it can be undone."""
    return judgements_table(rows) or Text("No judgement.", style="dim")


def judgements_table(rows: Sequence[JudgementRow]) -> RenderableType | None:
    """Return a row for each judgement: its number, day and author, what it says, and whether it was undone."""
    table = grid(6, 10, 20, None)
    for row in rows:
        table.add_row(
            Text(str(row.number), style="bold", justify="right"),
            Text(clean(row.made)[:10]),
            Text(clean(row.author)),
            _judgement(row),
        )
    return filled(table)


def _judgement(row: JudgementRow) -> Text:
    gone = "dim strike" if row.undone else ""
    about = ", ".join(shorten(clean(one), ABOUT) for one in row.about)
    line = Text.assemble((f"{clean(row.kind)} {clean(row.what)}", f"bold {gone}".strip()), (f" {about}", gone))
    if row.value:
        line.append(f" → {clean(row.value)}", style=gone)
    if row.note:
        line.append(f": {clean(row.note)}", style=gone)
    if row.undone:
        line.append(f"  undone {clean(row.undone)[:10]}", style="dim")
    return line
