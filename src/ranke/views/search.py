"""Passages that have the words that were looked for."""

import re
from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from ranke.answers import Found
from ranke.views.layout import filled, grid
from ranke.views.phrases import around, clean
from ranke.views.rows import short

AROUND = 150
"""Characters that are shown on each side of the first word that was found."""

_WORD = re.compile(r"\w+")
_ENDINGS = "(?:ies|ied|ing|es|ed|e|s|y)"
_ENDING = re.compile(rf"(?<=\w{{3}}){_ENDINGS}$", re.IGNORECASE)


def search_view(rows: Sequence[Found], words: str) -> RenderableType:
    """Return each passage with the words marked in it.

    Args:
        rows: What was found.
        words: What was looked for.
    """
    wanted = _pattern(words)
    table = grid(24, None)
    for row in rows:
        name = ", ".join(clean(fact) for fact in (row.outlet, row.title) if fact)
        text = Text(f"{name}\n" if name else "", style="bold").append_text(_passage(row.words, wanted))
        if row.events:
            text.append(f"\nevents {', '.join(map(short, row.events))}", style="dim")
        table.add_row(Text(clean(row.date)).append(f"\n{clean(row.report)}", style="dim"), text)
    return filled(table) or Text("Nothing found.", style="dim")


def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds the words in any case, with other endings too, as a search for "talk" also finds "talks"."""
    roots = {_ENDING.sub("", word) for word in _WORD.findall(words)}
    parts = sorted(map(re.escape, roots), key=lambda part: (-len(part), part))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)}){_ENDINGS}?(?!\w)" if parts else "(?!)", re.IGNORECASE)


def _passage(words: str, wanted: re.Pattern[str]) -> Text:
    found = wanted.search(words)
    span = found.span() if found else (0, 0)
    passage = Text("“" + "".join(around(words, span, (0, len(words)), room=AROUND)) + "”")
    passage.highlight_regex(wanted, "bold yellow")
    return passage
