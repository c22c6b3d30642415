"""Values → cells of a table and text of a file, whatever a report put into them."""

import re
from collections.abc import Iterable, Sequence

# What would break a line of a table, or steer a terminal.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What a spreadsheet would run as a formula.
_FORMULA = re.compile(r"[=+\-@]")
# What no XML document may hold, even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

type Value = str | float | bool | None


def cell(value: Value) -> str:
    """Return a value as a cell without line ends and tabs; text that a spreadsheet takes for a formula gets a `'`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number(value)
    text = _CONTROL.sub(" ", value)
    return f"'{text}" if _FORMULA.match(text) else text


def number(value: float) -> str:
    """Return a number as it is usually written: 3.0 is 3.0, a whole number has no point."""
    return repr(value)


def tab_line(values: Iterable[Value], *, missing: str = "") -> bytes:
    """Return a line of tab-separated cells in UTF-8; what is null or empty is written as `missing`."""
    return encoded("\t".join(cell(value) or missing for value in values) + "\n")


def encoded(text: str) -> bytes:
    """Return text in UTF-8; half of a pair of surrogates, which is no UTF-8, is written with a backslash."""
    return text.encode(errors="backslashreplace")


def xml(text: str) -> str:
    """Return text as XML holds it, in an attribute or an element, without what XML may not hold."""
    text = _NO_XML.sub("\ufffd", text)
    for mark, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\t", "&#9;")):
        text = text.replace(mark, written)
    return text.replace("\n", "&#10;").replace("\r", "&#13;")


def html(text: str) -> str:
    """Return text as HTML shows it: nothing in it is taken for markup."""
    for mark, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(mark, written)
    return text


def joined(values: Sequence[str | None], separator: str = "; ") -> str:
    """Return the values that are there, each once, in order."""
    return separator.join(dict.fromkeys(value for value in values if value))
