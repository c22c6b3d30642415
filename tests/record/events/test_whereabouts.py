from typing import Any

from ranke.days import ordinal
from ranke.record.events.accounts import Account, Party
from ranke.record.events.whereabouts import keys

CHAD = Party(frozenset({"chad"}), "country", "TCD", "GOV")
DEBY = Party(frozenset({"idriss deby", "deby"}), "person", "TCD", "GOV")
NIGER = Party(frozenset({"niger"}), "country", "NER", "GOV")
UNION = Party(frozenset({"african union"}), "organization", "IGO", "IGO")
SHORT = Party(frozenset({"au", "african union"}), "organization", "IGO", "IGO")


def told(report: str, *, day: str, on: str | None = None, **values: Any) -> Account:  # noqa: ANN401 - fields of an account
    """An account of a deal; `on` is the day that it gives."""
    at = ordinal(on or day)
    fields: dict[str, Any] = {
        "report": report, "id": "e1", "day": ordinal(day), "type": "AGREE", "mode": None, "status": "happened",
        "core": False, "sources": (CHAD,), "targets": (NIGER,), "first": at if on else 1, "last": at,
        "precise": "day" if on else "past", "acts": frozenset({"deal"}),
    }  # fmt: skip
    return Account(**{**fields, **values})


def shared(one: Account, other: Account) -> set[str]:
    """The keys that two accounts share."""
    return set(keys(one)) & set(keys(other))


def test_accounts_a_day_apart_share_a_key() -> None:
    """Also across the end of a week, with another name for a side, or with a side left out; years later they do not."""
    one = told("a", day="2021-03-07", on="2021-03-07")
    assert shared(one, told("b", day="2021-03-08", on="2021-03-08"))
    assert shared(one, told("b", day="2021-03-08", on="2021-03-08", sources=(DEBY,), targets=()))
    assert not shared(one, told("c", day="2019-05-08", on="2019-05-08"))


def test_an_act_that_recurs_is_looked_for_by_the_day_where_a_side_is_unknown() -> None:
    """Of many attacks of one army only those of the same days are compared."""
    attack: dict[str, Any] = {"type": "ASSAULT", "acts": frozenset({"attack"}), "targets": ()}
    one = told("a", day="2021-03-07", on="2021-03-06", **attack)
    assert shared(one, told("b", day="2021-03-07", on="2021-03-07", **attack))
    assert not shared(one, told("b", day="2021-03-09", on="2021-03-09", **attack))


def test_an_undated_mention_finds_what_the_same_two_did_within_the_year() -> None:
    """A deal of spring is met by its mention in autumn, by any name of a body that has several."""
    one = told("a", day="2021-03-07", on="2021-03-07", targets=(UNION,))
    assert shared(one, told("b", day="2021-10-09", targets=(SHORT,)))
    assert not shared(one, told("b", day="2021-10-09", targets=(NIGER,)))


def test_a_resignation_is_found_by_the_name_of_who_resigned() -> None:
    """What a person does once is looked for under that person, whatever else is told."""
    resign: dict[str, Any] = {"type": "CONCEDE", "acts": frozenset({"resign"}), "sources": (DEBY,)}
    one = told("a", day="2021-03-07", on="2021-03-07", targets=(), **resign)
    assert "o|deby|2021" in shared(one, told("b", day="2021-09-09", targets=(NIGER,), **resign))


def test_keys_stay_few() -> None:
    """Many sides and many acts make no more than some dozens."""
    many = tuple(
        Party(frozenset({name}), "country", name.upper(), "GOV") for name in ("abc", "bcd", "cde", "def", "efg")
    )
    acts = frozenset({"deal", "meet", "sign", "leave", "attack"})
    assert 0 < len(keys(told("a", day="2021-03-07", on="2021-03-07", sources=many, targets=many, acts=acts))) <= 48
