"""Rows for those who go through a whole record, such as exports: each with all that stands around it."""

from dataclasses import dataclass

from ranke.answers.rows import EventRow, ReportRow, StatementRow, Who
from ranke.answers.surveyed import ActorRow
from ranke.answers.whole import NameCount


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """What an actor is."""

    who: Who
    kind: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class WholeActor:
    """An actor with every name that reports give it, the most frequent first."""

    actor: ActorRow
    names: tuple[NameCount, ...]


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """Where something took place; latitude and longitude in degrees, null where no table knows them."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class WholeEvent:
    """An event with what its sides are, where it took place, and the report whose account is shown for it.

    `sources`, `targets` and `attribution` are those of `event`, in the same order.
    """

    event: EventRow
    sources: tuple[ActorFacts, ...]
    targets: tuple[ActorFacts, ...]
    attribution: tuple[ActorFacts, ...]
    place: PlaceFacts | None
    report: ReportRow


@dataclass(frozen=True, slots=True)
class WholeStatement:
    """A statement with what its speaker and addressee are, and its report."""

    statement: StatementRow
    speaker: ActorFacts | None
    addressee: ActorFacts | None
    report: ReportRow


@dataclass(frozen=True, slots=True)
class WholeReport:
    """A report with its language, its length in characters and the id of its story."""

    report: ReportRow
    story: str | None
    language: str
    characters: int
