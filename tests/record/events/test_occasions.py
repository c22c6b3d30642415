import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ranke.days import ordinal
from ranke.offices.names import fold
from ranke.record.events.accounts import Account, Party
from ranke.record.events.occasions import CROWD, ENOUGH, likeness, linked, partition
from ranke.record.stories.words import stems

CHAD = Party(frozenset({"chad"}), "country", "TCD", "GOV")
DEBY = Party(frozenset({"idriss deby", "deby"}), "person", "TCD", "GOV", frozenset({"chad"}))
ARMY = Party(frozenset({"chadian army"}), "organization", "TCD", "MIL")
NIGER = Party(frozenset({"niger"}), "country", "NER", "GOV")
BAZOUM = Party(frozenset({"mohamed bazoum", "bazoum"}), "person", "NER", "GOV")
MALI = Party(frozenset({"mali"}), "country", "MLI", "GOV")
UNION = Party(frozenset({"african union", "au"}), "organization", "IGO", "IGO")


def told(
    report: str,
    type_: str = "CONSULT",
    *,
    day: str = "2021-03-05",
    on: str | None = None,
    **values: Any,  # noqa: ANN401 - fields of an account
) -> Account:
    """An account; `words` is the text of its sentence, `on` the day that it gives."""
    told_on = ordinal(on or day)
    fields: dict[str, Any] = {
        "report": report, "id": "e1", "day": ordinal(day), "type": type_, "mode": None, "status": "happened",
        "core": False, "sources": (CHAD,), "targets": (NIGER,), "first": told_on if on else 1, "last": told_on,
        "precise": "day" if on else "past", "value": on, "read": True,
    }  # fmt: skip
    words = stems(values.pop("words", ""))
    place = values.pop("place", None)
    return Account(**{**fields, "words": words, "place": fold(place) if place else None, **values})


TALKS = "talks on a bridge over the Komadugu and on herders near Diffa"


def test_two_reports_of_talks_on_one_day_tell_of_one_event() -> None:
    """Equal type, sides and day make one event, though the president stands for his country in one report."""
    one = told("a", on="2021-03-04", words=TALKS)
    other = told("b", on="2021-03-04", words="the bridge over the Komadugu", sources=(DEBY,), targets=(BAZOUM,))
    assert linked(one, other)


def test_talks_of_the_same_two_on_another_day_are_another_event() -> None:
    """A repeated act is not the earlier one, even in the same words."""
    one = told("a", on="2021-03-04", words=TALKS)
    assert not linked(one, told("b", on="2021-03-09", day="2021-03-10", words=TALKS))


def test_the_same_act_on_others_is_another_event() -> None:
    """The same words and day in another country tell of another event."""
    one = told("a", "ASSAULT", on="2021-03-04", words=TALKS)
    assert not linked(one, told("b", "ASSAULT", on="2021-03-04", words=TALKS, sources=(MALI,), targets=(UNION,)))
    assert likeness(one, told("b", "ASSAULT", on="2021-03-04", words=TALKS, targets=(MALI,))) < likeness(
        one, told("b", "ASSAULT", on="2021-03-04", words=TALKS)
    )


def test_talks_without_a_day_need_telling_words() -> None:
    """What the same two do again and again is told apart by its words alone where no day is known."""
    dated = told("a", on="2021-03-04", words=TALKS, acts=frozenset({"meet"}))
    later = {"day": "2021-03-20", "acts": frozenset({"meet"})}
    assert linked(dated, told("b", words="the Komadugu bridge, the herders near Diffa", **later))
    assert not linked(dated, told("b", words="schools and vaccines", **later))


def test_a_landmark_is_known_again_years_later() -> None:
    """An undated mention of a lasting act meets the dated one."""
    values: dict[str, Any] = {"acts": frozenset({"leave"}), "trigger": frozenset({"withdraw"})}
    dated = told(
        "a", "SANCTION", day="2021-11-02", on="2021-03-04", targets=(UNION,), words="the charter of Lome", **values
    )
    undated = told("b", "SANCTION", day="2021-12-20", targets=(UNION,), words="the charter", sources=(DEBY,), **values)
    assert linked(dated, undated)


def test_a_plan_and_its_act_are_one_event() -> None:
    """An offensive told of as forces that are to move in is the assault that follows."""
    values: dict[str, Any] = {
        "acts": frozenset({"attack"}),
        "sources": (ARMY,),
        "cast": frozenset({"boko haram", "deby"}),
    }
    planned: dict[str, Any] = {"status": "planned", "precise": "ahead", "first": ordinal("2021-03-02"), "last": 800_000}
    plan = told("a", "MOBILIZE", day="2021-03-02", words="islands of Lake Chad", **planned, **values)
    assert linked(plan, told("b", "ASSAULT", on="2021-03-05", words="the islands of Lake Chad", **values))


