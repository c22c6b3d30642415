"""The lines that a reading and a record have in common: deeds, stances, kinds of actor, quoted words; their colours."""

from collections.abc import Iterable
from typing import Protocol

from rich.text import Text

from ranke.model import QUAD
from ranke.views.phrases import SECTORS, clean, day, shorten

LONGEST_WORDS = 320
"""Characters of a statement that are shown; the JSON has the whole."""

QUAD_STYLES = {1: "bold green", 2: "bold cyan", 3: "bold yellow", 4: "bold red"}
"""Verbal and material cooperation, verbal and material conflict: from green to red."""

CHANGE_STYLES = {
    "begins": "green", "improves": "green", "resumes": "green", "good": "green",
    "worsens": "red", "breaks": "red", "bad": "red", "steady": "yellow",
}  # fmt: skip
"""How two stand to each other: green for better, red for worse."""

CORE = "  ● what the report is about"
CORES = "  ● what the reports are about"


class _Core(Protocol):
    @property
    def core(self) -> bool:
        """Whether it is what its report is about."""


def core_note(rows: Iterable[_Core], *, told: str = CORES) -> str:
    """Return what the dot means, where there is one."""
    return told if any(row.core for row in rows) else ""


def dot(row: _Core) -> Text:
    """Return the dot of what a report is about."""
    return Text("●" if row.core else "", style="bold")


def deed(kind: str, sources: str, targets: str, status: str) -> Text:
    """Return "who — TYPE → whom", and the status where it did not simply happen."""
    line = Text.assemble(
        (sources or "not named", "bold" if sources else "dim"), " — ", (kind, QUAD_STYLES[QUAD.get(kind, 1)])
    )
    if targets:
        line.append(" → ").append(targets, style="bold")
    if status != "happened":
        line.append(f", {status}", style="italic magenta")
    return line


def change(value: str) -> Text:
    """Return how a relation stands or turned."""
    return Text(clean(value), style=CHANGE_STYLES.get(value, ""))


def for_or_against(holder: str, polarity: str, target: str) -> Text:
    """Return who is for or against whom or what."""
    word, style = ("for", "green") if polarity == "positive" else ("against", "red")
    return Text.assemble((holder, "bold"), " ", (word, style), " ", (target, "bold"), ": ")


def said(line: Text, facts: Iterable[str], words: str, *, direct: bool, cue: str = "") -> Text:
    """Return a speaker's line with what is known about it in brackets, and the words; in marks if they are its own.

    A `cue` goes before what reads as a fragment without it: "Jo Hill, ruling out: it can come true".
    """
    told = ", ".join(fact for fact in facts if fact)
    words = shorten(clean(words), LONGEST_WORDS)
    return (
        line.append(f", {clean(cue)}" if clean(cue) else "", style="italic")
        .append(f" ({told})" if told else "", style="cyan")
        .append(": ")
        .append(f"“{words}”" if direct and words else words)
    )


def marked(before: str, words: str, after: str) -> Text:
    """Return words in quotation marks, those in the middle bold."""
    line = Text("“").append(before, style="dim").append(words, style="bold").append(after, style="dim")
    return line.append("”")


def kind_of(kind: str, sector: str | None) -> str:
    """Return what an actor is: "person, government"."""
    # "media, media" would say nothing more.
    told = "" if kind == "media" else SECTORS.get(sector or "", "")
    return f"{kind}, {told}" if told else kind


def on_day(value: str | None, otherwise: str = "no day") -> Text:
    """Return a day in words, and what stands for one that is not known."""
    return Text(day(clean(value))) if value else Text(otherwise, style="dim")
