"""Which actors fill the slots of an entry: from grammar to the cast of the report."""

from spacy.tokens import Token

from ranke.reading.events.exchanges import laid_on, other_party, suspect
from ranke.reading.events.frames import child, direct_object, governing_subject, prep_objects, subject
from ranke.reading.events.joined import first_of_list
from ranke.reading.events.matched import Match
from ranke.reading.events.menaces import menaced
from ranke.reading.events.nominal import nominal_sides
from ranke.reading.events.owners import actors_at
from ranke.reading.events.papers import paper_maker
from ranke.reading.events.roundabout import answering, forum, hosting, operating, receiving
from ranke.reading.events.slots import first, patients
from ranke.reading.events.status import grammar
from ranke.reading.events.together import mutual_noun, shared
from ranke.reading.parts import Cast

_PROMISING = ("REJECT", "AGREE", "THREATEN")
_OF_OWNERS = ("CONSULT", "ACCUSE", "REJECT", "SUPPORT", "SANCTION", "REQUEST", "COERCE")
_ONTO = ("at", "on", "upon", "over", "with", "against")
_ATTACKING = ("ACCUSE", "REJECT")
"""Types whose verbs turn on a thing by a preposition as well: "scoffed at the claims of X", "took aim at X's plan"."""
_TOWARDS = ("to", "with", "against", "from", "for")
_FINITE = ("VBD", "VBZ", "VBN")
_SPOKEN = ("REQUEST", "ACCUSE", "REJECT", "AGREE", "THREATEN", "SUPPORT")
"""Types of acts that are done by saying so."""
_DEEPEST = 3
Ids = tuple[str, ...]


