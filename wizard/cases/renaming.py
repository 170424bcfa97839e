"""The daily chore that gives files the name of their content: those that have their row's id, or older keys' names.

It begins some days after a version came that knows the names, so that the version before still finds what it wrote, in
processes that run beside and where somebody goes back to it. After a further look-up key it begins at once.
"""

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import cast

import structlog
from sqlalchemy import or_, select, update

from wizard.cases.filed import drop_bytes
from wizard.cases.kept_names import TABLES, called, still_kept
from wizard.files.naming import ending, name_of
from wizard.models import Attachment, Document
from wizard.models_workers import Chore
from wizard.tools import Tools
from wizard.vault import SealBrokenError

FORMER_STAY = timedelta(days=7)
SEEN = "files_by_content"
"""The chore by which it is known since when this version is here."""
MOST = 20_000
"""So many go in one day, lest the rest of the day's work wait."""
AT_ONCE = 500

Kept = Attachment | Document

log = structlog.get_logger()


def rename(tools: Tools, most: int = MOST) -> int:
    """Rename what is due; gives how many rows. May be killed anywhere and repeated: a row has a file at any time."""
    former = _former_may_go(tools)
    done = 0
    for table in TABLES:
        for row in _due(tools, table, former=former):
            if done >= most:
                return done
            done += _renamed(tools, row)
    return done


def _former_may_go(tools: Tools) -> bool:
    with tools.store.write() as db:
        seen = db.get(Chore, SEEN)
        if seen is None:
            db.add(Chore(name=SEEN, taken_by=None, taken_at=tools.clock(), done_at=None))
            return False
        return tools.clock() - seen.taken_at >= FORMER_STAY


def _due(tools: Tools, table: type[Attachment] | type[Document], *, former: bool) -> Iterator[Kept]:
    older = table.stored.not_like(f"%{ending(tools.vault)}")
    last = uuid.UUID(int=0)
    while True:
        due = select(table).where(or_(older, table.stored.is_(None)) if former else older, table.id > last)
        with tools.store.read() as db:
            rows = cast("Sequence[Kept]", db.scalars(due.order_by(table.id).limit(AT_ONCE)).all())
        if not rows:
            return
        yield from rows
        last = rows[-1].id


def _renamed(tools: Tools, row: Kept) -> bool:
    """One that cannot be read, or is another than its row says, stays as it is, and no other waits for it."""
    former = called(row.stored, row.id)
    try:
        sha256 = _sha256(tools, row)
        name = name_of(tools.vault, row.case_id, sha256)
        content = _content(tools, former, sha256)
        tools.blobs.put(name, content)
        renamed = _told(tools, row, name, content)
    except (OSError, SealBrokenError) as error:
        log.warning("file_not_renamed", file=former, cause=type(error).__name__)
        return False
    drop_bytes(tools, former if renamed else name)
    return renamed


def _content(tools: Tools, name: str, sha256: str) -> bytes:
    content = tools.blobs.get(name)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise SealBrokenError("not the content that its row tells of")
    return content


def _sha256(tools: Tools, row: Kept) -> str:
    if isinstance(row, Document):
        return row.sha256
    told: dict[str, str] = tools.vault.open_json(row.sealed_info, f"attachments:{row.id}")
    return told["sha256"]


def _told(tools: Tools, row: Kept, name: str, content: bytes) -> bool:
    """Whether the row is there still, under the name that was read."""
    table = type(row)
    was = table.stored == row.stored if row.stored else table.stored.is_(None)
    with tools.store.write() as db:
        if not still_kept(db, tools, name):
            tools.blobs.put(name, content)
        told = db.execute(
            update(table).where(table.id == row.id, was).values(stored=name).returning(table.id)
        )
        return told.first() is not None
