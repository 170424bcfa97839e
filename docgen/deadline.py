"""Until when a document is worth making: whoever asked for it waits no longer."""

import math
from threading import TIMEOUT_MAX
from time import monotonic


class TooLate(Exception):  # noqa: N818 - reads as what happened
    """The time is over; carries nothing of the request."""


class Deadline:
    """Begins when it is made. What Typst is in the midst of is not broken off: it is asked between the steps."""

    def __init__(self, seconds: float = math.inf) -> None:
        self._end = monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left, as a lock takes them. Raises ``TooLate`` where there are none."""
        left = self._end - monotonic()
        if left <= 0:
            raise TooLate
        return min(left, TIMEOUT_MAX)


NEVER = Deadline()