def sides(match: Match, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return sources and targets, as actor ids.

    A mutual event with one plural side ("the two leaders met") lists the first as source and the rest as targets.
    """
    entry = match.pattern.entry
    noun = match.pattern.word == "noun"
    source_slots, target_slots = (entry.noun_source, entry.noun_target) if noun else (entry.source, entry.target)
    if match.reversed and match.carrier is not None:
        target = actors_at(subject(match.carrier), cast)
        source = first(tuple(slot for slot in source_slots if slot != "subj"), match, cast, target)
        return source or forum(match, cast), target
    if noun and entry.frame == "mutual":
        return nominal_sides(match, cast, *mutual_noun(match, cast, source_slots))
    source = first(source_slots, match, cast)
    if not source and (noun or (source_slots and "subj" not in source_slots)):
        source = laid_on([match.token] if noun else patients(match), cast)
    if match.pattern.word == "verb":
        source = paper_maker(match.token, cast, source)
    if not source and match.token.dep_ == "acl" and match.token.tag_ == "VBG":
        # "He called it a failure, ruling out …": hung on the noun by the parser, done by the subject.
        source = actors_at(governing_subject(match.token), cast)
    if not source and match.pattern.word == "verb":
        source = _of_teller(match, cast) or _by_doing(match, cast)
    target = first(target_slots, match, cast, source, patient=True)
    if not source and target and match.pattern.word == "verb" and match.token.tag_ in ("VB", "VBG"):
        source = tuple(one for one in actors_at(governing_subject(match.token), cast) if one not in target)
    if not target and match.pattern.word == "verb":
        target = _beyond_slots(match, cast, source) or other_party(match, cast, source)
    if entry.type == "THREATEN" and match.pattern.word == "verb":
        target = menaced(match.token, cast, source, target)
    if not source:
        source = _of_setting(match, cast, target)
    if noun:
        source, target = _of_noun(match, cast, source, target)
    return shared(match, cast, source, target)


def _of_setting(match: Match, cast: Cast, target: Ids) -> Ids:
    """Return who acts by where or in what an act is done: "freed in a raid by the navy", "defeated in the Senate"."""
    found = operating(match, cast) if target else ()
    if not found and (target or match.pattern.word == "verb"):
        found = forum(match, cast)
    return tuple(one for one in found if one not in target)


def _by_doing(match: Match, cast: Cast) -> Ids:
    """Return who answers by doing something: "The crowd responded by throwing stones"."""
    verb = match.token
    if match.pattern.entry.type != "ASSAULT" or verb.dep_ != "pcomp" or verb.head.lower_ != "by":
        return ()
    above = verb.head.head
    added = above.lemma_.lower() in grammar()["answer"]["verbs"]
    return actors_at(governing_subject(verb), cast) if added else ()


def _of_teller(match: Match, cast: Cast) -> Ids:
    """Return who said what stands before "and": "She said that the vote was a farce and called for a new one".

    The parser joins such a verb to the clause that is told, whose subject says nothing.
    """
    verb = match.token
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or match.pattern.entry.type not in _SPOKEN:
        return ()
    told = first_of_list(verb)
    telling = told.head if told.dep_ == "ccomp" else None
    if telling is None or telling.pos_ != "VERB" or child(verb, "nsubj", "nsubjpass") is not None:
        return ()
    return actors_at(subject(telling), cast)


def _of_noun(match: Match, cast: Cast, source: Ids, target: Ids) -> tuple[Ids, Ids]:
    """Return a noun's sides with what its phrase turns round, and who is given or asked what it names."""
    source, target = nominal_sides(match, cast, source, target)
    if not source:
        source = tuple(one for one in suspect(match, cast) if one not in target)
    if not target and source and match.pattern.entry.type in _PROMISING:
        target = _undergoing(child(match.token, "acl"), cast, source, itself=True)
    if not target and match.pattern.entry.type == "REQUEST":
        target = tuple(one for one in actors_at(_asked_to(match.token), cast) if one not in source)
    if not target:
        found = receiving(match, cast) or answering(match, cast)
        target = tuple(one for one in found if one not in source)
    return source, target


def _beyond_slots(match: Match, cast: Cast, taken: tuple[str, ...]) -> tuple[str, ...]:
    """Return the target that the entry's slots don't lead to: whose the object is, or whom the next act concerns."""
    kind = match.pattern.entry.type
    if kind == "ASSAULT":
        return _driven_off(match.token, cast, taken)
    if kind == "SANCTION" and (host := hosting(direct_object(match.token), cast, taken)):
        return host
    if kind in _OF_OWNERS and taken:
        held = [direct_object(match.token), *_turned_on(match)]
        for token in held:
            found = tuple(one for one in actors_at(token, cast, patient=True) if one not in taken)
            if found:
                return found
    return _undergoing(match.token, cast, taken) if kind in _PROMISING else ()


def _driven_off(verb: Token, cast: Cast, taken: Ids) -> Ids:
    """Return whom force is used to drive off: "used tear gas to disperse the crowd", "fired shots to stop them"."""
    act = next((one for one in verb.rights if one.dep_ in ("xcomp", "advcl") and one.tag_ == "VB"), None)
    if act is None or act.lemma_.lower() not in grammar()["answer"]["drives"]:
        return ()
    return tuple(one for one in actors_at(direct_object(act), cast, patient=True) if one not in taken)


def _turned_on(match: Match) -> list[Token]:
    """Return what a verb of attack turns on by its own preposition."""
    if match.pattern.entry.type not in _ATTACKING:
        return []
    held = (child(node, "pobj") for node in match.tokens if node.lower_ in _ONTO)
    return [one for one in held if one is not None]


def _undergoing(verb: Token | None, cast: Cast, taken: Ids, *, itself: bool = False) -> Ids:
    """Return whom the act concerns that is refused, promised or threatened: "refused to hand the papers to X".

    The act stands below the verb, or is the verb `itself`: "their refusal to hand the papers to X".
    """
    act = verb if itself else child(verb, "xcomp") if verb is not None else None
    if itself and act is not None and act.tag_ != "VB":
        return ()
    for _ in range(_DEEPEST):
        if act is None:
            return ()
        held = [direct_object(act), child(act, "dative"), *(one for _, one in prep_objects(act, _TOWARDS))]
        for token in held:
            found = tuple(one for one in actors_at(token, cast, patient=True) if one not in taken)
            if found:
                return found
        act = child(act, "xcomp")
    return ()


def _asked_to(noun: Token) -> Token | None:
    """Return who is to do what a noun asks for: "the demand that Oslo close the port", "calls for Oslo to close it"."""
    clause = child(noun, "acl", "ccomp")
    if clause is None or child(clause, "mark") is None or clause.tag_ not in ("VB", "VBP"):
        return None
    return child(clause, "nsubj", "nsubjpass")
