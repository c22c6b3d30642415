"""Values → cells of a table and text of a file, whatever a report put into them."""

import re
from collections.abc import Iterable, Sequence

# What would break a line of a table, or steer a terminal.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What a spreadsheet would run as a formula.
_FORMULA = frozenset("=+-@")
# What no XML document may hold, even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\t", "&#9;"), ("\n", "&#10;"), ("\r", "&#13;"))
_MARKS = re.compile('[&<>"\t\n\r]')

type Value = str | float | bool | None


def cell(value: Value) -> str:
    """Return a value as a cell without line ends and tabs; text that a spreadsheet takes for a formula gets a `'`."""
    if isinstance(value, str):
        # Millions of cells go through here, and few have anything in them that must go.
        text = value if value.isprintable() else _CONTROL.sub(" ", value)
        return f"'{text}" if text[:1] in _FORMULA else text
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value)


def tab_line(values: Iterable[Value], *, missing: str = "") -> bytes:
    """Return a line of tab-separated cells in UTF-8; what is null or empty is written as `missing`."""
    return encoded("\t".join(cell(value) or missing for value in values) + "\n")


def encoded(text: str) -> bytes:
    """Return text in UTF-8; half of a pair of surrogates, which is no UTF-8, is written with a backslash."""
    return text.encode(errors="backslashreplace")


def xml(text: str) -> str:
    """Return text as XML holds it, in an attribute or an element, without what XML may not hold."""
    if not text.isprintable():
        text = _NO_XML.sub("\ufffd", text)
    if _MARKS.search(text):
        for mark, written in _XML:
            text = text.replace(mark, written)
    return text


def html(text: str) -> str:
    """Return text as HTML shows it: nothing in it is taken for markup."""
    for mark, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(mark, written)
    return text


def joined(values: Sequence[str | None], separator: str = "; ") -> str:
    """Return the values that are there, each once, in order."""
    return separator.join(dict.fromkeys(value for value in values if value))
