"""Verbs of no table that open or close a quotation as a cue would: "Jo Hill jeered, …", "as the poet put it, …"."""

from spacy.tokens import Token

from ranke.reading.statements.cues import words
from ranke.reading.statements.scene import Scene
from ranke.reading.statements.trees import child, lemma_of

_PERSONS = frozenset({"he", "she", "they", "who"})
_TENSED = frozenset({"VBD", "VBZ"})


def governs(scene: Scene, n: int, token: Token) -> bool:
    """Tell whether a verb of no table opens a quotation as a cue would, its subject somebody: `Jo Hill jeered, "…`."""
    doer = child(token, "nsubj")
    if token.tag_ not in _TENSED or doer is None or token.pos_ != "VERB" or not scene.sentence_like(n):
        return False
    somebody = doer.ent_type_ in ("PERSON", "NORP") or doer.lower_ in _PERSONS or lemma_of(doer) in words().people
    return somebody and child(token, "dobj") is None and scene.text[scene.quotation(n).inner[0]].isupper()


def as_told(scene: Scene, n: int, token: Token) -> bool:
    """Tell whether an "as" opens the clause before a quotation: `As the poet put it, "…"`."""
    mark = child(token, "mark")
    opens = mark is not None and mark.text == "As" and child(token, "nsubj") is not None
    return opens and token.tag_ in _TENSED and scene.sentence_like(n)


def voices(scene: Scene, n: int, token: Token, *, subject: bool) -> bool:
    """Tell whether a verb of no table closes a quotation as a cue would: "the guard barked"."""
    if not subject or token.tag_ not in _TENSED or scene.text[scene.quotation(n).inner[1] - 1] not in ",!?":
        return False
    end = scene.bounds[n][1]
    doer = child(token, "nsubj")
    if doer is None or not any(word.i == doer.left_edge.i for word in scene.doc[end : end + 2]):
        return False  # "… !" Last night the train arrived.
    after = next((word for word in scene.doc[token.i + 1 : token.i + 3] if word.dep_ != "prt"), None)
    return after is None or after.is_punct or after.is_space or after.dep_ in ("prep", "npadvmod", "advmod", "cc")
