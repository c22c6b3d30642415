"""Who said what, about whom, and who passed it on; stances; claims about relations."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from ranke.answers import ClaimRow, Rows, StanceRow, StatementRow, Who
from ranke.record.filing.evidence import handle
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks, rows_in
from ranke.record.questions.lens import Lens, names_of
from ranke.record.questions.timeline import SPARE, page_of

_LATEST = 900
"""Statements of an actor that are looked at first at most."""
_MANY = 1000
"""Statements of an actor from which it is enough to know that there are many."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Which statements are asked for; actors by number, days as ordinals."""

    speakers: tuple[int, ...] = ()
    about: tuple[int, ...] = ()
    since: int | None = None
    until: int | None = None


def statements(lens: Lens, wanted: Saying, *, limit: int = 0, count: bool = True) -> Rows[StatementRow]:
    """Return statements in order of days; where there are more than `limit`, the latest of them.

    Args:
        lens: What may be seen.
        wanted: Which statements.
        limit: How many; 0 is all.
        count: Whether to count those beyond the limit, which takes as long as finding them.
    """
    table = schema.statement
    query = select(table)
    if wanted.since is not None:
        query = query.where(table.c.day >= wanted.since)
    if wanted.until is not None:
        query = query.where(table.c.day <= wanted.until)
    query, report = lens.seen(query, table.c.report), schema.report
    by_parties = _by_parties(lens, wanted)
    ordered = query.join(report).order_by(table.c.day.desc(), report.c.id.desc(), table.c.start.desc())
    found: list[StatementRow] = []
    for page in _pages(lens, ordered, page_of(lens, limit), by_parties):
        found.extend(statement_rows(lens, page))
        if limit and len(found) > limit:
            break
    kept = found[:limit] if limit else found
    if not count or len(kept) == len(found):
        return Rows(kept[::-1])
    query = query.with_only_columns(table.c.number)
    if by_parties is not None:
        # Where nothing else is asked for, the index of who speaks and who is named has all of them.
        whole = wanted.since is None and wanted.until is None and not lens.narrow
        query = by_parties[0].distinct() if whole else query.where(table.c.number.in_(by_parties[0]))
    return Rows(kept[::-1], more=_more(lens, query, len(kept)))


type _ByParties = tuple[Select[Any], ColumnElement[int]]
"""A query of the numbers of statements, found by who speaks or is named, and its column of their days."""


def _by_parties(lens: Lens, wanted: Saying) -> _ByParties | None:
    """Return the statements of those who are asked for; None where that is everybody."""
    sides = [(actors, role) for actors, role in ((wanted.speakers, "speaker"), (wanted.about, "about")) if actors]
    if not sides:
        return None
    # Where both sides are asked for, what the one that appears less takes part in is found first, and in that the other
    # is looked up; that a nought is added to the other's signatures keeps the database from going the long way round.
    # What one signature takes part in stands in an index by day, so that the latest come at once.
    sides.sort(key=lambda side: (_parts(lens, *side), len(lens.signatures_of(side[0])) > 1, lens.weight(side[0])))
    party, there = schema.statement_party, schema.statement_party.alias()
    actors, role = sides[0]
    query = select(party.c.statement).where(party.c.signature.in_(lens.signatures_of(actors)), party.c.role == role)
    for others, their_role in sides[1:]:
        theirs = (there.c.signature + 0).in_(lens.signatures_of(others))
        query = query.join(there, there.c.statement == party.c.statement).where(theirs, there.c.role == their_role)
    return query, party.c.day


def _parts(lens: Lens, actors: Sequence[int], role: str) -> int:
    """Return how often actors have a role in statements, counted up to `_MANY`."""
    party = schema.statement_party
    query = select(party.c.statement).where(party.c.signature.in_(lens.signatures_of(actors)), party.c.role == role)
    return int(lens.connection.execute(select(func.count()).select_from(query.limit(_MANY).subquery())).scalar_one())


def _pages(lens: Lens, query: Select[Any], size: int, by_parties: _ByParties | None) -> Iterator[Sequence[Line]]:
    """Yield statements, so many together, the latest first."""
    start, number = 0, schema.statement.c.number
    if by_parties is not None:
        # Of an actor with many statements only the latest are put in order, if these are enough.
        numbers, day = by_parties
        most = min(SPARE * size, _LATEST)
        days = numbers.add_columns(day).order_by(day.desc()).limit(most)
        late = lens.connection.execute(days if lens.last is None else days.where(day <= lens.last)).all()
        if len(late) < most:
            query = query.where(number.in_([one for one, _ in late]))
        else:
            whole = [one for one, its_day in late if its_day > late[-1][1]]
            page = lens.connection.execute(query.where(number.in_(whole)).limit(size)).all()
            if len(page) == size:
                yield page
                start = size
            query = query.where(number.in_(numbers))
    while page := lens.connection.execute(query.limit(size).offset(start)).all():
        yield page
        start += len(page)
        if len(page) < size:
            return


def _more(lens: Lens, query: Any, shown: int) -> int:  # noqa: ANN401 - any select
    return int(lens.connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()) - shown


