"""Who most likely stands on a side that grammar leaves open: a log-linear choice among the actors near by.

Grammar and the plain rules of `implied` go first. What they leave empty is filled by the actor for whom most speaks,
"nobody" being one of the choices (a conditional logit, McFadden 1974). `bench/fit.py` fits the weights.
"""

from dataclasses import dataclass
from functools import cache
from math import exp

from spacy.tokens import Doc

from ranke.reading.events.authority import SPOKEN
from ranke.reading.events.evidence import OPPOSITE, Side, Stage, members
from ranke.reading.parts import Cast, EventPart, StatementPart
from ranke.tables import read_toml

Weights = dict[str, float]


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
def weights(part: str) -> Weights:
    """Return the fitted weights of one part of the table: `source`, `target` or `right`."""
    found: Weights = read_toml("ranke.reading.events", "weights.toml")[part]
    return found


def open_sides(stage: Stage) -> list[Choice]:
    """Return the open sides that the report may fill: targets, and the sources of acts whose target is known."""
    found = []
    for place, event in enumerate(stage.events):
        for side in OPPOSITE:
            if members(event, side) or (side == "source" and not event.targets):
                continue
            actors = stage.candidates(event, side)
            features = [tuple(stage.of_nobody(event, side))]
            features += [tuple(stage.of_actor(place, side, one)) for one in actors]
            found.append(Choice(place, side, ("", *actors), tuple(features)))
    return found


def fill_sides(doc: Doc, cast: Cast, events: list[EventPart], statements: list[StatementPart]) -> None:
    """Fill open sides in place, and set on each event how sure they are.

    Needs the events in order of the text, with their sides, weights and status.
    """
    settle(events, [(one, *one.likeliest(weights(one.side))) for one in open_sides(Stage(doc, cast, events, statements))])


def settle(events: list[EventPart], chosen: list[tuple[Choice, str, float]]) -> None:
    """Set what was chosen for open sides, all at once: no choice draws on another."""
    for choice, actor, sure in chosen:
        event = events[choice.place]
        if choice.side == "source":
            event.sources, event.sure_source = ((actor,) if actor else ()), sure
            if event.type in SPOKEN:
                # Who speaks so does the act himself, and is no authority for it.
                event.attribution = tuple(one for one in event.attribution if one != actor)
        else:
            event.targets, event.sure_target = ((actor,) if actor and actor not in event.sources else ()), sure
