"""Accounts of one event → where they differ, and what the event is best taken to be."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ranke.days import iso
from ranke.record.events.accounts import Account, Member, Party
from ranke.record.events.agreement import ALLIED, NAMED, STANDING, listed, party, place_within

About = Literal["date", "place", "who", "number", "whether", "how"]
Kind = Literal["contradiction", "account", "update", "granularity"]

_ORDER = ("whether", "date", "place", "who", "number", "how")
_DONE = frozenset({"happened", "ongoing"})
_TO_COME = frozenset({"planned", "possible"})

_GROWS = frozenset({"dead", "hurt", "arrested"})
"""Counts that grow as more becomes known; a later report's larger number corrects the earlier one."""

_HALF = 0.5
"""Share of telling words from which two accounts say the same."""

_ALL = 60
"""Accounts of one event that are compared each with each; an event of more has its earliest compared."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One matter in which accounts of one event differ.

    `sides` are the accounts (report, event id) that agree with each other, `values` what each side says.
    `contradiction`: both can't be right. `account`: those that the reports go back to disagree. `update`: the later
    report knows more, or plans changed. `granularity`: one side is vaguer.
    """

    about: About
    kind: Kind
    sides: tuple[tuple[Member, ...], ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What an event is best taken to be; `shown` is the account to show for it."""

    type: str
    status: str
    first: int
    last: int
    precise: str
    value: str | None
    place: str | None
    place_country: str | None
    shown: Member


def conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return where accounts of one event differ, weightiest matter first; their order does not matter."""
    told = sorted(accounts, key=lambda one: (one.day, one.key))[:_ALL]
    found = [*_whether(told), *_dates(told), *_places(told), *_who(told), *_numbers(told), *_how(told)]
    return sorted(found, key=lambda one: (_ORDER.index(one.about), one.sides, one.values))


def _conflict(about: About, kind: Kind, sides: Iterable[tuple[Iterable[Account], str]]) -> Conflict:
    told = sorted((tuple(sorted({one.key for one in side})), value) for side, value in sides)
    return Conflict(about, kind, tuple(side for side, _ in told), tuple(value for _, value in told))


def _whether(told: Sequence[Account]) -> list[Conflict]:
    done = [one for one in told if one.status in _DONE]
    to_come = [one for one in told if one.status in _TO_COME]
    denied = [one for one in told if one.status == "denied"]
    found = []
    if denied and (done or to_come):
        others = done or to_come
        kind: Kind = "account" if any(one.authority for one in (*denied, *others)) else "contradiction"
        found.append(_conflict("whether", kind, [(denied, "denied"), (others, _status(others))]))
    if done and to_come:
        sides = [(to_come, _status(to_come)), (done, _status(done))]
        # A plan told of after the act is no later knowledge, but both may be right: the report may look back.
        kind = "update" if min(one.day for one in to_come) <= max(one.day for one in done) else "contradiction"
        found.append(_conflict("whether", kind, sides))
    return found


def _status(accounts: Iterable[Account]) -> str:
    return " ".join(sorted({one.status for one in accounts}))


def _dates(told: Sequence[Account]) -> list[Conflict]:
    dated = [one for one in told if one.precise in {"day", "span"}]
    groups: list[list[Account]] = []
    for one in sorted(dated, key=lambda one: (one.last - one.first, one.first, one.key)):
        fits = (group for group in groups if one.first <= group[0].last and group[0].first <= one.last)
        group = next(fits, None)
        groups.append([one]) if group is None else group.append(one)
    if len(groups) > 1:
        planned = any(all(one.status in _TO_COME for one in group) for group in groups)
        kind: Kind = "update" if planned else "contradiction"
        return [_conflict("date", kind, [(group, _extent(group[0])) for group in groups])]
    return _finer("date", groups[0], _extent) if groups else []


def _extent(one: Account) -> str:
    return one.value or (iso(one.first) if one.first == one.last else f"{iso(one.first)}/{iso(one.last)}")


def _finer(about: About, group: Sequence[Account], value: Callable[[Account], str]) -> list[Conflict]:
    """Return a difference of precision alone, if the accounts that agree give several values."""
    said: dict[str, list[Account]] = {}
    for one in group:
        said.setdefault(value(one), []).append(one)
    return [_conflict(about, "granularity", [(side, text) for text, side in said.items()])] if len(said) > 1 else []


def _places(told: Sequence[Account]) -> list[Conflict]:
    placed = [one for one in told if one.place]
    groups: list[list[Account]] = []
    for one in sorted(placed, key=lambda one: (-len((one.place or "").split()), one.place or "", one.key)):
        group = next((group for group in groups if place_within(one, group[0]) or place_within(group[0], one)), None)
        groups.append([one]) if group is None else group.append(one)
    if len(groups) > 1:
        return [_conflict("place", _disputed(groups), [(group, group[0].place or "") for group in groups])]
    return _finer("place", groups[0], lambda one: one.place or "") if groups else []


def _disputed(groups: Iterable[Sequence[Account]]) -> Kind:
    """Return whether those that the reports go back to disagree, or the reports themselves."""
    return "account" if any(all(one.authority for one in group) for group in groups) else "contradiction"


def _who(told: Sequence[Account]) -> list[Conflict]:
    """Return where accounts name other actors on the same side, or more of them, or one as part of another."""
    if all(one.type in listed("mutual") for one in told):
        found = _side(told, lambda one: tuple(dict.fromkeys((*one.sources, *one.targets))))
    else:
        found = [*_side(told, lambda one: one.sources), *_side(told, lambda one: one.targets)]
    return found


def _side(told: Sequence[Account], parties: Callable[[Account], Sequence[Party]]) -> list[Conflict]:
    groups: list[list[Account]] = []
    for one in sorted((one for one in told if parties(one)), key=lambda one: (-len(parties(one)), one.day, one.key)):
        group = next((group for group in groups if _found(parties(one), parties(group[0]), ALLIED)), None)
        groups.append([one]) if group is None else group.append(one)
    if len(groups) > 1:
        return [_conflict("who", _disputed(groups), [(group, _named(parties(group[0]))) for group in groups])]
    # In a group, all name actors that the first of it names too; who names fewer, or what they are part of, is vaguer.
    alike: list[list[Account]] = []
    for one in groups[0] if groups else ():
        fits = (some for some in alike if len(parties(some[0])) == len(parties(one)))
        same = next((some for some in fits if _found(parties(one), parties(some[0]), NAMED)), None)
        alike.append([one]) if same is None else same.append(one)
    if len(alike) < 2:  # noqa: PLR2004
        return []
    more = len({len(parties(some[0])) for some in alike}) > 1
    claimed = more and any(all(one.authority for one in some) for some in alike)
    sides = [(some, _named(parties(some[0]))) for some in alike]
    return [_conflict("who", "account" if claimed else "granularity", sides)]


def _found(some: Sequence[Party], among: Sequence[Party], least: float) -> bool:
    """Whether each of some actors is found among others, as surely as asked; a body by any of its names."""
    return all(any(_likeness(mine, theirs) >= least for theirs in among) for mine in some)


def _likeness(mine: Party, theirs: Party) -> float:
    found = party(mine, theirs)
    return NAMED if found == STANDING and mine.kind == theirs.kind == "organization" else found


def _named(parties: Sequence[Party]) -> str:
    return "; ".join(sorted(max(one.names, key=lambda name: (len(name), name)) for one in parties))


def _numbers(told: Sequence[Account]) -> list[Conflict]:
    said: dict[str, list[tuple[Account, int, int]]] = {}
    for one in told:
        nouns = Counter(count.noun for count in one.numbers)
        for count in one.numbers:
            if nouns[count.noun] == 1:  # two numbers of one noun are of different things
                said.setdefault(count.noun, []).append((one, count.low, count.high))
    found = []
    for noun, rows in sorted(said.items()):
        groups: list[list[tuple[Account, int, int]]] = []
        for row in sorted(rows, key=lambda row: (row[2] - row[1], row[1], row[0].key)):
            group = next((group for group in groups if row[1] <= group[0][2] and group[0][1] <= row[2]), None)
            groups.append([row]) if group is None else group.append(row)
        if len(groups) < 2 or len({row[0].report for row in rows}) < 2:  # noqa: PLR2004
            continue
        groups.sort(key=lambda group: group[0][1])
        grown = all(
            max(row[0].day for row in less) < min(row[0].day for row in more) for less, more in pairwise(groups)
        )
        kind: Kind = "update" if grown and noun in _GROWS else _disputed([row[0] for row in group] for group in groups)
        sides = [([row[0] for row in group], f"{_figure(group[0][1], group[0][2])} {noun}") for group in groups]
        found.append(_conflict("number", kind, sides))
    return found


def _figure(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}-{high}"


def _how(told: Sequence[Account]) -> list[Conflict]:
    """Return accounts that go back to different authorities and tell different things of the event."""
    said: dict[str, list[Account]] = {}
    for one in told:
        if one.authority:
            said.setdefault(one.authority[-1], []).append(one)
    sides = [
        (side, name)
        for name, side in sorted(said.items())
        if any(_differs(one, other) for one in side for who, others in said.items() if who != name for other in others)
    ]
    return [_conflict("how", "account", sides)] if len(sides) > 1 else []


def _differs(one: Account, other: Account) -> bool:
    few, many = sorted((one.words, other.words), key=len)
    return len(few & many) < _HALF * len(few) or not few


def settled(accounts: Sequence[Account]) -> Settled:
    """Return what an event is best taken to be, by its accounts; their order does not matter."""
    told = sorted(accounts, key=_rank)
    shown = told[0]
    types = Counter(one.type for one in told if one.core) or Counter(one.type for one in told)
    type_ = min(types, key=lambda name: (-types[name], [one.type for one in told].index(name)))
    first, last, precise, value = _when(told)
    placed = sorted((one for one in told if one.place), key=lambda one: (-_within(one, told), _rank(one)))
    return Settled(
        type=type_,
        status=_outcome(told),
        first=first,
        last=last,
        precise=precise,
        value=value,
        place=placed[0].place if placed else None,
        place_country=next((one.place_country for one in placed if one.place_country), None),
        shown=shown.key,
    )


def _rank(one: Account) -> tuple[object, ...]:
    """Return how fit an account is to be shown, best first: core, to the day, with most sides, from an early report."""
    width = one.last - one.first if one.precise in {"day", "span"} else 10**7
    return (not one.core, width, -len(one.sources) - len(one.targets), one.day, one.key)


def _outcome(told: Sequence[Account]) -> str:
    """Return the status that the record holds: what happened outweighs what was planned; denied if all deny it."""
    said = {one.status for one in told}
    return next(status for status in ("happened", "ongoing", "planned", "possible", "denied") if status in said)


def _when(told: Sequence[Account]) -> tuple[int, int, str, str | None]:
    """Return the most precise range of days that most accounts fit; what happened is not dated by what was planned."""
    done = [one for one in told if one.status in _DONE and one.precise in {"day", "span"}]
    dated = done or [one for one in told if one.precise in {"day", "span"}]
    if not dated:
        likely = [one for one in told if one.status in _DONE] or told
        guess = min(likely, key=lambda one: (one.last - one.first, one.day, one.key))
        return guess.first, guess.last, guess.precise, None
    fits = {one.key: sum(one.first <= other.last and other.first <= one.last for other in dated) for one in dated}
    best = min(dated, key=lambda one: (-fits[one.key], one.last - one.first, _rank(one)))
    return best.first, best.last, best.precise, best.value


def _within(one: Account, told: Sequence[Account]) -> int:
    return sum(1 for other in told if other.place and place_within(one, other))
