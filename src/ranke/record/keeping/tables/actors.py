"""Who is named: appearances in reports, the signatures that they are grouped by, and actors."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, UniqueConstraint

from ranke.record.keeping.tables.columns import Text, metadata, number, of

actor = Table(
    "actor",
    metadata,
    number(),
    Column("id", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("sector", Text),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("appearances", Integer, nullable=False),
    Index("actor_by_appearances", "appearances"),
    Index("actor_by_country", "country", "sector"),
)

signature = Table(
    "signature",
    metadata,
    number(),
    Column("text", Text, nullable=False, unique=True),
    Column("first", Integer),  # the first and the last day of a report in which it appears
    Column("last", Integer),
    Column("component", Integer, index=True),
    Column("actor", Integer, ForeignKey("actor.number"), index=True),
)

signature_key = Table(
    "signature_key",
    metadata,
    Column("key", Text, primary_key=True),
    of("signature", key=True),
    Index("signature_key_by_signature", "signature"),
    sqlite_with_rowid=False,
)

appearance = Table(
    "appearance",
    metadata,
    number(),
    of("report"),
    Column("id", Text, nullable=False),
    Column("handle", Text, nullable=False, index=True),
    Column("day", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("sector", Text),
    Column("aliases", Text, nullable=False),  # JSON
    Column("roles", Text, nullable=False),  # JSON: [title, organization or null, start or null, end or null]
    Column("start", Integer),  # the first mention
    Column("end", Integer),
    of("signature"),
    UniqueConstraint("report", "id"),
    Index("appearance_by_signature", "signature", "day"),
)

office = Table(
    "office",
    metadata,
    of("appearance", key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("organization", Text, nullable=False),  # folded; "" where the text names none
    Index("office_by_organization", "organization"),
    sqlite_with_rowid=False,
)

naming = Table(
    "naming",
    metadata,
    of("signature", key=True),
    Column("name", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("country", Text, primary_key=True),  # "" where unknown
    Column("sector", Text, primary_key=True),  # "" where unknown
    Column("folded", Text, nullable=False, index=True),
    Column("appearances", Integer, nullable=False),
    sqlite_with_rowid=False,
)
