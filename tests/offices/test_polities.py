import pytest

from ranke.offices.polities import countries_in, country_of, leading, part_of_country, without


def test_a_name_loses_the_words_of_its_own_country_only() -> None:
    """The country's names and adjectives go, wherever they stand; those of others stay."""
    assert without("parliament of united kingdom", "GBR") == "parliament"
    assert without("british parliament", "GBR") == "parliament"
    assert without("iraqi embassy in paris", "IRQ") == "embassy in paris"
    assert without("libyan senate", "USA") == "libyan senate"


def test_adjectives_of_a_part_are_no_words_of_the_country() -> None:
    """A region's body is not the country's."""
    assert without("scottish parliament", "GBR") == "scottish parliament"


def test_the_countries_of_a_name_are_found_in_order() -> None:
    """Each country that a name names is told once."""
    assert countries_in("united states embassy in iraq") == ("USA", "IRQ")
    assert countries_in("islamic state") == ()


@pytest.mark.parametrize(("text", "code"), [("turkey", "TUR"), ("ankara", "TUR"), ("kremlin", "RUS"), ("europe", "")])
def test_a_form_alone_stands_for_a_country(text: str, code: str) -> None:
    """Names, capitals and metonyms tell a country; a continent tells none."""
    assert country_of(text) == code


def test_leading_words_of_a_country_are_counted() -> None:
    """Only words at the head count."""
    assert leading(["united", "states", "senator"]) == 2
    assert leading(["senator", "united", "states"]) == 0


def test_parts_of_countries_are_polities_of_their_own() -> None:
    """A part is told by its name or by its government; the country of Georgia is not the state."""
    assert part_of_country("scotland") == "scotland"
    assert part_of_country("government of scotland") == "scotland"
    assert part_of_country("georgia", "GEO") == ""
    assert part_of_country("georgia", "USA") == "georgia"
    assert part_of_country("france") == ""
