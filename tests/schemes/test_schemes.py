"""The schemes of coding: PLOVER's types and modes, CAMEO's codes and their values."""

from collections.abc import Callable
from typing import Any

import pytest

from ranke import schemes as module
from ranke.errors import TableError
from ranke.model import QUAD, EventType
from ranke.schemes import codes, fits, goldstein, intensity, types
from ranke.tables import read_csv

ROWS = {row["code"]: row for row in read_csv("ranke.schemes", "cameo.csv", key="code")}


@pytest.fixture(autouse=True)
def fresh() -> None:
    """No table of one test is another's."""
    types.cache_clear()
    codes.cache_clear()


def test_types_have_the_quad_class_of_the_model() -> None:
    """The table and the model say the same of each type."""
    assert {name: kind.quad for name, kind in types().items()} == QUAD


def test_the_code_of_a_type_is_one_of_its_own() -> None:
    """What an event gets where no finer code is known belongs to its type."""
    assert [name for name, kind in types().items() if not fits(kind.cameo, name)] == []


def test_every_type_and_mode_is_told() -> None:
    """Each has a meaning; a mode that is filed elsewhere is not one of its own."""
    for kind in types().values():
        assert kind.meaning
        assert all(mode.meaning for mode in kind.modes.values())
        assert not set(kind.elsewhere) & set(kind.modes)
        assert set(kind.elsewhere.values()) <= set(QUAD)


def test_all_of_cameo_is_there() -> None:
    """All 20 roots have their codes, and each finer code stands under one that is there."""
    assert [code for code in codes() if len(code) == 2] == [f"{root:02}" for root in range(1, 21)]
    assert len(codes()) == 318
    assert [code for code in codes() if len(code) > 2 and code[:-1] not in codes()] == []


def test_every_code_but_statements_has_a_type() -> None:
    """Each code belongs to a type, and to no other than its root does; public statements to none."""
    for code, row in codes().items():
        assert bool(row.types) == (not code.startswith("01")), code


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("013", 0.4),
        ("0256", -0.3),
        ("042", 1.9),
        ("057", 8.0),
        ("0874", 10.0),
        ("111", -2.0),
        ("130", -4.4),
        ("190", -10.0),
    ],
)
def test_goldstein_values_are_those_of_the_published_scale(code: str, value: float) -> None:
    """Some values of the scale, from all of its parts."""
    assert goldstein(code) == value


def test_codes_that_the_scale_lacks_take_the_value_above() -> None:
    """The table says which codes those are and from where their value is."""
    taken = {code: row["given"] for code, row in ROWS.items() if row["given"] != "scale"}
    assert set(taken) == {"1213", "1214", "155", "176", "1834", "1951", "1952"}
    assert all(code.startswith(above) and goldstein(code) == goldstein(above) for code, above in taken.items())


def test_what_is_no_code_has_no_value() -> None:
    """An unknown code is no type's, and its value is unknown."""
    for code in (None, "", "999", "19o"):
        assert goldstein(code) is None
        assert not fits(code, "ASSAULT")


def test_intensity_is_that_of_the_mode_or_of_the_type() -> None:
    """A mode has its own intensity; what is no mode of the type has the type's."""
    assert intensity("ASSAULT", "massacre") < intensity("ASSAULT") < intensity("ASSAULT", "beat") < 0
    assert intensity("AID", "massacre") == intensity("AID") > 0
    assert intensity("CONSULT", None) == intensity("CONSULT")


@pytest.mark.parametrize(
    ("type_", "change"),
    [("AID", {"intensity": -3.0}), ("ACCUSE", {"intensity": 0.0}), ("ASSAULT", {"intensity": -11.0}), ("AID", None)],
)
def test_a_broken_table_of_types_is_refused(
    monkeypatch: pytest.MonkeyPatch, type_: EventType, change: dict[str, Any] | None
) -> None:
    """A value on the wrong side or off the scale, and a type that is missing, are refused by the type's name."""
    read: Callable[[str, str], dict[str, Any]] = module.read_toml
    table = read("ranke.schemes", "plover.toml")
    if change is None:
        del table[type_]
    else:
        table[type_] |= change
    monkeypatch.setattr(module, "read_toml", lambda *_: table)
    with pytest.raises(TableError, match=type_):
        types()


@pytest.mark.parametrize("change", [{"types": "ATTACK"}, {"goldstein": "12"}])
def test_a_broken_table_of_codes_is_refused(monkeypatch: pytest.MonkeyPatch, change: dict[str, str]) -> None:
    """An unknown type and a value off the scale are refused by the code."""
    monkeypatch.setattr(module, "read_csv", lambda *_, **__: [ROWS["190"] | change])
    with pytest.raises(TableError, match="190"):
        codes()
