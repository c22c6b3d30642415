"""The frozen types of what a record answers: rows that the commands print, and that Python, CSV and JSON get alike.

Everywhere `date` is an ISO 8601 value whose length is its precision, and `evidence` points at the words that a fact
rests on: a report, and a span of its text in characters, end exclusive.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from importlib import import_module
from typing import Any, overload

from ranke.errors import UsageError


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
    the chain of authority of the account shown, outermost first.
    """

    id: str
    date: str | None
    type: str
    mode: str | None
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
    sides: tuple["ConflictSide", ...]


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """What one side of a conflict says, and with which words."""

    value: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One report's account of an event, with the chain of authority and the entry of the lexicon that made it.

    `root` names what the account goes back to: its innermost authority, the outlet, or the text that it echoes.
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
    events: "Rows[EventRow]"
    said: "Rows[StatementRow]"
    said_about: "Rows[StatementRow]"
    stances: "Rows[StanceRow]"
    relations: "Rows[ClaimRow]"
    deeds: tuple[DeedRow, ...]
    sources: tuple[NameCount, ...]
    namesakes: tuple[Who, ...]
    """Other actors of the record that bear the name that was asked for."""


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """What two actors did to each other in one year or month.

    `intensity` is the mean of the events' Goldstein-like weights by quad class: from -10 (material conflict) to 10.
    """

    period: str
    events: int
    cooperation: int
    conflict: int
    intensity: float


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
    claims: "Rows[ClaimRow]"
    events: "Rows[EventRow]"
    said: "Rows[StatementRow]"
    stances: "Rows[StanceRow]"


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
class Story:
    """One story: its reports in order, who is in it, and what happened."""

    story: StoryRow
    reports: tuple[ReportRow, ...]
    actors: tuple[PartnerRow, ...]
    events: "Rows[EventRow]"


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


@dataclass(frozen=True, slots=True)
class Changes:
    """What the record learned from reports since a day."""

    since: str
    events: "Rows[EventRow]"
    confirmed: "Rows[EventRow]"
    conflicts: "Rows[ConflictRow]"
    actors: tuple[Who, ...]


class Rows[T](Sequence[T]):
    """Rows of an answer, in order; `more` tells how many there are beyond them.

    A list in all that matters. `to_pandas` needs the extra `pandas`, `to_arrow` the extra `parquet`.
    """

    def __init__(self, rows: Sequence[T] = (), *, more: int = 0) -> None:
        self._rows, self.more = tuple(rows), more

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> "Rows[T]": ...
    def __getitem__(self, index: int | slice) -> "T | Rows[T]":
        return Rows(self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._rows == other._rows and self.more == other.more

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"Rows({list(self._rows)!r})"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as plain dictionaries, as `--json` writes them."""
        return [plain(row) for row in self._rows]

    def to_flat(self) -> list[dict[str, Any]]:
        """Return the rows with one value a column, as `--csv` writes them."""
        return [flat(row) for row in self._rows]

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is an extra
        """Return the flat rows as a pandas DataFrame.

        Raises:
            UsageError: If pandas is not installed.
        """
        return _package("pandas", "pandas").DataFrame(self.to_flat())

    def to_arrow(self) -> Any:  # noqa: ANN401 - pyarrow is an extra
        """Return the flat rows as an Arrow table.

        Raises:
            UsageError: If pyarrow is not installed.
        """
        return _package("pyarrow", "parquet").Table.from_pylist(self.to_flat())


def _package(name: str, extra: str) -> Any:  # noqa: ANN401 - a module that may not be there
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        message = f"this needs the package {name}; install it with: pip install 'ranke[{extra}]'"
        raise UsageError(message) from error


def plain(value: Any) -> Any:  # noqa: ANN401 - anything an answer holds
    """Return an answer, or a part of it, as JSON holds it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list, Rows)):
        return [plain(one) for one in value]
    return value


def flat(row: Any) -> dict[str, Any]:  # noqa: ANN401 - any row
    """Return a row with one value a column: names joined by "; ", evidence in columns of its own."""
    found: dict[str, Any] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Evidence):
            found |= {one.name: getattr(value, one.name) for one in fields(value) if one.name not in found}
        elif isinstance(value, Who):
            found |= {field.name: value.name, f"{field.name}_id": value.id}
        elif isinstance(value, (tuple, list, Rows)):
            found[field.name] = "; ".join(_short(one) for one in value)
        elif is_dataclass(value):
            found[field.name] = _short(value)
        else:
            found[field.name] = value
    return found


def _short(value: Any) -> str:  # noqa: ANN401 - any part of a row
    for name in ("name", "value", "title", "id", "report"):
        if hasattr(value, name):
            return str(getattr(value, name))
    return str(value)
