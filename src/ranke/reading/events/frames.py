"""Who stands where around a predicate: logical subject and object, whatever the surface.

Passives, relative and reduced clauses, control and raising, coordination and participles are undone here, so that the
lexicon speaks of agents and patients only. Labels are spaCy's (ClearNLP): nsubj, nsubjpass, dobj, agent, relcl, acl ….
"""

from collections.abc import Iterator

from spacy.tokens import Token

from ranke.reading.events.joined import joined_to, misplaced_subject
from ranke.reading.words import words_of

_SUBJECT = ("nsubj", "csubj")
_PASSIVE = ("nsubjpass", "csubjpass")
_OBJECT_CONTROL_PREPS = {"of", "for", "from", "with", "over"}
_SUBJECT_CONTROL = {
    "promise", "vow", "pledge", "agree", "offer", "threaten", "swear", "try", "refuse", "use", "utilise", "utilize",
    "employ", "exploit", "need", "spend", "waste", "devote", "take", "seize", "make", "hold", "launch", "sign", "issue",
    "start", "begin", "mount", "form", "undertake", "raise",
}  # fmt: skip
"""Verbs whose subject does what their infinitive says, whatever their object: "used the law to silence critics"."""
_HOLDING = ("prep", "dative", "agent", "prt")
_BARE = {"nsubj", "mark", "advmod", "prep", "npadvmod", "punct"}
_PLANS = {
    "attempt",
    "bid",
    "decision",
    "effort",
    "intention",
    "move",
    "offer",
    "plan",
    "promise",
    "refusal",
    "threat",
    "vow",
}
_OPPOSING = {
    "abandon", "avert", "block", "condemn", "criticise", "criticize", "denounce", "detect", "disclose", "discover",
    "disrupt", "expose", "foil", "frustrate", "investigate", "oppose", "prevent", "probe", "protest", "rebuff",
    "reject", "report", "resist", "reveal", "slam", "stop", "support", "thwart", "uncover", "unmask",
}  # fmt: skip
"""Verbs whose subject does not do what their object is to bring about: "foiled a plot to kill the king"."""
_DEEPEST = 8
"""Steps up the tree before a search for an inherited argument is given up."""


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of these labels."""
    parsed = words_of(token.doc)
    for i in parsed.below[token.i]:
        if parsed.dep[i] in deps:
            return token.doc[i]
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, full or reduced ("sanctions imposed by the US")."""
    parsed = words_of(verb.doc)
    labels = {parsed.dep[i] for i in parsed.below[verb.i]}
    if labels & {"auxpass", "nsubjpass", "csubjpass"}:
        return True
    if "agent" in labels:
        # "He lambasted decisions by X": "by" hung on the verb by the parser.
        return "nsubj" not in labels or "dobj" not in labels or verb.dep_ in ("csubj", "csubjpass")
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "amod"):
        # With an object of its own it is a past tense that the parser took for a participle.
        return child(verb, "dobj") is None and not _closes_sentence(verb)
    if labels <= _BARE and "nsubj" in labels and verb.dep_ in ("advcl", "pcomp"):
        # "with ten others injured": a participle that only says in what state its subject is.
        return True
    if verb.dep_ == "advcl":
        return labels.isdisjoint(("aux", "dobj", *_SUBJECT))
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return labels.isdisjoint(("aux", *_SUBJECT)) and is_passive(verb.head)
    return False


def _closes_sentence(verb: Token) -> bool:
    """Whether a participle is the verb of a sentence that has no other: "Ana Vidal, head of X, called on Y to go.".

    So it is in "The two sides conferred on trade.", but not in a headline, which has no article: "Man held in Oslo".
    """
    name = verb.head
    if name.dep_ == "ROOT" and name.pos_ == "NOUN" and verb.i == name.i + 1 and child(verb, "agent") is None:
        return verb.dep_ == "acl" and child(name, "det") is not None and name.sent[-1].text == "."
    if verb.dep_ != "acl" or name.dep_ != "ROOT" or name.pos_ != "PROPN" or verb.doc[verb.i - 1].lower_ != ",":
        return False
    titled = child(name, "appos")
    return titled is not None and titled.i < verb.i and child(verb, "xcomp", "ccomp", "advcl") is not None


def _antecedent(token: Token, verb: Token) -> Token | None:
    """Return what a relative pronoun stands for; any other token is itself."""
    if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.tag_ in ("WDT", "IN")):
        node = verb
        for _ in range(_DEEPEST):
            if node.dep_ == "relcl":
                return _person_above(node.head) if token.lower_ == "who" else node.head
            if node.head is node:
                return None
            node = node.head
        return None
    return token


