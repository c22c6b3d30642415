"""Whether an event happened: read off the grammar around its trigger, not off a list of words in the sentence.

Tense, auxiliaries, negation, conditionals and what governs the act ("vowed to", "refused to", "plans for") decide, in
that order of strength: an act that is only asked for or threatened is no event of its own.
"""

from functools import cache
from typing import Literal

from spacy.tokens import Token

from ranke.model import Status
from ranke.reading.events.frames import child
from ranke.reading.events.negation import negated, unfulfilled
from ranke.tables import read_toml

Finding = Status | Literal["asked"]

_STRENGTH: dict[str, int] = {"happened": 0, "ongoing": 1, "planned": 2, "possible": 3, "denied": 4, "asked": 5}
_DEEPEST = 8
_CONDITIONS = {"if", "unless", "whether"}


@cache
def grammar() -> dict[str, dict[str, frozenset[str]]]:
    """Return the closed word classes of `grammar.toml`, each group as a set of lemmas."""
    table = read_toml("ranke.reading.events", "grammar.toml")
    return {part: {name: frozenset(words) for name, words in groups.items()} for part, groups in table.items()}


@cache
def _governor(lemma: str, prep: str = "") -> Finding | None:
    words = (f"{lemma} {prep}", lemma) if prep else (lemma,)
    for word in words:
        for finding in ("asked", "denied", "planned", "ongoing", "happened", "possible"):
            if word in grammar()["governs"][finding]:
                return finding
    return None


def _stronger(one: Finding, other: Finding | None) -> Finding:
    return other if other is not None and _STRENGTH[other] > _STRENGTH[one] else one


def own_status(verb: Token) -> Finding:
    """Return what the verb's own auxiliaries, negation and conjunction say."""
    modal = grammar()["modal"]
    finding: Finding = "happened"
    present = False
    for found in verb.children:
        if found.dep_ in ("aux", "auxpass"):
            word = found.lower_
            if word in modal["planned"]:
                finding = _stronger(finding, "planned")
            elif word in modal["possible"]:
                finding = _stronger(finding, "possible")
            elif word in modal["conditional"]:
                finding = _stronger(finding, "planned" if _reported(verb) and not _conditional(verb) else "possible")
            elif word in ("is", "are", "'s", "’s", "'re", "’re", "am", "been", "have", "has") and found.tag_ != "VBD":
                present = True
        elif found.dep_ == "mark" and found.lower_ in _CONDITIONS:
            finding = _stronger(finding, "possible")
    if finding == "possible" and _demanded(verb):
        return "asked"
    if negated(verb) or unfulfilled(verb):
        return "denied"
    if finding == "happened" and _inverted(verb):
        return "possible"
    if finding == "happened" and ((present and verb.tag_ == "VBG") or _has_gone_on(verb)):
        return "ongoing"
    return finding


def _conditional(verb: Token) -> bool:
    """Whether an act hangs on a condition: "said it would strike back if the army moved"."""
    clauses = (below for below in verb.children if below.dep_ == "advcl")
    return any(mark.dep_ == "mark" and mark.lower_ in ("if", "unless") for below in clauses for mark in below.children)


def _inverted(verb: Token) -> bool:
    """Whether the word order makes a condition: "had the army attacked, …"."""
    who, had = child(verb, "nsubj", "nsubjpass"), child(verb, "aux")
    return verb.dep_ == "advcl" and who is not None and had is not None and had.lower_ == "had" and had.i < who.i


def _demanded(verb: Token) -> bool:
    """Whether a speaker says what somebody must do: "said the army must leave" asks for it."""
    modals = grammar()["modal"]["demand"]
    if not any(found.dep_ == "aux" and found.lower_ in modals for found in verb.children):
        return False
    return verb.dep_ == "ccomp" and verb.head.lemma_ in grammar()["speech"]["says"]


