"""Exchanges: who stands on the other side of an answer that names nobody."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ranke.reading.events.arguments import sides
from ranke.reading.events.lexicon import lexicon
from ranke.reading.events.matching import best_match
from ranke.reading.parts import Cast

DocOf = Callable[[str], Doc]
CastOf = Callable[..., Cast]
Ids = tuple[str, ...]


def sides_at(doc: Doc, word: str, cast: Cast) -> tuple[Ids, Ids]:
    """The sides of the event that begins at a word."""
    match = best_match(next(token for token in doc if token.text == word), lexicon(), cast)
    assert match is not None
    return sides(match, cast)


@pytest.mark.parametrize(
    ("sentence", "word", "source", "target"),
    [
        ("Oslo asked Riga to withdraw the bill, but Riga refused to yield.", "refused", "Riga", "Oslo"),
        ("Oslo asked Riga to withdraw the bill, but Lima refused to yield.", "refused", "Lima", None),
        ("Oslo watched Riga withdraw the bill, but Riga refused to yield.", "refused", "Riga", None),
        ("Oslo fined Riga for refusing to appear.", "refusing", "Riga", "Oslo"),
        ("Oslo had sent a plan, which Riga rejected.", "rejected", "Riga", "Oslo"),
        ("Oslo had read a plan, which Riga rejected.", "rejected", "Riga", None),
    ],
)
def test_who_is_answered(
    doc_of: DocOf, cast_of: CastOf, sentence: str, word: str, source: str, target: str | None
) -> None:
    """A no answers whoever asked the same actor, made him pay for it, or sent what is turned down; nobody else."""
    doc = doc_of(sentence)
    found = sides_at(doc, word, cast_of(doc, "Oslo", "Riga", "Lima"))
    assert found == ((source,), (target,) if target else ())


def test_a_refusal_is_told_to_whom_the_act_would_serve(doc_of: DocOf, cast_of: CastOf) -> None:
    """A noun's infinitive names the other side, as a verb's does: "their refusal to hand the files to X"."""
    doc = doc_of("Riga's refusal to hand the files to Oslo angered many.")
    assert sides_at(doc, "refusal", cast_of(doc, "Oslo", "Riga")) == (("Riga",), ("Oslo",))


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The suspect in the shooting was released.", ("suspect",)),
        ("The mastermind behind the shooting was released.", ("mastermind",)),
        ("The witness of the shooting was released.", ()),
    ],
)
def test_who_is_called_after_an_act(doc_of: DocOf, cast_of: CastOf, sentence: str, source: Ids) -> None:
    """A suspect or mastermind did the act that he is named by; a witness did not."""
    doc = doc_of(sentence)
    cast = cast_of(doc, "suspect", "mastermind", "witness")
    assert sides_at(doc, "shooting", cast)[0] == source


@pytest.mark.parametrize(
    ("sentence", "word", "source", "target"),
    [
        ("Oslo was allied with Riga in the dispute.", "allied", ("Oslo",), ("Riga",)),
        ("The summit was attended by Oslo and Riga.", "attended", ("Oslo",), ("Riga",)),
        ("Oslo and Riga attended the summit.", "attended", ("Oslo", "Riga"), ()),
    ],
)
def test_partners(doc_of: DocOf, cast_of: CastOf, sentence: str, word: str, source: Ids, target: Ids) -> None:
    """Who is allied acts, though the verb is passive; those by whom a meeting was attended met each other."""
    doc = doc_of(sentence)
    assert sides_at(doc, word, cast_of(doc, "Oslo", "Riga")) == (source, target)
