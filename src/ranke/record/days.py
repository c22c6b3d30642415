"""Days as the record counts them; the counting itself stands in `ranke.days`, where exports find it too."""

from ranke.days import extent, iso, ordinal

__all__ = ["extent", "iso", "ordinal"]
