"""One report with its text, and every place in it that the record points at."""

from dataclasses import dataclass

from ranke.answers.listed import Rows
from ranke.answers.rows import ClaimRow, EventRow, ReportRow, StanceRow, StatementRow, Who


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a report's text that something in the record rests on; characters, end exclusive.

    `kind` is `actor` (a mention), `account` (the words that an event rests on), `trigger` (the word that states it),
    `content`, `cue` or `speaker` (of a statement), `stance`, `claim` (of a relation), `time` or `place`. `label` says
    what it is in a few words, `value` as data: the kind of an actor, the type of an event, the kind of a statement, a
    polarity, a change, an ISO 8601 value, a country. `id` is what it stands for in the record: an actor (`a…`), an
    event (`e…`) or a statement (`s…`); of a stance and a claim the holder, null where there is none. `actors` are those
    who take part, holders, speakers and sources first.
    """

    start: int
    end: int
    kind: str
    label: str
    value: str | None
    id: str | None
    actors: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report as it was filed, with marks in order of their starts, the longer before the shorter.

    `text` is untouched, null where the record was given none. `story` is the id of the story that it is part of.
    `events`, `statements`, `stances` and `relations` are what the record holds of what it tells, in order of the text.
    """

    report: ReportRow
    story: str | None
    language: str
    text: str | None
    marks: tuple[Mark, ...]
    events: Rows[EventRow]
    statements: Rows[StatementRow]
    stances: Rows[StanceRow]
    relations: Rows[ClaimRow]