def goes_on(token: Token) -> bool:
    """Whether grammar shows a state that lasts: "backs the rebels", "is banned", "fighters besieging Aleppo"."""
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    if token.pos_ == "ADJ" and token.dep_ == "amod":
        return False
    if token.pos_ != "NOUN" and _utters(verb):
        return False
    finite = verb if verb.tag_ in ("VBZ", "VBP") else None
    for found in verb.children:
        if found.dep_ in ("aux", "auxpass"):
            finite = found if found.tag_ in ("VBZ", "VBP") and found.lemma_ == "be" else None
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and token.pos_ != "NOUN":
        return verb.head.lemma_ not in grammar()["state"]["rule"]
    return finite is not None and token.pos_ != "NOUN"


def _utters(verb: Token) -> bool:
    """Whether a present tense does what it says, once: "I thank them", "our thoughts go to the families"."""
    return verb.lemma_ in grammar()["speech"]["utters"]


def _has_gone_on(verb: Token) -> bool:
    """Whether a present perfect reaches to the day of the report: "have protested since June".

    What is counted is done, and so is what is said: "has arrested forty since June", "has always thanked them since".
    """
    thing = child(verb, "dobj", "nsubjpass")
    if _utters(verb) or (thing is not None and child(thing, "nummod") is not None):
        return False
    perfect = any(found.dep_ == "aux" and found.lower_ in ("has", "have", "'ve", "’ve") for found in verb.children)
    return perfect and any(
        found.dep_ in ("prep", "mark", "advmod") and found.lower_ == "since" for found in verb.children
    )


def _reported(verb: Token) -> bool:
    """Whether "would" only shifts a "will" into reported speech: "said troops would leave"."""
    node = verb
    for _ in range(_DEEPEST):
        if node.dep_ in ("ccomp", "xcomp") and node.head.tag_ in ("VBD", "VBN", "VBG"):
            return True
        if node.dep_ not in ("conj", "xcomp", "ccomp"):
            return False
        node = node.head
    return False


def _inherits(verb: Token) -> bool:
    """Whether a coordinated verb shares the auxiliaries of the first: "will meet and sign"."""
    return verb.dep_ == "conj" and verb.tag_ in ("VB", "VBN", "VBG") and child(verb, "aux", "auxpass", "nsubj") is None


def verb_status(verb: Token) -> Finding:
    """Return the status of an act by its verb and by everything that governs it."""
    finding = own_status(verb)
    node: Token | None = verb
    for _ in range(_DEEPEST):
        if node is None or node.head is node:
            break
        said, node = _above(node)
        for one in said:
            finding = _stronger(finding, one)
    return finding


def _above(node: Token) -> tuple[list[Finding | None], Token | None]:
    """Return what the word right above an act says of it, and the word from which to go on upwards, if any."""
    head = node.head
    match node.dep_:
        case "conj" if _inherits(node):
            return [own_status(head) if head.pos_ in ("VERB", "AUX") else None], head
        case "conj" if node.tag_ in ("VB", "VBN", "VBG") and head.dep_ in ("xcomp", "ccomp", "pcomp", "acl"):
            return [], head
        case "xcomp":
            said = [_governed(node, head, full=False)]
            if head.lemma_ == "have" and any(below.lower_ == "yet" for below in head.children):
                said.append("denied")
            if head.lemma_ in ("have", "need") and head.dep_ == "ccomp":
                said.append("asked" if head.head.lemma_ in grammar()["speech"]["says"] else None)
            if head.pos_ in ("VERB", "AUX"):
                said.append(own_status(head))
                said.append("planned" if head.lemma_ == "be" and any(one.tag_ == "TO" for one in node.lefts) else None)
            return said, head
        case "ccomp":
            bare = node.tag_ == "VB" and child(node, "aux", "mark") is None
            return [_governed(node, head, full=True), own_status(head) if bare and head.pos_ == "VERB" else None], head
        case "pcomp":
            return _after_preposition(head), head.head
        case "acl" | "relcl":
            return _below_noun(node, head), None
        case "advcl" if _infinitive(node):
            together = head.lemma_ in grammar()["state"]["gathers"]
            # "must do more to persuade them": the aim of what is not done yet may not come about either.
            unsure: Finding | None = "possible" if own_status(head) == "possible" else None
            return ([own_status(head)], head) if together else (["planned", unsure], None)
        case _:
            return [], None


