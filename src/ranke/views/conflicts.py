"""Accounts of one event that differ: what each side says, and with which words."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ranke.answers import ConflictRow
from ranke.views.layout import filled, grid
from ranke.views.lines import on_day
from ranke.views.phrases import clean
from ranke.views.rows import quotation, short

KINDS = {
    "contradiction": ("not both can be right", "bold red"),
    "account": ("told differently", "yellow"),
    "update": ("the later knows more", "cyan"),
    "granularity": ("one is vaguer", "dim"),
}
"""What each kind of conflict means, and its colour."""


def conflicts_view(rows: Sequence[ConflictRow]) -> RenderableType:
    """Return each conflict with its sides under each other."""
    return conflicts_table(rows) or Text("No conflict.", style="dim")


def conflicts_table(rows: Sequence[ConflictRow]) -> RenderableType | None:
    """Return a row for each conflict: the event's day and id, and what each side says."""
    table = grid(22, None)
    for row in rows:
        table.add_row(on_day(row.date).append(f"\n{short(row.event)}", style="dim"), _conflict(row))
    return filled(table)


def _conflict(row: ConflictRow) -> RenderableType:
    meaning, style = KINDS.get(row.kind, (row.kind, ""))
    lines: list[RenderableType] = [Text.assemble((row.type, "bold"), f", {clean(row.about)}: ", (meaning, style))]
    for side in row.sides:
        lines.append(Text("• ").append(clean(side.value) or "not told", style="bold"))
        lines += [Padding(quotation(evidence, day=True), (0, 0, 0, 2)) for evidence in side.evidence]
    return Group(*lines)
