from hypothesis import given
from hypothesis import strategies as st

from ranke.record.actors.signatures import Signature, signature
from ranke.record.parts import Appearance


def seen(name: str, kind: str = "person", country: str | None = None, **more: object) -> Signature:
    """Return the signature of an appearance; what is not told takes a default."""
    told = {"report": "r1", "id": "a1", "day": "2019-07-23", **more}
    return signature(Appearance(name=name, kind=kind, country=country, **told))


def test_a_signature_survives_its_json() -> None:
    """Dump and load give the same signature, and the JSON of one is always the same text."""
    for told in (
        seen("Jana Holubova", country="CZE", sector="GOV", roles=(("health minister", "Czech Republic"),)),
        seen("protesters", "group", "CZE"),
        seen("a senior official", country="CZE"),
        Signature("country", ("CZE",), "CZE", tag="x"),
    ):
        assert Signature.load(told.dump()) == told
        assert Signature.load(told.dump()).dump() == told.dump()


def test_countries_are_told_by_code_whatever_their_name() -> None:
    """A government named by capital, people or ruler is the country; a part of a country is not."""
    assert (
        seen("the Assad government", "country", "SYR") == seen("Damascus", "country", "SYR") == seen("Syria", "country")
    )
    assert seen("Scotland", "country", "GBR") != seen("United Kingdom", "country", "GBR")
    assert seen("Northern Ireland", "country", "GBR") != seen("Scotland", "country", "GBR")


def test_reports_of_one_person_give_one_signature() -> None:
    """Short forms, titles and other names of the report add nothing."""
    one = seen("Jana Holubova", country="CZE", sector="GOV", aliases=("Holubova", "the minister"))
    other = seen("Minister Jana Holubová", country="CZE", sector="LEG", report="r2", id="a7", day="2020-01-02")
    assert one == other


def test_a_surname_in_its_report_takes_the_full_name() -> None:
    """The fullest form of a name that its report has counts."""
    assert seen("Holubova", country="CZE", aliases=("Jana Holubova",)) == seen("Jana Holubova", country="CZE")


def test_the_well_known_are_known_by_surname() -> None:
    """A surname that alone means somebody in news is that person, unless the country is another."""
    assert seen("Trump", country="USA").names == seen("Donald Trump", country="USA").names
    assert seen("Trump", country="DEU").names != seen("Donald Trump", country="USA").names


def test_who_tells_nobody_apart_stands_alone() -> None:
    """The unnamed, common names without context and general bodies without a country differ from report to report."""
    for name, kind, country in (
        ("a senior official", "person", "USA"),
        ("John Smith", "person", "USA"),
        ("Kim", "person", "KOR"),
        ("Parliament", "organization", None),
        ("civilians", "group", "SYR"),
    ):
        one, other = seen(name, kind, country), seen(name, kind, country, report="r2")
        assert one.own
        assert one != other


def test_a_common_name_with_its_field_is_told() -> None:
    """Country and sector make a common name somebody, and another field somebody else."""
    assert seen("John Smith", country="USA", sector="LEG") == seen(
        "John Smith", country="USA", sector="GOV", report="r2"
    )
    assert seen("John Smith", country="USA", sector="LEG") != seen("John Smith", country="USA", sector="BUS")


def test_offices_tell_the_unnamed_within_half_a_year() -> None:
    """An office whose holders no table knows is bound to its time; the wording does not matter."""
    one = seen("Peru's tourism minister", country="PER", roles=(("tourism minister", "Peru"),))
    assert one == seen("the Peruvian minister of tourism", country="PER", report="r2", day="2019-12-01")
    assert one != seen("Peru's tourism minister", country="PER", day="2017-12-01")
    assert not one.own


def test_an_office_of_a_known_holder_names_him() -> None:
    """The table of holders names who is called by office, alone or with the surname; the day decides."""
    assert seen("the US president", country="USA", day="2016-07-23").names == ("barack obama",)
    assert seen("the US president", country="USA", day="2019-07-23") == seen(
        "Donald Trump", country="USA", sector="GOV"
    )
    johnson = seen("Prime Minister Johnson", country="GBR", roles=(("Prime Minister", None),), day="2020-01-01")
    assert johnson.names == ("boris johnson",)
    assert seen("UN's Syria envoy", country="SYR", sector="IGO", day="2018-06-30").names == ("staffan mistura",)


def test_an_office_held_long_ago_does_not_name_its_holder_of_today() -> None:
    """Somebody with a name of his own is himself, whatever office the report gives him."""
    told = seen("Andrew Johnson", country="USA", sector="GOV", roles=(("President", "United States"),))
    assert told.names == ("andrew johnson",)
    assert told.offices == ()


def test_a_role_of_somebody_else_does_not_name_the_unnamed() -> None:
    """Only an office that its own words name is one of a person without a name."""
    assert seen("a gunman", country="FRA", roles=(("president", "France"),)).own


def test_groups_are_bound_to_their_month() -> None:
    """The same words in another month are another signature, but for a people."""
    assert seen("US troops", "group", "USA") == seen("American forces", "group", "USA", day="2019-07-01", report="r2")
    assert seen("US troops", "group", "USA") != seen("US troops", "group", "USA", day="2019-08-01")
    assert seen("Palestinian people", "group", "PSE") == seen("Palestinians", "group", "PSE", day="2011-01-01")


def test_a_day_that_is_none_does_no_harm() -> None:
    """Whatever stands for the day, a signature comes back."""
    assert seen("US troops", "group", "USA", day="").period == 0
    assert seen("US troops", "group", "USA", day="last July").period == 0
    assert seen("Congress", "organization", "USA", day="").names == ("congress",)


_WORDS = st.sampled_from(
    ["al-", "King", "II", "Jr.", "the", "President", "of", "Syria", "Kim", "J.", "'s", "bin", "–", "forces", "two",
     "UN", "115th", "Congress", "News", ".com", "ß", "١", "…"]
)  # fmt: skip
_TEXT = st.one_of(st.text(max_size=20), st.lists(_WORDS, max_size=6).map(" ".join))


@given(
    name=_TEXT,
    kind=st.sampled_from(["person", "organization", "country", "group", "media"]),
    country=st.sampled_from([None, "USA", "SYR", "IGO", "XXX"]),
    aliases=st.lists(_TEXT, max_size=3).map(tuple),
    roles=st.lists(st.tuples(_TEXT, st.none() | _TEXT), max_size=2).map(tuple),
    day=st.sampled_from(["2019-07-23", "2019-07", "2019", "", "?-?"]),
)
def test_any_appearance_has_a_signature_that_survives_its_json(**told: object) -> None:
    """Odd names, roles and days yield less and never raise, and the order of aliases and roles changes nothing."""
    found = seen(**told)
    assert Signature.load(found.dump()) == found
    assert seen(**{**told, "aliases": told["aliases"][::-1], "roles": told["roles"][::-1]}) == found