def _below_noun(verb: Token, noun: Token) -> list[Finding | None]:
    """Return what a noun says of the act that completes it: "its demand that they leave", "foiled a plot to bomb"."""
    whole = verb.dep_ == "acl"
    if whole and verb.tag_ in ("VB", "VBP") and any(mark.lower_ == "that" for mark in verb.lefts):
        # Present only where it is asked for: "its demand that observers leave".
        said = [_governor(noun.lemma_, "for"), _governor(noun.lemma_)]
        return ["asked" if "asked" in said or noun.lemma_ in ("demand", "request", "call", "order") else None]
    if not _infinitive(verb) or not (whole or _governor(noun.lemma_) is not None):
        return []
    above = _governor(noun.head.head.lemma_, noun.head.lower_) if noun.dep_ == "pobj" else None
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in grammar()["light"]["absent"]:
        above = "denied"
    return [_governor(noun.lemma_) or "planned", above if above in ("asked", "denied") else None]


def _after_preposition(prep: Token) -> list[Finding | None]:
    """Return what the word over a gerund's preposition says: "would answer by bombing", "stopped short of bombing"."""
    if prep.lower_ == "by" and prep.head.pos_ == "VERB":
        return [own_status(prep.head)]
    if prep.lower_ == "of" and _stops_short(prep):
        return ["denied"]
    return [_governor(prep.lower_), _governor(prep.head.lemma_, prep.lower_)]


def _stops_short(prep: Token) -> bool:
    """Whether "of" belongs to "stopped short of"."""
    words = [one.lower_ for one in prep.doc[max(0, prep.i - 2) : prep.i]]
    return words[-1:] == ["short"] and words[0] in ("stop", "stops", "stopped", "stopping", "fell", "fall")


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(found.tag_ == "TO" for found in verb.children)


_DEMANDING = frozenset({"ask", "command", "demand", "order", "propose", "recommend", "request", "require", "urge"})
"""Verbs under which a present is a subjunctive that the tagger misses: "demanded that the mayor step down"."""


def _governed(verb: Token, head: Token, *, full: bool) -> Finding | None:
    """Return what the governing verb or adjective says; "said that" says nothing, "denied that" does."""
    if head.dep_ in ("aux", "auxpass"):
        return None
    said = _governor(head.lemma_)
    if full and child(verb, "nsubj", "nsubjpass") is not None and not _infinitive(verb):
        # A whole clause: only denial and the demand ("demanded that Iran stop") reach into it.
        bare = verb.tag_ == "VB" or (verb.tag_ == "VBP" and head.lemma_ in _DEMANDING)
        return said if said == "denied" or (said == "asked" and bare and not _foretold(verb)) else None
    if said == "asked" and head.lemma_ in ("want", "seek", "propose") and child(head, "dobj") is None and not full:
        return "planned"
    return said


def _foretold(verb: Token) -> bool:
    """Whether a clause says what will be, and so asks for nothing: "insisted that it would never accept the terms"."""
    modal = grammar()["modal"]
    return any(below.dep_ == "aux" and below.lower_ in modal["planned"] | modal["conditional"] for below in verb.lefts)


