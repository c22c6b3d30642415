"""A map of places: dots as large as what happened there, on an outline of the land, near enough to tell them apart."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ranke.answers import PlaceRow
from ranke.web.pictures.land import Window, seen
from ranke.web.pictures.svg import (
    Link,
    Point,
    cut,
    empty,
    group,
    label,
    linked,
    mark,
    no_link,
    number,
    picture,
    plain,
    room,
    tip,
)

_WIDTH, _HEIGHT = 720, 400

_MOST = 150
"""Places of a picture, those of most events: 60 KB hold some 200 with their land."""

_NAMED = 24
"""Places that are named at most, where there is room."""

_SMALLEST, _LARGEST = 3.5, 17
"""Radius of the dot of one event, and of the busiest place."""

_NEAREST = 26
"""Degrees of latitude that a picture shows at least: nearer, the outline of the land is too coarse."""

_SOUTH, _NORTH = -58, 80
"""Degrees of latitude of a picture of the world: without Antarctica, which the table leaves out."""


@dataclass(frozen=True, slots=True)
class _Map:
    """A window of degrees in a picture: plate carrée, true to scale in the middle latitude."""

    window: Window

    def at(self, longitude: float, latitude: float) -> Point:
        here = self.window
        return Point(
            (longitude - here.west) / (here.east - here.west) * _WIDTH,
            (here.north - latitude) / (here.north - here.south) * _HEIGHT,
        )


@dataclass(frozen=True, slots=True)
class _Dot:
    place: PlaceRow
    at: Point
    radius: float


def place_map(rows: Sequence[PlaceRow], link: Link = no_link, *, title: str = "Where it happened") -> str:
    """Return a map of places.

    Args:
        rows: `Overview.places`; those without coordinates, or with impossible ones, are counted and not drawn.
        link: Gives each place its timeline.
        title: The picture's name.
    """
    known = [row for row in rows if _lies(row)]
    shown = sorted(known, key=lambda row: (-row.events, row.name))[:_MOST]
    if not shown:
        return empty("map", title, "No place is known yet where something happened.")
    map_ = _Map(_window([_degrees(row) for row in shown]))
    most = max(row.events for row in shown)
    dots = [_Dot(row, map_.at(_near(map_, row), _degrees(row)[1]), _radius(row.events, most)) for row in shown]
    sea = mark("rect", class_="sea", width=_WIDTH, height=_HEIGHT, fill="currentColor", fill_opacity="0.03")
    said = f"{len(shown):,} places"
    if left := len(rows) - len(shown):
        said += f", {left:,} more not shown"
    busiest = ", ".join(f"{plain(row.name)} ({row.events:,})" for row in shown[:5])
    marks = [sea, _land(map_), group(_circle(dot, link) for dot in dots), group(_names(dots))]
    return picture("map", title, f"{said}. Most events: {busiest}.", (_WIDTH, _HEIGHT), marks)


def _lies(row: PlaceRow) -> bool:
    latitude, longitude = row.latitude, row.longitude
    if latitude is None or longitude is None:
        return False
    return abs(latitude) <= 90 and abs(longitude) <= 180  # noqa: PLR2004 - degrees of the globe


def _degrees(row: PlaceRow) -> tuple[float, float]:
    return row.longitude or 0.0, row.latitude or 0.0


def _radius(events: int, most: int) -> float:
    # Areas, not widths, are in proportion.
    return _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(max(events - 1, 0) / max(most - 1, 1))


def _near(map_: _Map, row: PlaceRow) -> float:
    longitude = _degrees(row)[0]
    return longitude if longitude >= map_.window.west else longitude + 360


def _window(places: Sequence[tuple[float, float]]) -> Window:
    """Return the part of the world that holds all places with room around them, in the picture's proportion."""
    west, east = _shortest([longitude for longitude, _ in places])
    south, north = min(latitude for _, latitude in places), max(latitude for _, latitude in places)
    middle = (south + north) / 2
    narrow = max(math.cos(math.radians(middle)), 0.3)
    proportion = _WIDTH / _HEIGHT
    high = max((north - south) * 1.35, (east - west) * 1.25 * narrow / proportion, _NEAREST)
    wide = high * proportion / narrow
    if wide >= 330 or high >= _NORTH - _SOUTH:  # noqa: PLR2004 - degrees: nearly all the way round
        return _world((west + east) / 2 if wide < 330 else 10, south, north)  # noqa: PLR2004
    bottom = min(max(middle - high / 2, -90), 90 - high)
    return Window((west + east - wide) / 2, bottom, (west + east + wide) / 2, bottom + high)


