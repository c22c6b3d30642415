import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ranke.days import ordinal
from ranke.record.events.accounts import Account, Party
from ranke.record.events.conflicts import Conflict, conflicts, settled
from ranke.record.events.numbers import Count

PERU = Party(frozenset({"peru"}), "country", "PER", "GOV")
ARMY = Party(frozenset({"peruvian army"}), "organization", "PER", "MIL")
CHILE = Party(frozenset({"chile"}), "country", "CHL", "GOV")
MINERS = Party(frozenset({"miners of junin"}), "group", "PER", "CVL")


def told(report: str, *, day: str = "2021-05-04", on: str | None = "2021-05-03", **values: Any) -> Account:  # noqa: ANN401
    """An account of an attack on miners; `on` is the day that it gives."""
    at = ordinal(on or day)
    fields: dict[str, Any] = {
        "report": report, "id": "e1", "day": ordinal(day), "type": "ASSAULT", "mode": None, "status": "happened",
        "core": False, "sources": (PERU,), "targets": (MINERS,), "first": at if on else 1, "last": at,
        "precise": "day" if on else "past", "value": on, "read": True,
    }  # fmt: skip
    return Account(**{**fields, **values})


def found(*accounts: Account) -> list[tuple[str, str, tuple[str, ...]]]:
    """What the accounts differ in, how, and what each side says."""
    return [(one.about, one.kind, one.values) for one in conflicts(accounts)]


def test_accounts_that_agree_have_no_conflict() -> None:
    """Neither equal accounts nor one that leaves something out are in conflict."""
    assert found(told("a"), told("b")) == []
    assert found(told("a"), told("b", on=None, targets=())) == []


def test_days_that_exclude_each_other_contradict() -> None:
    """Two days can't both be right; a month around the day is only vaguer."""
    assert found(told("a"), told("b", on="2021-05-02")) == [("date", "contradiction", ("2021-05-03", "2021-05-02"))]
    month = told("b", value="2021-05", first=ordinal("2021-05-01"), last=ordinal("2021-05-31"), precise="span")
    assert found(told("a"), month) == [("date", "granularity", ("2021-05-03", "2021-05"))]


def test_what_was_planned_and_then_happened_is_an_update() -> None:
    """A later report knows more; so with the day that a plan gave."""
    plan = told("a", day="2021-05-01", on="2021-05-02", status="planned")
    assert found(plan, told("b")) == [
        ("whether", "update", ("planned", "happened")),
        ("date", "update", ("2021-05-02", "2021-05-03")),
    ]


def test_a_denial_contradicts_or_is_another_account() -> None:
    """What one report denies itself contradicts; what it denies on somebody's word is that one's account."""
    assert found(told("a"), told("b", status="denied")) == [("whether", "contradiction", ("happened", "denied"))]
    word = told("b", status="denied", authority=("chile",))
    assert found(told("a"), word) == [("whether", "account", ("happened", "denied"))]


def test_other_actors_contradict_and_a_part_of_one_is_more_precise() -> None:
    """Peru against Chile can't both be right; Peru's army is Peru."""
    assert found(told("a"), told("b", sources=(CHILE,))) == [("who", "contradiction", ("peru", "chile"))]
    assert found(told("a"), told("b", sources=(ARMY,))) == [("who", "granularity", ("peru", "peruvian army"))]
    claim = told("b", sources=(CHILE, PERU), authority=("bolivia",))
    assert found(told("a"), claim) == [("who", "account", ("peru", "chile; peru"))]


def test_mutual_acts_have_no_direction() -> None:
    """Who is named first in talks is no difference."""
    talks: dict[str, Any] = {"type": "CONSULT"}
    assert (
        found(
            told("a", sources=(PERU,), targets=(CHILE,), **talks), told("b", sources=(CHILE,), targets=(PERU,), **talks)
        )
        == []
    )


def test_places_apart_contradict_and_one_within_the_other_is_more_precise() -> None:
    """A town and its airport agree; two towns do not."""
    assert found(told("a", place="cusco"), told("b", place="puno")) == [("place", "contradiction", ("cusco", "puno"))]
    assert found(told("a", place="cusco"), told("b", place="cusco airport")) == [
        ("place", "granularity", ("cusco", "cusco airport"))
    ]


def test_numbers_of_one_noun_contradict_and_tolls_grow() -> None:
    """Another number of the same things contradicts; a toll that a later report puts higher is an update."""
    few, many = (Count("dead", 3, 3),), (Count("dead", 5, 5),)
    assert found(told("a", numbers=few), told("b", numbers=many)) == [("number", "contradiction", ("3 dead", "5 dead"))]
    later = told("b", day="2021-05-06", numbers=many)
    assert found(told("a", numbers=few), later) == [("number", "update", ("3 dead", "5 dead"))]
    assert found(told("a", numbers=few), told("b", numbers=(Count("hurt", 5, 5),))) == []
    assert found(told("a", numbers=few), told("b", numbers=(Count("dead", 2, 4),))) == []


def test_different_authorities_with_different_words_give_accounts() -> None:
    """Who goes back to others and says something else has another account; who says the same has not."""
    one = told("a", authority=("peru",), words=frozenset({"defend", "order"}))
    assert found(one, told("b", authority=("chile",), words=frozenset({"massacr", "mine"}))) == [
        ("how", "account", ("peru", "chile"))
    ]
    assert found(one, told("b", authority=("chile",), words=one.words)) == []


def sample() -> list[Account]:
    """Accounts that differ in most respects."""
    return [
        told("a", numbers=(Count("dead", 3, 3),), place="puno", authority=("peru",)),
        told("b", on="2021-05-02", sources=(CHILE,), core=True),
        told("c", day="2021-05-06", numbers=(Count("dead", 9, 9),), place="cusco"),
        told("d", status="planned", precise="ahead", on="2021-05-05", authority=("chile",)),
        told("e", status="denied", on=None),
    ]


@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(chance: random.Random) -> None:
    """Shuffled accounts give the same conflicts and the same best values."""
    shuffled = sample()
    chance.shuffle(shuffled)
    assert conflicts(shuffled) == conflicts(sample())
    assert settled(shuffled) == settled(sample())


def test_conflicts_name_the_accounts_of_each_side() -> None:
    """Each side holds its members in order, next to what they say."""
    one = conflicts([told("b", on="2021-05-02"), told("a"), told("c")])
    expected = Conflict(
        "date", "contradiction", ((("a", "e1"), ("c", "e1")), (("b", "e1"),)), ("2021-05-03", "2021-05-02")
    )
    assert one == [expected]


def test_an_event_is_what_most_and_the_most_precise_accounts_say() -> None:
    """The day that most fit outweighs another, what happened outweighs its plan, and a core account gives the type."""
    best = settled(
        [
            told("a", value="2021-05", first=ordinal("2021-05-01"), last=ordinal("2021-05-31"), precise="span"),
            told("b", place="cusco"),
            told("c", on="2021-04-20", status="planned"),
            told("d", type="MOBILIZE", core=True, on=None, targets=()),
        ]
    )
    assert (best.type, best.status, best.value, best.place) == ("MOBILIZE", "happened", "2021-05-03", "cusco")
    assert best.shown == ("d", "e1")


def test_what_all_deny_is_denied() -> None:
    """One report that affirms is enough for the event to stand, with its denial as a conflict."""
    assert settled([told("a", status="denied"), told("b", status="denied")]).status == "denied"
    assert settled([told("a", status="denied"), told("b")]).status == "happened"
    assert settled([told("a", on=None)]).value is None
