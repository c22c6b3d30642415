"""One report's entry for an event → an account: whatever tells which event it is, from that report alone."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from typing import Any
from zlib import crc32

from ranke.days import extent, ordinal
from ranke.model import Actor, Event, Reading, Span
from ranke.offices.names import fold
from ranke.record.events.numbers import Count, counts
from ranke.record.stories.words import names_in, stem, stems
from ranke.tables import read_toml

Member = tuple[str, str]
"""A report's id and an event's id in its reading."""

NEWS = 7
"""Days before a report within which an event lies that the report is about and gives no day for."""

AHEAD = 1100
"""Days after a report within which an event lies that is planned and has no day."""

_REACH = 160
"""Characters around a trigger that stand for its sentence where the reading has none."""

_CAST = 12
"""Actors of a report that tell which story it is part of."""


@dataclass(frozen=True, slots=True)
class Party:
    """A side of an event as an account names it; `bodies` are what a person leads or belongs to, folded."""

    names: frozenset[str]
    kind: str
    country: str | None = None
    sector: str | None = None
    bodies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """What one report says of one event, as far as it tells which event that is.

    `first` and `last` are the days (ordinals) that the event may lie in, `precise` how they are known: by a `day`, a
    `span` of days, or only from the report's day, as `news` of the days before it, as `past`, as `ahead` or as `open`.
    `acts` are the kinds of act that the trigger's words name; `words` the stems of its sentence that the sides, the
    place and the cast don't give anyway; `cast` the named actors that the report tells most of; `read` whether there
    was a text to take them from.
    """

    report: str
    id: str
    day: int
    type: str
    mode: str | None
    status: str
    core: bool
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    first: int
    last: int
    precise: str
    value: str | None = None
    place: str | None = None
    place_country: str | None = None
    trigger: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: tuple[Count, ...] = ()
    cast: frozenset[str] = frozenset()
    authority: tuple[str, ...] = ()
    read: bool = False
    mark: int = field(default=0, compare=False)
    """A checksum of all the rest, set by `load`, that changes with whatever the account says."""

    @property
    def key(self) -> Member:
        """The report's id and the event's id in it."""
        return self.report, self.id

    def dump(self) -> str:
        """Return the account as JSON, always the same for the same account."""
        return json.dumps(self, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def load(cls, text: str) -> "Account":
        """Return the account that `dump` wrote."""
        row: dict[str, Any] = json.loads(text)
        for side in ("sources", "targets"):
            row[side] = tuple(_party(one) for one in row[side])
        for name in ("trigger", "acts", "words", "names", "cast"):
            row[name] = frozenset(row[name])
        row["numbers"] = tuple(Count(**one) for one in row["numbers"])
        row["authority"] = tuple(row["authority"])
        return cls(**row, mark=crc32(text.encode()))


def _plain(value: Account | Party | Count | frozenset[str]) -> dict[str, object] | list[str]:
    """Return a value as JSON has it; a set as a sorted list."""
    if isinstance(value, frozenset):
        return sorted(value)
    return {field.name: getattr(value, field.name) for field in fields(value) if field.name != "mark"}


def _party(row: dict[str, Any]) -> Party:
    return _one_and_the_same(tuple(row["names"]), row["kind"], row["country"], row["sector"], tuple(row["bodies"]))


@lru_cache(maxsize=1 << 14)
def _one_and_the_same(
    names: tuple[str, ...], kind: str, country: str | None, sector: str | None, bodies: tuple[str, ...]
) -> Party:
    """Return a party; the same object for the same values, so that comparing it again is a look into a table."""
    return Party(frozenset(names), kind, country, sector, frozenset(bodies))


def account(reading: Reading, event: Event, text: str | None) -> Account:
    """Return what a reading says of one of its events.

    Args:
        reading: The reading that the event is part of.
        event: The event.
        text: The report's text; without it the account knows no words, names and numbers.
    """
    actors = {actor.id: actor for actor in reading.actors}
    day = ordinal(reading.document.date)
    first, last, precise = _days(event, day)
    sources = _parties(actors[one] for one in event.sources if one in actors)
    targets = _parties(actors[one] for one in event.targets if one in actors)
    spans = (event.trigger, *event.more)
    trigger = " ".join(text[start:end] for start, end in spans) if text is not None else ""
    sentences = _sentences(event, text) if text is not None else ""
    place = fold(event.place.name) if event.place else ""
    cast = _cast(reading)
    names = (name for party in (*sources, *targets) if party.kind != "group" for name in party.names)
    known = frozenset(stem(word) for name in (*names, *cast, place) for word in name.split())
    return Account(
        report=reading.document.id,
        id=event.id,
        day=day,
        type=event.type,
        mode=event.mode,
        status=event.status,
        core=event.core,
        sources=sources,
        targets=targets,
        first=first,
        last=last,
        precise=precise,
        value=event.date.value,
        place=place or None,
        place_country=(event.place.country or _located(reading, event.place.name)) if event.place else None,
        trigger=stems(trigger),
        acts=acts(trigger),
        words=stems(sentences) - known,
        names=names_in(sentences),
        numbers=counts(sentences),
        cast=cast,
        authority=tuple(min(_names(actors[one])) for one in event.attribution if one in actors),
        read=text is not None,
    )


def _days(event: Event, day: int) -> tuple[int, int, str]:
    """Return the days that an event may lie in: what the text says, else what its status leaves open."""
    told = extent(event.date.value)
    if told:
        first, last = told
        if event.status == "ongoing" and first <= day:
            return first, max(last, day), "span" if first < max(last, day) else "day"
        return first, last, "day" if first == last else "span"
    if event.status == "happened":
        return (day - NEWS, day, "news") if event.core else (1, day, "past")
    if event.status in {"planned", "possible"}:
        return day, day + AHEAD, "ahead"
    return 1, day + AHEAD, "open"


def _parties(actors: Iterable[Actor]) -> tuple[Party, ...]:
    found = {
        Party(_names(one), _kind(one), one.country, one.sector, frozenset(_bodies(one)))
        for one in actors
        if _names(one)
    }
    return tuple(sorted(found, key=lambda one: (sorted(one.names), one.kind, one.country or "", one.sector or "")))


def _kind(actor: Actor) -> str:
    """Return an actor's kind; a person without a name ("a police officer") is as little known as a group."""
    return (
        "group"
        if actor.kind == "person" and not any(letter.isupper() for letter in actor.name.split()[-1])
        else actor.kind
    )


