"""What speaks for an actor as a side of an event that its own clause leaves open, as names of features.

A feature is true or not, and its name says when: "ACCUSE by GOV", "same sentence", "same side, same type". How much
each counts stands in `weights.toml`; `choosing` adds them up.
"""

from collections.abc import Iterator
from itertools import accumulate
from typing import Literal

from spacy.tokens import Doc, Token

from ranke.model import QUAD
from ranke.reading.events.authority import speaker_ids
from ranke.reading.parts import Cast, EventPart, StatementPart
from ranke.reading.words import words_of

Side = Literal["source", "target"]
OPPOSITE: dict[Side, Side] = {"source": "target", "target": "source"}
_BEFORE, _AFTER = 3, 1
"""Sentences before and after an event in which its sides are looked for."""
_LEADING = 3
"""Actors named most often, who may be meant wherever they stand."""
_HIGHEST = 6
"""Steps up the tree from an actor to the event."""
_MANY = (1, 2, 4, 8)
_CONFLICT = (3, 4)


def members(event: EventPart, side: Side) -> tuple[str, ...]:
    """Return the actors on one side of an event."""
    return event.sources if side == "source" else event.targets


class Stage:
    """Where the actors of a report stand, sentence by sentence, and what they do in its events.

    `events` are those found by grammar, in order of the text; the features of one event draw on the sides of others.
    """

    def __init__(self, doc: Doc, cast: Cast, events: list[EventPart], statements: list[StatementPart]) -> None:
        self.doc, self.cast, self.events, self.statements = doc, cast, events, statements
        self._sentence = list(accumulate(words_of(doc).opens))
        self._heads: dict[str, list[int]] = {}
        for head in sorted(cast.heads):
            for one in cast.heads[head]:
                if one in cast.actors:
                    self._heads.setdefault(one, []).append(head)
        self._places = {one: {self._sentence[head] for head in heads} for one, heads in self._heads.items()}
        often = sorted(self._heads, key=lambda one: (-len(self._heads[one]), self._heads[one][0]))
        self._leading = frozenset(often[:_LEADING])
        self._acts: dict[tuple[str, Side], list[int]] = {}
        for place, event in enumerate(events):
            for side in OPPOSITE:
                for one in members(event, side):
                    self._acts.setdefault((one, side), []).append(place)

    def candidates(self, event: EventPart, side: Side) -> list[str]:
        """Return who may stand on this side: actors mentioned near the event or often, not on the other side."""
        at = self._sentence[event.anchor]
        near = range(at - _BEFORE, at + _AFTER + 1)
        other = members(event, OPPOSITE[side])
        return [
            one
            for one, places in self._places.items()
            if one not in other and (one in self._leading or any(place in places for place in near))
        ]

    def of_nobody(self, event: EventPart, side: Side) -> list[str]:
        """Return what speaks for leaving this side empty."""
        token = self.doc[event.anchor]
        return [
            "nobody",
            f"{event.type} nobody",
            f"nobody, other side {'known' if members(event, OPPOSITE[side]) else 'open'}",
            f"nobody, weight {int(event.weight * 10)}",
            f"nobody, {'a thing' if event.about else 'no thing'}",
            f"nobody, {token.pos_}",
            f"nobody, {token.dep_}",
            f"nobody, {event.status}",
            f"nobody, {'said' if self._around(event) else 'told'}",
        ]

    def of_actor(self, place: int, side: Side, actor: str) -> Iterator[str]:
        """Yield what speaks for an actor on this side of the event at this place of the list."""
        event, part = self.events[place], self.cast.actors[actor]
        yield f"{event.type} {part.kind}"
        yield f"{event.type} {part.sector}"
        yield part.kind
        if any(mention.form == "name" for mention in part.mentions):
            yield "named"
        heads = self._heads[actor]
        yield f"mentions {sum(len(heads) > many for many in _MANY)}"
        if self._sentence[heads[0]] <= 1:
            yield "in the lead"
        statement = self._around(event)
        if statement is not None:
            if actor in speaker_ids(statement, self.cast):
                yield "speaker"
            if statement.addressee is not None and actor in self.cast.heads.get(statement.addressee, ()):
                yield "addressee"
        yield from self._standing(event, actor)
        yield from self._acting(place, side, actor)

    def _around(self, event: EventPart) -> StatementPart | None:
        """Return the shortest statement whose words tell an event."""
        around = [
            one
            for one in self.statements
            if one.content[0] <= event.trigger[0] < one.content[1] and one.cue_token != event.anchor
        ]
        return min(around, key=lambda one: one.content[1] - one.content[0]) if around else None

    def _standing(self, event: EventPart, actor: str) -> Iterator[str]:
        """Yield where an actor is mentioned: before or after the event, as whose subject, who else between."""
        at, anchor = self._sentence[event.anchor], event.anchor
        heads = self._heads[actor]
        same = [head for head in heads if self._sentence[head] == at]
        before = [head for head in heads if head < anchor]
        taken = {*event.sources, *event.targets}
        if before:
            later = sum(
                any(before[-1] < head < anchor for head in others)
                for one, others in self._heads.items()
                if one != actor and one not in taken
            )
            yield f"{min(later, 4)} mentioned since"
        else:
            yield "only mentioned after"
        for head in heads:
            back = at - self._sentence[head]
            if back in (0, 1) and self.doc[head].dep_ in ("nsubj", "nsubjpass"):
                of = "main" if self.doc[head].head.dep_ == "ROOT" else "other"
                yield f"{of} subject {back} back"
                if of == "main":
                    yield f"{event.type} main subject {back} back"
        if at + 1 in self._places[actor]:
            yield "next sentence"
        if not same:
            return
        nearest = min(same, key=lambda head: abs(head - anchor))
        yield "same sentence"
        yield "same sentence, before" if nearest < anchor else "same sentence, after"
        first, last = min(nearest, anchor), max(nearest, anchor)
        between = sum(
            any(first < head < last for head in others) for one, others in self._heads.items() if one != actor
        )
        yield f"{min(between, 3)} between"
        joint = min((path for head in same if (path := _joint(self.doc[head], self.doc[anchor]))), default=None)
        if joint is not None:
            yield f"hangs by {joint[1]}"

    def _acting(self, place: int, side: Side, actor: str) -> Iterator[str]:
        """Yield what an actor does and suffers in the other events, and against whom."""
        event = self.events[place]
        at, lemma = self._sentence[event.anchor], self.doc[event.anchor].lemma_
        other = set(members(event, OPPOSITE[side]))
        for name, role in (("same side", side), ("other side", OPPOSITE[side])):
            acts = [one for one in self._acts.get((actor, role), ()) if one != place]
            if not acts:
                continue
            yield name
            yield f"{name}, {min(min(abs(one - place) for one in acts), 4)} events away"
            told = [self.events[one] for one in acts]
            alike = [one for one in told if one.type == event.type]
            if alike:
                away = min(abs(self._sentence[one.anchor] - at) for one in alike)
                yield f"{name}, same type"
                yield f"{name}, same type, {min(away, 3)} sentences away"
            if any(QUAD[one.type] == QUAD[event.type] for one in told):
                yield f"{name}, same quad class"
            if any(self.doc[one.anchor].lemma_ == lemma for one in told):
                yield f"{name}, same word"
            pairs = [one for one in told if other & set(members(one, OPPOSITE[role]))]
            if pairs:
                yield f"{name} towards them"
                if any(QUAD[one.type] in _CONFLICT for one in pairs):
                    yield f"{name} towards them in conflict"


def _joint(token: Token, anchor: Token) -> tuple[int, str] | None:
    """Return how far an actor is from an event in the tree, and the labels where the two ways meet."""
    below: dict[int, tuple[int, str]] = {}
    node, label = anchor, ""
    for steps in range(_HIGHEST + 1):
        below[node.i] = (steps, label)
        if node.head is node:
            break
        label, node = node.dep_, node.head
    node, label = token, ""
    for steps in range(_HIGHEST + 1):
        if node.i in below:
            down, other = below[node.i]
            return steps + down, f"{label}/{other}"
        if node.head is node:
            break
        label, node = node.dep_, node.head
    return None
