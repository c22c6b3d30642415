"""The types of rows: one event, one statement, one conflict, and what stands in them.

Everywhere `date` is an ISO 8601 value whose length is its precision, and `evidence` points at the words that a fact
rests on: a report, and a span of its text in characters, end exclusive.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Who:
    """An actor, by the id that it answers to and its usual name in the record."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words stand; `words` is "" where the record has no text of the report.

    `label` is what a person would call the report, where its id tells nothing: its title, else its first words.
    """

    report: str
    date: str
    outlet: str | None
    start: int
    end: int
    words: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event, as all its accounts together tell it.

    `reports`, `outlets` and `roots` say how many reports tell it, of how many outlets (0 where none is known), and to
    how many independent sources their accounts go back. `trigger` is the span that states it best. `attribution` is
    the chain of authority of the account shown, outermost first. `goldstein` is the value of the CAMEO code and
    `intensity` that of type and mode: both from -10, most conflict, to 10, most cooperation. `contexts` are those that
    most accounts tell first. `inferred` names the sides that the clause of the account shown leaves open; `confidence`
    is the probability that its type and sides are right.
    """

    id: str
    date: str | None
    type: str
    mode: str | None
    cameo: str
    goldstein: float
    intensity: float
    contexts: tuple[str, ...]
    status: str
    sources: tuple[Who, ...]
    targets: tuple[Who, ...]
    place: str | None
    core: bool
    reports: int
    outlets: int
    roots: int
    attribution: tuple[Who, ...]
    conflicts: int
    story: str | None
    rejected: bool
    rule: str
    inferred: tuple[str, ...]
    confidence: float
    trigger: tuple[int, int]
    evidence: Evidence
    known: str
    """The day of the first report that tells it, which is also where an event without a date stands in a timeline."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """What somebody said, to whom, about whom, and who passed it on, outermost first."""

    id: str
    date: str | None
    speaker: Who | None
    addressee: Who | None
    attribution: tuple[Who, ...]
    about: tuple[Who, ...]
    kind: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StanceRow:
    """An attitude of an actor to another one, or to a plan, policy or cause by its short name."""

    holder: Who
    target: Who | str
    polarity: str
    date: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What somebody claims of a relation: how it stands or changed, and when; no holder is the reporter's own voice."""

    parties: tuple[Who, Who]
    change: str
    period: str | None
    holder: Who | None
    attribution: tuple[Who, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """What one side of a conflict says, and with which words."""

    value: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Accounts of one event that differ.

    `kind` is `contradiction` (not both can be right), `account` (parties tell it differently), `update` (the later one
    knows more) or `granularity` (one is vaguer).
    """

    event: str
    date: str | None
    type: str
    about: str
    kind: str
    sides: tuple[ConflictSide, ...]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One report's account of an event, with the chain of authority and the entry of the lexicon that made it.

    `root` names what the account goes back to: its innermost authority, the outlet, or the text that it echoes.
    `inferred` names the sides that its clause leaves open and its report makes likely.
    """

    id: str
    type: str
    status: str
    date: str | None
    sources: tuple[Who, ...]
    targets: tuple[Who, ...]
    place: str | None
    core: bool
    attribution: tuple[Who, ...]
    root: str
    rule: str
    inferred: tuple[str, ...]
    confidence: float
    trigger: tuple[int, int]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """What a person decided. It holds until it is undone."""

    number: int
    kind: str
    what: str
    about: tuple[str, ...]
    value: str | None
    note: str
    author: str
    made: str
    undone: str | None


@dataclass(frozen=True, slots=True)
class DeedRow:
    """A word and a later deed of the same actor: announced, threatened, promised or denied, then done."""

    word: str
    said: EventRow
    done: EventRow


@dataclass(frozen=True, slots=True)
class StoryRow:
    """Reports that a reader would follow as one, with the events that they are about."""

    id: str
    title: str
    first: str
    last: str
    reports: int
    events: int


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report; `echoes` are those whose text is nearly the same, `follows` is the one before it in a story."""

    id: str
    date: str
    outlet: str | None
    title: str | None
    url: str | None
    follows: str | None
    echoes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that has the words that were looked for, and the events told in it."""

    report: str
    date: str
    outlet: str | None
    title: str | None
    start: int
    end: int
    words: str
    events: tuple[str, ...]
