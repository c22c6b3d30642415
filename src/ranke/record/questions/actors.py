"""One actor's dossier."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, select

from ranke.answers import (
    Dossier,
    EventRow,
    NameCount,
    PartnerRow,
    RoleRow,
    Who,
)
from ranke.days import iso
from ranke.errors import RecordError
from ranke.model import QUAD
from ranke.offices.names import fold
from ranke.record.keeping import schema
from ranke.record.questions.deeds import deeds
from ranke.record.questions.lens import Lens
from ranke.record.questions.said import Saying, claims, stances, statements
from ranke.record.questions.timeline import Wanted, timeline

COOPERATION = 2
"""The last quad class of cooperation."""

_LATEST_APPEARANCES = 500
"""Appearances of an actor whose titles are looked at: the latest."""

_TOP = 15


def dossier(lens: Lens, name: str, *, limit: int = 0) -> Dossier:
    """Return what the record holds of an actor.

    Args:
        lens: What may be seen.
        name: A name or an id; of several actors of a name, the one that appears most.
        limit: How many events, statements and stances of each kind, the latest.

    Raises:
        RecordError: If nobody is called so, or no report that may be seen names the actor.
    """
    number, *others = lens.actors_called(name)
    row = lens.actor_rows([number])[number]
    appearances = _appearances(lens, number)
    if not appearances:
        message = f"{row.name} is in no report as far as this view goes; the first one is of {row.first}"
        raise RecordError(message)
    acts = timeline(lens, Wanted(actors=(number,)), limit=limit)
    said = statements(lens, Saying(speakers=(number,)), limit=limit)
    days = [one.day for one in appearances]
    return Dossier(
        who=Who(row.id, row.name),
        kind=row.kind,
        country=row.country,
        sector=row.sector,
        first=iso(min(days)) if lens.narrow else row.first,
        last=iso(max(days)) if lens.narrow else row.last,
        reports=_reports(lens, number, appearances),
        names=_names(lens, number, appearances),
        roles=_roles(lens, appearances),
        partners=partners(acts, {row.id}),
        events=acts,
        said=said,
        said_about=statements(lens, Saying(about=(number,)), limit=limit),
        stances=stances(lens, holders=[number], limit=limit),
        relations=claims(lens, [number], limit=limit),
        deeds=deeds(acts),
        sources=_sources(acts),
        namesakes=tuple(lens.who(others)[other] for other in others),
    )


def _appearances(lens: Lens, number: int) -> list[Any]:
    """Return the latest appearances of an actor that may be seen, the earliest of them first."""
    table = schema.appearance
    signatures = lens.signatures_of([number])
    query = select(table).where(table.c.signature.in_(signatures)).order_by(table.c.day.desc(), table.c.handle)
    rows = lens.connection.execute(lens.seen(query, table.c.report).limit(_LATEST_APPEARANCES)).all()
    reports = lens.reports(row.report for row in rows)
    return [row for row in reversed(rows) if row.report in reports]


def _reports(lens: Lens, number: int, appearances: Sequence[Any]) -> int:
    if lens.narrow or len(appearances) < _LATEST_APPEARANCES:
        return len({row.report for row in appearances})
    table = schema.appearance
    query = select(func.count()).select_from(table).where(table.c.signature.in_(lens.signatures_of([number])))
    return int(lens.connection.execute(query).scalar_one())


def _names(lens: Lens, number: int, appearances: Sequence[Any]) -> tuple[NameCount, ...]:
    count: Counter[str] = Counter()
    if lens.narrow:
        count.update(row.name for row in appearances)
    else:
        table = schema.naming
        query = select(table.c.name, table.c.appearances).where(table.c.signature.in_(lens.signatures_of([number])))
        for name, times in lens.connection.execute(query):
            count[name] += times
    return _counted(count)


def _counted(count: Counter[str]) -> tuple[NameCount, ...]:
    return tuple(NameCount(name, times) for name, times in sorted(count.items(), key=lambda one: (-one[1], one[0])))


def _roles(lens: Lens, appearances: Sequence[Any]) -> tuple[RoleRow, ...]:
    """Return an actor's titles, each once, in order of the first report that gives it."""
    given: dict[tuple[str, str], list[tuple[Any, list[Any]]]] = defaultdict(list)
    for row in appearances:
        for role in json.loads(row.roles):
            given[fold(role[0]), fold(role[1] or "")].append((row, role))
    reports = lens.reports(row.report for row in appearances)
    texts = _texts(lens, [(row.report, role[2], role[3]) for some in given.values() for row, role in some[:1]])
    found = []
    for some in given.values():
        row, (title, organization, start, end) = some[0]
        report = reports[row.report]
        words = texts.get((row.report, start), "")
        where = lens.evidence(report, start or 0, end or 0, words)
        found.append(RoleRow(title, organization, iso(some[0][0].day), iso(some[-1][0].day), where))
    return tuple(sorted(found, key=lambda one: (one.first, one.title, one.organization or "")))


def _texts(lens: Lens, spans: Iterable[tuple[int, int | None, int | None]]) -> dict[tuple[int, int], str]:
    """Return the words of spans, by report and start."""
    found: dict[tuple[int, int], str] = {}
    version, report = schema.version, schema.report
    for number, start, end in spans:
        if start is not None and end is not None:
            cut = func.substr(version.c.text, start + 1, end - start)
            query = select(cut).join(
                report, (report.c.id == version.c.report) & (report.c.version == version.c.version)
            )
            found[number, start] = lens.connection.execute(query.where(report.c.number == number)).scalar() or ""
    return found


def partners(rows: Iterable[EventRow], own: set[str], *, top: int = _TOP) -> tuple[PartnerRow, ...]:
    """Return the actors that stand on a side of events beside those of `own` ids, most frequent first."""
    known: dict[str, Who] = {}
    cooperation, conflict = Counter[str](), Counter[str]()
    for row in rows:
        for who in {one.id: one for one in (*row.sources, *row.targets)}.values():
            if who.id not in own:
                known[who.id] = who
                (cooperation if QUAD[row.type] <= COOPERATION else conflict)[who.id] += 1
    found = [
        PartnerRow(who, cooperation[one] + conflict[one], cooperation[one], conflict[one]) for one, who in known.items()
    ]
    return tuple(sorted(found, key=lambda row: (-row.events, row.who.name, row.who.id))[:top])


def _sources(rows: Iterable[EventRow]) -> tuple[NameCount, ...]:
    """Return through whom the events are known: the outermost authority, else the outlet, else the report."""
    count: Counter[str] = Counter()
    for row in rows:
        where = row.evidence
        told_by = row.attribution[0].name if row.attribution else where.outlet or where.label or where.report
        count[told_by] += 1
    return _counted(count)[:_TOP]
