"""Characters → tokens of a parsed text, looked up in a list made once (`Doc.char_span` walks the text each time)."""

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

from ranke.reading.words import words_of


class Offsets:
    """Where the tokens of a stretch of a `Doc` start.

    Args:
        doc: The parsed text.
        first: The first token of the stretch.
        last: The token after its last; the whole text if null.
    """

    def __init__(self, doc: Doc, first: int = 0, last: int | None = None) -> None:
        self.doc, self.first = doc, first
        self.starts: list[int] = words_of(doc).idx[first:last]

    def at(self, char: int) -> int | None:
        """Return the place, in the stretch, of the token that a character lies in or after; null before the first."""
        place = bisect_right(self.starts, char) - 1
        return place if place >= 0 else None

    def before(self, char: int) -> Token | None:
        """Return the token before the one at a character."""
        place = self.at(char)
        return self.doc[self.first + place - 1] if place else None

    def after(self, end: int) -> Token | None:
        """Return the first token that starts at a character or later."""
        place = bisect_left(self.starts, end)
        return self.doc[self.first + place] if place < len(self.starts) else None

    def top(self, start: int, end: int) -> Token | None:
        """Return the topmost word of the characters `[start, end)`: the first whose head lies outside them."""
        first, last = self.at(start), bisect_left(self.starts, end)
        if first is None or first >= last:
            return None
        low, high = self.first + first, self.first + last - 1
        for token in (self.doc[i] for i in range(low, high + 1)):
            head = token.head.i
            if head == token.i or not low <= head <= high:
                return token
        return self.doc[high]
