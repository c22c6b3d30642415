"""Whom a threat is meant for, where the clause that tells it speaks of the side that makes it.

"Oslo will shut the port if Riga buys the ships, its minister warned" threatens Riga, though the clause is about Oslo.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from ranke.reading.events.frames import child, clause_of, direct_object, prep_objects
from ranke.reading.events.owners import actors_at
from ranke.reading.parts import Cast

_TOWARDS = ("against", "to", "on", "from")
_UNLESS = ("if", "unless")
_DEEPEST = 3
Ids = tuple[str, ...]


def menaced(verb: Token, cast: Cast, source: Ids, target: Ids) -> Ids:
    """Return the target of a threat: the one found, or whom the threatened act concerns where it is one's own.

    Args:
        verb: The verb of the threat.
        cast: The actors of the report.
        source: Who threatens; empty where it is whoever speaks.
        target: Whom the clause gave as the target.
    """
    if not target:
        return target
    clause = clause_of(verb)
    act = clause if clause is not None and child(clause, "nsubj") is not None else verb
    agent = child(act, "nsubj")
    speaker = source or _teller(act, cast)
    if not speaker or agent is None or act.tag_ != "VB" or not set(actors_at(agent, cast)) & set(target):
        return target
    if not all(_same_side(one, speaker, cast) for one in target):
        return target
    own = {*target, *source}
    for token in _concerned(act):
        found = tuple(
            one for one in actors_at(token, cast, patient=True) if one not in own and not _same_side(one, speaker, cast)
        )
        if found:
            return found
    return ()


def _teller(act: Token, cast: Cast) -> Ids:
    """Return who says the clause, where he says it as a whole: "The port will burn, the general said"."""
    if act.dep_ != "ccomp" or act.head.pos_ != "VERB":
        return ()
    return actors_at(child(act.head, "nsubj"), cast)


def _same_side(one: str, others: Ids, cast: Cast) -> bool:
    """Whether an actor is one of others, or the country that one of them belongs to."""
    if one in others or one not in cast.actors:
        return one in others
    home = cast.actors[one].country if cast.actors[one].kind == "country" else None
    return home is not None and any(other in cast.actors and cast.actors[other].country == home for other in others)


def _concerned(act: Token) -> Iterator[Token | None]:
    """Yield whom an act may be done to, nearest first, and last who may yet turn it away ("unless X pays")."""
    node: Token | None = act
    for _ in range(_DEEPEST):
        if node is None:
            break
        yield direct_object(node)
        yield from (held for _, held in prep_objects(node, _TOWARDS))
        node = child(node, "xcomp")
    for below in act.children:
        if below.dep_ == "advcl" and any(mark.dep_ == "mark" and mark.lower_ in _UNLESS for mark in below.children):
            yield child(below, "nsubj", "nsubjpass")
