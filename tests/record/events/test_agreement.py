import pytest

from ranke.record.events.accounts import Party
from ranke.record.events.agreement import ALIKE, ALLIED, NAMED, STANDING, compatible, flagged, listed, party, table

EGYPT = Party(frozenset({"egypt"}), "country", "EGY", "GOV")
SISI = Party(frozenset({"abdel fattah sisi"}), "person", "EGY", "GOV", frozenset({"egyptian council"}))
SHORT = Party(frozenset({"sisi"}), "person", "EGY", "GOV")
OTHER = Party(frozenset({"sameh shoukry"}), "person", "EGY", "GOV")
ARMY = Party(frozenset({"egyptian army"}), "organization", "EGY", "MIL")
BODY = Party(frozenset({"egyptian council"}), "organization", "EGY", "CVL")
PARLIAMENT = Party(frozenset({"parliament"}), "organization", "EGY", "LEG")
FULL = Party(frozenset({"egyptian parliament"}), "organization", "EGY", "LEG")
CROWD = Party(frozenset({"students"}), "group", "EGY", "CVL")
MARCHERS = Party(frozenset({"demonstrators"}), "group", "EGY", "CVL")
REBELS = Party(frozenset({"sons of sinai"}), "organization", "EGY", "REB")
BAND = Party(frozenset({"desert lions"}), "organization", "EGY", "REB")
SUDAN = Party(frozenset({"sudan"}), "country", "SDN", "GOV")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (EGYPT, EGYPT, NAMED),
        (SISI, SHORT, NAMED),
        (SISI, OTHER, 0.0),
        (SISI, EGYPT, STANDING),
        (ARMY, EGYPT, STANDING),
        (SISI, BODY, STANDING),
        (PARLIAMENT, FULL, STANDING),
        (SISI, ARMY, ALIKE),
        (CROWD, MARCHERS, ALIKE),
        (REBELS, BAND, ALLIED),
        (CROWD, EGYPT, 0.0),
        (EGYPT, SUDAN, 0.0),
        (ARMY, SUDAN, 0.0),
    ],
)
def test_sides_are_one_or_stand_for_each_other(one: Party, other: Party, expected: float) -> None:
    """Names tell most, then office and body; a crowd is not its government; either may come first."""
    assert party(one, other) == party(other, one) == expected


def test_types_of_one_occasion_go_together_both_ways() -> None:
    """Each pair of the table holds both ways and has its reason; types of no pair do not go together."""
    for row in table()["compatible"]:
        assert compatible(*row["types"])
        assert compatible(*row["types"][::-1])
        assert row["reason"]
    assert compatible("AID", "AID")
    assert not compatible("AID", "ASSAULT")


def test_the_table_of_acts_is_sound() -> None:
    """Every act has words, its flags are known, and every type has a family."""
    for name, row in table()["acts"].items():
        assert row["words"], name
        assert set(row) <= {"words", "once", "lasting", "serial", "mutual"}, name
        assert all(word == word.casefold() for word in row["words"]), name
    assert flagged("once") >= {"resign", "kill"}
    assert listed("serial") | listed("mutual") <= set(table()["families"])
    assert len(table()["families"]) == 16
