"""One actor's dossier, and the relation of two actors over time."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from ranke.answers import (
    ClaimRow,
    Dossier,
    EventRow,
    NameCount,
    PartnerRow,
    PeriodRow,
    Relation,
    RoleRow,
    Rows,
    StanceRow,
    StatementRow,
    TurningPoint,
    Who,
)
from ranke.model import QUAD
from ranke.record.actors.names import fold
from ranke.record.days import extent, iso
from ranke.record.keeping import schema
from ranke.record.questions.circles import circle
from ranke.record.questions.deeds import deeds
from ranke.record.questions.lens import Lens, names_of
from ranke.record.questions.said import Saying, claims, stances, statements
from ranke.record.questions.timeline import Wanted, between, timeline, when
from ranke.record.questions.told import events

_CHANGES = frozenset({"begins", "improves", "worsens", "breaks", "resumes"})
"""Claims that say that a relation turned; the others say how it stands."""

_INTENSITY = {1: 3.0, 2: 7.0, 3: -3.0, 4: -8.0}
"""Weight of an event by quad class: the middle of Goldstein's values for the CAMEO codes of each class.

Source: Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", 1992; mapped to quad classes.
"""

_COOPERATION = 2
"""The last quad class of cooperation."""

_MOST_MONTHS = 36
"""Months that a relation is told by; one of more is told by years."""

_DONE = frozenset({"happened", "ongoing"})

_RUN = 3
"""Acts of one kind after which one of the other kind is a turn."""

_YEAR = 4
"""Characters of a date of which only the year is known."""

_LATEST_APPEARANCES = 500
"""Appearances of an actor whose titles are looked at: the latest."""

_TOP = 15


@dataclass(frozen=True, slots=True)
class _Act:
    """One thing that two actors did to each other: its event's number, type, first day and date."""

    event: int
    type: str
    first: int
    date: str | None


