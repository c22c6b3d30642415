"""What the columns of all tables are made of."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData
from sqlalchemy import Text as AnyText

metadata = MetaData()

Text = AnyText().with_variant(AnyText(collation="C"), "postgresql")
"""Text that sorts by code point everywhere, so that the same record answers in the same order."""


def number() -> Column[int]:
    """Return the column of a row's number."""
    return Column("number", Integer, primary_key=True, autoincrement=False)


def of(table: str, name: str = "", *, key: bool = False) -> Column[int]:
    """Return a column that points at a row of another table and falls with it."""
    target = ForeignKey(f"{table}.number", ondelete="CASCADE")
    return Column(name or table, Integer, target, primary_key=key, nullable=False)
