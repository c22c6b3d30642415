"""Which cue introduces a quotation from before it: `he said on Friday, "…"`, "issued the following statement:"."""

from spacy.tokens import Doc, Token

from ranke.reading.statements.asserted import is_attribute
from ranke.reading.statements.cues import words
from ranke.reading.statements.scene import REACH, Scene
from ranke.reading.statements.trees import SUBJECTS, child, is_finite, is_verbal, kids, lemma_of
from ranke.reading.statements.voicing import as_told, governs

_ENDS = frozenset(".!?")
_LINKING = frozenset({"be", "come", "follow", "read", "run"})
_LEADS = frozenset(",:;—–-(")
_DASHES = frozenset({"—", "–", "―", "--"})
_UNFINISHED = frozenset({"DT", "PRP$", "JJ", "IN", "POS", "RB", "CC", "TO"})
_LAST = frozenset({"that", "also", "later", "today"})
_SIDE = frozenset({"advcl", "acl", "pcomp", "amod", "prep", "compound"})


def introducing(scene: Scene, n: int, before: Token) -> Token | None:
    """Return the cue that introduces a quotation: `he said on Friday, "…"`."""
    colon = before.text == ":"
    comma = colon or before.text in ",—–"
    i = (_before_aside(scene, before) or before.i) - 1 if before.text in _LEADS else before.i
    for j in range(i, max(-1, i - REACH), -1):
        token = scene.doc[j]
        if _introduces(scene, token):
            return token if comma or _direct(scene, n, j) else None
        if comma and j == i and governs(scene, n, token):
            return token
        stop = token.text in _ENDS and (not colon or j < i)
        if stop or (token.is_space and "\n" in token.text):
            break
        if scene.quotations.at(token.idx) is not None and not token.is_punct:
            return None
        if is_verbal(token) and not colon and not (comma and token.tag_ in ("VBG", "VBN") and token.dep_ in _SIDE):
            return token if comma and as_told(scene, n, token) else None
    return announcing_noun(scene.doc, i) if colon else None


def _before_aside(scene: Scene, closing: Token) -> int | None:
    """Return where an aside between dashes opens, whose second dash this is: `he said — and paused — "…"`."""
    if closing.text in _DASHES:
        for i in range(closing.i - 1, max(-1, closing.i - REACH), -1):
            token = scene.doc[i]
            if token.text in _ENDS or "\n" in token.text or scene.quotations.at(token.idx) is not None:
                break
            if token.text in _DASHES:
                return i
    return None


def announcing_noun(doc: Doc, place: int) -> Token | None:
    """Return the document that a colon ends the mention of: "issued the following statement:"."""
    for i in range(place, max(-1, place - REACH), -1):
        if doc[i].text in _ENDS or "\n" in doc[i].text or (i < place and _tells(doc[i])):
            return None
        if doc[i].pos_ == "NOUN" and lemma_of(doc[i]) in words().documents & words().occasions:
            return doc[i]
    return None


def _tells(verb: Token) -> bool:
    """Tell whether this is the verb of a whole clause with a doer, beyond which a noun announces nothing."""
    doer = child(verb, "nsubj")
    return is_finite(verb) and doer is not None and doer.i < verb.i and lemma_of(verb) not in words().issues | _LINKING


def _introduces(scene: Scene, token: Token) -> bool:
    """Tell whether this is a cue for what follows it, neither a noun's attribute nor "as reported by X"."""
    if token.i not in scene.uses or is_attribute(token):
        return False
    return not (token.tag_ == "VBN" and any(c.lower_ == "as" and c.i < token.i for c in kids(token)))


def _direct(scene: Scene, n: int, cue: int) -> bool:
    """Tell whether only a time, a place or who is told stands between a cue and a mark without a comma."""
    verb, first = scene.doc[cue], scene.bounds[n][0]
    if not scene.sentence_like(n) and lemma_of(verb) not in words().aloud:
        return False
    between = [scene.doc[i] for i in range(cue + 1, first) if not scene.doc[i].is_space]
    if not between:
        return True
    if between[-1].tag_ in _UNFINISHED and between[-1].lower_ not in _LAST:
        return False
    if any(token.lower_ == "that" and token.dep_ == "mark" for token in between[:-1]):
        return False
    if lemma_of(verb) in words().tellers:
        return True
    if any(token.dep_ in SUBJECTS and token.head.i >= first for token in between):
        return False  # He said the plan "was dead."
    return not any(token.dep_ == "dobj" and token.head.i == cue for token in between)
