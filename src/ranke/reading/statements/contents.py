"""Which words are what was said: the content that a cue hands on by the grammar of its sentence."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.statements import clauses, phrases
from ranke.reading.statements.cues import Content, CueUse, attitude_of
from ranke.reading.statements.passives import passive
from ranke.reading.statements.trees import is_finite, kids, right

_TRIM = frozenset(",;:.–—-…")
_VERBAL = frozenset({"aux", "auxpass", "neg", "prt"})
_MAIN = frozenset({"ROOT", "conj", "advcl", "relcl", "parataxis", "dep"})
_BREAKS = frozenset({",", "—", "–", "--", "-"})
_RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})
_CONCESSIONS = frozenset({"although", "despite", "though"})
_QUANTIFIERS = frozenset({"all", "both", "each", "few", "many", "most", "none", "one", "several", "some", "two"})
_PAIR = 2
_Reader = Callable[[Token, list[Token], list[str]], Iterator[Content]]
_READERS: dict[str, _Reader] = {
    "naming": phrases.naming,
    "as": phrases.viewed_as,
    "charge": phrases.charge,
    "order": phrases.order,
    "clause": clauses.clause,
    "infinitive": clauses.infinitive,
    "gerund": clauses.gerund,
    "preposition": phrases.preposition,
    "object": phrases.noun,
}
"""In this order the frames of a cue are tried: the more they ask for, the earlier."""


def contents_of(use: CueUse) -> list[Content]:
    """Return what this cue hands on, from the first frame that fits; two stretches where the cue stands inside.

    Frames of saying come first. What is only held counts in the main line of a sentence.
    """
    token = use.token
    children = kids(token)
    found = passive(use, children) or _read(use, children)
    if found:
        attitude = attitude_of(token)
        return found if attitude == "says" else [replace(content, attitude=attitude) for content in found]
    if use.held and token.dep_ in _MAIN:
        for attitude, frames in use.held:
            found = _read(CueUse(token, frames), children)
            if found and not _points_back(found[0], token):
                return [replace(content, attitude=attitude) for content in found]
    if ("clause", "") in use.frames and is_finite(token) and right(children, token, "dobj") is None:
        return list(clauses.unseen(token))
    return []


def _points_back(content: Content, token: Token) -> bool:
    """Tell whether content is but "the move", which names nothing of its own."""
    first = token.doc[content.start]
    return (
        content.frame == "object"
        and content.end - content.start == _PAIR
        and first.tag_ == "DT"
        and first.lower_ != "a"
    )


def _read(use: CueUse, children: list[Token]) -> list[Content]:
    for frame, reader in _READERS.items():
        if use.has(frame):
            found = list(reader(use.token, children, use.seconds(frame)))
            if found:
                return found
    return []


def span_of(doc: Doc, start: int, end: int) -> Span | None:
    """Return the characters of tokens `[start, end)` without marks and commas at their ends; None if none are left."""
    while start < end and (doc[start].is_space or doc[start].text in _TRIM):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _TRIM):
        end -= 1
    if start >= end:
        return None
    last = doc[end - 1]
    return int(doc[start].idx), int(last.idx + len(last.text))


def without_aside(doc: Doc, start: int, end: int) -> int:
    """Return where content ends without an aside at its end that is longer than all before it.

    "…, which …" and "…, though …" are as often the reporter's words as the speaker's; a long one buries what was said.
    """
    for i in range(start + 2, start + (end - start) // 2):
        if doc[i].text in _BREAKS and _opens_aside(doc, i + 1, end):
            return i
    return end


def _opens_aside(doc: Doc, i: int, end: int) -> bool:
    first = doc[i]
    if first.lower_ in _QUANTIFIERS and i + 2 < end and doc[i + 1].lower_ == "of":
        first = doc[i + 2]
    relative = first.lower_ in _RELATIVES and first.tag_ in ("WDT", "WP", "WP$", "WRB")
    conceded = first.lower_ in _CONCESSIONS or (first.lower_ == "even" and doc[i + 1].lower_ in ("as", "though"))
    if first.tag_ == "RB" and i + 1 < end:
        first = doc[i + 1]
    if first.tag_ == "VBG" and first.dep_ in ("advcl", "acl"):
        return True  # "would see them, drawing a crowd of …"
    return (relative or conceded) and not any(doc[k].text == "," for k in range(i, end))


def cue_span(cue: Token, end: int) -> Span:
    """Return the characters of a cue up to token `end` with what stands at once beside it: "has openly said"."""
    doc, start = cue.doc, int(cue.i)
    own = {int(c.i) for c in kids(cue) if c.dep_ in _VERBAL or (c.dep_ == "advmod" and c.pos_ == "ADV")}
    while start - 1 in own:
        start -= 1
    while end in own and doc[end].dep_ == "prt":
        end += 1
    last = doc[end - 1]
    return int(doc[start].idx), int(last.idx + len(last))
