"""What a record is least sure of: the two sides with their words, and the commands that answer."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ranke.answers import DoubtRow, DoubtSide
from ranke.views.phrases import clean
from ranke.views.rows import counted, quotation, short

_ANSWERS = {
    "joined": ("confirm", "distinct", "unsure"),
    "apart": ("merge", "distinct", "unsure"),
    "accounts": ("confirm", "distinct", "unsure"),
    "event": ("confirm", "reject", "unsure"),
}
"""The commands that answer each kind of doubt."""


def review_view(rows: Sequence[DoubtRow]) -> RenderableType:
    """Return each doubt: why, its sides, and how to answer it."""
    return Group(*(_doubt(row) for row in rows)) if rows else Text("Nothing is in doubt.", style="dim")


def _doubt(row: DoubtRow) -> RenderableType:
    ids = " ".join(short(side.id) for side in row.sides)
    answers = " · ".join(f"ranke {word} {ids}" for word in _ANSWERS[row.kind])
    body = Group(*(_side(side) for side in row.sides), Text(answers, style="dim"))
    return Group(Text(clean(row.why), style="bold"), Padding(body, (0, 0, 1, 2)))


def _side(side: DoubtSide) -> Text:
    facts = [clean(fact) for fact in side.facts]
    facts += [counted(side.reports, "report")] if side.reports else []
    line = Text.assemble((clean(side.name), "bold"), (f" ({', '.join(facts)})" if facts else "", "cyan"))
    for words in side.evidence:
        line.append("\n").append_text(quotation(words, day=True))
    return line
