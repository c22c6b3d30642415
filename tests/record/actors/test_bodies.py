import pytest

from ranke.record.actors.bodies import Body, body, generic, known, named, outlet


def names(name: str, country: str = "", aliases: tuple[str, ...] = ()) -> tuple[tuple[str, ...], str] | None:
    """Return what a body is known by, as a pair that a test can compare."""
    found = body(name, country, aliases, 2019)
    return None if found is None else (found.names, found.country)


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("US House of Representatives", "House of Representatives", "USA"),
        ("UK Parliament", "Parliament of the United Kingdom", "GBR"),
        ("Syrian military", "Syrian army", "SYR"),
        ("Syrian government forces", "Assad's forces", "SYR"),
        ("Ministry of Foreign Affairs", "Moroccan foreign ministry", "MAR"),
        ("Hamas", "Islamic Resistance Movement", "PSE"),
        ("YPG", "People's Protection Units", "SYR"),
        ("116th United States Congress", "Congress", "USA"),
        ("Pentagon", "United States Department of Defense", "USA"),
    ],
)
def test_names_of_one_body_are_one(one: str, other: str, country: str) -> None:
    """Country words, synonyms and known aliases make no other body."""
    assert names(one, country) == names(other, country) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("House of Representatives", "USA"), ("House of Representatives", "PRI")),
        (("Supreme Court", "USA"), ("Supreme Court", "GBR")),
        (("Russian navy", "RUS"), ("Russian armed forces", "RUS")),
        (("Chinese navy", "CHN"), ("People's Liberation Army", "CHN")),
        (("Scottish Parliament", "GBR"), ("UK Parliament", "GBR")),
        (("United Nations", "IGO"), ("United Nations General Assembly", "IGO")),
        (("Amnesty International", ""), ("Amnesty International Chile", "CHL")),
        (("115th Congress", "USA"), ("Congress", "USA")),
        (("Quds Force", "IRN"), ("Islamic Revolutionary Guard Corps", "IRN")),
    ],
)
def test_bodies_with_like_names_stay_apart(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Another country's body, a part of a body and an earlier one are not the body."""
    assert names(*one) != names(*other)


def test_the_name_of_a_body_beats_a_wrong_country() -> None:
    """A general name that says its country is that country's, and so is one that another name in its report tells."""
    assert names("Libyan House of Representatives", "USA") == names("House of Representatives", "LBY")
    assert names("Senate", "USA", ("Puerto Rico Senate",)) == names("Senate", "PRI")


@pytest.mark.parametrize(
    ("name", "country"),
    [("previous Congress", "USA"), ("Parliament", ""), ("court", "FRA"), ("local police", "IDN"), ("", "USA")],
)
def test_names_that_say_nothing_across_reports_give_none(name: str, country: str) -> None:
    """A general name without a country, or of a body of which a country has many, is nobody elsewhere."""
    assert names(name, country) is None


def test_a_new_party_is_a_party_by_that_name() -> None:
    """Words that make a body another one are read as such only where they are no part of the name."""
    assert names("New Progressive Party", "PRI") is not None
    assert names("the new Congress", "USA") is None


def test_known_names_mean_their_body_in_any_country() -> None:
    """A reading's wrong country does not make another Islamic State."""
    assert body("Islamic State", "RUS", (), 2019) == body("ISIS", "", (), 2019)
    assert known("hamas", "RUS")


def test_initials_are_kept_where_the_report_gives_them() -> None:
    """Only initials of the name itself count."""
    assert names("Front of Orange Farmers", "FRA", ("FOF", "XYZ")) == (("front orange farmers", "fof"), "FRA")


def test_a_known_alias_names_a_body_that_its_report_calls_vaguely() -> None:
    """Where the first name tells nothing, one known body among the others does."""
    assert names("movement", "PSE", ("Hamas", "the group")) == names("Hamas", "PSE")
    assert names("movement", "PSE", ("Hamas", "Hezbollah")) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IRNA", "Islamic Republic News Agency"),
        ("bbc.com", "BBC News"),
        ("CBS", "CBS News"),
        ("AFP", "Agence France-Presse"),
    ],
)
def test_outlets_are_known_by_any_of_their_names(one: str, other: str) -> None:
    """Initials, full names and addresses are one outlet."""
    assert outlet(one, "") == outlet(other, "") is not None


def test_media_without_a_name_are_no_outlet() -> None:
    """Local media differ from report to report; two countries' ABC are two."""
    assert outlet("local media", "POL") is None
    assert outlet("ABC", "AUS") != outlet("ABC", "USA")
    assert outlet("Omani state media", "OMN") == Body(("state media",), "OMN")


def test_general_words_make_general_names() -> None:
    """A name of general words alone needs its country; one with a word of its own does not."""
    assert generic("ministry of health")
    assert named("mahan air")
    assert not named("ministry of health")
    assert not named("abcd")
