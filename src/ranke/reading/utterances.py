"""Which cue a quotation hangs on: before it, after it, between its parts, or carried over from the one before."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.contents import TELLERS, kids
from ranke.reading.cues import CueUse, cues, lemma_of
from ranke.reading.quotations import Quotation, Quotations

_REACH = 40
"""Tokens looked at beside a quotation for its cue."""
_ENDS = frozenset(".!?")
_LEADS = frozenset(",:;—–-(")


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation that stands for itself: `cue` is its verb; `follows` is the utterance before that it carries on."""

    content: Span
    cue: Token | None
    follows: int | None = None
    shares: bool = False


class _Scene:
    """A text with its quotations and cues, and the tokens beside each quotation."""

    def __init__(self, doc: Doc, quotations: Quotations, uses: list[CueUse]) -> None:
        self.doc, self.text, self.quotations = doc, doc.text, quotations
        self.uses = {use.token.i: use for use in uses if use.has("clause") or use.has("quote")}
        self.starts = {token.idx: token.i for token in doc}
        self.token_at: list[int] = []
        self._bounds()

    def _bounds(self) -> None:
        """Note for each quotation the tokens it takes up, `[first, last)`."""
        self.bounds: list[tuple[int, int]] = []
        i, size = 0, len(self.doc)
        for quotation in self.quotations.top:
            while i < size and self.doc[i].idx + len(self.doc[i]) <= quotation.outer[0]:
                i += 1
            first = i
            while i < size and self.doc[i].idx < quotation.outer[1]:
                i += 1
            self.bounds.append((first, i))


def find_utterances(doc: Doc, quotations: Quotations, uses: list[CueUse]) -> list[Utterance]:
    """Return the quotations that somebody utters, each with its cue; bits of quotation within a clause are left out."""
    scene = _Scene(doc, quotations, uses)
    found: list[Utterance] = []
    last = -1
    for n, quotation in enumerate(quotations.top):
        cue = _cue_of(scene, n, found, last)
        if cue is not None:
            found.append(Utterance(quotation.inner, cue))
        elif _stands_alone(scene, n) and found and last >= 0:
            shares = _only_cue_between(scene, last, n, found[-1].cue)
            follows = len(found) - 1
            found.append(Utterance(quotation.inner, found[-1].cue if shares else None, follows, shares))
        elif _stands_alone(scene, n) and _sentence_like(scene, n):
            found.append(Utterance(quotation.inner, None))
        else:
            continue
        last = n
    return found


def _cue_of(scene: _Scene, n: int, found: list[Utterance], last: int) -> Token | None:
    first, end = scene.bounds[n]
    before, after = _left_of(scene, first), _right_of(scene, end)
    whole = _whole(scene, n, after)
    following = _following(scene, n) if before is None or before.text in _LEADS or before.text[-1] in _ENDS or _is_quote(before) or before.dep_ == "cc" else None
    preceding = _preceding(scene, n) if whole else None
    if preceding is not None and (following is None or before is None or before.text in ",:" or before.i == preceding.i):
        return preceding
    if following is not None:
        return following
    if last == n - 1 and found and found[-1].cue is not None and whole and before is not None:
        gap = range(scene.bounds[last][1], first)
        words = [scene.doc[i].lower_ for i in gap if not scene.doc[i].is_punct and not scene.doc[i].is_space]
        if words in (["and"], ["but"], ["and", "that"], []) and found[-1].content == scene.quotations.top[last].inner and len(words) > 0:
            return found[-1].cue
        cue = found[-1].cue
        if before.text == "," and scene.bounds[last][1] <= cue.i < first:
            return cue
    return None


def _is_quote(token: Token) -> bool:
    return token.text[-1:] in "\"”“’'»«"


def _left_of(scene: _Scene, first: int) -> Token | None:
    """Return the last word or mark before a quotation in its paragraph; a colon reaches over a line break."""
    i = first - 1
    broken = False
    while i >= 0 and scene.doc[i].is_space:
        broken = broken or "\n" in scene.doc[i].text
        i -= 1
    if i < 0:
        return None
    return None if broken and scene.doc[i].text != ":" else scene.doc[i]


def _right_of(scene: _Scene, end: int) -> Token | None:
    i = end
    while i < len(scene.doc) and scene.doc[i].is_space:
        if "\n" in scene.doc[i].text:
            return None
        i += 1
    return scene.doc[i] if i < len(scene.doc) else None


def _whole(scene: _Scene, n: int, after: Token | None) -> bool:
    """Tell whether a quotation is the whole of what follows its cue: nothing of the same clause comes after it."""
    quotation = scene.quotations.top[n]
    if scene.text[quotation.inner[1] - 1] in ".!?,…;" or after is None or not quotation.closed:
        return True
    return after.is_punct or after.dep_ in ("cc", "mark") or after.tag_ in ("CC", "VBG", "IN") or after.is_sent_start is True


