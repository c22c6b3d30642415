"""Passages that have the words that are looked for, and what the record learned since a day."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select, text

from ranke.answers import Changes, Found, Rows, Who
from ranke.days import iso
from ranke.errors import UsageError
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line
from ranke.record.questions.evidence import conflicts
from ranke.record.questions.lens import Lens
from ranke.record.questions.timeline import when
from ranke.record.questions.told import events

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")

_PAGES = 2
"""How many times more events are looked at than are told of, as some were known before and some are rejected."""

_LATEST = 5000
"""Passages that are looked at, the last filed, where more have the words than anybody reads."""


def search(lens: Lens, words: str, *, limit: int = 0) -> Rows[Found]:
    """Return the passages that have all words, the latest reports first. Words in quotation marks stand side by side.

    Words are compared by their stems, without case; in SQLite also without accents.

    Raises:
        UsageError: If there is no word to look for.
    """
    phrases = [tuple(_WORD.findall(one or other)) for one, other in _PHRASE.findall(words)]
    phrases = [phrase for phrase in phrases if phrase]
    if not phrases:
        message = f"no word to look for in {words!r}; give one or more"
        raise UsageError(message)
    passage, report = schema.passage, schema.report
    hits = _hits(lens, phrases)
    query = (
        select(passage)
        .join(report)
        .where(passage.c.number.in_(hits))
        .order_by(report.c.day.desc(), report.c.id, passage.c.start)
    )
    if lens.last is not None:
        query = query.where(report.c.day <= lens.last)
    if lens.outlets:
        query = query.where(report.c.outlet.is_(None) | report.c.outlet.not_in(sorted(lens.outlets)))
    rows = lens.connection.execute(query.limit(limit + 1 if limit else None)).all()
    more = 0
    if limit and len(rows) > limit:
        count = select(func.count()).select_from(query.order_by(None).subquery())
        rows, more = rows[:limit], int(lens.connection.execute(count).scalar_one()) - limit
    return Rows(_found(lens, rows), more=more)


def _hits(lens: Lens, phrases: Sequence[tuple[str, ...]]) -> Any:  # noqa: ANN401 - a select
    if lens.connection.dialect.name == "sqlite":
        wanted = " ".join('"' + " ".join(phrase) + '"' for phrase in phrases)
        matches = text(
            "SELECT rowid FROM passage_search WHERE passage_search MATCH :wanted ORDER BY rowid DESC LIMIT :most"
        )
        return matches.bindparams(wanted=wanted, most=_LATEST).columns(schema.passage.c.number).scalar_subquery()
    vector = func.to_tsvector(text("'english'"), schema.passage.c.words)
    query = select(schema.passage.c.number)
    for phrase in phrases:
        query = query.where(vector.op("@@")(func.phraseto_tsquery(text("'english'"), " ".join(phrase))))
    return query.order_by(schema.passage.c.number.desc()).limit(_LATEST)


def _found(lens: Lens, rows: Sequence[Line]) -> list[Found]:
    reports = lens.reports(row.report for row in rows)
    account = schema.account
    told: dict[int, list[Any]] = {}
    query = select(account.c.report, account.c.handle, account.c.trigger_start)
    for row in lens.connection.execute(query.where(account.c.report.in_(sorted(reports))).order_by(account.c.number)):
        told.setdefault(row.report, []).append(row)
    found = []
    for row in rows:
        report = reports[row.report]
        inside = [one.handle for one in told.get(row.report, []) if row.start <= one.trigger_start < row.end]
        found.append(
            Found(report.id, report.date, report.outlet, report.title, row.start, row.end, row.words, tuple(inside))
        )
    return found


def changes(lens: Lens, since: int, until: int, *, limit: int = 0) -> Changes:
    """Return what the record learned from the reports of some days.

    That is events first told in them, events told again, disagreements that came up, and actors first named.

    Args:
        lens: What may be seen.
        since: The first day, an ordinal.
        until: The last day.
        limit: How many of each kind, the latest.
    """
    numbers = _told_in(lens, since, until, limit)
    told = [row for row in events(lens, numbers) if not row.rejected]
    told.sort(key=when)
    first, last = iso(since), iso(until)
    new = [row for row in told if first <= row.known <= last]
    again = [row for row in told if row.known < first]
    ids = {row.id for row in told}
    disputes = [row for row in conflicts(lens, events=numbers) if row.event in ids and _since(row.sides, first)]
    return Changes(
        since=first,
        events=_cut(new, limit),
        confirmed=_cut(again, limit),
        conflicts=_cut(disputes, limit),
        actors=_new_actors(lens, first, last, limit),
    )


def _told_in(lens: Lens, since: int, until: int, limit: int) -> list[int]:
    """Return the events that reports of some days tell, those of the latest reports first."""
    account, report = schema.account, schema.report
    query = select(account.c.event).join(report).where(report.c.day.between(since, until))
    ordered = query.group_by(account.c.event).order_by(func.max(report.c.day).desc(), account.c.event)
    return list(lens.connection.execute(ordered.limit(_PAGES * limit or None)).scalars())


def _since(sides: Sequence[Any], first: str) -> bool:
    return any(one.date >= first for side in sides for one in side.evidence)


def _cut[T](rows: Sequence[T], limit: int) -> Rows[T]:
    return Rows(rows[-limit:], more=max(0, len(rows) - limit)) if limit else Rows(rows)


def _new_actors(lens: Lens, first: str, last: str, limit: int) -> tuple[Who, ...]:
    actor = schema.actor
    query = select(actor.c.id, actor.c.name).where(actor.c.first >= first, actor.c.first <= last)
    ordered = query.order_by(actor.c.appearances.desc(), actor.c.name, actor.c.id).limit(limit or None)
    return tuple(Who(row.id, row.name) for row in lens.connection.execute(ordered))