def _person_above(noun: Token) -> Token:
    """Return whom "who" means where the parser hung it on a body: "a rapporteur for the UN who had looked into it"."""
    node = noun
    while node.ent_type_ in ("ORG", "GPE") and node.dep_ == "pobj" and node.head.dep_ == "prep":
        node = node.head.head
    if node is not noun and node.dep_ == "appos":
        node = node.head
    return node if node.pos_ in ("NOUN", "PROPN") else noun


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Return the head of the logical subject (the agent of a passive), or None."""
    if is_passive(verb):
        agent = child(verb, "agent") or _far_agent(verb)
        if agent is not None:
            return child(agent, "pobj", "pcomp")
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head) and depth < _DEEPEST:
            return subject(verb.head, depth + 1)
        return None
    return _topic(verb, depth)


def _far_agent(verb: Token) -> Token | None:
    """Return the "by" of a passive that the parser hung on what stands before it: "was threatened with war by X"."""
    thing = child(verb, "oprd")
    if thing is None:
        thing = next((held for _, held in prep_objects(verb, ("with",))), None)
    if thing is None or verb.dep_ == "amod":
        return None
    return next((below for below in thing.rights if below.dep_ == "prep" and below.lower_ == "by"), None)


def _topic(verb: Token, depth: int = 0) -> Token | None:
    """Return the surface subject, the verb's own or the one it shares or is controlled by."""
    own = child(verb, *_SUBJECT, *_PASSIVE)
    if own is not None:
        return _antecedent(own, verb)
    if depth >= _DEEPEST or verb.head is verb:
        return None
    head = verb.head
    match verb.dep_:
        case "conj" | "ccomp" if (misplaced := misplaced_subject(verb)) is not None:
            return misplaced
        case "conj" if (joined := joined_to(verb)) is not None:
            return _topic(joined, depth + 1)
        case "advcl" if verb.tag_ == "VB" and (planner := _planner(head)) is not None:
            return planner
        case "conj" | "ccomp" | "advcl" | "parataxis" | "dep":
            return _topic(head, depth + 1) if head.pos_ in ("VERB", "AUX") else _noun_agent(head, depth)
        case "xcomp":
            return _controller(head, depth)
        case "relcl":
            return None if child(verb, "dobj") is None and verb.tag_ not in ("VBG", "VBN") else head
        case "acl":
            return head if verb.tag_ in ("VBG", "VBN") else _noun_agent(head, depth)
        case "pcomp":
            return _pcomp_subject(head, depth)
        case "amod":
            return head
        case _:
            return child(verb, "poss")


def _planner(head: Token) -> Token | None:
    """Return who does an infinitive that belongs to the object: "criticised the decision by X to leave"."""
    thing = child(head, "dobj") if head.pos_ == "VERB" else None
    if thing is None or thing.lemma_ not in _PLANS:
        return None
    owner = child(thing, "poss") or next((held for _, held in prep_objects(thing, ("by", "of"))), None)
    agent = child(head, "agent")
    return owner or (child(agent, "pobj") if agent is not None and child(head, "nsubj") is not None else None)


def _controller(head: Token, depth: int) -> Token | None:
    """Return who does what an infinitive or gerund under this verb says."""
    if head.pos_ not in ("VERB", "AUX"):
        return _topic(head.head, depth + 1) if head.dep_ in ("acomp", "attr", "oprd") else _noun_agent(head, depth)
    if head.lemma_ not in _SUBJECT_CONTROL:
        patient = direct_object(head, depth + 1)
        if patient is not None:
            return patient
    return _topic(head, depth + 1)


def _pcomp_subject(prep: Token, depth: int) -> Token | None:
    """Return who does the gerund after a preposition: "accused him of killing", "began by bombing"."""
    head = prep.head
    if head.pos_ in ("VERB", "AUX"):
        if prep.lower_ in _OBJECT_CONTROL_PREPS:
            patient = direct_object(head, depth + 1)
            if patient is not None:
                return patient
        return _topic(head, depth + 1)
    if head.pos_ == "ADJ" and head.dep_ == "acomp":
        return _topic(head.head, depth + 1)
    return _noun_agent(head, depth)


