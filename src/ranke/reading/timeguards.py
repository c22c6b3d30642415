"""Which words in the form of a time expression are none: names of people and papers, counts, numbers of things."""

from spacy.tokens import Doc, Token

from ranke.reading.timegrammar import Found, fold, grammar

_FIRST_PLAIN_YEAR = 1900
"""From here on a bare number of four digits is taken for a year; before, only after a word like "in"."""
_LAST_PLAIN_YEAR = 2060


def plausible(found: Found, doc: Doc, token: Token | None) -> bool:
    """Return whether an expression is one where it stands.

    Args:
        found: The expression as the forms gave it.
        doc: The parsed text it was found in.
        token: Its topmost word.
    """
    if token is None or _glued(found, doc.text):
        return False
    if found.kind == "year":
        return _is_year(found, doc)
    if found.kind in ("month", "months") and not {"year", "year2", "rel", "year_rel"} & found.parts.keys():
        return _is_month(found, doc)
    if found.kind == "weekday":
        return _is_day(found, doc)
    if found.kind in ("deixis", "feast"):
        return not _in_name(found, doc)
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


def _before(doc: Doc, start: int) -> Token | None:
    """Return the token before a character."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return doc[span.start - 1] if span is not None and span.start > 0 else None


def _after(doc: Doc, end: int) -> Token | None:
    """Return the token after a character."""
    span = doc.char_span(end - 1, end, alignment_mode="expand")
    return doc[span.end] if span is not None and span.end < len(doc) else None


def _is_year(found: Found, doc: Doc) -> bool:
    """Return whether a number of four digits is a year rather than a count or the number of something."""
    word = found.parts["year"]
    if found.start < word.start:  # "early 2018"
        return True
    guards, value = grammar().guards, int(word.value)
    before, after = _before(doc, word.start), _after(doc, word.end)
    near = before.lower_ if before is not None else ""
    if near.rstrip(".") in guards["number_after"]:
        return False
    if after is not None and after.lower_ in ("%", "percent", "million", "billion"):
        return False
    dated = near in guards["year_after"]
    if not _FIRST_PLAIN_YEAR <= value <= _LAST_PLAIN_YEAR:
        return dated and value < _FIRST_PLAIN_YEAR and near not in ("the", "and", "to", "-") and not _counts(doc, word.start)
    return near in ("in", "since") or not _counts(doc, word.start)


def _counts(doc: Doc, start: int) -> bool:
    """Return whether the number at a character counts things: "2000 soldiers", but not "the 2016 elections"."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None:
        return False
    token = doc[span.start]
    head = token.head
    if token.dep_ != "nummod" or head.i <= token.i or head.tag_ not in ("NNS", "NNPS"):
        return False
    return head.i == token.i + 1 and not any(child.dep_ in ("det", "poss") and child.i < token.i for child in head.children)


def _is_month(found: Found, doc: Doc) -> bool:
    """Return whether a bare month is one rather than a person's name, a verb or a march."""
    word = found.parts["month"]
    span = doc.char_span(word.start, word.end, alignment_mode="expand")
    if span is None:
        return False
    token, before = span[0], _before(doc, word.start)
    if token.ent_type_ == "PERSON" or token.tag_ in ("MD", "VB", "VBP", "VBD", "VBG"):
        return False
    if word.text not in grammar().guards["name_like"] or found.start < word.start:
        return True
    # A bare "May" that acts or owns something is a person: "after May resigned", "May's deal".
    if token.dep_ in ("nsubj", "nsubjpass", "poss") and word.text in ("may", "march"):
        return False
    near = before.lower_ if before is not None else ""
    if token.ent_type_ == "DATE" and near == "to":
        return True
    return near in grammar().guards["month_after"] or (word.text not in ("may", "march") and token.ent_type_ in ("DATE", ""))


def _is_day(found: Found, doc: Doc) -> bool:
    """Return whether a day of the week is one rather than a part of a name: "Black Friday", "the Sunday Times"."""
    word, guards = found.parts["weekday"], grammar().guards
    before, after = _before(doc, word.start), _after(doc, word.end)
    if before is not None and before.lower_ in guards["day_name_after"] and before.text[:1].isupper():
        return False
    return not (after is not None and after.lower_ in guards["day_name_before"] and after.text[:1].isupper())


def _in_name(found: Found, doc: Doc) -> bool:
    """Return whether "Today" or a feast is a part of a name: "USA Today", "the Christmas Charity"."""
    before, after = _before(doc, found.start), _after(doc, found.end)
    if found.kind == "deixis":
        capital = doc.text[found.start].isupper()
        return capital and before is not None and before.tag_ in ("NNP", "NNPS") and before.sent.start != found.start
    return after is not None and after.tag_ in ("NNP", "NNPS") and after.text[:1].isupper()
