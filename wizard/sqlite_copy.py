"""A copy of a SQLite database that is in use, as it was at one moment."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

PAGES = 500
PAUSE = 0.001
"""Seconds between two steps, in which others get at the disk."""


def copy(source: Path, target: Path) -> None:
    """Copy it by SQLite's own backup, in steps; ``sqlite3.Error`` where it is damaged.

    One reading transaction is held over all steps: else each write of others would make it begin anew. In WAL nobody
    waits for it.
    """
    target.touch(mode=0o600)
    with closing(_open(source)) as old, closing(_open(target)) as new:
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        old.backup(new, pages=PAGES, sleep=PAUSE)
        old.execute("COMMIT")
        new.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
    check(target)
    with target.open("rb") as file:
        os.fsync(file.fileno())


def check(database: Path) -> None:
    """``sqlite3.DatabaseError`` where a page, an index or a reference is not as it must be."""
    with closing(_open(database)) as connection:
        (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if said != "ok":
            raise sqlite3.DatabaseError("its pages are damaged")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.DatabaseError("a row speaks of another that is not there")


def _open(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(database, isolation_level=None, timeout=30)
