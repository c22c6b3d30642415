"""What a record learned since a day."""

from rich.console import RenderableType

from ranke.answers import Changes
from ranke.views.conflicts import conflicts_table
from ranke.views.dossier import who_line
from ranke.views.layout import heading, page, section
from ranke.views.lines import core_note
from ranke.views.phrases import clean
from ranke.views.timeline import timeline_table


def changes_view(one: Changes) -> RenderableType:
    """Return what is new, confirmed or in dispute since a day, the sections that hold nothing left out."""
    sections = [
        section("New", timeline_table(one.events), note=core_note(one.events)),
        section("Confirmed by others", timeline_table(one.confirmed)),
        section("New conflicts", conflicts_table(one.conflicts)),
        section("New names", who_line(one.actors)),
    ]
    return page([heading(f"Since {clean(one.since)}")], sections, nothing="Nothing new.")
