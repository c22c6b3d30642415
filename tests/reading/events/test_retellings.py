"""Retellings: what a report tells several times is one event."""

from typing import Any

import pytest

from ranke.model import DateValue, EventPlace, EventType
from ranke.reading.events.retellings import join_retellings, same_event
from ranke.reading.parts import EventPart

Ids = tuple[str, ...]


def event(
    sources: str = "",
    targets: str = "",
    *,
    kind: EventType = "ASSAULT",
    date: str | None = None,
    trigger_at: int = 0,
    **more: Any,  # noqa: ANN401
) -> EventPart:
    """Return an event with these sides, one letter an actor."""
    part = EventPart(
        kind,
        "rule",
        None,
        None,
        0,
        (trigger_at, trigger_at + 1),
        sources=tuple(sources),
        targets=tuple(targets),
        **more,
    )
    part.date = DateValue(value=date)
    return part


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (event("a", "b"), event("a", "b"), True),
        (event("a", "b"), event("a", ""), True),
        (event("a", "b"), event("ac", "bd"), True),
        (event("a", "b"), event("c", "b"), False),
        (event("a", "b"), event("a", "c"), False),
        (event("a", "b"), event("b", "a"), False),
        (event("a", "b", mutual=True), event("b", "a", mutual=True), True),
        (event("a", "b", mutual=True), event("b", "a"), False),
        (event("a", "b"), event("a", "b", kind="COERCE"), False),
        (event("a", "b", date="2019-07-23"), event("a", "b", date="2019-07-22"), False),
        (event("a", "b", date="2019-07-23"), event("a", "b", date="2019-07"), True),
        (event("a", "b", date="2019-07-23"), event("a", "b"), True),
        (event("a", "b", status="planned"), event("a", "b"), True),
        (event("a", "b", status="denied"), event("a", "b"), False),
        (event("a", "b", status="denied"), event("a", "b", status="denied"), True),
    ],
)
def test_whether_two_tellings_are_of_one_event(one: EventPart, other: EventPart, *, same: bool) -> None:
    """Type, sides and date decide; a denial is not the telling of what it denies; the order makes no difference."""
    assert same_event(one, other) is same
    assert same_event(other, one) is same


def test_different_events_stay_in_order() -> None:
    """What is not the same is kept as it comes."""
    events = [event("a", "b"), event("c", "d"), event("b", "a")]
    assert join_retellings(events) == events


def test_the_first_telling_takes_over_what_it_lacks() -> None:
    """The first telling gets the sides, date and place of the later ones, and their triggers in `more`."""
    first, again = event("a"), event("a", "b", date="2019-07-23", weight=0.9)
    again.trigger, again.place, again.more = (10, 14), EventPlace(name="Aden"), ((20, 24),)
    (joined,) = join_retellings([first, again])
    assert joined is first
    assert (joined.sources, joined.targets) == (("a",), ("b",))
    assert (joined.date.value, joined.weight) == ("2019-07-23", 0.9)
    assert joined.place == EventPlace(name="Aden")
    assert joined.more == ((10, 14), (20, 24))


def test_what_the_first_telling_says_is_kept() -> None:
    """A later telling does not overwrite a date, a place or a side."""
    first, again = event("a", "b", date="2019-07"), event("a", "bc", date="2019-07-23", weight=0.1)
    (joined,) = join_retellings([first, again])
    assert (joined.targets, joined.date.value, joined.weight) == (("b",), "2019-07", 0.5)


@pytest.mark.parametrize(("first", "again"), [(event("a"), event("", "ab")), (event("", "a"), event("ab"))])
def test_nobody_is_put_on_both_sides(first: EventPart, again: EventPart) -> None:
    """A side that is filled from a retelling leaves out who stands on the other side."""
    (joined,) = join_retellings([first, again])
    assert not set(joined.sources) & set(joined.targets)


def test_a_mention_without_sides_tells_the_nearest_event_of_its_words_again() -> None:
    """A later "the attack" is the attack told before; where there is none of its type it is nothing."""
    far, near, other = event("a", "b"), event("c", "d"), event("e", "f", kind="AID")
    far.anchor, near.anchor = 0, 20
    bare, lost = event(), event(kind="PROTEST")
    bare.anchor, bare.trigger = 22, (90, 96)
    assert join_retellings([far, near, other, bare, lost]) == [far, near, other]
    assert (far.more, near.more, other.more) == ((), ((90, 96),), ())


