"""Turns at writing to SQLite, which lets one write at a time: who finds it taken there sleeps, longer and longer."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

PAUSE = 0.0005
"""Seconds between two looks at another process' turn: a write takes about as long."""


class Turn:
    """One writer at a time among the threads of this process, and among all that name the same database file.

    SQLite's own lock still decides: whoever takes no turn, such as the hand-over's engine, is kept apart by that. The
    turn ends with the process that holds it, however that ends.
    """

    def __init__(self, database: Path) -> None:
        self._here = Lock()
        self._file = database.with_name(f"{database.name}-turn").open("ab")

    @contextmanager
    def taken(self, seconds: float) -> Iterator[None]:
        """Wait so long at most; ``TimeoutError`` where others write all that time."""
        until = time.monotonic() + seconds
        if not self._here.acquire(timeout=seconds):
            raise TimeoutError
        try:
            self._take(until)
            try:
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)
        finally:
            self._here.release()

    def _take(self, until: float) -> None:
        while True:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as busy:
                if time.monotonic() >= until:
                    raise TimeoutError from busy
                time.sleep(PAUSE)
            else:
                return

    def close(self) -> None:
        self._file.close()
