"""Every table that a move carries, typed alike for both kinds of database: ours, and the hand-over's own."""

import json
from hashlib import sha256
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple

from dbos._schemas.system_database import SystemSchema
from sqlalchemy import JSON, Connection, MetaData, Table, func, insert, select
from sqlalchemy.dialects.postgresql import JSONB

import wizard
from wizard import database_snapshot
from wizard.backup_manifest import BackupError
from wizard.models import Table as Ours

AT_ONCE = 500
HANDOVER = "dbos"
"""The schema of the hand-over's tables on PostgreSQL; SQLite has them beside ours."""
LEFT = {"alembic_version", "dbos_migrations", "event_dispatch_kv"}
"""What migrating fills itself, and one that the hand-over has on PostgreSQL alone and never writes to."""
SUM = 1 << 256


class Content(NamedTuple):
    """What a table holds: it is the same for the same rows, in whatever order and database they lie."""

    rows: int
    sha256: str


def tables(connection: Connection) -> list[Table]:
    """In an order in which each row finds what it points at. ``BackupError`` where the database has others too."""
    for module in iter_modules(wizard.__path__, "wizard."):
        if module.name.startswith("wizard.models"):
            import_module(module.name)
    handover = HANDOVER if connection.dialect.name == "postgresql" else None
    known = MetaData()
    for table in Ours.metadata.sorted_tables:
        _null_as_null(table.to_metadata(known))
    for table in SystemSchema.metadata_obj.sorted_tables:
        own = table.to_metadata(known, schema=handover, referred_schema_fn=lambda *_: handover)  # type: ignore[arg-type]
        _null_as_null(own)
    there = {name.rpartition(".")[2] for _, name in database_snapshot.tables(connection)}
    if strange := there - LEFT ^ {table.name for table in known.sorted_tables}:
        raise BackupError(f"Nothing is moved: this version does not know {', '.join(sorted(strange))}.")
    return known.sorted_tables


def _null_as_null(table: Table) -> None:
    """An empty cell of JSON stays one: of itself SQLAlchemy would write the word null."""
    for column in table.columns:
        if isinstance(column.type, JSON):
            column.type = JSON(none_as_null=True)
            if table.schema == HANDOVER:
                column.type = column.type.with_variant(JSONB(none_as_null=True), "postgresql")


def is_empty(connection: Connection, table: Table) -> bool:
    return connection.execute(select(table).limit(1)).first() is None


def copy(old: Connection, source: Table, new: Connection, target: Table) -> None:
    """Write each row of the one into the other."""
    rows = old.execute(select(source).execution_options(yield_per=AT_ONCE))
    for some in rows.mappings().partitions():
        new.execute(insert(target), [dict(row) for row in some])


def content(connection: Connection, table: Table) -> Content:
    """Count the rows, and hash each in one form; of the hashes the sum is kept, for no two databases sort alike."""
    rows, total = 0, 0
    names = sorted(column.name for column in table.columns)
    for row in connection.execute(select(table).execution_options(yield_per=AT_ONCE)).mappings():
        written = json.dumps([_said(row[name]) for name in names], sort_keys=True, ensure_ascii=True)
        total = (total + int.from_bytes(sha256(written.encode()).digest())) % SUM
        rows += 1
    return Content(rows, sha256(total.to_bytes(32)).hexdigest())


def _said(value: Any) -> Any:
    """As canonical JSON has it; what JSON has no word for, under the name of its kind."""
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    said = (
        value.hex()
        if isinstance(value, bytes)
        else value.isoformat()
        if hasattr(value, "isoformat")
        else str(value)
    )
    return {type(value).__name__: said}


def count_on(connection: Connection, table: Table) -> None:
    """PostgreSQL numbers further rows itself: it goes on after the last one."""
    (key, *_) = table.primary_key.columns
    if connection.dialect.name != "postgresql":
        return
    name = f"{table.schema}.{table.name}" if table.schema else table.name
    sequence = connection.scalar(select(func.pg_get_serial_sequence(name, key.name)))
    last = connection.scalar(select(func.max(key))) if sequence else None
    if last is not None:
        connection.execute(select(func.setval(sequence, last)))
