"""Who is meant where, as the tests of actors ask it."""

from collections.abc import Callable

import pytest

from ranke.reading.actors.cast import cast_actors
from ranke.reading.actors.twins import join_twins
from ranke.reading.parser import parse


@pytest.fixture(scope="session")
def meant() -> Callable[..., list[str]]:
    """Tell the names of the actors meant at an occurrence of a word: `meant(text, word, occurrence)`."""

    def names(text: str, word: str, occurrence: int = 0) -> list[str]:
        doc = parse(text)
        cast = cast_actors(doc, ())
        token = [token for token in doc if token.text == word][occurrence]
        return [cast.actors[number].name for number in cast.of(token)]

    return names


@pytest.fixture(scope="session")
def same() -> Callable[[str, str, str], bool]:
    """Tell whether the last tokens with two texts mean the same actor once twins are joined."""

    def one_actor(text: str, one: str, other: str) -> bool:
        doc = parse(text)
        cast = cast_actors(doc, [])
        join_twins(doc, cast)
        first, second = ([cast.of(token) for token in doc if token.text == word][-1] for word in (one, other))
        return bool(first) and first == second

    return one_actor
