"""What happened: accounts of reports, the events that they are of, and where they differ."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, UniqueConstraint, text
from sqlalchemy import Float as Real

from ranke.record.keeping.tables.columns import Text, metadata, number, of

_PLACED = text("place IS NOT NULL")
"""What the index of places has: few events have one."""

event = Table(
    "event",
    metadata,
    number(),
    Column("id", Text, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("cameo", Text, nullable=False),
    Column("goldstein", Real, nullable=False),
    Column("intensity", Real, nullable=False),
    Column("status", Text, nullable=False),
    Column("date", Text),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("known", Integer, nullable=False),  # the day of the first report that tells of it
    Column("heard", Integer, nullable=False),  # and of the last one
    Column("place", Text),
    Column("core", Integer, nullable=False),
    Column("accounts", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("shown", Integer, nullable=False),  # the account that is shown for it
    Index("event_by_first", "first", "known"),
    Index("event_by_type", "type", "first"),
    Index("event_by_place", "place", "rejected", "id", sqlite_where=_PLACED, postgresql_where=_PLACED),
)

event_party = Table(
    "event_party",
    metadata,
    of("event", key=True),
    of("actor", key=True),
    Column("role", Text, primary_key=True),  # source or target
    Column("first", Integer, nullable=False),
    Index("event_party_by_actor", "actor", "first", "event", "role"),
    sqlite_with_rowid=False,
)

tie = Table(
    "tie",
    metadata,
    # Two actors by number, the smaller first, who take part in one event. They point at no row of `actor`: a tie falls
    # with its event, and is written anew where one of its actors becomes another.
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("other", Integer, primary_key=True, autoincrement=False),
    of("event", key=True),
    Column("across", Integer, nullable=False),  # whether one is its source and the other its target
    Column("done", Integer, nullable=False),  # whether it happened or goes on
    Column("id", Text, nullable=False),  # the event's, as all that follows
    Column("type", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("intensity", Real, nullable=False),
    Column("goldstein", Real, nullable=False),
    Index("tie_by_event", "event"),
    Index("tie_by_other", "other"),
    sqlite_with_rowid=False,
)

event_context = Table(
    "event_context",
    metadata,
    of("event", key=True),
    Column("context", Text, primary_key=True),
    Column("first", Integer, nullable=False),
    Index("event_context_by_context", "context", "first", "event"),
    sqlite_with_rowid=False,
)

account = Table(
    "account",
    metadata,
    number(),
    of("report"),
    Column("id", Text, nullable=False),
    Column("handle", Text, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("cameo", Text, nullable=False),
    Column("contexts", Text, nullable=False),  # divided by semicolons
    Column("status", Text, nullable=False),
    Column("date", Text),
    Column("place", Text),
    Column("core", Integer, nullable=False),
    Column("inferred", Text, nullable=False, server_default=""),
    Column("confidence", Real, nullable=False),
    Column("rule", Text, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("words", Text, nullable=False),  # of the evidence; "" where the text is not here
    Column("features", Text, nullable=False),  # what fusion compares
    Column("component", Integer, index=True),
    Column("event", Integer, ForeignKey("event.number"), index=True),
    UniqueConstraint("report", "id"),
    Index("account_by_report", "report", "core", "event"),
)

account_key = Table(
    "account_key",
    metadata,
    Column("key", Text, primary_key=True),
    of("account", key=True),
    Index("account_key_by_account", "account"),
    sqlite_with_rowid=False,
)

party = Table(
    "party",
    metadata,
    of("account", key=True),
    Column("role", Text, primary_key=True),  # source, target or authority
    Column("position", Integer, primary_key=True, autoincrement=False),
    of("appearance"),
    Index("party_by_appearance", "appearance"),
    sqlite_with_rowid=False,
)

conflict = Table(
    "conflict",
    metadata,
    number(),
    of("event"),
    Column("about", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("sides", Text, nullable=False),  # JSON: for each side its value and its accounts' numbers
    Index("conflict_by_event", "event"),
    Index("conflict_by_first", "first"),
)