def test_a_resignation_is_one_event_whatever_day_a_report_gives() -> None:
    """Announced on one day and in force on another, what a person does once is one event; what recurs is not."""
    values: dict[str, Any] = {"sources": (DEBY,), "targets": (), "words": "the palace at Amdjarass and the amnesty"}
    resign = frozenset({"resign"})
    announced = told("a", "CONCEDE", on="2021-03-04", acts=resign, **values)
    assert linked(announced, told("b", "CONCEDE", day="2021-03-20", on="2021-03-18", acts=resign, **values))
    talks = told("a", "CONCEDE", on="2021-03-04", acts=frozenset({"release"}), **values)
    assert not linked(
        talks, told("b", "CONCEDE", day="2021-03-20", on="2021-03-18", acts=frozenset({"release"}), **values)
    )


def test_places_of_two_countries_are_two_events() -> None:
    """A place within the other agrees, a place in another country forbids."""
    one = told("a", on="2021-03-04", place="airport of Bol", place_country="TCD")
    assert likeness(one, told("b", on="2021-03-04", place="Bol", place_country="TCD")) > likeness(
        one, told("b", on="2021-03-04", place="Mao", place_country="TCD")
    )
    assert likeness(one, told("b", on="2021-03-04", place="Diffa", place_country="NER")) < 0


def test_two_events_of_one_report_stay_two() -> None:
    """The reading has told them apart already."""
    one = told("a", on="2021-03-04", words=TALKS)
    assert not linked(one, told("a", on="2021-03-04", words=TALKS, id="e2"))


def test_records_without_words_are_joined_by_day_and_sides_alone() -> None:
    """Where no text is known, one act of a kind a day is the rule; without the day nothing is joined."""
    one = told("a", on="2021-03-04", read=False)
    assert linked(one, told("b", on="2021-03-04", read=False))
    assert not linked(told("a", read=False), told("b", read=False))


def sample() -> list[Account]:
    """Two events in five reports, and one report that stands alone."""
    talks = [told(report, on="2021-03-04", words=TALKS) for report in "abc"]
    attack = [told(report, "ASSAULT", on="2021-03-04", targets=(MALI,), words="the mine at Kidal") for report in "de"]
    return [*talks, *attack, told("f", "AID", on="2021-03-04", words="wheat and oil")]


def groups(accounts: list[Account], **judged: Any) -> list[list[str]]:  # noqa: ANN401 - sets of pairs
    """The reports of each event."""
    return [[one.report for one in group] for group in partition(accounts, **judged)]


def test_accounts_fall_into_events() -> None:
    """Each event has its accounts, in order."""
    assert groups(sample()) == [["a", "b", "c"], ["d", "e"], ["f"]]


def pair(one: str, other: str) -> frozenset[tuple[str, str]]:
    """The accounts of two reports."""
    return frozenset({(one, "e1"), (other, "e1")})


def test_judgements_are_kept() -> None:
    """What a person joined is one event and what a person parted is not; where they clash, parting holds."""
    assert groups(sample(), together={pair("a", "f")}) == [["a", "f"], ["b", "c"], ["d", "e"]]
    parted = groups(sample(), apart={pair("a", "b")})
    assert not any({"a", "b"} <= set(group) for group in parted)
    clash = groups(sample(), together={pair("a", "b"), pair("b", "c")}, apart={pair("a", "c")})
    assert not any({"a", "c"} <= set(group) for group in clash)


@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(chance: random.Random) -> None:
    """Shuffled accounts give the same events."""
    shuffled = sample()
    chance.shuffle(shuffled)
    assert groups(shuffled) == groups(sample())


def test_a_crowd_falls_into_the_same_events_in_any_order() -> None:
    """A component too large for comparing each with each gives its events, whatever the order, and keeps judgements."""
    accounts = [
        told(f"{name}{number}", type_, on="2021-03-04", words=TALKS)
        for name, type_ in (("a", "CONSULT"), ("b", "ASSAULT"))
        for number in range(CROWD // 2 + 1)
    ]
    found = groups(accounts)
    assert [{report[0] for report in group} for group in found] == [{"a"}, {"b"}]
    assert groups(accounts[::-1]) == found
    parted = groups(accounts, apart={pair("a0", "a1")}, together={pair("a0", "b0")})
    assert not any({"a0", "a1"} <= set(group) for group in parted)
    assert any({"a0", "b0"} <= set(group) for group in parted)


def test_likeness_is_the_same_both_ways() -> None:
    """Which of two accounts comes first makes no difference."""
    accounts = sample()
    for one in accounts:
        for other in accounts:
            assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert likeness(accounts[0], accounts[1]) >= ENOUGH
