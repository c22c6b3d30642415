"""Whom pronouns of the third person mean: the most prominent fitting actor shortly before."""

from spacy.tokens import Token

from ranke.reading.actors.chains import Chain, Chains
from ranke.reading.actors.spots import SUBJECTS, Spot, is_plural
from ranke.reading.actors.trail import BACK, Step, Trail, prominence

_SENTENCES = 3
"""Sentences that a pronoun may look back over."""
_PER_SENTENCE = 3.0
"""What each sentence between costs."""
_LIKE = 1.0
"""What the same role in the sentence gains, and the other role loses for an object."""
_OBJECTS = ("dobj", "dative")
_PATIENT = 2.5
"""What one to whom something was done gains for "they" in "they were freed"."""
_SUFFERING = ("dobj", "nsubjpass")
_OWNER = 3.0
"""What the subject of the clause gains for "its" and "their"."""
_BESIDE = 8.0
"""What the owner of the noun before "and" gains over the subject: "Mali condemned the US raids and its aims"."""
_LEAST = -4.0
"""What "he" may score at least: a person was nearly always mentioned before, however weakly."""
_UP = 6
"""Steps up the tree to the verb of an owner's clause."""
_OPENING = 12
"""Tokens of a sentence's beginning where "his" may point at the subject to come."""
_THINGS = frozenset({"it", "its", "itself"})
_OBJECTIVE = frozenset({"him", "her", "them"})
_SHARING = frozenset({"xcomp", "advcl", "conj"})
_SEVERAL = frozenset({"they", "them", "their", "themselves"})


def antecedents(trail: Trail, spot: Spot, speaker: Chain | None) -> tuple[Chain, ...]:
    """Return whom a pronoun means; none where nothing fits or a thing fits better.

    Args:
        trail: What was mentioned so far.
        spot: The pronoun.
        speaker: Who says the quotation that it stands in; "he" there is somebody else.
    """
    token = trail.doc[spot.head]
    here = trail.sentences[spot.head]
    reflexive = spot.noun.endswith(("self", "selves"))
    best, meant = _LEAST if spot.gender in ("m", "f") else 0.0, ()  # type: float, tuple[Chain, ...]
    seen: set[int] = {speaker.number} if speaker is not None and speaker.kind == "person" else set()
    for step in reversed(trail.steps[-BACK:]):
        gap = here - step.sentence
        if gap > _SENTENCES:
            break
        if not reflexive and _clash(token, trail.doc[step.token]):
            seen |= {chain.number for chain in step.chains}
            continue
        for chain in step.chains:
            fit = _fit(spot, chain, step) if chain.number not in seen else 0.0
            if fit <= 0:
                continue
            score = step.weight + fit + _closeness(token, trail.doc[step.token], gap)
            if score > best:
                best, meant = score, step.chains if spot.plural and len(step.chains) > 1 else (chain,)
    if not meant and spot.gender in ("m", "f"):
        return _last_person(trail, spot, seen)
    return () if meant and _thing_fits_better(trail, spot, best) else meant


def _last_person(trail: Trail, spot: Spot, barred: set[int]) -> tuple[Chain, ...]:
    """Return the last person of a pronoun's gender whom the report named, however far back."""
    for step in reversed(trail.steps[-BACK:]):
        if len(step.chains) != 1 or not step.chains[0].named or step.chains[0].number in barred:
            continue
        if _fit(spot, step.chains[0], step) > 1.0:
            return step.chains
    return ()


def _closeness(token: Token, other: Token, gap: int) -> float:
    """What distance costs, and what a like role in the sentence, or the clause's subject for "its", gains."""
    return (
        _parallel(token, other)
        - _PER_SENTENCE * gap
        + (_owning(token, other) + _beside(token, other) if gap == 0 else 0.0)
    )


