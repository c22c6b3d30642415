"""Lengths of time and repetitions, which name no day: "for three days", "every Tuesday"."""

from collections.abc import Callable

from ranke.reading.times.grammar import Found
from ranke.reading.times.setting import Setting, Value

_SEVERAL = {
    "D": "PXD",
    "W": "PXW",
    "F": "PXW",
    "M": "PXM",
    "Y": "PXY",
    "E": "PXE",
    "C": "PXC",
    "Q": "PXQ",
    "H": "PTXH",
    "N": "PTXM",
}
"""Letter of a unit → the value of an uncertain number of them."""


def resolve_duration(found: Found, setting: Setting) -> Value:
    """Return a length such as `P3D`; an age is none."""
    del setting
    unit, number = found.parts["unit"].value, found.parts["n"].value
    if "old" in found.parts:
        return None
    if number == "0":
        return _SEVERAL[unit], "DURATION"
    count, letter = int(number), unit
    if letter in "FEC":
        count, letter = {"F": (2 * count, "W"), "E": (10 * count, "Y"), "C": (100 * count, "Y")}[letter]
    if letter in "HN":
        return f"PT{count}{'H' if letter == 'H' else 'M'}", "DURATION"
    return f"P{count}{letter}", "DURATION"


def resolve_set(found: Found, setting: Setting) -> Value:
    """Return how often something is repeated, such as `P1W`, or on which day of the week, such as `XXXX-WXX-2`."""
    del setting
    if "set" in found.parts:
        return found.parts["set"].value, "SET"
    if "weekdays" in found.parts:
        return f"XXXX-WXX-{(found.number('weekdays') or 0) + 1}", "SET"
    unit = found.parts.get("unit")
    count = found.number("n") or 1
    return (f"P{count}{unit.value}" if unit and unit.value in "DWMQY" else None), "SET"


RESOLVERS: dict[str, Callable[[Found, Setting], Value]] = {"duration": resolve_duration, "set": resolve_set}
"""Kind of expression (`times.toml`) → how it is resolved."""
