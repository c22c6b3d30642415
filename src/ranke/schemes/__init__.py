"""The schemes that events are coded by: PLOVER's types and modes, CAMEO's codes with their Goldstein values.

The tables stand beside this module; their heads name the sources. They are read and checked once, when first asked for.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from ranke.errors import TableError
from ranke.model import QUAD, EventType
from ranke.tables import read_csv, read_toml

__all__ = ["Code", "Mode", "Type", "codes", "fits", "goldstein", "intensity", "types"]

PACKAGE = "ranke.schemes"
_MOST = 10.0
"""The end of both scales: 10 is most cooperation, -10 most conflict."""


@dataclass(frozen=True, slots=True)
class Mode:
    """A finer kind of a type; `polecat` is how the POLECAT data spell it."""

    name: str
    meaning: str
    intensity: float
    polecat: str


@dataclass(frozen=True, slots=True)
class Type:
    """One of PLOVER's types: `cameo` and `intensity` are those of an event of which no more is known.

    `elsewhere` are modes that PLOVER has and that Ranke files under another type.
    """

    name: EventType
    quad: int
    meaning: str
    cameo: str
    intensity: float
    modes: dict[str, Mode] = field(default_factory=dict)
    elsewhere: dict[str, EventType] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Code:
    """One of CAMEO's codes, its Goldstein value and the types that it belongs to, the usual one first."""

    code: str
    name: str
    goldstein: float
    types: tuple[EventType, ...]


@cache
def types() -> dict[EventType, Type]:
    """Return PLOVER's types in the order of the table.

    Raises:
        TableError: If a type is unknown or missing, or a value is off the scale or on the wrong side of it.
    """
    table = read_toml(PACKAGE, "plover.toml")
    found: dict[EventType, Type] = {}
    for name, row in table.items():
        found[name] = _type(name, row)  # type: ignore[index]
    if set(found) != set(get_args(EventType)):
        message = f"table plover.toml: {sorted(set(found) ^ set(get_args(EventType)))} are not in table and model alike"
        raise TableError(message)
    return found


def _type(name: Any, row: dict[str, Any]) -> Type:  # noqa: ANN401 (a key of the table until it is checked)
    modes = {
        mode: Mode(mode, cell["meaning"], cell["intensity"], cell.get("polecat", mode))
        for mode, cell in row.get("modes", {}).items()
    }
    kind = Type(
        name,
        row["quad"],
        row["meaning"],
        row["cameo"],
        row["intensity"],
        modes=modes,
        elsewhere=row.get("elsewhere", {}),
    )
    side = 1 if kind.quad <= QUAD["AID"] else -1
    for value in (kind.intensity, *(mode.intensity for mode in modes.values())):
        if not 0 < value * side <= _MOST:
            message = f"table plover.toml: {name} has the intensity {value}, which does not suit its quad class"
            raise TableError(message)
    return kind


@cache
def codes() -> dict[str, Code]:
    """Return CAMEO's codes in their own order.

    Raises:
        TableError: If a code stands twice, names an unknown type, or has a value off the scale.
    """
    found: dict[str, Code] = {}
    for row in read_csv(PACKAGE, "cameo.csv", key="code"):
        held: tuple[Any, ...] = tuple(one for one in row["types"].split(";") if one)
        code = Code(row["code"], row["name"], float(row["goldstein"]), held)
        if not set(held) <= set(get_args(EventType)) or abs(code.goldstein) > _MOST:
            message = f"table cameo.csv: {code.code} has an unknown type or a value off the scale"
            raise TableError(message)
        found[code.code] = code
    return found


def fits(code: str | None, kind: EventType) -> bool:
    """Whether a CAMEO code is one of a type's."""
    return code in codes() and kind in codes()[code].types


def goldstein(code: str | None) -> float | None:
    """Return the Goldstein value of a CAMEO code, None for none."""
    return codes()[code].goldstein if code in codes() else None


def intensity(kind: EventType, mode: str | None = None) -> float:
    """Return how hard or how friendly a type and mode are: -10 is most conflict, 10 most cooperation."""
    row = types()[kind]
    return row.modes[mode].intensity if mode in row.modes else row.intensity
