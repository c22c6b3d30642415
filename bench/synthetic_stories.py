"""What happens in the invented world: stories with a cast and a place, as sequences of events over days and weeks."""

import random
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from synthetic_world import Being, Nation, Part, Town, World, chance

REPORTS = 1.15
"""The exponent by which an event's reports spread: most have one or two, a few have dozens."""
MOST = 40
"""Reports of one event, at most."""


@dataclass(slots=True)
class Happening:
    """One event of the world, which many reports tell."""

    act: str
    day: int
    parts: dict[str, Part]
    place: Town
    words: dict[str, str]
    count: int


@dataclass(slots=True)
class Story:
    """A burst of events with its own cast."""

    parts: dict[str, Part]
    home: Nation
    past: list[Happening] = field(default_factory=list)


class Stories:
    """Begins stories; the draws are the world's own stream."""

    def __init__(self, world: World, words: dict[str, Any]) -> None:
        self.world, self.words = world, words
        self.draw: random.Random = world.random
        self.groups: dict[str, Part] = {}
        plots = words["plots"]
        self.plots = list(plots)
        self.plot_weights = list(accumulate(plots[name]["weight"] for name in self.plots))

    def _nation(self) -> Nation:
        world = self.world
        return world.nations[self.draw.choices(world.codes, cum_weights=world.weights)[0]]

    def begin(self, today: int) -> tuple[Story, list[tuple[int, Happening]]]:
        """Return a new story and, for each report to come, the day from which on it is known and its event."""
        draw = self.draw
        plot = self.words["plots"][draw.choices(self.plots, cum_weights=self.plot_weights)[0]]
        home = self._torn() if plot["sides"] == "armed" else self._nation()
        story = Story(self._cast(plot["sides"], home, today), home)
        issue = draw.choice(self.words["lists"]["qualities"]) + draw.choice(self.words["lists"]["issues"])
        goods = draw.choice(self.words["lists"]["goods"])
        venue, acts, reports = self._place(story), plot["acts"], []
        first = draw.randrange(len(acts) - 1) if chance(draw, 0.5) else 0
        day, pace = today, draw.choice((1.5, 4.0, 12.0))
        for name in acts[first : first + 1 + int(draw.expovariate(0.4))]:
            act = self.words["acts"][name]
            place, side = venue if chance(draw, 0.7) else self._place(story), act.get("at")
            if side and place.country != story.parts[side].being.country:
                place = self._town(story, side)
            count = int(draw.choice((40, 150, 600, 2500, 12000)) * draw.uniform(0.5, 1.8))
            happening = Happening(name, day, story.parts, place, {"I": issue, "h": goods, "n": act["noun"]}, count)
            number = min(int(draw.paretovariate(REPORTS)), MOST)
            reports += [(day + min(int(draw.expovariate(1.1)), 9), happening) for _ in range(number)]
            day += 1 + int(draw.expovariate(1 / pace))
        return story, reports

    def _place(self, story: Story) -> Town:
        draw = self.draw
        sides = {story.parts[side].being.country for side in "XY"}
        if len(sides) > 1 and chance(draw, 0.25):
            return draw.choice(self.world.venues)
        return self._town(story, draw.choice("XY"))

    def _town(self, story: Story, side: str) -> Town:
        """Return a town of one side's country; the capital more often than the others."""
        nation = self.world.nations.get(story.parts[side].being.country or "", story.home)
        return nation.towns[min(int(self.draw.expovariate(0.8)), len(nation.towns) - 1)]

    def _neighbour(self, home: Nation) -> Nation:
        """Return another country of the region, or the same one where it has no other."""
        near = [nation for nation in self.world.nations.values() if nation.region == home.region and nation is not home]
        return self.draw.choice(near) if near else home

    def _torn(self) -> Nation:
        """Return a country with an armed group; those that make more news come first."""
        torn = self.world.torn
        return self.world.nations[torn[int(self.draw.expovariate(0.05)) % len(torn)]]

    def _cast(self, sides: str, home: Nation, today: int) -> dict[str, Part]:
        draw, world = self.draw, self.world
        other = home
        parts = {"X": Part(home.state), "x": self._face(home, today)}
        if sides == "neighbours":
            other = self._neighbour(home)
        if sides in {"states", "neighbours"}:
            while other is home:
                other = self._nation()
                if other.region != home.region and chance(draw, 0.4):
                    other = self._nation()  # neighbours make news together more often
            parts |= {"Y": Part(other.state), "y": self._face(other, today)}
        elif sides in {"workers", "marchers"}:
            union = home.analysts[1].post
            parts |= {"Y": self._group(home, draw.choice(self.words["lists"][sides]))}
            parts |= {"y": Part(union.holder(today), union) if union else home.analysts[0]}
        else:
            pool = home.rebels if sides == "armed" else home.parties
            body = (
                draw.choice(pool) if pool else Part(self._group(home, "opposition groups").being, home.analysts[1].post)
            )
            parts["Y"] = Part(body.being)
            parts["y"] = Part(body.post.holder(today), body.post) if body.post else home.analysts[0]
        region = home.region if home.region in world.third and chance(draw, 0.4) else "*"
        parts["M"] = Part(world.third[region])
        parts["A"] = draw.choice((home, other)).analysts[0]
        ministry = draw.randrange(len(home.ministries)) if other is home else 0
        parts["B"] = Part(home.ministries[ministry])
        parts["C"] = Part(other.ministries[0]) if other is not home else parts["Y"]
        return parts

    def _face(self, nation: Nation, today: int) -> Part:
        post = nation.faces[self.draw.randrange(len(nation.faces))]
        return Part(post.holder(today), post)

    def _group(self, nation: Nation, name: str) -> Part:
        """Return an unnamed group of a country, the same whenever it acts again."""
        full = f"{nation.state.adjective} {name}"
        if full not in self.groups:
            number = -1 - len(self.groups)
            described = f"the {name.rsplit(maxsplit=1)[-1]}"
            self.groups[full] = Part(
                Being(number, full, "group", nation.state.country, "CVL", shorts=(name,), described=described)
            )
        return self.groups[full]
