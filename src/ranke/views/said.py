"""What actors said, where they stand, and how relations are said to be."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from ranke.answers import ClaimRow, Evidence, StanceRow, StatementRow, TurningPoint, Who
from ranke.views.layout import filled, grid
from ranke.views.phrases import clean, day, shorten
from ranke.views.rows import listed, passed_on, place_of, quotation, vouched
from ranke.views.text import CHANGE_STYLES, LONGEST_WORDS


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
    facts = ", ".join(fact for fact in around_it if fact)
    line = Text.assemble((clean(row.speaker.name), "bold") if row.speaker else ("not named", "dim"))
    line.append(f" ({facts})" if facts else "", style="cyan").append(": ")
    words = shorten(clean(row.evidence.words), LONGEST_WORDS)
    if words:
        line.append(f"“{words}”" if row.kind == "direct" else words).append("  ")
    return line.append(f"[{place_of(row.evidence)}]", style="dim")


def stances_table(rows: Sequence[StanceRow]) -> RenderableType | None:
    """Return a row for each stance: its day, who is for or against whom or what, and the words."""
    table = grid(22, None)
    for row in rows:
        word, style = ("for", "green") if row.polarity == "positive" else ("against", "red")
        target = row.target.name if isinstance(row.target, Who) else row.target
        line = Text.assemble((clean(row.holder.name), "bold"), " ", (word, style), " ", (clean(target), "bold"), ": ")
        table.add_row(Text(day(clean(row.date))), line.append_text(quotation(row.evidence)))
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


def change(value: str) -> Text:
    """Return how a relation stands or turned, in the colour that `ranke read` gives it."""
    style = next((style for known, style in CHANGE_STYLES.items() if known == value), "")
    return Text(clean(value), style=style)


def _period(value: str | None, evidence: Evidence) -> Text:
    """Return the day that something is of; what has no day of its own was known by that of its report."""
    return Text(day(clean(value))) if value else Text(f"by {clean(evidence.date)}", style="dim")


def _claimed(line: Text, holder: Who | None, chain: Sequence[Who], words: Text) -> Text:
    told = vouched([*chain, holder] if holder and holder not in chain else chain)
    return line.append(f", {told}" if told else "", style="cyan").append("\n").append_text(words)
