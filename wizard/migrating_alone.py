"""Who migrates does so alone: of several that begin at once, each waits for the one before, and finds its work done."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import NullPool, create_engine, func, select
from sqlalchemy.engine import URL, make_url

MIGRATES = 0x6D696772  # any number that nothing else locks by
PAUSE = 0.2
"""Seconds between two looks."""


@contextmanager
def alone(database_url: str) -> Iterator[None]:
    """Wait until nobody else migrates that database; however a process ends, its turn ends with it."""
    url = make_url(database_url)
    on_file = url.get_backend_name() == "sqlite"
    with _on_file(Path(url.database or "")) if on_file else _on_server(url):
        yield


@contextmanager
def _on_file(database: Path) -> Iterator[None]:
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_name(f"{database.name}-migrating").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def _on_server(url: URL) -> Iterator[None]:
    """Asked for again and again: a statement that waits is itself waited for, by an index that is being built."""
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT", hide_parameters=True)
    try:
        with engine.connect() as connection:
            while not connection.scalar(select(func.pg_try_advisory_lock(MIGRATES))):
                time.sleep(PAUSE)
            yield
    finally:
        engine.dispose()
