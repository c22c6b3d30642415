"""Who stands on the other side of an answer: whoever asked, sent, offered or punished, in the same sentence."""

from spacy.tokens import Token

from ranke.reading.events.blamed import doers
from ranke.reading.events.frames import child, direct_object, is_passive, prep_objects, subject
from ranke.reading.events.matched import Match
from ranke.reading.events.owners import actors_at
from ranke.reading.events.status import grammar
from ranke.reading.parts import Cast

_HIGHEST = 3
"""Steps up from an answer to the clause that asked."""
_SUSPECT_IN = ("in", "of", "behind", "for")
_TURNED_DOWN = ("REJECT", "SUPPORT", "CONCEDE")
_SAYING_NO = ("REJECT",)


def other_party(match: Match, cast: Cast, taken: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom an act answers that names nobody: who asked for it, who sent the thing, who punished it."""
    kind, act = match.pattern.entry.type, match.token
    if not taken or act.pos_ != "VERB":
        return ()
    found: tuple[str, ...] = ()
    if kind in _SAYING_NO:
        found = _asker(act, cast, taken) or _punisher(act, cast, taken)
    if not found and kind in _TURNED_DOWN:
        found = _sender(act, cast)
    return tuple(one for one in found if one not in taken)


def _asker(answer: Token, cast: Cast, taken: tuple[str, ...]) -> tuple[str, ...]:
    """Return who asked: "The union asked the mayor to resign, but she refused", "declined when asked by the court"."""
    near = [below for below in answer.children if below.dep_ == "advcl"]
    node = answer
    for _ in range(_HIGHEST):
        if node.dep_ not in ("conj", "ccomp", "advcl") or node.head.pos_ != "VERB":
            break
        node = node.head
        near.append(node)
    for verb in near:
        if verb.lemma_.lower() not in grammar()["exchange"]["asks"]:
            continue
        if set(actors_at(_asked(verb), cast)) & set(taken):
            return actors_at(subject(verb), cast)
    return ()


def _asked(verb: Token) -> Token | None:
    """Return who is asked; of "when asked by the court" it is left out and who answers."""
    named = direct_object(verb) or child(verb, "dative")
    return named if named is not None else next((held for _, held in prep_objects(verb, ("on", "to", "of"))), None)


def _punisher(act: Token, cast: Cast, taken: tuple[str, ...]) -> tuple[str, ...]:
    """Return who makes somebody pay for it: "The assembly fined the envoy for refusing to appear"."""
    if act.dep_ != "pcomp" or act.head.lower_ not in ("for", "over") or act.head.head.pos_ != "VERB":
        return ()
    verb = act.head.head
    return actors_at(subject(verb), cast) if set(actors_at(direct_object(verb), cast)) & set(taken) else ()


def _sender(act: Token, cast: Cast) -> tuple[str, ...]:
    """Return who handed over what is turned down or taken: "The union sent a plan, which the mayor rejected"."""
    thing = direct_object(act)
    if thing is None or act.dep_ != "relcl" or thing.i != act.head.i or thing.dep_ not in ("dobj", "nsubjpass"):
        return ()
    giver = thing.head
    return actors_at(subject(giver), cast) if giver.lemma_.lower() in grammar()["exchange"]["hands"] else ()


def suspect(match: Match, cast: Cast) -> tuple[str, ...]:
    """Return who is called after the act: "Jon Berg, the suspect in the shooting", "the mastermind of the raid"."""
    noun = match.token
    if match.carrier is not None or noun.dep_ != "pobj" or noun.head.lower_ not in _SUSPECT_IN:
        return ()
    doer = noun.head.head
    if doer.lemma_.lower() not in grammar()["exchange"]["doers"]:
        return ()
    return cast.of(doer) or (cast.of(doer.head) if doer.dep_ == "appos" else ())


def laid_on(acts: list[Token], cast: Cast) -> tuple[str, ...]:
    """Return on whom others lay an act, or who claims it: "the raid blamed on X", "died in a raid claimed by X"."""
    return tuple(dict.fromkeys(actor for act in acts for one in doers(act) for actor in actors_at(one, cast)))


def allied(match: Match, cast: Cast) -> tuple[str, ...]:
    """Return who stands together by a participle: "The guild was allied with the port", "is locked in a dispute"."""
    return actors_at(direct_object(match.token), cast) if is_passive(match.token) else ()
