"""Which cue a quotation hangs on: before it, after it, between its parts, or carried over from the one before."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from ranke.model import Span
from ranke.reading.statements.asserted import is_attribute
from ranke.reading.statements.cues import CueUse, words
from ranke.reading.statements.introduced import introducing
from ranke.reading.statements.quotations import Quotations
from ranke.reading.statements.scene import REACH, Scene
from ranke.reading.statements.signatures import labelled, set_between, signed
from ranke.reading.statements.surroundings import sentence_around, source_before
from ranke.reading.statements.trees import is_verbal, kids, lemma_of
from ranke.reading.statements.voicing import voices

_ENDS = frozenset(".!?")
_LEADS = frozenset(",:;—–-(")
_NICKNAME = 20
"""Characters of a nickname."""
_NO_SUBJECT = frozenset({"CC", "IN", "WDT", "WP"})
_BESIDE = frozenset({"relcl", "acl", "aux", "auxpass", "advcl", "amod", "compound"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation that stands for itself.

    `cue` is its verb or noun, None where it has none; `follows` is the number of the utterance that it carries on;
    `speaker` is set where the form alone names who speaks, as in a transcript; `lead` is the part of its sentence that
    stands before the cue.
    """

    content: Span
    cue: Token | None
    follows: int | None = None
    speaker: Token | None = None
    lead: Span | None = None


def find_utterances(doc: Doc, quotations: Quotations, uses: list[CueUse]) -> list[Utterance]:
    """Return the quotations that somebody utters, each with its cue; bits of quotation within a clause are left out."""
    scene = Scene(doc, quotations, uses)
    found: list[Utterance] = []
    last = -1
    for n, quotation in enumerate(quotations.top):
        speaker = set_between(scene, n)
        cue = _cue_of(scene, n, found, last) if speaker is None else None
        if cue is not None:
            content, lead = sentence_around(scene, n, cue)
            found.append(Utterance(content, cue, lead=lead))
            last = n
            continue
        speaker = speaker or signed(scene, n) or labelled(scene, n)
        if speaker is not None:
            found.append(Utterance(quotation.inner, None, speaker=speaker))
        elif found and _stands_alone(scene, n) and _only_cue_between(scene, last, n, found[-1].cue):
            found.append(Utterance(quotation.inner, found[-1].cue, follows=len(found) - 1))
        elif _stands_alone(scene, n) and scene.sentence_like(n):
            found.append(Utterance(quotation.inner, None, follows=len(found) - 1 if found else None))
        else:
            continue
        last = n
    return [replace(utterance, content=_bare(quotations.text, utterance.content)) for utterance in found]


def _bare(text: str, span: Span) -> Span:
    """Take off the comma that a quotation has before its cue."""
    end = span[1]
    while end > span[0] + 1 and text[end - 1] in ",;":
        end -= 1
    return span[0], end


def _cue_of(scene: Scene, n: int, found: list[Utterance], last: int) -> Token | None:
    before, after = scene.before(n), scene.after(n)
    whole = _whole(scene, n, after)
    opens = before is None or before.text in _LEADS or _ends(before) or before.dep_ == "cc"
    following = _following(scene, n) if opens else None
    preceding = introducing(scene, n, before) if whole and before is not None else None
    introduced = before is not None and preceding is not None and (before.text in ",:" or before.i == preceding.i)
    if preceding is None and whole and before is not None and before.text == "," and scene.sentence_like(n):
        preceding = source_before(scene, before)
    if preceding is not None and (following is None or introduced):
        return preceding
    if following is not None or not whole or before is None or last != n - 1 or not found:
        return following
    return _shared(scene, n, found[-1], before)


def _ends(token: Token) -> bool:
    """Tell whether a sentence, or a quotation, may end with this token."""
    return token.text[-1] in _ENDS or token.text[-1] in "\"”“’'»«"


def _shared(scene: Scene, n: int, last: Utterance, before: Token) -> Token | None:
    """Return the cue of the quotation right before: `"…" and "…"`, `"…," he said, "…"`."""
    if last.cue is None:
        return None
    start, end = scene.bounds[n - 1][1], scene.bounds[n][0]
    between = [scene.doc[i].lower_ for i in range(start, end) if scene.doc[i].is_alpha]
    if between in (["and"], ["but"], ["and", "that"]):
        return last.cue
    joined = before.text == "," or (before.tag_ == "CC" and scene.doc[before.i - 1].text == ",")
    if not joined or not start <= last.cue.i < end:
        return None
    apart = any(token.text in _ENDS or "\n" in token.text for token in scene.doc[last.cue.i : end])
    return None if apart else last.cue


