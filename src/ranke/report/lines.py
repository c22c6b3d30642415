"""Paragraphs of a page or feed → those that are news: what sites put around and between them is left out."""

import re
from collections.abc import Iterable
from functools import cache

from ranke.errors import TableError
from ranke.tables import broken, read_toml

_TABLE = "lines.toml"
_PARTS = ("line", "tail", "heading", "end")
_LONGEST = 400
"""Characters; a longer line is prose, whatever it begins with."""
_PROSE = re.compile(r"[.!?…:;。！？؟۔।][\"'”’»)\]」』]*$")
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0e7f\u2e80-\uffdc]")
"""Letters of scripts that put no space between words; two of them count as a word."""
_FEWEST_WORDS = 6
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_GIVEN = {
    "weekday": r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s)",
    "month": rf"(?:(?:{_MONTHS})[a-z]{{0,7}})",
}


def news_of(lines: Iterable[str]) -> list[str]:
    """Return the lines that are news, in order, each without a credit or link at its end.

    Args:
        lines: The paragraphs, headings, items and cells of a page or of a feed's entry.
    """
    kept: list[str] = []
    passing = False
    for line in lines:
        if len(line) > _LONGEST:
            kept.append(line)
            passing = False
        elif _is("end", line):
            break
        elif _is("heading", line):
            passing = True
        elif not _is("line", line) and not (passing and not is_prose(line)):
            passing = False
            if rest := _without_tail(line):
                kept.append(rest)
    return kept


def is_prose(text: str) -> bool:
    """Tell whether a line has the looks of a sentence: some words, and a mark at its end."""
    return bool(_PROSE.search(text)) and words_in(text) >= _FEWEST_WORDS


def words_in(text: str) -> int:
    """Return about how many words a text has, in any script."""
    return len(text.split()) + len(_WITHOUT_SPACES.findall(text)) // 2


def _is(part: str, text: str) -> bool:
    return bool(expressions()[part].fullmatch(text))


def _without_tail(text: str) -> str:
    found = expressions()["tail"].search(text)
    return text[: found.start()].rstrip() if found else text


@cache
def expressions() -> dict[str, re.Pattern[str]]:
    """Return one expression for each part of the table.

    Raises:
        TableError: If an entry lacks its examples or an expression is none.
    """
    table = read_toml("ranke.report", _TABLE)
    parts = _GIVEN | table["parts"]
    made = {}
    for part in _PARTS:
        found = []
        for name, entry in table[part].items():
            if set(entry) != {"words", "drop", "keep"} or not all(entry.values()):
                raise broken(_TABLE, f"{part}.{name}", "it needs words, and examples to drop and to keep")
            found += [_whole(words, parts) for words in entry["words"]]
        end = r"\s*\Z" if part == "tail" else ""
        try:
            made[part] = re.compile(f"(?:{'|'.join(f'(?:{one})' for one in found)}){end}", re.IGNORECASE)
        except re.error as error:
            message = f"table {_TABLE}, {part}: an expression is none: {error}"
            raise TableError(message) from error
    return made


def _whole(words: str, parts: dict[str, str]) -> str:
    """Return an expression with the parts that it names put in."""
    while found := re.search(r"(?<!\(\?)<([a-z]+)>", words):
        words = words.replace(found[0], f"(?:{parts[found[1]]})")
    return words
