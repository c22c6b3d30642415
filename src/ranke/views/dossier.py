"""What a record holds of one actor: names, titles, partners, what it did, said and stands for."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from ranke.answers import Dossier, NameCount, PartnerRow, RoleRow, Who
from ranke.views.layout import filled, grid, heading, page, section
from ranke.views.lines import core_note, kind_of
from ranke.views.phrases import clean, role
from ranke.views.rows import counted, quotation, short, span_of_days
from ranke.views.said import claims_table, stances_table, statements_table
from ranke.views.timeline import deeds_table, timeline_table


def dossier_view(one: Dossier) -> RenderableType:
    """Return the whole dossier, the sections that hold nothing left out."""
    sections = [
        section("Names", counts_line(one.names)),
        section("Titles", _roles(one.roles)),
        section("With whom", partners_table(one.partners)),
        section("What happened", timeline_table(one.events), note=core_note(one.events)),
        section("Word and deed", deeds_table(one.deeds)),
        section("What it said", statements_table(one.said)),
        section("What was said of it", statements_table(one.said_about)),
        section("Where it stands", stances_table(one.stances)),
        section("How its relations are said to be", claims_table(one.relations)),
        section("Known through", counts_line(one.sources)),
        section("Others of this name", who_line(one.namesakes)),
    ]
    return page([heading(one.who.name, _what(one)), Text(_facts(one), style="dim")], sections)


def _what(one: Dossier) -> str:
    return ", ".join(fact for fact in (kind_of(one.kind, one.sector), one.country) if fact)


def _facts(one: Dossier) -> str:
    return f"in {counted(one.reports, 'report')}, {span_of_days(one.first, one.last)} · {short(one.who.id)}"


def counts_line(rows: Sequence[NameCount]) -> Text | None:
    """Return names or sources in one line, each with how often it stands in the record."""
    return Text(", ".join(f"{clean(row.name)} ({row.count:,})" for row in rows)) if rows else None


def who_line(rows: Sequence[Who]) -> Text | None:
    """Return actors in one line, each with the id that it answers to."""
    line = Text()
    for row in rows:
        line.append(", " if line else "").append(clean(row.name)).append(f" {short(row.id)}", style="dim")
    return line if rows else None


def _roles(rows: Sequence[RoleRow]) -> RenderableType | None:
    table = grid(24, None)
    for row in rows:
        line = Text(role(row.title, row.organization), style="bold").append("\n").append_text(quotation(row.evidence))
        table.add_row(Text(span_of_days(row.first, row.last)), line)
    return filled(table)


def partners_table(rows: Sequence[PartnerRow]) -> RenderableType | None:
    """Return a row for each other actor: in how many events it was met, in which spirit."""
    table = grid(40, None, None, None)
    for row in rows:
        table.add_row(
            Text(clean(row.who.name), style="bold").append(f" {short(row.who.id)}", style="not bold dim"),
            Text(counted(row.events, "event")),
            Text(f"{row.cooperation:,} cooperation", style="green" if row.cooperation else "dim"),
            Text(f"{row.conflict:,} conflict", style="red" if row.conflict else "dim"),
        )
    return filled(table)
