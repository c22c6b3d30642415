"""Who did an act by the words of others: "a raid blamed on X", "accused X of the raid", "X claimed the raid"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ranke.reading.events.frames import direct_object, prep_objects, subject
from ranke.reading.events.status import grammar


def doers(noun: Token) -> Iterator[Token]:
    """Yield who is said to have done what a noun names, by the verb that lays it on somebody; nobody as a rule."""
    words, above = grammar()["blame"], noun.head
    if noun.dep_ == "pobj" and above.head.pos_ == "VERB":
        charged = above.head.lemma_.lower() in words.get(f"charged_{above.lower_}", ())
        if charged and (blamed := direct_object(above.head)) is not None:
            yield blamed
    clauses = [one for one in noun.rights if one.dep_ in ("acl", "relcl") and one.pos_ == "VERB"]
    if noun.dep_ in ("dobj", "nsubjpass") and above.pos_ == "VERB":
        clauses.append(above)
    for verb in clauses:
        lemma = verb.lemma_.lower()
        before = "to" if lemma in words["laid_to"] else "on" if lemma in words["laid_on"] else ""
        if before:
            nodes = (verb, noun) if verb is above else (verb,)  # the parser hangs "on X" on either
            yield from (held for node in nodes for _, held in prep_objects(node, (before,)))
        elif lemma in words["owned"] and (owner := subject(verb)) is not None and owner is not noun:
            yield owner
