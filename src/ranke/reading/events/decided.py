"""Who made a rule that is told without a maker: who announces it, else the government of the report's country.

"The curfew has been lifted, the interior ministry said": the ministry lifts it. "The bill was suspended after the
protests": nobody but the government suspends a bill.
"""

from spacy.tokens import Token

from ranke.reading.events.carriers import carrier
from ranke.reading.events.frames import child, direct_object, is_passive, subject
from ranke.reading.events.lexicon import lexicon
from ranke.reading.events.status import grammar
from ranke.reading.parts import Cast, EventPart

_RULED = ("COERCE", "CONCEDE")
"""Types of acts that rules do to everybody, and that end with them."""
_OFFICIAL = frozenset({"GOV", "COP", "LEG", "MIL"})
_CONFIRMING = ("announce", "confirm", "decree", "declare", "order", "say", "state", "tell", "add", "write", "tweet")
_DEEPEST = 6


def decided(verb: Token, event: EventPart, cast: Cast) -> str | None:
    """Return who made or lifted the rule that an event without a source tells, as far as who announces it is official.

    What is done to persons is done by those who hold them, whoever tells of it: "two men were freed, the mayor said".
    """
    act = _enacting(verb)
    if event.type not in _RULED or act is None or any(cast.actors[one].kind == "person" for one in event.targets):
        return None
    teller = _teller(act)
    found = cast.of(subject(teller)) if teller is not None else ()
    one = cast.actors[found[0]] if found else None
    return one.id if one is not None and (one.kind == "country" or one.sector in _OFFICIAL) else None


def is_rule(verb: Token, event: EventPart, cast: Cast) -> bool:
    """Whether an event without a source is one that governments alone do to everybody: "A curfew was imposed"."""
    act = _enacting(verb)
    if event.type not in _RULED or act is None or event.targets:
        return False
    thing = verb if verb.pos_ == "NOUN" else direct_object(verb)
    return thing is not None and thing.lemma_.lower() in grammar()["thing"]["public"] and not cast.of(thing)


def _enacting(word: Token) -> Token | None:
    """Return the verb that tells without a doer that a rule is made or lifted; None where there is none."""
    act = carrier(word)[0] if word.pos_ == "NOUN" else word
    if act is None:
        return None
    if is_passive(act):
        doer = subject(act)
        thing = word if word.pos_ == "NOUN" else direct_object(act)
        return act if doer is None and thing is not None and thing.pos_ == "NOUN" else None
    patterns = lexicon().patterns.get(("verb", act.lemma_.lower()), ())
    changes = any(pattern.entry.type in _RULED and pattern.entry.source == () for pattern in patterns)
    return act if changes and child(act, "acomp") is not None else None


def _teller(act: Token) -> Token | None:
    """Return the verb by which somebody tells of an act: "said" of "The ban will be lifted, the ministry said"."""
    node = act
    for _ in range(_DEEPEST):
        if node.dep_ == "ccomp" and node.head.lemma_.lower() in _CONFIRMING:
            return node.head
        if node.dep_ not in ("xcomp", "conj", "ccomp"):
            return None
        node = node.head
    return None
