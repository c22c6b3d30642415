"""Whom pronouns mean: the most prominent fitting actor shortly before; inside quotation marks, "I" is who speaks."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from ranke.model import Kind
from ranke.reading.chains import Chain, Chains
from ranke.reading.cues import cues
from ranke.reading.frames import direct_object, subject
from ranke.reading.nouns import reference
from ranke.reading.spots import SUBJECTS, Spot, is_plural

_BACK = 60
"""Expressions that a pronoun may look back on."""
_SENTENCES = 3
"""Sentences that a pronoun may look back over."""
_OPEN, _CLOSE = "“„«", "”»"


@cache
def speech_verbs() -> frozenset[str]:
    """Return the verbs that hand on a clause or a quotation."""
    return frozenset(lemma for lemma, frames in cues().verbs.items() if any(frame in ("clause", "quote") for frame, _ in frames))


@dataclass(slots=True)
class Step:
    """One expression as the reader passed it: who was meant, where, and how prominently."""

    token: int
    sentence: int
    chains: tuple[Chain, ...]
    weight: float
    spot: Spot


class Trail:
    """What was mentioned so far, in order, for pronouns and definite nouns to look back on."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.steps: list[Step] = []
        self.sentences = [0] * len(doc)
        self.quoted = quoted_tokens(doc)
        self.speakers: dict[int, int] = {}
        self.speaking: dict[int, Chain] = {}
        self.blamed: frozenset[int] = frozenset()
        self.accused: set[int] = set()
        self._seen: dict[int, int] = {}
        number = -1
        for token in doc:
            number += bool(token.is_sent_start) or token.i == 0
            self.sentences[token.i] = number

    def note(self, spot: Spot, chains: tuple[Chain, ...]) -> None:
        """Remember that an expression meant these chains."""
        token = self.doc[spot.head]
        weight = prominence(token)
        if spot.local:
            weight -= 3
        self.steps.append(Step(spot.head, self.sentences[spot.head], chains, weight, spot))
        for chain in chains:
            self._seen[chain.number] = len(self.steps)
        if len(chains) == 1 and spot.head in self.blamed:
            self.accused.add(chains[0].number)

    def last_seen(self, chain: Chain) -> int:
        """Return how late in the text a chain was last mentioned; 0 for never."""
        return self._seen.get(chain.number, 0)

    def distance(self, chain: Chain, spot: Spot) -> int:
        """Return how many expressions ago a chain was mentioned."""
        return len(self.steps) - self._seen.get(chain.number, -1000)

    def newest(self, count: int) -> list[Chain]:
        """Return the chains of the last expressions, the latest first."""
        found: dict[int, Chain] = {}
        for step in reversed(self.steps[-count:]):
            for chain in step.chains:
                found.setdefault(chain.number, chain)
        return list(found.values())

    def recent(self, chains: Chains, kind: Kind) -> list[Chain]:
        """Return the chains of a kind, first those mentioned in the last stretch, then named ones that are to come."""
        found = {chain.number: chain for chain in self.newest(3 * _BACK) if chain.kind == kind}
        return list(found.values())

    def together(self, size: int) -> tuple[Chain, ...]:
        """Return the last so many people that one expression or one coordination meant; none where there are none."""
        for step in reversed(self.steps[-_BACK:]):
            if len(step.chains) == size and all(chain.kind == "person" for chain in step.chains):
                return step.chains
        return ()

    def last(self, size: int, kinds: tuple[Kind, ...]) -> list[Chain]:
        """Return the last so many chains of these kinds, in the order of the text; none where there are too few."""
        found: list[Chain] = []
        for step in reversed(self.steps[-_BACK:]):
            if self.doc[step.token].dep_ in ("amod", "compound", "nmod") and len(kinds) > 1:
                continue
            for chain in step.chains:
                if chain.kind in kinds and chain not in found and not (step.spot.local and len(kinds) > 1):
                    found.append(chain)
                if len(found) == size:
                    return found[::-1]
        return []


