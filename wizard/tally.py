"""Counts what is done within a time: in a small file that all processes of one host share, and that may be lost.

No library counts for several processes without a server of its own (limits: Redis, Memcached, MongoDB). The
application's own database would pay a commit for every page that is read.
"""

import sqlite3
from pathlib import Path
from random import randrange
from threading import Lock
from typing import NamedTuple

TABLE = "CREATE TABLE IF NOT EXISTS counted (key BLOB PRIMARY KEY, ends REAL, times INTEGER) WITHOUT ROWID"
COUNT = """
INSERT INTO counted (key, ends, times) VALUES (:key, :at + :seconds, :many) ON CONFLICT (key) DO UPDATE SET
    times = CASE WHEN ends <= :at THEN :many ELSE times + :many END,
    ends = CASE WHEN ends <= :at THEN excluded.ends ELSE ends END
RETURNING times, ends
"""
SWEEP = "DELETE FROM counted WHERE ends <= :at"
SWEPT_EVERY = 1000
WAIT_SECONDS = 0.5


class Counted(NamedTuple):
    times: int
    ends: float
    """When it begins anew, in seconds since 1970."""


class Tally:
    """One a process, opened at the first count: a connection must not be shared over a fork."""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, Lock()
        self._connection: sqlite3.Connection | None = None
        self.failing = False
        """Whether the last count failed, as whoever asked for it notes."""

    def count(self, key: bytes, at: float, seconds: int, many: int = 1) -> Counted:
        """Count so many more, of which 0 only looks; ``sqlite3.Error`` where the file cannot be written."""
        told = {"key": key, "at": at, "seconds": seconds, "many": many}
        with self._lock:
            connection = self._connection = self._connection or self._opened()
            if randrange(SWEPT_EVERY) == 0:  # noqa: S311 -- which count sweeps is no secret
                connection.execute(SWEEP, {"at": at})
            return Counted(*connection.execute(COUNT, told).fetchone())

    def _opened(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self._path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=OFF", TABLE):
            connection.execute(statement)
        return connection

    def __del__(self) -> None:
        if self._connection:
            self._connection.close()
