import pytest

from ranke.offices.descriptions import describe
from ranke.offices.tenures import Offices

NOBODY = Offices(())


@pytest.mark.parametrize(
    ("text", "country", "body", "name"),
    [
        ("Putin's spokesman", "RUS", "", ""),
        ("Turkey-backed Syrian rebels", "SYR", "", ""),
        ("Syrian rebels backed by Turkey", "SYR", "", ""),
        ("Kenya-based aid workers", "KEN", "", ""),
        ("Saudi-funded militia", "", "", ""),
        ("Jordan Hale", "", "", ""),
        ("Norwegian minister Jordan Hale", "NOR", "", "Jordan Hale"),
        ("Hamas official Tariq Nadim", "PSE", "Hamas", "Tariq Nadim"),
        ("mayor of Oslo Kari Lund", "NOR", "", ""),
        ("Marcus Beam", "", "", ""),
        ("Foreign Minister Dr. Kari Lund", "", "", "Kari Lund"),
    ],
)
def test_names_tell_whose_somebody_is(text: str, country: str, body: str, name: str) -> None:
    """Backers, seats and first names that countries have are kept apart; unknown names alone tell nothing."""
    told = describe(text, NOBODY)
    assert (told.country, told.body, told.name) == (country, body, name)
