"""How two actors stood to each other: a chart of what they did, turning points, claims, events and words."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from ranke.answers import PeriodRow, Relation
from ranke.views.layout import filled, grid, heading, page, section
from ranke.views.lines import core_note
from ranke.views.phrases import clean, day
from ranke.views.rows import listed, short
from ranke.views.said import claims_table, stances_table, statements_table, turns_table
from ranke.views.timeline import timeline_table

BAR = 24
"""Columns of the longest bar."""


def relation_view(one: Relation) -> RenderableType:
    """Return the relation, the sections that hold nothing left out."""
    names = f"{clean(one.one.name)} and {clean(one.other.name)}"
    sections = [
        section("Over time", periods_chart(one.periods), note="  events in conflict ▏ in cooperation"),
        section("Turning points", turns_table(one.turning_points)),
        section("How it is said to be", claims_table(one.claims)),
        section("What happened", timeline_table(one.events), note=core_note(one.events)),
        section("What each said of the other", statements_table(one.said)),
        section("Where they stand", stances_table(one.stances)),
    ]
    head = [heading(names), Text(f"{short(one.one.id)} · {short(one.other.id)}", style="dim")]
    for who, others in ((one.one, one.one_with), (one.other, one.other_with)):
        if others:
            head.append(Text(f"{clean(who.name)} with {listed(others)}", style="dim"))
    return page(head, sections, nothing="Nothing between them.")


def periods_chart(rows: Sequence[PeriodRow]) -> RenderableType | None:
    """Return a line for each period: conflict to the left of the middle, cooperation to its right."""
    most = max((max(row.conflict, row.cooperation) for row in rows), default=0)
    left, right = (_room([getattr(row, side) for row in rows], most) for side in ("conflict", "cooperation"))
    table = grid(22, None, None)
    for row in rows:
        conflict = _bar(row.conflict, most)
        line = Text(f"{row.conflict or ''} {conflict}".rjust(left), style="red")
        line.append("▏", style="dim")
        line.append(f"{_bar(row.cooperation, most)} {row.cooperation or ''}".ljust(right), style="green")
        table.add_row(Text(day(clean(row.period))), line, Text(f"intensity {row.intensity:+.1f}", style="dim"))
    return filled(table)


def _bar(number: int, most: int) -> str:
    """Return a bar in proportion; what is there at all has a bar at all."""
    return "█" * max(round(BAR * number / most) if most > BAR else number, number > 0)


def _room(numbers: Sequence[int], most: int) -> int:
    return max(len(f"{_bar(number, most)} {number or ''}") for number in numbers) if numbers else 0
