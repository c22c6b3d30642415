"""Clauses that are what was said: "said that …", "…, he said", "vowed to …", "admitted taking …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ranke.reading.statements.cues import Content, words
from ranke.reading.statements.trees import (
    SUBJECTS,
    child,
    is_finite,
    is_infinitive,
    is_tensed,
    is_verbal,
    kids,
    lemma_of,
    right,
    set_off,
    subtree_end,
)

_CLAUSAL = frozenset({"ccomp", "xcomp"})
_MARKERS = frozenset({"that", "if", "whether"})
_LINKS = frozenset({"while", "after", "before", "when", "since", "although", "though", "despite", "following"})
_WHEN = frozenset({"after", "before", "since", "until"})
_TIMES = frozenset({"DATE", "TIME"})
_ROOTS = frozenset({"ROOT", "conj", "ccomp", "relcl"})
_LOOSE = frozenset({"conj", "cc", "ccomp", "parataxis", "punct"})
_BLOCKS = frozenset({"prep", "agent", "prt", "advmod", "mark"})
_PERSONS = frozenset({"he", "she", "they", "it", "we"})
_FEW = 2
"""Phrases between a cue and its infinitive."""
_THAT = 8
"""Tokens after a cue within which its "that" is looked for."""


def clause(token: Token, children: list[Token], seconds: list[str]) -> Iterator[Content]:
    """Yield a finite clause after the cue, before it, or around it."""
    cue_end = _second_word(token, children, seconds)
    if cue_end is None:
        return
    inner = next(
        (c for c in children if c.dep_ in _CLAUSAL and c.i >= cue_end and is_tensed(c) and not _circumstance(c)), None
    )
    if inner is None and cue_end > token.i + 1:
        inner = _below(token.doc[cue_end - 1])
    if inner is None and lemma_of(token) in words().tellers:
        inner = _below_hearer(right(children, token, "dobj", "dative", "iobj"))
    if inner is not None and inner.tag_ == "VBG" and token.doc[inner.left_edge.i - 1].text == ",":
        inner = None  # "he said, adding that …"
    if inner is not None:
        yield _after(token, children, inner, cue_end)
    elif any(c.lower_ == "as" and c.i < token.i for c in children) and token.dep_ in ("advcl", "prep", "acl"):
        if token.left_edge.is_sent_start or set_off(token.doc, token.left_edge.i):
            yield from _around(token)
    else:
        yield from _before(token, children)


def _circumstance(token: Token) -> bool:
    """Tell whether a clause after a comma says when it was said, not what: "told us, hours after he had left"."""
    mark = child(token, "mark")
    return mark is not None and mark.lower_ in _WHEN and token.doc[token.left_edge.i - 1].text == ","


def _second_word(token: Token, children: list[Token], seconds: list[str]) -> int | None:
    """Return where the cue ends if its second word, when it needs one, is there."""
    if "" in seconds:
        return int(token.i) + 1
    links = ("prt", "acomp", "advmod", "prep", "oprd", "ccomp")
    for c in children:
        if c.i > token.i and lemma_of(c) in seconds and c.dep_ in links:
            return int(c.i) + 1
    follower = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return int(token.i) + 2 if follower is not None and lemma_of(follower) in seconds else None


def _after(token: Token, children: list[Token], inner: Token, cue_end: int) -> Content:
    start = max(int(inner.left_edge.i), cue_end)
    thing = right(children, token, "dobj", "dative", "iobj")
    told = thing if thing is not None and lemma_of(token) in words().tellers else None
    if told is not None and told.i < inner.i and inner.head.i != told.i:
        start = max(start, subtree_end(told))
    elif told is None and thing is not None and thing.i < inner.i and _wants_subject(inner):
        start = max(int(thing.left_edge.i), cue_end)  # the parser took the clause's subject for the cue's object
    if token.doc[start].lower_ in _MARKERS:
        start += 1
    end = clause_end(inner, children)
    return Content(start, end, "clause", cue_end, told.i if told is not None else None)


def _below(second: Token) -> Token | None:
    """Return the clause that the parser hung on the second word of a cue: "made it clear that …"."""
    return next((c for c in kids(second) if c.i > second.i and is_tensed(c) and child(c, "mark") is not None), None)


def _below_hearer(told: Token | None) -> Token | None:
    """Return the clause that the parser hung on who is told: "told the crowd she was tired", "told fans that …"."""
    for c in kids(told) if told is not None else ():
        if c.dep_ not in ("relcl", "acl", "ccomp") or not is_tensed(c):
            continue
        subject, first = child(c, *SUBJECTS), c.left_edge
        if subject is None or subject.tag_ in ("WP", "WDT") or child(c, "dobj", "attr", "acomp", "prep") is None:
            continue
        if (first.lower_ == "that" and first.i != subject.i) or (first.i == subject.i and subject.lower_ in _PERSONS):
            return c
    return None


def _wants_subject(token: Token) -> bool:
    return token.tag_ not in ("VB", "VBG") and child(token, *SUBJECTS) is None


def _before(token: Token, children: list[Token]) -> Iterator[Content]:
    """Yield the clause before a reporting clause ("…, police said"), or around one set into it."""
    before = next((c for c in children if c.dep_ in ("ccomp", "parataxis") and c.i < token.i and is_verbal(c)), None)
    own = [c for c in children if c is not before and c.dep_ not in _LOOSE]
    if before is None:
        if token.dep_ in ("parataxis", "ccomp") and token.head.i != token.i and _inserted(token, own):
            yield from _around(token)
        return
    spoken = any(c.dep_ in ("nsubj", "agent") for c in own) or not any(c.dep_ == "nsubjpass" for c in own)
    told = lemma_of(token) in words().tellers
    if spoken and (told or right(own, token, "dobj") is None):
        left = min([c.left_edge.i for c in own if c.left_edge.i > before.i] + [token.i])
        if set_off(token.doc, left):
            yield Content(int(before.left_edge.i), left, "clause", token.i + 1)


def _inserted(token: Token, own: list[Token]) -> bool:
    """Tell whether this is a reporting clause set into what it reports: subject and cue, no content of its own."""
    subject = any(c.dep_ == "nsubj" for c in own)
    named = right(own, token, "dobj")
    if not subject and named is not None and named.pos_ in ("NOUN", "PROPN") and set_off(token.doc, token.i):
        subject, own = True, [c for c in own if c is not named]  # "reads the letter"
    full = any(c.dep_ in ("dobj", "attr", "xcomp") for c in own)
    doc, end = token.doc, subtree_end(token)
    closed = end >= len(doc) or doc[end].is_punct or doc[end].is_space or doc[end - 1].is_punct or doc[end].dep_ == "cc"
    return subject and not full and closed and set_off(doc, token.left_edge.i) and is_verbal(token.head)


def _around(token: Token) -> Iterator[Content]:
    """Yield what stands before, and after, a reporting clause set into its sentence."""
    head = token.head
    doc, start, end = token.doc, int(head.left_edge.i), subtree_end(head)
    left, after = int(token.left_edge.i), subtree_end(token)
    start = next((i + 1 for i in range(left - 1, start, -1) if doc[i].text == ";"), start)
    whole = head.i < left or any(is_verbal(doc[i]) for i in range(start, left))
    rest = end - after > 2  # noqa: PLR2004 - a full stop and a mark are no rest
    if left - start > 1:
        yield Content(start, left, "clause", token.i + 1)
    if rest and (not whole or any(is_finite(doc[i]) for i in range(after, end))):
        yield Content(after, end, "clause", token.i + 1)


def unseen(token: Token) -> Iterator[Content]:
    """Yield the rest of the sentence after a cue whose clause the parser did not see, if there is a verb in it."""
    doc, start, end = token.doc, int(token.i) + 1, int(token.sent.end)
    subject = next((c for c in kids(token) if c.dep_ == "nsubj" and c.i < token.i), None)
    if subject is None or token.dep_ not in _ROOTS or (token.dep_ == "relcl" and subject.tag_ not in ("WDT", "WP")):
        return
    that = next((i for i in range(start, min(end, start + _THAT)) if doc[i].lower_ == "that"), None)
    if that is not None and not any(is_verbal(doc[i]) for i in range(start, that)):
        start = that + 1
    elif start < end and (doc[start].dep_ in _BLOCKS or doc[start].is_punct or doc[start].is_space):
        return
    stop = next((i for i in range(start, end) if doc[i].text in (";", ":")), end)
    if any(is_finite(doc[i]) for i in range(start, stop)):
        yield Content(start, stop, "clause", token.i + 1)


def clause_end(inner: Token, children: list[Token]) -> int:
    """Return where the content that `inner` heads ends: with the clause, or later where what follows belongs to it."""
    end = subtree_end(inner)
    for c in children:
        if c.i < end or c.dep_ == "punct":
            continue
        if c.dep_ in ("cc", "conj", "advcl", "parataxis") or is_aside(c):
            break
        end = subtree_end(c)
    return end


def is_aside(token: Token) -> bool:
    """Tell whether a phrase says when, where or to whom it was said, not what."""
    if token.dep_ == "npadvmod" or lemma_of(token) == "accord":
        return True
    if token.dep_ not in ("prep", "agent"):
        return False
    inner = child(token, "pobj", "pcomp")
    if lemma_of(token) in _LINKS or inner is None:
        return lemma_of(token) in _LINKS
    return inner.ent_type_ in _TIMES or inner.dep_ == "pcomp" or lemma_of(inner) in words().occasions


def infinitive(token: Token, children: list[Token], _: list[str]) -> Iterator[Content]:
    """Yield an infinitive of the speaker's own: "vowed to strike", "committed to reducing"."""
    for c in children:
        if c.dep_ in _CLAUSAL and c.i > token.i and c.tag_ in ("VB", "VBN") and is_infinitive(c):
            if right(children, token, "dobj", "nsubj") is None or c.dep_ == "xcomp":
                start = max(int(c.left_edge.i), int(token.i) + 1)
                yield Content(start, clause_end(c, children), "infinitive", token.i + 1)
            return
        if c.dep_ == "advcl" and is_infinitive(c) and _only_when(token, c, children):
            yield Content(int(c.left_edge.i), subtree_end(c), "infinitive", token.i + 1)
            return
    to = next((c for c in children if c.dep_ == "prep" and c.lower_ == "to" and c.i == token.i + 1), None)
    if to is not None and child(to, "pcomp") is not None:
        yield Content(int(to.i), subtree_end(to), "infinitive", token.i + 1)


