"""What a phrase speaks of: what is counted, what is said of somebody, and the classes that the text itself tells."""

from collections.abc import Iterator

from spacy.tokens import Token

from ranke.reading.events.lexicon import noun_classes
from ranke.reading.events.negation import negated

_TOLD = {
    "GPE": "@place",
    "LOC": "@place",
    "FAC": "@place",
    "PERSON": "@person",
    "MONEY": "@money",
    "ORG": "@organisation",
}

_NAMING = frozenset({"call", "code-name", "codename", "dub", "entitle", "know", "name", "nickname", "term", "title"})
_REACH = 16
"""Tokens after a verb of calling in which its quotation begins: "called the prime minister's proposed plan "vague""."""
_NOTHING = frozenset({"nothing", "little", "none"})
_EMPTY = _NOTHING | {
    "act", "bunch", "bundle", "campaign", "case", "exercise", "form", "gang", "kind", "matter", "method",
    "manifestation", "example", "expression", "display", "instance", "pack", "piece", "policy", "show", "sign", "sort",
    "symbol", "tool",
}  # fmt: skip
"""Words that say by their "of", or "but", what somebody or something is called."""


def told_class(token: Token) -> str:
    """Return the class of nouns that a name or sum belongs to by itself ("@place", "people"), or the empty text."""
    if token.ent_type_ == "NORP" and token.tag_ in ("NNPS", "NNS"):
        return "people"  # "fed two million Yemenis"
    return _TOLD.get(token.ent_type_, "")


def counted(token: Token) -> Iterator[Token]:
    """Yield a noun and, where it only counts, what it counts: "thousands of refugees", "a group of soldiers"."""
    yield token
    if token.lemma_.lower() in noun_classes()["quantity"] or token.pos_ == "NUM":
        for link in token.children:
            if link.dep_ == "prep" and link.lower_ == "of":
                yield from (held for held in link.children if held.dep_ == "pobj")


def predicates(verb: Token) -> list[Token]:
    """Return what a verb says of its subject or object, as heads and their adjectives: "called it a shameful act"."""
    wanted = ("oprd", "attr", "acomp", "ccomp", "xcomp", "prep")
    nodes = [below for below in (*verb.children, *_beside_names(verb)) if below.dep_ in wanted]
    nodes += _quoted_after(verb)
    if only_names(verb):
        nodes = [below for below in nodes if below.dep_ != "prep"]
    found: list[Token] = []
    for node in nodes:
        if node.dep_ != "prep":
            found.append(node)
        elif node.lower_ == "as":
            found += [held for held in node.children if held.dep_ in ("pobj", "amod", "pcomp", "advcl")]
    found += [one for node in found for one in _told_round(node)]
    found += [one for node in found for one in node.conjuncts]
    said = ("amod", "compound", "oprd", "attr", "acomp")
    return found + [one for node in found for one in node.children if one.dep_ in said]


def only_names(verb: Token) -> bool:
    """Whether a participle after a noun tells its name: "the plan dubbed the Great Deal"."""
    return verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and verb.lemma_ in _NAMING


def _beside_names(verb: Token) -> list[Token]:
    """Return what the parser hung on the name of a verb's object: "described the plan dubbed X as a failure"."""
    things = (below for below in verb.children if below.dep_ == "dobj")
    return [found for thing in things for below in thing.children if only_names(below) for found in below.children]


def _quoted_after(verb: Token) -> list[Token]:
    """Return the adjective in quotation marks that the parser hung on the object: called the plan "lousy"."""
    things = (below for below in verb.children if below.dep_ == "dobj")
    return [
        one
        for thing in things
        for one in thing.rights
        if one.dep_ == "amod" and one.i > 0 and one.doc[one.i - 1].is_quote
    ]


def epithet(verb: Token) -> frozenset[str]:
    """Return the class of what somebody is called in quotation marks and not kindly, whatever it is; empty elsewhere.

    "called the law a "raid on the poor"": who quotes what somebody or something is called rarely quotes praise, which
    the words themselves would tell. A name in capitals is none ("a plan called "Learning Together""), nor is speech.
    """
    doc, end = verb.doc, verb.sent.end
    opens = next((i for i in range(verb.i + 2, min(verb.i + _REACH, end)) if doc[i].is_quote), None)
    if opens is None or opens + 1 >= end or verb.tag_ == "VBN" or only_names(verb):
        return frozenset()
    before, closes = doc[opens - 1], next((i for i in range(opens + 1, end) if doc[i].is_quote), end)
    said = [doc[i] for i in range(opens + 1, closes) if doc[i].is_alpha]
    if before.is_punct or before.pos_ in ("VERB", "AUX") or not said or all(one.is_title for one in said):
        return frozenset()
    kind = noun_classes()["good"] | noun_classes()["plain"]
    return frozenset() if kind & {one.lemma_.lower() for one in said} else frozenset({"@epithet"})


def _told_round(node: Token) -> list[Token]:
    """Return what a predicate means that is told in a roundabout way: "an act of piracy", "nothing but a thief"."""
    lemma = node.lemma_.lower()
    if lemma not in _EMPTY:
        return []
    links = [one for one in node.children if one.dep_ in ("prep", "amod", "advmod", "acomp")]
    links += [below for one in links if one.lower_ in ("short", "less", "other") for below in one.children]
    wanted = ("of",) if lemma not in _NOTHING else ("but", "of", "than", "except")
    return [held for one in links if one.lower_ in wanted for held in one.children if held.dep_ in ("pobj", "pcomp")]


def will_not(verb: Token) -> bool:
    """Whether somebody says no to an act of his own: "will not approve the budget", not "did not approve it"."""
    return negated(verb) and any(
        found.dep_ == "aux" and found.lower_ in ("will", "would", "wo", "shall", "ca", "can") for found in verb.children
    )
