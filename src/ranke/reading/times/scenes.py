"""Whether what a clause tells goes on where the report stands in time, or is background from another day."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from ranke.model import Time
from ranke.reading.times.tense import MAX_CLIMB, clause_words


def goes_with_scene(doc: Doc, trigger: int, times: Sequence[Time]) -> bool:
    """Return whether an act without a date of its own may have that of the scene that the report is telling.

    Not where its sentence names another day, where it only says which one is meant ("the raid that killed Vidal"),
    what for ("arms for killing them"), or that it was before.

    Args:
        doc: The parsed text.
        trigger: The place of the act's word.
        times: The times of the text.
    """
    sentence = doc[trigger].sent
    start, end = sentence.start_char, sentence.end_char
    if any(start <= time.span[0] < end and time.type == "DATE" and time.value for time in times):
        return False
    token = doc[trigger]
    for _ in range(MAX_CLIMB):
        if token.dep_ in ("relcl", "pcomp") or told_as_earlier(token):
            return False
        if token.head.i == token.i:
            break
        token = token.head
    return True


def told_as_earlier(verb: Token) -> bool:
    """Return whether an adverb tells an act as one of an earlier day: "had met before", "was once banned"."""
    return any(one.dep_ == "advmod" and one.lower_ in clause_words("earlier") for one in verb.children)
