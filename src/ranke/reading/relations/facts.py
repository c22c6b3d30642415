"""Whether a change is told as a fact: not as planned, wished for, possible or denied."""

from spacy.tokens import Token

from ranke.reading.events.frames import child
from ranke.reading.events.status import noun_status, verb_status

_TOLD = ("happened", "ongoing")
_DONE = {"by", "after", "since", "with", "from", "upon", "following", "despite", "through", "before", "without"}
_GOING_ON = {"begin", "start", "continue", "keep", "stop", "finish", "resume", "see", "go", "help", "succeed"}
_COMES_ABOUT = {
    "begin", "start", "continue", "help", "manage", "come", "seem", "appear", "tend", "serve", "proceed", "claim",
    "say", "report", "know", "think", "believe", "see", "grow", "prove", "remain", "get", "use",
}  # fmt: skip
"""Verbs before an infinitive that comes about."""
_WISHING = {"favour", "favor", "support", "advocate", "prefer", "champion", "envisage", "envision", "desire", "oppose"}
_DID = {"did", "does", "do"}
_DEEPEST = 8


def told(token: Token) -> bool:
    """Whether the verb, adjective or noun of a change is told as something that is so or has come about."""
    if token.pos_ in ("VERB", "AUX"):
        return _verb(token)
    if token.pos_ in ("NOUN", "PROPN"):
        if noun_status(token, None) not in _TOLD:
            return False
        above = _verb_above(token)
        if above is not None and token.dep_ == "dobj" and above.lemma_ in _WISHING:
            return False
        return above is None or _verb(above)
    above = _verb_above(token)
    return above is None or _verb(above)


def _verb_above(token: Token) -> Token | None:
    """Return the verb whose argument a word is, through prepositions, nouns and coordination."""
    node = token
    for _ in range(_DEEPEST):
        if node.head is node:
            return None
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node
    return None


def _verb(verb: Token) -> bool:
    return verb_status(verb) in _TOLD and _asserted(verb)


def _asserted(verb: Token) -> bool:
    """Whether the clause of a verb is asserted: "strengthening ties" as an aim or a topic claims nothing."""
    node = verb
    for _ in range(_DEEPEST):
        head = node.head
        if head is node:
            # A bare infinitive asks, one with "to" announces: "Mend ties, he said", "Chad to mend ties".
            return node.tag_ != "VB" or _did(node)
        if node.tag_ == "VB" and node.dep_ not in ("xcomp", "ccomp", "conj") and not _did(node):
            return False
        match node.dep_:
            case "pcomp" if node.tag_ == "VBG":
                return head.lower_ in _DONE or head.head.lemma_ in _GOING_ON
            case "csubj" | "nsubj" | "dobj" | "pobj" | "attr" if node.tag_ == "VBG":
                return False
            case "xcomp" | "ccomp" if node.tag_ == "VBG" and child(node, "nsubj", "aux") is None:
                return head.lemma_ in _GOING_ON
            case "xcomp" if node.tag_ == "VB" and any(one.tag_ == "TO" for one in node.children):
                # "visited Chad to mend ties" says no more than "tried to"; "began to mend ties" does.
                return head.lemma_ in _COMES_ABOUT
            case "xcomp" | "ccomp" if node.tag_ == "VB" and head.pos_ not in ("VERB", "AUX"):
                return False
            case "conj" if node.tag_ in ("VB", "VBG", "VBN") and head.pos_ in ("VERB", "AUX"):
                node = head
            case _:
                return True
    return True


def _did(verb: Token) -> bool:
    return any(one.lower_ in _DID for one in verb.children)
