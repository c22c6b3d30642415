"""A whole record at a glance: how much, who, where, when; its actors as a list; the ties between them."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from ranke.answers import ActivityRow, ActorRow, EdgeRow, Network, Overview, PlaceRow
from ranke.views.dossier import counts_line
from ranke.views.layout import filled, grid, heading, page, section
from ranke.views.lines import core_note, kind_of
from ranke.views.phrases import clean
from ranke.views.rows import counted, short, span_of_days
from ranke.views.stories import stories_view
from ranke.views.timeline import timeline_table

_BAR = 30
"""Columns of the longest bar."""

_PERIODS = 24
"""Periods that are shown: the latest."""


def overview_view(one: Overview) -> RenderableType:
    """Return what a record holds, the sections that hold nothing left out."""
    facts = [counted(one.reports, "report"), counted(one.events, "event")]
    facts += [counted(one.outlets, "outlet")] if one.outlets else []
    days = span_of_days(one.first, one.last) if one.first and one.last else ""
    sections = [
        section("Who is in it", actors_table(one.actors)),
        section("When", _activity(one.activity)),
        section("Where", _places(one.places)),
        section("Outlets", counts_line(one.by_outlet)),
        section("Latest stories", stories_view(one.stories) if one.stories else None),
        section("Latest events", timeline_table(one.latest), note=core_note(one.latest)),
    ]
    return page([heading(", ".join(facts), days)], sections, nothing="Nothing is in this record.")


def _activity(rows: Sequence[ActivityRow]) -> RenderableType | None:
    """Return a bar for each of the latest periods: cooperation green, conflict red."""
    table = grid(10, None, None, None)
    most = max((row.events for row in rows[-_PERIODS:]), default=0)
    for row in rows[-_PERIODS:]:
        green, red = (round(_BAR * count / most) if most else 0 for count in (row.cooperation, row.conflict))
        bar = Text("█" * green, style="green").append("█" * red, style="red")
        reports, events = counted(row.reports, "report"), counted(row.events, "event")
        table.add_row(Text(clean(row.period)), Text(reports, style="dim"), Text(events), bar)
    return filled(table)


def _places(rows: Sequence[PlaceRow]) -> Text | None:
    told = [
        f"{clean(row.name)}{f', {clean(row.country)}' if row.country else ''} ({row.events:,})" for row in rows[:20]
    ]
    return Text("; ".join(told)) if told else None


def actors_view(rows: Sequence[ActorRow]) -> RenderableType:
    """Return actors as a list."""
    return actors_table(rows) or Text("No actor.", style="dim")


def actors_table(rows: Sequence[ActorRow]) -> RenderableType | None:
    """Return a row for each actor: its name above what it is, its days, how much there is of it."""
    table = grid(44, 24, None, None)
    for row in rows:
        what = ", ".join(clean(fact) for fact in (kind_of(row.kind, row.sector), row.country) if fact)
        name = Text(clean(row.who.name), style="bold").append(f" {short(row.who.id)}", style="not bold dim")
        table.add_row(
            name.append(f"\n{what}", style="not bold"),
            Text(span_of_days(row.first, row.last), style="dim"),
            Text(counted(row.events, "event")),
            Text(counted(row.reports, "report"), style="dim"),
        )
    return filled(table)


def network_view(one: Network) -> RenderableType:
    """Return the ties between actors, the strongest first."""
    title = f"around {clean(one.actor.name)}" if one.actor else "who does what to whom"
    facts = f"{counted(len(one.nodes), 'actor')}, {counted(len(one.edges), 'tie')}"
    return page([heading(title, facts)], [section("Ties", _edges(one.edges))], nothing="No act between two of them.")


def _edges(rows: Sequence[EdgeRow]) -> RenderableType | None:
    table = grid(60, None, None, None, None)
    for row in rows:
        pair = Text(clean(row.one.name), style="bold").append(" and ", style="not bold").append(clean(row.other.name))
        table.add_row(
            pair,
            Text(counted(row.events, "event")),
            Text(f"{row.cooperation:,} cooperation", style="green" if row.cooperation else "dim"),
            Text(f"{row.conflict:,} conflict", style="red" if row.conflict else "dim"),
            Text(f"{row.intensity:+.1f}", style="green" if row.intensity > 0 else "red"),
        )
    return filled(table)
