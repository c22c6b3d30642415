"""Text → the time expressions in it, as words of known classes in known forms; what they mean is not asked here.

The text is cut into words, each word gets one letter for its class (month, weekday, unit ...), and the forms of
`times.toml` are searched in the string of letters: short to search, and the forms read like the English they describe.
"""

import re
from dataclasses import dataclass
from functools import cache
from heapq import heappop, heappush
from typing import Any

from ranke.errors import TableError
from ranke.tables import read_toml

PACKAGE, TABLE = "ranke.reading.times", "times.toml"

_OTHER = "."
_PLAIN = (("’", "'"), ("‘", "'"), ("–", "-"), ("‑", "-"), ("\u00a0", " "))

_DOTTED = r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
_LEXER = re.compile(
    rf"""
      (?P<short> \b(?:{_DOTTED})\. )
    | (?P<word> [^\W\d_]++(?![\d_]) )
    | (?P<ISO>   (?<![\w-])(?:1\d|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\w-]) )
    | (?P<SLASH> (?<![\w/])\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)(?![\w/]) )
    | (?P<CLOCK> (?<![\w.,:])(?: \d{{1,2}}(?:[:.]\d\d)?[ ]?[ap](?:m\b|\.[ ]?m\b\.?) | \d{{1,2}}:\d\d(?![\w:])
               | \d{{4}}(?=[ ](?:utc|gmt|local[ ]time)\b) | \d{{1,2}}(?=[ ]o'clock\b) ) )
    | (?P<DECADE> (?<![\w.,])(?:1[5-9]|20)\d0'?s\b | (?<![\w'])'\d0s\b )
    | (?P<YEARS> (?<![\w.,/-])(?:1[5-9]|20)\d\d[-/]\d\d(?![\w/-]) )
    | (?P<ORDINAL> (?<![\w.,])\d{{1,2}}(?:st|nd|rd|th)\b )
    | (?P<QUARTER> \bq[1-4]\b )
    | (?P<number> (?<![\w.,$€£¥#])\d++(?:[.,]\d++)*+(?![\w%]) )
    | (?P<possessive> '(?:s\b)? )
    | (?P<mark> [-,()] )
    | (?P<other> (?:[$€£¥#][ ]?)?\w+%? | \n | [^\w\s] )
    """,
    re.VERBOSE,
)
_MARKS = {"-": "DASH", ",": "COMMA", "(": "OPEN", ")": "CLOSE"}
_LEXED = (
    *("ISO", "SLASH", "CLOCK", "DECADE", "YEARS", "ORDINAL", "QUARTER"),
    *("DAY", "YEAR", "BIG", "DASH", "COMMA", "OPEN", "CLOSE", "FEAST"),
)
_LAST_YEAR = 2100
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text: characters `[start, end)`, folded, and the value that its class gives it."""

    start: int
    end: int
    text: str
    value: str


_GAP = Word(0, 0, "", "")
"""Words of no class, however many: no form goes over them."""


@dataclass(frozen=True, slots=True)
class Found:
    """One expression: characters `[start, end)`, who resolves it, and its named words."""

    start: int
    end: int
    kind: str
    parts: dict[str, Word]

    def number(self, name: str) -> int | None:
        """Return the value of a named word as a whole number; null where the expression has no such word."""
        word = self.parts.get(name)
        return int(word.value) if word is not None else None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The table, made ready: word → class and value, class → letter, forms in letters, feasts and all their words."""

    words: dict[str, tuple[str, str]]
    letters: dict[str, str]
    forms: tuple[tuple[str, re.Pattern[str]], ...]
    feasts: dict[str, list[tuple[tuple[str, ...], str]]]
    festive: frozenset[str]
    guards: dict[str, frozenset[str]]


@cache
def grammar() -> Grammar:
    """Return the forms and words of `times.toml`, read once a process.

    Raises:
        TableError: If a word stands in two classes, or a form names a class that is not there.
    """
    table = read_toml(PACKAGE, TABLE)
    words: dict[str, tuple[str, str]] = {}
    for name, entries in table["word"].items():
        for word, value in entries.items():
            if word in words:
                message = f"table {TABLE}: the word {word!r} stands in {words[word][0]} and in {name}"
                raise TableError(message)
            words[word] = (name, str(value))
    # One character of a private range for each class: no class can be mistaken for a mark of the pattern language.
    classes = {name: chr(0xE000 + place) for place, name in enumerate((*table["word"], *_LEXED))}
    unions = {name: "".join(classes[part] for part in parts) for name, parts in table["union"].items()}
    feasts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, value in table["feast"].items():
        parts = tuple(match.group() for match in _LEXER.finditer(name))
        feasts.setdefault(parts[0], []).append((parts, value))
    for named in feasts.values():
        named.sort(key=lambda feast: -len(feast[0]))
    forms = tuple((str(form["kind"]), _compiled(str(form["form"]), classes | unions)) for form in table["form"])
    festive = frozenset(word for named in feasts.values() for parts, _ in named for word in parts)
    guards = {name: frozenset(group) for name, group in table["guard"].items()}
    return Grammar(words, classes, forms, feasts, festive, guards)


