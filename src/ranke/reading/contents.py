"""Which words are what was said: the content that each frame of a cue hands on, as tokens `[start, end)`."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.cues import CueUse, lemma_of

_CLAUSAL = frozenset({"ccomp", "xcomp"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_TRIM = frozenset(",;:.–—-…")
_MARKERS = frozenset({"that", "if", "whether"})
OCCASIONS = frozenset({
    "interview", "letter", "address", "speech", "message", "statement", "remark", "call", "talk", "meeting", "email", "report",
    "conversation", "filing", "note", "memo", "testimony", "comment", "briefing", "phone", "conference", "tweet", "post",
    "television", "twitter", "facebook", "instagram", "telegram", "release", "article", "editorial",
})  # fmt: skip
"""Where things are said."""
_LINKS = frozenset({"while", "after", "before", "when", "since", "although", "though", "despite", "following"})
_TIMES = frozenset({"DATE", "TIME"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
TELLERS = frozenset({
    "tell", "inform", "ask", "assure", "reassure", "remind", "notify", "urge", "warn", "advise", "order", "instruct", "beg",
    "brief", "thank", "accuse", "blame", "encourage", "caution", "promise", "show", "challenge", "invite",
})  # fmt: skip
"""Verbs whose object is who is told."""
WALK = 25
"""Steps up a tree, or children of one token, that are looked at: bounds the cost of a sentence without end."""


@dataclass(frozen=True, slots=True)
class Content:
    """Attributed words: tokens `[start, end)`, the frame that gave them, and who is told, if the frame says so."""

    start: int
    end: int
    frame: str
    cue_end: int
    addressee: int | None = None


def kids(token: Token) -> list[Token]:
    """Return the children of a token in order, no more than are worth looking at."""
    return [child for child, _ in zip(token.children, range(4 * WALK), strict=False)]


def contents_of(use: CueUse) -> list[Content]:
    """Return what this cue hands on, from the frame that fits best; two stretches where the cue stands inside."""
    token = use.token
    children = kids(token)
    frames = dict.fromkeys(frame for frame, _ in use.frames)
    for frame in ("naming", "as", "charge", "order", "clause", "infinitive", "gerund", "preposition", "object"):
        if frame not in frames:
            continue
        seconds = [second for name, second in use.frames if name == frame]
        found = list(_READERS[frame](token, children, seconds))
        if found:
            return found
    if ("clause", "") in use.frames and token.tag_ in _FINITE and _right(children, token, "dobj") is None:
        return list(_to_the_end(token))
    return []


def _content(start: int, end: int, frame: str, token: Token, cue_end: int = 0, told: Token | None = None) -> Content:
    return Content(start, end, frame, cue_end or token.i + 1, told.i if told is not None else None)


def _right(children: list[Token], token: Token, *deps: str) -> Token | None:
    return next((child for child in children if child.i > token.i and child.dep_ in deps), None)


def _particle(token: Token, children: list[Token], seconds: list[str]) -> int | None:
    """Return where the cue ends if its second word, when it needs one, is there."""
    if "" in seconds:
        return token.i + 1
    for child in children:
        if child.i > token.i and lemma_of(child) in seconds and child.dep_ in ("prt", "acomp", "advmod", "prep", "oprd"):
            return child.i + 1
    follower = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.i + 2 if follower is not None and lemma_of(follower) in seconds else None


def _clause(token: Token, children: list[Token], seconds: list[str]) -> Iterator[Content]:
    cue_end = _particle(token, children, seconds)
    if cue_end is None:
        return
    inner = next((c for c in children if c.dep_ in _CLAUSAL and c.i > token.i and _finite(c)), None)
    if inner is not None:
        start = max(inner.left_edge.i, cue_end)
        lost = _right(children, token, "dobj")
        if lost is not None and lost.i < inner.i and not any(c.dep_ in _SUBJECTS for c in kids(inner)) and inner.tag_ not in ("VB", "VBG"):
            start = max(lost.left_edge.i, cue_end)  # the parser took the clause's subject for the cue's object
        told = _right(children, token, "dobj", "dative", "iobj") if lemma_of(token) in TELLERS else None
        if told is not None and told.i < inner.i:
            start = max(start, told.right_edge.i + 1)
        if token.doc[start].lower_ in _MARKERS:
            start += 1
        yield _content(start, clause_end(token, inner, children), "clause", token, cue_end, told)
        return
    if any(c.lower_ == "as" and c.i < token.i for c in children) and token.dep_ in ("advcl", "prep", "acl"):
        if token.left_edge.is_sent_start or _set_off(token.doc, token.left_edge.i):
            yield from _around(token)
        return
    before = next((c for c in children if c.dep_ in ("ccomp", "parataxis") and c.i < token.i and _verbal(c)), None)
    own = [c for c in children if c is not before and c.dep_ != "punct" and not _conjoined(c)]
    spoken = any(c.dep_ in ("nsubj", "agent") for c in own) or not any(c.dep_ == "nsubjpass" for c in own)
    if before is not None and spoken and not any(c.dep_ == "dobj" and c.i > token.i for c in own):
        left = min([c.left_edge.i for c in own if c.left_edge.i > before.i] + [token.i])
        if _set_off(token.doc, left):
            yield _content(before.left_edge.i, left, "clause", token)
    elif token.dep_ in ("parataxis", "ccomp") and token.head.i != token.i and _inserted(token, own):
        yield from _around(token)


def _set_off(doc: Doc, start: int) -> bool:
    """Tell whether a comma, dash or quotation mark stands right before a token."""
    return start > 0 and (doc[start - 1].is_punct or doc[start - 1].is_quote)


def _conjoined(token: Token) -> bool:
    return str(token.dep_) in ("conj", "cc", "ccomp", "parataxis")


def _inserted(token: Token, own: list[Token]) -> bool:
    """Tell whether this is a reporting clause set into, or after, what it reports: subject and cue, no content of its own."""
    subject = any(c.dep_ == "nsubj" for c in own)
    named = next((c for c in own if c.dep_ == "dobj" and c.i > token.i), None)
    if not subject and named is not None and named.pos_ in ("NOUN", "PROPN") and _set_off(token.doc, token.i):
        subject, own = True, [c for c in own if c is not named]  # "reads the letter"
    full = any(c.dep_ in ("dobj", "attr", "ccomp", "xcomp") for c in own)
    doc, head, end = token.doc, token.head, token.right_edge.i + 1
    closed = end >= len(doc) or doc[end].is_punct or doc[end].is_space or doc[end - 1].is_punct or doc[end].dep_ == "cc"
    return subject and not full and closed and _set_off(doc, token.left_edge.i) and _verbal(head)


def _to_the_end(token: Token) -> Iterator[Content]:
    """Yield the rest of the sentence after a cue whose clause the parser did not see, if there is a verb in it."""
    doc, end = token.doc, int(token.sent.end)
    start = token.i + 1
    if token.dep_ not in ("ROOT", "conj", "ccomp", "relcl"):
        return
    that = next((i for i in range(start, min(end, start + 8)) if doc[i].lower_ == "that"), None)
    if that is not None and not any(_verbal(doc[i]) for i in range(start, that)):
        start = that + 1
    elif start < end and (doc[start].dep_ in ("prep", "agent", "prt", "advmod", "mark") or doc[start].is_punct or doc[start].is_space):
        return
    stop = next((i for i in range(start, end) if doc[i].text in (";", ":")), end)
    subject = next((c for c in kids(token) if c.dep_ == "nsubj" and c.i < token.i), None)
    if subject is not None and (token.dep_ != "relcl" or subject.tag_ in ("WDT", "WP")) and any(doc[i].tag_ in _FINITE for i in range(start, stop)):
        yield _content(start, stop, "clause", token)


def _around(token: Token) -> Iterator[Content]:
    """Yield what stands before, and after, a reporting clause set into its sentence."""
    head = token.head
    doc, start, end = token.doc, int(head.left_edge.i), int(head.right_edge.i) + 1
    left, right = int(token.left_edge.i), int(token.right_edge.i) + 1
    start = next((i + 1 for i in range(left - 1, start, -1) if doc[i].text == ";"), start)
    ahead = head.i < left or any(_verbal(doc[i]) for i in range(start, left))
    after = end - right > 2
    if left - start > 1 and (ahead or not after or doc[left - 1].is_quote):
        yield _content(start, left, "clause", token)
    if after and (not ahead or any(doc[i].tag_ in _FINITE for i in range(right, end))):
        yield _content(right, end, "clause", token)


def _verbal(token: Token) -> bool:
    return str(token.pos_) in ("VERB", "AUX")


def _finite(token: Token) -> bool:
    """Tell whether a clause has a verb of its own tense, or at least a subject."""
    if token.tag_ in _FINITE:
        return True
    return any(c.dep_ in _SUBJECTS or c.tag_ in _FINITE for c in kids(token))


def clause_end(token: Token, inner: Token, children: list[Token]) -> int:
    """Return where the content that `inner` heads ends: with the clause, or later where what follows belongs to it."""
    end = int(inner.right_edge.i) + 1
    for child in children:
        if child.i < end:
            continue
        if child.dep_ == "punct":
            continue
        if child.dep_ in ("cc", "conj", "advcl", "parataxis") or _aside(child):
            break
        end = child.right_edge.i + 1
    return end


def _aside(token: Token) -> bool:
    """Tell whether a phrase says when, where or to whom it was said, not what."""
    if token.dep_ == "npadvmod" or lemma_of(token) == "accord":
        return True
    if token.dep_ in ("prep", "agent"):
        inner = next((c for c in kids(token) if c.dep_ in ("pobj", "pcomp")), None)
        if inner is not None and (inner.ent_type_ in _TIMES or inner.dep_ == "pcomp" or lemma_of(inner) in OCCASIONS):
            return True
        return lemma_of(token) in _LINKS
    return False


def _infinitive(token: Token, children: list[Token], _: list[str]) -> Iterator[Content]:
    for child in children:
        if child.dep_ in ("xcomp", "ccomp") and child.i > token.i and child.tag_ in ("VB", "VBN") and _to(child):
            if _right(children, token, "dobj", "nsubj") is None or child.dep_ == "xcomp":
                yield _content(max(child.left_edge.i, token.i + 1), clause_end(token, child, children), "infinitive", token)
            return
    to = next((c for c in children if c.dep_ == "prep" and c.lower_ == "to" and c.i == token.i + 1), None)
    if to is not None and any(c.dep_ == "pcomp" for c in kids(to)):
        yield _content(to.i, to.right_edge.i + 1, "infinitive", token)


def _to(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in kids(token))


def _order(token: Token, children: list[Token], _: list[str]) -> Iterator[Content]:
    told = _right(children, token, "dobj", "dative")
    start = told.left_edge.i if told is not None else 0
    inner = next((c for c in children if c.dep_ in _CLAUSAL and c.i > token.i and _to(c)), None)
    if inner is not None and told is None:
        told = next((c for c in kids(inner) if c.dep_ == "nsubj" and c.i > token.i), None)
        start = told.left_edge.i if told is not None else 0
    on = next((c for c in children if c.dep_ == "prep" and c.lower_ in ("on", "upon") and c.i == token.i + 1), None)
    cue_end = token.i + 1
    if told is None and on is not None and lemma_of(token) == "call":
        told = next((c for c in kids(on) if c.dep_ == "pobj"), None)
        start, cue_end = on.i + 1, on.i + 2
        inner = inner or next((c for c in kids(told) if c.dep_ in ("relcl", "acl")), None) if told is not None else None
    if told is not None and inner is not None and inner.i > told.i and _to(inner):
        end = int(inner.right_edge.i) + 1
        act = max(int(inner.left_edge.i), told.right_edge.i + 1)
        long = act - start > end - act  # a long name would drown what is asked
        yield _content(act if long else start, end, "order", token, cue_end, told)


def _gerund(token: Token, children: list[Token], _: list[str]) -> Iterator[Content]:
    inner = next((c for c in children if c.dep_ in _CLAUSAL and c.i > token.i and c.tag_ == "VBG"), None)
    if inner is not None:
        yield _content(max(token.i + 1, inner.left_edge.i), clause_end(token, inner, children), "gerund", token)


def _object(token: Token, children: list[Token], _: list[str]) -> Iterator[Content]:
    inner = _right(children, token, "dobj")
    if token.tag_ == "VBG" and token.dep_ in ("xcomp", "ccomp", "dobj", "csubj"):
        return
    if inner is not None and lemma_of(token) == "cite" and is_person(inner):
        return
    if any(c.lower_ == "as" and any(k.tag_ == "VBG" for k in kids(c)) for c in children):
        return
    if inner is not None:
        if inner.pos_ == "PRON" and inner.lower_ not in ("that", "this"):
            return
        yield _content(max(token.i + 1, inner.left_edge.i), _noun_end(inner, children), "object", token)
        return
    subject = next((c for c in children if c.dep_ == "nsubjpass"), None)
    if subject is not None and subject.pos_ != "PRON" and any(c.dep_ == "agent" for c in children):
        yield _content(subject.left_edge.i, subject.right_edge.i + 1, "object", token)


def is_person(noun: Token) -> bool:
    """Tell whether a noun is somebody who can be cited: a name, or a word for those who speak."""
    return noun.ent_type_ in ("PERSON", "ORG", "NORP") or lemma_of(noun) in _PEOPLE


_PEOPLE = frozenset({
    "source", "official", "witness", "eyewitness", "authority", "police", "group", "expert", "analyst", "diplomat", "resident",
    "spokesman", "spokeswoman", "spokesperson", "officer", "lawyer", "activist", "doctor", "agency", "ministry", "minister",
    "person", "people", "aide", "report", "office", "government", "army", "military", "newspaper", "media", "document",
})  # fmt: skip


def _noun_end(noun: Token, siblings: list[Token]) -> int:
    """Return where a noun phrase ends: before a relative clause set off by a comma, after phrases that follow at once."""
    end = int(noun.right_edge.i) + 1
    for child in kids(noun):
        if child.dep_ == "relcl" and child.left_edge.i > noun.i and child.doc[child.left_edge.i - 1].text == ",":
            end = child.left_edge.i - 1
            break
    for sibling in siblings:
        if sibling.left_edge.i != end:
            continue
        purpose = sibling.dep_ in ("xcomp", "advcl") and sibling.doc[end].lower_ in ("to", "if", "that")
        if purpose or sibling.dep_ in ("oprd", "acomp") or (sibling.dep_ == "prep" and not _aside(sibling)):
            end = sibling.right_edge.i + 1
    return end


def _preposition(token: Token, children: list[Token], seconds: list[str]) -> Iterator[Content]:
    for child in children:
        if child.dep_ in ("advcl", "ccomp", "xcomp") and child.left_edge.i == token.i + 1 and child.left_edge.lower_ in seconds:
            yield _content(token.i + 2, child.right_edge.i + 1, "preposition", token, token.i + 2)
            return
        if child.dep_ == "prep" and child.i > token.i and child.lower_ in seconds and child.i - token.i < 4:
            end = child.right_edge.i + 1
            inner = next((c for c in kids(child) if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and not (inner.pos_ == "PRON" and end - child.i < 3):
                stop = end if inner.dep_ == "pcomp" else max(_noun_end(inner, children), _gerund_end(inner))
                yield _content(child.i + 1, stop, "preposition", token, child.i + 1 if child.i == token.i + 1 else 0)
                return


def _gerund_end(noun: Token) -> int:
    """Return the end of an -ing clause that the noun is the subject of ("spoke of the army taking over"), else 0."""
    verb = next((c for c in kids(noun) if c.dep_ == "acl" and c.tag_ == "VBG"), None)
    return int(verb.right_edge.i) + 1 if verb is not None else 0


def _as(token: Token, children: list[Token], seconds: list[str]) -> Iterator[Content]:
    cue_end = token.i + 1
    view = next((c for c in children if c.lower_ == "as" and c.dep_ in ("prep", "mark") and c.i > token.i), None)
    thing = _right(children, token, "dobj")
    to = next((c for c in children if c.dep_ == "prep" and c.i == token.i + 1 and c.lower_ in seconds), None)
    if to is not None:
        thing, cue_end = next((c for c in kids(to) if c.dep_ == "pobj"), None), to.i + 1
        view = view or next((c for c in kids(thing) if c.lower_ == "as"), None) if thing is not None else None
    elif "" not in seconds:
        return
    if view is None and thing is not None:
        view = next((c for c in kids(thing) if c.lower_ == "as" and c.dep_ == "prep"), None) or _as_below(thing)
    if view is None or view.i <= token.i or not list(kids(view)):
        return
    end = int(view.right_edge.i) + 1
    if thing is None and token.tag_ == "VBN" and not any(c.dep_ == "agent" or c.lemma_ == "have" for c in children):
        return
    if thing is not None and thing.lower_.endswith(("self", "selves")):
        return
    if thing is None or thing.i < token.i or thing.lower_ in ("it", "them", "this", "that", "which"):
        yield _content(view.i + 1, end, "as", token, view.i + 1)
    else:
        yield _content(thing.left_edge.i, end, "as", token, cue_end)


def _as_below(thing: Token) -> Token | None:
    """Return an "as" that the parser hung on a clause about the thing: "the plan dubbed X as a mess"."""
    for child in kids(thing):
        if child.dep_ in ("acl", "relcl", "prep"):
            found = next((c for c in kids(child) if c.lower_ == "as" and c.dep_ == "prep"), None)
            if found is not None:
                return found
    return None


def _naming(token: Token, children: list[Token], _: list[str]) -> Iterator[Content]:
    view = _right(children, token, "oprd", "attr", "acomp")
    thing = _right(children, token, "dobj", "nsubj")
    if view is None:
        view = next((c for c in children if c.dep_ in _CLAUSAL and c.i > token.i and _small(c)), None)
        if view is not None and thing is None:
            thing = next((c for c in kids(view) if c.dep_ in ("nsubj", "nsubjpass")), None)
    if view is None or (thing is not None and thing.i > view.i):
        return
    end = int(view.right_edge.i) + 1
    if thing is None or thing.i < token.i:
        passive = token.tag_ == "VBN" and not any(c.dep_ == "agent" or c.lemma_ == "have" for c in children)
        if view.dep_ in ("oprd", "attr", "acomp") and not passive:
            yield _content(view.left_edge.i, end, "naming", token)
    elif thing.lower_ in ("it", "them", "this", "that"):
        yield _content(max(thing.i + 1, view.left_edge.i), end, "naming", token)
    else:
        yield _content(max(token.i + 1, thing.left_edge.i), end, "naming", token)


def _small(token: Token) -> bool:
    """Tell whether a clause is but a noun and a view of it: no tense, and no infinitive but "to be"."""
    if token.tag_ in _FINITE or any(c.tag_ in _FINITE and c.dep_ in ("aux", "auxpass") for c in kids(token)):
        return False
    return not _to(token) or token.lemma_ == "be"


def _charge(token: Token, children: list[Token], seconds: list[str]) -> Iterator[Content]:
    thing = _right(children, token, "dobj")
    if thing is None:
        return
    matter = next((c for c in children if c.dep_ == "prep" and c.i > thing.i and c.lower_ in seconds), None)
    if matter is None:
        matter = next((c for c in kids(thing) if c.dep_ == "prep" and c.i > thing.i and c.lower_ in seconds), None)
    if matter is not None and matter.lower_ in ("of", "for", "to", "on", "with"):
        whole = lemma_of(token) in ("attribute", "blame", "compare", "credit")
        start = max(token.i + 1, thing.left_edge.i) if whole else matter.i + 1
        yield _content(start, matter.right_edge.i + 1, "charge", token, 0, None if whole else thing)


_READERS = {
    "clause": _clause, "infinitive": _infinitive, "order": _order, "gerund": _gerund,
    "object": _object, "preposition": _preposition, "as": _as, "naming": _naming, "charge": _charge,
}  # fmt: skip


def span_of(doc: Doc, start: int, end: int) -> Span | None:
    """Return the characters of tokens `[start, end)` without the marks and commas at their ends; None if none are left."""
    while start < end and (doc[start].is_space or doc[start].text in _TRIM):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _TRIM):
        end -= 1
    if start >= end:
        return None
    last = doc[end - 1]
    return int(doc[start].idx), int(last.idx + len(last.text))
