"""Events of a record in order: who did what to whom, when and where, according to whom, in which words."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from ranke.answers import DeedRow, EventRow
from ranke.views.layout import filled, grid
from ranke.views.lines import core_note, deed, dot
from ranke.views.phrases import clean, when
from ranke.views.rows import counted, listed, place_of, short, vouched, words_around


def timeline_view(rows: Sequence[EventRow]) -> RenderableType:
    """Return the events in the order in which they are given."""
    table = timeline_table(rows) or Text("No event.", style="dim")
    note = core_note(rows).strip()
    return Group(table, *([Text(note, style="dim")] if note else []))


def timeline_table(rows: Sequence[EventRow]) -> RenderableType | None:
    """Return a row for each event: its day above its id, a dot for the core, and what is told of it."""
    table = grid(22, 1, None)
    for row in rows:
        table.add_row(_when(row), dot(row), event_text(row))
    return filled(table)


def dated(row: EventRow) -> str:
    """Return an event's day in words; what has no day of its own was known by that of its first report."""
    return when(row.date and clean(row.date), row.status, clean(row.known))[0]


def _when(row: EventRow) -> Text:
    """Return an event's day above its id."""
    return Text(dated(row), style="" if row.date else "dim").append(f"\n{short(row.id)}", style="dim")


def event_text(row: EventRow) -> Text:
    """Return all that is told of an event: its line, the words, and how well it is vouched for."""
    text = event_line(row).append("\n").append_text(_words(row))
    told = corroboration(row)
    return text.append(f"\n{told}", style="dim") if told else text


def _words(row: EventRow) -> Text:
    """Return the words around the trigger, and where they stand."""
    words = words_around(row.evidence, row.trigger)
    return words.append("  " if words else "").append(f"[{place_of(row.evidence)}]", style="dim")


def event_line(row: EventRow) -> Text:
    """Return who did what to whom, where, and according to whom."""
    line = deed(row.type, listed(row.sources), listed(row.targets), row.status)
    if row.place:
        line.append(f", in {clean(row.place)}")
    if row.attribution:
        line.append(f", {vouched(row.attribution)}", style="cyan")
    if row.rejected:
        line.append("  rejected", style="bold red")
    return line


def corroboration(row: EventRow) -> str:
    """Return how many tell it and what is in dispute; "" where one report tells it and nobody differs."""
    told = []
    if row.reports > 1:
        outlets = [counted(row.outlets, "outlet")] if row.outlets else []
        told = [", ".join([counted(row.reports, "report"), *outlets, counted(row.roots, "independent root")])]
    if row.conflicts:
        told.append(counted(row.conflicts, "conflict"))
    return " · ".join(told)


def deeds_table(rows: Sequence[DeedRow]) -> RenderableType | None:
    """Return each word above the deed that followed it."""
    table = grid(12, 22, None)
    for row in rows:
        for what, event in ((clean(row.word), row.said), ("done", row.done)):
            text = event_line(event).append("\n").append_text(_words(event))
            table.add_row(Text(what, style="bold"), _when(event), text)
    return filled(table)
