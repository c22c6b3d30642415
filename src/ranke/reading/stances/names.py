"""Whom or what an attitude is to: the actors behind a noun phrase, or the short name of a plan or a cause."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from ranke.model import Polarity, Span
from ranke.reading.events.frames import child, prep_objects, with_conjuncts
from ranke.reading.parts import Cast
from ranke.reading.stances.table import table

_LONGEST_NAME = 8
"""Tokens up to which a noun phrase still is a short name of a plan or a cause."""
_DEEPEST = 3
"""Steps into "the quality of the work of …" before the name is given up."""
_BACK = 120
"""Tokens back in which what "the decision" stands for is looked for."""
_BACK_TO_NAME = 600
"""Tokens back in which the name of "the bill" is looked for."""
_POINTING = frozenset({"it", "its", "this", "that"})
_OWN_SIDE = frozenset({"i", "me", "we", "us"})
"""A speaker's own side, whoever "us" may be: what is said of it is no attitude to somebody."""
_NO_MARKS = str.maketrans("", "", '“”"«»')
_KINDS = ("al", "ic", "ian", "ish", "ese", "ar", "ary", "an", "ive")
"""How adjectives end that name a kind rather than judge: nuclear, presidential, economic."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A stance as the grammar gives it; `sort` is the class of words that shows it, by which the table is measured."""

    holder: str
    target: str
    polarity: Polarity
    evidence: Span
    sort: str


def targets(thing: Token, cast: Cast, depth: int = 0) -> tuple[str, ...]:
    """Return whom or what a noun stands for: actors, else whose it is if it has no name of its own, else its name."""
    found: list[str] = []
    for one in with_conjuncts(thing):
        if one.lower_ in _OWN_SIDE:
            continue
        ids = cast.of(one)
        if not ids and _nameless(one):
            inner = next(objects(one, ("of", "in")), None) if depth < _DEEPEST else None
            ids = owners(one, cast) or (targets(inner, cast, depth + 1) if inner is not None else ())
        found += ids or _named_before(one, cast) or short_name(one)
    return tuple(dict.fromkeys(found))


def _named_before(noun: Token, cast: Cast) -> tuple[str, ...]:
    """Return the name that the report gave a law or accord before it spoke of "the bill" or "this deal"."""
    words, lemma = table().words, noun.lemma_.lower()
    group = next((words[name] for name in ("laws", "accords") if lemma in words[name]), None)
    plain = [one for one in noun.lefts if one.dep_ != "punct"]
    if group is None or noun.pos_ != "NOUN" or len(plain) != 1 or plain[0].lower_ not in ("the", "this", "that"):
        return ()
    for i in range(noun.i - 1, max(-1, noun.i - _BACK_TO_NAME), -1):
        one = noun.doc[i]
        if one.pos_ == "PROPN" and one.lower_ in group and one.dep_ != "compound":
            found = cast.of(one) or short_name(one)
            if found and found[0].lower() not in group:
                return found
    return ()


def objects(token: Token, words: tuple[str, ...]) -> Iterator[Token]:
    """Yield the objects of these prepositions below a token."""
    return (held for _, held in prep_objects(token, words))


def owners(noun: Token, cast: Cast) -> tuple[str, ...]:
    """Return the actors whose act or quality a noun is: "its", "of Chile", "by Chile", "Chilean"."""
    owner = child(noun, "poss")
    if owner is not None and cast.of(owner):
        return cast.of(owner)
    before = ("by", "from") if noun.lemma_.lower() in table().words["suffered"] else ("by", "of", "from")
    for held in objects(noun, before):
        if cast.of(held):
            return cast.of(held)
    for below in noun.lefts:
        if below.dep_ in ("amod", "compound", "nmod") and cast.of(below):
            return tuple(dict.fromkeys(held for one in with_conjuncts(below) for held in cast.of(one)))
    return ()


def short_name(thing: Token) -> tuple[str, ...]:
    """Return the short name of a plan or a cause: its noun with what says which one, without praise or blame."""
    if thing.pos_ not in ("NOUN", "PROPN") or thing.ent_type_ in ("DATE", "TIME", "CARDINAL", "PERCENT"):
        return ()
    if (called := _called(thing)) is not None:
        return short_name(called)
    if _nameless(thing):
        return ()
    start, end = thing.i, _name_end(thing)
    for below in reversed(list(thing.lefts)):
        says_which = below.dep_ == "compound" or (below.pos_ == "PROPN" and below.dep_ != "poss") or _is_kind(below)
        if below.right_edge.i != start - 1 or not says_which:
            break
        start = below.left_edge.i
    words = thing.doc[start:end]
    if len(words) > _LONGEST_NAME:
        words = thing.doc[thing.i : thing.i + 1]
    name = " ".join(words.text.translate(_NO_MARKS).split()).strip(" '’-")
    return (name,) if len(name) > 1 else ()


def _called(thing: Token) -> Token | None:
    """Return the name of "the plan dubbed the Bridge of Hope"."""
    words = table().words["called"]
    verb = next((one for one in thing.rights if one.dep_ == "acl" and one.tag_ == "VBN" and one.lemma_ in words), None)
    if verb is None:
        return None
    held = (*(one for one in verb.rights if one.dep_ in ("dobj", "oprd", "attr")), *objects(verb, ("as",)))
    return next((one for one in held if one.text[:1].isupper() and one.i > verb.i), None)


def _name_end(thing: Token) -> int:
    """Return where a name in capitals ends: "Bridge of Hope", "Deal of the Decade"."""
    if thing.text[:1].isupper() and not thing.is_sent_start:
        for held in objects(thing, ("of",)):
            if held.text[:1].isupper() and 0 < held.i - thing.i < _LONGEST_NAME and held.ent_type_ != "DATE":
                return held.i + 1
    return thing.i + 1


def _nameless(noun: Token) -> bool:
    """Whether a noun alone says nothing of what it is about, as "decision" does and "border decision" does not."""
    bare = noun.lemma_.lower() in table().words["nameless"]
    return bare and not any(one.dep_ == "compound" or (one.dep_ == "amod" and _is_kind(one)) for one in noun.lefts)


def _is_kind(below: Token) -> bool:
    if below.dep_ != "amod" or below.pos_ != "ADJ":
        return False
    lower = below.lower_
    if any(True for _ in below.children):
        return False
    known = lower in table().qualities or lower in table().adjectives
    return not known and (below.is_title or lower.endswith(_KINDS))


def last_plan(thing: Token, cast: Cast) -> tuple[str, ...]:
    """Return what "the decision" or "the move" stands for: the last plan, law or deed named before."""
    if not (_nameless(thing) or (thing.lower_ in _POINTING and thing.pos_ in ("PRON", "DET"))):
        return ()
    plans = table().words["plans"]
    for i in range(thing.i - 1, max(-1, thing.i - _BACK), -1):
        one = thing.doc[i]
        if one.pos_ in ("NOUN", "PROPN") and one.lemma_.lower() in plans and one.dep_ != "compound":
            found = cast.of(one) or _named_before(one, cast) or short_name(one)
            if found:
                return found
    return ()


def show(holder: str, target: str, polarity: Polarity, token: Token, sort: str) -> Shown:
    """Return a stance that one word shows."""
    return Shown(holder, target, polarity, (token.idx, token.idx + len(token)), sort)
