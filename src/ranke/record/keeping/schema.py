"""The tables of a record.

Two kinds stand apart. What was filed: `version` (every text and reading that ever came in) and `judgement` (what people
decided); nothing in them is overwritten. What follows from it: all other tables, which are made from the current
versions and the judgements, and which another order of filing would fill alike but for the internal numbers. What
fusion has not set yet is null, which no reader of the record ever sees. Days are ISO text, and where they are compared,
whole days of the proleptic Gregorian calendar counted from 0001-01-01 (Python's ordinals). Spans are characters of the
report's text, end exclusive. Tables of pairs are kept in the order of their key, without SQLite's row numbers: a third
less to write, and what belongs to a row stands side by side.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, UniqueConstraint, text
from sqlalchemy import Float as Real
from sqlalchemy import Text as AnyText

metadata = MetaData()

Text = AnyText().with_variant(AnyText(collation="C"), "postgresql")
"""Text that sorts by code point everywhere, so that the same record answers in the same order."""


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=False)


def _of(table: str, name: str = "", *, key: bool = False) -> Column[int]:
    """Return a column that points at a row of another table and falls with it."""
    target = ForeignKey(f"{table}.number", ondelete="CASCADE")
    return Column(name or table, Integer, target, primary_key=key, nullable=False)


migration = Table(
    "migration",
    metadata,
    _number(),
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
    _number(),
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
    _number(),
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
    _of("report", key=True),
    Column("day", Integer, nullable=False),
    Index("report_key_by_day", "key", "day"),
    Index("report_key_by_report", "report"),
    sqlite_with_rowid=False,
)

sketch_key = Table(
    "sketch_key",
    metadata,
    Column("key", Text, primary_key=True),
    _of("report", key=True),
    Index("sketch_key_by_report", "report"),
    sqlite_with_rowid=False,
)

passage = Table(
    "passage",
    metadata,
    _number(),
    _of("report"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Index("passage_by_report", "report"),
)

actor = Table(
    "actor",
    metadata,
    _number(),
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
    _number(),
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
    _of("signature", key=True),
    Index("signature_key_by_signature", "signature"),
    sqlite_with_rowid=False,
)

appearance = Table(
    "appearance",
    metadata,
    _number(),
    _of("report"),
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
    _of("signature"),
    UniqueConstraint("report", "id"),
    Index("appearance_by_signature", "signature", "day"),
)

office = Table(
    "office",
    metadata,
    _of("appearance", key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("organization", Text, nullable=False),  # folded; "" where the text names none
    Index("office_by_organization", "organization"),
    sqlite_with_rowid=False,
)

naming = Table(
    "naming",
    metadata,
    _of("signature", key=True),
    Column("name", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("country", Text, primary_key=True),  # "" where unknown
    Column("sector", Text, primary_key=True),  # "" where unknown
    Column("folded", Text, nullable=False, index=True),
    Column("appearances", Integer, nullable=False),
    sqlite_with_rowid=False,
)

_PLACED = text("place IS NOT NULL")
"""What the index of places has: few events have one."""

event = Table(
    "event",
    metadata,
    _number(),
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
    _of("event", key=True),
    _of("actor", key=True),
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
    _of("event", key=True),
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
    _of("event", key=True),
    Column("context", Text, primary_key=True),
    Column("first", Integer, nullable=False),
    Index("event_context_by_context", "context", "first", "event"),
    sqlite_with_rowid=False,
)

account = Table(
    "account",
    metadata,
    _number(),
    _of("report"),
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
    _of("account", key=True),
    Index("account_key_by_account", "account"),
    sqlite_with_rowid=False,
)

party = Table(
    "party",
    metadata,
    _of("account", key=True),
    Column("role", Text, primary_key=True),  # source, target or authority
    Column("position", Integer, primary_key=True, autoincrement=False),
    _of("appearance"),
    Index("party_by_appearance", "appearance"),
    sqlite_with_rowid=False,
)

statement = Table(
    "statement",
    metadata,
    _number(),
    _of("report"),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("date", Text),
    Column("day", Integer, nullable=False),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    UniqueConstraint("report", "id"),
    Index("statement_by_day", "day"),
)

statement_party = Table(
    "statement_party",
    metadata,
    _of("statement", key=True),
    Column("role", Text, primary_key=True),  # speaker, addressee, authority or about
    Column("position", Integer, primary_key=True, autoincrement=False),
    _of("appearance"),
    _of("signature"),
    Column("day", Integer, nullable=False),
    Index("statement_party_by_signature", "signature", "role", "day", "statement"),
    Index("statement_party_by_appearance", "appearance"),
    sqlite_with_rowid=False,
)

stance = Table(
    "stance",
    metadata,
    _number(),
    _of("report"),
    Column("day", Integer, nullable=False),
    Column("holder", Integer, ForeignKey("appearance.number", ondelete="CASCADE"), nullable=False),
    Column("holder_signature", Integer, ForeignKey("signature.number"), nullable=False),
    Column("target", Integer, ForeignKey("appearance.number", ondelete="CASCADE")),
    Column("target_signature", Integer, ForeignKey("signature.number")),
    Column("cause", Text),  # a plan, policy or cause, where the target is no actor
    Column("polarity", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Index("stance_by_report", "report"),
    Index("stance_by_holder", "holder"),
    Index("stance_by_target", "target"),
    Index("stance_by_signature", "holder_signature", "target_signature"),
    Index("stance_by_target_signature", "target_signature"),
)

claim = Table(
    "claim",
    metadata,
    _number(),
    _of("report"),
    Column("id", Text, nullable=False),
    Column("day", Integer, nullable=False),
    Column("one", Integer, ForeignKey("appearance.number", ondelete="CASCADE"), nullable=False),
    Column("one_signature", Integer, ForeignKey("signature.number"), nullable=False),
    Column("other", Integer, ForeignKey("appearance.number", ondelete="CASCADE"), nullable=False),
    Column("other_signature", Integer, ForeignKey("signature.number"), nullable=False),
    Column("change", Text, nullable=False),
    Column("period", Text),
    Column("holder", Integer, ForeignKey("appearance.number", ondelete="CASCADE")),
    Column("attribution", Text, nullable=False),  # JSON: ids in the reading, outermost first
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Index("claim_by_report", "report"),
    Index("claim_by_one", "one"),
    Index("claim_by_other", "other"),
    Index("claim_by_signature", "one_signature", "other_signature"),
    Index("claim_by_other_signature", "other_signature"),
)

conflict = Table(
    "conflict",
    metadata,
    _number(),
    _of("event"),
    Column("about", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("first", Integer, nullable=False),
    Column("sides", Text, nullable=False),  # JSON: for each side its value and its accounts' numbers
    Index("conflict_by_event", "event"),
    Index("conflict_by_first", "first"),
)
