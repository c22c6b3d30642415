"""Why an entry whose words are there does not hold: its object, subject, clause or predicate is another."""

from spacy.tokens import Token

from ranke.reading.events.frames import (
    child,
    clause_of,
    complement_subject,
    direct_object,
    is_passive,
    prep_objects,
    subject,
)
from ranke.reading.events.matched import Match, is_other_compound, lemmas
from ranke.reading.events.phrases import counted, epithet, predicates, told_class
from ranke.reading.parts import Cast
from ranke.reading.words import words_of

_POINTED = 25
"""Tokens before "it" in which the thing is looked for that it may stand for."""
_DECIDED = ("CONCEDE", "REJECT", "COERCE", "SANCTION", "RETREAT")
"""Types of acts upon a thing named before: "imposed a curfew and lifted it"."""


def _heads(tokens: list[Token]) -> set[str]:
    """Return what a restriction may name: the lemmas, what they count, and the classes that the text itself tells."""
    names = {word for token in tokens for word in lemmas(token)}
    return names | {told_class(token) for token in tokens}


def _objects(match: Match) -> list[Token]:
    """Return the heads that a restriction on the object speaks of: the object, else what the prepositions hold."""
    token = match.token
    if match.pattern.word != "verb":
        return [held for _, held in prep_objects(token)]
    found = direct_object(token)
    nodes = [node for node in match.tokens if node.dep_ in ("prep", "prt", "agent")]
    held = [pobj for node in nodes for pobj in [child(node, "pobj")] if pobj is not None]
    entry = match.pattern.entry
    if found is not None and found.lower_ == "it" and entry.object and entry.type in _DECIDED:
        held += _pointed_at(found, entry.object)
    if found is not None and found not in match.tokens:
        held.append(found)
    if found is None:
        held += [pobj for _, pobj in prep_objects(token)]
    actor = complement_subject(token)
    if actor is not None:
        held.append(actor)
    heads = [one for head in held for one in counted(head)]
    return [other for one in heads for other in (one, *one.conjuncts) if not is_other_compound(other)]


def _pointed_at(pronoun: Token, wanted: frozenset[str]) -> list[Token]:
    """Return the nearest thing before "it" that an entry may speak of: "imposed a curfew and lifted it"."""
    parsed = words_of(pronoun.doc)
    for i in range(pronoun.i - 1, max(pronoun.i - _POINTED, 0) - 1, -1):
        if parsed.tag[i] == "NN" and parsed.lemma[i].lower() in wanted:
            return [pronoun.doc[i]]
    return []


def _somebody_does(match: Match, agent: Token | None, cast: Cast) -> bool:
    """Whether an actor is or may be the doer; in "residents were asked to leave" whoever is spoken to is enough."""
    if cast.of(agent) or (agent is not None and agent.pos_ in ("PRON", "PROPN")):
        return True
    spoken = agent is None and match.pattern.entry.clause == "required" and is_passive(match.token)
    return spoken and bool(cast.of(direct_object(match.token)))


def refusal(match: Match, cast: Cast) -> str | None:
    """Return why an entry whose words are there does not hold here, or None where it does."""
    entry, token = match.pattern.entry, match.token
    is_verb = match.pattern.word == "verb"
    if entry.object or entry.not_object or (entry.object_actor and is_verb):
        objects = _objects(match)
        names = _heads(objects)
        if entry.object and is_verb and not names & entry.object:
            return f"its object is none of {', '.join(sorted(entry.object)[:6])} …"
        if names & entry.not_object:
            return f"another sense with {', '.join(sorted(names & entry.not_object))}"
        if entry.object_actor and is_verb and not any(cast.of(one) for one in objects):
            return "its object is no actor"
    if (entry.subject or entry.not_subject or entry.subject_actor) and is_verb:
        agent = subject(token)
        names = _heads(list(counted(agent))) if agent is not None else set()
        if entry.subject and not names & entry.subject:
            return f"its subject is none of {', '.join(sorted(entry.subject)[:6])} …"
        if names & entry.not_subject:
            return f"another sense with {', '.join(sorted(names & entry.not_subject))} as subject"
        if entry.subject_actor and not _somebody_does(match, agent, cast):
            return "its subject is no actor"
    if entry.predicate and is_verb and not (_heads(predicates(token)) | epithet(token)) & entry.predicate:
        return "what it says is none of its words"
    return _clause_refused(token, entry.clause) if entry.clause and is_verb else None


def _clause_refused(verb: Token, wanted: str) -> str | None:
    """Return why a verb's clause, or what it calls somebody, does not suit an entry, or None where it does."""
    there = clause_of(verb) is not None
    if wanted == "required":
        return None if there else "it needs a clause"
    if there:
        return "not with a clause"
    return "not with what somebody is called" if child(verb, "oprd") is not None else None
