"""Finds a case by its id: one query, kept ready, since every request about a case begins with it."""

import uuid
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from wizard.models import Attachment, Case, Submission


class CaseRow(NamedTuple):
    """A case as it stands: whether it is in, and whether files belong to it."""

    id: uuid.UUID
    municipality: str
    journey: str
    owner_id: uuid.UUID
    reference: str
    started_at: datetime
    changed_at: datetime
    submitted: bool
    with_files: bool


COLUMNS = (
    Case.id,
    Case.municipality,
    Case.journey,
    Case.owner_id,
    Case.reference,
    Case.started_at,
    Case.changed_at,
    exists(select(Submission.case_id).where(Submission.case_id == Case.id).correlate(Case)).label(
        "submitted"
    ),
    exists(select(Attachment.id).where(Attachment.case_id == Case.id).correlate(Case)).label("with_files"),
)
FIND = select(*COLUMNS).where(Case.id == bindparam("case_id"))
LOCK = FIND.with_for_update(of=Case)


def find_case(db: Session, case_id: uuid.UUID, *, lock: bool = False) -> CaseRow | None:
    """The case, locked until the transaction ends if asked for; None where there is none."""
    row = db.connection().execute(LOCK if lock else FIND, {"case_id": case_id}).one_or_none()
    return row and CaseRow(*row)
