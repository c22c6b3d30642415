import pytest

from ranke.offices.titles import holder_key, leading, near, title_key, usual_title


@pytest.mark.parametrize(
    ("one", "other", "holder"),
    [
        ("defence minister", "Minister of Defense", "FRA"),
        ("Foreign Secretary", "minister of foreign affairs", "GBR"),
        ("Speaker of the House", "house speaker", "USA"),
        ("secretary-general", "Secretary General", "United Nations"),
        ("UN special envoy for Syria", "special envoy for Syria", "United Nations"),
        ("President of Brazil", "Brazilian president", "BRA"),
        ("premier", "prime minister", "CHN"),
    ],
)
def test_wordings_of_one_office_have_one_key(one: str, other: str, holder: str) -> None:
    """Spelling, order, articles and the holder's own name make no other office."""
    assert title_key(one, holder) == title_key(other, holder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("foreign minister", "deputy foreign minister"),
        ("special envoy for Syria", "special envoy for Yemen"),
        ("president", "president of the senate"),
        ("vice president", "president"),
    ],
)
def test_other_offices_have_other_keys(one: str, other: str) -> None:
    """A deputy, another mission, another chamber is another office."""
    assert title_key(one, "ITA") != title_key(other, "ITA")


def test_a_body_goes_by_all_its_names() -> None:
    """Initials and the full name are one holder; a country's code stays as it is."""
    assert holder_key("NATO") == holder_key("North Atlantic Treaty Organization")
    assert holder_key("FRA") == "FRA"


def test_a_country_may_have_another_office_in_place_of_one() -> None:
    """America's secretary of state answers to "foreign minister", but not to "king"."""
    assert title_key("secretary of state", "USA") in near(title_key("foreign minister", "USA"))
    assert near("king") == ()


def test_who_leads_a_country_depends_on_country_and_day() -> None:
    """The prime minister leads Britain; in Turkey it was the prime minister, and is the president."""
    assert leading("GBR", "2010-01-01")[0] == "prime minister"
    assert (leading("TUR", "2010-01-01")[0], leading("TUR", "2020-01-01")[1]) == ("prime minister", "president")


@pytest.mark.parametrize(
    ("label", "holder", "title"),
    [
        ("Minister of Foreign Affairs of Peru", "PER", "foreign minister"),
        ("President of Peru", "PER", "president"),
        ("Secretary of State", "USA", "secretary of state"),
        ("Secretary General of NATO", "NATO", "secretary general"),
        ("Mayor of Lima", "PER", "mayor of lima"),
    ],
)
def test_a_position_is_put_in_the_words_of_news(label: str, holder: str, title: str) -> None:
    """Whose it is goes; what remains is the usual title."""
    assert usual_title(label, holder) == title
