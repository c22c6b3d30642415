import pytest

from ranke.record.actors.offices import office


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("President", "United States", "USA"), ("US President", "", "USA")),
        (("foreign minister", "Iran", "IRN"), ("Minister of Foreign Affairs", "", "IRN")),
        (("special envoy for Syria", "UN", "IGO"), ("Syria envoy", "United Nations", "IGO")),
        (("premier", "", "CHN"), ("Prime Minister of China", "China", "CHN")),
        (("leader", "Hamas", "PSE"), ("chief of Hamas", "Hamas", "PSE")),
        (("secretary of state", "US", "USA"), ("Secretary of State", "", "USA")),
    ],
)
def test_one_office_in_two_wordings_is_one(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    """Order, country words and synonyms make no other office."""
    assert office(*one) == office(*other) is not None


@pytest.mark.parametrize(
    ("title", "organization", "country"),
    [
        ("spokesman", "Hamas", "PSE"),
        ("minister", "", "FRA"),
        ("former president", "", "FRA"),
        ("senior official", "European Union", "IGO"),
        ("president", "", ""),
        ("ambassador", "", "FRA"),
        ("", "", "FRA"),
    ],
)
def test_titles_of_many_or_of_nobody_now_tell_nobody(title: str, organization: str, country: str) -> None:
    """A title that many bear at a time, or that somebody bore once, is no office to go by."""
    assert office(title, organization, country) is None


def test_offices_of_two_bodies_differ() -> None:
    """The body is part of the office."""
    assert office("leader", "Hamas", "PSE") != office("leader", "Fatah", "PSE")
    assert office("deputy leader", "Hamas", "PSE") != office("leader", "Hamas", "PSE")
