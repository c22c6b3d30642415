"""What was filed, what people decided, and the reports in force with the keys by which they find each other."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from ranke.record.keeping.tables.columns import Text, metadata, number, of

migration = Table(
    "migration",
    metadata,
    number(),
    Column("name", Text, nullable=False),
)

version = Table(
    "version",
    metadata,
    Column("report", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),  # current, replaced or withdrawn
    Column("filed", Text, nullable=False),  # when it was filed, UTC
    Column("date", Text, nullable=False),
    Column("digest", Text, nullable=False),  # SHA-256 of head and text, or of the reading where the text is not here
    Column("reader", Text, nullable=False),  # the version of Ranke that made the reading, or "elsewhere"
    Column("sealed", Text, nullable=False),  # SHA-256 of the reading as it stands here
    Column("text", Text),
    Column("reading", Text, nullable=False),  # JSON, as `ranke read --json` writes it
)

judgement = Table(
    "judgement",
    metadata,
    number(),
    Column("kind", Text, nullable=False),  # merge, split, distinct, reject, retype, confirm or unsure
    Column("what", Text, nullable=False),  # actor or event
    Column("members", Text, nullable=False),  # JSON: the anchors on both sides
    Column("value", Text),  # the new type of a retyped event
    Column("note", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("undone", Text),
)

report = Table(
    "report",
    metadata,
    number(),
    Column("id", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("date", Text, nullable=False),
    Column("day", Integer, nullable=False),
    Column("outlet", Text),
    Column("title", Text),
    Column("label", Text, nullable=False),  # what a person would call it: its id, title or first words
    Column("url", Text),
    Column("language", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("component", Integer, index=True),
    Column("echo", Integer, index=True),  # reports of one number are near copies of each other
    Column("sketch", Text),
    Column("telling", Text, nullable=False),
    Column("follows", Integer, ForeignKey("report.number", ondelete="SET NULL")),
    Column("story", Integer),  # the number of the report that the story begins with
    Index("report_by_day", "day"),
    Index("report_by_outlet", "outlet"),
    Index("report_by_story", "story", "day", "id"),
    Index("report_by_follows", "follows"),
)

report_key = Table(
    "report_key",
    metadata,
    Column("key", Text, primary_key=True),
    of("report", key=True),
    Column("day", Integer, nullable=False),
    Index("report_key_by_day", "key", "day"),
    Index("report_key_by_report", "report"),
    sqlite_with_rowid=False,
)

sketch_key = Table(
    "sketch_key",
    metadata,
    Column("key", Text, primary_key=True),
    of("report", key=True),
    Index("sketch_key_by_report", "report"),
    sqlite_with_rowid=False,
)

passage = Table(
    "passage",
    metadata,
    number(),
    of("report"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Index("passage_by_report", "report"),
)