def dossier(lens: Lens, name: str, *, limit: int = 0) -> Dossier:
    """Return what the record holds of an actor.

    Args:
        lens: What may be seen.
        name: A name or an id; of several actors of a name, the one that appears most.
        limit: How many events, statements and stances of each kind, the latest.

    Raises:
        RecordError: If nobody is called so.
    """
    number, *others = lens.actors_called(name)
    row = lens.actor_rows([number])[number]
    acts = timeline(lens, Wanted(actors=(number,)), limit=limit)
    said = statements(lens, Saying(speakers=(number,)), limit=limit)
    appearances = _appearances(lens, number)
    days = [one.day for one in appearances]
    return Dossier(
        who=Who(row.id, row.name),
        kind=row.kind,
        country=row.country,
        sector=row.sector,
        first=iso(min(days)) if days and lens.narrow else row.first,
        last=iso(max(days)) if days and lens.narrow else row.last,
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
    rows = lens.connection.execute(query.limit(_LATEST_APPEARANCES)).all()
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
                (cooperation if QUAD[row.type] <= _COOPERATION else conflict)[who.id] += 1
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


def relation(lens: Lens, one: str, other: str, *, limit: int = 0) -> Relation:
    """Return how two actors stood to each other over time.

    Args:
        lens: What may be seen.
        one: A name or an id.
        other: Another one.
        limit: How many events and statements, the latest.

    Raises:
        RecordError: If nobody is called so.
    """
    first, second = lens.actors_called(one)[0], lens.actors_called(other)[0]
    ours, theirs = circle(lens, first), circle(lens, second)
    # Who stands on both sides acts for neither against the other.
    mine = [number for number in ours if number == first or number not in theirs]
    yours = [number for number in theirs if number == second or number not in ours]
    known = lens.who([*mine, *yours])
    claimed = claims(lens, mine, yours, limit=limit)
    acts = _acts(lens, mine, yours)
    return Relation(
        one=known[first],
        other=known[second],
        one_with=names_of([number for number in mine if number != first], known),
        other_with=names_of([number for number in yours if number != second], known),
        periods=_periods(acts),
        turning_points=(*_claimed(claimed), *_shown(lens, acts)),
        claims=claimed,
        events=timeline(lens, Wanted(actors=tuple(mine), partners=tuple(yours)), limit=limit),
        said=_said(lens, mine, yours, limit),
        stances=_stances(lens, mine, yours, limit),
    )


def _said(lens: Lens, one: Sequence[int], other: Sequence[int], limit: int) -> Rows[StatementRow]:
    """Return what each said of the other."""
    rows = [
        *statements(lens, Saying(speakers=tuple(one), about=tuple(other)), limit=limit, count=False),
        *statements(lens, Saying(speakers=tuple(other), about=tuple(one)), limit=limit, count=False),
    ]
    return Rows(sorted(rows, key=lambda row: (row.date or row.evidence.date, row.evidence.report, row.evidence.start)))


def _stances(lens: Lens, one: Sequence[int], other: Sequence[int], limit: int) -> Rows[StanceRow]:
    rows = [
        *stances(lens, holders=one, targets=other, limit=limit),
        *stances(lens, holders=other, targets=one, limit=limit),
    ]
    return Rows(sorted(rows, key=lambda row: (row.date, row.evidence.report, row.evidence.start)))


def _acts(lens: Lens, one: Sequence[int], other: Sequence[int]) -> list[_Act]:
    """Return the acts between two actors, those that happened, in order of days; all of them, whatever is shown.

    What both do together against a third is none of them.
    """
    event, party = schema.event, schema.event_party
    shared = between(lens, one, other)
    mine, theirs = set(lens.signatures_of(one)), set(lens.signatures_of(other))
    roles: dict[int, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    parties = select(party.c.event, party.c.signature, party.c.role).where(party.c.event.in_(shared))
    for number, signature, role in lens.connection.execute(parties):
        for side, signatures in zip(roles[number], (mine, theirs), strict=True):
            if signature in signatures:
                side.add(role)
    query = select(event.c.number, event.c.id, event.c.type, event.c.first, event.c.date).where(
        event.c.number.in_(shared), event.c.rejected == 0, event.c.status.in_(sorted(_DONE))
    )
    found: dict[int, _Act] = {}
    ids: dict[str, int] = {}
    for number, handle, kind, first, date in lens.connection.execute(query.order_by(event.c.first, event.c.id)):
        ours, others = roles[number]
        if QUAD[kind] <= _COOPERATION or len(ours | others) > 1:
            found[number], ids[handle] = _Act(number, kind, first, date), number
    if not lens.narrow:
        return list(found.values())
    rows = (row for row in events(lens, list(found)) if row.status in _DONE)
    return [
        _Act(ids.get(row.id, 0), row.type, (extent(row.date) or extent(row.known) or (1, 1))[0], row.date)
        for row in sorted(rows, key=when)
    ]


def _periods(acts: Sequence[_Act]) -> tuple[PeriodRow, ...]:
    """Return what was done in each month, or in each year where there are many months."""
    months = {iso(act.first)[:7] for act in acts}
    width = 7 if len(months) <= _MOST_MONTHS else 4
    by_period: dict[str, list[_Act]] = defaultdict(list)
    for act in acts:
        # An act of which only the year is known is no month's.
        by_period[iso(act.first)[: 4 if act.date and len(act.date) == _YEAR else width]].append(act)
    return tuple(_period(period, some) for period, some in sorted(by_period.items()))


def _period(period: str, acts: Sequence[_Act]) -> PeriodRow:
    quads = [QUAD[act.type] for act in acts]
    cooperation = sum(quad <= _COOPERATION for quad in quads)
    intensity = round(sum(_INTENSITY[quad] for quad in quads) / len(quads), 2)
    return PeriodRow(period, len(acts), cooperation, len(acts) - cooperation, intensity)


def _claimed(rows: Iterable[ClaimRow]) -> list[TurningPoint]:
    return [
        TurningPoint(row.period, row.change, row.holder, row.attribution, row.evidence)
        for row in rows
        if row.change in _CHANGES
    ]


def _shown(lens: Lens, acts: Sequence[_Act]) -> list[TurningPoint]:
    """Return the latest acts that turned from cooperation to conflict or back, each after several of the other kind."""
    turns: list[tuple[int, str]] = []
    run, side = 0, 0
    for act in acts:
        now = 1 if QUAD[act.type] <= _COOPERATION else -1
        if side and now != side and run >= _RUN and act.event:
            turns.append((act.event, "turns to cooperation" if now > 0 else "turns to conflict"))
        run = run + 1 if now == side else 1
        side = now
    turns = turns[-_TOP:]
    rows = events(lens, [event for event, _ in turns])
    if len(rows) != len(turns):
        # What is left of an event may have fallen into several; such a turn is not told.
        return []
    return [
        TurningPoint(row.date or row.known, change, None, row.attribution, row.evidence)
        for row, (_, change) in zip(rows, turns, strict=True)
    ]
