"""Finds a case by its id: one query, kept ready, since every request about a case begins with it."""

import uuid
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, exists, func, select
from sqlalchemy.orm import Session

from forms.ties import WITHDRAWN
from wizard.cases.errors import GoneError
from wizard.cases.participants import ASSISTANT
from wizard.models import Attachment, Case, CaseEvent, Submission
from wizard.models_acting import Frozen, Participant
from wizard.models_paper import PaperIntake


class CaseRow(NamedTuple):
    """A case as it stands: whether it is in, and whether files and help belong to it."""

    id: uuid.UUID
    municipality: str
    journey: str
    owner_id: uuid.UUID
    author_id: uuid.UUID
    reference: str
    started_at: datetime
    submitted: bool
    with_files: bool
    on_paper: bool
    """Whether its form came on paper, and staff wrote down what it is about."""
    with_help: bool
    """Whether somebody of a helping office helps, or has helped, to fill in."""
    removed: bool
    """Whether it lies in the municipality's archive alone: what was written is not here any more."""
    frozen: bool
    """Whether it was signed, or made ready, for others to sign, and not changed since."""


COLUMNS = (
    Case.id,
    Case.municipality,
    Case.journey,
    Case.owner_id,
    func.coalesce(Case.author_id, Case.owner_id, type_=Case.owner_id.type).label("author_id"),
    Case.reference,
    Case.started_at,
    exists(select(Submission.case_id).where(Submission.case_id == Case.id).correlate(Case)).label(
        "submitted"
    ),
    exists(select(Attachment.id).where(Attachment.case_id == Case.id).correlate(Case)).label("with_files"),
    exists(select(PaperIntake.case_id).where(PaperIntake.case_id == Case.id).correlate(Case)).label(
        "on_paper"
    ),
    exists(
        select(Participant.id)
        .where(Participant.case_id == Case.id, Participant.capacity == ASSISTANT)
        .correlate(Case)
    ).label("with_help"),
    exists(
        select(Submission.case_id)
        .where(Submission.case_id == Case.id, Submission.removed_at.is_not(None))
        .correlate(Case)
    ).label("removed"),
    exists(select(Frozen.case_id).where(Frozen.case_id == Case.id).correlate(Case)).label("frozen"),
)
FIND = select(*COLUMNS).where(Case.id == bindparam("case_id"))
RESTRICTED = select(Submission.restricted).where(Submission.case_id == bindparam("case_id"))
TAKEN_BACK = (
    select(CaseEvent.id)
    .where(CaseEvent.case_id == bindparam("case_id"), CaseEvent.kind == WITHDRAWN)
    .limit(1)
)
LOCK = select(Case.id).where(Case.id == bindparam("case_id")).with_for_update()


def find_case(db: Connection, case_id: uuid.UUID) -> CaseRow | None:
    """The case; None where there is none."""
    row = db.execute(FIND, {"case_id": case_id}).one_or_none()
    return row and CaseRow._make(row)


def own_case_row(db: Connection, owner_id: uuid.UUID, reference: str) -> CaseRow:
    """The owner's case of that reference, which is known to be there."""
    query = select(*COLUMNS).where(Case.owner_id == owner_id, Case.reference == reference)
    return CaseRow._make(db.execute(query).one())


def is_restricted(db: Connection, case_id: uuid.UUID) -> bool:
    """Whether the case is in and tells of a protected address."""
    return bool(db.scalar(RESTRICTED, {"case_id": case_id}))


def received_at(db: Connection, case_id: uuid.UUID) -> datetime | None:
    """When the case came in; None for a draft."""
    return db.scalar(select(Submission.received_at).where(Submission.case_id == case_id))


def is_withdrawn(db: Connection | Session, case_id: uuid.UUID) -> bool:
    """Whether its owner took it back."""
    return db.execute(TAKEN_BACK, {"case_id": case_id}).first() is not None


def registered_by(db: Connection, case_id: uuid.UUID) -> uuid.UUID | None:
    """The member of staff who writes it down, or wrote it down, from paper; None for any other case."""
    return db.scalar(select(PaperIntake.staff_id).where(PaperIntake.case_id == case_id))


def lock_sent(db: Session, case_id: uuid.UUID) -> None:
    """Hold a case that is in until the transaction ends: two at once would each find that nothing is recorded."""
    db.get_one(Submission, case_id, with_for_update=True)


def hold_case(db: Connection, case_id: uuid.UUID) -> None:
    """Nobody else writes to the case until the transaction ends."""
    if db.dialect.name != "sqlite":  # there a transaction that writes is alone from its begin
        # a statement of its own: one that waited for the lock does not see what the other one wrote beside the case
        db.execute(LOCK, {"case_id": case_id})


def lock_case(db: Connection, case_id: uuid.UUID) -> CaseRow:
    """The case, nobody else's until the transaction ends; ``GoneError`` where it was deleted meanwhile."""
    hold_case(db, case_id)
    case = find_case(db, case_id)
    if case is None:
        raise GoneError
    return case
