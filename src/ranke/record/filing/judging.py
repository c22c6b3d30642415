"""Makes and undoes judgements: finds what a person means, and brings the record up to date."""

from collections.abc import Sequence
from typing import Any, get_args

from ranke.errors import RecordError, UsageError
from ranke.model import Context, EventType
from ranke.record.filing.evidence import handle
from ranke.record.filing.filing import Filing
from ranke.record.filing.judgements import Anchor, Judgement, add, find, judgements, undo
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, rows_in
from ranke.record.questions.evidence import event_called
from ranke.record.questions.lens import Lens


def judge(filing: Filing, kind: str, what: str, sides: Sequence[Sequence[Anchor]], **told: Any) -> Judgement:  # noqa: ANN401
    """Keep a judgement and bring the record up to date.

    Args:
        filing: The transaction.
        kind: merge, split, distinct, reject, retype, confirm or unsure.
        what: actor or event.
        sides: What it is about.
        told: `value`, `note` and `author`.
    """
    given = Judgement(
        0, kind, what, tuple(map(tuple, sides)), told.get("value"), told["note"], told["author"], filing.at, None
    )
    kept = add(filing.connection, given)
    _update(filing, kept)
    return kept


def unjudge(filing: Filing, number: int) -> Judgement:
    """Undo a judgement and bring the record up to date."""
    gone = undo(filing.connection, number, at=filing.at)
    _update(filing, gone)
    return gone


def _update(filing: Filing, judgement: Judgement) -> None:
    if judgement.kind == "unsure":
        return
    anchors = [anchor for side in judgement.sides for anchor in side]
    filing.rejudge(judgement.what, find(filing.connection, anchors, judgement.what).values())
    filing.finish()


def merged(lens: Lens, one: str, other: str) -> tuple[str, list[list[Anchor]]]:
    """Return what two names mean, actors or events, and the anchors of a merge.

    Raises:
        RecordError: If one of them is nothing in the record, they are not of one kind, or they are one already.
    """
    first, second = meant(lens, one), meant(lens, other)
    if first[0] != second[0]:
        message = f"{one!r} is an {first[0]} and {other!r} an {second[0]}; merge two actors or two events"
        raise RecordError(message)
    if first == second:
        message = f"{one!r} and {other!r} are one {first[0]} already"
        raise RecordError(message)
    return first[0], [_head(lens, *first), _head(lens, *second)]


def _head(lens: Lens, what: str, number: int) -> list[Anchor]:
    """Return the anchor of an actor's or event's first entry, and of those that people told apart from others."""
    every = anchors_of(lens, what, number)
    given = judgements(lens.connection, in_force=True)
    apart = {
        anchor for one in given if one.kind == "distinct" and one.what == what for side in one.sides for anchor in side
    }
    return every[:1] + [one for one in every[1:] if one in apart]


def split_from(lens: Lens, one: str, members: Sequence[str]) -> tuple[str, list[list[Anchor]]]:
    """Return what is split, and the anchors of the members that go.

    Args:
        lens: What may be seen.
        one: An actor or an event.
        members: Which of its entries go: ids of entries, REPORT:ID, or reports.

    Raises:
        RecordError: If a member is none of it, or all are.
        UsageError: If no member is named.
    """
    what, number = meant(lens, one)
    every = anchors_of(lens, what, number)
    if not members:
        message = f"name the entries of {one!r} that are another {what}: ids, REPORT:ID, or reports"
        raise UsageError(message)
    gone = []
    for member in members:
        found = [anchor for anchor in every if member in {anchor.report, f"{anchor.report}:{anchor.id}"}]
        found = found or [anchor for anchor in every if _handle(what, anchor).startswith(member)]
        if not found:
            message = f"{member!r} is no entry of {one!r}; see ranke {'why' if what == 'event' else 'actor'}"
            raise RecordError(message)
        gone += [anchor for anchor in found if anchor not in gone]
    if len(gone) == len(every):
        message = f"these are all entries of {one!r}; nothing would be left to split them from"
        raise RecordError(message)
    return what, [gone]


def _handle(what: str, anchor: Anchor) -> str:
    return handle(what[0], anchor.report, anchor.id)


def rejected(lens: Lens, event: str) -> list[list[Anchor]]:
    """Return the anchors of an event: all its accounts."""
    return [anchors_of(lens, "event", event_called(lens, event))]


def event_type(value: str) -> str:
    """Return a type of event as the record writes it.

    Raises:
        UsageError: If there is no such type.
    """
    return _one_of(value, value.strip().upper(), get_args(EventType), "type of event")


def event_context(value: str) -> str:
    """Return a context of events as the record writes it.

    Raises:
        UsageError: If there is no such context.
    """
    return _one_of(value, value.strip().lower(), get_args(Context), "context of events")


def _one_of(given: str, value: str, known: Sequence[str], what: str) -> str:
    if value not in known:
        message = f"{given!r} is no {what}; choose from {', '.join(known)}"
        raise UsageError(message)
    return value


def meant(lens: Lens, name: str) -> tuple[str, int]:
    """Return whether a name means an event or an actor, and its number.

    Raises:
        RecordError: If it is neither, or an actor's name that several bear.
    """
    try:
        return "event", event_called(lens, name)
    except RecordError:
        numbers = lens.actors_called(name)
    if len(numbers) > 1:
        rows = lens.actor_rows(numbers)
        ids = ", ".join(f"{rows[number].name} {rows[number].id}" for number in numbers[:5])
        message = f"{name!r} is the name of {len(numbers)} actors; give the id of one: {ids}"
        raise RecordError(message)
    return "actor", numbers[0]


def anchors_of(lens: Lens, what: str, number: int) -> list[Anchor]:
    """Return the anchors of all entries of an actor or event, by day and report."""
    return [anchor_of(lens, what, row) for row in rows_of(lens, what, number)]


def rows_of(lens: Lens, what: str, number: int) -> list[Line]:
    """Return the rows of all entries of an actor or event, by day and report."""
    if what == "event":
        rows = rows_in(lens.connection, schema.account, "event", [number])
    else:
        rows = rows_in(lens.connection, schema.appearance, "signature", lens.signatures_of([number]))
    reports = lens.reports(row.report for row in rows)
    return sorted(rows, key=lambda row: (reports[row.report].day, reports[row.report].id, row.number))


def anchor_of(lens: Lens, what: str, row: Line) -> Anchor:
    """Return the anchor of an entry."""
    report = lens.reports([row.report])[row.report].id
    if what == "event":
        return Anchor(report, row.id, row.words, row.trigger_start, row.trigger_end, row.type)
    return Anchor(report, row.id, row.name, row.start, row.end)