def _compiled(form: str, classes: dict[str, str]) -> re.Pattern[str]:
    """Turn a form of the table into a pattern over class letters; a name given twice keeps its last word."""
    used: dict[str, int] = {}

    def letter(match: re.Match[str]) -> str:
        name, group = match["name"], match["group"]
        if name not in classes:
            message = f"table {TABLE}: the form {form!r} names {name}, which is no class or union"
            raise TableError(message)
        if group is None:
            return f"[{classes[name]}]"
        used[group] = used.get(group, 0) + 1
        return f"(?P<{group}__{used[group]}>[{classes[name]}])"

    bare = re.sub(r"\((?!\?)", "(?:", form)
    return re.compile(re.sub(r"(?:(?P<group>[a-z_0-9]+):)?(?P<name>[A-Z]+)", letter, bare).replace(" ", ""))


def find(text: str) -> list[Found]:
    """Return the expressions of a text in order, none overlapping: the earliest first, of those the longest.

    Args:
        text: Any text; offsets count in it.
    """
    words, letters = _words(text)
    forms = grammar().forms
    heap: list[tuple[int, int, int, re.Match[str]]] = []

    def push(order: int, start: int) -> None:
        match = forms[order][1].search(letters, start)
        if match is not None:
            heappush(heap, (match.start(), -match.end(), order, match))

    for order in range(len(forms)):
        push(order, 0)
    found: list[Found] = []
    done = 0
    while heap:
        start, end, order, match = heappop(heap)
        push(order, max(start + 1, done))
        if start < done:
            continue
        done = -end
        parts = {
            group.partition("__")[0]: words[match.start(group)]
            for group in match.re.groupindex
            if match.start(group) >= 0
        }
        found.append(Found(words[start].start, words[done - 1].end, forms[order][0], parts))
    return found


def fold(text: str) -> str:
    """Return the text in lower case (ASCII only) with plain marks, every character keeping its place."""
    if text.isascii():
        return text.lower()
    # Bytes are lowered in ASCII only (`str.lower` may lengthen a text), and much faster than by a table.
    text = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    for mark, plain in _PLAIN:
        text = text.replace(mark, plain)
    return text


def _words(text: str) -> tuple[list[Word], str]:
    """Cut a text into words, and say the class of each as one letter of a string; no class is one gap for a row."""
    table = grammar()
    words: list[Word] = []
    letters: list[str] = []
    for match in _LEXER.finditer(fold(text)):
        word, name, value = match.group(), "", ""
        if match.lastgroup != "word" or word in table.words:
            name, value = _class(match, text)
        letter = table.letters.get(name, _OTHER)
        if letter is not _OTHER or word in table.festive:
            words.append(Word(match.start(), match.end(), word, value))
            letters.append(letter)
        elif not words or words[-1] is not _GAP:
            words.append(_GAP)
            letters.append(_OTHER)
    _feasts(words, letters, text)
    return words, "".join(letters)


def _class(match: re.Match[str], text: str) -> tuple[str, str]:
    """Return the class of a word and its value."""
    group, word = match.lastgroup or "", match.group()
    if group in ("word", "short"):
        name, value = grammar().words.get(word.removesuffix("."), ("", ""))
        guards = grammar().guards
        small = not text[match.start()].isupper()
        if small and name in ("MONTH", "SHORTMONTH", "WEEKDAY", "SHORTDAY") and word not in guards["lower_case_too"]:
            return "", ""
        return name, value
    if group == "number":
        return _number(word)
    if group == "mark":
        return _MARKS[word], ""
    if group == "ORDINAL":
        value = word[:-2]
        return ("ORDINAL", value) if 1 <= int(value) <= _LAST_DAY else ("", "")
    return (group, word) if group in _LEXED else ("", "")


def _number(word: str) -> tuple[str, str]:
    """Tell a day of the month, a year and any other whole number apart by their looks."""
    digits = word.replace(",", "")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 6:  # noqa: PLR2004 — no count of days is longer
        return "", ""
    value = int(digits)
    if len(word) <= 2 and 1 <= value <= _LAST_DAY:  # noqa: PLR2004 — two digits
        return "DAY", str(value)
    if len(word) == 4 and 1000 <= value <= _LAST_YEAR:  # noqa: PLR2004 — four digits
        return "YEAR", word
    return "BIG", str(value)


def _feasts(words: list[Word], letters: list[str], text: str) -> None:
    """Join the words of each feast's name into one word of class FEAST, in place."""
    feasts = grammar().feasts
    starts = [place for place, word in enumerate(words) if word.text in feasts]
    for place in reversed(starts):
        for parts, value in feasts[words[place].text]:
            last = place + len(parts)
            named = tuple(word.text for word in words[place:last])
            first = text[words[place].start]
            if named == parts and (first.isupper() or first.isdigit()):
                words[place:last] = [Word(words[place].start, words[last - 1].end, " ".join(named), value)]
                letters[place:last] = [grammar().letters["FEAST"]]
                break


def table() -> dict[str, Any]:
    """Return the whole table as it stands, for its tests."""
    return read_toml(PACKAGE, TABLE)