def blamed_tokens(doc: Doc) -> frozenset[int]:
    """Return the heads of who is arrested, charged or sentenced."""
    verbs = reference()["accusing"]
    found = (direct_object(token) for token in doc if token.pos_ == "VERB" and token.lemma_ in verbs)
    return frozenset(token.i for token in found if token is not None)


def prominence(token: Token) -> float:
    """How likely what a token names is to be spoken of next: subjects most, what stands inside other phrases least."""
    dep = token.dep_
    if dep in SUBJECTS:
        return 5.0 if token.head.dep_ in ("ROOT", "ccomp", "conj") else 4.0
    if dep in ("dobj", "dative", "agent"):
        return 3.0
    if dep == "pobj":
        return 3.0 if token.head.dep_ == "agent" else 2.0
    if dep == "appos":
        return 2.0
    if dep in ("conj", "attr"):
        return 2.5
    return 1.5 if dep == "poss" else 1.0


def antecedents(trail: Trail, spot: Spot) -> list[Chain]:
    """Return whom a pronoun of the third person means; none where nothing fits or a thing fits better."""
    doc, token = trail.doc, trail.doc[spot.head]
    here = trail.sentences[spot.head]
    reflexive = spot.noun.endswith(("self", "selves"))
    best: tuple[float, list[Chain]] = (0.0, [])
    seen: set[int] = set()
    speaker = trail.speaking.get(trail.speakers.get(spot.head, -1))
    if speaker is not None and speaker.kind == "person":
        seen.add(speaker.number)
    for step in reversed(trail.steps[-_BACK:]):
        gap = here - step.sentence
        if gap > _SENTENCES:
            break
        for chain in step.chains:
            fit = _fit(spot, chain, step)
            if fit <= 0 or (chain.number in seen):
                continue
            if not reflexive and _clash(token, doc[step.token]):
                continue
            seen.add(chain.number)
            score = step.weight + fit - 3.0 * gap + _near(token, doc[step.token], gap)
            if token.dep_ in SUBJECTS and doc[step.token].dep_ in SUBJECTS:
                score += 1.0
            if score > best[0]:
                best = (score, list(step.chains) if spot.plural and len(step.chains) > 1 else [chain])
    if spot.noun in ("it", "its", "itself") and best[1] and _thing_nearer(trail, spot, best[0]):
        return []
    if spot.plural and best[1] and spot.noun in ("they", "them", "their", "themselves") and _things_nearer(trail, spot, best[0]):
        return []
    return best[1] if best[0] > 0 else []


def is_speaker(token: Token) -> bool:
    """Whether a token is the subject of a verb that hands on what is said."""
    return token.dep_ in SUBJECTS and token.head.lemma_ in speech_verbs()


def _near(token: Token, other: Token, gap: int) -> float:
    """A little more for what stands in the same clause, for owners: "Iran said its ..."."""
    if gap:
        return 0.0
    if token.dep_ == "poss":
        node = token.head
        for _ in range(6):
            if node.pos_ in ("VERB", "AUX"):
                return 3.0 if other.dep_ in SUBJECTS and other.head.i == node.i else 0.0
            if node.head is node:
                break
            node = node.head
    return 0.0


def _clash(token: Token, other: Token) -> bool:
    """Whether two words are both arguments of one verb and so can't mean the same: "he met him"."""
    return token.dep_ not in ("poss",) and token.head.i == other.head.i and token.head.pos_ in ("VERB", "AUX") and token.dep_ != other.dep_


def _fit(spot: Spot, chain: Chain, step: Step) -> float:
    """How well a chain fits a pronoun by number, gender and kind; 0 for not at all."""
    if spot.noun in ("it", "its", "itself"):
        if chain.kind in ("organization", "country", "media"):
            return 0.2 if step.spot.local else 1.0
        return 0.4 if chain.kind == "group" and not chain.plural else 0.0
    if spot.plural:
        if len(step.chains) > 1:
            return 1.5
        if chain.kind == "group":
            return 2.0
        if chain.kind in ("organization", "media"):
            return 0.6
        if chain.kind == "country":
            return 0.1 if not step.spot.local else 0.0
        return 0.1 if chain.kind == "person" and not chain.gender else 0.0
    if chain.kind != "person" or (chain.gender and chain.gender != spot.gender):
        return 0.0
    return 2.5 if chain.gender == spot.gender else 0.5


