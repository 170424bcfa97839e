"""Compares rows with files, both ways: no row is without its file, and no file without its row."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select

from wizard.cases.sweeping import SAFE_AGE, without_row
from wizard.models import Attachment, Document
from wizard.tools import Tools


@dataclass(frozen=True)
class Compared:
    without_file: dict[uuid.UUID, uuid.UUID]
    """The case of each attachment and document whose bytes are gone."""
    without_row: set[uuid.UUID]
    """Files that are old enough to have a row, and have none: the daily sweep takes them away."""


def compare(tools: Tools) -> Compared:
    """Look at every row and every file; nothing is changed."""
    before = tools.clock() - SAFE_AGE
    left = {key for old in tools.blobs.written_before(before) for key in without_row(tools, old)}
    return Compared(without_file(tools), left)


def without_file(tools: Tools) -> dict[uuid.UUID, uuid.UUID]:
    """The case of each row whose file is not there; a row is asked for again, since both may have gone meanwhile."""
    gone = {key: case_id for key, case_id in _rows(tools).items() if not tools.blobs.has(key)}
    return {key: case_id for key, case_id in gone.items() if not without_row(tools, [key])}


def _rows(tools: Tools) -> dict[uuid.UUID, uuid.UUID]:
    with tools.store.read() as db:
        return {
            key: case_id
            for table in (Attachment, Document)
            for key, case_id in db.execute(select(table.id, table.case_id))
        }
