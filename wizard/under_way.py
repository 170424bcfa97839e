"""What this process is doing, so that it finds what is said to be its own work and is not.

Work goes from the queue to a worker by one transaction, and is begun after it. Where the database goes away between the
two, the work stands there as this worker's, and nobody does it: a worker that is alive is not taken over from.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

_doing: set[str] = set()


@contextmanager
def doing(workflow_id: str) -> Iterator[None]:
    """What happens inside is that work."""
    _doing.add(workflow_id)
    try:
        yield
    finally:
        _doing.discard(workflow_id)


class Forgotten:
    """What one worker has seen to stand as its own while it did not do it."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._since: dict[str, float] = {}

    def among(self, own: Iterable[str]) -> set[str]:
        """Those that have stood so for the time."""
        now = self._clock()
        self._since = {one: self._since.get(one, now) for one in set(own) - _doing}
        return {one for one, since in self._since.items() if now - since >= self._seconds}
