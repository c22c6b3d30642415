"""Where to look for other accounts of an event: few keys that an account shares with what may be of the same event."""

import datetime as dt
from collections.abc import Sequence
from functools import cache

from ranke.offices.names import fold
from ranke.record.events.accounts import Account, Party
from ranke.record.events.agreement import flagged, table
from ranke.record.stories.words import weight
from ranke.tables import read_csv

FEW, MONTH, YEAR = 10, 31, 370
"""Days within which an event lies that is looked for by its weeks, its months, its years."""

DATED = frozenset({"day", "span", "news"})


def keys(one: Account) -> tuple[str, ...]:
    """Return the keys of an account: two accounts that can be of one event share one, and few others have it.

    Of what lies within a few days: its weeks with the pair of its sides. Of all: the act with the pair of sides, by the
    months of acts that recur and the years of others; the act with each side, by the days of acts that recur and the
    months of others; the telling words of its trigger with the pair by year.
    """
    pairs, alone = _tokens(one)
    acts = sorted(one.acts)[:3] or [one.type]
    found: set[str] = set()
    if one.last - one.first <= FEW:
        family = table()["families"][one.type]
        for week in range((one.first - 1) // 7, (one.last + 1) // 7 + 1):
            found.update(f"w|{a} {b}|{family if a == b else ''}|{week}" for a, b in pairs)
    for how in acts:
        recurs = how in flagged("serial") or how == one.type
        found.update(f"o|{a} {b}|{how}|{span}" for a, b in pairs for span in (_months(one) if recurs else _years(one)))
        if not recurs:
            found.update(f"o|{token}|{how}|{month}" for token in alone for month in _months(one))
        elif one.last - one.first <= FEW:
            found.update(f"d|{token}|{how}|{day}" for token in alone for day in _days(one))
    for who in _persons(one) if one.acts & flagged("once") else ():
        found.update(f"o|{who}|{span}" for span in _years(one))
    found.update(f"o|{a} {b}|{word}|{span}" for a, b in pairs for word in _marks(one) for span in _years(one))
    return tuple(sorted(found))


def _persons(one: Account) -> list[str]:
    """Return the last names of the persons that act or are acted on."""
    named = (side for side in (*one.sources, *one.targets) if side.kind == "person")
    return sorted({max(side.names, key=lambda name: (len(name), name)).split()[-1] for side in named})[:2]


def _marks(one: Account) -> list[str]:
    """Return the words of a trigger that few other events have."""
    return [word for word in sorted(one.trigger & one.words) if weight(word) >= 1][:2]


def _tokens(one: Account) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the pairs of sides of an account and the sides alone, by country or, where there is none, by name."""
    sources, targets = _side(one.sources), _side(one.targets)
    pairs = sorted({(min(a, b), max(a, b)) for a in sources for b in targets})
    return pairs[:3], sorted({*sources, *targets})[:3]


def _side(parties: Sequence[Party]) -> set[str]:
    return {one.country if one.country and one.country != "IGO" else _body(one.names) for one in parties}


def _body(names: frozenset[str]) -> str:
    return min(_bodies().get(name, name) for name in names)


@cache
def _bodies() -> dict[str, str]:
    """Return the folded name that each folded name of a well-known body stands for."""
    rows = read_csv("ranke", "reading/actors/organizations.csv", key="name")
    return {fold(alias): fold(row["name"]) for row in rows for alias in f"{row['name']};{row['aliases']}".split(";")}


def _year_month(day: int) -> tuple[int, int]:
    date = dt.date.fromordinal(max(1, day))
    return date.year, date.month


def _years(one: Account) -> list[int]:
    """Return the years in which an account is looked for: the event's, and the report's that tells of it."""
    told = _year_month(one.day)[0]
    if one.precise in DATED and one.last - one.first <= YEAR:
        return sorted({_year_month(one.first)[0], told})
    return [told - 1, told] if one.precise == "past" else [told]


def _days(one: Account) -> tuple[int, int]:
    """Return two days, so that accounts share one whose days are a day apart; news is of the last days."""
    return (one.last - 1, one.last) if one.precise == "news" else (one.last, one.last + 1)


def _months(one: Account) -> list[str]:
    if one.precise in DATED and one.last - one.first <= MONTH:
        about = {one.first, one.last}
    else:
        about = {one.day + MONTH, one.day} if one.precise == "ahead" else {one.day - MONTH, one.day}
    return sorted({"{}-{}".format(*_year_month(day)) for day in about})
