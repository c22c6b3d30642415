"""Stories: what a reader would follow as one."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select

from ranke.answers import ReportRow, Rows, Story, StoryRow
from ranke.errors import RecordError
from ranke.record.days import iso
from ranke.record.keeping import schema
from ranke.record.keeping.store import rows_in
from ranke.record.questions.actors import partners
from ranke.record.questions.lens import Lens
from ranke.record.questions.timeline import when
from ranke.record.questions.told import events
from ranke.record.stories.stories import Telling, title


def stories(lens: Lens, *, limit: int = 0) -> Rows[StoryRow]:
    """Return the stories of more than one report, and single reports after them; the longest and latest first."""
    table = schema.report
    count, last = func.count(), func.max(table.c.day)
    query = select(table.c.story).group_by(table.c.story)
    if lens.last is not None:
        query = query.where(table.c.day <= lens.last)
    if lens.outlets:
        query = query.where(table.c.outlet.is_(None) | table.c.outlet.not_in(sorted(lens.outlets)))
    total = int(lens.connection.execute(select(func.count()).select_from(query.subquery())).scalar_one())
    first = table.alias()
    named = query.join(first, first.c.number == table.c.story).group_by(first.c.id)
    ordered = named.order_by(count.desc(), last.desc(), first.c.id).limit(limit or None)
    numbers = list(lens.connection.execute(ordered).scalars())
    rows = _rows(lens, numbers)
    return Rows([rows[number] for number in numbers if number in rows], more=total - len(numbers))


def _rows(lens: Lens, numbers: Iterable[int]) -> dict[int, StoryRow]:
    table = schema.report
    by_story: dict[int, list[Any]] = defaultdict(list)
    wanted = list(numbers)
    for row in rows_in(lens.connection, table, "story", wanted):
        if lens.sees(row):
            by_story[row.story].append(row)
    firsts = {row.number: row.id for row in rows_in(lens.connection, table, "number", wanted)}
    counts = _event_counts(lens, wanted)
    found = {}
    for number, rows in by_story.items():
        name = title(Telling.load(row.telling) for row in rows)
        days = [row.day for row in rows]
        found[number] = StoryRow(firsts[number], name, iso(min(days)), iso(max(days)), len(rows), counts.get(number, 0))
    return found


def _event_counts(lens: Lens, numbers: list[int]) -> dict[int, int]:
    """Return how many core events the reports of each story tell."""
    account, report = schema.account, schema.report
    query = (
        select(report.c.story, func.count(account.c.event.distinct()))
        .join(account, account.c.report == report.c.number)
        .where(report.c.story.in_(numbers), account.c.core == 1)
        .group_by(report.c.story)
    )
    if lens.last is not None:
        query = query.where(report.c.day <= lens.last)
    return dict(tuple(row) for row in lens.connection.execute(query))


def story(lens: Lens, name: str) -> Story:
    """Return one story: its reports, who is in it, and the events that it is about.

    Args:
        lens: What may be seen.
        name: The id of any of its reports or the beginning of it, or its place in `stories`, counted from 1.

    Raises:
        RecordError: If there is no such story.
    """
    number = _number(lens, name)
    rows = _rows(lens, [number])
    table = schema.report
    reports = [row for row in rows_in(lens.connection, table, "story", [number]) if lens.sees(row)]
    if not reports:
        message = f"no story {name!r} as far as this view goes; see ranke stories"
        raise RecordError(message)
    reports.sort(key=lambda row: (row.day, row.id))
    account = schema.account
    query = select(account.c.event).join(table).where(table.c.story == number, account.c.core == 1).distinct()
    told = events(lens, sorted(lens.connection.execute(query).scalars()))
    ordered = Rows(sorted((row for row in told if not row.rejected), key=when))
    return Story(rows[number], tuple(_report(lens, row, reports) for row in reports), partners(ordered, set()), ordered)


def _number(lens: Lens, name: str) -> int:
    table = schema.report
    row = lens.connection.execute(select(table.c.story).where(table.c.id == name)).first()
    if row is not None:
        return int(row.story)
    if name.isdecimal() and int(name) > 0:
        listed = stories(lens, limit=int(name))
        if len(listed) == int(name):
            return _number(lens, listed[-1].id)
    start = table.c.id.startswith(name, autoescape=True)
    found = list(lens.connection.execute(select(table.c.story).where(start).distinct().limit(2)).scalars())
    if len(found) != 1 or not name:
        reason = "more than one story" if found else "no story"
        message = f"{reason} of this record begins with {name!r}; see ranke stories"
        raise RecordError(message)
    return int(found[0])


def _report(lens: Lens, row: Any, reports: Iterable[Any]) -> ReportRow:  # noqa: ANN401 - a row
    ids = {one.number: one.id for one in reports}
    table = schema.report
    echoes: tuple[str, ...] = ()
    if row.echo is not None:
        query = select(table.c.number).where(table.c.echo == row.echo, table.c.number != row.number)
        echoes = tuple(sorted(one.id for one in lens.reports(lens.connection.execute(query).scalars()).values()))
    return ReportRow(row.id, row.date, row.outlet, row.title, row.url, ids.get(row.follows), echoes)
