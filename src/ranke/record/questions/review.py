"""What the record is least sure of and nobody has judged yet, the most useful to know first."""

from collections.abc import Sequence

from sqlalchemy import select

from ranke.answers import DoubtRow, DoubtSide, Rows
from ranke.record.keeping import schema
from ranke.record.questions.lens import Lens
from ranke.record.questions.told import events


def review(lens: Lens, kinds: Sequence[str] = (), *, limit: int = 0) -> Rows[DoubtRow]:
    """Return doubts.

    Args:
        lens: What may be seen.
        kinds: Which kinds of doubt, if not all.
        limit: How many; 0 is all.
    """
    event, account = schema.event, schema.account
    query = (
        select(event.c.number)
        .join(account, account.c.number == event.c.shown)
        .where(event.c.core == 1, event.c.rejected == 0)
    )
    numbers = list(
        lens.connection.execute(query.order_by(account.c.confidence, event.c.id).limit(limit or None)).scalars()
    )
    found = []
    for row in events(lens, numbers):
        side = DoubtSide(row.id, row.type, (row.status, row.rule), row.reports, (row.evidence,))
        found.append(DoubtRow(row.id, "event", "event", f"told with a confidence of {row.confidence}", (side,), row))
    return Rows(found if not kinds or "event" in kinds else [])
