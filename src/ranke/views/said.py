"""What actors said, where they stand, and how relations are said to be."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from ranke.answers import ClaimRow, Evidence, StanceRow, StatementRow, TurningPoint, Who
from ranke.views.layout import filled, grid
from ranke.views.lines import change, for_or_against, on_day, said
from ranke.views.phrases import clean
from ranke.views.rows import listed, passed_on, place_of, quotation, vouched


def statements_view(rows: Sequence[StatementRow]) -> RenderableType:
    """Return what was said, in the order in which it is given."""
    return statements_table(rows) or Text("No statement.", style="dim")


def statements_table(rows: Sequence[StatementRow]) -> RenderableType | None:
    """Return a row for each statement: its day, who said it and through whom we know, and its words."""
    table = grid(22, None)
    for row in rows:
        table.add_row(_period(row.date, row.evidence), _statement(row))
    return filled(table)


def _statement(row: StatementRow) -> Text:
    around_it = [
        f"to {clean(row.addressee.name)}" if row.addressee else "",
        f"about {listed(row.about)}" if row.about else "",
        passed_on(row.attribution),
    ]
    line = Text.assemble((clean(row.speaker.name), "bold") if row.speaker else ("not named", "dim"))
    said(line, around_it, row.evidence.words, direct=row.kind == "direct")
    line.append("  " if clean(row.evidence.words) else "")
    return line.append(f"[{place_of(row.evidence)}]", style="dim")


def stances_table(rows: Sequence[StanceRow]) -> RenderableType | None:
    """Return a row for each stance: its day, who is for or against whom or what, and the words."""
    table = grid(22, None)
    for row in rows:
        target = row.target.name if isinstance(row.target, Who) else row.target
        line = for_or_against(clean(row.holder.name), row.polarity, clean(target))
        table.add_row(on_day(row.date), line.append_text(quotation(row.evidence)))
    return filled(table)


def claims_table(rows: Sequence[ClaimRow]) -> RenderableType | None:
    """Return a row for each claim of how two actors stand: the period it is about, who claims it, and the words."""
    table = grid(22, None)
    for row in rows:
        line = Text(listed(row.parties), style="bold").append(" — ", style="not bold").append_text(change(row.change))
        table.add_row(
            _period(row.period, row.evidence), _claimed(line, row.holder, row.attribution, quotation(row.evidence))
        )
    return filled(table)


def turns_table(rows: Sequence[TurningPoint]) -> RenderableType | None:
    """Return a row for each turning point: when, what turned, who says so, and the words."""
    table = grid(22, None)
    for row in rows:
        words = quotation(row.evidence)
        table.add_row(_period(row.date, row.evidence), _claimed(change(row.change), row.holder, row.attribution, words))
    return filled(table)


def _period(value: str | None, evidence: Evidence) -> Text:
    """Return the day that something is of; what has no day of its own was known by that of its report."""
    return on_day(value, f"by {clean(evidence.date)}")


def _claimed(line: Text, holder: Who | None, chain: Sequence[Who], words: Text) -> Text:
    told = vouched([*chain, holder] if holder and holder not in chain else chain)
    return line.append(f", {told}" if told else "", style="cyan").append("\n").append_text(words)
