"""The words of a text in plain lists: the same as the tokens say."""

from ranke.reading.parser import parse
from ranke.reading.words import words_of

TEXT = "Two boats, “the Heron” and the Gull,\nleft Aden's port.  They hadn't paid – nobody knew why."


def test_lists_say_what_tokens_say() -> None:
    """Every list has for each token what the token itself says."""
    doc = parse(TEXT)
    words = words_of(doc)
    assert words.whole == doc.text
    for token in doc:
        i = token.i
        assert (words.text[i], words.lower[i], words.lemma[i]) == (token.text, token.lower_, token.lemma_)
        assert (words.tag[i], words.pos[i], words.dep[i]) == (token.tag_, token.pos_, token.dep_)
        assert (words.idx[i], words.opens[i]) == (token.idx, token.is_sent_start is True)
        assert words.below[i] == [child.i for child in token.children]


def test_characters_between_tokens() -> None:
    """A stretch of tokens is its characters without the blank behind it."""
    doc = parse(TEXT)
    assert words_of(doc).between(0, 2) == doc[0:2].text == "Two boats"
    assert words_of(doc).between(0, len(doc)) == TEXT


def test_a_text_without_words_has_empty_lists() -> None:
    """The empty text has no words and no characters."""
    words = words_of(parse(""))
    assert (words.text, words.idx, words.below, words.whole) == ([], [], [], "")
