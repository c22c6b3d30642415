"""What the tests of the reading room share: sentences parsed once, and casts whose ids are the words themselves."""

from collections.abc import Callable
from functools import cache

import pytest
from spacy.tokens import Doc, Token

from ranke.model import Kind
from ranke.reading.parser import parse
from ranke.reading.parts import ActorPart, Cast

Parse = Callable[[str], Doc]


@pytest.fixture(scope="session")
def doc_of() -> Parse:
    """Parse a text, once a test run."""
    return cache(parse)


@pytest.fixture(scope="session")
def at(doc_of: Parse) -> Callable[[str, str], Token]:
    """Return the first token of a sentence with this text."""
    return lambda sentence, word: next(token for token in doc_of(sentence) if token.text == word)


@pytest.fixture(scope="session")
def cast_of() -> Callable[..., Cast]:
    """Make a cast in which the words given are the heads of actors, each word its actor's id."""

    def make(doc: Doc, *words: str, kind: Kind = "organization") -> Cast:
        actors = {word: ActorPart(id=word, name=word, kind=kind) for word in words}
        return Cast(actors, {token.i: (token.text,) for token in doc if token.text in words})

    return make
