"""When an event took place, as formats want it: whole days, with nothing made up for what is not known."""

from functools import lru_cache
from typing import NamedTuple

from ranke.days import extent, iso

_FIRST, _LAST = "0001-01-01", "9999-12-31"


class Days(NamedTuple):
    """The first and the last day that a value may mean, as YYYY-MM-DD; null where that end is open or unknown."""

    first: str | None
    last: str | None

    @property
    def day(self) -> str | None:
        """The day, where it is one."""
        return self.first if self.first == self.last else None


@lru_cache(maxsize=65_536)
def days(value: str | None) -> Days:
    """Return the days of an ISO 8601 value."""
    found = extent(value)
    if found is None:
        return Days(None, None)
    first, last = iso(found[0]), iso(found[1])
    return Days(None if first == _FIRST else first, None if last == _LAST else last)
