"""Removes files that no row speaks of: a crash came between the bytes and their row, or between a row and its bytes."""

import uuid
from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import select, union_all

from wizard.models import Attachment, Document
from wizard.tools import Tools

SAFE_AGE = timedelta(hours=1)
"""Longer than any request: what is younger may be about to get its row."""


def sweep(tools: Tools) -> int:
    """Remove what is left over; gives how many files.

    Age is asked first, the rows after that: what was old enough then and has no row now will never get one, since an
    id is used for one file only.
    """
    before = tools.clock() - SAFE_AGE
    removed = tools.blobs.clear_unfinished(before)
    for old in tools.blobs.written_before(before):
        for key in without_row(tools, old):
            tools.blobs.delete(key)
            removed += 1
    return removed


def without_row(tools: Tools, keys: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Those of the files that no row speaks of now."""
    found = set(keys)
    rows = union_all(*(select(table.id).where(table.id.in_(found)) for table in (Attachment, Document)))
    with tools.store.read() as db:
        return found - set(db.scalars(rows))