def _only_when(token: Token, inner: Token, children: list[Token]) -> bool:
    """Tell whether but a time parts a cue from its infinitive, which is no purpose then: "vowed on Friday to pay"."""
    between = [c for c in children if token.i < c.i < inner.left_edge.i]
    return (
        0 < len(between) <= _FEW
        and between[-1].right_edge.i + 1 == inner.left_edge.i
        and all(c.dep_ in ("prep", "npadvmod", "advmod") and _is_time(c) for c in between)
    )


def _is_time(token: Token) -> bool:
    inner = child(token, "pobj") or token
    return inner.ent_type_ in _TIMES or token.dep_ == "advmod"


def _ing(token: Token) -> bool:
    """Tell whether a verb is an -ing form, or has one as its auxiliary: "denied having taken"."""
    return token.tag_ == "VBG" or (token.tag_ == "VBN" and token.left_edge.lower_ in ("being", "having"))


def gerund(token: Token, children: list[Token], _: list[str]) -> Iterator[Content]:
    """Yield an -ing form after the cue: "admitted taking the money"."""
    inner = next((c for c in children if c.dep_ in _CLAUSAL and c.i > token.i and _ing(c)), None)
    if inner is not None:
        start = max(int(token.i) + 1, int(inner.left_edge.i))
        yield Content(start, clause_end(inner, children), "gerund", token.i + 1)
