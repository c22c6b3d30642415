"""What is said of a relation: the verb, adjective or noun of change that stands with a noun like "relations"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from ranke.model import Change
from ranke.reading.events.frames import child, is_passive, prep_objects
from ranke.reading.relations.facts import told
from ranke.reading.relations.repairs import hidden_verb, spelled
from ranke.reading.relations.table import Noun, Quality, Sort, table

_TURNS = ("begins", "improves", "worsens", "breaks", "resumes")
_STATES = ("good", "bad", "steady")
_STATE_OF: dict[Change, Change] = {"worsens": "bad", "improves": "good"}
_TURN_TO: dict[Change, Change] = {"bad": "worsens", "good": "begins"}
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Said:
    """A change, the words that say it as tokens, and the word whose clause it is; `sure`: in spite of a negation."""

    change: Change
    words: tuple[Token, ...]
    clause: Token
    sure: bool = False


def said_of(noun: Token, entry: Noun) -> Said | None:
    """Return what the text claims of a relation, turns before states; null where it claims nothing.

    Needs tags, lemmas and dependencies.
    """
    spoken = [*_by_verbs(noun, entry.sort), *_by_signs(noun, entry.sort)]
    own = next(_by_adjectives(noun, entry.sort), None)
    alone = own
    if own is None and entry.change is not None and not _gone(noun):
        alone = Said(_led_to(noun, entry.change), (noun,), noun)
    for one in sorted(spoken, key=lambda found: found.change not in _TURNS):
        if one.sure or told(one.clause):
            return one
        # "hopes to mend the strained ties": only what is presupposed is claimed.
        return own if own is not None and own.change not in _TURNS and _definite(noun) else None
    if alone is None:
        return None
    # "wants to keep its good relations with …" presupposes that they are good.
    presupposed = own is not None and own.change not in _TURNS and _definite(noun)
    return alone if presupposed or told(noun) else None


def _led_to(noun: Token, change: Change) -> Change:
    """Return the turn for a state that something led to or resulted in."""
    node = top_of(noun)
    led = node.dep_ == "pobj" and node.head.lower_ in ("to", "in") and node.head.head.lemma_ in table().words["leading"]
    return _TURN_TO.get(change, change) if led else change


def _definite(noun: Token) -> bool:
    return any(one.dep_ == "poss" or one.lower_ in ("the", "this", "these") for one in noun.lefts)


def _gone(noun: Token) -> bool:
    return noun.dep_ == "compound" or any(one.dep_ == "det" and one.lower_ in ("no", "any") for one in noun.lefts)


def top_of(noun: Token) -> Token:
    """Return the word whose place in the clause a noun has: the first of a list, "period" of "period of tension"."""
    node = noun
    for _ in range(_DEEPEST):
        if node.dep_ == "conj" and node.head.pos_ in ("NOUN", "PROPN"):
            node = node.head
        elif node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.lemma_ in table().words["partitive"]:
            node = node.head.head
        else:
            break
    return node


def _by_verbs(noun: Token, sort: Sort) -> Iterator[Said]:
    """Yield what verbs do to the relation or say of it."""
    node = top_of(noun)
    if node.dep_ == "nsubjpass" and child(node.head, "agent") is None and _is_state(node.head, sort):
        # "have been strained": a state, unless something strained them.
        yield from _predicate(node.head, node.head, sort, 0, turning=False)
    elif node.dep_ in ("dobj", "nsubjpass") and node.head.pos_ == "VERB":
        yield from _done_to(node.head, sort)
        yield from _viewed(node.head, node, sort)
    elif node.dep_ in ("nsubj", "dep") and node.head.pos_ in ("VERB", "AUX"):
        yield from _does(node.head, sort)
    hidden = hidden_verb(noun)
    if hidden is not None and (found := _effect(hidden, sort, "subject")) is not None:
        yield found
    for below in noun.children:
        if below.dep_ == "relcl" and (pronoun := child(below, "nsubj", "nsubjpass")) is not None:
            if pronoun.tag_ in ("WDT", "WP"):
                yield from _done_to(below, sort) if pronoun.dep_ == "nsubjpass" else _does(below, sort)
        elif below.dep_ == "acl" and below.tag_ == "VBN":
            yield from _done_to(below, sort)
    if node.dep_ == "pobj" and node.head.lower_ in table().words["signposts"]:
        # "put a strain on relations": the verb's object says what becomes of them.
        verb = node.head.head
        thing = child(verb, "dobj") if verb.pos_ == "VERB" else None
        if thing is not None and thing.i < node.i:
            yield from _sign(thing, sort, verb)


def _done_to(verb: Token, sort: Sort, depth: int = 0) -> Iterator[Said]:
    found = _effect(verb, sort, "subject")
    if found is not None:
        yield found
    for other in verb.children:
        if other.dep_ == "conj" and depth < _DEEPEST and other.pos_ == "VERB":
            shared = child(other, "dobj") is None if not is_passive(verb) else child(other, "nsubjpass") is None
            if shared:
                yield from _done_to(other, sort, depth + 1)


def _is_state(verb: Token, sort: Sort) -> bool:
    quality = _quality(verb)
    return quality is not None and _of_quality(quality, sort, turning=False) in _STATES


def _viewed(verb: Token, noun: Token, sort: Sort) -> Iterator[Said]:
    """Yield what somebody calls the relation: "described relations as close", "called the ties excellent"."""
    if verb.lemma_.lower() not in table().words["viewing"]:
        return
    for below in (*verb.rights, *noun.rights):
        if below.dep_ in ("oprd", "acomp", "ccomp"):
            yield from _predicate(below, verb, sort, 0, turning=False)
        elif below.dep_ == "prep" and below.lower_ == "as":
            for held in below.rights:
                yield from _predicate(held, verb, sort, 0, turning=False)


def _does(verb: Token, sort: Sort, depth: int = 0) -> Iterator[Said]:
    if depth > _DEEPEST:
        return
    lower = child(verb, "xcomp")
    if lower is not None and child(verb, "dobj") is None and lower.pos_ in ("VERB", "AUX"):
        yield from _does(lower, sort, depth + 1)
        lower = None
    found = _effect(verb, sort, "object") if child(verb, "dobj") is None and lower is None else None
    if found is not None and child(verb, "acomp", "xcomp") is None:
        yield found
    else:
        yield from _complement(verb, sort, depth)
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ in ("VERB", "AUX") and child(other, "nsubj", "nsubjpass") is None:
            yield from _does(other, sort, depth + 1)


def _effect(verb: Token, sort: Sort, not_use: str) -> Said | None:
    """Return what a verb of the table makes of the relation, with its particle if the table has one."""
    verbs = table().verbs
    lemma = spelled(verb, verb.lemma_.lower())
    for below in verb.children:
        if below.dep_ in ("prt", "advmod", "prep") and (effect := verbs.get(f"{lemma} {below.lower_}")) is not None:
            change = effect.on(sort)
            return Said(change, (verb, below), verb) if change is not None and effect.use != not_use else None
    effect = verbs.get(lemma)
    change = effect.on(sort) if effect is not None else None
    if effect is None or change is None or effect.use == not_use:
        return None
    return Said(change, (verb,), verb)


def _complement(verb: Token, sort: Sort, depth: int) -> Iterator[Said]:
    """Yield what a copula or a light verb says of its subject: "are tense", "became closer", "have seen a thaw"."""
    words = table().words
    lemma = verb.lemma_.lower()
    turning = lemma in words["turning"] or lemma in ("return", "come", "go")
    if not (turning or lemma in words["lasting"] or lemma in words["light"]):
        return
    for below in verb.children:
        if below.dep_ in ("acomp", "attr", "oprd", "dobj", "xcomp", "ccomp", "advmod") and below.i > verb.i:
            yield from _predicate(below, verb, sort, depth, turning=turning)
        elif below.dep_ in ("prep", "advmod") and below.i > verb.i:
            for _, held in prep_objects(below.head if below.dep_ == "prep" else below):
                yield from _predicate(held, verb, sort, depth, turning=turning)


def _predicate(word: Token, verb: Token, sort: Sort, depth: int, *, turning: bool) -> Iterator[Said]:
    if word.dep_ == "pobj" or word.pos_ == "NOUN":
        thing = word
        for _, held in prep_objects(word, ("of",)):
            if word.lemma_ in table().words["partitive"]:
                thing = held
        yield from _sign(thing, sort, verb)
        if thing.pos_ == "NOUN" and word.dep_ in ("attr", "pobj"):
            yield from _by_adjectives(thing, sort, verb)
    for one in (word, *word.conjuncts):
        quality = _quality(one)
        change = _of_quality(quality, sort, turning=turning) if quality is not None else None
        if change is not None:
            # "has never been better" says that it is good, at its best.
            never = one.tag_ in ("JJR", "RBR") and any(below.lower_ == "never" for below in verb.children)
            yield Said(_STATE_OF.get(change, change) if never else change, (one,), verb, sure=never)
            break
    for below in (found for one in (word, *word.conjuncts) for found in one.children):
        if below.dep_ == "relcl" and child(below, "nsubj") is not None:
            yield from _does(below, sort, depth + 1)


def _quality(word: Token) -> Quality | None:
    adjectives = table().adjectives
    return adjectives.get(spelled(word, word.lower_)) or adjectives.get(word.lower_)


def _of_quality(quality: Quality, sort: Sort, *, turning: bool) -> Change | None:
    if sort == "bad":
        return quality.bad
    return quality.turned if turning else quality.change


def _sign(thing: Token, sort: Sort, verb: Token) -> Iterator[Said]:
    """Yield what a noun of change says that the relation has, meets or is in."""
    sign = table().signs.get(thing.lemma_.lower())
    change = sign.on(sort) if sign is not None else None
    if change is None:
        return
    if verb.lemma_ in ("be", "remain", "stay"):
        change = _STATE_OF.get(change, change)
    yield Said(change, (thing,), verb)


def _by_signs(noun: Token, sort: Sort) -> Iterator[Said]:
    """Yield what a noun above says: "an improvement in ties", "the resumption of relations"."""
    node = top_of(noun)
    if node.dep_ != "pobj" or node.head.lower_ not in table().words["signposts"]:
        return
    above = node.head.head
    if above.pos_ in ("NOUN", "VERB", "PROPN"):
        yield from _sign(above, sort, above)


def _by_adjectives(noun: Token, sort: Sort, clause: Token | None = None) -> Iterator[Said]:
    """Yield what the words before a noun say: "good relations", "rising tensions", "severed ties"."""
    for below in noun.lefts:
        if below.dep_ not in ("amod", "compound", "nmod", "advmod"):
            continue
        for one in (below, *below.conjuncts):
            quality = _quality(one)
            change = _of_quality(quality, sort, turning=False) if quality is not None else None
            if change is None and one.tag_ in ("VBG", "VBN"):
                effect = _effect(one, sort, "")
                change = effect.change if effect is not None else None
            if change is not None:
                yield Said(change, (one,), clause if clause is not None else noun)
                return