def _parallel(token: Token, other: Token) -> float:
    """How much more a subject points at a subject, and an object at what an earlier clause did something to."""
    if token.dep_ == "nsubjpass" and token.lower_ not in _THINGS:
        return _PATIENT if other.dep_ in _SUFFERING else 0.0
    if token.dep_ in SUBJECTS:
        return _LIKE if other.dep_ in SUBJECTS else 0.0
    if token.dep_ not in _OBJECTS:
        return 0.0
    return -_LIKE if other.dep_ == "nsubj" else _LIKE if other.dep_ in (*_OBJECTS, "nsubjpass") else 0.0


def _owning(token: Token, other: Token) -> float:
    """How much more an owner's pronoun points at the subject of its clause: "Iran said its ..."."""
    if token.dep_ != "poss" or other.dep_ not in SUBJECTS:
        return 0.0
    verb = _clause(token)
    return _OWNER if verb is not None and other.head.i == verb.i else 0.0


def clause_subject(token: Token) -> Token | None:
    """Return the subject of the clause in which "his" or "its" stands after it."""
    verb = _clause(token) if token.dep_ == "poss" else None
    return next((one for one in verb.lefts if one.dep_ in SUBJECTS and one.i < token.head.i), None) if verb else None


def _clause(token: Token) -> Token | None:
    node = token.head
    for _ in range(_UP):
        if node.pos_ in ("VERB", "AUX"):
            return node
        if node.head is node:
            break
        node = node.head
    return None


def _beside(token: Token, other: Token) -> float:
    """How much more "its" points at the owner of what stands before "and": "the Chilean raids and its threats"."""
    noun = token.head
    if token.dep_ != "poss" or noun.dep_ != "conj":
        return 0.0
    first = noun.head
    if first.pos_ == "PROPN" and first.dep_ == "pobj" and noun.pos_ == "NOUN":
        first = first.head.head  # the parser joins "the US sanctions on Iran and its threats" at "Iran"
    if other.head.i != first.i or other.i > first.i:
        return 0.0
    return _BESIDE if other.dep_ in ("poss", "amod", "compound", "nmod") else 0.0


def _clash(token: Token, other: Token) -> bool:
    """Whether two words are both arguments of one verb and so can't mean the same: "he met him".

    So in "the front, which had freed him" and "a judge ordered him held", where "him" looks like a subject.
    """
    if token.dep_ == "poss":
        return False
    verb = token.head
    if verb.dep_ == "relcl" and verb.head.i == other.i and token.dep_ not in SUBJECTS:
        return any(below.dep_ in SUBJECTS and below.tag_ in ("WP", "WDT") for below in verb.lefts)
    if token.dep_ in SUBJECTS and token.lower_ in _OBJECTIVE and verb.dep_ in ("ccomp", "xcomp"):
        return other.head.i == verb.head.i and other.dep_ in SUBJECTS
    if verb.i == other.head.i:
        return verb.pos_ in ("VERB", "AUX") and token.dep_ != other.dep_
    return token.dep_ in _OBJECTS and other.dep_ == "nsubj" and _silent_subject(verb, other)


def _silent_subject(verb: Token, other: Token) -> bool:
    """Whether a verb without a subject has that of the verb before: "he rang to thank him", "met and wished him"."""
    for _ in range(_UP):
        if verb.dep_ not in _SHARING or any(below.dep_ in SUBJECTS for below in verb.children):
            return False
        if verb.tag_ not in ("VB", "VBG") and verb.dep_ != "conj":
            return False
        verb = verb.head
        if other.head.i == verb.i:
            return True
    return False


def _fit(spot: Spot, chain: Chain, step: Step) -> float:
    """How well a chain fits a pronoun by number, gender and kind; 0 for not at all."""
    if spot.noun in _THINGS:
        if step.spot.noun == "police" and spot.noun != "it":
            return 0.2  # they are several
        if chain.kind in ("organization", "country", "media"):
            return 0.2 if step.spot.local else 1.0
        return 0.4 if chain.kind == "group" and not chain.plural else 0.0
    if spot.plural:
        return _fit_several(chain, step)
    if chain.kind != "person" or (chain.gender and chain.gender != spot.gender):
        return 0.0
    return 2.5 if chain.gender else 0.5


