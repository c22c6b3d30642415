"""Characters → tokens of a parsed text, looked up in a list made once (`Doc.char_span` walks the text each time)."""

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token


class Offsets:
    """Where the tokens and sentences of a stretch of a `Doc` start.

    Args:
        doc: The parsed text.
        first: The first token of the stretch.
        last: The token after its last; the whole text if null.
    """

    def __init__(self, doc: Doc, first: int = 0, last: int | None = None) -> None:
        self.tokens: list[Token] = list(doc[first : len(doc) if last is None else last])
        self.starts: list[int] = [token.idx for token in self.tokens]

    def at(self, char: int) -> int | None:
        """Return the place, in `tokens`, of the token that a character lies in or after; null before the first."""
        place = bisect_right(self.starts, char) - 1
        return place if place >= 0 else None

    def before(self, char: int) -> Token | None:
        """Return the token before the one at a character."""
        place = self.at(char)
        return self.tokens[place - 1] if place else None

    def after(self, end: int) -> Token | None:
        """Return the first token that starts at a character or later."""
        place = bisect_left(self.starts, end)
        return self.tokens[place] if place < len(self.tokens) else None

    def top(self, start: int, end: int) -> Token | None:
        """Return the topmost word of the characters `[start, end)`: the first whose head lies outside them."""
        first, last = self.at(start), bisect_left(self.starts, end)
        if first is None or first >= last:
            return None
        low, high = self.tokens[first].i, self.tokens[last - 1].i
        inside = self.tokens[first:last]
        for token in inside:
            if token.head.i == token.i or not low <= token.head.i <= high:
                return token
        return inside[-1]
