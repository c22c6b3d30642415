"""What was said: statements, stances, and claims of how two actors stand to each other."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, UniqueConstraint

from ranke.record.keeping.tables.columns import Text, metadata, number, of

statement = Table(
    "statement",
    metadata,
    number(),
    of("report"),
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
    of("statement", key=True),
    Column("role", Text, primary_key=True),  # speaker, addressee, authority or about
    Column("position", Integer, primary_key=True, autoincrement=False),
    of("appearance"),
    of("signature"),
    Column("day", Integer, nullable=False),
    Index("statement_party_by_signature", "signature", "role", "day", "statement"),
    Index("statement_party_by_appearance", "appearance"),
    sqlite_with_rowid=False,
)

stance = Table(
    "stance",
    metadata,
    number(),
    of("report"),
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
    number(),
    of("report"),
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