def statement_rows(lens: Lens, rows: Sequence[Line]) -> list[StatementRow]:
    """Return statements, those that may be seen, in the order of their rows."""
    reports = lens.reports(row.report for row in rows)
    parties: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    given = rows_in(lens.connection, schema.statement_party, "statement", [row.number for row in rows])
    homes = lens.homes_of(one.signature for one in given)
    for one in sorted(given, key=lambda one: (one.statement, one.role, one.position)):
        parties[one.statement][one.role].append(homes[one.signature])
    known = lens.who({number for roles in parties.values() for some in roles.values() for number in some})
    found = []
    for row in rows:
        roles = parties[row.number]
        if row.report not in reports or lens.rests_on_left_out([*roles["speaker"], *roles["authority"]]):
            continue
        report = reports[row.report]
        found.append(
            StatementRow(
                id=handle("s", report.id, row.id),
                date=row.date,
                speaker=next(iter(names_of(roles["speaker"], known)), None),
                addressee=next(iter(names_of(roles["addressee"], known)), None),
                attribution=names_of(roles["authority"], known),
                about=names_of(dict.fromkeys(roles["about"]), known),
                kind=row.kind,
                evidence=lens.evidence(report, row.start, row.end, row.words),
            )
        )
    return found


def stances(lens: Lens, *, holders: Iterable[int] = (), targets: Iterable[int] = (), limit: int = 0) -> Rows[StanceRow]:
    """Return the stances of actors, to actors, or both, in order of days."""
    table = schema.stance
    query = select(table)
    for actors, column in ((tuple(holders), table.c.holder_signature), (tuple(targets), table.c.target_signature)):
        if actors:
            query = query.where(column.in_(lens.signatures_of(actors)))
    query = lens.seen(query, table.c.report).order_by(table.c.day.desc(), table.c.number.desc())
    rows = lens.connection.execute(query.limit(limit or None)).all()
    return Rows(sorted(stance_rows(lens, rows), key=_by_date))


def _by_date(row: StanceRow) -> tuple[str, str, int, str]:
    return row.date, row.evidence.report, row.evidence.start, row.holder.id


def stance_rows(lens: Lens, rows: Sequence[Line]) -> list[StanceRow]:
    """Return stances, those that may be seen, in the order of their rows."""
    reports = lens.reports(row.report for row in rows)
    sides = [side for row in rows for side in (row.holder_signature, row.target_signature) if side is not None]
    homes = lens.homes_of(sides)
    known = lens.who(homes.values())
    found = []
    for row in rows:
        if row.report in reports and not lens.rests_on_left_out([homes[row.holder_signature]]):
            report = reports[row.report]
            target: Who | str = known[homes[row.target_signature]] if row.target is not None else row.cause
            where = lens.evidence(report, row.start, row.end, row.words)
            found.append(StanceRow(known[homes[row.holder_signature]], target, row.polarity, report.date, where))
    return found


def claims(lens: Lens, one: Sequence[int], other: Sequence[int] = (), *, limit: int = 0) -> Rows[ClaimRow]:
    """Return what is claimed of the relation between actors, or of all relations of one, by the period it is about."""
    table = schema.claim
    mine, theirs = lens.signatures_of(one), lens.signatures_of(other)
    first, second = table.c.one_signature, table.c.other_signature
    if theirs:
        where = or_(and_(first.in_(mine), second.in_(theirs)), and_(first.in_(theirs), second.in_(mine)))
    else:
        where = or_(first.in_(mine), second.in_(mine))
    query = lens.seen(select(table).where(where), table.c.report)
    ordered = query.order_by(table.c.day.desc(), table.c.number.desc()).limit(limit or None)
    return Rows(sorted(claim_rows(lens, lens.connection.execute(ordered).all()), key=_by_period))


def claim_rows(lens: Lens, rows: Sequence[Line]) -> list[ClaimRow]:
    """Return claims of relations, those that may be seen, in the order of their rows."""
    reports = lens.reports(row.report for row in rows)
    chains = _chains(lens, rows)
    wanted = {part for row in rows for part in (row.one, row.other, row.holder) if part is not None}
    homes = lens.actors_of(wanted)
    known = lens.who({*homes.values(), *(actor for chain in chains.values() for actor in chain)})
    found = []
    for row in rows:
        chain = chains[row.number]
        holder = homes[row.holder] if row.holder is not None else None
        if row.report not in reports or lens.rests_on_left_out([*chain, *([holder] if holder is not None else [])]):
            continue
        report = reports[row.report]
        found.append(
            ClaimRow(
                parties=(known[homes[row.one]], known[homes[row.other]]),
                change=row.change,
                period=row.period,
                holder=known[holder] if holder is not None else None,
                attribution=names_of(chain, known),
                evidence=lens.evidence(report, row.start, row.end, row.words),
            )
        )
    return found


def _by_period(row: ClaimRow) -> tuple[str, str, str, int]:
    return row.period or row.evidence.date, row.evidence.date, row.evidence.report, row.evidence.start


def _chains(lens: Lens, rows: Sequence[Line]) -> dict[int, list[int]]:
    """Return for each claim the actors of its chain of authority, outermost first."""
    table = schema.appearance
    wanted = {row.number: json.loads(row.attribution) for row in rows}
    numbers: dict[tuple[int, str], int] = {}
    for some in chunks({row.report for row in rows if wanted[row.number]}):
        query = select(table.c.report, table.c.id, table.c.number).where(table.c.report.in_(some))
        numbers.update(((report, one), number) for report, one, number in lens.connection.execute(query))
    homes = lens.actors_of(numbers.values())
    return {row.number: [homes[numbers[row.report, one]] for one in wanted[row.number]] for row in rows}
