"""The tables of a record.

Two kinds stand apart. What was filed: `version` (every text and reading that ever came in) and `judgement` (what people
decided); nothing in them is overwritten. What follows from it: all other tables, which are made from the current
versions and the judgements, and which another order of filing would fill alike but for the internal numbers. What
fusion has not set yet is null, which no reader of the record ever sees. Days are ISO text, and where they are compared,
whole days of the proleptic Gregorian calendar counted from 0001-01-01 (Python's ordinals). Spans are characters of the
report's text, end exclusive. Tables of pairs are kept in the order of their key, without SQLite's row numbers: a third
less to write, and what belongs to a row stands side by side.
"""

from ranke.record.keeping.tables.actors import actor, appearance, naming, office, signature, signature_key
from ranke.record.keeping.tables.columns import Text, metadata
from ranke.record.keeping.tables.events import (
    account,
    account_key,
    conflict,
    event,
    event_context,
    event_party,
    party,
    tie,
)
from ranke.record.keeping.tables.reports import judgement, migration, passage, report, report_key, sketch_key, version
from ranke.record.keeping.tables.sayings import claim, stance, statement, statement_party

__all__ = [
    "Text",
    "account",
    "account_key",
    "actor",
    "appearance",
    "claim",
    "conflict",
    "event",
    "event_context",
    "event_party",
    "judgement",
    "metadata",
    "migration",
    "naming",
    "office",
    "party",
    "passage",
    "report",
    "report_key",
    "signature",
    "signature_key",
    "sketch_key",
    "stance",
    "statement",
    "statement_party",
    "tie",
    "version",
]
