"""Stories: what a reader would follow as one."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from typing import Any

from sqlalchemy import Select, func, select

from ranke.answers import Rows, Story, StoryRow
from ranke.days import iso
from ranke.errors import RecordError
from ranke.record.keeping import schema
from ranke.record.keeping.store import chunks, rows_in
from ranke.record.questions.actors import partners
from ranke.record.questions.lens import Lens
from ranke.record.questions.reports import report_rows, story_ids
from ranke.record.questions.timeline import when
from ranke.record.questions.told import events
from ranke.record.questions.visible import reports
from ranke.record.stories.stories import Telling, title

_NAMED_BY = 3
"""Reports that give a story its name: its first ones."""

_LONGEST = 900
"""Stories that are looked up one by one at most, to put them in order."""


def stories(lens: Lens, *, limit: int = 0) -> Rows[StoryRow]:
    """Return the stories of more than one report, and single reports after them; the longest and latest first."""
    ordered, total = _in_order(lens, limit)
    rows = story_rows(lens, ordered)
    return Rows(list(rows.values()), more=total - len(rows))


type Sums = tuple[int, int, int, int]
"""A story's number, the first and the last day of its reports that may be seen, and how many these are."""


def sums(lens: Lens) -> Select[Any]:
    """Return a query of the sums of stories, which the index of stories answers alone."""
    table = schema.report
    first, last = func.min(table.c.day).label("first"), func.max(table.c.day).label("last")
    query = select(table.c.story, first, last, func.count().label("reports"))
    return reports(lens, query).group_by(table.c.story)


def _in_order(lens: Lens, limit: int) -> tuple[list[Sums], int]:
    """Return the sums of stories, those of most reports first, then those last heard of; and how many there are."""
    table, count = schema.report, func.count()
    sizes = lens.connection.execute(reports(lens, select(table.c.story, count).group_by(table.c.story))).all()
    ordered = sums(lens).order_by(count.desc(), func.max(table.c.day).desc(), func.min(table.c.id))
    if limit and len(sizes) > limit:
        # Only of the longest ones, if these are few, all else is looked up.
        least = nlargest(limit, (size for _, size in sizes))[-1]
        longest = [story for story, size in sizes if size >= least]
        if len(longest) <= _LONGEST:
            ordered = ordered.where(table.c.story.in_(longest))
    rows = lens.connection.execute(ordered.limit(limit or None)).all()
    return [(row.story, row.first, row.last, row.reports) for row in rows], len(sizes)


def story_rows(lens: Lens, given: Sequence[Sums]) -> dict[int, StoryRow]:
    """Return stories by number, in the order of their sums."""
    numbers = [number for number, *_ in given]
    names = _titles(lens, numbers)
    firsts, counts = story_ids(lens, numbers), _event_counts(lens, numbers)
    return {
        story: StoryRow(firsts[story], names[story], iso(first), iso(last), count, counts.get(story, 0))
        for story, first, last, count in given
    }


def _titles(lens: Lens, numbers: Sequence[int]) -> dict[int, str]:
    """Return what each story is called, from its first reports and its days."""
    table = schema.report
    story, one = table.alias(), table.alias()
    # Each of the first reports is looked up in the index of stories: a story may have many thousands.
    inside = reports(lens, select(one.c.number).where(one.c.story == story.c.number), one)
    inside = inside.order_by(one.c.day, one.c.id)
    nth = [inside.offset(place).limit(1).scalar_subquery() for place in range(_NAMED_BY)]
    firsts = lens.connection.execute(select(*nth).where(story.c.number.in_(numbers))).all()
    wanted = {number: place for row in firsts for place, number in enumerate(row) if number is not None}
    tellings: dict[int, list[Telling]] = defaultdict(list)
    query = select(table.c.number, table.c.story, table.c.telling)
    for some in chunks(sorted(wanted)):
        rows = lens.connection.execute(query.where(table.c.number.in_(some)))
        for row in sorted(rows, key=lambda row: wanted[row.number]):
            tellings[row.story].append(Telling.load(row.telling, briefly=True))
    return {story: title(some) for story, some in tellings.items()}


def _event_counts(lens: Lens, numbers: Sequence[int]) -> dict[int, int]:
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


def story(lens: Lens, name: str, *, limit: int = 0) -> Story:
    """Return one story: its reports, who is in it, and the events that it is about.

    Args:
        lens: What may be seen.
        name: The id of any of its reports or the beginning of it, or its place in `stories`, counted from 1.
        limit: How many reports and events, the latest.

    Raises:
        RecordError: If there is no such story.
    """
    number = _number(lens, name)
    table, account = schema.report, schema.account
    columns = (table.c.number, table.c.id, table.c.date, table.c.outlet, table.c.title, table.c.url)
    told_of = select(*columns, table.c.follows, table.c.echo)
    latest = reports(lens, told_of.where(table.c.story == number)).order_by(table.c.day.desc(), table.c.id.desc())
    given = lens.connection.execute(latest.limit(limit or None)).all()[::-1]
    if not given:
        message = f"no story {name!r} as far as this view goes; see ranke stories"
        raise RecordError(message)
    place = {row.number: number for number, row in enumerate(given)}
    core = [row for row in rows_in(lens.connection, account, "report", place) if row.core]
    core.sort(key=lambda row: (place[row.report], row.trigger_start, row.handle), reverse=True)
    latest_told = list(dict.fromkeys(row.event for row in core))
    told = events(lens, latest_told[:limit] if limit else latest_told)
    ordered = Rows(sorted((row for row in told if not row.rejected), key=when))
    shown = tuple(report_rows(lens, given))
    row = lens.connection.execute(sums(lens).where(table.c.story == number)).one()
    own = story_rows(lens, [(row.story, row.first, row.last, row.reports)])[number]
    return Story(own, shown, partners(ordered, set()), ordered)


def _number(lens: Lens, name: str) -> int:
    table = schema.report
    row = lens.connection.execute(select(table.c.story).where(table.c.id == name)).first()
    if row is not None:
        return int(row.story)
    if name.isdecimal() and int(name) > 0:
        listed, _ = _in_order(lens, int(name))
        if len(listed) == int(name):
            return listed[-1][0]
    start = table.c.id.startswith(name, autoescape=True)
    found = list(lens.connection.execute(select(table.c.story).where(start).distinct().limit(2)).scalars())
    if len(found) != 1 or not name:
        reason = "more than one story" if found else "no story"
        message = f"{reason} of this record begins with {name!r}; see ranke stories"
        raise RecordError(message)
    return int(found[0])
