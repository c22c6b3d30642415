"""The answers that look at a whole record: its overview, the list of its actors, the network between them."""

from dataclasses import dataclass

from ranke.answers.listed import Rows
from ranke.answers.rows import EventRow, StoryRow, Who
from ranke.answers.whole import NameCount


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor in a list: what it is, from when to when reports name it, and how much there is of it.

    `reports` counts the reports that name it, `events` those in which it stands on a side.
    """

    who: Who
    kind: str
    country: str | None
    sector: str | None
    first: str
    last: str
    reports: int
    events: int


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """A day, month or year of a record: reports of it, and what happened in it by quad class.

    `cooperation` counts events of the quad classes 1 and 2, `conflict` those of 3 and 4.
    """

    period: str
    reports: int
    events: int
    cooperation: int
    conflict: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place at which events took place; latitude and longitude in degrees, null where no table knows them."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    events: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What a record holds, at a glance.

    `actors`, `activity` and `places` are of all that may be seen; `stories` and `latest` are the last heard of, the
    latest first. `first` and `last` are the days of the first and the last report, null where there is none.
    """

    reports: int
    outlets: int
    events: int
    first: str | None
    last: str | None
    by_outlet: tuple[NameCount, ...]
    actors: tuple[ActorRow, ...]
    activity: tuple[ActivityRow, ...]
    places: tuple[PlaceRow, ...]
    stories: tuple[StoryRow, ...]
    latest: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class NodeRow:
    """An actor in a network; `events` counts the acts on the edges that are shown."""

    who: Who
    kind: str
    country: str | None
    sector: str | None
    events: int


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """What two actors did to each other: how many acts of each kind, and the mean of their intensities."""

    one: Who
    other: Who
    events: int
    cooperation: int
    conflict: int
    intensity: float


@dataclass(frozen=True, slots=True)
class Network:
    """Who does what to whom: the strongest edges first, and the actors that they join, the busiest first.

    With `actor`, the neighbourhood of that one: whom it meets, and what those do to each other.
    """

    actor: Who | None
    nodes: tuple[NodeRow, ...]
    edges: Rows[EdgeRow]