@pytest.mark.parametrize(
    ("rule", "distance", "sources", "joined"),
    [
        ("assault.injure", 5, "a", True),
        ("assault.injure", 500, "a", False),
        ("assault.injure", 5, "c", False),
        ("assault.injure", 5, "", False),
        ("assault.besiege", 5, "a", False),
    ],
)
def test_victims_told_together_are_of_one_attack(rule: str, distance: int, sources: str, *, joined: bool) -> None:
    """Whom one attacker killed and whom he injured a few words on are the victims of one attack, and only they."""
    first, again = event("a", "b"), event(sources, "d", weight=0.9)
    first.rule, again.rule, again.anchor = "assault.shoot", rule, distance
    told = join_retellings([first, again])
    assert len(told) == (1 if joined else 2)
    assert told[0].targets == (("b", "d") if joined else ("b",))


def test_a_weak_word_with_one_side_is_left_out() -> None:
    """What may mean something else needs both sides, or another telling that gives what it lacks."""
    assert join_retellings([event("a", "", weight=0.45)]) == []
    assert len(join_retellings([event("a", "", weight=0.6)])) == 1
    assert len(join_retellings([event("a", "b", weight=0.45)])) == 1
    assert len(join_retellings([event("a", "", weight=0.45), event("a", "b", weight=0.45)])) == 1


def test_a_doubtful_act_with_one_side_has_to_be_done_or_told_twice() -> None:
    """What was only planned by one side and told once is left out; done, told again or with both sides, it stays."""
    planned, again = event("a", "", weight=0.6), event("a", "", weight=0.6, more=((5, 6),))
    both, done = event("a", "b", weight=0.6), event("a", "", weight=0.6)
    for one in (planned, again, both):
        one.status = "planned"
    assert [join_retellings([one]) for one in (planned, again, both, done)] == [[], [again], [both], [done]]


def test_an_unsure_act_without_a_doer_has_to_be_told_twice() -> None:
    """A word of middling weight without a doer is left out; told again, or with a doer, it stays."""
    once, again = event("", "b", weight=0.55), event("", "b", weight=0.55, more=((5, 6),))
    done, surer = event("a", "", weight=0.55), event("", "b", weight=0.65)
    assert [join_retellings([one]) for one in (once, again, done, surer)] == [[], [again], [done], [surer]]


def test_an_inferred_side_is_told_once_a_telling_names_it() -> None:
    """The mark of an inferred side goes with the side, and falls where another telling gives the side itself."""
    taken = join_retellings([event("a", weight=0.9), event("a", "b", inferred=("target",), weight=0.9)])
    assert [(one.targets, one.inferred) for one in taken] == [(("b",), ("target",))]
    named = join_retellings([event("a", "b", inferred=("target",), weight=0.9), event("a", "b", weight=0.9)])
    assert [one.inferred for one in named] == [()]


def test_an_event_is_best_told_where_its_sides_are() -> None:
    """A telling that names both sides stands for the event, before an earlier one whose side was inferred."""
    guessed = event("a", "b", inferred=("target",), weight=0.9, trigger_at=3)
    told = event("a", "b", weight=0.9, trigger_at=40)
    (kept,) = join_retellings([guessed, told])
    assert (kept.trigger, kept.more, kept.inferred) == ((40, 41), ((3, 4),), ())
    claimed = event("a", "b", weight=0.9, trigger_at=40, attribution=("c",))
    (kept,) = join_retellings([event("a", "b", inferred=("target",), weight=0.9, trigger_at=3), claimed])
    assert (kept.trigger, kept.more, kept.attribution) == ((3, 4), ((40, 41),), ())


@pytest.mark.parametrize(
    ("one", "kept"),
    [
        (event("a", kind="ASSAULT", weight=0.9), False),
        (event("a", kind="ASSAULT", weight=0.9, status="planned"), False),
        (event("a", kind="REJECT", weight=0.9), True),
        (event("a", kind="REJECT", weight=0.9, status="possible"), False),
        (event("a", kind="CONCEDE", weight=0.9, status="denied"), True),
        (event("", "a", kind="ASSAULT", weight=0.9), True),
    ],
)
def test_an_act_against_nobody_is_left_out_beside_others(one: EventPart, *, kept: bool) -> None:
    """A blow without a victim, or what was not done to anybody, is kept only where the report tells nothing else."""
    other = event("b", "c", kind="AID", weight=0.9)
    assert (one in join_retellings([other, one])) is kept
    assert join_retellings([one]) == [one]
