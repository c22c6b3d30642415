"""Who speaks by the form alone: a name below a quotation after a dash, a name and a colon before one."""

from spacy.tokens import Token

from ranke.reading.statements.authors import own_subject
from ranke.reading.statements.cues import words
from ranke.reading.statements.scene import REACH, Scene
from ranke.reading.statements.trees import is_finite, is_verbal, lemma_of

_ENDS = frozenset(".!?")
_DASHES = frozenset({"—", "–", "―", "--", "-"})
_ASIDE = frozenset({"relcl", "acl"})
_PERSONS = frozenset({"he", "she", "they", "i", "we"})


def signed(scene: Scene, n: int) -> Token | None:
    """Return who signs a quotation with a dash and a name to the end of the line: `"…" — Jo Hill, teacher`."""
    dash = _glued(scene, n) or scene.after(n) or _next_line(scene, n)
    if dash is None or dash.text.lstrip('"”“') not in _DASHES or dash.i + 1 >= len(scene.doc):
        return None
    name = scene.doc[dash.i + 1]
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    line = scene.doc[dash.i : min(len(scene.doc), dash.i + REACH)]
    size = next((k for k, token in enumerate(line) if "\n" in token.text), len(line))
    return name if name.pos_ == "PROPN" and not any(is_verbal(token) for token in line[:size]) else None


def _glued(scene: Scene, n: int) -> Token | None:
    """Return the closing mark that the tokenizer left in one with the dash after it."""
    last = scene.doc[scene.bounds[n][1] - 1]
    return last if len(last) > 1 and last.text[-1] in _DASHES else None


def _next_line(scene: Scene, n: int) -> Token | None:
    """Return the first word or mark of the paragraph after a quotation that stands alone in its own."""
    if scene.before(n) is not None:
        return None
    end = scene.bounds[n][1]
    return next((token for token in scene.doc[end : end + 3] if not token.is_space), None)


def set_between(scene: Scene, n: int) -> Token | None:
    """Return the person named right before a quotation between dashes: `mayors like Jo Hill -- "…" -- object`."""
    before, after = scene.before(n), scene.after(n)
    if before is None or after is None or not before.i or not _DASHES.issuperset((before.text, after.text)):
        return None
    name = scene.doc[before.i - 1]
    return name if name.ent_type_ == "PERSON" and scene.sentence_like(n) else None


def labelled(scene: Scene, n: int) -> Token | None:
    """Return the name right before a colon and a quotation, where no verb stands before it: `Jo Hill: "…"`."""
    colon = scene.before(n)
    if colon is None or colon.text != ":" or not colon.i:
        return None
    name = scene.doc[colon.i - 1]
    for i in range(colon.i - 1, max(-1, colon.i - REACH), -1):
        token = scene.doc[i]
        if token.text in _ENDS or token.text in "-–—" or "\n" in token.text:
            if i == name.i - 1 and name.pos_ == "PROPN":
                return name  # nothing but the name stands in the line
            break
        if is_verbal(token):
            return _announcer(scene, colon)
    return name if name.ent_type_ in ("PERSON", "ORG") else None


def _announcer(scene: Scene, colon: Token) -> Token | None:
    """Return who does what the words before a colon tell: `Jo Hill had an answer: "…"`, `the letter ends: "…"`."""
    for i in range(colon.i - 1, max(-1, colon.i - REACH), -1):
        token = scene.doc[i]
        if scene.quotations.at(token.idx) is not None:
            continue
        if token.text in _ENDS or "\n" in token.text:
            return None
        if is_finite(token) and token.dep_ not in _ASIDE:
            subject = own_subject(token) or (own_subject(token.head) if token.dep_ in ("aux", "conj") else None)
            if subject is not None and subject.i < colon.i:
                return subject if _speaks(subject) else None
    return None


def _speaks(noun: Token) -> bool:
    table = words()
    named = noun.ent_type_ in ("PERSON", "ORG") or noun.lower_ in _PERSONS
    return named or lemma_of(noun) in table.people | table.documents | table.media_words
