"""Who speaks inside quotation marks: "I", "we" and "my" there mean the speaker, "he" means somebody else."""

from functools import cache

from spacy.tokens import Doc, Token

from ranke.reading.actors.chains import Chain, Chains
from ranke.reading.actors.spots import SUBJECTS, Spot
from ranke.reading.events.frames import subject
from ranke.reading.statements.cues import cues
from ranke.reading.words import words_of

_OPEN, _CLOSE = "“„«", "”»"
_AFTER, _BEFORE = 12, 30
"""Tokens after and before a quotation in which its speech verb is looked for."""


@cache
def _speech_verbs() -> frozenset[str]:
    """Return the verbs that hand on a clause or a quotation."""
    return frozenset(
        lemma for lemma, frames in cues().verbs.items() if any(frame in ("clause", "quote") for frame, _ in frames)
    )


def is_speaker(token: Token) -> bool:
    """Whether a token is the subject of a verb that hands on what is said, as "met and said", "went on to say"."""
    if token.dep_ not in SUBJECTS:
        return False
    verbs = (token.head, *(child for child in token.head.children if child.dep_ in ("conj", "xcomp")))
    return any(verb.lemma_ in _speech_verbs() for verb in verbs)


def quoted_tokens(doc: Doc) -> list[bool]:
    """Return for each token whether it stands between quotation marks; a paragraph's end closes them."""
    inside = False
    found: list[bool] = []
    for text in words_of(doc).text:
        if text[0].isalnum():
            found.append(inside)
            continue
        if text[0] in _CLOSE:
            found.append(False)
            inside = False
            continue
        if text.isspace() and "\n" in text:
            inside = False
        elif text[0] in _OPEN:
            inside = True
        elif text == '"':
            inside = not inside
        found.append(inside)
    return found


def speaker_tokens(doc: Doc, quoted: list[bool]) -> dict[int, int]:
    """Return for each token inside quotation marks the head token of who says it, where the grammar tells."""
    found: dict[int, int] = {}
    i, size = 0, len(doc)
    while i < size:
        if not quoted[i]:
            i += 1
            continue
        end = i
        while end < size and quoted[end]:
            end += 1
        speaker = _speaker(doc, quoted, i, end)
        if speaker is not None:
            found.update(dict.fromkeys(range(i, end), speaker))
        i = end
    return found


def _speaker(doc: Doc, quoted: list[bool], start: int, end: int) -> int | None:
    """Return the subject of the speech verb next to a quotation, after it or before it."""
    for around in (range(end, min(end + _AFTER, len(doc))), range(start - 1, max(start - _BEFORE, -1), -1)):
        for i in around:
            token = doc[i]
            if token.is_space and "\n" in token.text:
                break
            if quoted[i] or token.pos_ != "VERB" or token.lemma_ not in _speech_verbs():
                continue
            found = _subject(token) or _subject(token.head) or subject(token)
            if found is not None and not quoted[found.i]:
                return int(found.i)
    return None


def _subject(verb: Token) -> Token | None:
    if verb.pos_ != "VERB":
        return None
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def join_speakers(
    spots: list[Spot],
    heads: dict[int, tuple[Chain, ...]],
    chains: Chains,
    *,
    quoted: list[bool],
    speakers: dict[int, int],
) -> None:
    """Give "I", "we" and "my" inside quotation marks to who says the quotation, else to who spoke last.

    Args:
        spots: Every expression, in order.
        heads: For each head token who is meant there; "I" and the like are added.
        chains: The chains, which get these pronouns too.
        quoted: For each token whether it stands between quotation marks.
        speakers: For tokens there the head token of who says it.
    """
    speaker: tuple[Chain, ...] = ()
    for spot in spots:
        if spot.gender != "1" or not quoted[spot.head]:
            continue
        token = speakers.get(spot.head)
        speaker = heads.get(token, speaker) if token is not None else speaker
        if speaker:
            heads[spot.head] = speaker
            if len(speaker) == 1:
                chains.put(spot, speaker[0])
