"""Stories: reports that a reader would follow as one.

A report follows at most one earlier report, the most like it of the last hundred days; a story is a tree of such
follows. So one bridge between two matters costs one wrong link, and never joins all that the two are like. Where there
are many reports that it may follow, the most like of them must be more like it: the best of a thousand is somewhat like
any report by chance, and without that a large record would be one story without end.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2, sqrt

from ranke.days import ordinal
from ranke.model import Actor, Reading
from ranke.offices.names import fold
from ranke.record.stories.words import stem, weight, words_of

LIKE = 0.19
"""Likeness from which a report follows another. On 52 reports of 37 stories, of which 10 have more than one, any value
from .18 to .22 gives an adjusted Rand index of .89 or more, with hand-made readings and with Ranke's own."""

MORE, MOST = 0.04, 0.5
"""How much more likeness is asked for with each doubling of the reports that it may follow, and how much at most. On
12,000 synthetic readings (1,319 stories, the largest of 78 reports) these give 1,390 stories, the largest of 92, and an
adjusted Rand index of .89; without them 155, the largest of 3,265, and .03. From .03 to .08, and with a most of .45 or
.5, it is .79 to .91. In a small record they change nothing."""

DAYS = 100
"""Days after which a story that nothing was heard of is over."""

HALF = 100
"""Days between two reports after which their likeness counts half; 60 and 200 do as well."""

COMMON = 3
"""Features that a report must share with one that it follows: one name in two reports makes no story."""

FEATURES = 64
"""Features kept of a report, its most telling ones; a hundred do no better."""

KEYS, SHARED = 12, 2
"""Words by which a report finds those that it may follow, and how many of them these share with it at least."""

_OPENING = 60
"""Words of title and opening, where a report says what it is about; they count double."""

_HEAD = 300
"""Characters of the opening in which the chief names of a story's title stand."""

_KIND = {"person": 1.0, "organization": 1.0, "group": 0.4, "media": 0.2, "country": 0.4}
_DEED, _CORE = 1, 2
_ACTOR = 0.5
"""What a deed of an actor adds to the count of each word of its name."""

_COUNTRY, _TYPE = 0.2, 0.1
"""What countries and types of events weigh: many matters share them."""

_SHARED = 0.5
"""Weight of a word up to which thousands of reports have it."""

_NAMES, _PLACES = 5, 2
"""Names and places that a telling keeps for the title of its story."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """What a report tells as a whole; `day` is YYYY-MM-DD.

    `features` are sorted by name and have weights of unit length; `names` and `places` are as the report has them, with
    how much it makes of each, the most first.
    """

    report: str
    day: str
    features: tuple[tuple[str, float], ...] = ()
    names: tuple[tuple[str, float], ...] = ()
    places: tuple[tuple[str, float], ...] = ()

    def dump(self) -> str:
        """Return the telling as a line of JSON."""
        parts = [dict(pairs) for pairs in (self.features, self.names, self.places)]
        return json.dumps([self.report, self.day, *parts], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def load(cls, line: str, *, briefly: bool = False) -> "Telling":
        """Return the telling that `dump` wrote; briefly, without its features, which are most of it."""
        report, day, *parts = json.loads(line)
        parts[0] = {} if briefly else parts[0]
        features, names, places = (tuple((name, float(value)) for name, value in part.items()) for part in parts)
        return cls(report, day, features, names, places)


def telling(reading: Reading, text: str | None) -> Telling:
    """Return what a report tells, from its reading and, if there is one, its text."""
    deeds = _deeds(reading)
    found = dict(_features(reading, text, deeds))
    kept = sorted(((name, value) for name, value in found.items() if value), key=_most)[:FEATURES]
    length = sqrt(sum(value * value for _, value in kept)) or 1.0
    features = tuple(sorted((name, round(value / length, 4)) for name, value in kept))
    names: Counter[str] = Counter()
    for actor in reading.actors:
        if _named(actor):
            early = 2 if any(mention.span[0] < _HEAD for mention in actor.mentions) else 1
            names[actor.name] += round(_KIND[actor.kind] * 10) * early * (2 * deeds[actor.id] + len(actor.mentions))
    places: Counter[str] = Counter()
    for event in reading.events:
        if event.place:
            places[event.place.name] += _CORE if event.core else _DEED
    tops = ([*names.items()], _NAMES), ([*places.items()], _PLACES)
    best, where = (tuple((name, float(value)) for name, value in sorted(some, key=_most)[:top]) for some, top in tops)
    return Telling(reading.document.id, reading.document.date[:10], features, best, where)


def _most(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def _deeds(reading: Reading) -> Counter[str]:
    """Return how much each actor does and has done to it; what a report is about counts double."""
    deeds: Counter[str] = Counter()
    for event in reading.events:
        for actor in {*event.sources, *event.targets}:
            deeds[actor] += _CORE if event.core else _DEED
    return deeds


def _named(actor: Actor) -> bool:
    return actor.kind == "country" or any(mention.form == "name" for mention in actor.mentions)


def _features(reading: Reading, text: str | None, deeds: Mapping[str, int]) -> Iterator[tuple[str, float]]:
    for root, count in _roots(reading, text, deeds).items():
        yield f"w:{root}", weight(root) * sqrt(count)
    countries: Counter[str] = Counter()
    for actor in reading.actors:
        if actor.kind == "country":
            countries[actor.country or fold(actor.name)] += len(actor.mentions) + 2 * deeds[actor.id]
    for country, count in countries.items():
        yield f"c:{country}", _COUNTRY * sqrt(count / 2)
    types = Counter(event.type for event in reading.events for _ in range(_CORE if event.core else _DEED))
    for kind, count in types.items():
        yield f"t:{kind}", _TYPE * count


def _roots(reading: Reading, text: str | None, deeds: Mapping[str, int]) -> dict[str, float]:
    """Return the stems that tell what a report is about, and how often they stand in it.

    The names of who acts count more, by what they do. Without a text they, places and titles are all there is.
    """
    words = words_of(f"{reading.document.title or ''}\n{text or _written(reading)}")
    counts: dict[str, float] = {}
    for place, word in enumerate(words):
        counts[stem(word)] = counts.get(stem(word), 0) + (2 if place < _OPENING else 1)
    for actor in reading.actors:
        if actor.kind not in {"country", "group"} and _named(actor):
            for root in {stem(word) for word in words_of(actor.name)}:
                counts[root] = counts.get(root, 0) + _ACTOR * _KIND[actor.kind] * deeds[actor.id]
    counts.pop("", None)
    return counts


def _written(reading: Reading) -> str:
    """Return words of a report whose text isn't there: its names as often as they stand in it, titles and places."""
    words = [" ".join([actor.name] * max(len(actor.mentions), 1)) for actor in reading.actors]
    words += [role.title for actor in reading.actors for role in actor.roles]
    words += [event.place.name for event in reading.events if event.place]
    return "\n".join(words)


