"""How often somebody may ask: a bucket that fills up with time, for each address and kind of request."""

import time
from collections import OrderedDict
from collections.abc import Callable
from math import ceil

RATES = {"read": (400, 40.0), "write": (60, 2.0), "token": (10, 0.1)}
"""For each kind of request: how many at once, and how many a second after that.

A page needs three requests; a token is tried ten times at once, and then six times a minute.
"""

_KEPT = 10_000
"""Addresses that are remembered; the one that asked longest ago is forgotten first."""


class Rates:
    """Counts requests.

    Args:
        clock: Returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def take(self, who: str, what: str) -> int:
        """Count one request.

        Args:
            who: The address that it comes from.
            what: The kind of request, one of `RATES`.

        Returns:
            0 if it may be answered, else the seconds after which it may.
        """
        most, a_second = RATES[what]
        now = self._clock()
        left, then = self._left.pop((who, what), (float(most), now))
        left = min(most, left + (now - then) * a_second)
        allowed = left >= 1
        self._left[who, what] = (left - 1 if allowed else left, now)
        while len(self._left) > _KEPT:
            self._left.popitem(last=False)
        return 0 if allowed else ceil((1 - left) / a_second)
