"""The words of a parsed text in plain lists, made once a text: a `Token` takes long to make and to ask."""

from itertools import accumulate

from spacy.strings import StringStore
from spacy.tokens import Doc

_KEY = "ranke words"


class Words:
    """What the tokens of a text are, one entry a token.

    Attributes:
        whole: The text itself.
        text, lower, lemma, tag, pos, dep: As of a `Token`.
        idx: Where each begins, in characters.
        opens: Whether it is the first of a sentence.
        below: The places of what hangs on it, in order.
    """

    __slots__ = ("below", "dep", "idx", "lemma", "lower", "opens", "pos", "tag", "text", "whole")

    def __init__(self, doc: Doc) -> None:
        array = doc.to_array(["ORTH", "LEMMA", "TAG", "POS", "DEP", "SPACY", "SENT_START", "HEAD"]).T
        text, lemma, tag, pos, dep = (_names(column.tolist(), doc.vocab.strings) for column in array[:5])
        blanks, opens, distances = (column.astype("int64").tolist() for column in array[5:])  # some are below zero
        self.text, self.lemma, self.tag, self.pos, self.dep = text, lemma, tag, pos, dep
        self.lower = [word.lower() for word in text]
        pieces = [word + " " if blank else word for word, blank in zip(text, blanks, strict=True)]
        self.whole = "".join(pieces)
        self.idx = [0, *accumulate(map(len, pieces))][:-1]
        self.opens = [mark == 1 for mark in opens]
        self.below: list[list[int]] = [[] for _ in text]
        for i, distance in enumerate(distances):
            if distance:
                self.below[i + distance].append(i)

    def between(self, start: int, end: int) -> str:
        """Return the characters of tokens `[start, end)`."""
        return self.whole[self.idx[start] : self.idx[end - 1] + len(self.text[end - 1])]


def _names(column: list[int], strings: StringStore) -> list[str]:
    names = {key: strings[key] for key in set(column)}
    return [names[key] for key in column]


def words_of(doc: Doc) -> Words:
    """Return the words of a text; the `Doc` keeps them."""
    found = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = Words(doc)
    return found
