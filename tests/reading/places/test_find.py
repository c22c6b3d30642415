"""Which places are found in a text, and where they lie."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ranke.reading.parser import parse
from ranke.reading.places.find import find_places
from ranke.reading.places.gazetteer import country_of, gazetteer, key


def _names(text: str) -> list[str]:
    return [place.name for place in find_places(parse(text))]


def _countries(text: str) -> dict[str, str | None]:
    return {place.name: place.country for place in find_places(parse(text))}


def test_a_town_has_its_country_and_its_coordinates() -> None:
    """A place is put on the map, with at most four decimals."""
    (place,) = find_places(parse("The ministers met in Tehran on Tuesday."))
    assert (place.name, place.country) == ("Tehran", "IRN")
    assert place.latitude == pytest.approx(35.69, abs=0.05)
    assert place.longitude == pytest.approx(51.42, abs=0.05)


def test_spans_give_the_words_back_and_never_overlap() -> None:
    """A span counts in the text itself."""
    text = "Clashes near the Turkish-Syrian border, in Idlib province and in the Strait of Hormuz, worried Ankara."
    places = find_places(parse(text))
    assert [text[slice(*place.span)] for place in places] == [place.name for place in places]
    assert all(first.span[1] <= second.span[0] for first, second in pairwise(places))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Police in Birmingham, Alabama, arrested two men.", "Birmingham", "USA"),
        ("Police in Birmingham said that England fans were held.", "Birmingham", "GBR"),
        ("Tbilisi was quiet as Georgia's parliament voted.", "Georgia", "GEO"),
        ("Voters in Arizona, Texas and Georgia went to the polls in the United States.", "Georgia", "USA"),
        ("Crowds gathered in Tahrir Square in Baghdad, Iraq.", "Tahrir Square", "IRQ"),
        ("Talks were held in Geneva, U.S. officials said.", "Geneva", "CHE"),
    ],
)
def test_a_shared_name_is_settled_by_what_stands_with_it(text: str, name: str, country: str) -> None:
    """What follows the name, the countries of the report and the size settle what is meant, in this order."""
    assert _countries(text)[name] == country


@pytest.mark.parametrize(
    ("text", "no_place"),
    [
        ("George Washington was the first president of the country.", "Washington"),
        ("Jordan Peterson spoke about the book for an hour.", "Jordan"),
        ("The Paris Agreement was signed by the ministers.", "Paris"),
        ("The Bank of England kept its rates unchanged.", "England"),
        ("The New York Times reported that talks had failed.", "New York"),
        ("Turkish troops fired at Syrian soldiers.", "Turkish"),
        ("The White House said that it was ready to talk.", "White House"),
        ("A U.S. official denied the report on Monday.", "U.S."),
    ],
)
def test_names_in_other_names_are_no_places(text: str, no_place: str) -> None:
    """Persons, bodies, treaties, peoples and seats that stand for who sits there are left out."""
    assert no_place not in _names(text)


def test_a_seat_is_a_place_where_something_happens_in_it() -> None:
    """The same name is a place after a word that says where."""
    assert "White House" in _names("The president met reporters at the White House on Monday.")


def test_a_capital_that_speaks_is_a_place_that_is_named() -> None:
    """A capital stands for its government and is still a place."""
    assert _names("Ankara rejected the claim, and Moscow said it would answer.") == ["Ankara", "Moscow"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighting broke out in northern Syria on Sunday.", "northern Syria"),
        ("Turkish troops entered north-eastern Syria.", "north-eastern Syria"),
        ("Warplanes bombed villages in Idlib province.", "Idlib"),
        ("The suit was filed in the Northern District of Texas.", "Northern District of Texas"),
        ("Soldiers were sent to the Turkish-Syrian border.", "Turkish-Syrian border"),
    ],
)
def test_a_place_has_the_words_that_bound_it(text: str, name: str) -> None:
    """Directions belong to the name of a region; a bare word for its rank does not."""
    assert name in _names(text)


def test_a_place_that_no_table_knows_takes_the_country_beside_it() -> None:
    """A people named before it, or the other places of the report, tell its country."""
    assert _countries("Gunmen attacked the Somali town of Bulo Marer.")["Bulo Marer"] == "SOM"


def test_places_in_dispute_or_between_states_have_no_country() -> None:
    """Unknown is null, never an invented value."""
    found = _countries("Ships crossed the South China Sea, and shots were fired in Kashmir.")
    assert found == {"South China Sea": None, "Kashmir": None}


def test_a_text_without_names_has_no_places() -> None:
    """Nothing is found in nothing."""
    assert _names("") == []
    assert _names("they said that nothing had happened") == []


def test_names_are_searched_without_accents_marks_and_articles() -> None:
    """Spellings of one name meet."""
    assert key("Sana'a") == key("Sana’a") == "sanaa"
    assert key("Port-au-Prince") == "port au prince"
    assert country_of("al-Raqqa") == country_of("Raqqa") == "SYR"
    assert country_of("Gdańsk") == "POL"
    assert country_of("Wisconsin") == "USA"
    assert country_of("Nowhere at all") is None


def test_the_gazetteer_has_no_empty_name() -> None:
    """An empty name would match everywhere."""
    known = gazetteer()
    assert all("" not in names for names in (known.sites, known.others, known.peoples, known.bodies, known.states))


def test_a_sentence_without_end_is_read_in_time() -> None:
    """The work grows with the length of the text, not with its square."""
    doc = parse("Protesters in Paris and Lyon marched, and " * 1200)
    start = time.process_time()
    places = find_places(doc)
    assert len(places) > 1000
    assert time.process_time() - start < 3


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from("ParisUS, .-'’\n()«İ中 of in the al"), max_size=120))
def test_odd_text_never_raises(text: str) -> None:
    """Any text gives places inside it."""
    places = find_places(parse(text))
    assert all(0 <= place.span[0] < place.span[1] <= len(text) for place in places)
