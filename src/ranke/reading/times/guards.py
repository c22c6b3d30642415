"""Which words in the form of a time expression are none: names of people and papers, counts, numbers of things."""

from ranke.reading.offsets import Offsets
from ranke.reading.times.grammar import Found, fold, grammar

_FIRST_PLAIN_YEAR = 1900
"""From here on a bare number of four digits is taken for a year; before, only after a word like "in"."""
_LAST_PLAIN_YEAR = 2060


def plausible(found: Found, text: str, offsets: Offsets) -> bool:
    """Return whether an expression is one where it stands.

    Args:
        found: The expression as the forms gave it.
        text: The text it was found in.
        offsets: The tokens of the parsed text.
    """
    if _glued(found, text):
        return False
    if found.kind == "year":
        return _is_year(found, offsets)
    if found.kind in ("month", "months") and not {"year", "year2", "rel", "year_rel"} & found.parts.keys():
        return _is_month(found, offsets)
    if found.kind == "weekday":
        return _is_day(found, offsets)
    if found.kind in ("deixis", "feast"):
        return not _in_name(found, offsets)
    return True


def _glued(found: Found, text: str) -> bool:
    """Return whether an expression is the tail of a compound, such as "COVID-19 March" or "F-2019"."""
    start = found.start
    if start and text[start - 1] in "/.":
        return True
    if start < 2 or text[start - 1] not in "-–":  # noqa: PLR2004 — room for a mark and a letter
        return False
    if not text[start - 2].isalnum():
        return False
    first = start - 1
    while first > 0 and text[first - 1].isalnum() and start - first < 12:  # noqa: PLR2004 — longest prefix of a year, and some
        first -= 1
    before = fold(text[first : start - 1])
    return before not in grammar().guards["prefixes"] and not before.isdigit()


def _is_year(found: Found, offsets: Offsets) -> bool:
    """Return whether a number of four digits is a year rather than a count or the number of something."""
    word = found.parts["year"]
    if found.start < word.start:  # "early 2018"
        return True
    guards, value = grammar().guards, int(word.value)
    before, after = offsets.before(word.start), offsets.after(word.end)
    near = before.lower_ if before is not None else ""
    if near.rstrip(".") in guards["number_after"]:
        return False
    if after is not None and after.lower_ in ("%", "percent", "million", "billion"):
        return False
    dated = near in guards["year_after"]
    if not _FIRST_PLAIN_YEAR <= value <= _LAST_PLAIN_YEAR:
        return (
            dated
            and value < _FIRST_PLAIN_YEAR
            and near not in ("the", "and", "to", "-")
            and not _counts(offsets, word.start)
        )
    return near in ("in", "since") or not _counts(offsets, word.start)


def _counts(offsets: Offsets, start: int) -> bool:
    """Return whether the number at a character counts things: "2000 soldiers", but not "the 2016 elections"."""
    token = offsets.top(start, start + 1)
    if token is None:
        return False
    head = token.head
    if token.dep_ != "nummod" or head.i <= token.i or head.tag_ not in ("NNS", "NNPS"):
        return False
    return head.i == token.i + 1 and not any(
        child.dep_ in ("det", "poss") and child.i < token.i for child in head.children
    )


def _is_month(found: Found, offsets: Offsets) -> bool:
    """Return whether a bare month is one rather than a person's name, a verb or a march."""
    word = found.parts["month"]
    token, before = offsets.top(word.start, word.end), offsets.before(word.start)
    if token is None or token.ent_type_ == "PERSON" or token.tag_ in ("MD", "VB", "VBP", "VBD", "VBG"):
        return False
    if word.text not in grammar().guards["name_like"] or found.start < word.start:
        return True
    # A bare "May" that acts or owns something is a person: "after May resigned", "May's deal".
    if token.dep_ in ("nsubj", "nsubjpass", "poss") and word.text in ("may", "march"):
        return False
    near = before.lower_ if before is not None else ""
    if token.ent_type_ == "DATE" and near == "to":
        return True
    return near in grammar().guards["month_after"] or (
        word.text not in ("may", "march") and token.ent_type_ in ("DATE", "")
    )


def _is_day(found: Found, offsets: Offsets) -> bool:
    """Return whether a day of the week is one rather than a part of a name: "Black Friday", "the Sunday Times"."""
    word, guards = found.parts["weekday"], grammar().guards
    before, after = offsets.before(word.start), offsets.after(word.end)
    if before is not None and before.lower_ in guards["day_name_after"] and before.text[:1].isupper():
        return False
    return not (after is not None and after.lower_ in guards["day_name_before"] and after.text[:1].isupper())


def _in_name(found: Found, offsets: Offsets) -> bool:
    """Return whether "Today" or a feast is a part of a name: "USA Today", "the Christmas Charity"."""
    before, after = offsets.before(found.start), offsets.after(found.end)
    if found.kind == "deixis":
        word = offsets.top(found.start, found.end)
        capital = word is not None and not word.is_sent_start and word.text[:1].isupper()
        return capital and before is not None and before.tag_ in ("NNP", "NNPS")
    return after is not None and after.tag_ in ("NNP", "NNPS") and after.text[:1].isupper()
