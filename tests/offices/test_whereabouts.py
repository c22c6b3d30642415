import pytest

from ranke.offices.whereabouts import find_place


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Scotland", "GBR"),
        ("Idlib province", "SYR"),
        ("Sydney", "AUS"),
        ("são paulo", "BRA"),
        ("San Cristóbal de las Casas", "MEX"),
        ("Marlow", ""),
        ("Nowhere at all", ""),
    ],
)
def test_a_place_has_its_country(name: str, country: str) -> None:
    """Regions and towns are found; one word alone only for a large town, as it may be a surname."""
    found = find_place(name)
    assert (found.country if found else "") == country
