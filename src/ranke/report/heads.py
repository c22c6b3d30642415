"""The head of a plain text: what stands before the report itself and says when, where and by whom it was published."""

import re
from dataclasses import dataclass, field
from typing import Any

from ranke.report.dates import read_day
from ranke.report.rows import field_of

_WORD = re.compile(
    r"[ \t\r\n]{0,20}date(:?)[ \t]+([0-9]{4}-[0-9]{2}-[0-9]{2})(T[0-9]\S{1,30})?(?=\s|\Z)", re.IGNORECASE
)
_KEY = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,30}(?: [A-Za-z0-9_-]{1,30})?):(?:[ \t]+(.*)|[ \t]*\Z)")
_BLANK = re.compile(r"[ \t]*(?:\r?\n|\Z)")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_BLOCK = re.compile(r"[>|][+-]?")

_REACH = 20_000
"""Characters in which a head must end; it keeps a long text without one cheap."""
_MOST_LINES = 60
_LONGEST_VALUE = 500
"""Characters; a longer line after `Source:` is prose."""
_LONGEST_UNKNOWN = 200
_LONGEST_DAY = 60


@dataclass(frozen=True, slots=True)
class Head:
    """What a text's head says, by its own names, and the character where the report itself starts."""

    end: int = 0
    fields: dict[str, Any] = field(default_factory=dict)


def read_head(text: str) -> Head:
    """Return the head of a text: front matter, a mail-like head or ` date 2019-07-23 …`; an empty one if none."""
    return _front_matter(text) or _word_head(text) or _mail_head(text) or Head()


def _word_head(text: str) -> Head | None:
    """Read ` date 2019-07-23 Text …`, the text on the same line or after the line."""
    found = _WORD.match(text)
    if not found:
        return None
    line = _LINE.match(text, found.end())
    rest = line[0] if line else ""
    if found[1] and (not rest.strip() or _is_day(found[2] + (found[3] or "") + rest)):
        return None  # `Date: 2019-07-23 10:15` is a line of a mail-like head
    fields = {"date": found[2] + (found[3] or "")}
    if not rest.strip():
        return Head(_past_blank(text, found.end() + len(rest)), fields)
    return Head(found.end() + 1, fields)


def _mail_head(text: str) -> Head | None:
    """Read lines such as `Date: 23 July 2019` and `Outlet: Reuters` up to a blank line, or as far as they go."""
    lines, closed = _block(text)
    keys = [_KEY.fullmatch(line.strip("\r\n")) for line in lines]
    known = [field_of(key[1]) if key else None for key in keys]
    known = [None if name == "text" else name for name in known]
    shaped = all(
        name or line[0] in " \t" or (key and len(line) <= _LONGEST_UNKNOWN)
        for key, name, line in zip(keys, known, lines, strict=True)
    )
    whole = closed and shaped and ("date" in known or (keys and _is_headed(keys[0], known)))
    if not whole:
        # Without a blank line a head goes as far as its known names, and has to give a day.
        lines = lines[: next((at for at, name in enumerate(known) if name is None), len(lines))]
    fields = _mail_fields(lines)
    day = next((value for name, value in fields.items() if field_of(name) == "date"), None)
    if (day is not None and len(day) > _LONGEST_DAY) or not (whole or _is_day(day)):
        return None
    start = len(text) - len(text.lstrip("\r\n"))
    return Head(_past_blank(text, start + sum(map(len, lines))), fields)


def _is_headed(key: re.Match[str] | None, known: list[str | None]) -> bool:
    """Tell whether lines without a date begin as a head does; `Source: Iran agrees to talks` alone is a headline."""
    return bool(key and known[0] and (len(known) > 1 or known[0] != "outlet" or key[1].lower() == "outlet"))


def _block(text: str) -> tuple[list[str], bool]:
    """Return the lines up to the first blank one, and whether a blank one came."""
    lines: list[str] = []
    at = len(text) - len(text.lstrip("\r\n"))
    while at < min(len(text), _REACH) and len(lines) < _MOST_LINES:
        if _BLANK.match(text, at):
            return lines, True
        line = text[at : text.find("\n", at) + 1 or len(text)]
        if len(line) > _LONGEST_VALUE:
            return [*lines, line[: _LONGEST_VALUE + 1]], False
        lines.append(line)
        at += len(line)
    return lines, False


def _mail_fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    last = ""
    for line in lines:
        key = _KEY.fullmatch(line.strip("\r\n"))
        if key and key[1] not in fields:
            last = key[1]
            fields[last] = (key[2] or "").strip()
        elif last and not key:
            fields[last] = f"{fields[last]} {line.strip()}".strip()
    return fields


def _front_matter(text: str) -> Head | None:
    """Read the `key: value` lines between two lines `---` that open a Markdown file."""
    if not re.match(r"---[ \t]*\r?\n", text):
        return None
    lines: list[str] = []
    at = text.find("\n") + 1
    while 0 < at < min(len(text), _REACH):
        end = text.find("\n", at) + 1 or len(text)
        line = text[at:end].rstrip()
        if line in ("---", "..."):
            fields = _yaml(lines)
            return Head(_past_blank(text, end), fields) if fields is not None else None
        lines.append(line)
        at = end
    return None


def _yaml(lines: list[str]) -> dict[str, Any] | None:
    """Return the fields of simple YAML: `key: value`, a list or folded words below a key; None if it is none."""
    fields: dict[str, Any] = {}
    last = None
    for line in lines:
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if line[0] in " \t-":
            if last is None:
                return None
            fields[last] = _below(fields[last], bare)
            continue
        key = re.fullmatch(r"([^\s:#][^:]{0,60}?)\s*:(?:[ \t]+(.*))?", line)
        if not key:
            return None
        last = key[1].strip("\"'")
        value = (key[2] or "").strip()
        fields[last] = "" if _BLOCK.fullmatch(value) else _scalar(value)
    return fields


def _below(value: Any, line: str) -> Any:  # noqa: ANN401 - the value so far, of any of these forms
    """Add an indented line to the value above it: an item of a list, a key of a mapping, or more words."""
    if line.startswith("- ") and (value == "" or isinstance(value, list)):
        return [*(value or []), _scalar(line[2:].strip())]
    inner = _KEY.fullmatch(line)
    if inner and (value == "" or isinstance(value, dict)):
        return {**(value or {}), inner[1]: _scalar((inner[2] or "").strip())}
    return f"{value} {line}".strip() if isinstance(value, str) else value


def _scalar(value: str) -> str:
    """Return a YAML value without its quotation marks or the comment behind it."""
    if quoted := re.fullmatch(r'"((?:[^"\\]|\\.)*)"(?:\s+#.*)?', value):
        return re.sub(r'\\(["\\/])', r"\1", quoted[1])
    if quoted := re.fullmatch(r"'((?:[^']|'')*)'(?:\s+#.*)?", value):
        return quoted[1].replace("''", "'")
    value = re.sub(r"(?:^|\s+)#.*", "", value)
    return "" if value in ("null", "~") else value


def _past_blank(text: str, at: int) -> int:
    """Return the place after the one blank line that parts head and text, if there is one."""
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _is_day(words: str | None) -> bool:
    try:
        read_day(words or "")
    except ValueError:
        return False
    return True
