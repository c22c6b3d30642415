"""The land of the world in a window of degrees: rings of `land.toml`, cut at the window's edges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ranke.tables import broken, read_toml

TABLE = "land.toml"

Degrees = tuple[float, float]
"""Longitude and latitude."""

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world; `west` to `east` may run on beyond 180 degrees."""

    west: float
    south: float
    east: float
    north: float


@cache
def rings(kind: str) -> tuple[tuple[Degrees, ...], ...]:
    """Return the rings of `land` or `water`.

    Raises:
        TableError: If the table has a ring that is none.
    """
    return tuple(_ring(name, points) for name, points in read_toml("ranke.web.pictures", TABLE)[kind].items())


def _ring(name: str, points: str) -> tuple[Degrees, ...]:
    try:
        ring = tuple((float(one), float(other)) for one, other in (point.split() for point in points.split(",")))
    except ValueError as error:
        raise broken(TABLE, name, "each point needs a longitude and a latitude") from error
    if len(ring) <= _PAIR:
        raise broken(TABLE, name, "a ring needs three points")
    return ring


def seen(kind: str, window: Window) -> Iterator[list[Degrees]]:
    """Yield the rings of `land` or `water` that a window shows, as far as it shows them."""
    for ring in rings(kind):
        for turn in (-360, 0, 360):
            if shown := _cut([(longitude + turn, latitude) for longitude, latitude in ring], window):
                yield shown


def _cut(ring: Sequence[Degrees], window: Window) -> list[Degrees]:
    """Return a ring cut at each of the window's edges in turn.

    Source: I. Sutherland, G. Hodgman: Reentrant polygon clipping. Communications of the ACM 17 (1974).
    """
    left = list(ring)
    for axis, edge, keep in (
        (0, window.west, 1),
        (0, window.east, -1),
        (1, window.south, 1),
        (1, window.north, -1),
    ):
        left = _half(left, axis, edge, keep)
        if not left:
            break
    return left


def _half(ring: Sequence[Degrees], axis: int, edge: float, keep: int) -> list[Degrees]:
    kept: list[Degrees] = []
    for before, point in zip((ring[-1], *ring[:-1]), ring, strict=True):
        within = (point[axis] - edge) * keep >= 0
        if ((before[axis] - edge) * keep >= 0) != within:
            part = (edge - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
        if within:
            kept.append(point)
    return kept
