"""In what something is said: "in a statement", "on Twitter", "the ministry's letter said", "tweeted"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.parts import StatementPart
from ranke.reading.statements.cues import words
from ranke.reading.statements.trees import child, kids, lemma_of

_IN = frozenset({"in", "via", "through", "by", "at", "during"})
_SHOWN = frozenset({"blog", "channel", "feed", "page", "radio", "show", "site", "television", "tv", "video", "website"})
"""What words are "on"; other things they are about: "commented on the report"."""
_BESIDE = ("det", "poss", "amod", "compound", "nummod", "nmod")
_PERSONAL = frozenset({"call", "comment", "conversation", "meeting", "remark", "source", "talk"})
"""Things said, or where things are said, that are no medium."""


def set_mediums(doc: Doc, parts: list[StatementPart]) -> None:
    """Set on each statement the words that name its medium, in place; one without a cue has none."""
    known: dict[int, Span | None] = {}
    for part in parts:
        if part.cue_token is not None:
            if part.cue_token not in known:
                known[part.cue_token] = _medium(doc[part.cue_token])
            part.medium = known[part.cue_token]


def _medium(cue: Token) -> Span | None:
    """Return the characters that name in what the words of a cue are said; None where none are named."""
    if lemma_of(cue) in words().posting:
        return cue.idx, cue.idx + len(cue)
    noun = next((noun for noun in _nouns(cue) if _is_medium(noun)), None)
    return _phrase(noun) if noun is not None else None


def _nouns(cue: Token) -> Iterator[Token]:
    """Yield the nouns that may name the medium, nearest first."""
    if cue.pos_ in ("NOUN", "PROPN"):
        yield cue
    if cue.lower_ == "according":
        yield from (noun for prep in kids(cue) if (noun := child(prep, "pobj")) is not None)
    for verb in (cue, cue.head):
        if verb is not cue and not (cue.dep_ in ("conj", "xcomp", "pcomp", "advcl") and verb.pos_ == "VERB"):
            break
        doer = child(verb, "nsubj", "nsubjpass")
        if doer is not None:
            yield doer
        for prep in kids(verb):
            if prep.dep_ in ("prep", "agent"):
                yield from _under(prep)
    if cue.dep_ in ("acl", "relcl"):
        yield cue.head


def _under(prep: Token) -> Iterator[Token]:
    noun = child(prep, "pobj")
    if noun is None:
        return
    if prep.lower_ in _IN or (prep.lower_ == "on" and (_is_platform(noun) or lemma_of(noun) in _SHOWN)):
        yield noun
        for below in kids(noun):
            if below.dep_ == "prep":
                yield from _under(below)


def _is_medium(noun: Token) -> bool:
    """Whether a noun is something written, sent or broadcast, or a platform, and no person's remark."""
    named = (words().documents | words().occasions | _SHOWN) - _PERSONAL
    return _is_platform(noun) or (noun.pos_ == "NOUN" and lemma_of(noun) in named)


def _is_platform(noun: Token) -> bool:
    if noun.lower_ == "media":
        return any(below.lower_ == "social" for below in noun.lefts)
    return noun.lower_ in words().platforms


def _phrase(noun: Token) -> Span:
    """Return the characters of a noun and what stands before it in its phrase: "the ministry's website"."""
    first = min((one.left_edge.i for one in noun.lefts if one.dep_ in _BESIDE), default=noun.i)
    start = noun.doc[first]
    return start.idx, noun.idx + len(noun)