def keys(telling: Telling) -> tuple[str, ...]:
    """Return the most telling words of a report, by which it finds what it may follow.

    Words that many matters share are no keys, however much a report has of them.
    """
    words = (name for name, _ in sorted(telling.features, key=_most) if name.startswith("w:"))
    return tuple(word for word in words if weight(word[2:]) > _SHARED)[:KEYS]


def likeness(a: Telling, b: Telling) -> float:
    """Return how like two reports are, from 0 to 1, less the more days lie between them."""
    other = dict(b.features)
    shared = [value * other[name] for name, value in a.features if name in other]
    if len(shared) < COMMON:
        return 0.0
    days = abs(ordinal(a.day) - ordinal(b.day))
    return round(sum(shared) / (1 + days / HALF), 6)


def enough(near: int) -> float:
    """Return from which likeness on a report follows another, by how many earlier ones are near it."""
    return min(LIKE + MORE * log2(max(near, 1)), MOST)


def is_near(telling: Telling, candidate: Telling) -> bool:
    """Tell whether a report may follow another: an earlier one, not too old, that shares some of its keys."""
    if (candidate.day, candidate.report) >= (telling.day, telling.report):
        return False
    if ordinal(telling.day) - ordinal(candidate.day) > DAYS:
        return False
    return len({*keys(telling)}.intersection(keys(candidate))) >= SHARED


def rank(telling: Telling, candidate: Telling, near: int) -> tuple[float, str, str] | None:
    """Return how well a report can follow one that is near it, the higher the better, or nothing if it can't.

    Args:
        telling: The later report.
        candidate: The earlier one.
        near: How many reports are near the later one.
    """
    like = likeness(telling, candidate)
    return (like, candidate.day, candidate.report) if like >= enough(near) else None


def followed(telling: Telling, others: Iterable[Telling]) -> str | None:
    """Return the id of the report that this one follows; between equals the latest day, then the last id."""
    near = [one for one in others if is_near(telling, one)]
    ranks = [how for one in near if (how := rank(telling, one, len(near)))]
    return max(ranks)[2] if ranks else None


def title(tellings: Iterable[Telling]) -> str:
    """Return a neutral name of a story: who is most in it, where, and when, as in "Hamas, Iran: Tehran, July 2019"."""
    ordered = sorted(tellings, key=lambda one: (one.day, one.report))
    names = _shown([one.names for one in ordered])
    used = {fold(name) for name in names}
    places = [name for name in _shown([one.places for one in ordered]) if fold(name) not in used][:1]
    if not names:
        names, places = places, []
    head = ", ".join(names)
    when = _when([one.day for one in ordered])
    if not head:
        return when
    return f"{head}: {', '.join([*places, when])}" if places else f"{head}, {when}"


def _shown(parts: Sequence[tuple[tuple[str, float], ...]]) -> list[str]:
    """Return the two names that most reports make much of, each in its commonest form; one of a few reports is none."""
    totals: dict[str, float] = {}
    forms: dict[str, Counter[str]] = {}
    for part in parts:
        whole = sum(value for _, value in part) or 1.0
        for name, value in part:
            folded = fold(name)
            totals[folded] = totals.get(folded, 0.0) + value / whole
            forms.setdefault(folded, Counter())[name] += 1
    known = [(name, total) for name, total in totals.items() if 2 * forms[name].total() >= len(parts)]
    best = sorted(known, key=lambda item: (-round(item[1], 6), item[0]))[:2]
    return [min(forms[name].items(), key=lambda item: (-item[1], item[0]))[0] for name, _ in best]


def _when(days: Sequence[str]) -> str:
    if not days:
        return ""
    first, last = ((day[:4], _MONTHS[int(day[5:7]) - 1]) for day in (days[0], days[-1]))
    if first == last:
        return f"{last[1]} {last[0]}"
    return f"{first[1]} {first[0]}–{last[1]} {last[0]}" if first[0] != last[0] else f"{first[1]}–{last[1]} {last[0]}"
