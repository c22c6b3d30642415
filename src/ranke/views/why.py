"""Why a record holds an event: every account with its chain of authority, conflicts, judgements, word and deed."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from ranke.answers import AccountRow, Why
from ranke.views.conflicts import conflicts_table
from ranke.views.judgements import judgements_table
from ranke.views.layout import filled, grid, heading, page, section
from ranke.views.lines import deed, dot, on_day
from ranke.views.phrases import clean
from ranke.views.rows import counted, drawn, listed, place_of, short, words_around
from ranke.views.timeline import corroboration, dated, deeds_table, event_line


def why_view(one: Why) -> RenderableType:
    """Return what an event rests on, the sections that hold nothing left out."""
    row = one.event
    told = corroboration(row) or counted(row.reports, "report")
    head = [heading(dated(row), short(row.id)), event_line(row), Text(f"{told} · {clean(row.id)}", style="dim")]
    sections = [
        section("Who tells it", _accounts(one.accounts)),
        section("Where they differ", conflicts_table(one.conflicts)),
        section("What people decided", judgements_table(one.judgements)),
        section("Word and deed", deeds_table(one.deeds)),
    ]
    return page(head, sections)


def _accounts(rows: Sequence[AccountRow]) -> RenderableType | None:
    table = grid(22, 1, None)
    for row in rows:
        table.add_row(on_day(row.date), dot(row), _account(row))
    return filled(table)


def _account(row: AccountRow) -> Text:
    text = deed(row.type, listed(row.sources), listed(row.targets), row.status)
    if row.place:
        text.append(f", in {clean(row.place)}")
    text.append("\n").append(f"[{place_of(row.evidence, day=True)}]", style="dim")
    if row.attribution:
        text.append(" ← ", style="dim").append(drawn(row.attribution), style="cyan")
    if row.evidence.words:
        text.append("\n").append_text(words_around(row.evidence, row.trigger))
    inferred = "".join(f", {side} inferred" for side in row.inferred)
    how = f"rule {clean(row.rule)}{inferred}, confidence {row.confidence:.2f}, goes back to {clean(row.root)}"
    return text.append(f"\n{how} · {clean(row.id)}", style="dim")