def _bodies(actor: Actor) -> list[str]:
    return [body for role in actor.roles if role.organization and (body := fold(role.organization))]


def _names(actor: Actor) -> frozenset[str]:
    """Return the folded names of an actor: of a person only parts of its name, none that only describe it."""
    name = fold(actor.name)
    found = {name}
    for alias in actor.aliases:
        other = fold(alias)
        if actor.kind == "person":
            if other and name and set(other.split()) <= set(name.split()):
                found.add(other)
        elif other and " " in other + name and any(part[:1].isupper() for part in alias.split()[-1:]):
            found.add(other)
    return frozenset(one for one in found if one)


def _sentences(event: Event, text: str) -> str:
    """Return the sentences of an event, each once: its evidence and what stands around its retellings."""
    start, end = event.evidence
    if end - start <= event.trigger[1] - event.trigger[0]:
        start, end = _around(event.trigger, text)
    parts = [(start, end)]
    parts += [_around(span, text) for span in event.more if not start <= span[0] < end]
    return "\n".join(dict.fromkeys(text[one:other] for one, other in parts))


def _around(span: Span, text: str) -> Span:
    start, end = span
    before = max(text.rfind(mark, max(0, start - _REACH), start) for mark in (". ", "\n", "? ", "! "))
    after = [at for mark in (". ", "\n", "? ", "! ") if (at := text.find(mark, end, end + _REACH)) >= 0]
    return (before + 1 if before >= 0 else max(0, start - _REACH)), min(after, default=min(len(text), end + _REACH))


def _located(reading: Reading, name: str) -> str | None:
    """Return the country of a place that the event itself leaves open: as the reading has it elsewhere."""
    return next((one.country for one in reading.places if one.name == name and one.country), None)


def _cast(reading: Reading) -> frozenset[str]:
    """Return the named persons and bodies that a report tells most of: they say which story it belongs to."""
    named = [one for one in reading.actors if one.kind in {"person", "organization"} and one.sector != "IGO"]
    ranked = sorted(named, key=lambda one: (-len(one.mentions), fold(one.name)))
    return frozenset(fold(one.name) for one in ranked[:_CAST])


_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def acts(words: str) -> frozenset[str]:
    """Return the kinds of act that words name: "pulled out" and "withdrawal" are both `leave`."""
    found: set[str] = set()
    for word in _WORD.findall(words.casefold()):
        for start in range(min(len(word), _longest()), 1, -1):
            found |= _table().get(word[:start], frozenset())
        found |= _table().get(word + "$", frozenset())
    return frozenset(found)


@cache
def _table() -> dict[str, frozenset[str]]:
    """Return the acts that a beginning of a word names."""
    found: dict[str, set[str]] = {}
    for name, row in read_toml("ranke.record.events", "occasions.toml")["acts"].items():
        for word in row["words"]:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _longest() -> int:
    return max(len(word) for word in _table())