def _whole(scene: Scene, n: int, after: Token | None) -> bool:
    """Tell whether a quotation is the whole of what follows its cue: nothing of the same clause comes after it."""
    quotation = scene.quotation(n)
    if scene.text[quotation.inner[1] - 1] in ".!?,…;" or after is None or not quotation.closed:
        return True
    joins = after.dep_ == "cc" or after.tag_ in ("CC", "VBG") or after.lower_ in ("as", "while", "when", "after")
    return bool(joins or after.is_punct or after.is_sent_start)


def _following(scene: Scene, n: int) -> Token | None:
    """Return the cue of the reporting clause right after a quotation: `"…," said Jo Hill`, `"…," Jo Hill said`."""
    end, subject = scene.bounds[n][1], False
    for i in range(end, min(len(scene.doc), end + REACH)):
        token = scene.doc[i]
        if token.is_space and "\n" not in token.text:
            continue
        opened = i > end and scene.quotations.at(token.idx) is not None and not _nickname(scene, token)
        linked = i == end and token.tag_ in _NO_SUBJECT and token.lower_ != "as"
        if token.is_space or opened or linked or token.text in ".;:":
            return None
        if i in scene.uses and not is_attribute(token) and not _relative(token):
            fits = subject or (token.tag_ != "VBG" and _inverted(token))
            return token if fits and not _starts_anew(scene, n, token) else None
        if _quotes_as(token):
            subject = True  # "…," the agency quoted her as saying
            continue
        if is_verbal(token) and token.dep_ not in _BESIDE and token.pos_ != "AUX" and i + 1 not in scene.uses:
            return token if voices(scene, n, token, subject=subject) else None
        subject = subject or token.pos_ in ("NOUN", "PROPN", "PRON")
    return None


def _quotes_as(verb: Token) -> bool:
    """Tell whether a verb passes on what somebody says: "quoted him as saying", "was cited by the paper as telling"."""
    return lemma_of(verb) in words().quoted_as and any(c.lower_ == "as" for c in kids(verb))


def _nickname(scene: Scene, token: Token) -> bool:
    """Tell whether a token stands in a name's own quotation: `Jo "Red" Hill`."""
    quotation = scene.quotations.at(token.idx)
    if quotation is None or quotation.inner[1] - quotation.inner[0] > _NICKNAME:
        return False
    around = [word for word in scene.doc[max(0, token.i - 3) : token.i + 4] if not (word.is_punct or word.is_space)]
    return len(around) > 1 and sum(word.pos_ == "PROPN" for word in around) >= len(around) - 1


def _starts_anew(scene: Scene, n: int, cue: Token) -> bool:
    """Tell whether a cue after a full stop has a content of its own: `"We won." The footage revealed that …`."""
    if scene.text[scene.quotation(n).inner[1] - 1] != ".":
        return False
    following = scene.quotations.next_after(cue.idx)
    opens = following is not None and not scene.text[cue.idx + len(cue) : following.outer[0]].strip(" ,:")
    return opens or any(c.i > cue.i and c.dep_ in ("ccomp", "dobj", "xcomp") for c in kids(cue))


def _relative(token: Token) -> bool:
    """Tell whether a cue stands in a clause about the speaker: "Jo Hill, who said …", "the man quoted above"."""
    if token.dep_ not in ("relcl", "acl"):
        return False
    if token.tag_ in ("VBN", "VBG"):
        return True
    return any(c.lower_ in ("who", "which", "that") and c.dep_ == "nsubj" for c in kids(token))


def _inverted(token: Token) -> bool:
    """Tell whether a name or noun comes soon after the cue, as its subject would."""
    return any(word.pos_ in ("NOUN", "PROPN", "PRON") for word in token.doc[token.i + 1 : token.i + 8])


def _stands_alone(scene: Scene, n: int) -> bool:
    """Tell whether a quotation begins and ends as a sentence does."""
    before, after, quotation = scene.before(n), scene.after(n), scene.quotation(n)
    opens = before is None or _ends(before) or before.text == ":"
    last = scene.text[quotation.inner[1] - 1]
    closes = after is None or last in ".!?…" or after.text in _ENDS or not quotation.closed
    return opens and closes


def _only_cue_between(scene: Scene, last: int, n: int, cue: Token | None) -> bool:
    """Tell whether nothing but the cue's own clause stands between two quotations."""
    if cue is None:
        return False
    start, end = scene.bounds[last][1], scene.bounds[n][0]
    gap = [scene.doc[i] for i in range(start, min(end, start + 2 * REACH))]
    if start <= cue.i < end:
        stop = next((k for k, token in enumerate(gap) if token.text in _ENDS), len(gap))
        return len(gap) == end - start and not any(token.is_alpha for token in gap[stop:])
    return not any(token.is_alpha for token in gap)
