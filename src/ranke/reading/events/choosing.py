"""Who most likely stands on a side that grammar leaves open: a log-linear choice among the actors near by.

Grammar and the plain rules of `implied` go first. What they leave empty is filled by the actor for whom most speaks,
"nobody" being one of the choices (a conditional logit, McFadden 1974). `bench/fit.py` fits the weights.
"""

from dataclasses import dataclass
from functools import cache
from math import exp

from spacy.tokens import Doc

from ranke.reading.events.authority import SPOKEN
from ranke.reading.events.evidence import SIDES, Side, Stage, members
from ranke.reading.parts import Cast, EventPart, StatementPart
from ranke.tables import read_toml

_ENOUGH = 0.4
"""Probability from which a side is filled: two in three such targets were right on reports left out of the fit."""
Weights = dict[str, float]
Tables = dict[str, Weights]


@dataclass(frozen=True, slots=True)
class Choice:
    """An open side of an event: who may stand there, nobody first (""), with what speaks for each."""

    place: int
    side: Side
    actors: tuple[str, ...]
    features: tuple[tuple[str, ...], ...]

    def likeliest(self, weights: Weights) -> tuple[str, float]:
        """Return who most likely stands there, "" for nobody, with the probability."""
        points = [sum(weights.get(name, 0.0) for name in names) for names in self.features]
        most = max(points)
        shares = [exp(one - most) for one in points]
        best = max(range(len(points)), key=lambda one: (points[one], -one))
        return self.actors[best], shares[best] / sum(shares)


@cache
def weights() -> Tables:
    """Return the fitted weights: `source` and `target` of who stands on a side, `right` of how sure an event is."""
    return read_toml("ranke.reading.events", "weights.toml")


def open_sides(stage: Stage) -> list[Choice]:
    """Return the open sides that the report may fill: targets, and the sources of acts whose target is known."""
    found = []
    for place, event in enumerate(stage.events):
        for side in SIDES:
            if members(event, side) or (side == "source" and not event.targets):
                continue
            actors = stage.candidates(event, side)
            features = [tuple(stage.of_nobody(event, side))]
            features += [tuple(stage.of_actor(place, side, one)) for one in actors]
            found.append(Choice(place, side, ("", *actors), tuple(features)))
    return found


def fill_sides(
    doc: Doc,
    cast: Cast,
    events: list[EventPart],
    statements: list[StatementPart],
    tables: Tables | None = None,
) -> None:
    """Fill open sides in place, and set on each event how sure they are.

    Needs the events in order of the text, with their sides, weights, status and authority. No choice draws on another.
    """
    table = weights() if tables is None else tables
    stage = Stage(doc, cast, events, statements)
    for choice, (actor, sure) in [(one, one.likeliest(table[one.side])) for one in open_sides(stage)]:
        event = events[choice.place]
        found = (actor,) if actor and sure >= _ENOUGH and actor not in (*event.sources, *event.targets) else ()
        if choice.side == "target":
            event.targets, event.sure_target = found, sure
        else:
            event.sources, event.sure_source = found, sure
            if event.type in SPOKEN:
                # Who speaks so does the act himself, and is no authority for it.
                event.attribution = tuple(one for one in event.attribution if one not in found)
        if found:
            event.inferred = (*event.inferred, choice.side)
