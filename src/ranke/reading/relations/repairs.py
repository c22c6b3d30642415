"""What the parser and the tokenizer take apart, put together: "re-established", a verb read as an adjective."""

from spacy.tokens import Token

from ranke.reading.events.frames import child

_HYPHENS = {"-", "‑"}


def spelled(token: Token, form: str) -> str:
    """Return a word with what a hyphen joins to it: "long-standing", "re-establish".

    Args:
        token: The last part of the word.
        form: How that part is to be written, such as its lemma.
    """
    if token.i > 1 and token.nbor(-1).text in _HYPHENS and not token.nbor(-1).whitespace_:
        first = token.nbor(-2)
        if not first.whitespace_:
            return f"{first.lower_}-{form}"
    return form


def hidden_verb(noun: Token) -> Token | None:
    """Return the verb of "The arrest damaged ties" where the parser made it an adjective of "ties"; else null.

    It shows in the subject that the adjective then has.
    """
    found: Token | None = None
    subject = False
    for below in noun.lefts:
        if below.dep_ == "amod" and below.pos_ == "VERB":
            subject = subject or child(below, "nsubj") is not None
            found = below
    return found if subject else None


def hidden_subject(noun: Token) -> Token | None:
    """Return the subject of a verb that the parser made part of the noun phrase: "has damaged ties", "has old ties"."""
    if (own := child(noun, "nsubj")) is not None:
        return own
    for below in noun.lefts:
        if below.dep_ == "amod" and (found := child(below, "nsubj")) is not None:
            return found
    return None
