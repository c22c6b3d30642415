"""Who acts where a paper does: "signed a decree banning rallies", "The letter urged governors to resign"."""

from spacy.tokens import Token

from ranke.reading.events.frames import subject
from ranke.reading.events.owners import OWNERS, actors_at
from ranke.reading.events.status import grammar
from ranke.reading.parts import Cast

_ANSWERED = frozenset({
    "block", "reject", "veto", "oppose", "criticise", "criticize", "condemn", "denounce", "dismiss", "welcome",
    "praise", "hail", "receive", "obtain", "see", "read", "leak", "quote", "cite", "ignore", "dispute", "deny",
    "rebut", "slam", "support", "back", "endorse", "deplore", "protest", "discuss", "debate",
})  # fmt: skip
"""What is done to the paper of somebody else: "Peru rejected a UN report accusing Chad"."""
_FAR = 300
"""Tokens looked back for where a paper was made."""


def paper_maker(verb: Token, cast: Cast, source: tuple[str, ...]) -> tuple[str, ...]:
    """Return who does what a paper does, or `source` where no paper does it.

    A paper that is signed or issued acts for who does so; one that is only named again, for who made it before.
    """
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        paper = verb.head
        if _is_paper(paper) and paper.dep_ == "dobj":
            owners = [one for one in paper.lefts if one.dep_ in OWNERS] if paper.head.lemma_ in _ANSWERED else []
            if owned := [actor for one in owners for actor in cast.of(one)]:
                return tuple(dict.fromkeys(owned))
            return actors_at(subject(paper.head), cast) or source
        return source
    paper_ = subject(verb) if not source else None
    return _made_before(paper_, cast) if paper_ is not None and _is_paper(paper_) else source


def _is_paper(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in grammar()["thing"]["paper"]


def _made_before(paper: Token, cast: Cast) -> tuple[str, ...]:
    """Return who signed, issued or owned the same sort of paper where it was told last."""
    if not any(below.lower_ in ("the", "this", "that") for below in paper.lefts):
        return ()
    doc, lemma = paper.doc, paper.lemma_
    for i in range(paper.i - 1, max(paper.i - _FAR, -1), -1):
        other = doc[i]
        if other.lemma_ != lemma or other.pos_ != "NOUN":
            continue
        maker = subject(other.head) if other.dep_ in ("dobj", "nsubjpass") else None
        found = actors_at(maker, cast) or actors_at(other, cast)
        if found:
            return found
    return ()