_AHEAD = (
    *("planned", "proposed", "upcoming", "forthcoming", "scheduled", "future", "pending", "impending", "looming"),
    "imminent",
)
_ADJECTIVES: dict[str, Finding] = {
    **dict.fromkeys(_AHEAD, "planned"),
    **dict.fromkeys(("possible", "potential", "threatened", "likely"), "possible"),
    **dict.fromkeys(("ongoing", "continuing", "continued", "current"), "ongoing"),
}  # fmt: skip
_PURPOSE = {"", "for", "of", "to", "from", "on", "against"}


def _attended(noun: Token) -> Finding | None:
    """Return "planned" for a meeting to which somebody will go: "will leave the summit early"."""
    node = noun
    for _ in range(_DEEPEST):
        if node.dep_ not in ("pobj", "prep", "dobj", "compound", "conj"):
            return None
        node = node.head
        if node.pos_ == "VERB":
            return "planned" if own_status(node) == "planned" and not _reported(node) else None
    return None


def _opening(noun: Token) -> Token | None:
    """Return the verb that says when the act of its subject comes about: "opened", "is due to open"."""
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    verb, comes = noun.head, grammar()["state"]["comes"]
    over = (verb, *(one for one in verb.children if one.dep_ == "acomp"))
    lower = (one for head in over for one in head.children if one.dep_ == "xcomp" and _infinitive(one))
    return next((one for one in lower if one.lemma_ in comes), verb if verb.lemma_ in comes else None)


def _timed(noun: Token, carrier: Token) -> Finding | None:
    """Return what the words that carry a meeting say of its time: "plans a trip", "is due for talks"."""
    if noun.lemma_.lower() not in grammar()["state"]["meeting"]:
        return None
    if carrier.lemma_ == "be":
        due = child(carrier, "acomp")
        if due is not None:
            return _governor(due.lemma_)
        return "ongoing" if noun.dep_ == "pobj" and carrier.tag_ in ("VBZ", "VBP") else None
    return "planned" if carrier.lemma_ in grammar()["state"]["appoints"] else None


def noun_status(noun: Token, carrier: Token | None) -> Finding:
    """Return the status of an act named by a noun; `carrier` is the light verb that carries it, if one does."""
    finding: Finding = "denied" if negated(noun) else "happened"
    head, prep = (noun.head.head, noun.head.lower_) if noun.dep_ == "pobj" else (noun.head, "")
    governed = noun.dep_ in ("pobj", "dobj", "nsubjpass")
    light = grammar()["light"]
    if governed and (prep == "without" or (prep == "of" and head.lemma_.lower() in grammar()["state"]["lacks"])):
        return "denied"
    topic = noun.dep_ in ("dobj", "nsubjpass") and head.lemma_ == "discuss" and child(noun, "det", "poss") is None
    if topic or (governed and head.lemma_.lower() in grammar()["state"]["needs"]):
        return "asked"  # "discussed trade" only names what is spoken of
    particle = child(head, "prt")
    key = " ".join([head.lemma_, *([particle.lower_] if particle is not None else []), *([prep] if prep else [])])
    if governed and key in light["absent"]:
        return "denied"
    if governed and key in light["ongoing"]:
        finding = _stronger(finding, "ongoing")
    opening = _opening(noun)
    if carrier is not None:
        finding = _stronger(finding, _timed(noun, carrier))
        return _stronger(finding, verb_status(opening if opening is not None else carrier))
    if opening is not None:
        finding = _stronger(finding, verb_status(opening))
    elif finding == "happened" and noun.lemma_.lower() in grammar()["state"]["meeting"]:
        finding = _stronger(finding, _attended(noun))
    elif finding == "happened" and noun.lemma_.lower() in grammar()["state"]["lasting"]:
        finding = "ongoing"
    for found in noun.children:
        if found.dep_ == "amod":
            finding = _stronger(finding, _ADJECTIVES.get(found.lower_))
    said = _governor(head.lemma_, prep) if governed and prep in _PURPOSE else None
    if said in ("asked", "planned", "possible", "denied") and head.lemma_ not in ("agree", "set", "have"):
        return _stronger(finding, said)
    return finding