def _noun_agent(noun: Token, depth: int) -> Token | None:
    """Return who holds a noun: its possessor, or the subject of the verb whose object it is ("its plan to attack")."""
    links = ("by", "of") if noun.lemma_ in _PLANS else ("by",)
    owner = child(noun, "poss") or next((held for _, held in prep_objects(noun, links)), None)
    if owner is not None:
        return owner
    if _opposed(noun):
        return None
    if depth < _DEEPEST and noun.dep_ in ("dobj", "attr", "nsubjpass") and noun.head.pos_ in ("VERB", "AUX"):
        return subject(noun.head, depth + 1)
    return None


def _opposed(noun: Token) -> bool:
    """Whether somebody else's plan is what a verb is about: "foiled a plot", "condemned plans"."""
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in _OPPOSING


def governing_subject(token: Token) -> Token | None:
    """Return the subject of the nearest verb above a token."""
    node = token.head
    if token.tag_ == "VB" and token.dep_ in ("acl", "relcl") and _opposed(node):
        return None
    for _ in range(_DEEPEST):
        if node.pos_ in ("VERB", "AUX"):
            return subject(node)
        if node.head is node:
            return None
        node = node.head
    return None


def direct_object(verb: Token, depth: int = 0) -> Token | None:
    """Return the head of the logical object (the subject of a passive), or None."""
    if depth >= _DEEPEST:
        return None
    if is_passive(verb):
        bare = child(verb, "auxpass", "agent") is None or verb.dep_ in ("csubj", "csubjpass")
        own = child(verb, *_PASSIVE) or (child(verb, "nsubj") if bare else None)
        if own is not None:
            return _antecedent(own, verb)
        if verb.dep_ in ("acl", "amod"):
            return verb.head
        # "was co-sponsored by X": taken for an adjective by the parser
        return _topic(verb.head if verb.dep_ == "acomp" else verb, depth + 1)
    own = child(verb, "dobj")
    if own is not None:
        return _antecedent(own, verb)
    if verb.dep_ == "relcl" and child(verb, *_SUBJECT) is not None:
        about = child(verb, *_SUBJECT)
        if about is not None and about.tag_ not in ("WDT", "WP") and child(verb, "prep", "ccomp", "xcomp") is None:
            return verb.head
    small = child(verb, "ccomp")
    if small is not None and small.pos_ in ("ADJ", "NOUN", "ADP") and child(small, "aux", "mark", "cop") is None:
        return child(small, "nsubj")
    for other in verb.conjuncts:
        if (
            other.i > verb.i
            and other.dep_ == "conj"
            and other.pos_ == "VERB"
            and child(verb, "prep", "ccomp", "xcomp") is None
        ):
            shared = child(other, "dobj")
            return shared if shared is not None and child(other, *_SUBJECT) is None else None
    return None


def clause_of(verb: Token) -> Token | None:
    """Return the head of the clause that completes a verb: a that-clause, an infinitive, "for X to do"."""
    found = child(verb, "ccomp", "xcomp")
    if found is not None:
        return found
    for below in verb.rights:
        if below.dep_ == "advcl" and below.tag_ == "VB" and any(mark.tag_ == "TO" for mark in below.lefts):
            return below
    return None


def complement_subject(verb: Token) -> Token | None:
    """Return who is to do what the complement says: "urged Iran to stop", "demanded that Iran stop"."""
    clause = clause_of(verb)
    return child(clause, *_SUBJECT, *_PASSIVE) if clause is not None else None


def prep_objects(token: Token, words: tuple[str, ...] | None = None) -> Iterator[tuple[str, Token]]:
    """Yield each preposition below a token, lower case, with the head of its object."""
    parsed = words_of(token.doc)
    for i in parsed.below[token.i]:
        if parsed.dep[i] not in _HOLDING or (words is not None and parsed.lower[i] not in words):
            continue
        prep = token.doc[i]
        found = child(prep, "pobj")
        if found is not None:
            yield prep.lower_, found
        else:
            for below in prep.children:
                if below.dep_ == "prep":
                    deeper = child(below, "pobj")
                    if deeper is not None:
                        yield below.lower_, deeper


def with_conjuncts(token: Token) -> list[Token]:
    """Return a noun and what is coordinated with it, in order: "Iran, Russia and Turkey".

    The parser takes the second name of a list for an apposition to the first at times; that is undone here.
    """
    found = [token, *(other for other in token.conjuncts if other.i > token.i)]
    if token.pos_ == "PROPN" and len(found) == 1:
        second = child(token, "appos")
        if second is not None and second.ent_type_ == token.ent_type_ and child(second, "cc") is not None:
            found += [second, *(other for other in second.conjuncts if other.i > second.i)]
    return found
