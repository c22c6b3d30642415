"""How what is said lies to the quotation marks around it: inside, partly inside, up to the mark, without the marks."""

from ranke.model import Span, StatementKind
from ranke.reading.parts import StatementPart
from ranke.reading.statements.quotations import Quotations

_LINKS = frozenset({
    "although", "and", "as", "because", "but", "by", "even", "for", "if", "in", "just", "nor", "not", "or", "since",
    "so", "though", "unless", "until", "when", "where", "which", "while", "who", "with", "without",
})  # fmt: skip
"""First words of a quotation that goes on what was said before it: `would come, "but with a heavy heart"`."""


def in_part(content: Span, quotations: Quotations) -> bool:
    """Tell whether only a part of some content stands between marks; a block without any is direct, too."""
    quotation = quotations.at(content[0])
    if quotation is not None:
        return content[1] > quotation.outer[1]
    following = quotations.next_after(content[0])
    return following is not None and following.outer[0] < content[1]


def to_the_mark(span: Span, quotations: Quotations) -> Span:
    """Let content that ends inside a quotation it opened, or right before one that goes on, run on to its end."""
    inside = quotations.at(span[1] - 1)
    if inside is not None and span[0] <= inside.outer[0] and span[1] <= inside.inner[1]:
        return span[0], inside.outer[1] if span[0] < inside.outer[0] else inside.inner[1]
    following = quotations.next_after(span[1])
    if inside is None and following is not None:
        between = quotations.text[span[1] : following.outer[0]].strip(" ,")
        joined = not between and quotations.text[span[0] : span[1]].endswith((" and", " but"))
        goes_on = not between and quotations.text[slice(*following.inner)].partition(" ")[0] in _LINKS
        if between in ("and", "but") or joined or goes_on:
            return span[0], following.outer[1]
    return span


def kind_of(part: StatementPart, quotations: Quotations) -> StatementKind:
    """Return `direct` for words all inside quotation marks, `mixed` for words partly inside, else `indirect`.

    What is reported within a quotation has its cue there too, and is as indirect there as elsewhere.
    """
    span = part.content
    inside = quotations.at(span[0])
    if inside is not None and span[1] <= inside.outer[1]:
        reported = part.cue is not None and quotations.at(part.cue[0]) == inside
        return "indirect" if reported else "direct"
    following = quotations.next_after(span[0])
    return "mixed" if inside is not None or (following is not None and following.outer[0] < span[1]) else "indirect"


def without_marks(span: Span, quotations: Quotations) -> Span:
    """Take the marks off content that is one whole quotation."""
    quotation = quotations.at(span[0])
    if quotation is not None and quotation.outer[0] == span[0] and quotation.inner[1] <= span[1] <= quotation.outer[1]:
        return quotation.inner
    return span
