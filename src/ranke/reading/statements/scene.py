"""A text with its quotations and the cues that can introduce one: what stands before, after and inside each."""

from spacy.tokens import Doc, Token

from ranke.reading.statements.cues import CueUse
from ranke.reading.statements.quotations import Quotation, Quotations
from ranke.reading.statements.trees import is_verbal, lemma_of

REACH = 40
"""Tokens looked at beside a quotation for its cue."""
_WORDS = 4
"""Words that a quotation without a cue beside it must have to count as a sentence."""


class Scene:
    """A text with its quotations, the cues that can introduce one, and the tokens `[first, last)` of each quotation."""

    def __init__(self, doc: Doc, quotations: Quotations, uses: list[CueUse]) -> None:
        self.doc, self.text, self.quotations = doc, quotations.text, quotations
        self.uses = {use.token.i for use in uses if _can_quote(use)}
        self.bounds: list[tuple[int, int]] = []
        i, size = 0, len(doc)
        for quotation in quotations.top:
            while i < size and doc[i].idx + len(doc[i]) <= quotation.outer[0]:
                i += 1
            first = i
            while i < size and doc[i].idx < quotation.outer[1]:
                i += 1
            self.bounds.append((first, i))

    def quotation(self, n: int) -> Quotation:
        """Return the n-th outermost quotation."""
        return self.quotations.top[n]

    def before(self, n: int) -> Token | None:
        """Return the last word or mark before a quotation in its paragraph; a colon reaches over a line break."""
        i, broken = self.bounds[n][0] - 1, False
        while i >= 0 and self.doc[i].is_space:
            broken = broken or "\n" in self.doc[i].text
            i -= 1
        if i < 0 or (broken and self.doc[i].text != ":"):
            return None
        return self.doc[i]

    def after(self, n: int) -> Token | None:
        """Return the first word or mark after a quotation in its paragraph."""
        for i in range(self.bounds[n][1], len(self.doc)):
            if not self.doc[i].is_space:
                return self.doc[i]
            if "\n" in self.doc[i].text:
                return None
        return None

    def sentence_like(self, n: int) -> bool:
        """Tell whether a quotation has a verb and more than a few words."""
        first, end = self.bounds[n]
        said = [self.doc[i] for i in range(first, min(end, first + REACH)) if self.doc[i].is_alpha]
        return len(said) >= _WORDS and any(is_verbal(word) for word in said)


def _can_quote(use: CueUse) -> bool:
    """Tell whether a cue can introduce a quotation: "went on" can, "went" can't."""
    seconds = [second for frame, second in use.frames if frame in ("clause", "quote")]
    beside = use.token.doc[use.token.i + 1 : use.token.i + 2]
    return "" in seconds or any(lemma_of(token) in seconds for token in beside)
