"""What of its sentence belongs to a quotation that begins or ends within it, and who vouches for it beforehand."""

from spacy.tokens import Token

from ranke.model import Span
from ranke.reading.statements.contents import span_of
from ranke.reading.statements.scene import REACH, Scene
from ranke.reading.statements.trailing import comma_before, sentence_start
from ranke.reading.statements.trees import is_finite

_IF = frozenset({"because", "if", "since", "unless", "when", "whenever", "while"})
_FEWEST = 2
"""Words of a sentence before a reporting clause that are said, and no link ("And", "But then")."""


def sentence_around(scene: Scene, n: int, cue: Token) -> tuple[Span, Span | None]:
    """Return what is said with a quotation and its cue: the words around it that are of one sentence with it.

    A quotation that goes on in small letters takes in what opens its sentence (`With so many boats, "no one drowned,"
    she said`); where the reporting clause stands between, that is a stretch of its own. One that the sentence goes on
    after takes in the rest up to the reporting clause (`"We need coal" to heat the school, she said`).
    """
    first, end = scene.bounds[n]
    start, stop = scene.quotation(n).inner
    small = scene.text[start].islower()
    if cue.i < first:
        if cue.lower_ == "according":
            return (start, stop), None
        that = _clause_mark(scene, cue, first) if small else None
        if that is not None:
            return (scene.doc[that + 1].idx, stop), None
        comma = comma_before(cue) if small else None
        lead = _opening(scene, comma)
        return (start, stop), lead if lead is not None and _conditions(scene.text[slice(*lead)]) else None
    before = scene.before(n)
    if small and before is not None and before.text == ",":
        opening = _opening(scene, before.i)
        start = opening[0] if opening is not None else start
    comma = comma_before(cue)
    if comma is not None and comma > end and any(scene.doc[i].is_alpha for i in range(end, comma)):
        inner = scene.text[stop - 1] not in ",.!?"
        span = span_of(scene.doc, end, comma) if inner else None
        stop = span[1] if span is not None else stop
    return (start, stop), None


def _clause_mark(scene: Scene, cue: Token, first: int) -> int | None:
    """Return the "that" of a clause which a quotation ends: `said that in her town, "nobody slept"`."""
    for i in range(cue.i + 1, min(first - 1, cue.i + REACH)):
        token = scene.doc[i]
        if scene.quotations.at(token.idx) is not None:
            return None
        if token.lower_ == "that" and token.tag_ in ("IN", "WDT", "DT"):
            return i if any(scene.doc[k].is_alpha for k in range(i + 1, first)) else None
    return None


def _conditions(opening: str) -> bool:
    """Tell whether an opening is a condition of what follows, and no scene of the telling ("As he left court, …")."""
    return any(word in _IF for word in opening.lower().split()[:3])


def _opening(scene: Scene, comma: int | None) -> Span | None:
    """Return what a sentence opens with before a comma, if it is some words without a quotation."""
    if comma is None:
        return None
    start = sentence_start(scene.doc, scene.quotations, comma)
    words = [i for i in range(start, comma) if scene.doc[i].is_alpha]
    if len(words) < _FEWEST or any(scene.quotations.at(scene.doc[i].idx) is not None for i in range(start, comma)):
        return None
    below = any(scene.doc[i].tag_ in ("IN", "WRB") for i in words[:3])  # "So when the rain came"
    whole = not below and any(is_finite(scene.doc[i]) for i in words)
    return None if whole else span_of(scene.doc, start, comma)


def source_before(scene: Scene, comma: Token) -> Token | None:
    """Return the "according" of a source that a quotation follows: `According to Jo Hill, "…"`."""
    for i in range(comma.i - 1, max(0, comma.i - REACH), -1):
        token = scene.doc[i]
        if (
            token.text in ".!?;:,"
            or "\n" in token.text
            or is_finite(token)
            or scene.quotations.at(token.idx) is not None
        ):
            return None
        if token.lower_ == "to" and scene.doc[i - 1].lower_ == "according":
            return scene.doc[i - 1]
    return None
