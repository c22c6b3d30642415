"""What speaks for an actor as a side of an event that its own clause leaves open, as names of features.

A feature is true or not, and its name says when: "ACCUSE by GOV", "same sentence", "same side, same type". How much
each counts stands in `weights.toml`; `choosing` adds them up.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Literal

from spacy.tokens import Doc, Token

from ranke.model import QUAD
from ranke.reading.events.authority import speaker_ids, statements_at
from ranke.reading.events.frames import direct_object, prep_objects
from ranke.reading.events.status import grammar
from ranke.reading.parts import ActorPart, Cast, EventPart, StatementPart
from ranke.reading.words import words_of

Side = Literal["source", "target"]
SIDES: tuple[Side, ...] = ("source", "target")
OPPOSITE: dict[Side, Side] = {"source": "target", "target": "source"}
_BEFORE, _AFTER = 3, 1
"""Sentences before and after an event in which its sides are looked for."""
_LEADING = 3
"""Actors named most often, who may be meant wherever they stand."""
_HIGHEST = 6
"""Steps up the tree from an actor to the event."""
_CROWD = 4
"""Others between an actor and an event from which more of them say no more."""
_LONG = 150
"""Tokens before and after an event beyond which nobody is looked for: a sentence may have no end."""
_FAR = 60
"""Events before and after in which it counts what an actor does."""
_MANY = (1, 2, 4, 8)
"""Mentions of an actor that are one step more."""
_CONFLICT = (3, 4)
"""Quad classes of conflict, verbal and material."""
_VOTED = 25
"""Tokens before "it" in which the bill is looked for that it may stand for."""
_GOODWILL = ("AGREE", "AID", "CONSULT", "COOPERATE", "SUPPORT")
"""Types of acts of goodwill, which nobody does to the country that he acts for."""


def members(event: EventPart, side: Side) -> tuple[str, ...]:
    """Return the actors on one side of an event."""
    return event.sources if side == "source" else event.targets


class Stage:
    """Where the actors of a report stand, sentence by sentence, and what they do in its events.

    `events` are those found by grammar, in order of the text; the features of one event draw on the sides of others.
    """

    def __init__(self, doc: Doc, cast: Cast, events: list[EventPart], statements: list[StatementPart]) -> None:
        self.doc, self.cast, self.events = doc, cast, events
        self._told_in = statements_at(events, statements)
        self._words = words_of(doc)
        self._sentence = list(accumulate(self._words.opens))
        self._heads: dict[str, list[int]] = {}
        for head in sorted(cast.heads):
            for one in cast.heads[head]:
                if one in cast.actors:
                    self._heads.setdefault(one, []).append(head)
        self._order = sorted((head, one) for one, heads in self._heads.items() for head in heads)
        self._places = {one: {self._sentence[head] for head in heads} for one, heads in self._heads.items()}
        often = sorted(self._heads, key=lambda one: (-len(self._heads[one]), self._heads[one][0]))
        self._leading = often[:_LEADING]
        self._acts: dict[tuple[str, Side], list[int]] = {}
        for place, event in enumerate(events):
            for side in SIDES:
                for one in members(event, side):
                    self._acts.setdefault((one, side), []).append(place)

    def candidates(self, event: EventPart, side: Side) -> list[str]:
        """Return who may stand on this side: actors mentioned near the event or often, not on the other side.

        Nobody meets or supports the country that he acts for, and a group that is told by its country ("Chilean
        parties") is hardly against it. Who passes or opposes a bill does so to nobody.
        """
        at = self._sentence[event.anchor]
        other, actors = members(event, OPPOSITE[side]), self.cast.actors
        kind = event.type in _GOODWILL
        trigger = self.doc[event.anchor]
        if side == "target" and ((kind and self._backs_foes(trigger)) or _is_vote(trigger, event)):
            return []
        own = {actors[one].country for one in other} - {None} if kind else self._named_by(other)
        around = self._mentions(event.anchor - _LONG, event.anchor + _LONG)
        near = (one for head, one in around if -_BEFORE <= self._sentence[head] - at <= _AFTER)
        found = (one for one in dict.fromkeys((*self._leading, *near)) if one not in other)
        return [one for one in found if not (actors[one].kind == "country" and actors[one].country in own)]

    def _named_by(self, actors: tuple[str, ...]) -> set[str | None]:
        """Return the countries that groups are told by: "Chilean parties"."""
        groups = (self.cast.actors[one] for one in actors if self.cast.actors[one].kind == "group")
        return {one.country for one in groups if one.country is not None and self._is_told_by_nation(one)}

    def _is_told_by_nation(self, group: ActorPart) -> bool:
        """Whether a group is called by a nation's adjective."""
        return any(below.ent_type_ == "NORP" for one in group.mentions for below in self.doc[one.head].lefts)

    def _backs_foes(self, trigger: Token) -> bool:
        """Whether what is backed is against somebody: "supported the revolt against the king"."""
        thing = direct_object(trigger) if trigger.pos_ == "VERB" else None
        return thing is not None and any(True for _ in prep_objects(thing, ("against",)))

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
        around = [one for one in self._told_in[event.trigger[0]] if one.cue_token != event.anchor]
        return around[-1] if around else None

    def _standing(self, event: EventPart, actor: str) -> Iterator[str]:
        """Yield where an actor is mentioned: before or after the event, as whose subject, who else between."""
        at, anchor, heads = self._sentence[event.anchor], event.anchor, self._heads[actor]
        before = bisect_left(heads, anchor)
        if before:
            since = {one for _, one in self._mentions(max(heads[before - 1] + 1, anchor - _LONG), anchor)}
            yield f"{min(len(since.difference(event.sources, event.targets)), _CROWD)} mentioned since"
        else:
            yield "only mentioned after"
        if at + 1 in self._places[actor]:
            yield "next sentence"
        window = heads[bisect_left(heads, anchor - _LONG) : bisect_left(heads, anchor + _LONG)]
        near = [head for head in window if self._sentence[head] in (at - 1, at)]
        for head in near:
            if self._words.dep[head] in ("nsubj", "nsubjpass"):
                back = at - self._sentence[head]
                yield f"subject {back} back"
                if self.doc[head].head.dep_ == "ROOT":
                    yield f"{event.type} main subject {back} back"
        same = [head for head in near if self._sentence[head] == at]
        if same:
            yield from self._beside(anchor, same, actor)

    def _beside(self, anchor: int, same: list[int], actor: str) -> Iterator[str]:
        """Yield how an actor stands to an event in the same sentence."""
        nearest = min(same, key=lambda head: abs(head - anchor))
        yield "same sentence"
        yield "same sentence, before" if nearest < anchor else "same sentence, after"
        between = {one for _, one in self._mentions(min(nearest, anchor) + 1, max(nearest, anchor))}
        yield f"{min(len(between - {actor}), _CROWD)} between"
        joints = [joint for head in same if (joint := _joint(self.doc[head], self.doc[anchor])) is not None]
        if joints:
            yield f"hangs by {min(joints)[1]}"

    def _mentions(self, start: int, end: int) -> list[tuple[int, str]]:
        """Return the mentions with heads in `[start, end)`, in order."""
        return self._order[bisect_left(self._order, (start, "")) : bisect_left(self._order, (end, ""))]

    def _acting(self, place: int, side: Side, actor: str) -> Iterator[str]:
        """Yield what an actor does and suffers in the other events, and against whom."""
        event = self.events[place]
        at, lemma = self._sentence[event.anchor], self._words.lemma[event.anchor]
        other = set(members(event, OPPOSITE[side]))
        for name, role in (("same side", side), ("other side", OPPOSITE[side])):
            every = self._acts.get((actor, role), [])
            acts = every[bisect_left(every, place - _FAR) : bisect_left(every, place + _FAR)]
            acts = [one for one in acts if one != place]
            if not acts:
                continue
            yield name
            yield f"{name}, {min(_CROWD, *(abs(one - place) for one in acts))} events away"
            told = [self.events[one] for one in acts]
            alike = [one for one in told if one.type == event.type]
            if alike:
                away = min(abs(self._sentence[one.anchor] - at) for one in alike)
                yield f"{name}, same type"
                yield f"{name}, same type, {min(away, 3)} sentences away"
            if any(QUAD[one.type] == QUAD[event.type] for one in told):
                yield f"{name}, same quad class"
            if any(self._words.lemma[one.anchor] == lemma for one in told):
                yield f"{name}, same word"
            pairs = [one for one in told if other & set(members(one, OPPOSITE[role]))]
            if pairs:
                yield f"{name} towards them"
                if any(QUAD[one.type] in _CONFLICT for one in pairs):
                    yield f"{name} towards them in conflict"


def _is_vote(trigger: Token, event: EventPart) -> bool:
    """Whether a bill is backed or opposed, whose author is not told: "passed a resolution", "opposed the amendment"."""
    thing = direct_object(trigger) if trigger.pos_ == "VERB" and event.type in ("SUPPORT", "REJECT") else None
    if thing is None:
        return False
    if thing.lower_ == "it":
        before = (one for one in reversed(thing.doc[max(0, thing.i - _VOTED) : thing.i]) if one.tag_ == "NN")
        thing = next(before, thing)
    return thing.lemma_.lower() in grammar()["thing"]["draft"]


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
