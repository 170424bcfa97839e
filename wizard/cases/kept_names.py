"""What the files are called that rows speak of; several rows of one case may speak of one."""

import uuid
from collections.abc import Iterable, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from wizard.files.interface import FORMER
from wizard.models import Attachment, Document
from wizard.tools import Tools

TABLES = (Attachment, Document)
FILES_LOCK = 25
"""PostgreSQL's locks are named by numbers: these are of files, and of nothing else."""


def called(stored: str | None, row_id: uuid.UUID) -> str:
    """The name of a row's file."""
    return stored or row_id.hex


def name_kept(tools: Tools, row_id: uuid.UUID) -> str:
    """The same, by the row's id alone; of a row that is gone, what it was called at first."""
    with tools.store.read() as db:
        found = (db.scalar(select(table.stored).where(table.id == row_id)) for table in TABLES)
        return called(next(filter(None, found), None), row_id)


def names_of(db: Session, case_id: uuid.UUID) -> list[str]:
    """The names of all files of a case, each once."""
    rows = (
        row
        for table in TABLES
        for row in db.execute(select(table.stored, table.id).where(table.case_id == case_id))
    )
    return list(dict.fromkeys(called(stored, row_id) for stored, row_id in rows))


def hold_name(db: Session, name: str) -> None:
    """Until the transaction ends nobody else adds a row for that file, or takes it away.

    On SQLite there is one writing transaction at a time anyway.
    """
    if db.get_bind().dialect.name == "postgresql":
        key = int.from_bytes(bytes.fromhex(name[:8]), signed=True)
        db.execute(select(func.pg_advisory_xact_lock(FILES_LOCK, key)))


def still_kept(db: Session, tools: Tools, name: str) -> bool:
    """Whether the file is there, before a row is added for it; then it stays. ``OSError`` where nobody can tell.

    It was put there without a lock, and its namesake may just have lost its last row.
    """
    hold_name(db, name)
    return tools.blobs.has(name)


def drop(tools: Tools, name: str) -> bool:
    """Delete a file that no row speaks of any more; gives whether it was so."""
    with tools.store.write() as db:
        hold_name(db, name)
        if name not in _without_row(db, [name]):
            return False
        tools.blobs.delete(name)
    return True


def without_row(tools: Tools, names: Iterable[str]) -> set[str]:
    """Those of the files that no row speaks of now."""
    with tools.store.read() as db:
        return _without_row(db, names)


def _without_row(db: Session, names: Iterable[str]) -> set[str]:
    found = set(names)
    ids = {uuid.UUID(name) for name in found if FORMER.fullmatch(name)}
    for table in TABLES:
        found -= set(db.scalars(select(table.stored).where(table.stored.in_(found))))
        former = select(table.id).where(table.id.in_(ids), table.stored.is_(None))
        found -= {row_id.hex for row_id in db.scalars(former)} if ids else set()
    return found


def each_row(tools: Tools) -> Iterator[tuple[str, uuid.UUID]]:
    """The name and the case of every file that a row speaks of now."""
    for table in TABLES:
        with tools.store.read() as db:
            rows = db.execute(select(table.stored, table.id, table.case_id)).all()
        yield from ((called(stored, row_id), case_id) for stored, row_id, case_id in rows)
