"""The database as it is at one moment, copied beside the counts and the files that its rows speak of."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, NullPool, create_engine, func, inspect, null, select, table
from sqlalchemy.engine import make_url

from wizard import postgresql_copy, sqlite_copy
from wizard.backup_manifest import BackupError
from wizard.cases.kept_names import called
from wizard.models import Attachment, Document
from wizard.store import open_engine

OURS = ("information_schema",)
"""Schemas of PostgreSQL's own, beside those that begin with pg_."""


@dataclass(frozen=True)
class Snapshot:
    migration: str
    rows: dict[str, int]
    files: set[str]
    """The names of those that rows speak of."""


def take(url: str, target: Path) -> Snapshot:
    """Copy it to ``target``; what is told is told of the copy. ``BackupError`` where it cannot be copied."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return _dumped(url, target)
    source = Path(parsed.database or "")
    if not source.is_file():
        raise BackupError(f"There is no database at {source}.")
    try:
        sqlite_copy.copy(source, target)
    except sqlite3.Error as error:
        raise BackupError(f"The database cannot be copied: {error}.") from error
    return look(f"sqlite:///{target}")


def _dumped(url: str, target: Path) -> Snapshot:
    engine = open_engine(url, writes=False)
    try:
        with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
            name = str(connection.scalar(select(func.pg_export_snapshot())))
            postgresql_copy.dump(engine.url, name, target)
            return _look(connection)
    finally:
        engine.dispose()


def look(url: str) -> Snapshot:
    """What is in a database now; a copy in SQLite stays one file, as ``store`` would not leave it."""
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    try:
        with engine.connect() as connection:
            return _look(connection)
    finally:
        engine.dispose()


def _look(connection: Connection) -> Snapshot:
    rows = {
        name: connection.scalar(
            select(func.count()).select_from(table(name.rpartition(".")[2], schema=schema))
        )
        or 0
        for schema, name in tables(connection)
    }
    return Snapshot(
        str(MigrationContext.configure(connection).get_current_revision()), rows, _files(connection)
    )


def _files(connection: Connection) -> set[str]:
    """A database of an earlier version is backed up too, before it is brought up to this one."""
    found = set[str]()
    for one in (Attachment, Document):
        known = {column["name"] for column in inspect(connection).get_columns(one.__tablename__)}
        named = one.stored if "stored" in known else null()
        found |= {called(stored, key) for stored, key in connection.execute(select(named, one.id))}
    return found


def tables(connection: Connection) -> list[tuple[str | None, str]]:
    """Every table, the hand-over's own with them, by its schema and its full name."""
    seen = inspect(connection)
    if connection.dialect.name == "sqlite":
        return [(None, name) for name in sorted(seen.get_table_names())]
    schemas = [name for name in seen.get_schema_names() if name not in OURS and not name.startswith("pg_")]
    return [
        (schema, f"{schema}.{name}") for schema in schemas for name in sorted(seen.get_table_names(schema))
    ]
