"""What somebody is sure of, worried about or opposed to: "is confident that the bill will pass"."""

from spacy.tokens import Doc, Token

from ranke.model import Attitude
from ranke.reading.parts import StatementPart
from ranke.reading.statements.asserted import is_asserted
from ranke.reading.statements.authors import RELATIVE
from ranke.reading.statements.contents import span_of, without_aside
from ranke.reading.statements.cues import cues
from ranke.reading.statements.speakers import naming_span, speaker_of, with_speaker
from ranke.reading.statements.trees import child, is_infinitive, kids, lemma_of, subtree_end

_BE = frozenset({"be", "remain", "become", "feel", "stay", "grow"})
_MAIN = frozenset({"ROOT", "conj", "advcl", "relcl", "parataxis"})
_NEAR = 3
"""Tokens within which verb, state and content stand."""
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl"})


def find_states(doc: Doc) -> list[StatementPart]:
    """Return what is held by those of whom an adjective says that they hold it."""
    found: list[StatementPart] = []
    firsts = {doc.vocab.strings.add(adjective) for adjective, _ in cues().states}
    for place, word in enumerate(doc.to_array("LOWER")):
        if word not in firsts:
            continue
        token = doc[place]
        verb = _verb(token)
        if verb is None or verb.dep_ not in _MAIN or not is_asserted(verb):
            continue
        subject = child(verb, "nsubj", "nsubjpass")
        if subject is not None and subject.lower_ not in RELATIVE | {"it", "this", "that", "there", "i", "we", "you"}:
            found += _held(doc, token, verb, subject)
    return found


def _verb(token: Token) -> Token | None:
    """Return the verb that carries the state: "is" for "is sure", the participle itself for "is opposed"."""
    if token.dep_ == "acomp" and lemma_of(token.head) in _BE:
        return token.head
    return token if token.tag_ == "VBN" and child(token, "auxpass") is not None else None


def _held(doc: Doc, token: Token, verb: Token, subject: Token) -> list[StatementPart]:
    for c in [*kids(token), *(kids(verb) if verb.i != token.i else [])]:
        if c.i < token.i:
            continue
        start, attitude = _content(token, c)
        if attitude is None or start - token.i > _NEAR:  # "sure, he said, that"
            continue
        content = span_of(doc, start, without_aside(doc, start, subtree_end(c)))
        if content is None:
            return []
        speaker = speaker_of(subject)
        return [
            StatementPart(
                content=content,
                cue=(verb.idx if token.i - verb.i < _NEAR else token.idx, token.idx + len(token)),
                kind="indirect",
                speaker=speaker.i,
                speaker_span=naming_span(doc, subject.i, token.i),
                beside=with_speaker(speaker),
                cue_token=token.i,
                frame="state",
                attitude=attitude,
            )
        ]
    return []


def _content(token: Token, part: Token) -> tuple[int, Attitude | None]:
    """Return where the content that hangs on a state begins, and which attitude it is."""
    states, word = cues().states, token.lower_
    if part.dep_ == "prep":
        return part.i + 1, states.get((word, part.lower_))
    if part.dep_ not in _CLAUSAL:
        return 0, None
    if is_infinitive(part) and child(part, "nsubj") is None:
        return int(part.left_edge.i), states.get((word, "to"))
    mark = child(part, "mark")
    if mark is not None and mark.lower_ != "that":
        return 0, None
    start = mark.i + 1 if mark is not None else int(part.left_edge.i)
    return start, states.get((word, "that")) if child(part, "nsubj", "nsubjpass", "expl") is not None else None
