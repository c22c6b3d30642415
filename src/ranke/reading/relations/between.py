"""Phrases that join two parties without a noun like "relations": fall out with, become allies, be at odds."""

from collections.abc import Iterator

from spacy.tokens import Token

from ranke.reading.events.frames import child, direct_object, prep_objects, subject
from ranke.reading.relations.changes import Said
from ranke.reading.relations.facts import told
from ranke.reading.relations.parties import Pair, Parties
from ranke.reading.relations.table import Phrase, table

_EACH_OTHER = ("other", "another")
"""The last word of "each other" and "one another"."""


def phrases_at(anchor: Token, parties: Parties) -> Iterator[tuple[Said, list[Pair]]]:
    """Yield what the phrases with this anchor say, and of whom.

    Args:
        anchor: A word under whose lemma the table has phrases.
        parties: Who is meant where.
    """
    for phrase in table().phrases.get(anchor.lemma_.lower(), ()):
        words = _matched(phrase, anchor)
        if not words:
            continue
        if any(word.dep_ in ("nsubj", "nsubjpass") for word in words[1:]) or (
            "object" not in phrase.prepositions and _has_another_object(words)
        ):
            continue
        ours = parties.named(subject(words[0]))
        theirs = _others(phrase, words, parties)
        if not ours and theirs and "object" in phrase.prepositions:
            # "A and B have been estranged", "A has been estranged from B".
            ours, theirs = theirs, _after(words, ("from",), parties) or ()
        pairs = parties.joined(words[0], ours, theirs) if theirs is not None else []
        if pairs and told(words[0]):
            # "is an ally": the copula says nothing.
            yield Said(phrase.change, words[words[0].lemma_ == "be" :], words[0]), pairs
            return


def _matched(phrase: Phrase, anchor: Token) -> tuple[Token, ...]:
    """Return the words of a phrase from its verb to its last word, or nothing."""
    verb = anchor
    for _ in phrase.words[1:] if anchor.lemma_.lower() != phrase.words[0] else ():
        verb = verb.head
        if verb.lower_ == "of" and verb.head.lower_ == "one":
            verb = verb.head.head  # "is one of its closest allies"
    if verb.pos_ not in ("VERB", "AUX") or verb.lemma_.lower() != phrase.words[0]:
        return ()
    if len(phrase.words) == 1:
        return (verb,)
    words = [verb]
    for wanted in phrase.words[1:-1] if anchor is not verb else phrase.words[1:]:
        found = next((one for node in reversed(words) for one in node.children if one.lemma_.lower() == wanted), None)
        if found is None:
            return ()
        words.append(found)
    return tuple(words) if anchor is verb else (*words, anchor)


def _has_another_object(words: tuple[Token, ...]) -> bool:
    """Whether the verb has an object that the phrase does not know: "break down walls with" is not "break with"."""
    thing = child(words[0], "dobj")
    return thing is not None and thing not in words and thing.tag_ not in ("PRP", "PRP$")


def _others(phrase: Phrase, words: tuple[Token, ...], parties: Parties) -> tuple[str, ...] | None:
    """Return the other party; empty where the phrase names none, null where it names somebody who is no actor."""
    if "object" in phrase.prepositions:
        return parties.named(direct_object(words[0])) or None
    if "owner" in phrase.prepositions:
        owner = next((one for word in words if (one := child(word, "poss")) is not None), None)
        if owner is not None:
            return parties.named(owner) or None
    return _after(words, phrase.prepositions, parties)


def _after(words: tuple[Token, ...], prepositions: tuple[str, ...], parties: Parties) -> tuple[str, ...] | None:
    """Return who stands after a preposition; empty where there is none, null where it is no actor."""
    for word in words:
        below = [held for _, held in prep_objects(word, prepositions)]
        if word.lower_ in prepositions and (held := child(word, "pobj")) is not None:
            below.insert(0, held)
        for held in below:
            if held.lower_ in _EACH_OTHER:
                return ()
            return parties.named(held) or None
    return ()