def _thing_nearer(trail: Trail, spot: Spot, score: float) -> bool:
    """Whether a thing in the singular is a more prominent antecedent of "it" than the best actor."""
    return _rival(trail, spot, score, plural=False)


def _things_nearer(trail: Trail, spot: Spot, score: float) -> bool:
    return _rival(trail, spot, score, plural=True)


def _rival(trail: Trail, spot: Spot, score: float, *, plural: bool) -> bool:
    doc = trail.doc
    here = trail.sentences[spot.head]
    actors = {step.token for step in trail.steps[-_BACK:]}
    token = doc[spot.head]
    for i in range(spot.head - 1, max(spot.head - _BACK, -1), -1):
        other = doc[i]
        gap = here - trail.sentences[i]
        if gap > 1:
            break
        if i in actors or other.pos_ != "NOUN" or other.dep_ not in ("nsubj", "nsubjpass", "dobj") or is_plural(other) != plural:
            continue
        if other.ent_type_ in ("DATE", "TIME") or _clash(token, other):
            continue
        rival = prominence(other) + 1.0 - 3.0 * gap + _near(token, other, gap)
        if token.dep_ in SUBJECTS and other.dep_ in SUBJECTS:
            rival += 1.0
        if rival > score:
            return True
    return False


def forward_subject(doc: Doc, spot: Spot, chains: Chains, trail: Trail) -> list[Chain]:
    """Return the subject to come of "As part of his campaign, the president said", where nothing stands before."""
    token = doc[spot.head]
    if not token.is_sent_start and spot.head - doc[spot.head].sent.start > 12:
        return []
    root = token.sent.root
    if root.i < spot.head:
        return []
    for child in root.children:
        if child.dep_ in SUBJECTS and child.i > spot.head:
            for chain in chains.living():
                for own in chain.spots:
                    if own.head == child.i:
                        return [chain] if _fit(spot, chain, Step(child.i, 0, (chain,), 0.0, own)) > 0 else []
    return []


def quoted_tokens(doc: Doc) -> list[bool]:
    """Return for each token whether it stands between quotation marks; a paragraph's end closes them."""
    inside = False
    found: list[bool] = []
    for token in doc:
        text = token.text
        if token.is_space and "\n" in text:
            inside = False
        elif text[0] in _OPEN:
            inside = True
        elif text[0] in _CLOSE:
            found.append(False)
            inside = False
            continue
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


def spoken(spots: list[Spot], heads: dict[int, tuple[Chain, ...]], chains: Chains, trail: Trail) -> None:
    """Give "I", "we" and "my" inside quotation marks to who says the quotation, else to who spoke last."""
    speaker: tuple[Chain, ...] = ()
    for spot in spots:
        if spot.gender != "1" or not trail.quoted[spot.head]:
            continue
        token = trail.speakers.get(spot.head)
        speaker = heads.get(token, speaker) if token is not None else speaker
        if speaker:
            heads[spot.head] = speaker
            if len(speaker) == 1:
                chains.put(spot, speaker[0])


def _speaker(doc: Doc, quoted: list[bool], start: int, end: int) -> int | None:
    """Return the subject of the speech verb next to a quotation, after it or before it."""
    verbs = speech_verbs()
    for around in (range(end, min(end + _AFTER, len(doc))), range(start - 1, max(start - _BEFORE, -1), -1)):
        for i in around:
            token = doc[i]
            if token.is_space and "\n" in token.text:
                break
            if quoted[i] or token.lemma_ not in verbs or token.pos_ != "VERB":
                continue
            for verb in (token, token.head):
                for child in verb.children if verb.pos_ == "VERB" else ():
                    if child.dep_ in SUBJECTS and not quoted[child.i]:
                        return int(child.i)
            controlled = subject(token)
            if controlled is not None and not quoted[controlled.i]:
                return int(controlled.i)
    return None


_AFTER, _BEFORE = 12, 30
"""Tokens after and before a quotation in which its speech verb is looked for."""
