"""What a reader of the report has in mind at a point: who was mentioned so far, where and how prominently."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ranke.model import Kind
from ranke.reading.actors.chains import Chain
from ranke.reading.actors.spots import MODIFIERS, SUBJECTS, Spot
from ranke.reading.words import words_of

BACK = 60
"""Expressions that a pronoun may look back on."""
_PASSING = 2.0
"""What somebody brought in by the way, or only as another's, loses: "her marriage to a Dutch citizen"."""
_LOCAL = 3.0
"""What a place loses in prominence against somebody who acts."""


@dataclass(slots=True)
class Step:
    """One expression as the reader passed it: who was meant, where, and how prominently."""

    token: int
    sentence: int
    chains: tuple[Chain, ...]
    weight: float
    spot: Spot


class Trail:
    """What was mentioned so far, in order, for pronouns and definite nouns to look back on.

    `blamed` are the tokens of whoever is arrested or charged, `accused` the numbers of their chains.
    """

    def __init__(self, doc: Doc, blamed: frozenset[int]) -> None:
        self.doc = doc
        self.steps: list[Step] = []
        self.accused: set[int] = set()
        self.sentences = [0] * len(doc)
        self._blamed = blamed
        self._seen: dict[int, int] = {}
        number = -1
        for i, opens in enumerate(words_of(doc).opens):
            number += opens or i == 0
            self.sentences[i] = number

    def note(self, spot: Spot, chains: tuple[Chain, ...]) -> None:
        """Remember that an expression meant these chains."""
        weight = prominence(self.doc[spot.head]) - (_LOCAL if spot.local else 0.0)
        if spot.form == "nominal" and spot.number == "a" and self.doc[spot.head].dep_ not in SUBJECTS:
            weight -= 0.0 if any(chain.named for chain in chains) else _PASSING
        if spot.owner >= 0 and len(chains) == 1 and chains[0].kind == "person" and not chains[0].named:
            weight -= _PASSING
        self.steps.append(Step(spot.head, self.sentences[spot.head], chains, weight, spot))
        for chain in chains:
            self._seen[chain.number] = len(self.steps)
        if len(chains) == 1 and spot.head in self._blamed:
            self.accused.add(chains[0].number)

    def last_seen(self, chain: Chain) -> int:
        """Return how late in the text a chain was last mentioned; 0 for never."""
        return self._seen.get(chain.number, 0)

    def distance(self, chain: Chain) -> int:
        """Return how many expressions ago a chain was mentioned; more than any for never."""
        seen = self._seen.get(chain.number)
        return len(self.steps) - seen if seen is not None else len(self.steps) + BACK

    def newest(self, count: int, kind: Kind | None = None) -> list[Chain]:
        """Return the chains of the last expressions, the latest first."""
        found: dict[int, Chain] = {}
        for step in reversed(self.steps[-count:]):
            for chain in step.chains:
                if kind is None or chain.kind == kind:
                    found.setdefault(chain.number, chain)
        return list(found.values())

    def together(self, size: int) -> tuple[Chain, ...]:
        """Return the last so many people whom one expression meant or a list named; none where there are none."""
        near = self.steps[-BACK:]
        for step in reversed(near):
            if len(step.chains) == size and all(chain.kind == "person" for chain in step.chains):
                return step.chains
            if step.spot.named and self.doc[step.token].dep_ == "conj":
                listed = {self.doc[step.token].i, *(other.i for other in self.doc[step.token].conjuncts)}
                people = [one for one in near if one.token in listed and len(one.chains) == 1]
                if len(listed) == size == len(people) and all(one.chains[0].kind == "person" for one in people):
                    return tuple(dict.fromkeys(one.chains[0] for one in people))
        return ()

    def last(self, size: int, kinds: tuple[Kind, ...]) -> tuple[Chain, ...]:
        """Return the last so many chains of these kinds, in the order of the text; none where there are too few."""
        found: list[Chain] = []
        mixed = len(kinds) > 1
        for step in reversed(self.steps[-BACK:]):
            if mixed and (step.spot.local or self.doc[step.token].dep_ in MODIFIERS):
                continue
            for chain in step.chains:
                if chain.kind in kinds and chain not in found:
                    found.append(chain)
                if len(found) == size:
                    return tuple(found[::-1])
        return ()


def prominence(token: Token) -> float:
    """How likely what a token names is to be spoken of next: subjects most, what stands inside other phrases least."""
    dep = token.dep_
    if dep in SUBJECTS:
        if token.head.tag_ == "VB" and token.head.dep_ in ("ccomp", "xcomp") and _is_infinitive(token.head):
            return 3.0  # whom somebody orders to do it
        return 5.0 if token.head.dep_ in ("ROOT", "ccomp", "conj") else 4.0
    if dep == "pobj":
        return 3.0 if token.head.dep_ == "agent" else 2.0
    return _PROMINENCE.get(dep, 1.0)


def _is_infinitive(verb: Token) -> bool:
    return any(below.tag_ == "TO" and below.dep_ == "aux" for below in verb.lefts)


_PROMINENCE = {"dobj": 3.0, "dative": 3.0, "appos": 2.0, "conj": 2.5, "attr": 2.5, "poss": 1.5}