def _fit_several(chain: Chain, step: Step) -> float:
    if len(step.chains) > 1:
        return 1.5
    if chain.kind == "group":
        return 2.0
    if chain.kind in ("organization", "media"):
        return 0.6
    if chain.kind == "country":
        return 0.0 if step.spot.local else 0.1
    return 0.1 if not chain.gender else 0.0


def _thing_fits_better(trail: Trail, spot: Spot, score: float) -> bool:
    """Whether a noun that is no actor is a more prominent antecedent of "it" or "they" than the best actor."""
    if spot.noun not in _THINGS and spot.noun not in _SEVERAL:
        return False
    doc, token, here = trail.doc, trail.doc[spot.head], trail.sentences[spot.head]
    actors = {step.token for step in trail.steps[-BACK:]}
    for i in range(spot.head - 1, max(spot.head - BACK, -1), -1):
        other, gap = doc[i], here - trail.sentences[i]
        if gap > 1:
            break
        if token.dep_ == "poss" and token.head.dep_ == "conj" and token.head.head.i == i:
            continue  # "its plan and its aims": a thing does not own what stands beside it
        if i in actors or other.pos_ != "NOUN" or other.dep_ not in ("nsubj", "nsubjpass", "dobj"):
            continue
        if is_plural(other) != spot.plural or other.ent_type_ in ("DATE", "TIME") or _clash(token, other):
            continue
        if prominence(other) + 1.0 + _closeness(token, other, gap) > score:
            return True
    return False


def fronted(trail: Trail, spot: Spot, chains: Chains, at: list[Spot | None]) -> tuple[Chain, ...]:
    """Return whom "his" means in a phrase set before the clause: "In his talks with Bell, Prime Minister Ode said".

    Only somebody named there; "he" before a clause points back.
    """
    token = trail.doc[spot.head]
    if _for_his_part(token):
        return subject_to_come(trail, spot, chains, at)
    before = trail.sentences[max(spot.head - _OPENING, 0)]
    if token.tag_ != "PRP$" or (spot.head > _OPENING and before == trail.sentences[spot.head]):
        return ()
    node = token.head
    for _ in range(_UP):
        if node.dep_ in ("pobj", "dobj", "pcomp", "prep"):
            node = node.head
    meant = subject_to_come(trail, spot, chains, at) if node.dep_ in ("ROOT", "advcl") else ()
    return meant if meant and meant[0].named and meant[0].kind == "person" else ()


def _for_his_part(token: Token) -> bool:
    """Whether a pronoun stands in "for his part", which always points at the subject that follows."""
    return token.tag_ == "PRP$" and token.head.lower_ == "part" and token.head.head.lower_ == "for"


def subject_to_come(trail: Trail, spot: Spot, chains: Chains, at: list[Spot | None]) -> tuple[Chain, ...]:
    """Return the subject of "As part of his campaign, the president said", where nothing stands before."""
    sentence = trail.doc[spot.head].sent
    if spot.head - sentence.start > _OPENING or sentence.root.i < spot.head:
        return ()
    subject = next((child for child in sentence.root.children if child.dep_ in SUBJECTS and child.i > spot.head), None)
    if subject is not None and subject.i == trail.doc[spot.head].head.i:
        return ()  # "his rival" is somebody else
    own = at[subject.i] if subject is not None else None
    chain = chains.of(own) or _apposed(chains, subject, at)
    if own is None or chain is None or _fit(spot, chain, Step(own.head, 0, (chain,), 0.0, own)) <= 0:
        return ()
    return (chain,)


def _apposed(chains: Chains, subject: Token | None, at: list[Spot | None]) -> Chain | None:
    """Return whom the name beside a title means: "the envoy, Ada Belfar"."""
    names = [below for below in subject.rights if below.dep_ == "appos"] if subject is not None else []
    return next((chain for name in names if (chain := chains.of(at[name.i])) is not None), None)
