"""Titles as they are compared: what their words come to, whatever their wording and order."""

from functools import cache, lru_cache
from typing import Any

from ranke.offices.names import fold
from ranke.offices.polities import countries_in, without
from ranke.tables import read_csv, read_toml

_TABLE = read_toml("ranke", "offices/titles.toml")
PAST = frozenset(_TABLE["past"])
OVER = frozenset(_TABLE["over"])
PORTFOLIO = frozenset(_TABLE["portfolio"])
_IDLE = frozenset(_TABLE["idle"])
_SAME: dict[str, str] = {phrase: key for key, phrases in _TABLE["same"].items() for phrase in phrases}
ALONE: dict[str, str] = _TABLE["alone"]
_LEADING: tuple[str, ...] = tuple(_TABLE["leading"])
_HEADING: tuple[str, ...] = tuple(_TABLE["heading"])
_CODE = 3
"""Letters of a country's code."""
_LONGEST = 6
"""Words of a body's name looked for in a title."""


def is_code(holder: str) -> bool:
    """Whether an office is a country's: its code and no body's name."""
    return len(holder) == _CODE and holder.isalpha() and holder.isupper() and holder not in _bodies_of_three()


@cache
def _bodies_of_three() -> frozenset[str]:
    """Return the initials of bodies that look like codes of countries and are none."""
    rows = read_csv("ranke", "reading/actors/organizations.csv", key="name")
    codes = {row["iso3"] for row in read_csv("ranke", "reading/actors/countries.csv", key="iso3")} | {"IGO"}
    forms = {form for row in rows for form in (row["name"], *row["aliases"].split(";"))}
    return frozenset(form for form in forms if len(form) == _CODE and form.isupper()) - codes


def usual_words(text: str) -> list[str]:
    """Return the words of a folded title in its usual form: "foreign minister" for "minister of foreign affairs"."""
    text = _SAME.get(text, text)
    head, _, tail = text.partition(" of ")
    if tail and not PORTFOLIO & set(head.split()) and text not in _SAME.values():
        text = _SAME.get(head, head)
    bare = " ".join(word for word in text.split() if word not in _IDLE)
    return _SAME.get(bare, bare).split()


@lru_cache(maxsize=16_384)
def title_key(title: str, holder: str) -> str:
    """Return a title as offices are looked up by: usual words in the order of the alphabet, without the holder's own.

    Args:
        title: In any wording: "defence minister", "Minister of Defence", "UN special envoy for Syria".
        holder: The country's code or the body's name.
    """
    text = fold(title)
    text = without(text, holder) if is_code(holder) else _without_body(text, holder)
    codes = countries_in(text)
    for code in codes:
        text = without(text, code)
    text = _SAME.get(text, text)
    bare = " ".join(word for word in text.split() if word not in _IDLE)
    words = _SAME.get(bare, bare).split()
    return " ".join(sorted([*words, *(code.lower() for code in codes)]))


def _without_body(text: str, holder: str) -> str:
    """Return a folded title without the body's own name before or after it ("un envoy for syria")."""
    own, words = holder_key(holder), text.split()
    for k in range(min(_LONGEST, len(words) - 1), 0, -1):
        if own and holder_key(" ".join(words[:k])) == own:
            return " ".join(words[k:])
        if own and words[-k - 1] == "of" and holder_key(" ".join(words[-k:])) == own:
            return " ".join(words[: -k - 1])
    return text


@cache
def _bodies() -> dict[str, str]:
    """Return the usual name of each body of the reading room's table by each of its folded names."""
    found: dict[str, str] = {}
    for row in read_csv("ranke", "reading/actors/organizations.csv", key="name"):
        for form in (row["name"], *row["aliases"].split(";")):
            found.setdefault(fold(form), fold(row["name"]))
    found.pop("", None)
    return found


@lru_cache(maxsize=16_384)
def holder_key(holder: str) -> str:
    """Return what an office is held in as it is looked up by: a code as it is, a body by its usual name, folded."""
    if is_code(holder):
        return holder
    name = fold(holder)
    return _bodies().get(name, name)


def near(key: str) -> tuple[str, ...]:
    """Return what some countries have in place of an office ("secretary of state"), as it is looked up."""
    return _near().get(key, ())


@cache
def _near() -> dict[str, tuple[str, ...]]:
    table: dict[str, Any] = _TABLE["near"]
    return {title_key(key, ""): tuple(title_key(one, "") for one in others) for key, others in table.items()}


@cache
def _leads() -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Return the office that leads each country that is listed, and what led it until a day."""
    table: dict[str, Any] = _TABLE["leads"]
    always = {code: title for title, codes in table.items() if title != "until" for code in codes}
    return always, {code: (title, day) for code, (title, day) in table["until"].items()}


def leading(holder: str, day: str) -> tuple[str, ...]:
    """Return the titles of those whom "the leader of" a country or body may mean on a day, the likeliest first."""
    if not is_code(holder):
        return _HEADING
    always, until = _leads()
    title, last = until.get(holder, ("", ""))
    first = title if day and day < last else always.get(holder, "")
    return (first, *_LEADING) if first else _LEADING


def usual_title(label: str, holder: str) -> str:
    """Return a position's name as a title in news English: "foreign minister" for "Minister of Foreign Affairs of X".

    Args:
        label: The position as a data set calls it.
        holder: The country's code or the body's name that it is held in.
    """
    text = fold(label)
    text = without(text, holder) if is_code(holder) else _without_body(text, holder)
    usual = _SAME.get(text, text)
    return text if sorted(usual.split()) == sorted(set(text.split()) - {"of"}) else usual
