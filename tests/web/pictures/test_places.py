from typing import Any

import pytest

from ranke.answers import PlaceRow
from ranke.web.pictures import Link, place_map

TEHRAN = PlaceRow("Tehran", "IRN", 35.7, 51.4, 9)
GAZA = PlaceRow("Gaza", "PSE", 31.5, 34.5, 4)


def dots(drawn: object) -> dict[str, tuple[float, float, float]]:
    """Return where the dot of each place is, and its radius."""
    found = {}
    for one in drawn.root.iter():
        if one.get("class") == "place":
            name = (one[0].text or "").partition(":")[0]
            found[name] = (float(one.get("cx")), float(one.get("cy")), float(one.get("r")))
    return found


def test_each_place_is_a_dot(seen: type[Any]) -> None:
    """A place with coordinates is drawn, west of what lies east of it; one without is counted."""
    drawn = seen(place_map([TEHRAN, GAZA, PlaceRow("Nowhere", None, None, None, 2)]))
    found = dots(drawn)
    assert set(found) == {"Tehran", "Gaza"}
    assert found["Gaza"][0] < found["Tehran"][0]
    assert found["Gaza"][1] > found["Tehran"][1]
    assert found["Gaza"][2] < found["Tehran"][2]
    assert "2 places, 1 more not shown" in drawn.told


def test_a_place_leads_to_its_timeline(seen: type[Any], page: Link) -> None:
    """The link function is asked for what happened there."""
    assert seen(place_map([TEHRAN], page)).links == ["/timeline/?place=Tehran"]


def test_all_places_lie_in_the_picture(seen: type[Any]) -> None:
    """Wherever places lie, the window holds them: near the poles, on both sides of the date line, all round."""
    sets = [
        [(89.0, 0.0)],
        [(-89.9, 10.0), (89.9, -170.0)],
        [(-17.8, 178.0), (-14.3, -170.7), (21.3, -157.9)],
        [(51.5, -0.1), (-33.9, 151.2), (37.8, -122.4), (-34.6, -58.4)],
        [(0.0, 180.0), (0.0, -180.0)],
    ]
    for places in sets:
        rows = [PlaceRow(f"p{number}", None, *place, 1) for number, place in enumerate(places)]
        found = dots(seen(place_map(rows)))
        assert len(found) == len(places)
        assert all(0 <= x <= 720 and 0 <= y <= 400 for x, y, _ in found.values()), found


def test_the_date_line_parts_nothing(seen: type[Any]) -> None:
    """Fiji and Samoa, on both sides of it, are neighbours on the map."""
    found = dots(seen(place_map([PlaceRow("Suva", None, -18.1, 178.4, 1), PlaceRow("Apia", None, -13.8, -171.8, 1)])))
    assert 0 < found["Apia"][0] - found["Suva"][0] < 450


@pytest.mark.parametrize("where", [(91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0), (0.0, float("inf"))])
def test_impossible_places_are_left_out(seen: type[Any], where: tuple[float, float]) -> None:
    """What is no place on the globe is not drawn."""
    assert "No place is known" in seen(place_map([PlaceRow("X", None, *where, 1)])).text


def test_many_places_stay_small_and_names_apart(seen: type[Any], far: Link) -> None:
    """Of a thousand places the busiest are drawn, in less than 60 KB."""
    rows = [PlaceRow(f"Place {n}", None, n * 37 % 160 - 80, n * 53 % 360 - 180, 1000 - n) for n in range(1000)]
    drawn = place_map(rows, far)
    assert len(drawn.encode()) < 60_000
    assert "Place 0" in dots(seen(drawn))


def test_nowhere_is_said_to_be_nowhere(seen: type[Any]) -> None:
    """Without places the picture says so."""
    assert "No place is known" in seen(place_map([])).text
