"""How many documents are made at once, and how many may wait for that: whoever comes beyond is asked to come again.

There is always a thread left that says so, and that answers whether docgen is alive: places and those that wait are
fewer than gunicorn's threads.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from werkzeug.exceptions import TooManyRequests

from docgen.deadline import Deadline

COME_AGAIN = 2
"""Seconds after which a place is likely to be free."""


class Room:
    """The places of one process."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._places = BoundedSemaphore(at_once)
        self._inside = BoundedSemaphore(at_once + waiting)

    @contextmanager
    def place(self, deadline: Deadline) -> Iterator[None]:
        """A place, as soon as one is free. ``TooManyRequests`` where too many wait already, or the time is over."""
        if not self._inside.acquire(blocking=False):
            raise _full()
        try:
            if not self._places.acquire(timeout=deadline.left()):
                raise _full()
            try:
                yield
            finally:
                self._places.release()
        finally:
            self._inside.release()


def _full() -> TooManyRequests:
    return TooManyRequests("All places are taken.", retry_after=COME_AGAIN)
