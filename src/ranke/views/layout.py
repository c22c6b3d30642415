"""How answers are laid out in a terminal: heads, sections, grids without lines."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ranke.views.phrases import clean


def heading(*facts: str | None) -> RenderableType:
    """Return the line that an answer starts with: its facts, and a rule over what is left of the width."""
    told = " · ".join(clean(fact) for fact in facts if fact)
    return Rule(Text(told, style="bold"), align="left", style="dim")


def section(title: str, body: RenderableType | None, *, note: str = "") -> RenderableType | None:
    """Return a titled part of an answer, indented, after an empty line; None where there is nothing in it."""
    if body is None:
        return None
    return Group(Text(), Text.assemble((title, "bold underline"), (note, "dim")), Padding(body, (0, 0, 0, 2)))


def page(
    head: Sequence[RenderableType], sections: Sequence[RenderableType | None], *, nothing: str = ""
) -> RenderableType:
    """Return a whole answer: its head, and each section that has something in it; `nothing` where none has."""
    shown = [one for one in sections if one is not None]
    return Group(*head, *(shown or ([Text(nothing, style="dim")] if nothing else [])), Text())


def grid(*widths: int | None) -> Table:
    """Return a table without lines; each column takes the width it needs up to its own, None as much as is left."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in widths:
        table.add_column(max_width=width, overflow="fold")
    return table


def filled(table: Table) -> Table | None:
    """Return the table, or None where it has no row."""
    return table if table.row_count else None
