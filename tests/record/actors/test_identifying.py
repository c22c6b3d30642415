import pytest

from ranke.record.actors.identifying import keys, linked, share_office
from ranke.record.actors.signatures import Signature


def person(name: str, country: str = "", **more: object) -> Signature:
    """Return a person's signature."""
    return Signature("person", (name,) if name else (), country, **more)


def test_who_stands_alone_is_found_by_nobody() -> None:
    """What tells nobody apart has no keys and no links."""
    alone = Signature("person", country="FRA", own="r1#a1")
    assert keys(alone) == ()
    assert not linked(alone, alone)


def test_keys_of_common_words_carry_the_country() -> None:
    """What many bear is looked for within its country only, so that no key grows with the record."""
    assert all("FRA" in key for key in keys(Signature("organization", ("parliament",), "FRA")))
    assert all("USA" in key for key in keys(person("john smith", "USA", sector="politics")))
    assert keys(Signature("organization", ("hamas",), "PSE")) == keys(Signature("organization", ("hamas",), ""))


def test_keys_of_groups_and_offices_carry_their_time() -> None:
    """Signatures bound to their time share a key with the next period, not with one far away."""
    first, second, third = (Signature("group", ("troops",), "FRA", period=month) for month in (1, 2, 3))
    assert set(keys(first)) & set(keys(second))
    assert not set(keys(first)) & set(keys(third))
    office = (("mayor", "springfield"),)
    assert set(keys(person("", offices=office, period=4))) & set(
        keys(person("jana holubova", offices=office, period=5))
    )


@pytest.mark.parametrize(
    ("one", "other", "is_linked"),
    [
        (person("jana holubova", "CZE"), person("jana holubova", "USA"), True),
        (person("jana holubova", "CZE"), person("jana maria holubova", ""), True),
        (person("jana holubova", "CZE"), person("jana maria holubova", "USA"), False),
        (person("holubova", "CZE"), person("jana holubova", "CZE"), True),
        (person("holubova", "CZE"), person("jana holubova", "USA"), False),
        (person("john smith", "USA", sector="media"), person("john smith", "USA", sector="media", period=3), True),
        (person("john smith", "USA", sector="media"), person("john smith", "USA", sector="politics"), False),
        (person("king abdullah", "JOR", sector="politics"), person("abdullah khoury", "JOR", sector="politics"), False),
        (person("queen elizabeth", "GBR"), person("elizabeth ii", "GBR"), True),
        (Signature("country", ("scotland",), "GBR"), Signature("country", ("scotland",), ""), True),
        (Signature("organization", ("hamas",), "PSE"), Signature("country", ("hamas",), "PSE"), False),
    ],
)
def test_weak_links(one: Signature, other: Signature, *, is_linked: bool) -> None:
    """Names, countries and fields decide what can be one; links hold both ways and share a key."""
    assert linked(one, other) is linked(other, one) is is_linked
    assert not is_linked or set(keys(one)) & set(keys(other))


def test_an_office_is_shared_near_in_time_only() -> None:
    """The same office within the next half-year, and a top office for "the leader of" a country."""
    president = person("jana holubova", "CZE", offices=(("president", "CZE"),), period=10)
    assert share_office(president, person("", offices=(("leader", "CZE"),), period=11))
    assert not share_office(president, person("", offices=(("president", "CZE"),), period=12))
    assert not share_office(president, person("", offices=(("president", "SVK"),), period=10))
