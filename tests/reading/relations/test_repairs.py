"""Words that the parser and the tokenizer take apart."""

from collections.abc import Callable

from spacy.tokens import Doc

from ranke.reading.relations.repairs import hidden_subject, hidden_verb, spelled

Parse = Callable[[str], Doc]


def noun(doc: Doc) -> int:
    """Return the place of the noun."""
    return next(token.i for token in doc if token.text in ("ties", "relations"))


def test_hyphens_join(doc_of: Parse) -> None:
    """The parts of a word are spelled as one, a dash between blanks joins nothing."""
    doc = doc_of("A long-standing feud")
    assert spelled(doc[3], "standing") == "long-standing"
    assert spelled(doc_of("A feud - standing")[3], "standing") == "standing"
    assert spelled(doc[0], "a") == "a"


def test_a_verb_hidden_in_the_noun_phrase(doc_of: Parse) -> None:
    """An adjective with a subject is a verb; an adjective without is none."""
    doc = doc_of("Colombia and Venezuela re-established diplomatic relations in August 2022.")
    found = doc[noun(doc)]
    verb, subject = hidden_verb(found), hidden_subject(found)
    assert verb is not None
    assert subject is not None
    assert (verb.text, subject.text) == ("established", "Colombia")
    plain = doc_of("They have strained relations with Chad.")
    assert hidden_verb(plain[noun(plain)]) is None
    assert hidden_subject(plain[noun(plain)]) is None
