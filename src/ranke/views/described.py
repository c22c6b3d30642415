"""Who is meant by a description, in one line."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from ranke.answers.described import Described
from ranke.views.phrases import SECTORS, clean

_SHOWN = 3
"""Candidates shown in a line."""


def described_view(rows: Sequence[Described]) -> RenderableType:
    """Return a line for each answer."""
    return Text("\n").join(_line(row) for row in rows)


def _line(row: Described) -> Text:
    line = Text()
    line.append(clean(row.text), style="bold")
    line.append(f" ({row.date})" if row.date else "", style="dim")
    told = [part for part in (_name(row), _office(row), _kind(row)) if part]
    line.append(": " + "; ".join(told or ["nobody that is known"]))
    if row.others:
        some = [f"{one.name} {_span(one.since, one.until)}".strip() for one in row.others[:_SHOWN]]
        line.append(f"  [{'also' if row.name else 'known'}: {clean(', '.join(some))}]", style="dim")
    return line


def _name(row: Described) -> str:
    if not row.name:
        return "not known who" if row.office and row.kind == "person" else ""
    return clean(row.name) + (", likely" if row.sure == "likely" else "")


def _office(row: Described) -> str:
    if not row.office:
        return "no longer in office" if row.former else ""
    former = "former " if row.former else ""
    return clean(f"{former}{row.office} of {row.holder} {_span(row.since, row.until)}")


def _span(since: str | None, until: str | None) -> str:
    if not since:
        return ""
    return f"{since} to {until}" if until else f"since {since}"


def _kind(row: Described) -> str:
    words = [row.country or "", row.kind or "", SECTORS.get(row.sector or "", "")]
    return ", ".join(word for word in words if word)