def _preceding(scene: _Scene, n: int) -> Token | None:
    """Return the cue that introduces a quotation: `he said on Friday, "…"`."""
    first = scene.bounds[n][0]
    before = _left_of(scene, first)
    if before is None:
        return None
    i = before.i
    colon = before.text == ":"
    comma = colon or before.text in ",—–"
    if before.text in _LEADS:
        i -= 1
    crossed = False
    for j in range(i, max(-1, i - _REACH), -1):
        token = scene.doc[j]
        if j in scene.uses and not _noun_like(token) and not _as_said(token):
            if comma or before.i == j or not crossed:
                return token if comma or _direct(scene, n, j) else None
            return None
        if token.text in _ENDS and not colon or (token.is_space and "\n" in token.text) or (token.text in _ENDS and j < i and colon):
            return None
        if scene.quotations.at(token.idx) is not None and not token.is_punct:
            return None
        if token.pos_ in ("VERB", "AUX") and not (comma and _is_side(token)):
            if not colon:
                return None
            crossed = True
    return None


def _as_said(token: Token) -> bool:
    """Tell whether a cue only names who passes it on: "as reported by the agency"."""
    return token.tag_ == "VBN" and any(c.lower_ == "as" and c.i < token.i for c in kids(token))


def _noun_like(token: Token) -> bool:
    return bool(token.dep_ in ("amod", "compound"))


def _is_side(token: Token) -> bool:
    """Tell whether a verb stands in a phrase beside the cue ("speaking in Rome", "published today")."""
    return token.tag_ in ("VBG", "VBN") and token.dep_ in ("advcl", "acl", "pcomp", "amod", "prep", "compound")


def _direct(scene: _Scene, n: int, cue: int) -> bool:
    """Tell whether only a time, a place or who is told stands between a cue and a mark without a comma."""
    first = scene.bounds[n][0]
    if not _sentence_like(scene, n) and lemma_of(scene.doc[cue]) not in cues().aloud:
        return False
    between = [scene.doc[i] for i in range(cue + 1, first) if not scene.doc[i].is_space]
    if not between:
        return True
    last = between[-1]
    if last.tag_ in ("DT", "PRP$", "JJ", "IN", "POS", "RB", "CC", "TO") and last.lower_ not in ("that", "also", "later", "today"):
        return False
    return not any(token.dep_ == "dobj" and token.head.i == cue and lemma_of(scene.doc[cue]) not in TELLERS for token in between)


def _following(scene: _Scene, n: int) -> Token | None:
    """Return the cue of the reporting clause right after a quotation: `"…," said the mayor`, `"…," the mayor said`."""
    end = scene.bounds[n][1]
    stop = min(len(scene.doc), end + _REACH)
    subject = False
    for i in range(end, stop):
        token = scene.doc[i]
        if token.is_space:
            if "\n" in token.text:
                return None
            continue
        if i > end and scene.quotations.at(token.idx) is not None:
            return None
        if token.text in ".;:" or (i == end and token.tag_ in ("CC", "IN", "WDT", "WP") and token.lower_ != "as"):
            return None
        if i in scene.uses and not _noun_like(token) and not _relative(token):
            if token.tag_ in ("VBG",) and not subject:
                return None
            return token if subject or _inverted(token) else None
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("relcl", "acl", "aux", "auxpass", "advcl", "amod", "compound"):
            if not (i + 1 in scene.uses or token.pos_ == "AUX"):
                return None
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            subject = True
    return None


def _relative(token: Token) -> bool:
    """Tell whether a cue stands in a clause about the speaker: "Jo Hill, who said …", "the man quoted above"."""
    if token.dep_ not in ("relcl", "acl"):
        return False
    return token.tag_ in ("VBN", "VBG") or any(c.lower_ in ("who", "which", "that") and c.dep_ == "nsubj" for c in kids(token))


def _inverted(token: Token) -> bool:
    """Tell whether a name or noun comes soon after the cue, as its subject would."""
    after = token.doc[token.i + 1 : token.i + 8]
    return any(word.pos_ in ("NOUN", "PROPN", "PRON") for word in after)


def _stands_alone(scene: _Scene, n: int) -> bool:
    """Tell whether a quotation begins and ends as a sentence does."""
    first, end = scene.bounds[n]
    before, after = _left_of(scene, first), _right_of(scene, end)
    quotation = scene.quotations.top[n]
    opens = before is None or before.text[-1] in _ENDS or _is_quote(before) or before.text == ":"
    last = scene.text[quotation.inner[1] - 1]
    closes = after is None or last in ".!?…" or after.text in _ENDS or not quotation.closed
    return opens and closes and _sentence_like(scene, n)


def _sentence_like(scene: _Scene, n: int) -> bool:
    first, end = scene.bounds[n]
    words = [scene.doc[i] for i in range(first, min(end, first + _REACH)) if scene.doc[i].is_alpha]
    return len(words) > 3 and any(word.pos_ in ("VERB", "AUX") for word in words)


def _only_cue_between(scene: _Scene, last: int, n: int, cue: Token | None) -> bool:
    """Tell whether nothing but the cue's own clause stands between two quotations."""
    if cue is None:
        return False
    start, end = scene.bounds[last][1], scene.bounds[n][0]
    gap = [scene.doc[i] for i in range(start, end)]
    if any("\n" in token.text for token in gap if token.is_space):
        return False
    if start <= cue.i < end:
        return sum(token.text in _ENDS for token in gap) <= 1
    return not any(token.is_alpha for token in gap)
