"""A tree of HTML, or of what was taken from it → its paragraphs, headings, items and cells, a line of text each."""

import re
from collections.abc import Iterator
from typing import Any

from ranke.report.lines import is_prose

_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "center", "cell", "dd", "div", "dl", "dt", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "item", "li", "list", "main", "ol", "p", "pre",
    "quote", "row", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
"""Names in HTML, and those that trafilatura has for the same."""
_CELLS = frozenset({"cell", "td", "th"})
_BREAKS = frozenset({"br", "lb"})
_SILENT = frozenset({
    "aside", "audio", "button", "embed", "figcaption", "figure", "form", "graphic", "iframe", "img", "nav", "noscript",
    "object", "option", "script", "select", "style", "svg", "template", "textarea", "title", "video",
})  # fmt: skip
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_SOFT_BREAK = re.compile(r"\s*\x1e\s*(?=[a-z])")
"""A break within a sentence, as pages have that were wrapped by hand."""


def lines_of(tree: Any, *, whole: bool = False) -> list[str]:  # noqa: ANN401 - an element of lxml, which only a page loads
    """Return the lines of a tree in order, white space within a line folded.

    Args:
        tree: An element of lxml.
        whole: Whether to take all cells of a table, and not only those with sentences.
    """
    return [line for text, cell in _blocks(tree) for line in _lines(text) if whole or not cell or is_prose(line)]


def _lines(text: str) -> Iterator[str]:
    for part in _EMPTY_LINE.split(_SOFT_BREAK.sub(" ", text)):
        for line in part.split("\x1e"):
            if folded := " ".join(line.split()):
                yield folded


def _blocks(tree: Any) -> Iterator[tuple[str, bool]]:  # noqa: ANN401 - the same
    """Yield the text of each block, its line breaks as U+001E, and whether it stands in a cell."""
    from lxml import etree

    words: list[str] = []
    cells = silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag if event in ("start", "end") else ""
        start = event == "start"
        if name in _BLOCKS or name in _BREAKS:
            if name in _BREAKS:
                words.append("\x1e" if start and not silent else "")
            elif words:
                yield "".join(words), bool(cells)
                words.clear()
        cells += (1 if start else -1) if name in _CELLS else 0
        silent += (1 if start else -1) if name in _SILENT else 0
        said = element.text if start else element.tail if element is not tree else None
        if said and not silent:
            words.append(said.replace("\x1e", " "))
    yield "".join(words), bool(cells)