def _world(middle: float, south: float, north: float) -> Window:
    return Window(middle - 180, min(_SOUTH, south - 4), middle + 180, max(_NORTH, min(north + 4, 90)))


def _shortest(longitudes: Sequence[float]) -> tuple[float, float]:
    """Return the shortest arc with all longitudes, its east beyond 180 where it crosses the date line."""
    ordered = sorted(set(longitudes))
    gaps = [(after - before, index) for index, (before, after) in enumerate(pairwise(ordered))]
    around = ordered[0] + 360 - ordered[-1]
    widest = max(gaps, default=(0.0, 0))
    if widest[0] <= around:
        return ordered[0], ordered[-1]
    return ordered[widest[1] + 1], ordered[widest[1]] + 360


def _land(map_: _Map) -> str:
    paths = {
        kind: "".join(f"M{'L'.join(_pair(map_.at(*point)) for point in ring)}Z" for ring in seen(kind, map_.window))
        for kind in ("land", "water")
    }
    marks = [_lines(map_)]
    if paths["land"]:
        # Lakes are holes: no colour of theirs is needed that a dark page would have to change.
        marks.append(
            mark("path", class_="land", d=paths["land"] + paths["water"], fill="currentColor", fill_opacity="0.13",
                 fill_rule="evenodd", stroke="currentColor", stroke_opacity="0.3", stroke_width=0.7,
                 stroke_linejoin="round")
        )  # fmt: skip
    return group(marks)


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"


def _lines(map_: _Map) -> str:
    """Return lines of latitude and longitude."""
    here = map_.window
    step = next(step for step in (1, 2, 5, 10, 20, 30) if (here.north - here.south) / step <= 6 or step == 30)  # noqa: PLR2004
    found = []
    for degree in range(math.ceil(here.south / step) * step, math.floor(here.north) + 1, step):
        y = map_.at(here.west, degree).y
        found.append(f"M0 {number(y)}H{_WIDTH}")
    for degree in range(math.ceil(here.west / step) * step, math.floor(here.east) + 1, step):
        x = map_.at(degree, here.south).x
        found.append(f"M{number(x)} 0V{_HEIGHT}")
    return mark("path", class_="grid", d="".join(found), stroke="currentColor", stroke_opacity="0.12",
                stroke_width=0.6, fill="none")  # fmt: skip


def _circle(dot: _Dot, link: Link) -> str:
    row = dot.place
    said = f"{plain(row.name)}: {row.events:,} {'event' if row.events == 1 else 'events'}"
    circle = mark("circle", tip(said), class_="place", cx=dot.at.x, cy=dot.at.y, r=dot.radius, fill="#8d5a97",
                  fill_opacity="0.62", stroke="#8d5a97")  # fmt: skip
    return linked(link("timeline", place=row.name), circle)


def _names(dots: Sequence[_Dot]) -> list[str]:
    """Return the names of the busiest places that don't cover each other or another dot's name."""
    taken: list[tuple[float, float, float, float]] = []
    found: list[str] = []
    for dot in dots:
        if len(found) == _NAMED:
            break
        name = cut(dot.place.name, 130, 12)
        wide = room(name, 12)
        for at in _beside(dot, wide):
            box = at.x, at.y - 11, at.x + wide, at.y + 3
            inside = box[0] >= 0 and box[2] <= _WIDTH and box[1] >= 0 and box[3] <= _HEIGHT
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                found.append(label(at, name, class_="halo"))
                break
    return found


def _beside(dot: _Dot, wide: float) -> list[Point]:
    """Return where a name may begin: to the right of its dot, to the left, above, below."""
    x, y, radius = *dot.at, dot.radius
    return [
        Point(x + radius + 3, y + 4),
        Point(x - radius - 3 - wide, y + 4),
        Point(x - wide / 2, y - radius - 4),
        Point(x - wide / 2, y + radius + 12),
    ]


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
