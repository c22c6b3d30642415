"""The answers of several parts, and the rows that only they have: a dossier, a relation, a story, a why, changes."""

from dataclasses import dataclass

from ranke.answers.listed import Rows
from ranke.answers.rows import (
    AccountRow,
    ClaimRow,
    ConflictRow,
    DeedRow,
    EventRow,
    Evidence,
    JudgementRow,
    ReportRow,
    StanceRow,
    StatementRow,
    StoryRow,
    Who,
)


@dataclass(frozen=True, slots=True)
class Why:
    """Why the record holds an event: every account, what they disagree on, what people decided, word and deed."""

    event: EventRow
    accounts: tuple[AccountRow, ...]
    conflicts: tuple[ConflictRow, ...]
    judgements: tuple[JudgementRow, ...]
    deeds: tuple[DeedRow, ...]


@dataclass(frozen=True, slots=True)
class NameCount:
    """A name or a source, and how often it stands in the record."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A title that reports give an actor, and the first and last day of those reports."""

    title: str
    organization: str | None
    first: str
    last: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """Another actor, and in how many events it was met, cooperating (quad classes 1 and 2) or in conflict (3 and 4)."""

    who: Who
    events: int
    cooperation: int
    conflict: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the record holds of one actor."""

    who: Who
    kind: str
    country: str | None
    sector: str | None
    first: str
    last: str
    reports: int
    names: tuple[NameCount, ...]
    roles: tuple[RoleRow, ...]
    partners: tuple[PartnerRow, ...]
    events: Rows[EventRow]
    said: Rows[StatementRow]
    said_about: Rows[StatementRow]
    stances: Rows[StanceRow]
    relations: Rows[ClaimRow]
    deeds: tuple[DeedRow, ...]
    sources: tuple[NameCount, ...]
    namesakes: tuple[Who, ...]
    """Other actors of the record that bear the name that was asked for."""


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """What two actors did to each other in one year or month.

    `intensity` and `goldstein` are the means of the events' values: from -10, most conflict, to 10, most cooperation.
    """

    period: str
    events: int
    cooperation: int
    conflict: int
    intensity: float
    goldstein: float


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A day, month or year at which the relation of two actors turned, as somebody claims or as their acts show."""

    date: str | None
    change: str
    holder: Who | None
    attribution: tuple[Who, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Relation:
    """How two actors stood to each other over time.

    A country is taken with those who act for its government, a body with its office-holders and delegations: they are
    named in `one_with` and `other_with`.
    """

    one: Who
    other: Who
    one_with: tuple[Who, ...]
    other_with: tuple[Who, ...]
    periods: tuple[PeriodRow, ...]
    turning_points: tuple[TurningPoint, ...]
    claims: Rows[ClaimRow]
    events: Rows[EventRow]
    said: Rows[StatementRow]
    stances: Rows[StanceRow]


@dataclass(frozen=True, slots=True)
class Story:
    """One story: its reports in order, who is in it, and what happened."""

    story: StoryRow
    reports: tuple[ReportRow, ...]
    actors: tuple[PartnerRow, ...]
    events: Rows[EventRow]


@dataclass(frozen=True, slots=True)
class Changes:
    """What the record learned from reports since a day."""

    since: str
    events: Rows[EventRow]
    confirmed: Rows[EventRow]
    conflicts: Rows[ConflictRow]
    actors: tuple[Who, ...]
