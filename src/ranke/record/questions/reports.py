"""Reports as answers list them, and which one is meant by an id."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import select

from ranke.answers import ReportRow
from ranke.errors import RecordError
from ranke.record.keeping import schema
from ranke.record.keeping.store import Line, chunks
from ranke.record.questions.lens import Lens


def report_called(lens: Lens, name: str) -> Line:
    """Return the row of a report.

    Args:
        lens: What may be seen.
        name: Its id, or the beginning of it.

    Raises:
        RecordError: If there is none in this view, or more than one.
    """
    table = schema.report
    found = lens.connection.execute(select(table).where(table.c.id == name)).all()
    if not found and name:
        start = table.c.id.startswith(name, autoescape=True)
        found = lens.connection.execute(select(table).where(start).order_by(table.c.id).limit(2)).all()
    if len(found) != 1:
        reason = "more than one report" if found else "no report"
        message = f"{reason} of this record begins with {name!r}; see the reports in ranke search or ranke story"
        raise RecordError(message)
    if not lens.sees(found[0]):
        message = f"report {found[0].id} is not in this view; ask without --as-of and --without"
        raise RecordError(message)
    return found[0]


def report_rows(lens: Lens, rows: Sequence[Line]) -> list[ReportRow]:
    """Return reports with what each follows and which texts are nearly the same."""
    table = schema.report
    echoes: dict[int | None, list[str]] = defaultdict(list)
    for some in chunks(sorted({row.echo for row in rows if row.echo is not None})):
        numbers = lens.connection.execute(select(table.c.number).where(table.c.echo.in_(some))).scalars().all()
        for row in lens.reports(numbers).values():
            echoes[row.echo].append(row.id)
    followed = lens.reports({row.follows for row in rows if row.follows is not None})
    return [
        ReportRow(
            row.id,
            row.date,
            row.outlet,
            row.title,
            row.url,
            followed[row.follows].id if row.follows in followed else None,
            tuple(sorted(one for one in echoes[row.echo] if one != row.id)) if row.echo is not None else (),
        )
        for row in rows
    ]


def story_ids(lens: Lens, stories: Iterable[int | None]) -> dict[int, str]:
    """Return the ids of stories by number: those of the reports that they begin with."""
    table = schema.report
    return {
        number: one
        for some in chunks(sorted({story for story in stories if story is not None}))
        for number, one in lens.connection.execute(select(table.c.number, table.c.id).where(table.c.number.in_(some)))
    }
