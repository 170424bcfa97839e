"""Turns at writing to SQLite, which lets one write at a time and wakes nobody: who waits sleeps and tries again."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock


class Turn:
    """One writer at a time among the threads of this process, and among all that name the same database file.

    SQLite's own lock still decides: whoever takes no turn, such as the hand-over's engine, is kept apart by that. The
    turn ends with the process that holds it, however that ends.
    """

    def __init__(self, database: Path) -> None:
        self._here = Lock()
        self._file = database.with_name(f"{database.name}-turn").open("ab")

    @contextmanager
    def taken(self) -> Iterator[None]:
        with self._here:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        self._file.close()
