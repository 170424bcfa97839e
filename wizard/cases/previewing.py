"""What a file shows, small: for whoever fills in, to know it again by."""

import uuid

from sqlalchemy import select

from wizard.cases.filed import preview_place
from wizard.clamd import CLEAN
from wizard.models import Attachment
from wizard.tools import Tools


def read_preview(tools: Tools, case_id: uuid.UUID, file_id: uuid.UUID) -> bytes | None:
    """A JPEG; None where the case has no such file, where nothing shows it, and where nobody can open it."""
    asked = select(Attachment.sealed_preview, Attachment.screened)
    with tools.store.read() as db:
        row = db.execute(asked.where(Attachment.id == file_id, Attachment.case_id == case_id)).one_or_none()
    if row is None or row.sealed_preview is None:
        return None
    if row.screened != CLEAN and (tools.clamd or row.screened):
        return None
    return tools.vault.open(row.sealed_preview, preview_place(file_id))
