"""Cues that carry on for the speaker of an earlier cue, though the parser hangs them inside what was said.

"He said the road was closed and urged drivers to wait, adding that …": `urged` and `adding` are his, not the road's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from ranke.reading.statements.cues import CueUse
from ranke.reading.statements.trees import WALK, kids

_PAST = frozenset({"VBD", "VBN"})
_WITHIN = frozenset({
    "ccomp", "xcomp", "conj", "advcl", "acl", "dobj", "pobj", "prep", "relcl",
    "attr", "appos", "pcomp", "dep", "oprd", "parataxis",
})  # fmt: skip
_INTO = frozenset({"ccomp", "xcomp", "dobj", "prep", "oprd", "advcl"})
_BESIDE = frozenset({"as", "when", "whereas", "while"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we"})


@dataclass(slots=True)
class Tails:
    """`owner` maps a cue's token to the cue it carries on from; `cuts` says where that one's content must end."""

    owner: dict[int, int] = field(default_factory=dict)
    cuts: dict[int, int] = field(default_factory=dict)

    def end(self, cue: int, start: int, end: int) -> int:
        """Return where the content `[start, end)` of a cue ends once its tails are off."""
        cut = self.cuts.get(cue, end)
        return cut if start < cut < end else end


def find_tails(doc: Doc, uses: Iterable[CueUse]) -> Tails:
    """Return the tails among the cues of a text."""
    tails = Tails()
    cues = {use.token.i: use for use in uses}
    for i, use in cues.items():
        above = _cue_above(use.token, cues)
        if above is None:
            continue
        token = use.token
        kind = _tail(token, above)
        if kind is None:
            continue
        start = _clause_start(doc, token, above.i)
        tails.cuts[above.i] = min(start, tails.cuts.get(above.i, start))
        if kind == "same":
            tails.owner[i] = tails.owner.get(above.i, above.i)
    return tails


def _cue_above(token: Token, cues: dict[int, CueUse]) -> Token | None:
    """Return the cue whose content the parser hangs this token in, if it stands before it."""
    current = token
    for _ in range(WALK):
        head = current.head
        if head.i == current.i or current.dep_ not in _WITHIN:
            return None
        above = head.i in cues and head.i < token.i and head.dep_ != "acl"
        if above and current.dep_ in _INTO and current.i != token.i:
            return head
        current = head
    return None


def _tail(token: Token, above: Token) -> str | None:
    """Return `same` for a cue of the same speaker, `other` for one with a subject of its own, None for no tail."""
    subject = next((c for c in kids(token) if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None:
        if token.tag_ == "VBG" and token.dep_ in ("advcl", "acl", "conj", "dep") and _after_comma(token):
            return "same"
        if token.dep_ == "conj" and token.head.i > above.i and _tensed(token, above) and not _tensed_alike(token):
            return "same"
        return None
    return "other" if _other(token, above, subject) else None


def _other(token: Token, above: Token, subject: Token) -> bool:
    """Tell whether a cue with its own subject stands beside the earlier one: "… and some said", "as he suggested"."""
    children = kids(token)
    if token.dep_ == "conj":
        alike = token.tag_ == above.tag_ and subject.i < token.i and token.head.i in _content_heads(above)
        return alike and any(c.dep_ in ("ccomp", "xcomp") for c in children)
    if token.dep_ == "advcl":
        linked = next((c.lower_ for c in children if c.lower_ in _BESIDE and c.i < token.i), None)
        apart = linked in ("while", "whereas") and _after_comma(token, relative=True)
        return linked is not None and (subject.lower_ in _PRONOUNS or (apart and _tells(token, children)))
    return token.dep_ == "relcl" and subject.lower_ in _PRONOUNS - {"who"} and _after_comma(token, relative=True)


def _tells(token: Token, children: list[Token]) -> bool:
    """Tell whether a cue has a clause or a quotation of its own after it."""
    return any(c.i > token.i and (c.dep_ in ("ccomp", "xcomp", "oprd") or c.is_quote) for c in children)


def _content_heads(above: Token) -> set[int]:
    return {c.i for c in kids(above) if c.dep_ in ("ccomp", "xcomp")}


def _tensed(token: Token, above: Token) -> bool:
    """Tell whether two verbs could be coordinate: the same tense, or participle and past, which look alike."""
    if any(c.dep_ in ("aux", "auxpass") for c in kids(token)):
        return token.tag_ == above.tag_
    return token.tag_ == above.tag_ or {token.tag_, above.tag_} <= _PAST


def _tensed_alike(token: Token) -> bool:
    """Tell whether the verb the parser joined this one to is in the same simple tense, so that it may well be right."""
    head = token.head
    helped = any(c.dep_ in ("aux", "auxpass") for c in kids(head))
    comma = token.doc[token.i - 1].text == "," or (token.i > 1 and token.doc[token.i - 2].text == ",")
    content = any(c.dep_ == "ccomp" for c in kids(token))
    return head.tag_ == token.tag_ and head.lemma_ != "be" and not helped and not comma and not content


def _after_comma(token: Token, *, relative: bool = False) -> bool:
    doc, i = token.doc, token.i - 1
    if relative:
        i = token.left_edge.i - 1
    while i > 0 and doc[i].dep_ in ("advmod", "cc", "mark", "preconj"):
        i -= 1
    return i >= 0 and doc[i].text in (",", '"', "”", "’", "—", "–")


def _joins(before: Token, token: Token) -> bool:
    return (
        before.text == "," or before.dep_ in ("cc", "preconj") or (before.dep_ == "advmod" and before.head.i == token.i)
    )


def _clause_start(doc: Doc, token: Token, floor: int) -> int:
    """Return the token where the tail begins, its "and" and comma with it."""
    start = max(int(token.left_edge.i), floor + 1)
    while start > floor + 1 and _joins(doc[start - 1], token):
        start -= 1
    return start
