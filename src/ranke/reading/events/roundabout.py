"""Sides told in a roundabout way: who answers a demand, who is offered something, where somebody is held or judged."""

from spacy.tokens import Token

from ranke.reading.events.frames import child, direct_object, is_passive, prep_objects, subject
from ranke.reading.events.matched import Match
from ranke.reading.events.owners import actors_at, is_venue
from ranke.reading.events.status import grammar
from ranke.reading.parts import ActorPart, Cast

_AS_ASKED = ("at", "per", "on", "upon")
_ANSWERED = ("REQUEST", "AGREE", "CONCEDE", "ACCUSE", "THREATEN")
_JUDGED = ("COERCE", "CONCEDE", "ACCUSE", "REJECT", "SUPPORT")
_GIVING = ("give", "offer", "grant", "promise", "send", "award", "deny", "show", "pay", "hand")
_MISSIONS = ("embassy", "consulate", "mission", "legation")
_DONE_IN = ("ASSAULT", "COERCE", "RETREAT", "AID")
_RECIPROCAL = (("each", "other"), ("one", "another"))
_DYING = ("die", "perish")
_LASTING = ("be", "remain", "stay", "languish", "live", "sit")


def answering(match: Match, cast: Cast) -> tuple[str, ...]:
    """Return who does as asked or answers: "left at the request of X", "rejected the offer of X", "defied threats"."""
    noun = match.token
    if noun.dep_ == "pobj" and noun.head.lower_ in _AS_ASKED and match.pattern.entry.type == "REQUEST":
        # "at the request of" may hang on the object: "returned the artefacts at the request of".
        node = noun.head.head
        verb = node if node.pos_ == "VERB" else node.head if node.dep_ in ("dobj", "nsubjpass", "pobj") else None
        return actors_at(subject(verb), cast) if verb is not None and verb.pos_ == "VERB" else ()
    if match.carrier is not None or match.pattern.entry.type not in _ANSWERED:
        return ()
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") else noun.head.head if noun.dep_ == "pobj" else None
    if verb is None or verb.pos_ != "VERB" or verb.lemma_.lower() not in grammar()["thing"]["answer"]:
        return ()
    return actors_at(subject(verb), cast)


def receiving(match: Match, cast: Cast) -> tuple[str, ...]:
    """Return who is given what the noun names: "The rebels were offered an amnesty"."""
    carrier = match.carrier
    if carrier is None or match.token.dep_ != "dobj" or carrier.lemma_ not in _GIVING or not is_passive(carrier):
        return ()
    return actors_at(child(carrier, "nsubjpass"), cast)


def _is_undergone(match: Match) -> bool:
    """Whether somebody suffers an act without a doer: "was banned in", "is in prison in", "is under arrest in"."""
    if match.pattern.word == "verb":
        return is_passive(match.token) or match.token.lemma_ in _LASTING
    state = _state(match)
    return state is not None and state.lemma_ in _LASTING


def _state(match: Match) -> Token | None:
    """Return the verb that a noun's state is told with: "are" of "are under arrest"."""
    noun = match.token
    return noun.head.head if match.carrier is None and noun.dep_ == "pobj" else match.carrier


def forum(match: Match, cast: Cast) -> tuple[str, ...]:
    """Return the court, chamber or state in which something is done to somebody: "acquitted in the Senate"."""
    if not _is_undergone(match):
        return ()
    kind = match.pattern.entry.type
    state = _state(match) if match.pattern.word == "noun" else None
    nodes = [*match.tokens, *([state] if state is not None else [])]
    for held in (held for node in nodes for _, held in prep_objects(node, ("in", "before"))):
        if held in nodes:
            continue
        found = actors_at(held, cast)
        if found and kind in _JUDGED and _judges(cast, found[0]):
            return found
        if kind == "COERCE" and held.ent_type_ == "GPE":
            return tuple(one.id for one in cast.actors.values() if one.kind == "country" and _stands_at(one, held.i))
    return ()


def hosting(mission: Token | None, cast: Cast, taken: tuple[str, ...]) -> tuple[str, ...]:
    """Return in whose country somebody's own mission stands: "Oslo shut its embassy in Lima"."""
    if (
        mission is None
        or mission.lemma_ not in _MISSIONS
        or not set(actors_at(child(mission, "poss"), cast)) & {*taken}
    ):
        return ()
    for _, held in prep_objects(mission, ("in",)):
        found = tuple(one.id for one in cast.actors.values() if one.kind == "country" and _stands_at(one, held.i))
        if found:
            return found
    return ()


def operating(match: Match, cast: Cast) -> tuple[str, ...]:
    """Return who carries out what an act is done in: "were freed in a raid by the navy", "held in a police sweep"."""
    verb = match.token
    if verb.pos_ != "VERB" or match.pattern.entry.type not in _DONE_IN or not is_passive(verb):
        return ()
    by = [actor for node in match.tokens for _, one in prep_objects(node, ("by",)) for actor in actors_at(one, cast)]
    if by:
        return tuple(dict.fromkeys(by))  # the parser hung the doer lower: "were let go by the police"
    for _, noun in prep_objects(verb, ("in", "during")):
        if noun.lemma_.lower() in grammar()["thing"]["operation"]:
            owner = child(noun, "poss")
            named = [owner] if owner is not None else [held for _, held in prep_objects(noun, ("by", "with"))]
            before = [one for one in noun.lefts if one.dep_ in ("compound", "amod", "nmod") and not is_venue(one)]
            found = [actor for one in named or before for actor in actors_at(one, cast)]
            if found:
                return tuple(dict.fromkeys(found))
    return ()


def each_other(verb: Token) -> bool:
    """Whether those who act do it to each other: "the two armies shelled one another", "shot at each other"."""
    nodes = (verb, *(below for below in verb.children if below.dep_ == "prep"))
    held = (child(node, "dobj", "pobj") for node in nodes)
    return any(one is not None and one.i > 0 and (one.doc[one.i - 1].lower_, one.lower_) in _RECIPROCAL for one in held)


def casualties(noun: Token) -> Token | None:
    """Return who dies or is hurt in what a noun names: "two guards died in a gunfight with rebels"."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during") or verb.pos_ != "VERB":
        return None
    harmed = is_passive(verb) or verb.lemma_ in _DYING
    return (direct_object(verb) if is_passive(verb) else subject(verb)) if harmed else None


def _judges(cast: Cast, actor: str) -> bool:
    return actor in cast.actors and cast.actors[actor].sector in ("JUD", "LEG")


def _stands_at(actor: ActorPart, token: int) -> bool:
    return any(mention.head == token for mention in actor.mentions)
